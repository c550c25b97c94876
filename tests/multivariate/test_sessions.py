"""The recorded console sessions on components and clusters, run as R code."""

import numpy as np
import pandas as pd
import pytest
from mini_r_linear import run
from mini_r_multivariate import MultivariateSession
from oracles import decode, stats_cases

import rnet
from rnet.language.parser import parse_expression
from rnet.record import Record

# Singular vectors and eigenvectors come from another build of LAPACK than R's.
TOLERANCE = 1e-12
NOT_COVERED = {
    "factanal": "factanal is not covered",
    "svd-eigen-qr": "matrix algebra is NumPy's",
}
VERSIONS = {"4.6": "r460", "4.2": "r422"}
CASES = [
    (version, case["id"])
    for version, folder in VERSIONS.items()
    for case in stats_cases("multivariate", folder)
    if case["id"] not in NOT_COVERED
]


def case_of(version, name):
    cases = stats_cases("multivariate", VERSIONS[version])
    return next(case for case in cases if case["id"] == name)


@pytest.mark.parametrize(("version", "name"), CASES)
def test_console_text(version, name) -> None:
    session = MultivariateSession()
    with rnet.options(r_version=version):
        for step in case_of(version, name)["steps"]:
            text, given, messages = run(session, step["code"])
            assert text == step["output"], step["code"]
            assert given == [w["message"] for w in step.get("warnings") or []], step["code"]
            assert messages == "".join(step.get("messages") or []), step["code"]


@pytest.mark.parametrize("name", [name for version, name in CASES if version == "4.6"])
def test_values(name) -> None:
    session = MultivariateSession()
    case = case_of("4.6", name)
    for step in case["steps"]:
        run(session, step["code"])
    for key, recorded in case["values"].items():
        found = session.evaluate(parse_expression(recorded["expr"]))
        assert_same(found, decode(recorded["value"]), key)


def assert_same(found, expected, key) -> None:
    if isinstance(expected, dict):
        for name, part in expected.items():
            assert_same(found[name], part, f"{key}${name}")
        return
    if isinstance(found, Record):
        found = np.asarray(found)
    if isinstance(expected, pd.Series):
        assert list(found.index) == list(expected.index), key
    ours, theirs = np.atleast_1d(np.asarray(found)), np.atleast_1d(np.asarray(expected))
    if theirs.dtype == object or theirs.dtype.kind in "ib":
        assert ours.ravel().tolist() == theirs.ravel().tolist(), key
        return
    scale = np.abs(theirs).max(initial=0.0)
    np.testing.assert_allclose(
        ours.ravel(order="F"), theirs.ravel(order="F"), rtol=TOLERANCE, atol=TOLERANCE * scale
    )


def test_what_is_compared() -> None:
    steps = {case["id"]: len(case["steps"]) for case in stats_cases("multivariate")}
    assert sum(steps.values()) == 55
    assert sum(n for name, n in steps.items() if name not in NOT_COVERED) == 44
