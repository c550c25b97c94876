"""Where rnet's nnet differs from R on purpose (the page "Does rnet match R?"), and small parts."""

import pickle

import numpy as np
import pandas as pd
import pytest

import rnet
from rnet.conditions import RError, RWarning

# Two fits of one likelihood from equal cases in another order.
SAME_FIT = 1e-6


@pytest.fixture
def iris():
    return rnet.data("iris")


@pytest.fixture
def quiet():
    return {"trace": False}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"size": 1.5}, "invalid 'size'"),
        ({"size": [2, 3]}, "invalid 'size'"),
        ({"size": "two"}, "invalid 'size'"),
        ({"size": -1}, "no weights to fit"),
        ({"size": 1, "decay": [0.1, 0.2]}, "invalid 'decay'"),
        ({"size": 1, "decay": np.nan}, "NA/NaN/Inf in foreign function call (arg 4)"),
        ({"size": 1, "Wts": [np.nan] * 8}, "NA/NaN/Inf in foreign function call (arg 5)"),
        ({"size": 1, "maxit": np.nan}, "NAs in foreign function call (arg 7)"),
        ({"size": 1, "abstol": np.nan}, "NA/NaN/Inf in foreign function call (arg 10)"),
    ],
)
def test_arguments_that_cannot_be(iris, quiet, arguments, message):
    with pytest.raises(RError) as caught:
        rnet.nnet("Species ~ Sepal.Length", iris, **arguments, **quiet)
    assert caught.value.message == message


@pytest.mark.parametrize("formula", ["Sepal.Length ~ 1", "Species ~ 1"])
def test_no_predictors(iris, quiet, formula):
    with pytest.raises(RError, match="no weights to fit"):
        rnet.nnet(formula, iris, size=1, **quiet)


@pytest.mark.parametrize("function", [rnet.nnet, rnet.multinom])
def test_no_response(iris, function):
    with pytest.raises(RError):
        function("~ Sepal.Length", iris, **({"size": 1} if function is rnet.nnet else {}))


def test_infinite_numbers(iris, quiet):
    x = iris.iloc[:, :2].to_numpy(copy=True)
    x[0, 0] = np.inf
    with pytest.raises(RError, match=r"NA/NaN/Inf in foreign function call \(arg 2\)"):
        rnet.nnet(x, iris["Petal.Length"], size=1, **quiet)


def test_missing_arguments(iris):
    with pytest.raises(RError, match='argument "y" is missing'):
        rnet.nnet(iris.iloc[:, :2], size=1)
    with pytest.raises(RError, match='argument "x" is missing'):
        rnet.nnet(size=1)


def test_class_without_cases_keeps_its_name_out(iris, quiet):
    seen = iris.iloc[50:]
    rnet.set_seed(1)
    with pytest.warns(RWarning, match="group ‘setosa’ is empty"):
        fit = rnet.nnet("Species ~ Petal.Width", seen, size=1, decay=0.01, **quiet)
    assert fit.lev == ["setosa", "versicolor", "virginica"]
    with pytest.warns(RWarning, match="classes without cases have no output"):
        found = fit.predict(seen, "class")
    assert (found == seen["Species"].astype(str)).mean() > 0.9


def test_several_entropy_outputs_are_no_classes(iris, quiet):
    x = iris.iloc[:, :2]
    fit = rnet.nnet(x, rnet.class_ind(iris["Species"]), size=1, entropy=True, **quiet)
    with pytest.raises(RError, match="inappropriate fit for class"):
        fit.predict(x, "class")


def test_new_matrices(iris, quiet):
    x = iris.iloc[:, :2].to_numpy()
    fit = rnet.nnet(x, iris["Petal.Length"], size=1, linout=True, **quiet)
    all_rows = fit.predict(x).to_numpy()
    np.testing.assert_array_equal(fit.predict().to_numpy(), all_rows)
    np.testing.assert_array_equal(fit.predict(x[3]).to_numpy(), all_rows[3:4])
    np.testing.assert_array_equal(fit.predict(np.column_stack([x, x])).to_numpy(), all_rows)
    with pytest.raises(RError, match="'newdata' has 1 columns, the network 2 inputs"):
        fit.predict(x[:, :1])
    with pytest.raises(RError, match="missing values in 'x'"):
        fit.predict(np.array([[1.0, np.nan]]))
    with pytest.raises(RError, match="NULL"):
        fit.predict(None)
    with pytest.raises(RError, match="should be one of"):
        fit.predict(x, "prob")


