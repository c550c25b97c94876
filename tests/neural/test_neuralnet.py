"""Every recorded fit of R's neuralnet through the public function: numbers, names, text."""

import warnings
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
import pytest
from neural_cases import (
    assert_matrix,
    case_names,
    fit_case,
    load_case,
    matrix,
    needs_output_act_fct,
    r_warnings,
)

# Weights, steps, errors and thresholds are compared with `==`. Matrices of outputs may differ in
# the last bit: the recorded decimals were read back by R, whose reader does not round correctly.
ONE_BIT = {"rtol": 2.3e-16, "atol": 0}

# The derivative of y log(x) is y * (1 / x) by the chain rule, y / x when R has simplified it: the
# signs of all gradients agree, so steps and weights do, but the last gradient, reached.threshold,
# is 0.01 left over from a sum of terms near 10.
ROUNDS_OTHERWISE = {"sum_poisson_err"}
LAST_GRADIENT = 1e-12

CASES = [("cases", name) for name in case_names()]
CASES += [("lecture", name) for name in case_names("lecture")]

# Written in R as an expression that Python evaluates before the call.
WRITTEN_AS_EXPRESSION = {
    "xor_startweights_list_ignored": "startweights = list(matrix(1, 3, 2), ...)",
    "xor_startweights_rep2": "startweights = (1:18)/10 * c(1, -1)",
    "xor_startweights_zero": "startweights = rep(0, 9)",
}


@cache
def fitted(folder: str, name: str) -> tuple[Any, list[str]]:
    """The fit of a case and R's warnings."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        fit = fit_case(load_case(name, folder))
    return fit, r_warnings(caught)


@pytest.fixture(params=CASES, ids=lambda case: case[1])
def case(request) -> tuple[dict[str, Any], Any, list[str]]:
    folder, name = request.param
    return load_case(name, folder), *fitted(folder, name)


def test_steps_errors_and_weights_are_equal_to_the_bit(case) -> None:
    recorded, fit, _ = case
    if recorded["result_matrix"] is None:
        assert fit.result_matrix is None
        assert fit.weights is None
        return
    assert list(fit.result_matrix.index) == recorded["result_matrix_rownames"]
    found, expected = fit.result_matrix.to_numpy().copy(), matrix(recorded["result_matrix"])
    if recorded["id"] in ROUNDS_OTHERWISE:
        np.testing.assert_allclose(found[1], expected[1], rtol=LAST_GRADIENT, atol=0)
        found[1] = expected[1]
    np.testing.assert_array_equal(found, expected, strict=True)
    assert [weights is not None for weights in fit.weights] == recorded["converged"]


def test_weights_keep_their_shape_and_missing_ones(case) -> None:
    recorded, fit, _ = case
    for number, repetition in enumerate(recorded["repetitions"]):
        for component in ("weights", "startweights"):
            found = fit[component][number]
            if not repetition["converged"]:
                assert found is None
                continue
            for mine, theirs in zip(found, repetition[component], strict=True):
                np.testing.assert_array_equal(mine, matrix(theirs), strict=True)


def test_outputs_and_generalized_weights(case) -> None:
    recorded, fit, _ = case
    for number, repetition in enumerate(recorded["repetitions"]):
        if repetition["converged"]:
            assert_matrix(fit.net_result[number], repetition["net_result"], **ONE_BIT)
            found = fit.generalized_weights[number]
            assert_matrix(found, repetition["generalized_weights"], **ONE_BIT)


def test_warnings_are_those_of_r(case) -> None:
    recorded, _, messages = case
    assert messages == recorded["warnings"]


def test_names_and_matrices(case) -> None:
    recorded, fit, _ = case
    assert fit.names() == recorded["object_names"]
    assert fit.model_list == {
        name: value if isinstance(value, list) else [value]
        for name, value in recorded["model_list"].items()
    }
    assert list(fit.response.columns) == np.atleast_1d(recorded["response_colnames"]).tolist()
    assert_matrix(fit.response, recorded["response"], rtol=0, atol=0)
    logical = recorded["response_storage"] == "logical"
    assert all(dtype.kind == "b" for dtype in fit.response.dtypes) == logical
    for component, names in recorded["row_names_head"].items():
        found = fit[component.replace("_", ".")]
        if isinstance(found, list):
            found = next(item for item in found if item is not None)
        if found is not None:
            counted = isinstance(found.index, pd.RangeIndex)
            assert (None if counted else list(found.index[: len(names or [])])) == names


def test_text(case) -> None:
    recorded, fit, _ = case
    call, _, rest = str(fit).partition("\n")
    their_call, _, their_rest = "\n".join(recorded["print_nn_text"]).partition("\n")
    assert rest == their_rest
    if recorded["id"] in WRITTEN_AS_EXPRESSION:
        return
    if needs_output_act_fct(recorded):  # one argument more, so other line breaks
        call = _unbroken(call).replace(', output.act.fct = "logistic"', "")
        their_call = _unbroken(their_call)
    assert call == their_call


def _unbroken(call: str) -> str:
    return call.replace("     ", " ")


def test_r_s_own_summary(case) -> None:
    recorded, fit, _ = case
    mine, theirs = str(fit.summary(components=True)).splitlines(), recorded["summary_text"]
    if needs_output_act_fct(recorded):  # one argument more in the call
        mine, theirs = mine[2:], theirs[2:]
    assert mine == theirs


def test_the_same_call_with_the_release_on_cran() -> None:
    recorded = load_case("infert_h1_tanh_outlogistic")
    fit = fit_case(recorded, output_act_fct=None)
    older = recorded["cran_1_44_2"]
    assert fit.result_matrix.loc["steps"].tolist() == older["steps"]
    assert fit.result_matrix.loc["error"].tolist() == older["error_value"]


def test_every_case_is_covered() -> None:
    assert len(CASES) == 127
    assert {load_case(*reversed(case))["args"].get("algorithm", "rprop+") for case in CASES} == {
        "rprop+",
        "rprop-",
        "sag",
        "slr",
        "backprop",
    }
