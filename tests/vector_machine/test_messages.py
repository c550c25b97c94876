"""R's words for wrong input, recorded by `oracles/e1071/svm_messages.R`."""

import sys
import warnings

import numpy as np
import pandas as pd
import pytest
from oracles import load_json

from rnet import RError, RWarning, coef, data, predict, runif, set_seed, svm

RECORDED = load_json("e1071/svm_messages.json")["cases"]
iris, cars = data("iris"), data("cars")
X, SPECIES = iris.iloc[:, :4].to_numpy(), iris["Species"]
DIST = "dist ~ speed"

# R after set.seed(1): what runif(1) gives after as many.
UNIFORM_AFTER_150, UNIFORM_AFTER_20 = 0.61464497167617083, 0.93470523110590875


def with_value(column: str, value: float) -> pd.DataFrame:
    changed = cars.astype(float)
    changed.loc[2, column] = value
    return changed


INPUTS = {
    "infinite_x": lambda: svm(DIST, with_value("speed", np.inf)),
    "infinite_x_unscaled": lambda: svm(DIST, with_value("speed", np.inf), scale=False),
    "infinite_y": lambda: svm(DIST, with_value("dist", np.inf)),
    "na_passed": lambda: svm(DIST, with_value("speed", np.nan), na_action="na.pass"),
    "na_failed": lambda: svm(DIST, with_value("speed", np.nan), na_action="na.fail"),
    "one_row": lambda: svm(DIST, cars[:1]),
    "no_row": lambda: svm(DIST, cars[:0]),
    "constant_response": lambda: svm("k ~ speed", cars.assign(k=1)),
    "constant_response_unscaled": lambda: svm(
        "k ~ speed", cars.assign(k=1), scale=False, fitted=False
    ),
    "one_class": lambda: svm("Species ~ .", iris[:50]),
    "nothing_outside_the_tube": lambda: svm(DIST, cars, epsilon=10),
    "no_column": lambda: svm("dist ~ 1", cars),
    "unknown_variable": lambda: svm("dist ~ spee", cars),
    "two_responses": lambda: svm("cbind(speed, dist) ~ speed", cars),
    "lengths_differ": lambda: svm(X, SPECIES[:149]),
    "character_response": lambda: svm(X, SPECIES.astype(str)),
    "factor_for_regression": lambda: svm("Species ~ .", iris, type="eps-regression"),
    "logical_for_regression": lambda: svm("(dist > 40) ~ speed", cars),
    "fractions_for_classes": lambda: svm("dist + .5 ~ speed", cars, type="C-classification"),
    "null_degree": lambda: svm(DIST, cars, degree=None),
    "null_coef0": lambda: svm(DIST, cars, coef0=None),
    "null_cost": lambda: svm(DIST, cars, cost=None),
    "null_nu": lambda: svm(DIST, cars, nu=None),
    "null_epsilon": lambda: svm(DIST, cars, epsilon=None),
    "null_tolerance": lambda: svm(DIST, cars, tolerance=None),
    "na_gamma": lambda: svm(DIST, cars, gamma=np.nan),
    "na_cost": lambda: svm(DIST, cars, cost=np.nan),
    "infinite_coef0": lambda: svm(DIST, cars, coef0=np.inf),
    "na_degree": lambda: svm(DIST, cars, degree=np.nan),
    "nan_epsilon": lambda: svm(DIST, cars, epsilon=np.nan),
    "negative_epsilon": lambda: svm(DIST, cars, epsilon=-1),
    "zero_tolerance": lambda: svm(DIST, cars, tolerance=0),
    "negative_degree": lambda: svm(DIST, cars, degree=-1),
    "zero_cost": lambda: svm(DIST, cars, cost=0),
    "too_many_folds": lambda: svm(DIST, cars, cross=51),
    "numeric_type": lambda: svm(DIST, cars, type=3),
    "ambiguous_type": lambda: svm("Species ~ .", iris, type="nu"),
    "empty_inverse": lambda: svm("Species ~ .", iris[:100], class_weights="inverse"),
    "other_weight_word": lambda: svm("Species ~ .", iris, class_weights="inv"),
    "zero_weight": lambda: svm("Species ~ .", iris, class_weights={"setosa": 0}),
    "type_before_kernel": lambda: svm("Species ~ .", iris, type="foo", kernel="bar"),
    "null_before_response": lambda: svm("as.character(Species) ~ .", iris, cost=None),
    "folds_before_response": lambda: svm("as.character(Species) ~ .", iris, cross=500),
    "folds_before_weights": lambda: svm("Species ~ .", iris, class_weights=[1, 2], cross=500),
    "gamma_before_degree": lambda: svm("Species ~ .", iris, degree=-1, gamma=-1),
    "degree_before_tolerance": lambda: svm("Species ~ .", iris, degree=-1, tolerance=-1),
    "tolerance_before_cost": lambda: svm("Species ~ .", iris, cost=-1, tolerance=-1),
    "one_class_probability": lambda: svm("~ .", cars, probability=True),
    "too_many_scales": lambda: svm(X, SPECIES, scale=[True] * 5),
    "two_constants": lambda: svm("dist ~ .", cars.assign(k=1, z=2)),
    "weights_for_regression": lambda: svm(DIST, cars, class_weights={"a": 1}),
    "one_class_of_a_factor": lambda: svm("Species ~ .", iris, type="one"),
    "one_class_of_an_ordered_factor": lambda: svm(
        "ordered(Species) ~ Petal.Width", iris, type="one"
    ),
    "predict_missing_variable": lambda: predict(by_formula(), iris.iloc[:2, :3]),
    "predict_too_few_columns": lambda: predict(svm(X, SPECIES), iris.iloc[:2, :3]),
    "predict_too_many_columns": lambda: predict(svm(X, SPECIES), np.c_[X, np.ones(150)]),
    "predict_vector": lambda: predict(svm(X, SPECIES), np.ones(4)),
    "predict_na_fail": lambda: predict(svm(X, SPECIES), X * np.nan, na_action="na.fail"),
    "predict_infinite": lambda: predict(svm(X, SPECIES), X + np.inf),
    "predict_without_probabilities": lambda: predict(by_formula(), iris, probability=True),
    "new_level": lambda: predict(
        svm("Sepal.Length ~ Species", iris), pd.DataFrame({"Species": ["setosa", "Q"]})
    ),
    "coef_of_radial": lambda: coef(svm(X, SPECIES)),
    "coef_of_three_classes": lambda: coef(svm(X, SPECIES, kernel="linear")),
}
# e1071 1.7-16 keeps the training levels (specification 5); the recording release does not.
NEWER = {"new_level": "factor Species has new level Q"}


