"""`table` and the record it returns, as Python sees them."""

import pickle
import re

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import rnet
from rnet import NA, Table, table
from rnet.conditions import RError

classes = st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 3), st.booleans()), min_size=1)


@pytest.fixture
def rates() -> Table:
    return Table([[3, 1], [0, 2]], {"actual": ["no", "yes"], "predicted": ["no", "yes"]})


@given(classes)
def test_every_case_is_counted_once(rows) -> None:
    columns = list(zip(*rows, strict=True))
    counts = table(*columns)
    assert counts.sum() == len(rows)
    assert rnet.prop_table(counts).sum() == pytest.approx(1)
    for axis, column in enumerate(columns, start=1):
        assert rnet.margin_table(counts, axis).as_vector().tolist() == table(column).counts.tolist()


@given(classes)
def test_cells_hold_the_count_of_their_labels(rows) -> None:
    counts = table(*zip(*rows, strict=True))
    for letter, number, flag in rows:
        cell = counts[letter, str(number), str(flag).upper()]
        assert cell == rows.count((letter, number, flag))


@given(classes)
def test_order_of_cases_does_not_matter(rows) -> None:
    def text(cases):
        return str(table(*zip(*cases, strict=True)))

    assert text(rows) == text(rows[::-1])


@given(classes)
def test_margins_added_are_the_margins(rows) -> None:
    counts = table(*zip(*rows, strict=True))
    whole = rnet.addmargins(counts)
    assert whole["Sum", "Sum", "Sum"] == len(rows)
    assert np.array_equal(whole.counts[:-1, :-1, :-1], counts.counts)


@given(classes)
def test_long_data_frame_makes_the_table_again(rows) -> None:
    counts = table(*zip(*rows, strict=True))
    long = rnet.as_data_frame(counts)
    again = rnet.xtabs("Freq ~ Var1 + Var2 + Var3", long)
    assert np.array_equal(again.counts, counts.counts)
    assert again.dimnames == counts.dimnames


def test_series_of_a_frame_and_expressions_have_no_name() -> None:
    infert = rnet.data("infert")
    text = str(table(infert["case"], infert["spontaneous"] > 0))
    assert text == "   \n    FALSE TRUE\n  0   113   52\n  1    28   55"


def test_variables_name_their_dimensions() -> None:
    act, pred = [0, 1, 0], np.array([True, True, False])
    assert table(act, pred).dnn == ("act", "pred")
    assert table(act, pred, deparse_level=0).dnn == ("", "")
    assert table(act, pred > 0).dnn == ("act", "")
    assert table(act, pred, dnn=["x", "y"]).dnn == ("x", "y")
    assert table(a=act, b=pred).dnn == ("a", "b")


@pytest.mark.parametrize("kind", [np.array, pd.DataFrame, rnet.named_matrix])
def test_a_matrix_of_one_column_is_a_vector(kind) -> None:
    scores = np.array([[0.2], [0.7], [0.9]])
    counts = table([0, 1, 1], kind(scores) > 0.5)
    assert str(counts) == "   \n    FALSE TRUE\n  0     1    0\n  1     0    2"


def test_data_frame_and_dict_give_their_names() -> None:
    frame = pd.DataFrame({"a": [1, 2], "b": ["x", "y"]})
    assert str(table(frame)) == str(table({"a": [1, 2], "b": ["x", "y"]}))
    assert table(frame).dnn == ("a", "b")
    assert table(frame[["a"]]).dnn == ("a",)


def test_levels_of_a_factor_keep_their_order_and_empty_ones() -> None:
    size = pd.Categorical(["lo", "hi"], ["lo", "mid", "hi"], ordered=True)
    assert table(pd.Series(size)).names() == ["lo", "mid", "hi"]
    assert table(size).as_vector().tolist() == [1, 0, 1]


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        ([2.0, 10.0, 2.0], ["2", "10"]),
        ([0.1 + 0.2, 0.3], ["0.3"]),
        ([100000.0, 100000, 1], ["1", "1e+05"]),
        ([100000, 1], ["1", "100000"]),
        ([True, False], ["FALSE", "TRUE"]),
        (["b", "A", "a"], ["a", "A", "b"]),
        (pd.to_datetime(["2024-02-01", "2024-01-31"]), ["2024-01-31", "2024-02-01"]),
        (pd.Series([1, None, 1]), ["1"]),
        (pd.array([1, None], dtype="Int64"), ["1"]),
        (pd.array([True, None], dtype="boolean"), ["TRUE"]),
        (pd.Series(["x", None]), ["x"]),
        (range(3), ["0", "1", "2"]),
    ],
)
def test_labels_are_those_of_r(values, labels) -> None:
    assert table(values).names() == labels


