"""Model frames: which cases are kept, where names are found, what goes wrong."""

import copy
import pickle
import time

import numpy as np
import pandas as pd
import pytest

import rnet
from rnet import RError, data, model_frame, model_matrix, terms
from rnet.formulas.columns import Matrix
from rnet.formulas.model_frame import model_frame_for

SMALL = pd.DataFrame(
    {
        "y": [1.0, 2.0, np.nan, 4.0, 5.0],
        "x": [2.0, np.nan, 1.0, 0.5, 3.0],
        "g": pd.Categorical(["a", "b", "a", None, "b"], ["a", "b", "c"]),
        "w": [1.0, 2.0, 3.0, 4.0, np.nan],
        "s": ["u", "v", "u", "v", "u"],
    }
)
SECONDS_FOR_A_THOUSAND_COLUMNS = 1.0


@pytest.mark.parametrize(
    ("formula", "rows", "omitted"),
    [
        ("y ~ 1", ["1", "2", "4", "5"], [2]),
        ("y ~ x", ["1", "4", "5"], [1, 2]),
        ("y ~ g", ["1", "2", "5"], [2, 3]),
        ("~ s", ["1", "2", "3", "4", "5"], []),
        ("y ~ .", ["1"], [1, 2, 3, 4]),
    ],
)
def test_incomplete_cases_are_dropped_jointly(formula, rows, omitted) -> None:
    frame = model_frame(formula, SMALL)
    assert frame.row_names == rows
    assert frame.omitted.tolist() == omitted
    assert {len(column) for column in frame.variables.values()} == {len(rows)}
    assert frame.has_automatic_row_names == (not omitted)
    assert frame.na_action == "na.omit"


@pytest.mark.parametrize("action", ["na.omit", "na_exclude", rnet.na_omit, rnet.na_exclude])
def test_rules_that_drop(action) -> None:
    assert len(model_frame("y ~ x", SMALL, na_action=action)) == 3


def test_na_pass_keeps_and_na_fail_refuses() -> None:
    frame = model_frame("y ~ x + g", SMALL, na_action="na.pass")
    assert len(frame) == 5
    assert np.isnan(model_matrix(frame).values[3, 2])
    with pytest.raises(RError, match="missing values in object"):
        model_frame("y ~ x", SMALL, na_action="na.fail")
    with pytest.raises(RError, match=r'could not find function "na\.sometimes"'):
        model_frame("y ~ x", SMALL, na_action="na.sometimes")


def test_the_option_na_action_is_the_default() -> None:
    with rnet.options(na_action="na.pass"):
        assert len(model_frame("y ~ x", SMALL)) == 5


@pytest.mark.parametrize(
    ("subset", "rows"),
    [
        ("x > 0.5", ["1", "3", "5"]),
        ("s == 'u' & y > 1", ["5"]),
        (np.array([True, False, True, False, True]), ["1", "3", "5"]),
        (pd.Series([True, None, True, False, True], dtype="boolean"), ["1", "3", "5"]),
        ([1, 5], ["1", "5"]),
        ([5, 1, 1], ["5", "1", "1"]),
        ([-1, -2], ["3", "4", "5"]),
        ("1:3", ["1", "2", "3"]),
        ("-(1:3)", ["4", "5"]),
    ],
)
def test_subset_as_in_r(subset, rows) -> None:
    assert model_frame("~ s", SMALL, subset=subset).row_names == rows


def test_subset_counts_from_one_and_warns_of_zero() -> None:
    with pytest.warns(rnet.RWarning, match="row number 0"):
        assert model_frame("~ s", SMALL, subset=[0, 1]).row_names == ["1"]
    with pytest.raises(RError, match="subscript out of bounds"):
        model_frame("~ s", SMALL, subset=[6])


def test_bases_are_fitted_before_the_subset_is_taken() -> None:
    cars = data("cars")
    part = model_frame("dist ~ poly(speed, 2)", cars, subset="speed > 10")
    whole = model_frame("dist ~ poly(speed, 2)", cars)
    kept = (cars["speed"] > 10).to_numpy()
    expected = whole.variables["poly(speed, 2)"].values[kept]
    np.testing.assert_array_equal(part.variables["poly(speed, 2)"].values, expected)


def test_weights_and_offsets() -> None:
    frame = model_frame("y ~ s + offset(x)", SMALL, weights="w", offset=np.arange(5.0))
    assert frame.row_names == ["1", "4"]
    assert frame.weights.tolist() == [1.0, 4.0]
    assert frame.offset.tolist() == [2.0, 3.5]
    assert list(frame.variables) == ["y", "s", "offset(x)"]
    with pytest.raises(RError, match=r"variable lengths differ \(found for '\(weights\)'\)"):
        model_frame("y ~ s", SMALL, weights=[1.0, 2.0])


