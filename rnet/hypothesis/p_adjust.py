"""`p_adjust`: p values corrected for how many there are."""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.match_arg import match_arg

Doubles = npt.NDArray[np.float64]


def p_adjust(p: Any, method: str = "holm", n: int | None = None) -> Any:
    """Adjust p values for multiple comparisons.

    Parameters
    ----------
    p : array_like or Series
        P values; missing ones stay missing and do not count.
    method : {"holm", "hochberg", "hommel", "bonferroni", "BH", "BY", "fdr", "none"}
    n : int, optional
        How many comparisons there were, if more than values are given.

    Returns
    -------
    ndarray or Series
        Shape and names of `p`.

    Raises
    ------
    RError
        R's text for another method, or an `n` below the number of values.

    Notes
    -----
    R page: `?p.adjust`.

    Examples
    --------
    >>> from rnet import p_adjust
    >>> p_adjust([0.01, 0.02, 0.03, 0.04], "holm").tolist()
    [0.04, 0.06, 0.06, 0.06]
    """
    adjust = METHODS[match_arg(method, list(METHODS))]
    values = np.asarray(p, dtype=np.float64)
    known = ~np.isnan(values)
    count = int(known.sum()) if n is None or n == values.size else n
    if count < known.sum():
        raise RError("n >= lp is not TRUE", f"n is {n}, and {int(known.sum())} values are given.")
    found = values.copy()
    if count > 1:
        found[known] = adjust(values[known], count)
    return pd.Series(found, index=p.index, name=p.name) if isinstance(p, pd.Series) else found


def _holm(p: Doubles, n: int) -> Doubles:
    return _going_up(p, n - np.arange(len(p)))


def _hochberg(p: Doubles, n: int) -> Doubles:
    return _going_down(p, n - np.arange(len(p)))


def _benjamini_hochberg(p: Doubles, n: int) -> Doubles:
    return _going_down(p, n / np.arange(1.0, len(p) + 1))


def _benjamini_yekutieli(p: Doubles, n: int) -> Doubles:
    harmonic = (1.0 / np.arange(1, n + 1)).sum()
    return _going_down(p, harmonic * n / np.arange(1.0, len(p) + 1))


def _bonferroni(p: Doubles, n: int) -> Doubles:
    return np.minimum(1.0, n * p)


def _hommel(p: Doubles, n: int) -> Doubles:
    """Return Hommel's values, by Wright's (1992) algorithm; p values not given count as 1."""
    padded = np.concatenate([p, np.ones(n - len(p))])
    order = np.argsort(padded, kind="stable")
    sorted_p = padded[order]
    ranks = np.arange(1.0, n + 1)
    least = np.full(n, (n * sorted_p / ranks).min())
    adjusted = least.copy()
    for m in range(n - 1, 1, -1):
        first, last = slice(n - m + 1), slice(n - m + 1, n)
        smallest = (m * sorted_p[last] / np.arange(2, m + 1)).min()
        least[first] = np.minimum(m * sorted_p[first], smallest)
        least[last] = least[n - m]
        adjusted = np.maximum(adjusted, least)
    found = np.empty(n)
    found[order] = np.maximum(adjusted, sorted_p)
    return found[: len(p)]


def _unchanged(p: Doubles, n: int) -> Doubles:
    del n
    return p


METHODS: dict[str, Callable[[Doubles, int], Doubles]] = {
    "holm": _holm,
    "hochberg": _hochberg,
    "hommel": _hommel,
    "bonferroni": _bonferroni,
    "BH": _benjamini_hochberg,
    "BY": _benjamini_yekutieli,
    "fdr": _benjamini_hochberg,
    "none": _unchanged,
}


def _going_up(p: Doubles, factors: npt.NDArray[Any]) -> Doubles:
    """Multiply the sorted values, then let none be below one before it."""
    order = np.argsort(p, kind="stable")
    found = np.empty_like(p)
    found[order] = np.minimum(1.0, np.maximum.accumulate(factors * p[order]))
    return found


def _going_down(p: Doubles, factors: npt.NDArray[Any]) -> Doubles:
    """Multiply the sorted values, then let none be above one after it."""
    order = np.argsort(p, kind="stable")
    scaled = (factors * p[order])[::-1]
    found = np.empty_like(p)
    found[order] = np.minimum(1.0, np.minimum.accumulate(scaled))[::-1]
    return found
