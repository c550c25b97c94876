"""Recorded R sessions translated to Python statement by statement, and run as Python.

What stays R code is shown by Python all the same: `show(r("x[1]"))` for `r("print(x[1])")`.
"""

import contextlib
import importlib
import io
import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from r_recordings import own_cases
from r_sessions import Outcome, first_difference, read

import rnet
from rnet.conditions import RError
from rnet.interpreter.translate import Translation
from rnet.interpreter.translate_names import python_name

PRINTED_BY_R = re.compile(r'^r\((r?"+)print\((.*)\)("+)(, .*)?\)$', re.DOTALL)


SESSIONS = importlib.import_module("rnet.interpreter.r")._SESSIONS


class Scope(dict[str, Any]):
    """The names of a Python program: rnet's come before Python's own."""

    def __init__(self, translation: Translation) -> None:
        super().__init__(np=np)
        self.translation = translation

    def __missing__(self, name: str) -> Any:
        if name in self.translation.terms.imports or name == "show":
            return getattr(rnet, name)
        for data_set in self.translation.terms.data_sets:
            if python_name(data_set) == name:
                self[name] = rnet.data(data_set)
                return self[name]
        raise KeyError(name)


def cases_of(path: Path) -> list[dict[str, Any]]:
    """Return the cases of a recorded file; of R 4.2's those that look otherwise in R 4.6."""
    if path.parent.parent.name != "stats":
        return list(own_cases(path))
    cases: list[dict[str, Any]] = read(path)["cases"]
    if path.parent.name != "r422":
        return cases
    newer = {
        case["id"]: shown(case) for case in read(path.parents[1] / "r460" / path.name)["cases"]
    }
    return [case for case in cases if newer[case["id"]] != shown(case)]


def shown(case: dict[str, Any]) -> list[tuple[str, str]]:
    return [(step["code"], step["output"]) for step in case["steps"]]


def run_translated(path: Path) -> Iterator[Outcome]:
    """Run every case of a file, each as a program of its own."""
    for case in cases_of(path):
        with rnet.options(digits=7, width=80, scipen=0, r_version=version_of(path)):
            SESSIONS.clear()  # what another program gave to `r` is not this one's
            translation = Translation()
            scope = Scope(translation)
            for number, step in enumerate(case["steps"], start=1):
                lines = in_python(translation, step["code"])
                reason = difference(scope, lines, step)
                yield Outcome(f"{case['id']}:{number}", "\n".join(lines), not reason, reason)


def version_of(path: Path) -> str:
    return "4.6" if path.parent.name == "r460" else "4.2"


def in_python(translation: Translation, code: str) -> list[str]:
    """Return the lines a step becomes, none where it is no R code."""
    try:
        lines = translation.read(code)
    except RError:
        return [f"r({code!r})"]
    return lines if code.startswith("print(") else [shown_by_python(line) for line in lines]


def shown_by_python(line: str) -> str:
    found = PRINTED_BY_R.match(line)
    if found is None:
        return line
    opening, source, closing, variables = found.groups()
    end = f" {closing}" if source.endswith('"') else closing
    return f"show(r({opening}{source}{end}{variables or ''}))"


def difference(scope: Scope, lines: list[str], step: dict[str, Any]) -> str:
    """Return the first thing in which the Python of a step is not as recorded, "" for nothing."""
    written, problem = io.StringIO(), None
    with (
        contextlib.redirect_stdout(written),
        contextlib.redirect_stderr(io.StringIO()),
        warnings.catch_warnings(record=True),
    ):
        warnings.simplefilter("always")
        try:
            for line in lines:
                exec(line, scope)
        except RError as error:
            problem = error.message
        except Exception as error:
            problem = f"{type(error).__name__}: {error}"
    wanted = (step.get("error") or {}).get("message")
    if problem != wanted:
        return f"error {problem!r}, not {wanted!r}"
    if written.getvalue() != step["output"]:
        return "output: " + first_difference(written.getvalue(), step["output"])
    return ""
