"""Predict from a multinomial model."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import warn
from rnet.match_arg import match_arg
from rnet.neural.multinom_model import Multinom
from rnet.neural.nnet_data import with_missing_rows
from rnet.neural.nnet_fit import outputs
from rnet.neural.predict_nnet import class_positions, new_design
from rnet.values import axis_names, named_matrix

Doubles = npt.NDArray[np.float64]
KINDS = ("class", "probs")


def predict_multinom(fit: Multinom, newdata: Any = ..., kind: str = "class") -> Any:
    """Predict for new cases.

    Parameters
    ----------
    fit : Multinom
    newdata : DataFrame, optional
        The variables of the formula; left out, the fitted cases.
    kind : {"class", "probs"}

    Returns
    -------
    Categorical, DataFrame or Series
        "class": a factor. "probs": a matrix with a column for each class; for two classes, and
        for a single case, a Series. Cases that miss a predictor are missing.

    Raises
    ------
    RError
        ``object 'x' not found``; ``factor g has new level q``.

    Notes
    -----
    R page: `?multinom`. As in R, classes whose probabilities differ by less than 1e-5 of the
    largest are drawn at random, and offsets of new data are not used.
    """
    kind = match_arg(kind, KINDS)
    found = fit.fitted() if newdata is ... else _probabilities(fit, newdata)
    return _classes(fit, found) if kind == "class" else _shaped(fit, found)


def _probabilities(fit: Multinom, newdata: Any) -> pd.DataFrame:
    design, present, names = new_design(fit.cases.origin, newdata)
    net = fit.net.architecture
    if fit.cases.offset is not None:
        warn(
            "offsets are not used in predictions for new cases",
            "As in R; fitted() of the training cases has them.",
            stacklevel=6,
        )
    inputs = np.zeros((len(design.values), net.inputs))
    inputs[:, : design.values.shape[1]] = design.values
    found = outputs(net, fit.net.wts, inputs)
    matrix = named_matrix(found, design.row_names, fit.net.data.output_names)
    return matrix if present.all() else with_missing_rows(matrix, present, names)


def _shaped(fit: Multinom, found: pd.DataFrame) -> "pd.DataFrame | pd.Series[float]":
    values = found.to_numpy(dtype=np.float64)
    if fit.cases.is_binomial:
        names = axis_names(found.index)
        index = None if names is None else pd.Index(names, dtype=object)
        return pd.Series(values[:, 0], index=index)
    if len(values) == 1:
        return pd.Series(values[0], index=pd.Index(fit.cases.classes, dtype=object))
    return found


def _classes(fit: Multinom, found: pd.DataFrame) -> pd.Categorical:
    values = found.to_numpy(dtype=np.float64)
    if fit.cases.is_binomial:
        chosen = (values[:, 0] > 0.5).astype(np.int64)
    else:
        chosen = class_positions(values)
    codes = np.where(np.isnan(values).any(axis=1), -1, chosen)
    levels = pd.Index(fit.cases.classes, dtype=object)
    return pd.Categorical.from_codes(codes, levels)
