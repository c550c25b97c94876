"""The recorded console sessions about describing data, run as R code."""

import numpy as np
import pandas as pd
import pytest
from mini_r_describe import DescribeSession
from mini_r_linear import run
from oracles import decode, stats_cases

import rnet
from rnet.language.parser import parse_expression

TOLERANCE = 1e-12
NOT_COVERED = {
    "do.call(": "R language",
    "Reduce(": "R language",
}
CASES = {case["id"]: case for case in stats_cases("describe")}
OLD_CASES = {case["id"]: case for case in stats_cases("describe", "r422")}


def covered(code) -> bool:
    return not any(code.startswith(start) for start in NOT_COVERED)


def compare(case) -> DescribeSession:
    session = DescribeSession()
    for step in case["steps"]:
        code = step["code"]
        if not covered(code):
            continue
        text, given, _messages = run(session, code)
        assert text == step["output"], code
        assert given == [w["message"] for w in step.get("warnings") or []], code
    return session


@pytest.mark.parametrize("case", CASES)
def test_console_text(case) -> None:
    compare(CASES[case])


@pytest.mark.parametrize("case", OLD_CASES)
def test_console_text_of_r_4_2(case) -> None:
    with rnet.options(r_version="4.2"):
        compare(OLD_CASES[case])


@pytest.mark.parametrize("case", [name for name, case in CASES.items() if case.get("values")])
def test_values(case) -> None:
    session = compare(CASES[case])
    for name, value in CASES[case]["values"].items():
        found = session.evaluate(parse_expression(value["expr"]))
        expected = decode(value["value"])
        if isinstance(expected, pd.DataFrame):
            assert list(found.columns) == list(expected.columns), name
        if name == "airq_matrix":
            cells = [frame.to_numpy(dtype=object) for frame in (found, expected)]
            one, other = (np.where(pd.isna(part), None, part).tolist() for part in cells)
            assert one == other
            continue
        numbers = [np.asarray(v, dtype=np.float64) for v in (found, expected)]
        np.testing.assert_allclose(*numbers, rtol=TOLERANCE, atol=1e-15, err_msg=name)


STRUCTURES = [
    (case["id"], step)
    for case in stats_cases("print")
    for step in case["steps"]
    if step["code"].startswith(("str(", "by("))
]
NO_STRUCTURE = {
    "str(function": "functions of the evaluator have no parameters Python can see",
    "str(list(f = mean": "functions of the evaluator have no parameters Python can see",
    "str(Sys.Date() - ": "no differences of dates",
    "str(unclass(as.Date": "the evaluator's dates stay dates",
    "str(t.test": "the confidence limits are a record of their own",
}


@pytest.mark.parametrize("step", [step for _, step in STRUCTURES], ids=lambda step: step["code"])
def test_structures_and_groups(step) -> None:
    if any(step["code"].startswith(start) for start in NO_STRUCTURE):
        pytest.skip("not covered")
    text, _given, _messages = run(DescribeSession(), step["code"])
    assert text == step["output"]