def test_response_kinds() -> None:
    assert model_frame("~ s", SMALL).response is None
    assert model_frame("y ~ s", SMALL).response.tolist() == [1.0, 2.0, 4.0, 5.0]
    both = model_frame("cbind(y, x) ~ s", SMALL).response
    assert isinstance(both, Matrix)
    assert both.column_names == ("y", "x")
    assert both.values.shape == (3, 2)
    assert model_frame("g ~ s", SMALL).response.tolist() == ["a", "b", "a", "b"]


def test_names_are_found_around_the_call() -> None:
    outside = np.arange(5.0)  # noqa: F841 - the formula finds it

    def double(values):
        return values * 2

    frame = model_frame("~ outside + double(outside)", SMALL)
    assert frame.variables["double(outside)"].tolist() == [0.0, 2.0, 4.0, 6.0, 8.0]
    given = {"double": double, "outside": np.ones(5)}
    assert (
        model_frame("~ double(outside)", SMALL, environment=given)
        .variables["double(outside)"]
        .tolist()
        == [2.0] * 5
    )
    with pytest.raises(RError, match="object 'outside' not found"):
        model_frame("~ outside", SMALL, environment={})


def test_columns_hide_variables() -> None:
    x = np.zeros(5)  # noqa: F841 - must not be found
    assert model_frame("~ x", SMALL).variables["x"].tolist() == [2.0, 1.0, 0.5, 3.0]


@pytest.mark.parametrize(
    ("formula", "frame", "message"),
    [
        ("y ~ zz", SMALL, "object 'zz' not found"),
        ("y ~ .", None, "'.' in formula and no 'data' argument"),
        ("y ~ x", np.ones((3, 2)), "'data' must be a data.frame, not a matrix or an array"),
        ("y ~ x", {"y": [1, 2], "x": [1, 2, 3]}, "arguments imply differing number of rows: 2, 3"),
        ("y ~ x", {"y": [1, 2], "x": [[1], [2]]}, "invalid type (list) for variable 'x'"),
        ("y", SMALL, "invalid formula"),
        (3, SMALL, "invalid formula"),
    ],
)
def test_messages(formula, frame, message) -> None:
    with pytest.raises(RError) as caught:
        model_frame(formula, frame, environment={})
    assert caught.value.message == message


def test_levels_and_unused_levels() -> None:
    frame = model_frame("~ g", SMALL)
    assert frame.terms.encoding.levels == {"g": ("a", "b", "c")}
    assert model_matrix(frame).column_names == ["(Intercept)", "gb", "gc"]
    dropped = model_frame("~ g", SMALL, drop_unused_levels=True)
    assert model_matrix(dropped).column_names == ["(Intercept)", "gb"]
    given = model_frame("~ s", SMALL, levels={"s": ["v", "u"]})
    assert model_matrix(given).column_names == ["(Intercept)", "su"]


def test_new_data() -> None:
    full = SMALL.assign(x=[2.0, 1.0, 1.0, 0.5, 3.0], y=1.0)
    of = model_matrix("y ~ g + log(x) + s", full).terms
    new = pd.DataFrame({"g": ["b"], "x": [1.0], "s": ["v"]})
    design = model_matrix(model_frame_for(of, new))
    assert design.column_names == ["(Intercept)", "gb", "gc", "log(x)", "sv"]
    assert design.values.tolist() == [[1.0, 1.0, 0.0, 0.0, 1.0]]
    with pytest.raises(RError, match="factor g has new level d"):
        model_frame_for(of, new.assign(g="d"))
    with pytest.raises(RError, match="factor g has new levels d, e"):
        model_frame_for(of, pd.DataFrame({"g": ["d", "e"], "x": 1.0, "s": "u"}))
    with pytest.raises(RError, match="object 'x' not found"):
        model_frame_for(of, new[["g", "s"]], environment={})
    with pytest.raises(RError) as caught:
        model_frame_for(of, new.assign(x=["a"]))
    assert caught.value.message == "non-numeric argument to mathematical function"
    plain = model_frame("y ~ x", SMALL).terms
    with pytest.raises(RError) as caught:
        model_frame_for(plain, new.assign(x=["a"]))
    assert caught.value.message == (
        'variable \'x\' was fitted with type "numeric" but type "character" was supplied'
    )


def test_new_data_may_lack_the_response_and_hold_missing_values() -> None:
    of = model_frame("y ~ x", SMALL).terms
    new = pd.DataFrame({"x": [1.0, np.nan]})
    assert len(model_frame_for(of, new)) == 2
    assert len(model_frame_for(of, new, na_action="na.omit")) == 1


