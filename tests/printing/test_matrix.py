"""Matrices and arrays against R's text."""

import numpy as np
import pytest
from oracles import atomic, load_jsonl

import rnet
from rnet.printing.matrix import format_array, format_matrix

ROWS = load_jsonl("stats/fuzz/chrmat.jsonl")
COUNTS = np.array([[1, 3], [2, 4]])
STRINGS = np.array([["a", "b"], [None, "c"]], dtype=object)


@pytest.mark.parametrize("start", range(0, len(ROWS), 80))
def test_string_matrices(start):
    for row in ROWS[start : start + 80]:
        cells = atomic("character", row["data_colmajor"])
        text = format_matrix(
            cells.reshape(row["nrow"], row["ncol"], order="F"),
            row["rownames"],
            row["colnames"],
            right=row["right"],
            quote=row["quote"],
        )
        assert text == row["expected"], row


@pytest.mark.parametrize(
    ("names", "titles", "expected"),
    [
        ((None, ["u", "v"]), ("g", "h"), "      h\ng      u v\n  [1,] 1 3\n  [2,] 2 4"),
        ((["x", "y"], None), ("g", "h"), "   h\ng   [,1] [,2]\n  x    1    3\n  y    2    4"),
        ((["x", "y"], None), ("g", ""), "   \ng   [,1] [,2]\n  x    1    3\n  y    2    4"),
        (
            (["x", None], ["x", None]),
            ("group", "h"),
            "      h\ngroup  x <NA>\n  x    1    3\n  <NA> 2    4",
        ),
        ((["x", "y"], None), (None, None), "  [,1] [,2]\nx    1    3\ny    2    4"),
    ],
)
def test_names_and_titles(names, titles, expected):
    row_title, column_title = titles
    text = format_matrix(COUNTS, *names, row_title=row_title, column_title=column_title)
    assert text == expected


@pytest.mark.parametrize(
    ("shape", "names", "expected"),
    [
        ((0, 0), (None, None), "<0 x 0 matrix>"),
        ((0, 3), (None, None), "     [,1] [,2] [,3]"),
        ((0, 3), (None, ["a", "b", "c"]), "     a b c"),
        ((2, 0), (["a", "bb"], None), "  \na \nbb"),
        ((3, 0), (None, None), "    \n[1,]\n[2,]\n[3,]"),
    ],
)
def test_matrices_without_cells(shape, names, expected):
    assert format_matrix(np.empty(shape), *names) == expected


@pytest.mark.parametrize(
    ("version", "header"), [("4.5", "     [,1]   [,2] "), ("4.6", "       [,1]  [,2]")]
)
def test_default_labels_above_right_aligned_strings(version, header):
    cells = np.array([["a", "bbb"], ["cccc", "d"]])
    with rnet.options(r_version=version):
        text = rnet.format_r(cells, right=True)
    assert text == header + '\n[1,]    "a" "bbb"\n[2,] "cccc"   "d"'


def test_missing_cells():
    assert rnet.format_r(STRINGS, na_print="-") == '     [,1] [,2]\n[1,] "a"  "b" \n[2,] -    "c" '
    assert rnet.format_r(STRINGS, quote=False) == "     [,1] [,2]\n[1,] a    b   \n[2,] <NA> c   "
    numbers = np.array([[1, 3], [rnet.NA, np.nan]])
    assert rnet.format_r(numbers) == "     [,1] [,2]\n[1,]    1    3\n[2,]   NA  NaN"


def test_named_matrix():
    matrix = rnet.named_matrix([[1.5, np.nan]], ["r"], ["a", "b"])
    assert rnet.format_r(matrix) == "    a  b\nr 1.5 NA"


def test_array_with_names():
    text = format_array(
        np.arange(1, 9).reshape(2, 2, 2, order="F"),
        [["a1", "a2"], ["b1", "b2"], ["c1", "c2"]],
        ["A", "B", "C"],
    )
    slices = text.split(", , ")[1:]
    assert slices == [
        "C = c1\n\n    B\nA    b1 b2\n  a1  1  3\n  a2  2  4\n\n",
        "C = c2\n\n    B\nA    b1 b2\n  a1  5  7\n  a2  6  8\n",
    ]


def test_array_without_slices():
    text = "<2 x 2 x 0 array of double>\n     [,1] [,2]\n[1,]\n[2,]\n"
    assert rnet.format_r(np.empty((2, 2, 0))) == text


def test_omitted_rows():
    with rnet.options(max_print=6, r_version="4.2"):
        text = rnet.format_r(np.arange(1, 41).reshape(20, 2))
    assert text.split("\n")[-2:] == [
        " [3,]    5    6",
        ' [ reached getOption("max.print") -- omitted 17 rows ]',
    ]
