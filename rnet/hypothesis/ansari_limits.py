"""Exact limits and an estimate of the ratio of scales from the statistic of Ansari and Bradley.

Bauer, Journal of the American Statistical Association 67 (1972), 687-690: the statistic of x / s
and y, as a step function of s, is held against its quantiles.
"""

import math

import numpy as np
import numpy.typing as npt
from scipy.stats import rankdata

from rnet.conditions import warn
from rnet.hypothesis.htest import ConfInt
from rnet.hypothesis.rank_distribution import RankSum
from rnet.values import NA

Doubles = npt.NDArray[np.float64]

BEYOND = 1.01
"""Where the last step is looked at, as a multiple of the largest ratio."""


def two_sided_scores(values: Doubles) -> Doubles:
    """Return ranks counted from both ends, shape (n,)."""
    ranks = rankdata(values)
    return np.asarray(np.minimum(ranks, len(ranks) - ranks + 1))


def exact_limits(
    x: Doubles, y: Doubles, distribution: RankSum, side: str, level: float
) -> tuple[ConfInt, float]:
    """Return the confidence limits of the ratio of scales and its estimate.

    Parameters
    ----------
    x, y : ndarray, shapes (m,) and (n,)
    distribution : RankSum
        Of the statistic less its least sum of ranks.
    side : {"two.sided", "less", "greater"}
    level : float
    """
    ratios = x[:, np.newaxis] / y
    ratios = np.unique(ratios[np.outer(x, y) > 0])
    if not len(ratios):
        warn("samples differ in location: cannot compute confidence set, returning NA")
        return ConfInt(NA, NA, level), NA
    steps = np.append((ratios[1:] + ratios[:-1]) / 2, ratios[-1] * BEYOND)
    sums = np.array([two_sided_scores(np.append(x / s, y))[: len(x)].sum() for s in steps])
    sums -= len(x) * (len(x) + 1) / 2
    outside = (1 - level) / (2 if side == "two.sided" else 1)
    low, high = distribution.quantile(outside), distribution.quantile(1 - outside)
    lower, upper = _limits(ratios, sums, low, high)
    lower, upper = {"less": (0.0, upper), "greater": (lower, math.inf)}.get(side, (lower, upper))
    return ConfInt(lower, upper, level), _estimate(ratios, sums, distribution.quantile(0.5))


def _limits(ratios: Doubles, sums: Doubles, low: float, high: float) -> tuple[float, float]:
    inside, above = sums[sums >= low], sums[sums > high]
    if not (len(inside) and len(above)):
        warn("samples differ in location: cannot compute confidence set, returning NA")
        return NA, NA
    first = ratios[np.flatnonzero(sums == inside.min())[0]]
    last = ratios[np.flatnonzero(sums == above.min())[-1]]
    return float(first), float(last)


def _estimate(ratios: Doubles, sums: Doubles, middle: float) -> float:
    below, above = ratios[sums <= middle], ratios[sums > middle]
    if not (len(below) and len(above)):
        return NA
    return float((below.max() + above.min()) / 2)
