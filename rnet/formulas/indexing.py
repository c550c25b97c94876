"""R's `[` on columns: numbers counted from 1, negative ones, logical values, empty."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.formulas.columns import Column, Matrix, class_of, factor_of, numbers, strings
from rnet.formulas.operators import truth
from rnet.values import NA

Positions = npt.NDArray[np.int64]


def elements(x: Column | None, *indices: Column | None) -> Column | None:
    """Return `x[i]`, or of a matrix `x[i, j]`; an empty index (None) means everything."""
    if x is None:
        return None
    if len(indices) == 1:
        values = x.values.ravel(order="F") if isinstance(x, Matrix) else x
        return _padded(values, _positions(indices[0], len(values)))
    if not isinstance(x, Matrix) or len(indices) != 2:
        raise RError("incorrect number of dimensions")
    rows = _positions(indices[0], len(x))
    columns = _positions(indices[1], x.values.shape[1], x.column_names)
    if (rows < 0).any() or (columns < 0).any():
        raise RError("subscript out of bounds")
    values = x.values[np.ix_(rows, columns)]
    if len(columns) == 1:
        return values[:, 0]
    names = None if x.column_names is None else tuple(x.column_names[j] for j in columns)
    return Matrix(values, names)


def element(x: Column | None, index: Column) -> Column | None:
    """Return `x[[i]]`."""
    found = elements(x, index)
    if found is None or len(found) != 1:
        raise RError("subscript out of bounds")
    return found


def _positions(
    index: Column | None, length: int, names: tuple[str, ...] | None = None
) -> Positions:
    """Return 0-based positions, -1 for what is not there."""
    if index is None:
        return np.arange(length)
    if class_of(index) == "character":
        known = {name: place for place, name in enumerate(names or ())}
        return np.array([known.get(text, -1) for text in strings(index)], dtype=np.int64)
    if class_of(index) == "logical":
        values, absent = truth(index)
        wanted = np.resize(values | absent, max(length, len(values)))
        unknown = np.resize(absent, len(wanted))
        return np.where(unknown, -1, np.arange(len(wanted)))[wanted]
    counted = np.nan_to_num(numbers(index), nan=0.5)
    if (counted < 0).any():
        if (counted > 0).any():
            raise RError("can't mix positive and negative subscripts")
        return np.setdiff1d(np.arange(length), (-counted).astype(np.int64) - 1)
    kept = counted[counted != 0]
    return np.where((kept > length) | (kept < 1), 0, kept).astype(np.int64) - 1


def _padded(x: Any, positions: Positions) -> Column:
    """Return the elements at positions, NA at -1."""
    absent = (positions < 0) | (positions >= len(x))
    if not absent.any():
        return x[positions]  # type: ignore[no-any-return]
    safe = np.where(absent, 0, positions)
    if isinstance(x, pd.Categorical):
        codes = np.where(absent, -1, x.codes[safe])
        return factor_of(codes, list(x.categories), ordered=bool(x.ordered))
    if class_of(x) == "character":
        texts = strings(x)[safe]
        texts[absent] = None
        return texts
    return np.where(absent, NA, numbers(x)[safe])
