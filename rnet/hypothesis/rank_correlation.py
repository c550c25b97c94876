"""Distributions of the rank correlations of Kendall and Spearman under independence."""

import itertools
import math

import numpy as np
import numpy.typing as npt
from scipy.special import ndtr

Doubles = npt.NDArray[np.float64]

LARGEST_PERMUTED = 9
# The Edgeworth series of AS 89 (Best and Roberts, 1975), their c1 to c12.
C = (
    0.2274, 0.2531, 0.1745, 0.0758, 0.1033, 0.3932,
    0.0879, 0.0151, 0.0072, 0.0831, 0.0131, 4.6e-4,
)  # fmt: skip


def kendall_tail(concordant: int, n: int) -> tuple[float, float]:
    """Return the probabilities of so many concordant pairs or fewer, and or more.

    The numbers of permutations by inversions, Kendall (1938).

    Examples
    --------
    >>> kendall_tail(3, 3)
    (1.0, 0.16666666666666666)
    """
    counts = [1]
    for size in range(2, n + 1):
        sums = [0, *itertools.accumulate(counts)]
        last = len(sums) - 1
        counts = [
            sums[min(k + 1, last)] - sums[max(0, k + 1 - size)]
            for k in range(len(counts) + size - 1)
        ]
    total = math.factorial(n)
    return sum(counts[: concordant + 1]) / total, sum(counts[concordant:]) / total


def kendall_z(x: Doubles, y: Doubles, score: float, *, continuity: bool) -> float:
    """Return Kendall's score standardized given the ties (Kendall, 1970)."""
    n = len(x)
    t, u = (np.unique(part, return_counts=True)[1].astype(float) for part in (x, y))
    pairs = [float((part * (part - 1)).sum()) for part in (t, u)]
    triples = [float((part * (part - 1) * (part - 2)).sum()) for part in (t, u)]
    spreads = [float((part * (part - 1) * (2 * part + 5)).sum()) for part in (t, u)]
    variance = (n * (n - 1) * (2 * n + 5) - sum(spreads)) / 18
    variance += pairs[0] * pairs[1] / (2 * n * (n - 1))
    if n > 2:
        variance += triples[0] * triples[1] / (9 * n * (n - 1) * (n - 2))
    if continuity:
        score = math.copysign(abs(score) - 1, score)
    return score / math.sqrt(variance)


def spearman_tails(s: int, n: int) -> tuple[float, float]:
    """Return the probabilities that Spearman's S is `s` or more, and `s` or less."""
    return _at_least(s, n), 1 - _at_least(s + 2, n)


def _at_least(s: int, n: int) -> float:
    largest = n * (n * n - 1) // 3
    if s <= 0:
        return 1.0
    if s > largest:
        return 0.0
    if n <= LARGEST_PERMUTED:
        return _share_of_permutations(s, n)
    b = 1 / n
    x = (6 * (s - 1) * b / (n * n - 1.0) - 1) * math.sqrt(1 / b - 1)
    y = x * x
    inner = C[8] - C[9] * b + y * b * (C[10] - C[11] * y)
    middle = -C[3] + b * (C[4] + C[5] * b) - y * b * (C[6] + C[7] * b - y * inner)
    u = x * b * (C[0] + b * (C[1] + C[2] * b) + y * middle)
    return min(1.0, max(0.0, u / math.exp(y / 2) + float(ndtr(-x))))


def _share_of_permutations(s: int, n: int) -> float:
    """Return the share of all permutations whose squared rank differences add up to `s`."""
    ranks = np.arange(n)
    orders = np.array(list(itertools.permutations(range(n))), dtype=np.int8)
    sums = ((orders - ranks) ** 2).sum(axis=1)
    return float((sums >= s).mean())
