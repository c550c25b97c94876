"""`tapply` and `ave`: a function of the values in every group."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd

from rnet.conditions import RError
from rnet.describe.groups import groups_of, rows_at
from rnet.describe.location import mean
from rnet.evaluate.contingency_table import Table
from rnet.values import NA, named_matrix


def tapply(
    X: Any,  # noqa: N803 - R's argument name
    INDEX: Any,  # noqa: N803
    FUN: Callable[..., Any],  # noqa: N803
    *args: Any,
    default: float = NA,
    simplify: bool = True,
    **kwargs: Any,
) -> Any:
    """Apply a function to the values in every cell of a table of factors.

    Parameters
    ----------
    X : array_like of shape (n,)
    INDEX : factor, or list or dict of factors, each of shape (n,)
        What is no factor becomes one. A dict names the dimensions.
    FUN : callable
        Takes the values of a cell.
    *args, **kwargs
        Passed on to `FUN`.
    default : float
        What stands in empty cells; NA by default.
    simplify : bool, default True
        Whether single numbers become an array.

    Returns
    -------
    Series, named matrix or Table of numbers, or dict of results by level
        One factor gives a Series; two a matrix (a Table if the factors have names).

    Raises
    ------
    RError
        `arguments must have same length`.

    Notes
    -----
    R page: `?tapply`. Cases for which a factor is missing belong to no cell.

    Examples
    --------
    >>> from rnet import data, mean, tapply
    >>> cars = data("mtcars")
    >>> tapply(cars["mpg"], cars["cyl"], mean).round(2).to_dict()
    {'4': 26.66, '6': 19.74, '8': 15.1}
    """
    groups = groups_of(INDEX, len(X))
    places = groups.positions()
    results = [FUN(rows_at(X, at), *args, **kwargs) if len(at) else None for at in places]
    single = all(result is None or _is_single(result) for result in results)
    if not (simplify and single):
        if len(groups.factors) > 1:
            raise RError(
                "FUN does not return single numbers",
                "With several factors only single numbers can be arranged; see `by`.",
            )
        return dict(zip(groups.levels[0], results, strict=True))
    whole = all(isinstance(r, int | np.integer) and not isinstance(r, bool) for r in results)
    cells = np.array(
        [default if r is None else np.asarray(r).ravel()[0] for r in results],
        dtype=np.int64 if whole else None,
    )
    if len(groups.factors) == 1 and groups.names is None:
        return pd.Series(cells, index=pd.Index(groups.levels[0], dtype=object))
    table = cells.reshape(groups.shape, order="F")
    if groups.names is None and len(groups.factors) == 2:
        return named_matrix(table, *groups.levels)
    return Table(table, groups.levels, groups.names)


def _is_single(result: Any) -> bool:
    return isinstance(result, bool | int | float | str | np.generic)


def ave(
    x: Any,
    *factors: Any,
    FUN: Callable[..., Any] = mean,  # noqa: N803 - R's argument name
) -> Any:
    """Return for every value the mean, or another function, of its group.

    Parameters
    ----------
    x : array_like of float, shape (n,)
    *factors : array_like of shape (n,)
        What divides the cases; without them all are one group.
    FUN : callable, default `mean`

    Returns
    -------
    ndarray of shape (n,)

    Notes
    -----
    R page: `?ave`.

    Examples
    --------
    >>> from rnet import ave
    >>> ave([1, 2, 3, 4], ["a", "a", "b", "b"]).tolist()
    [1.5, 1.5, 3.5, 3.5]
    """
    values = np.asarray(x)
    if not factors:
        return np.full(len(values), FUN(values))
    result = values.astype(np.float64)
    for places in groups_of(list(factors), len(values)).positions():
        if len(places):
            result[places] = FUN(values[places])
    return result
