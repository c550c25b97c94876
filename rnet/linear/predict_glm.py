"""`predict` for generalized linear models (R page `?predict.glm`)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from rnet.linear.predict_linear import contributions, prediction_variances
from rnet.linear.predict_lm import prediction_rows, term_predictions
from rnet.linear.prediction import Prediction
from rnet.match_arg import match_arg
from rnet.values import NA

if TYPE_CHECKING:
    from rnet.linear.chunked.big_glm import BigGLM
    from rnet.linear.generalized_model import GLM

SCALES = ("link", "response", "terms")


def predict_glm(
    fit: "GLM | BigGLM",
    newdata: Any,
    kind: str,
    *,
    se_fit: bool,
    dispersion: float | None,
    terms: Sequence[str | int] | None,
) -> Any:
    """Predict: a Series, or a record with standard errors; by terms a matrix."""
    scale = match_arg(kind, SCALES)
    rows = prediction_rows(fit, newdata, fit.fit.linear_predictors)
    variance = fit.scale_squared if dispersion is None else dispersion
    unit = float(np.sqrt(variance)) if se_fit else NA
    if scale == "terms":
        parts = contributions(fit, rows.matrix, variance, terms)
        centre = term_predictions(rows, parts, parts.values)
        if not se_fit:
            return centre
        errors = rows.matrix_of(np.sqrt(parts.variances), parts.labels)
        return Prediction(centre, errors, None, None, None, unit)
    missing = np.isnan(rows.eta)
    known = fit.fit.fitted_values if newdata is None else fit.family.linkinv(rows.eta)
    values = rows.eta if scale == "link" else np.where(missing, NA, known)
    if not se_fit:
        return rows.named(values)
    variances = prediction_variances(fit, rows.matrix, variance)
    if scale == "link":
        return Prediction(rows.named(values), rows.errors(variances), None, None, None, unit)
    slope = np.abs(fit.family.mu_eta(rows.eta))
    spread = rows.named(np.where(missing, NA, np.sqrt(variances) * slope))
    return Prediction(rows.named(values), spread, None, None, None, unit)
