"""nnet and multinom beside everything R answered (`tests/oracles/nnet/record.R`)."""

import warnings

import numpy as np
import pandas as pd
import pytest
from formula_answers import many
from nnet_cases import (
    answers,
    asked,
    assert_fit_is_rs,
    assert_matrix,
    doubles,
    matrix,
    new_rows,
    questions,
    shown,
)

import rnet
from rnet.conditions import RError, RWarning

# The criterion, the path and the outputs have R's bits. Second derivatives are other sums:
# equal to this share of the largest of them; inverses lose what the condition number takes.
HESSIAN_TOLERANCE = 1e-12
COVARIANCE_TOLERANCE = 1e-7

QUESTIONS, ANSWERS = questions(), answers()
FITTED = [name for name, answer in ANSWERS.items() if "error" not in answer]
MULTINOMIAL = [name for name in FITTED if "multinom" in ANSWERS[name]]
PREDICTED = [name for name in FITTED if "predict" in ANSWERS[name]]
WITH_HESSIAN = [name for name in FITTED if "hessian" in ANSWERS[name]]


@pytest.fixture(scope="module")
def found():
    """Everything fitted once."""
    return {name: asked(case) for name, case in QUESTIONS.items()}


@pytest.mark.parametrize("name", QUESTIONS)
def test_messages_trace_and_bits(found, name):
    assert_fit_is_rs(found[name], ANSWERS[name])


@pytest.mark.parametrize("name", FITTED)
def test_components(found, name):
    fit, answer = found[name]["fit"], ANSWERS[name]
    assert fit.names() == answer["names"]
    for part in ("n", "nconn", "conn"):
        assert list(fit[part]) == many(answer[part])
    assert (fit["nunits"], fit["nsunits"]) == (answer["nunits"], answer["nsunits"])
    assert [fit["entropy"], fit["softmax"], fit["censored"]] == answer["flags"]
    assert list(fit["lev"] or []) == many(answer["lev"])
    np.testing.assert_array_equal(fit["decay"], doubles(answer["decay"]))
    omitted = fit["na.action"]
    assert ([] if omitted is None else list(omitted)) == many(answer["na_action"])


@pytest.mark.parametrize("name", FITTED)
def test_call_and_printed_text(found, name):
    fit, answer = found[name]["fit"], ANSWERS[name]
    assert shown(fit) == many(answer["text"])
    assert shown(fit.call) == many(answer["call"])


@pytest.mark.parametrize("name", [name for name in FITTED if name not in MULTINOMIAL])
def test_coefficients_and_summary(found, name):
    fit, answer = found[name]["fit"], ANSWERS[name]
    assert list(rnet.coef(fit).index) == many(answer["coef_names"])
    assert shown(rnet.summary(fit)) == many(answer["summary_text"])


@pytest.mark.parametrize("name", WITH_HESSIAN)
def test_second_derivatives(found, name):
    ours, theirs = found[name]["fit"]["Hessian"], matrix(ANSWERS[name]["hessian"])
    scale = np.abs(theirs).max()
    np.testing.assert_allclose(ours, theirs, rtol=0, atol=HESSIAN_TOLERANCE * scale)
    if isinstance(ours, pd.DataFrame):
        assert list(ours.columns) == ANSWERS[name]["hessian"]["columns"]


@pytest.mark.parametrize("name", PREDICTED)
def test_predictions(found, name):
    fit, recorded = found[name]["fit"], ANSWERS[name]["predict"]
    for kind, theirs in recorded.items():
        rnet.set_seed(99)
        if "error" in theirs:
            with pytest.raises(RError) as caught:
                rnet.predict(fit, new_rows(QUESTIONS[name]), kind)
            assert caught.value.message == theirs["error"]
            continue
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", RWarning)
            ours = rnet.predict(fit, new_rows(QUESTIONS[name]), kind)
        assert rnet.runif(1)[0] == float.fromhex(theirs["next_uniform"])
        if "classes" in theirs:
            assert [None if pd.isna(c) else c for c in ours] == [
                None if c == "NA" else c for c in many(theirs["classes"])
            ]
        elif isinstance(ours, pd.Series):
            np.testing.assert_array_equal(ours, doubles(theirs["values"]))
            assert list(ours.index) == many(theirs["names"])
        else:
            assert_matrix(ours, theirs)


@pytest.mark.parametrize("name", MULTINOMIAL)
def test_multinomial_numbers(found, name):
    fit, answer = found[name]["fit"], ANSWERS[name]["multinom"]
    np.testing.assert_array_equal(np.asarray(rnet.coef(fit)), matrix(answer["coef"]))
    for ours, theirs in ((fit.vcov(), matrix(answer["vcov"])),
                         (fit.confint(), doubles(answer["confint"]))):  # fmt: skip
        flat = np.asarray(ours).ravel(order="F")
        scale = np.abs(theirs).max()
        np.testing.assert_allclose(flat, theirs.ravel(order="F"), rtol=COVARIANCE_TOLERANCE,
                                   atol=COVARIANCE_TOLERANCE * scale)  # fmt: skip
    assert list(fit.vcov().columns) == many(answer["vcov"]["columns"])
    assert rnet.deviance(fit) == float.fromhex(answer["deviance"])
    assert rnet.AIC(fit) == pytest.approx(float.fromhex(answer["aic"]), rel=1e-15)
    assert rnet.BIC(fit) == pytest.approx(float.fromhex(answer["bic"]), rel=1e-15)
    assert (fit.edf, fit.rank) == (answer["edf"], answer["rank"])


@pytest.mark.parametrize("name", MULTINOMIAL)
def test_multinomial_texts(found, name):
    fit, answer = found[name]["fit"], ANSWERS[name]["multinom"]
    assert shown(rnet.logLik(fit)) == many(answer["log_lik"])
    assert shown(rnet.summary(fit)) == many(answer["summary_text"])
    assert shown(rnet.summary(fit), digits=3) == many(answer["short_text"])
    assert shown(fit, digits=3) == many(answer["print_short_text"])
    full = rnet.summary(fit, Wald_ratios=True, correlation=True)
    assert shown(full) == many(answer["wald_text"])
    assert shown(fit.confint(level=0.9)) == many(answer["confint_text"])


def test_second_derivatives_need_the_responses() -> None:
    net = rnet.nnet("dist ~ speed", rnet.data("cars"), size=1, trace=False)
    with pytest.raises(RError, match='argument "y" is missing, with no default'):
        rnet.nnetHess(net, rnet.data("cars")[["speed"]])


def test_no_type_of_prediction_is_the_first() -> None:
    fit = rnet.multinom("Species ~ .", rnet.data("iris"), trace=False)
    assert list(fit.predict(type=None)) == list(fit.predict(type="class"))
