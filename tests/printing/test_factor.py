"""Factors against R's text."""

import pandas as pd
import pytest
from oracles import decode, load_jsonl

import rnet

ROWS = load_jsonl("stats/fuzz/fac.jsonl")


@pytest.mark.parametrize("start", range(0, len(ROWS), 90))
def test_factors(start):
    for row in ROWS[start : start + 90]:
        assert rnet.format_r(decode({"type": "factor", **row})) == row["expected"], row


@pytest.mark.parametrize(
    ("factor", "expected"),
    [
        (pd.cut([1, 5, 9], [0, 5, 10]), "[1] (0,5]  (0,5]  (5,10]\nLevels: (0,5] < (5,10]"),
        (pd.Categorical([1.5, 2.5]), "[1] 1.5 2.5\nLevels: 1.5 2.5"),
        (
            pd.Categorical([0.25, 1e5]),
            "[1] 0.25  1e+05\nLevels: 0.25 1e+05",
        ),
        (pd.Categorical([True, None]), "[1] TRUE <NA>\nLevels: TRUE"),
        (pd.Series(["a", "b"], index=["x", "y"], dtype="category"), "x y \na b \nLevels: a b"),
        (pd.Categorical(["a\n"]), "[1] a\\n\nLevels: a\\n"),
    ],
)
def test_levels_of_other_types(factor, expected):
    assert rnet.format_r(factor) == expected


@pytest.mark.parametrize(("version", "expected"), [("4.2", "factor(0)"), ("4.3", "factor()")])
def test_empty_factor(version, expected):
    with rnet.options(r_version=version):
        assert rnet.format_r(pd.Categorical([])) == f"{expected}\nLevels: "