def by_formula():
    return svm("Species ~ .", iris)


def test_every_recorded_input_is_tried() -> None:
    assert INPUTS.keys() == RECORDED.keys()


@pytest.mark.parametrize("name", INPUTS)
def test_words_are_r_words(name) -> None:
    if "one_class_of" in name:
        pytest.importorskip("libsvm")
    recorded = RECORDED[name]
    error = None
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            INPUTS[name]()
        except RError as raised:
            error = raised
    heard = [w.message.message for w in caught if isinstance(w.message, RWarning)]
    assert heard == recorded["warnings"]
    assert (error and error.message) == NEWER.get(name, recorded["error"])
    assert error is None or error.advice


def test_constant_column_is_named_and_its_effect_told() -> None:
    with pytest.warns(RWarning, match="leave out ‘k’ and ‘z’") as caught:
        fit = svm("dist ~ .", cars.assign(k=1, z=2))
    assert len(caught) == 1
    assert not fit.scaled.any()
    assert fit.y_scale is None


@pytest.mark.parametrize("cross", [-1, 1])
def test_folds_that_make_no_sense(cross) -> None:
    with pytest.raises(RError, match="at least 2 folds"):
        svm(DIST, cars, cross=cross)


def test_text_for_a_number() -> None:
    with pytest.raises(RError, match="‘cost’ is not a number"):
        svm(DIST, cars, cost="a")


def test_factor_among_columns_without_formula() -> None:
    with pytest.raises(RError, match="missing value where TRUE/FALSE needed\n‘Species’"):
        svm(iris.iloc[:, 1:], iris["Sepal.Length"])


@pytest.mark.parametrize("hidden", [False, True])
def test_polynomial_overflow_leaves_no_support_vectors(hidden, monkeypatch) -> None:
    if hidden:
        monkeypatch.setitem(sys.modules, "libsvm", None)
    overflowing = {"kernel": "polynomial", "degree": 60, "gamma": 1e12}
    with pytest.raises(RError, match="Model is empty!\nThe kernel overflowed"):
        svm("Species ~ .", iris, **overflowing)
    set_seed(1)
    fit = svm("Species ~ .", iris, **overflowing, fitted=False, cross=3)
    assert np.isnan(fit.rho).all()
    assert fit.tot_accuracy == 100 / 3  # as R
    assert float(runif(1)[0]) == UNIFORM_AFTER_150


def test_coefficients_that_are_not_finite() -> None:
    pytest.importorskip("libsvm")
    same = pd.DataFrame({"x": np.repeat([0.0, 1.0], 10), "y": pd.Categorical(["u", "v"] * 10)})
    same["x"] = 0.0
    arguments = {"type": "nu-classification", "scale": False, "probability": True}
    set_seed(1)
    with pytest.raises(RError, match="NA/NaN/Inf in foreign function call \\(arg 8\\)"):
        svm("y ~ x", same, **arguments)
    assert float(runif(1)[0]) == UNIFORM_AFTER_20
    fit = svm("y ~ x", same, **arguments, fitted=False)
    with pytest.raises(RError, match="arg 8"):
        predict(fit, same)


@pytest.mark.parametrize("kind", ["nu-classification", "nu-regression", "one-classification"])
def test_binding_missing(kind, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "libsvm", None)
    y = SPECIES if kind == "nu-classification" else X[:, 0]
    set_seed(1)
    with pytest.warns(RWarning, match=r"pip install 'rnet-stats\[libsvm\]'") as caught:
        fit = svm(X, y, type=kind, nu=0.3, cross=3)
    assert len(caught) == 1
    assert f"scikit-learn's solver for {kind} starts elsewhere" in str(caught[0].message)
    monkeypatch.undo()
    pytest.importorskip("libsvm")
    wanted = svm(X, y, type=kind, nu=0.3)
    assert abs(fit.tot_nSV - wanted.tot_nSV) <= 2
    np.testing.assert_allclose(fit.decision_values, wanted.decision_values, atol=0.01)


def test_refused_fit_draws_nothing() -> None:
    set_seed(1)
    expected = float(runif(1)[0])
    set_seed(1)
    with pytest.raises(RError):
        svm(DIST, cars, cost=-1, cross=10, probability=True)
    assert float(runif(1)[0]) == expected
