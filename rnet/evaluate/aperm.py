"""R's `aperm` and `t`: the dimensions of a table in another order."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from rnet.conditions import RError
from rnet.evaluate.contingency_table import Table
from rnet.evaluate.margins import margin_axes
from rnet.values import is_matrix, named_matrix

ONLY_ROW = "[1,]"


def aperm(a: Any, perm: Sequence[int] | Sequence[str] | None = None) -> Any:
    """Return a table or array with its dimensions in another order.

    Parameters
    ----------
    a : Table or ndarray
        Any number of dimensions.
    perm : sequence of int or str, optional
        The dimensions (from 1, or names) in their new order; default reversed.

    Notes
    -----
    R page: `?aperm`.

    Examples
    --------
    >>> aperm(Table([[1, 2]], {"g": ["a"], "h": ["x", "y"]})).dim
    (2, 1)
    """
    if not isinstance(a, Table):
        order = None if perm is None else [int(axis) - 1 for axis in perm]
        return np.transpose(np.asarray(a), order)
    axes = list(reversed(range(a.ndim))) if perm is None else margin_axes(perm, a)
    if sorted(axes) != list(range(a.ndim)):
        raise RError("value out of range in 'perm'", f"Each of 1 to {a.ndim} once.")
    dnn = None if a.dnn is None else [a.dnn[axis] for axis in axes]
    return Table(a.counts.transpose(axes), [a.dimnames[axis] for axis in axes], dnn)


def t(x: Any) -> Any:
    """Return the transpose of a table, matrix or data frame.

    Parameters
    ----------
    x : Table, ndarray, DataFrame or Series
        At most two dimensions; a vector becomes a matrix of one row.

    Notes
    -----
    R page: `?t`.

    Examples
    --------
    >>> t(np.array([1, 2])).shape
    (1, 2)
    """
    if isinstance(x, Table) and x.ndim == 1:
        return Table([x.counts], [[ONLY_ROW], x.dimnames[0]], ["", *(x.dnn or [""])])
    if isinstance(x, Table) and x.ndim == 2:
        return aperm(x)
    if isinstance(x, pd.DataFrame):
        rows = [str(name) for name in x.index] if not isinstance(x.index, pd.RangeIndex) else None
        if not is_matrix(x) and rows is None:
            rows = [str(number) for number in range(1, len(x) + 1)]
        return named_matrix(x.to_numpy().T, [str(name) for name in x.columns], rows)
    if isinstance(x, pd.Series):
        return named_matrix([x.to_numpy()], None, [str(name) for name in x.index])
    values = np.asarray(x)
    if values.ndim > 2:
        raise RError("argument is not a matrix")
    return values.reshape(1, -1) if values.ndim == 1 else values.T
