"""Exact distributions of rank statistics: how many arrangements give each value."""

import functools
from collections.abc import Callable
from fractions import Fraction

import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]

_KEPT = 128


def signed_rank_counts(n: int) -> list[int]:
    """Return how many subsets of 1, ..., n have each sum.

    Examples
    --------
    >>> signed_rank_counts(3)
    [1, 1, 1, 2, 1, 1, 1]
    """
    counts = np.array([1], dtype=object)
    for rank in range(1, n + 1):
        longer = np.zeros(len(counts) + rank, dtype=object)
        longer[: len(counts)] += counts
        longer[rank:] += counts
        counts = longer
    return [int(count) for count in counts]


def rank_sum_counts(m: int, n: int) -> list[int]:
    """Return how many of the choose(m + n, m) samples have each value of the statistic.

    They are the coefficients of the product of (1 - x^(n + i)) / (1 - x^i), i = 1, ..., m.

    Examples
    --------
    >>> rank_sum_counts(2, 2)
    [1, 1, 2, 1, 1]
    """
    m, n = min(m, n), max(m, n)
    counts = [1] + [0] * (m * n)
    for i in range(1, m + 1):
        for place in range(m * n, n + i - 1, -1):
            counts[place] -= counts[place - n - i]
        for place in range(i, m * n + 1):
            counts[place] += counts[place - i]
    return counts


class RankTables:
    """Densities and lower tails of a rank statistic, by its parameters."""

    def __init__(self, counts: Callable[..., list[int]]) -> None:
        self._counts = counts
        self._of = functools.lru_cache(_KEPT)(self._shares)

    def _shares(self, *sizes: int) -> tuple[Doubles, Doubles]:
        """Return the probability of each value, and of each value or less."""
        counts = self._counts(*sizes)
        total, sums, below = sum(counts), [], 0
        for count in counts:
            below += count
            sums.append(below)
        return tuple(  # type: ignore[return-value]
            np.array([float(Fraction(part, total)) for part in parts]) for parts in (counts, sums)
        )

    def _look_up(self, which: int, x: Doubles, *given: Doubles) -> Doubles:
        """Return entries of the tables; x is within the support."""
        sizes = np.round(np.column_stack([np.broadcast_to(g, x.shape) for g in given]))
        found = np.full(x.shape, np.nan)
        for row in np.unique(sizes, axis=0):
            if np.isfinite(row).all() and (row > 0).all():
                chosen = (sizes == row).all(axis=1)
                table = self._of(*(int(size) for size in row))[which]
                found[chosen] = table[x[chosen].astype(np.intp)]
        return found

    def density(self, x: Doubles, *given: Doubles) -> Doubles:
        """Return the probability of each value."""
        return self._look_up(0, x, *given)

    def tail(self, x: Doubles, *given: Doubles, lower: bool) -> Doubles:
        """Return P(X <= x) or P(X > x); the distribution is symmetric."""
        if lower:
            return self._look_up(1, x, *given)
        most = self._most(*given)
        return self._look_up(1, most - x - 1, *given)

    def _most(self, *given: Doubles) -> Doubles:
        sizes = [np.round(g) for g in given]
        return sizes[0] * (sizes[0] + 1) / 2 if len(sizes) == 1 else sizes[0] * sizes[1]


def by_parameters(counts: Callable[..., list[int]]) -> RankTables:
    """Return tables that are made when first asked for."""
    return RankTables(counts)
