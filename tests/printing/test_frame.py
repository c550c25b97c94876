"""Data frames against R's text."""

import numpy as np
import pandas as pd
import pytest
from oracles import atomic, load_jsonl

import rnet

ROWS = load_jsonl("stats/fuzz/df.jsonl")
SMALL = pd.DataFrame({"a": [1, None], "b": ["x", None]})


def column(recorded):
    if recorded["type"] == "factor":
        return pd.Categorical(recorded["values"])
    return atomic(recorded["type"], recorded["values"])


def frame_of(row):
    parts = [pd.Series(column(c), name=c["name"]) for c in row["columns"]]
    return pd.concat(parts, axis=1)


@pytest.mark.parametrize("start", range(0, len(ROWS), 70))
def test_frames(start):
    for row in ROWS[start : start + 70]:
        assert rnet.format_r(frame_of(row)) == row["expected"], row


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({}, "   a    b\n1  1    x\n2 NA <NA>"),
        ({"na_print": "--"}, "   a  b\n1  1  x\n2 NA --"),
        ({"right": False}, "  a  b   \n1  1 x   \n2 NA <NA>"),
        ({"row_names": False}, "  a    b\n  1    x\n NA <NA>"),
        ({"row_names": ["r1", "r2"]}, "    a    b\nr1  1    x\nr2 NA <NA>"),
        ({"quote": True}, '     a   b\n1 " 1" "x"\n2 "NA"  NA'),
    ],
)
def test_arguments(arguments, expected):
    assert rnet.format_r(SMALL, **arguments) == expected


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        (pd.DataFrame(), "data frame with 0 columns and 0 rows"),
        (pd.DataFrame(index=["a", "b"]), "data frame with 0 columns and 2 rows"),
        (SMALL.iloc[:0], "[1] a b\n<0 rows> (or 0-length row.names)"),
        (SMALL.iloc[[1]], "   a    b\n2 NA <NA>"),
        (pd.DataFrame({"x": [1]}, index=pd.Index([1990], name="year")), "     x\n1990 1"),
        (pd.DataFrame({"x": [1]}, index=["r1"]), "   x\nr1 1"),
        (pd.DataFrame({"l": [[1, 2, 3], "a"]}), "        l\n1 1, 2, 3\n2       a"),
        (pd.DataFrame([[1, 2]], columns=["x", "x"]), "  x x\n1 1 2"),
    ],
)
def test_shapes_and_row_names(frame, expected):
    assert rnet.format_r(frame) == expected


def test_missing_is_decided_column_by_column():
    frame = pd.DataFrame({"a": np.array([np.nan, rnet.NA]), "b": [np.nan, 1]})
    assert rnet.format_r(frame) == "    a  b\n1 NaN NA\n2  NA  1"


def test_omitted_rows():
    text = rnet.format_r(pd.DataFrame({"a": range(1, 21), "b": 1}), max=6)
    assert text.split("\n")[-2:] == [
        "3 3 1",
        " [ reached 'max' / getOption(\"max.print\") -- omitted 17 rows ]",
    ]


@pytest.mark.parametrize(("rows", "noun"), [(0, "rows"), (1, "row"), (2, "rows")])
def test_no_columns(rows, noun):
    text = rnet.format_r(pd.DataFrame(index=range(rows)))
    assert text == f"data frame with 0 columns and {rows} {noun}"