def test_missing_values_are_a_class_where_asked_for() -> None:
    assert table(pd.Series([1, None]), use_na="ifany").names() == ["1", None]
    assert table([1, 2], use_na="always").as_vector().tolist() == [1, 1, 0]
    assert table(np.array([1, NA, np.nan]), exclude=None).names() == ["1", None, "NaN"]
    assert table([1, 2, 3], exclude=[1, 3]).names() == ["2"]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: table([1, 2], [1]), "all arguments must have the same length"),
        (table, "nothing to tabulate"),
        (lambda: table(len), "unique() applies only to vectors"),
        (lambda: table([1], use_na="x"), "'arg' should be one of “no”, “ifany”, “always”"),
        (lambda: Table([1, 2], [["a"]]), "length of 'dimnames' not equal to array extent"),
        (lambda: table([1, 2]) + table([1]), "non-conformable arrays"),
        (lambda: table([1, 2])["z"], "subscript out of bounds"),
        (lambda: table([1, 2])[5], "subscript out of bounds"),
        (lambda: table([1, 2], [1, 2])["1"], "incorrect number of dimensions"),
        (lambda: rnet.as_table(["a"]), "cannot coerce to a table"),
    ],
)
def test_errors_are_those_of_r(call, message) -> None:
    with pytest.raises(RError) as caught:
        call()
    assert caught.value.message == message


def test_subscripts(rates) -> None:
    assert rates["no", "yes"] == rates[0, 1] == rates[-2, "yes"] == 1
    assert rates["no", :].to_dict() == {"no": 3, "yes": 1}
    assert rates[:, ["yes"]].to_dict() == {"no": 1, "yes": 2}
    assert rates[["yes", "no"], :].dimnames[0] == ("yes", "no")
    assert rates[[True, False], :].to_dict() == {"no": 3, "yes": 1}
    assert rates[rates > 1].tolist() == [3, 2]
    one = table(["b", "a", "b"])
    assert one["b"] == one[["b"]] == one[1] == 2
    assert one[1:].to_dict() == {"b": 2}
    assert one[["b", "a"]].names() == ["b", "a"]


def test_calculations_keep_the_table(rates) -> None:
    assert str(round(rates / 3, 2)) == str(rnet.round(rates / 3, 2))
    assert (2 * rates).counts.dtype.kind == "i"
    assert (rates == rates.counts).counts.all()
    assert (np.array([10, 100]) * rates)["yes", "yes"] == 200
    assert isinstance(np.sqrt(rates), Table)
    assert np.isnan((rates / rates)["yes", "no"])
    assert (rates > 1).counts.tolist() == [[True, False], [False, True]]
    assert (-rates + rates).sum() == 0
    assert (1 - rates / 3)["no", "no"] == 0
    assert (rates**2)["no", "no"] == 9
    assert (rates % 2).counts.tolist() == [[1, 1], [0, 0]]


def test_cells_in_rs_order(rates) -> None:
    assert rates.as_vector().tolist() == [3, 0, 1, 2] == list(rates)
    assert sum(rates) == np.sum(rates) == rates.sum() == 6
    assert max(rates) == 3
    assert len(rates) == 4
    assert np.trace(rates) / rates.sum() == pytest.approx(5 / 6)


def test_table_cannot_be_changed(rates) -> None:
    with pytest.raises(ValueError, match="read-only"):
        rates.counts[0, 0] = 7
    with pytest.raises(AttributeError):
        rates.dnn = ("x", "y")
    with pytest.raises(TypeError):
        hash(rates)


def test_table_survives_pickling(rates) -> None:
    assert str(pickle.loads(pickle.dumps(rates))) == str(rates)


