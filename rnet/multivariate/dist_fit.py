"""Distances between rows, on arrays without names."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]
Measure = Callable[[Doubles, Doubles, float], Doubles]
"""From a row, shape (p,), and others, shape (m, p), to their distances, shape (m,)."""


def _sums(terms: Doubles, used: npt.NDArray[np.bool_]) -> Doubles:
    """Return sums over the columns where both rows have a value, scaled up to all columns."""
    counts = used.sum(axis=1)
    columns = terms.shape[1]
    if not columns:
        return np.zeros(len(terms))
    totals = np.add.accumulate(np.where(used, terms, 0.0), axis=1)[:, -1]
    with np.errstate(divide="ignore", invalid="ignore"):
        scaled = np.where(counts == columns, totals, totals / (counts / columns))
    return np.asarray(np.where(counts == 0, np.nan, scaled))


def euclidean(row: Doubles, others: Doubles, p: float) -> Doubles:
    """Return roots of the sums of squared differences."""
    del p
    squares = (row - others) ** 2
    return np.asarray(np.sqrt(_sums(squares, ~np.isnan(squares))))


def maximum(row: Doubles, others: Doubles, p: float) -> Doubles:
    """Return the largest differences."""
    del p
    differences = np.abs(row - others)
    known = ~np.isnan(differences)
    largest = np.where(known, differences, -np.inf).max(axis=1, initial=-np.inf)
    return np.asarray(np.where(known.any(axis=1), largest, np.nan))


def manhattan(row: Doubles, others: Doubles, p: float) -> Doubles:
    """Return the sums of absolute differences."""
    del p
    differences = np.abs(row - others)
    return _sums(differences, ~np.isnan(differences))


def canberra(row: Doubles, others: Doubles, p: float) -> Doubles:
    """Return the sums of |a - b| / (|a| + |b|); columns of two zeros do not count."""
    del p
    with np.errstate(divide="ignore", invalid="ignore"):
        shares = np.abs(row - others) / (np.abs(row) + np.abs(others))
    shares[np.isinf(row - others)] = 1.0
    return _sums(shares, ~np.isnan(shares))


def binary(row: Doubles, others: Doubles, p: float) -> Doubles:
    """Return the share of columns, of those where one is not zero, in which the other is."""
    del p
    known = ~np.isnan(row + others)
    first, second = (row != 0) & known, (others != 0) & known
    either = (first | second).sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        shares = (first ^ second).sum(axis=1) / either
    shares = np.where(either == 0, 0.0, shares)
    return np.asarray(np.where(known.any(axis=1), shares, np.nan))


def minkowski(row: Doubles, others: Doubles, p: float) -> Doubles:
    """Return the p-th roots of the sums of p-th powers."""
    powers = np.abs(row - others) ** p
    return np.asarray(_sums(powers, ~np.isnan(powers)) ** (1.0 / p))


MEASURES: dict[str, Measure] = {
    "euclidean": euclidean,
    "maximum": maximum,
    "manhattan": manhattan,
    "canberra": canberra,
    "binary": binary,
    "minkowski": minkowski,
}


def distances(x: Doubles, measure: Measure, p: float) -> Doubles:
    """Return the lower triangle of the distances of rows, column by column.

    Parameters
    ----------
    x : ndarray, shape (n, p)
        NaN where a value is missing.
    measure : callable
        One of `MEASURES`.
    p : float
        Minkowski's power.

    Returns
    -------
    ndarray, shape (n (n - 1) / 2,)

    Examples
    --------
    >>> distances(np.array([[0.0], [3.0], [5.0]]), euclidean, 2.0).tolist()
    [3.0, 5.0, 2.0]
    """
    with np.errstate(over="ignore"):
        parts = [measure(x[i], x[i + 1 :], p) for i in range(len(x) - 1)]
    return np.concatenate(parts) if parts else np.zeros(0)
