"""The object a user holds: calls, components, predictions, input in all its forms."""

import copy
import pickle
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rnet
from rnet import RError, data, fitted, format_r, named_matrix, predict, residuals, svm, table

iris, infert, cars, mtcars = (data(name) for name in ("iris", "infert", "cars", "mtcars"))
X, SPECIES = iris.iloc[:, :4].to_numpy(), iris["Species"]

# A linear function of unscaled columns, summed in another order.
UNSCALED = 1e-10


def call_of(fit) -> str:
    text = str(fit)
    return text[text.index("Call:\n") + 6 : text.index("\n\n\nParameters")]


# What R 4.2.2 with e1071 1.7-13 shows: with a formula what goes through `...` stands in the
# order of the call, `subset`, `na.action` and `scale` last; without one all in formal order.
CALLS = [
    (
        lambda: svm("Species ~ .", scale=False, cost=0.1, kernel="linear", data=iris, type="C"),
        'svm(formula = Species ~ ., data = iris, cost = 0.1, kernel = "linear", \n'
        '    type = "C", scale = FALSE)',
    ),
    (
        lambda: svm("Species ~ .", iris, na_action=rnet.na_omit, cost=0.5, subset=[1, 51, 101]),
        "svm(formula = Species ~ ., data = iris, cost = 0.5, subset = c(1, \n"
        "    51, 101), na.action = na.omit)",
    ),
    (
        lambda: svm(X, SPECIES, cost=0.1, kernel="linear", scale=False),
        'svm.default(x = X, y = SPECIES, scale = FALSE, kernel = "linear", \n    cost = 0.1)',
    ),
    (lambda: svm(y=SPECIES, x=X), "svm.default(x = X, y = SPECIES)"),
    (
        lambda: svm(iris.iloc[:, :4], iris["Species"]),
        "svm.default(x = iris[, 1:4], y = iris$Species)",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("fit", "expected"), CALLS)
def test_call(fit, expected) -> None:
    assert call_of(fit()) == expected


def test_forms_of_predictors_agree() -> None:
    frame = iris.iloc[:, :4]
    wanted = svm(X, SPECIES)
    matrix = named_matrix(X, None, list(frame.columns))
    forms = [
        svm(frame, SPECIES),
        svm(matrix, SPECIES),
        svm(X.tolist(), pd.Categorical(SPECIES)),
        svm("Species ~ .", iris),
        svm("Species ~ .", {name: iris[name] for name in iris}),
    ]
    for fit in forms:
        assert fit.coefs.tolist() == wanted.coefs.tolist()
        assert predict(fit, frame).tolist() == fitted(wanted).tolist()
    assert list(wanted.SV.columns) == ["1", "2", "3", "4"]
    assert list(forms[0].SV.columns) == list(forms[1].SV.columns) == list(frame.columns)


def test_vector_of_predictors_has_gamma_one() -> None:
    fit = svm(cars["speed"], cars["dist"])
    assert fit.gamma == 1
    assert predict(fit, cars["speed"]).tolist() == fitted(fit).tolist()
    assert predict(fit, [10.0]).tolist() == predict(fit, np.array([[10.0]])).tolist()


def test_columns_are_matched_by_position_without_a_formula() -> None:
    fit = svm(iris.iloc[:, :4], iris["Sepal.Length"])
    turned = iris.iloc[:, [3, 2, 1, 0]]
    by_place = turned.set_axis(iris.columns[:4], axis=1)
    assert predict(fit, turned).tolist() == predict(fit, by_place).tolist()


def test_variables_are_found_by_name_with_a_formula() -> None:
    fit = svm("Species ~ .", iris)
    turned = iris.iloc[:, [3, 2, 1, 0]]
    assert predict(fit, turned).tolist() == fitted(fit).tolist()
    assert predict(fit, X).tolist() == fitted(fit).tolist()


def test_row_names_name_the_answer() -> None:
    fit = svm("mpg ~ wt + hp", mtcars)
    assert list(fitted(fit).index[:2]) == ["Mazda RX4", "Mazda RX4 Wag"]
    answer = predict(fit, mtcars[3:5])
    assert list(answer.index) == ["Hornet 4 Drive", "Hornet Sportabout"]
    assert list(answer.decision_values.index) == list(answer.index)


def test_predictions_are_a_series_that_carries_decisions() -> None:
    fit = svm("Species ~ .", iris)
    answer = predict(fit, iris)
    assert isinstance(answer, pd.Series)
    assert type(answer == "setosa") is pd.Series
    assert np.trace(np.asarray(table(iris["Species"], answer))) == 146
    again = pickle.loads(pickle.dumps(answer))
    assert again.decision_values.equals(answer.decision_values)
    assert (
        format_r(answer[:2])
        == "     1      2 \nsetosa setosa \nLevels: setosa versicolor virginica"
    )


def test_fit_survives_pickling() -> None:
    fit = svm("Species ~ .", iris)
    again = pickle.loads(pickle.dumps(fit))
    assert str(again) == str(fit)
    assert predict(again, iris).tolist() == fitted(fit).tolist()


def test_pickled_machine_answers_as_before() -> None:
    fit = svm("dist ~ speed", cars, kernel="linear")
    for again in (pickle.loads(pickle.dumps(fit)), copy.deepcopy(fit)):
        assert again.settings.kernel is fit.settings.kernel
        assert again.settings.type is fit.settings.type
        assert rnet.coef(again).tolist() == rnet.coef(fit).tolist()
        assert again.hyperplane().tolist() == fit.hyperplane().tolist()


def test_hyperplane_is_in_the_units_of_the_data() -> None:
    machine = svm("mpg ~ wt + factor(cyl)", mtcars, kernel="linear")
    plane = machine.hyperplane()
    dummies = [(mtcars["cyl"] == size) * plane[f"factor(cyl){size}"] for size in (4, 6, 8)]
    line = plane["(Intercept)"] + mtcars["wt"] * plane["wt"] + sum(dummies)
    np.testing.assert_allclose(line, fitted(machine), rtol=UNSCALED)
    classes = svm("Species ~ .", iris, kernel="linear")
    planes = classes.hyperplane()
    values = planes.iloc[0].to_numpy() + X @ planes.iloc[1:].to_numpy()
    np.testing.assert_allclose(values, classes.decision_values, rtol=UNSCALED, atol=UNSCALED)
    assert list(planes.columns) == list(classes.decision_values.columns)
    with pytest.raises(RError, match="linear kernel"):
        svm("Species ~ .", iris).hyperplane()


def test_machines_of_many_threads_are_those_of_one() -> None:
    wanted = [svm("Species ~ .", iris, cost=cost).coefs.tolist() for cost in range(1, 9)]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda cost: svm("Species ~ .", iris, cost=cost), range(1, 9)))
    assert [fit.coefs.tolist() for fit in found] == wanted


