"""`impute`: put medians or means where values are missing."""

from typing import Any

import numpy as np
import pandas as pd

from rnet.conditions import RError
from rnet.describe.sample_values import Doubles, sample_values
from rnet.match_arg import match_arg
from rnet.sums import corrected_mean
from rnet.values import NA, axis_names, counts_positions, is_matrix, named_matrix

MATRIX = 2


def impute(x: Any, what: str = "median") -> Any:
    """Replace the missing values of each column by the column's median or mean.

    Parameters
    ----------
    x : two-dimensional array or DataFrame
        Numbers, shape (n, p).
    what : {"median", "mean"}

    Returns
    -------
    ndarray or DataFrame, shape (n, p)
        A matrix; with the names of a DataFrame.

    Raises
    ------
    RError
        `dim(X) must have a positive length` for a vector, `'arg' should be one of ...`.

    Notes
    -----
    R page: `?impute` of package e1071. A column without any value stays NA; its mean is NaN.

    Examples
    --------
    >>> import numpy as np
    >>> impute(np.array([[1.0, 5.0], [np.nan, 7.0], [2.0, np.nan]])).tolist()
    [[1.0, 5.0], [1.5, 7.0], [2.0, 6.0]]
    """
    middle = _MIDDLES[match_arg(what, tuple(_MIDDLES))]
    if np.ndim(x) != MATRIX:
        raise RError("dim(X) must have a positive length", "Give a matrix or a data frame.")
    if not isinstance(x, pd.DataFrame):
        return np.column_stack([_filled(sample_values(part), middle) for part in np.asarray(x).T])
    columns = [_filled(sample_values(x.iloc[:, place]), middle) for place in range(x.shape[1])]
    unnamed = is_matrix(x) or counts_positions(x.index)
    rows = axis_names(x.index) if unnamed else [str(name) for name in x.index]
    names = axis_names(x.columns) if is_matrix(x) else [str(name) for name in x.columns]
    return named_matrix(np.column_stack(columns), _known(rows), _known(names))


def _known(names: list[str | None] | list[str] | None) -> list[str] | None:
    return None if names is None else [name or "NA" for name in names]


def _filled(values: Doubles, middle: Any) -> Doubles:
    missing = np.isnan(values)
    if not missing.any():
        return values
    return np.where(missing, middle(values[~missing]), values)


def _median(values: Doubles) -> float:
    return float(np.median(values)) if len(values) else NA


_MIDDLES = {"median": _median, "mean": corrected_mean}
