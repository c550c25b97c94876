"""`predict` for linear models (R page `?predict.lm`)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import warn
from rnet.distributions.tails import normal_quantile, t_quantile
from rnet.formulas.columns import numbers
from rnet.formulas.evaluate import Scope
from rnet.formulas.model_matrix import DesignMatrix
from rnet.formulas.variables import data_frame, evaluated_argument
from rnet.frames import UserVariables
from rnet.linear.model_data import new_design, warn_of_deficiency
from rnet.linear.predict_linear import (
    Contributions,
    contributions,
    limits,
    linear_predictor,
    prediction_variances,
)
from rnet.linear.prediction import Prediction, TermPredictions
from rnet.match_arg import match_arg
from rnet.values import named_matrix

if TYPE_CHECKING:
    from rnet.linear.chunked.big_lm import BigLM
    from rnet.linear.fitted_model import FittedModel
    from rnet.linear.linear_model import LM

Floats: TypeAlias = npt.NDArray[np.float64]

INTERVALS = ("none", "confidence", "prediction")
TYPES = ("response", "terms")
LIMITS = ("fit", "lwr", "upr")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to predict: the arguments of `predict`, checked.

    Attributes
    ----------
    se_fit : bool
        Whether standard errors are wanted.
    interval : {"none", "confidence", "prediction"}
    level : float
        Probability of the interval.
    scale : float or None
        A known residual standard deviation.
    df : float or None
        Its degrees of freedom; None if not given.
    terms : sequence of str or int, or None
        The terms wanted.
    weights : str, array_like or None
        Precision of future responses.
    pred_var : array_like or None
        Variance of future responses.
    """

    se_fit: bool = False
    interval: str = "none"
    level: float = 0.95
    scale: float | None = None
    df: float | None = None
    terms: Sequence[str | int] | None = None
    weights: Any = None
    pred_var: Any = None


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows to predict for: their design, and how results are named."""

    fit: "FittedModel"
    matrix: Floats
    names: list[str]
    eta: Floats
    is_new: bool

    def named(self, values: Floats) -> "pd.Series[float]":
        """Return one value a row, by name."""
        if self.is_new:
            return pd.Series(values, index=pd.Index(self.names, dtype=object))
        return self.fit.model_data.padded(values)

    def matrix_of(self, values: Floats, columns: Sequence[str]) -> pd.DataFrame:
        """Return a named matrix, rows by columns."""
        whole = named_matrix(values, self.names, list(columns))
        return whole if self.is_new else self.fit.model_data.frame.left_out.padded_matrix(whole)

    def errors(self, variances: Floats) -> "pd.Series[float] | Floats":
        """Return standard errors; of a single new row without its name, as in R."""
        found = np.sqrt(variances)
        return found if self.is_new and len(found) == 1 else self.named(found)


def prediction_rows(fit: "FittedModel", newdata: Any, eta: Floats) -> Rows:
    """Return the rows of new data, or those of the fit, with their linear predictors."""
    if newdata is None:
        design = fit.model_data.design
        return Rows(fit, design.values, list(design.row_names), eta, False)
    made, offset = new_design(fit.model_data, newdata)
    _warn(fit, made)
    found = linear_predictor(made, fit.estimates, offset)
    return Rows(fit, made.values, list(made.row_names), found, True)


def _warn(fit: "FittedModel", made: DesignMatrix) -> None:
    warn_of_deficiency(fit.model_data, fit.estimated, made.values)


def predict_lm(fit: "LM | BigLM", newdata: Any, kind: str, wanted: Wanted) -> Any:
    """Predict: a Series; a matrix with an interval; a record with standard errors."""
    interval = match_arg(wanted.interval, INTERVALS)
    chosen = match_arg(kind, TYPES)
    rows = prediction_rows(fit, newdata, fit.fit.fitted_values)
    variance = fit.scale_squared if wanted.scale is None else wanted.scale**2
    df = _degrees(fit, wanted)
    if chosen == "terms":
        return _by_terms(rows, wanted, interval, variance, df)
    centre: Any = rows.named(rows.eta)
    if not wanted.se_fit and interval == "none":
        return centre
    spread = prediction_variances(fit, rows.matrix, variance)
    if interval != "none":
        noise = _future(rows, newdata, wanted, variance) if interval == "prediction" else 0.0
        low, high = limits(rows.eta, spread + noise, _quantile(wanted.level, df))
        centre = rows.matrix_of(np.column_stack([rows.eta, low, high]), LIMITS)
    if not wanted.se_fit:
        return centre
    return Prediction(centre, rows.errors(spread), None, None, df, float(np.sqrt(variance)))


def _degrees(fit: "LM | BigLM", wanted: Wanted) -> float:
    if wanted.df is not None:
        return wanted.df
    return fit.df_residual if wanted.scale is None else float("inf")


def _quantile(level: float, df: float) -> float:
    p = 1 - (1 - level) / 2
    return float(normal_quantile(p) if np.isinf(df) else t_quantile(p, df))


def _by_terms(rows: Rows, wanted: Wanted, interval: str, variance: float, df: float) -> Any:
    parts = contributions(rows.fit, rows.matrix, variance, wanted.terms)
    centre = term_predictions(rows, parts, parts.values)
    if not wanted.se_fit and interval == "none":
        return centre
    errors = rows.matrix_of(np.sqrt(parts.variances), parts.labels)
    low = high = None
    if interval != "none":
        spread = parts.variances + (variance if interval == "prediction" else 0.0)
        cells = limits(parts.values, spread, _quantile(wanted.level, df))
        low, high = (term_predictions(rows, parts, values) for values in cells)
    return Prediction(centre, errors, low, high, df, float(np.sqrt(variance)))


def term_predictions(rows: Rows, parts: Contributions, values: Floats) -> TermPredictions:
    """Return values, cases by terms, with their names and the constant."""
    return TermPredictions(rows.matrix_of(values, parts.labels), parts.constant)


def _future(rows: Rows, newdata: Any, wanted: Wanted, variance: float) -> Floats | float:
    """Return the variance of a future response, and R's warnings about what is assumed."""
    given = rows.fit.model_data.frame.weights
    if newdata is None:
        warn("predictions on current data refer to _future_ responses\n", stacklevel=6)
    if wanted.pred_var is not None:
        return np.asarray(wanted.pred_var, dtype=np.float64)
    if wanted.weights is not None:
        return variance / _weights(wanted.weights, newdata)
    if given is None:
        return variance
    if newdata is None:
        warn(
            "assuming prediction variance inversely proportional to weights used for fitting\n",
            stacklevel=6,
        )
        with np.errstate(divide="ignore"):
            return variance / given
    warn("Assuming constant prediction variance even though model fit is weighted\n", stacklevel=6)
    return variance


def _weights(weights: Any, newdata: Any) -> Floats:
    if isinstance(weights, int | float):
        return np.array([float(weights)])
    found: Any = evaluated_argument(weights, Scope(data_frame(newdata), UserVariables()), "weights")
    return numbers(found)


def partial_residuals(fit: "FittedModel", residuals: Floats) -> pd.DataFrame:
    """Return residuals (n,) plus what each term contributes, a matrix, cases by terms."""
    design = fit.model_data.design
    parts = contributions(fit, design.values, 1.0)
    rows = Rows(fit, design.values, list(design.row_names), residuals, False)
    return rows.matrix_of(parts.values + residuals[:, np.newaxis], parts.labels)
