"""`head` and `tail`: the first and last elements, rows or columns."""

from collections.abc import Sequence
from typing import Any, Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.evaluate.contingency_table import Table
from rnet.values import axis_names, is_matrix, named_matrix

Places = npt.NDArray[np.intp]
FEWEST = 6


@runtime_checkable
class HasFrame(Protocol):
    """What shows as a data frame or a matrix: a model frame, a design matrix, predicted terms."""

    def to_pandas(self) -> pd.DataFrame:
        """Return the cells as R has them."""
        ...


def head(x: Any, n: int | Sequence[int | None] = FEWEST) -> Any:
    """Return the first elements of a vector, rows of a data frame, matrix or table.

    Parameters
    ----------
    x : array_like, Series, Categorical, DataFrame, Table, list or dict
        Or a model frame, a design matrix, the terms that `predict` gives.
    n : int or sequence of int
        How many; negative: all but so many of the last. Of a matrix, data frame or table several
        numbers cut several dimensions; None keeps a dimension whole.

    Returns
    -------
    same as `x`

    Raises
    ------
    RError
        `invalid 'n' - must be numeric, possibly NA.`, `invalid 'n' - must have length one when
        dim(x) is NULL, got 2`.

    Notes
    -----
    R page: `?head`.

    Examples
    --------
    >>> head([3, 1, 4, 1, 5], 2), head([3, 1, 4, 1, 5], -2)
    ([3, 1], [3, 1, 4])
    """
    return _part(x, n, _first)


def tail(x: Any, n: int | Sequence[int | None] = FEWEST, keepnums: bool = True) -> Any:
    """Return the last elements of a vector, rows of a data frame, matrix or table.

    Parameters
    ----------
    x : array_like, Series, Categorical, DataFrame, Table, list or dict
        Or a model frame, a design matrix, the terms that `predict` gives.
    n : int or sequence of int
        How many; negative: all but so many of the first.
    keepnums : bool
        Whether rows and columns of a matrix without names are called by their numbers.

    Returns
    -------
    same as `x`

    Raises
    ------
    RError
        As for `head`.

    Notes
    -----
    R page: `?tail`.

    Examples
    --------
    >>> tail([3, 1, 4, 1, 5], 2), tail([3, 1, 4, 1, 5], -2)
    ([1, 5], [4, 1, 5])
    """
    return _part(x, n, _last, keepnums=keepnums)


def _first(length: int, n: int | None) -> Places:
    count = length if n is None else min(n, length) if n >= 0 else max(length + n, 0)
    return np.arange(count)


def _last(length: int, n: int | None) -> Places:
    return np.arange(length - len(_first(length, n)), length)


def _part(x: Any, n: Any, of: Any, *, keepnums: bool = False) -> Any:
    if isinstance(x, HasFrame) and not isinstance(x, Table):
        x = x.to_pandas()
    shape = np.shape(x) if isinstance(x, pd.DataFrame | Table | np.ndarray) else (0,)
    counts = _counts(n, len(shape))
    if isinstance(x, dict):
        names = list(x)
        return {names[place]: x[names[place]] for place in of(len(x), counts[0])}
    if isinstance(x, list | tuple | range | str):
        items = [x] if isinstance(x, str) else x
        return [items[place] for place in of(len(items), counts[0])]
    if len(shape) == 1 and not isinstance(x, Table):
        places = of(len(x), counts[0])
        return x.iloc[places] if isinstance(x, pd.Series) else x[places]
    cut = [of(length, count) for length, count in zip(shape, counts, strict=True)]
    if isinstance(x, Table):
        labels = [[x.dimnames[axis][at] for at in places] for axis, places in enumerate(cut)]
        return Table(x.counts[np.ix_(*cut)], labels, x.dnn)
    if isinstance(x, pd.DataFrame) and not is_matrix(x):
        return x.iloc[cut[0], cut[1]]
    return _matrix_part(x, cut, [count is not None and keepnums for count in counts])


def _matrix_part(x: Any, cut: list[Places], numbered: list[bool]) -> Any:
    cells = x.to_numpy() if isinstance(x, pd.DataFrame) else x
    axes = (x.index, x.columns) if isinstance(x, pd.DataFrame) else (None, None)
    shown = [
        _labels(axis, places, "[{},]" if number == 0 else "[,{}]", numbered=numbered[number])
        for number, (axis, places) in enumerate(zip(axes, cut, strict=True))
    ]
    found = cells[np.ix_(*cut)]
    return found if shown == [None, None] else named_matrix(found, *shown)


def _labels(axis: Any, places: Places, form: str, *, numbered: bool) -> list[str] | None:
    names = None if axis is None else axis_names(axis)
    if names is not None:
        return [names[place] for place in places]
    return [form.format(place + 1) for place in places] if numbered else None


def _counts(n: Any, dimensions: int) -> list[int | None]:
    """Return how many to keep along each dimension; None for all."""
    given = list(n) if isinstance(n, list | tuple | np.ndarray) else [n]
    if dimensions == 1 and len(given) != 1:
        raise RError(
            f"invalid 'n' - must have length one when dim(x) is NULL, got {len(given)}",
            "A vector has one length.",
        )
    if len(given) > dimensions:
        raise RError(
            f"invalid 'n' - must have length <= length(dim(x)), got {len(given)}",
            f"There are {dimensions} dimensions.",
        )
    if any(isinstance(count, str | bool) for count in given):
        raise RError("invalid 'n' - must be numeric, possibly NA.", "Give a number.")
    whole = [None if _absent(count) else int(count) for count in given]
    if all(count is None for count in whole):
        raise RError(
            "invalid 'n' -  must contain at least one non-missing element, got none.",
            "How many?",
        )
    return whole + [None] * (dimensions - len(whole))


def _absent(count: Any) -> bool:
    return count is None or count is pd.NA or bool(np.isnan(count))
