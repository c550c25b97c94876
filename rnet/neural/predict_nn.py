"""`predict` for a network: its output on new data."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError, warn
from rnet.neural.model_data import (
    NOT_NUMERIC,
    all_columns,
    as_data_frame,
    matrix_row_names,
    numeric_matrix,
    picked_columns,
)
from rnet.neural.network import ForwardPass, forward
from rnet.neural.nn import NN, WeightList, repetition_number, without_missing
from rnet.values import named_matrix

Doubles = npt.NDArray[np.float64]


def predict_nn(fit: NN, newdata: Any, rep: int | str = 1, all_units: bool = False) -> Any:
    """Return the output of a network on new data (R page `?predict.nn`).

    Parameters
    ----------
    fit : NN
        The network.
    newdata : DataFrame or array_like, shape (n, columns)
        With as many columns as there are predictors they are taken in the given order, without
        a look at their names, as in R; otherwise the predictors are picked by name.
    rep : int or "best"
        Which repetition, from 1, or the one with the smallest error (R has numbers only).
    all_units : bool
        Return the inputs used and the activations of all layers, the output last.

    Returns
    -------
    DataFrame or list
        A matrix, n x responses, with the row names of `newdata` unless they only count. A row
        with a missing value gives NaN.

    Raises
    ------
    RError
        `subscript out of bounds`, `undefined columns selected`, ... as R.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> fit = rnet.neuralnet("dist ~ speed", rnet.data("cars"), hidden=0, threshold=1)
    >>> rnet.predict(fit, [[10.0], [20.0]]).round(1)[0].tolist()
    [21.8, 61.0]
    """
    if newdata is ...:
        raise RError(
            'argument "newdata" is missing, with no default',
            "The fitted values are in fit.net_result.",
        )
    inputs, names = new_covariate(fit, newdata)
    run = forward_pass(fit, inputs, rep)
    if all_units:
        return [named_matrix(part, names) for part in (inputs, *run.activations)]
    return named_matrix(run.output, names)


def forward_pass(fit: NN, inputs: Doubles, rep: int | str) -> ForwardPass:
    """Compute all units of one repetition on new rows."""
    return forward(fit.network, without_missing(repetition_weights(fit, rep)), inputs)


def repetition_weights(fit: NN, rep: int | str) -> WeightList:
    """Return the weights of one repetition, counted from 1, or of the best."""
    if fit.weights is None:
        raise RError(NOT_NUMERIC, "No repetition converged: the network has no weights.")
    number = repetition_number(fit, rep)
    if number not in range(1, len(fit.weights) + 1):
        raise RError("subscript out of bounds", f"'rep' is one of {_listed(fit)}, or 'best'.")
    weights = fit.weights[number - 1]
    if weights is None:
        raise RError(NOT_NUMERIC, f"Repetition {rep} did not converge; use one of {_listed(fit)}.")
    return weights


def no_weights() -> RError:
    """Return R's error for a network without weights."""
    return RError(
        "weights were not calculated",
        "No repetition converged; train again with a larger stepmax or threshold.",
    )


def new_covariate(fit: NN, newdata: Any) -> tuple[Doubles, list[str] | None]:
    """Return the predictors of new data, shape (n, predictors), and the row names."""
    variables = fit.model_list["variables"]
    frame = _as_frame(newdata)
    columns = [str(name) for name in frame.columns]
    if len(columns) != len(variables):
        found = numeric_matrix(picked_columns(frame, variables), len(frame))
    else:
        if columns != variables and set(columns) == set(variables):
            warn(
                "the columns of 'newdata' were taken in the given order",
                f"R does not look at their names ({', '.join(columns)}) when there are as many as "
                f"predictors ({', '.join(variables)}); bring them into that order.",
            )
        found = numeric_matrix(all_columns(frame), len(frame))
    if isinstance(found, RError):
        raise found
    return found, matrix_row_names(frame)


def _as_frame(newdata: Any) -> pd.DataFrame:
    if isinstance(newdata, pd.DataFrame | Mapping):
        return as_data_frame(newdata)
    try:
        values = np.asarray(newdata)
    except ValueError:  # rows of different lengths
        values = np.empty(0)
    if values.ndim != 2:
        raise RError("argument is of length zero", "'newdata' is a data frame or a matrix.")
    return as_data_frame(values)


def _listed(fit: NN) -> str:
    return ", ".join(map(str, fit.converged))
