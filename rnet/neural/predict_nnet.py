"""Predict from a network with one hidden layer."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError, warn
from rnet.evaluate.max_col import max_col
from rnet.formulas.model_frame import model_frame_for
from rnet.formulas.model_matrix import DesignMatrix, model_matrix
from rnet.match_arg import match_arg
from rnet.neural.nnet_data import FormulaOrigin, as_matrix, with_missing_rows
from rnet.neural.nnet_fit import outputs
from rnet.neural.nnet_model import Nnet
from rnet.values import named_matrix

Doubles = npt.NDArray[np.float64]
KINDS = ("raw", "class")


def predict_nnet(fit: Nnet, newdata: Any = ..., kind: str = "raw") -> Any:
    """Predict for new cases.

    Parameters
    ----------
    fit : Nnet
    newdata : DataFrame or array_like, optional
        The variables of the formula, or a matrix of predictors; left out, the fitted cases.
    kind : {"raw", "class"}
        Outputs, or the class of the largest.

    Returns
    -------
    DataFrame or ndarray
        "raw": a matrix, one column for each output; with a formula a case that misses a
        predictor is a row of NaN. "class": an object array of class names, None where missing.

    Raises
    ------
    RError
        ``inappropriate fit for class`` where outputs are no classes; ``missing values in 'x'``.

    Notes
    -----
    R page: `?predict.nnet`. As in R, classes whose outputs differ by less than 1e-5 of the
    largest are drawn at random.
    """
    chosen = match_arg(kind, KINDS)
    found = fit.fitted() if newdata is ... else _raw(fit, newdata)
    return found if chosen == "raw" else _classes(fit, found)


def _raw(fit: Nnet, newdata: Any) -> pd.DataFrame:
    if newdata is None:
        raise RError("attempt to set an attribute on NULL", "Leave out newdata for fitted values.")
    if fit.data.origin is not None:
        return _raw_of_formula(fit, fit.data.origin, newdata)
    shape = np.shape(newdata)
    is_row = len(shape) == 1 and not isinstance(newdata, pd.DataFrame)
    x, names, _ = as_matrix(np.asarray(newdata)[None, :] if is_row else newdata, "x")
    wanted = fit.architecture.inputs
    if x.shape[1] < wanted:
        raise RError(
            f"'newdata' has {x.shape[1]} columns, the network {wanted} inputs",
            "R would read beyond the end of the numbers.",
        )
    if np.isnan(x).any():
        raise RError("missing values in 'x'", "Drop incomplete rows.")
    found = outputs(fit.architecture, fit.wts, x[:, :wanted])
    return named_matrix(found, names, fit.data.output_names)


def _raw_of_formula(fit: Nnet, origin: FormulaOrigin, newdata: Any) -> pd.DataFrame:
    design, present, names = new_design(origin, newdata)
    x = design.values[:, int(origin.has_intercept) :]
    found = outputs(fit.architecture, fit.wts, x)
    matrix = named_matrix(found, design.row_names, fit.data.output_names)
    return matrix if present.all() else with_missing_rows(matrix, present, names)


def new_design(
    origin: FormulaOrigin, newdata: Any
) -> tuple[DesignMatrix, npt.NDArray[np.bool_], list[str]]:
    """Return the design matrix of the complete new cases, which they are, and all names."""
    frame = model_frame_for(origin.design.terms, newdata, na_action="na.omit")
    present = np.ones(len(frame) + len(frame.omitted), dtype=np.bool_)
    present[frame.omitted] = False
    names = list(frame.row_names)
    if len(frame.omitted):
        names = list(model_frame_for(origin.design.terms, newdata).row_names)
    return model_matrix(frame), present, names


def _classes(fit: Nnet, found: pd.DataFrame) -> npt.NDArray[Any]:
    values = found.to_numpy(dtype=np.float64)
    lev = _levels(fit)
    if values.shape[1] == 1:
        chosen = (values[:, 0] > 0.5).astype(np.int64)
    else:
        chosen = class_positions(values)
    missing = np.isnan(values).any(axis=1)
    names = np.array([*lev], dtype=object)[np.where(missing, 0, chosen)]
    names[missing] = None
    return np.asarray(names)


def class_positions(values: Doubles) -> npt.NDArray[np.int64]:
    """Return the column of the largest of each row, from 0; any for a row that misses one."""
    chosen = np.asarray(max_col(values), dtype=np.float64)
    return np.where(np.isnan(chosen), 1.0, chosen).astype(np.int64) - 1


def _levels(fit: Nnet) -> list[str]:
    """Return the classes of the outputs; a class without cases has none."""
    lev, single = fit.lev, fit.architecture.outputs == 1
    if lev is None or (fit.entropy and not single):
        raise RError(
            "inappropriate fit for class",
            "Outputs are classes with a factor response, softmax=True or one entropy output.",
        )
    known = fit.data.output_names
    if not single and known is not None and known != lev:
        warn(
            "classes without cases have no output",
            "R counts the names from the first class, with or without cases, and so gives wrong "
            'ones; rnet gives the right ones. See "Does rnet match R?".',
            stacklevel=6,
        )
        return list(known)
    return list(lev)
