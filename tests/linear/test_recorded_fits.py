"""Fifty calls of lm and glm, each compared with everything R answered."""

import warnings

import numpy as np
import pytest
from oracles import load_json
from r_to_python import python_call

import rnet
from rnet.conditions import RWarning

# As in test_recorded_sessions. Here R ran with Debian's BLAS, whose sums may be in another order
# than the reference one.
LINEAR_TOLERANCE = 1e-12
TOLERANCE = 1e-12

RECORDED = load_json("linear/fits.json")["cases"]
BY_CODE = {case["code"]: case for case in RECORDED}


def model(code):
    """Return the fit and R's messages of its warnings."""
    names = {name: getattr(rnet, name) for name in rnet.__all__}
    sets = {name: rnet.data(name) for name in rnet.data().names() if name in code}
    variables = {**names, **{name.replace(".", "_"): frame for name, frame in sets.items()}}
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        fit = eval(python_call(code, set()), variables)
    return fit, [w.message.message for w in caught if isinstance(w.message, RWarning)], variables


@pytest.mark.parametrize("code", BY_CODE)
def test_fit(code):
    case = BY_CODE[code]
    fit, messages, _ = model(code)
    tolerance = LINEAR_TOLERANCE if code.startswith("lm") else TOLERANCE
    assert messages == case["warnings"]
    assert list(fit.coef().index) == case["coef_names"]
    assert list(fit.fitted().index) == case["fitted_names"]
    assert (fit.rank, fit.df_residual, rnet.nobs(fit)) == (
        case["rank"], case["df_residual"], case["nobs"],
    )  # fmt: skip
    numbers = {
        "coef": fit.coef(),
        "fitted": fit.fitted(),
        "residuals": fit.residuals(),
        "deviance": fit.deviance,
        "log_lik": rnet.logLik(fit).value,
        "aic": rnet.AIC(fit),
        "bic": rnet.BIC(fit),
    }
    if code.startswith("glm"):
        assert fit.iter == case["iter"]
        numbers["null_deviance"] = fit.null_deviance
    for name, ours in numbers.items():
        assert_close(ours, case[name], tolerance, name)


def assert_close(ours, recorded, tolerance, name):
    texts = recorded if isinstance(recorded, list) else [recorded]
    expected = np.array([np.nan if text == "NA" else float(text) for text in texts])
    scale = np.nanmax(np.abs(expected), initial=0.0)
    np.testing.assert_allclose(
        np.atleast_1d(np.asarray(ours, dtype=float)), expected,
        rtol=tolerance, atol=tolerance * scale, err_msg=name,
    )  # fmt: skip


@pytest.mark.parametrize("code", BY_CODE)
def test_printed_text(code):
    fit, _, _ = model(code)
    shown = rnet.format_r(fit).removesuffix("\n").split("\n")
    expected = BY_CODE[code]["text"]
    assert shown == [line.replace("Pima.tr", "Pima_tr") for line in expected]


@pytest.mark.parametrize("code", BY_CODE)
def test_prediction_for_new_rows(code):
    case = BY_CODE[code]
    fit, _, variables = model(code)
    name = fit.call.arguments[[a.name for a in fit.call.arguments].index("data")].value.name
    new = variables[name].iloc[::-1].head(7)
    kind = {"type": "response"} if code.startswith("glm") else {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RWarning)
        predicted = rnet.predict(fit, new, **kind)
    assert list(predicted.index) == case["predicted_names"]
    assert_close(predicted, case["predicted"], TOLERANCE, "predicted")