def test_contrasts_of_the_fit_in_its_covariances(quiet):
    cars = rnet.data("mtcars").copy()
    for name in ("gear", "cyl"):
        cars[name] = pd.Categorical(cars[name].astype(int).astype(str))
    given = {"contrasts": {"cyl": "contr.sum"}, "maxit": 30, **quiet}
    fit = rnet.multinom("gear ~ cyl", cars, **given)
    keeping = rnet.multinom("gear ~ cyl", cars, Hess=True, **given)
    np.testing.assert_array_equal(fit.vcov(), keeping.vcov())
    np.testing.assert_allclose(np.linalg.inv(keeping.Hessian), fit.vcov(), rtol=1e-6, atol=1e-6)


def test_equal_cases_combined(capsys, quiet):
    rng = np.random.default_rng(1)
    frame = pd.DataFrame(
        {"g": rng.choice(list("abc"), 80), "x": rng.integers(0, 2, 80),
         "z": rng.integers(0, 2, 80), "w": rng.random(80)}
    )  # fmt: skip
    frame["h"] = frame["g"] == "a"
    for formula in ("g ~ x + z", "h ~ x + z"):
        plain = rnet.multinom(formula, frame, weights="w", **quiet)
        for method in (1, 2, 3):
            capsys.readouterr()
            fit = rnet.multinom(formula, frame, weights="w", summ=method, **quiet)
            assert capsys.readouterr().out == f"[1] {len(fit.weights)} 3\n"
            assert fit.weights.sum() == pytest.approx(frame["w"].sum())
            np.testing.assert_allclose(fit.coef(), plain.coef(), rtol=SAME_FIT, atol=SAME_FIT)
            np.testing.assert_allclose(fit.vcov(), plain.vcov(), rtol=1e-4)
    with pytest.raises(RError, match="invalid 'summ'"):
        rnet.multinom("g ~ x", frame, summ=4)


def test_offset_is_left_out_of_predictions_with_a_warning(iris, quiet):
    iris["b"] = pd.Categorical(iris["Species"] == "virginica")
    fit = rnet.multinom("b ~ Sepal.Length + offset(Petal.Length)", iris, **quiet)
    with pytest.warns(RWarning, match="offsets are not used"):
        found = fit.predict(iris.iloc[:1], "probs")
    assert found.iloc[0] == pytest.approx(0.001850125, rel=1e-6)  # what R predicts
    with pytest.raises(RError, match="wrong"):
        rnet.multinom("Species ~ Sepal.Length + offset(Petal.Length)", iris, **quiet)


def test_generics_of_a_multinomial_model(iris, quiet):
    fit = rnet.multinom("Species ~ Sepal.Length", iris, **quiet)
    np.testing.assert_array_equal(rnet.vcov(fit), fit.vcov())
    both = rnet.confint(fit)
    assert both.names() == ["versicolor", "virginica"]
    assert np.asarray(both).shape == (2, 2, 2)
    one = rnet.confint(fit, "Sepal.Length")["virginica"]
    np.testing.assert_array_equal(one, both["virginica"].loc[["Sepal.Length"]])
    np.testing.assert_array_equal(rnet.confint(fit, 2)["virginica"], one)
    for parm in ("age", 3):
        with pytest.raises(RError, match="subscript out of bounds"):
            rnet.confint(fit, parm)
    with pytest.raises(RError, match="subscript out of bounds"):
        both["setosa"]
    assert rnet.summary(fit)["standard.errors"].shape == (2, 2)
    assert rnet.summary(fit)["Wald.ratios"] is None
    assert rnet.summary(fit, correlation=True)["correlation"].iloc[0, 0] == pytest.approx(1)


def test_indicator_matrix():
    found = rnet.class_ind(pd.Series(["b", None, "a"], index=["x", "y", "z"]))
    assert rnet.format_r(found) == "  a b\nx 0 1\ny 0 0\nz 1 0"
    levels = pd.Categorical(["b", "a"], ["c", "b", "a"])
    assert rnet.class_ind(levels).to_numpy().tolist() == [[0, 1, 0], [0, 0, 1]]
    assert list(rnet.class_ind([10.0, 2.0]).columns) == ["2", "10"]
    assert list(rnet.class_ind([True, False]).columns) == ["FALSE", "TRUE"]


def test_largest_columns():
    m = np.array([[1, 1, 0], [np.nan, 1, 2], [0, 2, 2], [np.inf, 1, np.inf]])
    np.testing.assert_array_equal(rnet.max_col(m, "first"), [1, rnet.NA, 2, 1])
    np.testing.assert_array_equal(rnet.max_col(m, "last"), [2, rnet.NA, 3, 3])
    drawn = np.array([rnet.max_col(m) for _ in range(60)])
    assert set(drawn[:, 0]) == {1, 2}
    assert set(drawn[:, 2]) == {2, 3}
    with pytest.raises(RError, match="should be one of"):
        rnet.max_col(m, "middle")


