"""R's `lm`: linear models."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from rnet.conditions import RError, warn
from rnet.formula.formula import Formula
from rnet.language.tree import Call
from rnet.linear.linear_model import LM
from rnet.linear.lm_fit import lm_fit
from rnet.linear.model_data import DATA_ARGUMENTS, check_finite, model_data, numeric_response
from rnet.matched_call import keeps_call

__all__ = ["LM", "lm"]


@keeps_call("lm")
def lm(
    call: Call,
    formula: str | Formula,
    data: Any = None,
    subset: Any = None,
    weights: Any = None,
    na_action: Any = None,
    *,
    singular_ok: bool = True,
    contrasts: Mapping[str, Any] | None = None,
    offset: Any = None,
) -> LM:
    """Fit a linear model by (weighted) least squares.

    Parameters
    ----------
    formula : str
        An R formula, ``"dist ~ speed"``.
    data : DataFrame, optional
        Its columns are the formula's variables; what is no column is looked for where `lm` is
        called.
    subset : array_like or str, optional
        Which rows to use: logical, row numbers from 1, or an R expression such as "age > 30".
    weights : array_like or str, optional
        Not negative, one per row of `data`, or an R expression. Rows of weight 0 do not count.
    na_action : str, optional
        "na.omit", "na.exclude", "na.fail" or "na.pass"; by default the option.
    singular_ok : bool, default True
        Whether collinear columns are allowed; their coefficients are NA.
    contrasts : mapping, optional
        Contrasts by factor: ``{"group": "contr.sum"}``.
    offset : array_like or str, optional
        A term with coefficient 1, one number per row of `data`, or an R expression.

    Returns
    -------
    LM
        Prints as in R; see `coef`, `fitted`, `residuals`, `predict`, `deviance`, `logLik`.

    Raises
    ------
    RError
        R's messages: unknown variables, `0 (non-NA) cases`, `NA/NaN/Inf in 'x'`,
        `missing or negative weights not allowed`, `singular fit encountered`.

    Notes
    -----
    R page: `?lm`. The QR decomposition with limited column pivoting is that of `?qr` with
    tolerance 1e-7. A factor as response gives R's warnings and coefficients of its codes, as in
    R; use `glm` with `family="binomial"` for two classes.

    Examples
    --------
    >>> from rnet import data, lm, show
    >>> fit = lm("dist ~ speed", data("cars"))
    >>> fit.coef().round(3).to_dict()
    {'(Intercept)': -17.579, 'speed': 3.932}
    """
    arguments = {
        "formula": formula,
        "data": data,
        "subset": subset,
        "weights": weights,
        "na_action": na_action,
        "singular_ok": singular_ok,
        "contrasts": contrasts,
        "offset": offset,
    }
    return fit_lm(call, arguments)


def fit_lm(call: Call, arguments: Mapping[str, Any]) -> LM:
    """Fit the model that the arguments of `lm`, by name, describe; the call is kept."""
    singular_ok = arguments["singular_ok"]
    made = model_data(**{name: arguments[name] for name in DATA_ARGUMENTS})
    frame, design = made.frame, made.design
    if frame.weights is not None and not np.all(frame.weights >= 0):
        raise RError("missing or negative weights not allowed", "Weight 0 leaves a row out.")
    response = numeric_response(frame)
    check_finite(design.values, response)
    if frame.weights is not None and not np.all(np.isfinite(frame.weights)):
        raise RError("NA/NaN/Inf in 'x'", "Weights must be finite.")
    fit = lm_fit(design.values, response, frame.weights, frame.offset)
    if not singular_ok and fit.rank < design.values.shape[1]:
        raise RError("singular fit encountered", "Some columns are collinear; see `?lm`.")
    if isinstance(frame.response, pd.Categorical):
        warn('using type = "numeric" with a factor response will be ignored', stacklevel=4)
        warn("‘-’ not meaningful for factors", stacklevel=4)
    return LM(call, made, fit, dict(arguments))
