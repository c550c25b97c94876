"""Tables of coefficients and of tests: random ones as R printed them, and odd consoles."""

import numpy as np
import pytest
from oracles import load_jsonl, number

import rnet
from rnet.printing.coefficients import (
    format_anova,
    format_coefficient_table,
    significance_marks,
)

CHUNK = 70


def chunks(name):
    rows = load_jsonl(f"stats/fuzz/{name}.jsonl")
    return [rows[start : start + CHUNK] for start in range(0, len(rows), CHUNK)]


def cells(case):
    shape = (len(case["rows"]), len(case["cols"]))
    return np.array([number(value) for value in case["data_rowmajor"]]).reshape(shape)


@pytest.mark.parametrize("rows", chunks("coef"))
def test_coefficient_tables(rows) -> None:
    for case in rows:
        text = format_coefficient_table(
            cells(case), case["rows"], case["cols"], digits=case["digits"]
        )
        assert text == case["expected"]


@pytest.mark.parametrize("rows", [*chunks("anova"), *chunks("anovad")])
def test_tables_of_tests(rows) -> None:
    for case in rows:
        text = format_anova(cells(case), case["rows"], case["cols"], case["heading"])
        assert text == case["expected"]


NARROW = {
    60: "---\nSignif. codes:  \n0 ‘***’ 0.001 ‘**’ 0.01 ‘*’ 0.05 ‘.’ 0.1 ‘ ’ 1",
    40: "---\nSignif. codes:  \n  0 ‘***’ 0.001 ‘**’ 0.01 ‘*’ 0.05\n  ‘.’ 0.1 ‘ ’ 1",
}


@pytest.mark.parametrize("width", NARROW)
def test_the_legend_on_a_narrow_console(width) -> None:
    with rnet.options(width=width):
        text = format_coefficient_table([[1.0, 0.1, 10.0, 0.0]], ["x"], [*"abc", "Pr(>|t|)"])
    assert text.endswith(NARROW[width])


def test_a_mark_for_every_p_value() -> None:
    p = np.array([0.0, 0.001, 0.0011, 0.05, 0.051, 0.1, 0.2, np.nan])
    assert significance_marks(p) == ["***", "***", "**", "*", ".", ".", " ", ""]


def test_no_stars_where_the_option_says_so() -> None:
    row = [[1.0, 0.1, 10.0, 0.0]]
    names = ["Estimate", "Std. Error", "t value", "Pr(>|t|)"]
    with rnet.options(show_signif_stars=False):
        assert "*" not in format_coefficient_table(row, ["x"], names)


def test_not_a_number_is_told_from_missing() -> None:
    names = ["Estimate", "Std. Error", "t value", "Pr(>|t|)"]
    text = format_coefficient_table([[1.0, np.nan, rnet.NA, np.nan]], ["x"], names)
    assert text.splitlines()[1].split() == ["x", "1", "NaN", "NA", "NaN"]
