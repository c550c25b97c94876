"""`cut` and `findInterval`: numbers into intervals."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.describe.arguments import numeric_values
from rnet.formulas import factor_functions
from rnet.formulas.columns import as_column, class_of


def cut(
    x: Any,
    breaks: Any,
    labels: Any = None,
    include_lowest: bool = False,
    right: bool = True,
    dig_lab: int = 3,
    ordered_result: bool = False,
) -> Any:
    """Return the interval each number falls in.

    Parameters
    ----------
    x : array_like of float
    breaks : array_like or int
        The ends of the intervals, or how many equally wide ones.
    labels : sequence of str or False, optional
        What to call the intervals; by default `(a,b]`; False gives their numbers.
    include_lowest : bool
        Whether the very first end (with `right=False` the last) belongs to its interval.
    right : bool
        Whether intervals are closed on the right.
    dig_lab : int
        Fewest digits of the ends in the labels; more where ends would look equal.
    ordered_result : bool
        Whether the factor is ordered.

    Returns
    -------
    Categorical, or ndarray of int with `labels=False`

    Raises
    ------
    RError
        `'x' must be numeric`, `'breaks' are not unique`, `invalid number of intervals`,
        `lengths of 'breaks' and 'labels' differ`.

    Notes
    -----
    R page: `?cut`.

    Examples
    --------
    >>> cut([1, 5, 10], [0, 5, 10]).tolist()
    ['(0,5]', '(0,5]', '(5,10]']
    """
    column = as_column(x, "x")
    if column is None or class_of(column) not in ("numeric", "logical"):
        raise RError("'x' must be numeric", "factor(x) codes what is no number.")
    plain = labels is False
    found = factor_functions.cut(
        column,
        np.atleast_1d(numeric_values(breaks, name="breaks")),
        np.array([False]) if plain else None if labels is None else as_column(labels, "labels"),
        np.array([include_lowest]),
        np.array([right]),
        np.array([dig_lab]),
        np.array([ordered_result]),
    )
    if not plain:
        return found
    numbers = np.asarray(found, dtype=np.float64)
    if np.isnan(numbers).any():
        return pd.Series(numbers).astype("Int64").array
    return numbers.astype(np.int64)


def findInterval(  # noqa: N802 - R's name
    x: Any,
    vec: Any,
    rightmost_closed: bool = False,
    all_inside: bool = False,
    left_open: bool = False,
) -> npt.NDArray[np.int64] | Any:
    """Return the number of the interval between ends in order that each number falls in.

    Parameters
    ----------
    x : array_like of float
    vec : array_like of float
        The ends, not decreasing.
    rightmost_closed : bool
        Whether the last interval contains its upper end.
    all_inside : bool
        Whether numbers outside count to the first and last interval.
    left_open : bool
        Whether intervals are open on the left and closed on the right.

    Returns
    -------
    ndarray of int
        0 for numbers before the first end; Int64 where a number is missing.

    Raises
    ------
    RError
        `'vec' must be sorted non-decreasingly and not contain NAs`.

    Notes
    -----
    R page: `?findInterval`.

    Examples
    --------
    >>> findInterval([1, 5, 9], [0, 3, 6]).tolist()
    [1, 2, 3]
    """
    ends = np.atleast_1d(numeric_values(vec, name="vec"))
    if np.isnan(ends).any() or (np.diff(ends) < 0).any():
        raise RError(
            "'vec' must be sorted non-decreasingly and not contain NAs", "Sort it: np.sort(vec)."
        )
    values = np.atleast_1d(numeric_values(x))
    found = np.searchsorted(ends, values, side="left" if left_open else "right").astype(np.int64)
    if rightmost_closed and len(ends) > 1:
        edge = ends[0] if left_open else ends[-1]
        found[values == edge] = 1 if left_open else len(ends) - 1
    if all_inside:
        found = np.clip(found, 1, max(1, len(ends) - 1))
    absent = np.isnan(values)
    return pd.Series(found).mask(absent).astype("Int64").array if absent.any() else found
