"""Exact distributions of sums of ranks, ties or not, given the ranks."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class RankSum:
    """A distribution on multiples of one half.

    Attributes
    ----------
    support : ndarray of shape (k,)
        Values, ascending.
    below : ndarray of shape (k,)
        The probability of each value or less.
    above : ndarray of shape (k,)
        The probability of each value or more.
    """

    support: Doubles
    below: Doubles
    above: Doubles

    def lower_tail(self, value: float) -> float:
        """Return the probability of `value` or less."""
        place = int(np.searchsorted(self.support, value + 0.25)) - 1
        return float(self.below[place]) if place >= 0 else 0.0

    def upper_tail(self, value: float) -> float:
        """Return the probability of `value` or more."""
        place = int(np.searchsorted(self.support, value - 0.25))
        return float(self.above[place]) if place < len(self.above) else 0.0

    def quantile(self, probability: float) -> float:
        """Return the least value whose lower tail reaches a probability."""
        reached = self.below >= probability * (1 - 64 * np.finfo(np.float64).eps)
        return float(self.support[int(np.argmax(reached))])


def _distribution(counts: Doubles, offset: float) -> RankSum:
    support = np.flatnonzero(counts)
    shares = counts[support] / counts.sum()
    return RankSum(support / 2 - offset, shares.cumsum(), shares[::-1].cumsum()[::-1])


def rank_sum(ranks: Doubles, size: int) -> RankSum:
    """Return the distribution of Wilcoxon's W for samples of `size` out of all.

    Parameters
    ----------
    ranks : ndarray of shape (m + n,)
        Midranks of both samples together.
    size : int
        m, the size of the first sample.

    Notes
    -----
    The shift algorithm of Streitberg and Roehmel (1986): one rank after the other joins.
    """
    doubled = np.round(2 * ranks).astype(np.intp)
    most = int(np.sort(doubled)[-size:].sum())
    counts = np.zeros((size + 1, most + 1))
    counts[0, 0] = 1
    for rank in doubled:
        counts[1:, rank:] += counts[:-1, : most + 1 - rank]
    return _distribution(counts[size], size * (size + 1) / 2)


def signed_rank(ranks: Doubles) -> RankSum:
    """Return the distribution of Wilcoxon's V: each rank is positive with probability 1/2."""
    doubled = np.round(2 * ranks).astype(np.intp)
    counts = np.zeros(int(doubled.sum()) + 1)
    counts[0] = 1
    for rank in doubled:
        counts[rank:] += counts[: len(counts) - rank].copy()
    return _distribution(counts, 0.0)
