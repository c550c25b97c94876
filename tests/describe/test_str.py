"""R's exact text of `str`."""

import contextlib
import io

import numpy as np
import pandas as pd
import pytest
from oracles import doubles, load_jsonl

import rnet

FRAMES = load_jsonl("stats/fuzz/strdf.jsonl")


def text_of(x, **options) -> str:
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        rnet.str(x, **options)
    return said.getvalue()


def _column(column):
    values = column["values"]
    if column["type"] == "factor":
        codes = [-1 if code is None else code - 1 for code in values]
        return pd.Categorical.from_codes(codes, column["levels"])
    if column["type"] == "double":
        return doubles(values)
    dtypes = {"integer": "Int64", "logical": "boolean", "character": object}
    return pd.array(values, dtype=dtypes[column["type"]])


@pytest.mark.parametrize("start", range(0, len(FRAMES), 60))
def test_random_data_frames(start) -> None:
    for case in FRAMES[start : start + 60]:
        frame = pd.DataFrame({c["name"]: _column(c) for c in case["columns"]})
        assert text_of(frame) == case["expected"] + "\n"


# Answers of R 4.2.2 (`str` of the same values).
ANSWERS = [
    (
        np.array(["a", "b" * 30, "c", "d", "e" * 40]),
        ' chr [1:5] "a" "' + "b" * 30 + '" "c" "d" ...\n',
    ),
    (["a" * 127], 'List of 1\n $ : chr "' + "a" * 112 + '"| __truncated__\n'),
    (np.array([[1.5, 3], [2, 4]]), " num [1:2, 1:2] 1.5 2 3 4\n"),
    (np.zeros((0, 3)), " num[0 , 1:3] \n"),
    (np.array([1.25e10, 1.5, 100]), " num [1:3] 1.25e+10 1.50 1.00e+02\n"),
    (pd.Series([1.0], index=["x"]), ' Named num 1\n - attr(*, "names")= chr "x"\n'),
    (np.array([True] * 20), " logi [1:20] TRUE TRUE TRUE TRUE TRUE TRUE ...\n"),
    (
        {"a": None, "b": rnet.data("iris").iloc[:2, 3:]},
        "List of 2\n $ a: NULL\n $ b:'data.frame':\t2 obs. of  2 variables:\n"
        "  ..$ Petal.Width: num [1:2] 0.2 0.2\n"
        '  ..$ Species    : Factor w/ 3 levels "setosa","versicolor",..: 1 1\n',
    ),
    (
        pd.date_range("2024-01-01", periods=6),
        ' Date[1:6], format: "2024-01-01" "2024-01-02" "2024-01-03" "2024-01-04" '
        '"2024-01-05" ...\n',
    ),
    (
        pd.DataFrame({"d": pd.date_range("2024-01-01", periods=3)}),
        "'data.frame':\t3 obs. of  1 variable:\n"
        ' $ d: Date, format: "2024-01-01" "2024-01-02" ...\n',
    ),
]  # fmt: skip


@pytest.mark.parametrize(("x", "expected"), ANSWERS)
def test_structures_recorded_from_r(x, expected) -> None:
    assert text_of(x) == expected


def test_options() -> None:
    nested = {"a": 1.0, "b": {"c": [2.0]}}
    assert text_of(nested, max_level=1) == "List of 2\n $ a: num 1\n $ b:List of 1\n"
    assert text_of([1.0], no_list=True) == " $ : num 1\n"
    assert text_of(np.array([1.2345, 2] * 3), vec_len=3) == " num [1:6] 1.23 2 1.23 2 ...\n"
    assert text_of(np.array([1.23456, 2]), digits_d=5) == " num [1:2] 1.2346 2\n"


def test_what_r_has_no_type_for_is_refused() -> None:
    with pytest.raises(rnet.RError, match="R has no structure for a ValueError"):
        rnet.str(ValueError("x"))
