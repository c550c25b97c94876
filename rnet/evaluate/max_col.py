"""`max_col`: the column of the largest element of each row."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.formulas.variables import data_frame
from rnet.match_arg import match_arg
from rnet.rng.state import generator
from rnet.values import NA

Doubles = npt.NDArray[np.float64]
TIED = 1e-5


def max_col(m: Any, ties_method: str = "random") -> npt.NDArray[Any]:
    """Return for each row of a matrix which column is the largest, counted from 1.

    Parameters
    ----------
    m : array_like
        A matrix, such as class probabilities, shape (rows, columns).
    ties_method : {"random", "first", "last"}
        Which of several equally large columns; "random" draws from R's stream.

    Returns
    -------
    ndarray of int, shape (rows,)
        Floats with NA where a row has a missing value.

    Raises
    ------
    RError
        For an unknown way with ties, and for what is no matrix of numbers (R gives NA for text).

    Notes
    -----
    R page: `?max.col`. As in R, "random" takes elements for equal that differ by less than
    1e-5 of the largest of the row; the other two ways compare exactly.

    Examples
    --------
    >>> max_col([[0.1, 0.7, 0.2], [0.5, 0.25, 0.25]])
    array([2, 1])
    """
    values = _matrix(m)
    way = match_arg(ties_method, tuple(_WAYS))
    absent = np.asarray(np.isnan(values).any(axis=1), dtype=np.bool_)
    filled = np.where(absent[:, None], 0.0, values)
    chosen = _WAYS[way](filled, ~absent) + 1
    return np.where(absent, NA, chosen) if absent.any() else chosen


def _matrix(m: Any) -> Doubles:
    """Return the matrix; a vector is one column, as in R."""
    try:
        values = np.asarray(data_frame(m) if isinstance(m, Mapping) else m, dtype=np.float64)
    except (TypeError, ValueError):
        values = np.empty((0, 0, 0))
    if m is None or values.ndim > 2:
        raise RError("'m' must be a numeric matrix", "Such as class probabilities.")
    found = values if values.ndim == 2 else values.reshape(-1, 1)
    return found if found.shape[1] else np.full((len(found), 1), np.nan)


def _first(values: Doubles, present: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
    del present
    return np.asarray(values.argmax(axis=1))


def _last(values: Doubles, present: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
    del present
    return np.asarray(values.shape[1] - 1 - values[:, ::-1].argmax(axis=1))


def _random(values: Doubles, present: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
    """Walk along the columns; rows with ties draw one number for each, row after row."""
    size = np.where(np.isfinite(values), np.abs(values), 0.0).max(axis=1, initial=0.0)
    tolerance = TIED * size
    largest = values[:, 0].copy()
    chosen = np.zeros(len(values), dtype=np.int64)
    ties = np.zeros(values.shape, dtype=np.bool_)
    for column in range(1, values.shape[1]):
        here = values[:, column]
        larger = here > largest + tolerance
        ties[:, column] = ~larger & (here >= largest - tolerance)
        chosen[larger] = column
        largest[larger] = here[larger]
    for row in np.flatnonzero(ties.any(axis=1) & present):
        chosen[row] = _drawn(values[row], ties[row], float(tolerance[row]))
    return chosen


def _drawn(values: Doubles, ties: npt.NDArray[np.bool_], tolerance: float) -> int:
    """Return one of the tied columns: each new one replaces the former with its fair chance."""
    chosen, largest, count = 0, values[0], 1
    for column in range(1, len(values)):
        if ties[column]:
            count += 1
            if count * generator().uniform(1)[0] < 1:
                chosen = column
        elif values[column] > largest + tolerance:
            chosen, largest, count = column, values[column], 1
    return chosen


_WAYS = {"random": _random, "first": _first, "last": _last}
