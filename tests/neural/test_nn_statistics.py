"""Fitted values, residuals, weights, likelihood and summary of a network."""

import warnings
from functools import cache

import numpy as np
import pytest
from neural_cases import case_names, dataset, fit_case, load_case, matrix

import rnet
from rnet import AIC, BIC, RError, coef, fitted, logLik, nobs, residuals, summary

LIKELIHOOD = [name for name in case_names() if load_case(name)["args"].get("likelihood")]
# 2 error + 2 k is added in another order than 2 (error + k).
LAST_BIT = {"rtol": 1e-15, "atol": 0}
INFERT = dataset("infert")
F3 = "case ~ parity + induced + spontaneous"


@cache
def fit_of(name: str):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return fit_case(load_case(name))


@cache
def partial():
    return fit_of("infert_rep5_partial")


def test_fitted_and_residuals_add_up_to_the_response() -> None:
    fit = fit_of("iris_factor_multiclass")
    assert list(fitted(fit).columns) == ["setosa", "versicolor", "virginica"]
    total = fitted(fit).to_numpy() + residuals(fit).to_numpy()
    np.testing.assert_allclose(total, fit.response.to_numpy(dtype=float), rtol=0, atol=1e-15)
    names = fit_of("mtcars_h2")
    assert list(fitted(names).index) == list(residuals(names).index)
    assert residuals(names).index[0] == names.net_result[0].index[0] == "Mazda RX4"


def test_repetitions_by_number_and_the_best() -> None:
    fit = partial()
    assert fit.best() == 3
    np.testing.assert_array_equal(fitted(fit, rep="best"), fit.net_result[2])
    np.testing.assert_array_equal(fitted(fit), fit.net_result[0])
    for function in (fitted, residuals, coef):
        with pytest.raises(RError, match="requires numeric/complex"):
            function(fit, rep=2)
        with pytest.raises(RError, match="subscript out of bounds"):
            function(fit, rep=6)
        with pytest.raises(RError, match="'rep' does not exist"):
            function(fit, rep="worst")
        with pytest.raises(RError, match="weights were not calculated"):
            function(fit_of("infert_rep2_none"))


def test_coefficients_are_the_weights_under_r_s_names() -> None:
    name = "infert_exclude_const"
    fit, recorded = fit_of(name), load_case(name)
    found = coef(fit)
    assert list(found.index) == recorded["result_matrix_rownames"][-len(found) :]
    in_table = matrix(recorded["result_matrix"])[-len(found) :, 0]
    np.testing.assert_array_equal(found[found.notna()], in_table[found.notna()])
    fixed = fit_of("infert_exclude_vec")
    assert list(coef(fixed).index[coef(fixed).isna()]) == [
        "parity.to.1layhid1",
        "Intercept.to.case",
    ]


@pytest.mark.parametrize("name", LIKELIHOOD)
def test_criteria_are_those_of_the_result_matrix(name) -> None:
    fit, recorded = fit_of(name), load_case(name)
    rows = dict(zip(recorded["result_matrix_rownames"], recorded["result_matrix"], strict=True))
    np.testing.assert_allclose(AIC(fit), rows["aic"][0], **LAST_BIT)
    np.testing.assert_allclose(BIC(fit), rows["bic"][0], **LAST_BIT)
    found = logLik(fit)
    assert found.value == -rows["error"][0]
    assert found.nobs == nobs(fit) == len(fit.response)


def test_likelihood_needs_an_error_that_is_one() -> None:
    assert logLik(fit_of("infert_h1_seed01")).df == 6
    with pytest.raises(RError) as raised:
        logLik(fit_of("infert_h2_sse_linear"))
    assert raised.value.message == (
        "no applicable method for 'logLik' applied to an object of class \"nn\""
    )
    assert "likelihood=True" in raised.value.advice


def test_cases_without_weight_do_not_count() -> None:
    rnet.set_seed(1)
    weights = np.repeat([0.0, 2.0], [48, 200])
    fit = rnet.neuralnet(F3, INFERT, hidden=0, threshold=1, weights=weights)
    assert nobs(fit) == 200


def test_summary_tells_the_architecture_and_marks_the_best() -> None:
    found = summary(partial())
    assert found.units == (3, 1, 1)
    assert found.best == 3
    assert found.repetitions["converged"].tolist() == [True, False, True, False, True]
    assert np.isnan(found.repetitions["error"]).tolist() == [False, True, False, True, False]
    np.testing.assert_array_equal(found.coefficients["Weight"], coef(partial(), "best"))
    lines = str(found).splitlines()
    assert lines[2:7] == [
        "A 3-1-1 network with 6 weights",
        "  logistic hidden units, logistic output, error function ce",
        "  trained by rprop+ on 248 cases",
        "  response:   case",
        "  predictors: parity, induced, spontaneous",
    ]
    assert lines[8] == "3 of 5 repetition(s) converged:"
    assert lines[12].endswith("  best")
    assert lines[11].startswith("2       NA")
    assert lines[11].endswith("  not converged")
    assert lines[16] == "Weights of repetition 3:"
    assert lines[18].split()[0] == "Intercept.to.1layhid1"


def test_summary_of_other_networks() -> None:
    assert "2 of them excluded" in str(summary(fit_of("infert_exclude_vec")))
    none = summary(fit_of("infert_rep2_none"))
    assert none.best is None
    assert str(none).splitlines()[8] == "0 of 2 repetition(s) converged:"
    single = str(summary(fit_of("infert_h0_backprop")))
    assert "trained by backprop" in single
    rule = "slr"  # the call holds the variable's name
    rnet.set_seed(1)
    by_variable = rnet.neuralnet(F3, INFERT, hidden=0, threshold=5, algorithm=rule)
    assert summary(by_variable).algorithm == "slr"
    assert "hidden units" not in single
    assert "AIC" in str(summary(fit_of("infert_rep3_likelihood")))
    assert "predictors: none" in str(summary(fit_of("iris_intercept_only")))
