"""Tables and flat tables as R prints them."""

import numpy as np
import pytest
from oracles import load_jsonl

import rnet
from rnet import FlatTable, Table


def lists(value) -> list:
    return value if isinstance(value, list) else [value]


def test_one_variable_prints_as_in_r() -> None:
    for case in load_jsonl("stats/fuzz/tab1.jsonl"):
        table = Table(lists(case["data"]), [lists(case["names"])], [case["dnn"]])
        assert str(table) == case["expected"]


def test_two_variables_print_as_in_r() -> None:
    for case in load_jsonl("stats/fuzz/tab2.jsonl"):
        rows, columns = lists(case["rows"]), lists(case["cols"])
        counts = np.reshape(lists(case["data_rowmajor"]), (len(rows), len(columns)))
        assert str(Table(counts, [rows, columns], case["dnn"])) == case["expected"]


def test_flat_tables_print_as_in_r() -> None:
    for case in load_jsonl("stats/fuzz/ftab.jsonl"):
        sides = [
            tuple((name, tuple(lists(labels))) for name, labels in case[side])
            for side in ("row_vars", "col_vars")
        ]
        height = int(np.prod([len(labels) for _, labels in sides[0]]))
        counts = np.reshape(lists(case["data_rowmajor"]), (height, -1))
        assert str(FlatTable(counts, *sides)) == case["expected"]


def test_print_table_hides_zeros(capsys) -> None:
    table = Table([[2, 0], [0, 1]], {"g": ["a", "b"], "h": ["x", "y"]})
    rnet.print_table(table, zero_print=".")
    assert capsys.readouterr().out == "   h\ng   x y\n  a 2 .\n  b . 1\n"


def test_print_table_takes_digits(capsys) -> None:
    rnet.print_table(Table([1 / 3, 2 / 3], [["a", "b"]], [""]), digits=2)
    assert capsys.readouterr().out == "\n   a    b \n0.33 0.67 \n"


def test_missing_cells_are_blank_and_keep_their_width() -> None:
    table = Table([[1.0, 1.0], [np.nan, 0.5]], {"g": ["a", "b"], "h": ["x", "y"]})
    assert str(table) == "   h\ng     x   y\n  a 1.0 1.0\n  b     0.5"


@pytest.mark.parametrize(
    ("shape", "text"), [((0,), "0"), ((2, 0), "2 x 0"), ((1, 2, 0), "1 x 2 x 0")]
)
def test_empty_table_says_its_extent(shape, text) -> None:
    labels = [[str(i) for i in range(size)] for size in shape]
    assert str(Table(np.zeros(shape), labels)) == f"< table of extent {text} >"


def test_tables_without_dimension_names_have_no_line_for_them() -> None:
    assert str(rnet.as_table([1, 2])) == "A B \n1 2 "
    assert str(rnet.as_table(np.arange(1, 9).reshape(2, 2, 2, order="F"))).startswith(
        ", , A\n\n  A B\nA 1 3\n"
    )


def test_width_option_wraps_columns() -> None:
    with rnet.options(width=20):
        text = str(Table([[1, 2, 3]], [["row"], ["long1", "long2", "long3"]], ["", ""]))
    assert text == "     \n      long1 long2\n  row     1     2\n     \n      long3\n  row     3"
