"""What neuralnet's manual promises: shapes, `.`, and functions and classes spelled out by hand."""

import warnings
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd
import pytest

from rnet import compute, data, neuralnet, predict, set_seed

# A custom function is differentiated at the weighted sum, a built-in one at its own value.
ROUNDING = {"rtol": 1e-9, "atol": 1e-9}
IRIS = data("iris")
PREDICTORS = ["Sepal.Length", "Sepal.Width", "Petal.Length", "Petal.Width"]


def fit(formula: str, frame: Any = IRIS, seed: int = 1, **given: Any) -> Any:
    set_seed(seed)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return neuralnet(formula, frame, **given)


def by_hand() -> pd.DataFrame:
    classes = {name: (IRIS["Species"] == name).astype(float) for name in ("setosa", "versicolor")}
    return IRIS.assign(**classes, virginica=(IRIS["Species"] == "virginica").astype(float))


@pytest.mark.parametrize("hidden", [0, 1, 3, (3, 2), (2, 3, 4)])
@pytest.mark.parametrize("responses", [1, 2, 3])
@pytest.mark.parametrize("rep", [1, 2])
def test_dimensions(hidden, responses, rep) -> None:
    left = ["setosa", "versicolor", "virginica"][:responses]
    formula = f"{' + '.join(left)} ~ Petal.Length + Petal.Width"
    found = fit(formula, by_hand(), hidden=hidden, rep=rep, threshold=1e9, linear_output=False)
    layers = [2, *([] if hidden == 0 else np.atleast_1d(hidden)), responses]
    shapes = [(a + 1, b) for a, b in pairwise(layers)]
    count = sum(a * b for a, b in shapes)
    assert found.result_matrix.shape == (3 + count, rep)
    assert len(found.weights) == len(found.startweights) == len(found.net_result) == rep
    for number in range(rep):
        assert [w.shape for w in found.weights[number]] == shapes
        assert found.net_result[number].shape == (150, responses)
        assert found.generalized_weights[number].shape == (150, 2 * responses)
    new = IRIS[["Petal.Length", "Petal.Width"]][:7]
    assert predict(found, new, rep=rep).shape == (7, responses)
    units = predict(found, new, rep=rep, all_units=True)
    assert [part.shape for part in units] == [(7, size) for size in layers]
    computed = compute(found, new, rep=rep)
    assert [part.shape for part in computed.neurons] == [(7, size + 1) for size in layers[:-1]]


@pytest.mark.parametrize("response", ["Species", "Sepal.Width"])
def test_a_dot_is_the_other_columns(response) -> None:
    frame = IRIS if response == "Species" else IRIS[PREDICTORS]
    others = [name for name in frame.columns if name != response]
    dot = fit(f"{response} ~ .", frame, threshold=1, linear_output=False)
    spelled = fit(f"{response} ~ {' + '.join(others)}", frame, threshold=1, linear_output=False)
    pd.testing.assert_frame_equal(dot.result_matrix, spelled.result_matrix)


@pytest.mark.parametrize(
    "logistic",
    [
        "1 / (1 + exp(-x))",
        "function(x) 1 / (1 + exp(-x))",
        lambda x: 1 / (1 + np.exp(-x)),
    ],
    ids=["expression", "function", "python"],
)
def test_a_logistic_function_by_hand_is_the_built_in_one(logistic) -> None:
    formula = "Species ~ Petal.Length + Petal.Width"
    common = {"hidden": 2, "threshold": 0.5, "linear_output": False}
    built_in = fit(formula, **common)
    custom = fit(formula, act_fct=logistic, **common)
    np.testing.assert_allclose(custom.result_matrix, built_in.result_matrix, **ROUNDING)
    np.testing.assert_allclose(custom.net_result[0], built_in.net_result[0], **ROUNDING)


def test_sums_of_squares_and_entropy_by_hand_are_the_built_in_ones() -> None:
    formula = "Species ~ Petal.Length + Petal.Width"
    half = fit(formula, threshold=0.5, err_fct=lambda x, y: 1 / 2 * (y - x) ** 2)
    np.testing.assert_allclose(
        half.result_matrix, fit(formula, threshold=0.5).result_matrix, **ROUNDING
    )
    ce = "-(y * log(x) + (1 - y) * log(1 - x))"
    common = {"threshold": 0.5, "linear_output": False}
    custom = fit(formula, err_fct=ce, **common)
    np.testing.assert_allclose(
        custom.result_matrix, fit(formula, err_fct="ce", **common).result_matrix, **ROUNDING
    )


@pytest.mark.parametrize("given", [{}, {"err_fct": "ce"}, {"act_fct": "tanh"}])
def test_classes_by_hand_are_the_columns_of_a_factor(given) -> None:
    common = {"hidden": 2, "threshold": 0.5, "linear_output": False, **given}
    right = "Petal.Length + Petal.Width"
    factor = fit(f"Species ~ {right}", **common)
    texts = fit(f"Species ~ {right}", IRIS.astype({"Species": str}), **common)
    columns = fit(f"setosa + versicolor + virginica ~ {right}", by_hand(), **common)
    compared = fit(
        f'(Species == "setosa") + (Species == "versicolor") + (Species == "virginica") ~ {right}',
        **common,
    )
    pd.testing.assert_frame_equal(factor.result_matrix, columns.result_matrix)
    pd.testing.assert_frame_equal(factor.result_matrix, texts.result_matrix)
    np.testing.assert_array_equal(factor.result_matrix, compared.result_matrix)
    assert factor.model_list == columns.model_list
