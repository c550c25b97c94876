"""`gknn`: k nearest neighbours as R's package e1071 finds them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from rnet.conditions import RError
from rnet.describe.scale_data_frame import CENTER, SCALE, scale_data_frame
from rnet.evaluate.classify import classify
from rnet.formulas.columns import Column, as_column, class_of, factor_of
from rnet.formulas.formula import Formula
from rnet.formulas.terms import Terms
from rnet.language.tree import Call
from rnet.matched_call import keeps_call
from rnet.multivariate.gknn_model import GKNN, Standardised
from rnet.multivariate.neighbours import DISTANCES
from rnet.values import is_matrix, named_matrix
from rnet.vector_machine.training_data import TrainingData, data_of_formula, data_of_matrix


@keeps_call("gknn")
def gknn(
    call: Call,
    formula: Any = None,
    data: Any = None,
    k: int = 1,
    method: str | None = None,
    scale: Any = True,
    use_all: bool = True,
    FUN: Callable[[Any], float] = np.mean,  # noqa: N803 - R's name
    *,
    x: Any = None,
    y: Any = None,
    subset: Any = None,
    na_action: Any = "na.pass",
) -> GKNN:
    """Set up a classifier or regression by the k nearest neighbours.

    Parameters
    ----------
    formula : str or Formula
        Response and predictors. A matrix or DataFrame of predictors may stand here instead,
        with the response as second argument, as in R's `gknn(x, y)`.
    data : DataFrame, optional
        Holds the variables of the formula.
    k : int
        How many neighbours.
    method : str, optional
        "Euclidean" (by default), "Manhattan", "supremum", "Canberra" or "cosine".
    scale : bool or sequence of bool
        Which columns get mean 0 and standard deviation 1. Without a formula a data frame is
        never scaled, a matrix is.
    use_all : bool
        Whether all rows as far as the k-th neighbour count; else one of them, drawn at random.
    FUN : callable
        What to predict in a regression, from the responses of the neighbours.
    x, y : array_like, optional
        Predictors, shape (n, p), and response, shape (n,), when there is no formula.
    subset, na_action
        As in `svm`, with a formula.

    Returns
    -------
    GKNN
        `predict` takes it.

    Raises
    ------
    RError
        `argument "y" is missing, with no default`, `Entry “foo” not in registry.`

    Notes
    -----
    R page: `?gknn` of package e1071. Where R is odd: rows as near as the k-th neighbour are
    added to the nearest k - 1, also those that are already among these, so they vote twice. A
    text or logical response, which R cannot predict, is taken as classes.

    Examples
    --------
    >>> from rnet import data, gknn, predict
    >>> iris = data("iris")
    >>> fit = gknn("Species ~ .", iris, k=5)
    >>> predict(fit, iris.iloc[[0, 106]], type="votes").to_numpy().tolist()
    [[5.0, 0.0, 0.0], [0.0, 4.0, 1.0]]
    """
    way = (method or "euclidean").lower()
    if way not in DISTANCES:
        raise RError(f"Entry “{method}” not in registry.", f"Known: {', '.join(DISTANCES)}.")
    by_formula = x is None and y is None and isinstance(formula, str | Formula | Terms)
    if by_formula:
        source = data_of_formula(formula, data, subset, na_action, scale)
    else:
        predictors, response = (formula, data) if x is None else (x, y)
        if response is None:
            raise RError('argument "y" is missing, with no default', "Give the response.")
        source = data_of_matrix(predictors, response, None, "na.pass", scale)
        if isinstance(predictors, pd.DataFrame) and not is_matrix(predictors):
            source = replace(source, to_scale=np.zeros_like(source.to_scale))
    return GKNN(
        training=_standardised(source),
        y=_response(source.y),
        k=k,
        FUN=FUN,
        method=way,
        use_all=bool(use_all),
        call=call if by_formula else None,
    )


def _standardised(source: TrainingData) -> Standardised:
    chosen = source.to_scale
    frame = scale_data_frame(pd.DataFrame(source.x).loc[:, chosen])
    columns = len(chosen)
    centers, scales = np.zeros(columns), np.ones(columns)
    if chosen.any():
        centers[chosen], scales[chosen] = frame.attrs[CENTER], frame.attrs[SCALE]
    return Standardised(
        x=named_matrix(source.x, source.row_names, source.column_names),
        to_scale=chosen,
        centers=centers,
        scales=scales,
        terms=source.terms,
    )


def _response(y: Column | None) -> Any:
    column = as_column(y, "y")
    if column is None:
        raise RError('argument "y" is missing, with no default', "Give a response.")
    if isinstance(column, pd.Categorical) or class_of(column) == "numeric":
        return column
    found = classify(column)
    return factor_of(found.codes, [label or "" for label in found.labels], ordered=False)
