"""Vectors of every type against R's text."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from oracles import atomic, load_jsonl

import rnet
from rnet.printing.strings import display_width

ROWS = load_jsonl("stats/fuzz/chr.jsonl")


@pytest.mark.parametrize("start", range(0, len(ROWS), 90))
def test_strings(start):
    for row in ROWS[start : start + 90]:
        assert rnet.format_r(atomic("character", row["x"])) == row["expected"], row


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (np.array(["a\nb", 'q"q', "b\\s"]), '[1] "a\\nb" "q\\"q" "b\\\\s"'),
        (np.array(["é", "日本", "x"]), '[1] "é"    "日本" "x"   '),
        (np.array(["\x01\x1b\x7f", "\u2028"]), '[1] "\\001\\033\\177" "\\u2028"      '),
        (np.array([True, False]), "[1]  TRUE FALSE"),
        (pd.array([True, None]), "[1] TRUE   NA"),
        (pd.array([1, None, 300]), "[1]   1  NA 300"),
        (np.array([1.5, np.nan, rnet.NA]), "[1] 1.5 NaN  NA"),
        (pd.Series([1.5, np.nan]), "[1] 1.5  NA"),
        (pd.Series(np.array([1.5, np.nan, rnet.NA])), "[1] 1.5 NaN  NA"),
        (pd.Series(["a", None]), '[1] "a" NA '),
        (pd.Series([0.1, None], dtype="float32"), "[1] 0.1  NA"),
        (pd.Series([0.1, None], dtype="Float64"), "[1] 0.1  NA"),
        (range(3), "[1] 0 1 2"),
        (np.array([2**40, 100000]), "[1] 1.099512e+12 1.000000e+05"),
        (pd.Series([None, None], dtype="Int64"), "[1] NA NA"),
        (np.array([]), "numeric(0)"),
        (np.array([], dtype=int), "integer(0)"),
        (np.array([], dtype=bool), "logical(0)"),
        (np.array([], dtype=str), "character(0)"),
        (pd.Series([1, 2], index=["a", None]), "   a <NA> \n   1    2 "),
        (pd.Series([1, 2], index=["a", ""]), "a   \n1 2 "),
        (pd.Series([True, None], index=["a", "b"], dtype="boolean"), "   a    b \nTRUE   NA "),
        (pd.Series(["x", None], index=["a", "b"]), '  a   b \n"x"  NA '),
        (pd.to_datetime(["2024-02-29", None]), '[1] "2024-02-29" NA          '),
        (
            pd.to_datetime(["2024-02-29 10:00", None]),
            '[1] "2024-02-29 10:00:00 UTC" NA                       ',
        ),
    ],
)  # fmt: skip
def test_kinds_of_vectors(values, expected):
    assert rnet.format_r(values) == expected


def test_scalars():
    values = [1, 1.5, True, None, "a", pd.NA, float("nan"), rnet.NA, np.float64(2), np.int32(7)]
    shown = ["[1] 1", "[1] 1.5", "[1] TRUE", "NULL", '[1] "a"', "[1] NA", "[1] NaN", "[1] NA"]
    assert [rnet.format_r(value) for value in values] == [*shown, "[1] 2", "[1] 7"]


@pytest.mark.parametrize(
    ("version", "note"),
    [("4.2", "getOption"), ("4.5", "'max' / getOption")],
)
def test_omitted_elements(version, note):
    with rnet.options(r_version=version, max_print=10):
        text = rnet.format_r(np.arange(1, 21))
    assert text == (
        " [1]  1  2  3  4  5  6  7  8  9 10\n"
        f' [ reached {note}("max.print") -- omitted 10 entries ]'
    )


def test_one_element_more_than_the_limit_is_printed():
    assert rnet.format_r(np.arange(7), max=6) == "[1] 0 1 2 3 4 5 6"
    assert rnet.format_r(pd.Series(np.arange(2), index=["a", "b"]), max=1) == "a b \n0 1 "
    assert rnet.format_r([1, 2, 3], max=1).split("\n")[0::3][1:] == [
        " [ reached 'max' / getOption(\"max.print\") -- omitted 2 entries ]"
    ]


def test_types_without_a_place_in_r():
    with pytest.raises(rnet.RError, match="cannot print an array of dtype"):
        rnet.format_r(np.array([1j]))


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (np.array([b"a", b"b"]), '[1] "a" "b"'),
        (pd.period_range("2020-01", periods=2, freq="M"), '[1] "2020-01" "2020-02"'),
        (pd.to_timedelta([1, 2], unit="D"), '[1] "1 days 00:00:00" "2 days 00:00:00"'),
        (np.array([Decimal("1.5"), Fraction(1, 4)]), "[1] 1.50 0.25"),
        (np.ma.array([1, 2], mask=[False, True]), "[1]  1 NA"),
        (np.ma.array([[1, 2]], mask=[[False, True]]), "     [,1] [,2]\n[1,]    1   NA"),
        (range(0), "integer(0)"),
        (10**12, "[1] 1e+12"),
        (np.array([2**31 - 1, -5]), "[1] 2147483647         -5"),
        (pd.array([2**31, None], dtype="Int64"), "[1] 2147483648         NA"),
        (pd.array([None], dtype="Int8"), "[1] NA"),
        (pd.Series([1.0], index=pd.to_datetime(["2020-01-02"])), "2020-01-02 \n         1 "),
    ],
)
def test_python_types_r_lacks(values, expected):
    assert rnet.format_r(values) == expected


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"digits": 0}, "invalid printing digits 0"),
        ({"digits": 23}, "invalid printing digits 23"),
        ({"digits": "a"}, "invalid printing digits a"),
        ({"max": -1}, "invalid 'max' argument"),
        ({"max": "a"}, "invalid 'max' argument"),
        ({"quote": "x"}, "invalid 'quote' argument"),
        ({"right": 2}, "invalid 'right' argument"),
        ({"na_print": 0}, "invalid 'na.print' specification"),
        ({"row_names": None}, "invalid 'row.names' argument"),
        ({"row_names": "a"}, "invalid 'row.names' argument"),
        ({"row_names": ["a"]}, "length of 'dimnames' [1] not equal to array extent"),
    ],
)
def test_arguments_r_refuses(arguments, message):
    with pytest.raises(rnet.RError) as caught:
        rnet.show(pd.DataFrame({"x": [1, 2]}), **arguments)
    assert caught.value.message == message


@pytest.mark.parametrize(
    ("values", "names", "message"),
    [
        ([1, 2], ["a"], "a matrix has 2 dimensions, not 1"),
        ([[1, 2]], ["a", "b"], "length of 'dimnames' [1] not equal to array extent"),
    ],
)
def test_no_matrix(values, names, message):
    with pytest.raises(rnet.RError) as caught:
        rnet.named_matrix(values, names)
    assert caught.value.message == message


def test_show_ends_the_line(capsys):
    rnet.show("x", quote=False)
    assert capsys.readouterr().out == "[1] x\n"


@given(st.lists(st.text(max_size=12), min_size=1, max_size=60), st.integers(10, 200))
def test_lines_stay_within_the_console(words, width):
    with rnet.options(width=width):
        lines = rnet.format_r(np.array(words, dtype=object)).split("\n")
    cell = max(map(display_width, lines)) if len(lines) == len(words) else width
    assert all(display_width(line) <= max(width, cell) for line in lines)


@given(st.lists(st.integers(-(10**6), 10**6), min_size=1, max_size=200), st.integers(10, 120))
def test_integers_read_back(values, width):
    with rnet.options(width=width):
        lines = rnet.format_r(np.array(values)).split("\n")
    assert [int(text) for line in lines for text in line.split("]")[1].split()] == values
