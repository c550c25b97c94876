"""R's `lm`: linear models."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from rnet.conditions import RError
from rnet.formulas.columns import Matrix
from rnet.formulas.formula import Formula
from rnet.language.tree import Argument, Call, Symbol
from rnet.linear.chunked.source import source_of
from rnet.linear.linear_model import LM
from rnet.linear.lm_fit import lm_fit
from rnet.linear.model_data import (
    DATA_ARGUMENTS,
    Floats,
    ModelData,
    check_finite,
    model_data,
    numeric_response,
    warn_of_factor,
)
from rnet.linear.qr import NEGLIGIBLE
from rnet.matched_call import keeps_call

if TYPE_CHECKING:
    from rnet.linear.chunked.big_lm import BigLM
    from rnet.linear.several_responses import MLM

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
    tol: float = NEGLIGIBLE,
) -> Any:
    """Fit a linear model by (weighted) least squares.

    Parameters
    ----------
    formula : str
        An R formula, ``"dist ~ speed"``.
    data : DataFrame, optional
        Its columns are the formula's variables; what is no column is looked for where `lm` is
        called. A path of parquet files, a pyarrow dataset, a polars or a Dask frame is read by
        chunks, in bounded memory.
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
    tol : float, default 1e-7
        Below this share of its length a column counts as collinear.

    Returns
    -------
    LM, MLM or BigLM
        Prints as in R; see `summary`, `anova`, `predict`, `confint`, `plot`, `step`. With a
        matrix as response, ``"cbind(a, b) ~ x"``, an MLM: a fit for each column. Of a table
        read by chunks a BigLM, which keeps no residuals and fitted values.

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
        "tol": tol,
    }
    return fit_lm(call, arguments)


def fit_lm(call: Call, arguments: Mapping[str, Any]) -> "LM | MLM | BigLM":
    """Fit the model that the arguments of `lm`, by name, describe; the call is kept."""
    source = source_of(arguments["data"])
    if source is not None:
        from rnet.linear.chunked.big_lm import lm_by_chunks  # noqa: PLC0415 - seldom wanted

        return lm_by_chunks(call, arguments, source)
    made = model_data(**{name: arguments[name] for name in DATA_ARGUMENTS})
    frame = made.frame
    if frame.weights is not None and not np.all(frame.weights >= 0):
        raise RError("missing or negative weights not allowed", "Weight 0 leaves a row out.")
    if isinstance(frame.response, Matrix):
        from rnet.linear.several_responses import MLM  # noqa: PLC0415 - seldom wanted

        names = frame.response.column_names or [
            f"Y{number + 1}" for number in range(frame.response.values.shape[1])
        ]
        columns = zip(names, frame.response.values.T, strict=True)
        fits = {
            name: _fitted(_of_response(call, name), made, column, arguments)
            for name, column in columns
        }
        return MLM(call, fits, dict(arguments))
    found = _fitted(call, made, numeric_response(frame), arguments)
    warn_of_factor(frame)
    return found


def _of_response(call: Call, name: str) -> Call:
    """Return the call with one response in the place of the matrix."""
    match call.arguments[0].value:
        case Call(Symbol("~"), (_, right)):
            formula = Call(Symbol("~"), (Argument(None, Symbol(name)), right))
            first = Argument(call.arguments[0].name, formula)
            return Call(call.function, (first, *call.arguments[1:]))
    return call


def _fitted(call: Call, made: ModelData, response: Floats, arguments: Mapping[str, Any]) -> LM:
    """Fit one response, shape (n,)."""
    frame, design = made.frame, made.design
    check_finite(design.values, response)
    if frame.weights is not None and not np.all(np.isfinite(frame.weights)):
        raise RError("NA/NaN/Inf in 'x'", "Weights must be finite.")
    tolerance = arguments.get("tol", NEGLIGIBLE)
    fit = lm_fit(design.values, response, frame.weights, frame.offset, tolerance)
    if not arguments["singular_ok"] and fit.rank < design.values.shape[1]:
        raise RError("singular fit encountered", "Some columns are collinear; see `?lm`.")
    return LM(call, made, fit, dict(arguments))