@pytest.mark.parametrize(
    ("m", "expected"),
    [(3, [1]), ([1, 2], [1, 1]), (np.zeros((0, 3)), []), ({"a": [1, 2], "b": [3, 1]}, [2, 1])],
)
def test_largest_columns_of_what_is_no_matrix(m, expected):
    assert rnet.max_col(m).tolist() == expected


def test_largest_columns_of_nothing():
    assert np.isnan(rnet.max_col(np.zeros((3, 0)))).all()
    for junk in (None, "a", [["a", "b"]], np.zeros((2, 2, 2)), [[1, 2], [3]], [[1j, 2]]):
        with pytest.raises(RError, match="must be a numeric matrix"):
            rnet.max_col(junk)


def test_multinom_types_as_r_matches_them(iris, quiet):
    fit = rnet.multinom("Species ~ Petal.Width", iris, **quiet)
    new = {"Petal.Width": 0.2}  # R takes a list of single numbers, too
    assert list(fit.predict(new, "c")) == ["setosa"]
    pd.testing.assert_series_equal(fit.predict(new, "p"), fit.predict(iris[:1], "probs"))
    for junk in ("raw", 3, iris, ["probs"]):
        with pytest.raises(RError, match="should be one of “class”, “probs”"):
            fit.predict(new, junk)


def test_multinom_has_the_components_of_its_network(iris, quiet):
    fit = rnet.multinom("Species ~ Petal.Width", iris, **quiet)
    assert (fit.value, fit.convergence) == (fit["value"], fit["convergence"])
    np.testing.assert_array_equal(fit.wts, fit["wts"])
    np.testing.assert_array_equal(fit.fitted_values, fit["fitted.values"])


def test_largest_columns_as_r_drew_them():
    # set.seed(1); M <- matrix(sample(1:3, 60, TRUE), 12); max.col(M) three times; runif(1)
    rnet.set_seed(1)
    m = rnet.sample(np.arange(1, 4), 60, True).reshape(12, 5, order="F")
    expected = [
        [5, 1, 5, 4, 2, 1, 1, 4, 2, 1, 3, 5],
        [4, 1, 5, 4, 3, 1, 1, 4, 3, 1, 1, 4],
        [4, 1, 5, 4, 4, 1, 2, 1, 2, 1, 3, 3],
    ]
    assert [rnet.max_col(m).tolist() for _ in range(3)] == expected
    assert rnet.runif(1)[0] == pytest.approx(0.5111698, abs=1e-7)


def test_fits_survive_pickling(iris, quiet):
    fit = rnet.nnet("Species ~ Sepal.Length", iris, size=1, maxit=5, **quiet)
    again = pickle.loads(pickle.dumps(fit))
    assert str(again) == str(fit)
    np.testing.assert_array_equal(again.predict(iris), fit.predict(iris))


def test_trace_is_written_while_fitting(capsys, iris):
    rnet.set_seed(1)
    rnet.nnet("Species ~ .", iris, size=2, maxit=20, decay=5e-4)
    assert capsys.readouterr().out.splitlines()[0] == "# weights:  19"
    rnet.nnet("Species ~ .", iris, size=2, maxit=20, trace=False)
    assert capsys.readouterr().out == ""


NOT_NUMBERS = {
    "decay": "NA/NaN/Inf in foreign function call (arg 4)",
    "maxit": "NAs in foreign function call (arg 7)",
    "abstol": "NA/NaN/Inf in foreign function call (arg 10)",
    "reltol": "NA/NaN/Inf in foreign function call (arg 11)",
    "Wts": "weights vector of incorrect length",
    "mask": "incorrect length of 'mask'",
    "size": "invalid 'size'",
    "rang": "invalid 'rang'",
    "MaxNWts": "invalid 'MaxNWts'",
    "skip": "argument is not interpretable as logical",
    "linout": "argument is not interpretable as logical",
    "trace": "argument is not interpretable as logical",
    "Hess": "argument is not interpretable as logical",
}


@pytest.mark.parametrize("given", ["a", [1, [2]], {"a": 1}], ids=str)
@pytest.mark.parametrize("name", NOT_NUMBERS)
def test_what_is_no_number_ends_in_an_error(name, given) -> None:
    arguments = {"size": 2, "trace": False, name: given}
    with pytest.raises(RError) as raised:
        rnet.nnet("Species ~ .", rnet.data("iris"), **arguments)
    assert raised.value.message == NOT_NUMBERS[name]


def test_networks_beyond_memory_are_refused() -> None:
    with pytest.raises(RError, match="cannot allocate vector of size"):
        rnet.nnet("Species ~ .", rnet.data("iris"), size=10**9, MaxNWts=1e30, trace=False)
    with pytest.raises(RError, match="cannot allocate vector of size"):
        rnet.nnet("Species ~ .", rnet.data("iris"), size=10**5, MaxNWts=1e30, trace=False)
