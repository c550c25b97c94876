"""The recorded console sessions run as R code: every step's text, warnings and recorded values."""

import contextlib
import io
import warnings

import numpy as np
import pandas as pd
import pytest
from mini_r_linear import LinearSession, run
from oracles import RArray, decode, stats_cases

import rnet
from rnet.language.parser import parse_expression
from rnet.record import Record

# Sums come in R's order and functions from its C library; variances from another triangular
# inverse than LAPACK's, p values from SciPy.
TOLERANCE = 1e-12
# R integrates the studentized range to some eleven digits and inverts it to seven.
EXCEPTIONS = {
    ("aov-oneway", "tukey"): 2e-11,
    ("aov-twoway", "tukey"): 1e-10,
    ("aov-insect", "tukey"): 2e-10,
    ("aov-ptukey", "pt"): 1e-10,
    ("aov-ptukey", "qt"): 1e-7,
}

NOT_LINEAR = {
    "nls-basic": "nls is not of this part",
    "loess-smooth": "loess, lowess, spline, approx and smooth.spline are not covered",
}
NOT_COVERED = {
    ("lm-anscombe", "mods <- "): "as.list",
    ("lm-anscombe", "for (i"): "formulas changed by their parts",
    ("lm-anscombe", "lapply("): "needs the step before",
    ("lm-anscombe", "fit <- mods"): "needs the step before",
    ("lm-anscombe", "summary(fit)"): "needs the step before",
}
GROUPS = ["lm", "glm", "inference", "aov"]
CASES = {
    case["id"]: case
    for group in GROUPS
    for case in stats_cases(group)
    if case["id"] not in NOT_LINEAR
}
OLD_CASES = {
    case["id"]: case
    for group in GROUPS
    for case in stats_cases(group, "r422")
    if case["id"] not in NOT_LINEAR
}


def reason(case, code):
    for (name, start), why in NOT_COVERED.items():
        if name == case and code.startswith(start):
            return why
    return None


def compare(case, steps):
    session = LinearSession()
    for step in steps:
        code = step["code"]
        if reason(case, code) is not None:
            continue
        text, given, messages = run(session, code)
        assert text == step["output"], code
        assert given == [w["message"] for w in step.get("warnings") or []], code
        assert messages == "".join(step.get("messages") or []), code
    return session


@pytest.mark.parametrize("case", CASES)
def test_console_text(case) -> None:
    compare(case, CASES[case]["steps"])


@pytest.mark.parametrize("case", OLD_CASES)
def test_console_text_of_r_4_2(case) -> None:
    with rnet.options(r_version="4.2"):
        compare(case, OLD_CASES[case]["steps"])


WITH_VALUES = [case for case in CASES if CASES[case]["values"] and case != "lm-anscombe"]


@pytest.mark.parametrize("case", WITH_VALUES)
def test_values(case) -> None:
    session = LinearSession()
    for step in CASES[case]["steps"]:
        if reason(case, step["code"]) is None and "<-" in step["code"]:
            run(session, step["code"])
    for name, recorded in CASES[case]["values"].items():
        found = session_value(session, recorded["expr"])
        assert_same(found, decode(recorded["value"]), tolerance(case, name), name)


def tolerance(case, name):
    return EXCEPTIONS.get((case, name), TOLERANCE)


def session_value(session, expression):
    with (
        warnings.catch_warnings(),
        contextlib.redirect_stderr(io.StringIO()),
        contextlib.redirect_stdout(io.StringIO()),
    ):
        warnings.simplefilter("ignore")
        return session.evaluate(parse_expression(expression))


def assert_same(ours, theirs, relative, name):
    if isinstance(ours, Record) and isinstance(theirs, pd.DataFrame):
        theirs, ours = theirs.to_numpy(dtype=float), ours.frame
    if isinstance(theirs, dict):
        for key, part in theirs.items():
            assert_same(ours[key], part, relative, f"{name}${key}")
        return
    if isinstance(theirs, pd.Series) and isinstance(ours, pd.Series):
        assert list(ours.index) == list(theirs.index), name
    if isinstance(theirs, RArray):
        theirs = theirs.values
    expected = np.atleast_1d(np.asarray(theirs))
    found = np.atleast_1d(np.asarray(ours))
    if expected.dtype == object or expected.dtype.kind in "ib":
        assert found.ravel().tolist() == expected.ravel().tolist(), name
        return
    scale = np.nanmax(np.abs(expected[np.isfinite(expected)]), initial=0.0)
    np.testing.assert_allclose(
        found.astype(float), expected, rtol=relative, atol=relative * scale, err_msg=name
    )


def test_what_is_compared() -> None:
    counts = {}
    for group in GROUPS:
        steps = [(case["id"], s["code"]) for case in stats_cases(group) for s in case["steps"]]
        equal = [s for s in steps if s[0] not in NOT_LINEAR and reason(*s) is None]
        counts[group] = (len(equal), len(steps))
    assert counts == {"lm": (288, 293), "glm": (200, 200), "inference": (106, 116), "aov": (34, 34)}