def test_contrasts_of_the_fit_serve_new_data() -> None:
    of = model_matrix("~ g", SMALL, contrasts={"g": "contr.sum"}).terms
    design = model_matrix(model_frame_for(of, pd.DataFrame({"g": ["a", "c"]})))
    assert design.values.tolist() == [[1, 1, 0], [1, -1, -1]]
    with rnet.options(contrasts=("contr.helmert", "contr.poly")):
        assert model_matrix(model_frame_for(of, SMALL)).contrasts == {"g": "contr.sum"}
        assert model_matrix("~ g", SMALL).contrasts == {"g": "contr.helmert"}


def test_row_names() -> None:
    cars = data("mtcars")
    frame = model_frame("mpg ~ wt", cars, subset="cyl == 6")
    assert frame.row_names[0] == "Mazda RX4"
    assert not frame.has_automatic_row_names
    assert model_frame("~ s", SMALL.iloc[2:]).row_names == ["3", "4", "5"]
    assert not model_frame("~ s", SMALL.iloc[2:]).has_automatic_row_names


def test_column_kinds_of_pandas() -> None:
    frame = pd.DataFrame(
        {
            "i": pd.array([1, 2, None], dtype="Int64"),
            "b": pd.array([True, None, False], dtype="boolean"),
            "o": ["x", None, "y"],
            "c": pd.Categorical([3, 1, 3]),
            "d": pd.to_datetime(["1970-01-02", "1970-01-03", "2000-01-01"]),
            7: [1, 2, 3],
        }
    )
    kept = model_frame("~ .", frame, na_action="na.pass")
    assert kept.terms.encoding.classes == {
        "i": "numeric",
        "b": "logical",
        "o": "character",
        "c": "factor",
        "d": "numeric",
        "7": "numeric",
    }
    assert kept.terms.encoding.levels["c"] == ("1", "3")
    assert kept.variables["d"].tolist() == [1.0, 2.0, 10957.0]
    assert len(model_frame("~ .", frame)) == 1


def test_terms_travel_to_other_processes() -> None:
    design = model_matrix("y ~ poly(x, 2) + g", SMALL.dropna(subset=["x"]))
    for of in (pickle.loads(pickle.dumps(design.terms)), copy.deepcopy(design.terms)):
        again = model_matrix(model_frame_for(of, SMALL.iloc[[0, 4]]))
        assert again.column_names == design.column_names


@pytest.mark.parametrize("written_out", [False, True])
def test_a_thousand_columns_take_well_under_a_second(written_out) -> None:
    numbers = np.random.default_rng(1).normal(size=(200, 1001))
    frame = pd.DataFrame(numbers, columns=["y", *(f"x{i}" for i in range(1000))])
    formula = "y ~ " + (" + ".join(frame.columns[1:]) if written_out else ".")
    start = time.perf_counter()
    design = model_matrix(formula, frame)
    predicted = model_matrix(model_frame_for(design.terms, frame))
    assert time.perf_counter() - start < SECONDS_FOR_A_THOUSAND_COLUMNS
    np.testing.assert_array_equal(design.values[:, 1:], numbers[:, 1:])
    np.testing.assert_array_equal(design.values, predicted.values)
    assert len(terms(formula, frame).labels) == 1000


def test_long_sums_of_columns_are_evaluated() -> None:
    frame = pd.DataFrame({f"x{i}": [float(i)] for i in range(800)})
    total = model_frame(f"~ I({' + '.join(frame.columns)})", frame)
    assert [float(v[0]) for v in total.variables.values()] == [sum(range(800))]


def test_frame_and_design_print_as_r_prints_them() -> None:
    assert str(model_frame("y ~ s", SMALL)) == "  y s\n1 1 u\n2 2 v\n4 4 v\n5 5 u"
    assert str(model_matrix("~ s - 1", SMALL.iloc[:2])) == (
        '  su sv\n1  1  0\n2  0  1\nattr(,"assign")\n[1] 1 1\nattr(,"contrasts")\n'
        'attr(,"contrasts")$s\n[1] "contr.treatment"\n'
    )


def test_rows_without_names_are_counted_when_asked_for() -> None:
    table = pd.DataFrame({"y": [1.0, np.nan, 3.0, 4.0], "x": [1.0, 2.0, 3.0, 5.0]})
    whole = model_frame("y ~ x", table, na_action="na.pass").row_names
    assert whole == ["1", "2", "3", "4"]
    assert (whole[1], list(whole[2:]), repr(whole[:1])) == ("2", ["3", "4"], "['1']")
    some = model_frame("y ~ x", table, subset="x > 1").row_names
    assert some == ["3", "4"]
    assert some != whole
    assert some == model_frame("y ~ x", table.iloc[[2, 3]]).row_names
