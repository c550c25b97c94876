"""Recorded R sessions, run step by step: what R's console showed must come out."""

import json
import shutil
import subprocess

import pytest
from mini_r import Session
from oracles import ORACLES, load_json, stats_cases

import rnet
from rnet.language.parser import parse_program
from rnet.language.tree import Call, Function, Symbol

VERSIONS = {"r460": "4.6", "r422": "4.2"}
RUN_ELSEWHERE = {"str", "by"}  # tests/describe/test_sessions.py compares these steps
NOT_COVERED = {
    "ls.str": "lists the variables of an environment",
    "addNA": "a missing level: pandas' Categorical has none",
    "structure": "attributes: Python's values carry none",
    "unclass": "attributes: Python's values carry none",
    "dQuote": "text helper rnet does not offer",
    "sQuote": "text helper rnet does not offer",
    "shQuote": "text helper rnet does not offer",
    "encodeString": "text helper rnet does not offer",
}
NOT_COVERED_STEPS = {
    'factor(c("a", NA), exclude = NULL)': NOT_COVERED["addNA"],
}


def called(node):
    """Return the names of all functions a piece of code calls."""
    match node:
        case Call(function, arguments):
            inner = [called(argument.value) for argument in arguments]
            own = {function.name} if isinstance(function, Symbol) else called(function)
            return own.union(*inner)
        case Function(_, body):
            return called(body)
    return set()


def is_covered(code):
    names = set().union(*map(called, parse_program(code)))
    return code not in NOT_COVERED_STEPS and not names & {*NOT_COVERED, *RUN_ELSEWHERE}


def mismatches(steps):
    session = Session()
    for step in steps:
        if is_covered(step["code"]):
            text = session.run(step["code"])
            if text != step["output"]:
                yield f"> {step['code']}\n{text}--- R:\n{step['output']}"


@pytest.mark.parametrize("folder", VERSIONS)
@pytest.mark.parametrize("case", [case["id"] for case in stats_cases("print")])
def test_session(case, folder):
    (steps,) = (c["steps"] for c in stats_cases("print", folder) if c["id"] == case)
    with rnet.options(r_version=VERSIONS[folder]):
        assert "\n".join(mismatches(steps)) == ""


def test_most_steps_are_run():
    steps = [step["code"] for case in stats_cases("print") for step in case["steps"]]
    assert (sum(map(is_covered, steps)), len(steps)) == (373, 428)


def test_what_is_not_covered_is_not_offered():
    assert [name for name in NOT_COVERED if hasattr(rnet, name.replace(".", "_"))] == []


CORNERS = load_json("printing/corners.json")


@pytest.mark.parametrize("group", CORNERS["groups"])
def test_corners(group):
    with rnet.options():
        rnet.options(r_version="4.2")
        assert "\n".join(mismatches(CORNERS["groups"][group])) == ""


@pytest.mark.live_r
@pytest.mark.skipif(shutil.which("Rscript") is None, reason="needs R")
def test_corners_are_what_this_r_prints():
    script = ORACLES / "printing" / "corners.R"
    answer = subprocess.run(
        ["Rscript", script], capture_output=True, check=True, encoding="utf-8"
    ).stdout
    live = json.loads(answer)
    with rnet.options():
        rnet.options(r_version=".".join(live["r_version"].split()[2].split(".")[:2]))
        wrong = [text for steps in live["groups"].values() for text in live_mismatches(steps)]
    assert "\n".join(wrong) == ""


def live_mismatches(steps):
    with rnet.options():
        return list(mismatches(steps))
