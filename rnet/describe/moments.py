"""Covariances and correlations of columns, with and without missing values."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnet.sums import centred_product, complete_moments, corrected_mean, has_extended_precision
from rnet.values import NA

Doubles = npt.NDArray[np.float64]

ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Moments:
    """A matrix of covariances or correlations.

    Attributes
    ----------
    values : ndarray of float, shape (p, q)
    constant : bool
        Whether a standard deviation was zero, so that a correlation is NA.
    """

    values: Doubles
    constant: bool = False


def moments(x: Doubles, y: Doubles, method: str, *, scaled: bool, pairwise: bool) -> Moments:
    """Return covariances, or correlations if `scaled`, of the columns of two matrices.

    Parameters
    ----------
    x : ndarray of float, shape (n, p)
    y : ndarray of float, shape (n, q)
    method : str
        "pearson", "spearman" or "kendall".
    scaled : bool
        Whether to divide by the standard deviations.
    pairwise : bool
        Whether rows are left out pair by pair; else a missing value makes the result NA.
    """
    whole = len(x) >= ENOUGH and not (np.isnan(x).any() or np.isnan(y).any())
    if whole and method == "pearson" and has_extended_precision():
        return Moments(*complete_moments(x, y, scaled=scaled))
    p, q = x.shape[1], y.shape[1]
    values, constant = np.full((p, q), NA), False
    for i in range(p):
        for j in range(q):
            first, second = x[:, i], y[:, j]
            there = ~(np.isnan(first) | np.isnan(second))
            if not there.all():
                if not pairwise:
                    continue
                first, second = first[there], second[there]
            values[i, j], flat = _of_pair(first, second, method, scaled)
            constant |= flat
    return Moments(values, constant)


def _of_pair(x: Doubles, y: Doubles, method: str, scaled: bool) -> tuple[float, bool]:
    """Return the moment of two columns and whether one of them is constant."""
    if len(x) < ENOUGH:
        return NA, False
    products = _PRODUCTS[method]
    both = products(x, y)
    if not scaled:
        divisor = 1 if method == "kendall" else len(x) - 1
        return float(both / divisor), False
    of_x, of_y = products(x, x), products(y, y)
    if of_x == 0 or of_y == 0:
        return NA, True
    ratio = both / (np.sqrt(of_x) * np.sqrt(of_y))
    return float(np.clip(ratio, -1.0, 1.0)), False


def _deviation_products(x: Doubles, y: Doubles) -> np.longdouble:
    """Return the sum of products of deviations from the means, in extended precision."""
    if has_extended_precision():
        return np.longdouble(centred_product(x, corrected_mean(x), y, corrected_mean(y)))
    return np.longdouble(((x - corrected_mean(x)) * (y - corrected_mean(y))).sum())


def _rank_products(x: Doubles, y: Doubles) -> np.longdouble:
    return _deviation_products(average_ranks(x), average_ranks(y))


def _concordance(x: Doubles, y: Doubles) -> np.longdouble:
    """Return twice the concordant pairs less the discordant ones (Kendall's score)."""
    total = 0
    for i in range(len(x)):
        total += int((np.sign(x[i] - x) * np.sign(y[i] - y)).sum())
    return np.longdouble(total)


_PRODUCTS: dict[str, Callable[[Doubles, Doubles], np.longdouble]] = {
    "pearson": _deviation_products,
    "spearman": _rank_products,
    "kendall": _concordance,
}


def average_ranks(values: npt.NDArray[np.generic]) -> Doubles:
    """Return ranks from 1, equal values sharing the mean of theirs.

    Examples
    --------
    >>> average_ranks(np.array([10.0, 20.0, 10.0])).tolist()
    [1.5, 3.0, 1.5]
    """
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    return np.asarray((last - (counts - 1) / 2)[inverse], dtype=np.float64)