def test_pandas_and_back(rates) -> None:
    frame = rates.to_pandas()
    assert frame.loc["no", "yes"] == 1
    assert frame.index.name == "actual"
    assert str(rnet.as_table(frame)) == str(rates)
    crosstab = pd.crosstab(pd.Series([0, 1, 1], name="act"), pd.Series([1, 1, 0], name="pred"))
    assert str(rnet.as_table(crosstab)) == "   pred\nact 0 1\n  0 0 1\n  1 1 1"
    titanic = rnet.data("Titanic").to_pandas()
    assert titanic["3rd", "Male", "Adult", "No"] == 387


def test_html_is_a_table_of_the_text(rates) -> None:
    html = rates._repr_html_()
    assert html.startswith("<table>")
    assert re.sub(r"<[^>]*>", " ", html).split() == str(rates).split()


def test_show_prints_the_table(rates, capsys) -> None:
    rnet.show(rates)
    assert capsys.readouterr().out == f"{rates}\n"


def test_summary_answers_to_rs_names() -> None:
    test = rnet.summary(rnet.data("HairEyeColor"))
    assert test["n.vars"] == 3
    assert test["parameter"] == 24
    assert test["statistic"] == pytest.approx(164.9247, rel=1e-6)
    assert test["approx.ok"] is False


def test_summary_shows_three_digits_fewer_than_the_option() -> None:
    test = Table([[1, 1], [0, 3]], [["1", "2"], ["x", "y"]]).summary()
    shown = [rnet.format_r(test).splitlines()[3]]
    with rnet.options(digits=4):
        shown.append(rnet.format_r(test).splitlines()[3])
    shown.append(rnet.format_r(test, digits=6).splitlines()[3])
    assert shown == [
        "\tChisq = 1.875, df = 1, p-value = 0.1709",
        "\tChisq = 1.9, df = 1, p-value = 0.2",
        "\tChisq = 1.875, df = 1, p-value = 0.170904",
    ]


def test_other_summaries_at_the_margins(capsys) -> None:
    cars = rnet.data("mtcars")
    counts = table(cars[["cyl", "gear"]])
    text = str(rnet.addmargins(counts, FUN={"Total": sum, "Mean": np.mean}, quiet=True))
    assert text.splitlines()[1].split() == ["cyl", "3", "4", "5", "Mean"]
    assert capsys.readouterr().out == ""
    rnet.addmargins(counts, FUN=np.mean)
    assert capsys.readouterr().out == (
        "Margins computed over dimensions\nin the following order:\n1: cyl\n2: gear\n"
    )


def test_sums_with_missing_values_follow_the_version() -> None:
    frame = pd.DataFrame({"a": ["u", "v", "u"], "y": [1.0, None, 3.0]})
    assert str(rnet.xtabs("y ~ a", frame)) == "a\n u  v \n 4    "
    with rnet.options(r_version="4.2"):
        assert str(rnet.xtabs("y ~ a", frame)) == "a\nu \n4 "


def test_a_million_cases_take_no_time() -> None:
    group = np.arange(1_000_000) % 7
    counts = table(group, group > 3)
    assert counts.sum() == 1_000_000


# R 4.2.2: x <- array(c(1, 22, 333, 4, 5, 6.5, NA, 8), c(2, 2, 2)); options(max.print = 5)
SHORTENED = """, , c = s

   b
a       p     q
  u   1.0 333.0
  v  22.0   4.0

 [ reached 'max' / getOption("max.print") -- omitted 1 matrix slice(s) ]"""


def test_slices_share_a_layout_and_stop_at_max_print() -> None:
    x = np.array([1, 22, 333, 4, 5, 6.5, NA, 8]).reshape((2, 2, 2), order="F")
    found = Table(x, (("u", "v"), ("p", "q"), ("s", None)), ("a", "b", "c"))
    with rnet.options(max_print=5):
        assert rnet.format_r(found) == SHORTENED
    assert "  u   5.0      \n  v   6.5   8.0" in rnet.format_r(found)


def test_cells_that_are_true_or_false_share_no_width() -> None:
    found = rnet.table([1, 2], [3, 4], [5, 6]) > 0
    assert "        3     4\n  1  TRUE FALSE\n" in rnet.format_r(found)