def test_components_answer_to_r_names() -> None:
    fit = svm("case ~ parity + education", infert)
    for name in fit.COMPONENTS:
        fit[name]
    assert fit["tot.nSV"] == fit.tot_nSV
    assert fit["xlevels"] == {"education": ("0-5yrs", "6-11yrs", "12+ yrs")}
    assert fit["scaled"].tolist() == [True, False, False, False]
    with pytest.raises(RError, match="subscript out of bounds"):
        fit["x_scale"]
    assert fit._repr_html_().startswith("<pre>\nCall:")


def test_without_fitted_values() -> None:
    fit = svm("dist ~ speed", cars, fitted=False)
    assert fitted(fit) is residuals(fit) is predict(fit) is fit["decision.values"] is None
    assert "fitted" not in fit.names()
    assert len(predict(fit, cars)) == 50


def test_empty_machine() -> None:
    fit = svm("dist ~ speed", cars, epsilon=10, fitted=False)
    assert fit.tot_nSV == 0
    assert fit.coefs is None
    assert "Number of Support Vectors:  0\n" in str(fit)
    with pytest.raises(RError, match="Model is empty!"):
        predict(fit, cars)


def test_response_that_is_not_a_factor_can_be_classes() -> None:
    numbers = svm("am ~ wt", mtcars, type="C")
    assert numbers["levels"] == ["0", "1"]
    logical = svm("(mpg > 20) ~ wt", mtcars, type="C")
    assert logical["levels"] == ["FALSE", "TRUE"]


def test_basis_of_training_data_is_kept() -> None:
    fit = svm("mpg ~ poly(wt, 2)", mtcars)
    # R's numbers: on new data poly() takes the recursion, which misses the last bits.
    assert predict(fit, mtcars[:2]).tolist() == [21.437779818688082, 20.395080253029125]
    assert fitted(fit)[:2].tolist() == [21.437779818688089, 20.395080253029128]


def test_offset_is_ignored() -> None:
    plain = svm("dist ~ speed", cars)
    assert svm("dist ~ speed + offset(speed)", cars).coefs.tolist() == plain.coefs.tolist()


def test_intercept_makes_no_difference() -> None:
    plain = svm("case ~ education + parity", infert)
    without = svm("case ~ education + parity - 1", infert)
    assert list(without.SV.columns) == list(plain.SV.columns)
    assert without.coefs.tolist() == plain.coefs.tolist()


def test_interaction_columns_are_scaled_dummies_are_not() -> None:
    fit = svm("mpg ~ wt * factor(am)", mtcars)
    assert list(fit.SV.columns) == ["wt", "factor(am)0", "factor(am)1", "wt:factor(am)1"]
    assert fit.scaled.tolist() == [True, False, False, True]


def test_scale_by_term() -> None:
    fit = svm("mpg ~ factor(cyl) + wt + hp", mtcars, scale=[True, True, False])
    assert fit.scaled.tolist() == [False, False, False, True, False]
    assert svm("mpg ~ wt + hp", mtcars, scale=None).scaled.tolist() == [False, False]


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(60)))
def test_row_order_changes_labels_not_classes_known(order) -> None:
    rows = iris.iloc[40:140:5]
    fit = svm("Species ~ Petal.Length + Petal.Width", rows.iloc[[i for i in order if i < 20]])
    first = list(dict.fromkeys(fit.class_names))
    seen = list(dict.fromkeys(rows.iloc[[i for i in order if i < 20]]["Species"]))
    assert first == seen
    assert list(fit.decision_values.columns) == [
        f"{a}/{b}" for i, a in enumerate(seen) for b in seen[i + 1 :]
    ]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([0.0, 1.0, 2.5, np.nan]), min_size=50, max_size=50))
def test_incomplete_rows_are_left_out_and_put_back(speeds) -> None:
    frame = cars.assign(speed=cars["speed"] + np.array(speeds))
    complete = frame["speed"].notna().to_numpy()
    if complete.sum() < 10:
        return
    omit = svm("dist ~ speed", frame)
    exclude = svm("dist ~ speed", frame, na_action="na.exclude")
    assert exclude.coefs.tolist() == omit.coefs.tolist()
    assert np.isnan(fitted(exclude)).to_numpy().tolist() == (~complete).tolist()
    assert fitted(exclude)[complete].tolist() == fitted(omit).tolist()
    padded = predict(exclude, frame, na_action="na.exclude")
    assert len(padded) == len(padded.decision_values) == 50
    assert padded[complete].tolist() == fitted(omit).tolist()
