"""Wilcoxon's tests of location: p values and intervals, exact or by the normal distribution."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import ndtr, ndtri
from scipy.stats import rankdata

from rnet.conditions import RError, warn
from rnet.hypothesis.htest import ConfInt
from rnet.hypothesis.rank_distribution import RankSum, rank_sum, signed_rank
from rnet.hypothesis.root import brent_root
from rnet.printing.rounding import signif

Doubles = npt.NDArray[np.float64]

HALF_STEP = {"two.sided": 0.0, "greater": 0.5, "less": -0.5}
UNREACHABLE = "equested conf.level not achievable"


@dataclass(frozen=True, slots=True)
class Moments:
    """A rank statistic less its mean, and its standard deviation given the ties."""

    distance: float
    sigma: float

    def z(self, side: str, *, correct: bool) -> float:
        """Return the standardized statistic, with half a step towards the mean if `correct`."""
        step = HALF_STEP[side] if side != "two.sided" else 0.5 * np.sign(self.distance)
        with np.errstate(divide="ignore", invalid="ignore"):
            return float(np.float64(self.distance - (step if correct else 0.0)) / self.sigma)


@dataclass(frozen=True, slots=True)
class Location:
    """One sample of values or differences, or two samples; the test is of a shift of zero.

    Attributes
    ----------
    x : ndarray of shape (m,)
    y : ndarray of shape (n,) or None
    """

    x: Doubles
    y: Doubles | None = None

    def statistic(self) -> float:
        """Return W of two samples, V of one."""
        if self.y is None:
            return float(rankdata(np.abs(self.x))[self.x > 0].sum())
        size = len(self.x)
        return float(self.ranks()[:size].sum()) - size * (size + 1) / 2

    def ranks(self) -> Doubles:
        """Return the ranks that the statistic adds up."""
        pooled = np.abs(self.x) if self.y is None else np.concatenate([self.x, self.y])
        return np.asarray(rankdata(pooled))

    def has_ties(self) -> bool:
        """Whether any of the ranked values agree."""
        ranks = self.ranks()
        return len(np.unique(ranks)) < len(ranks)

    def moments(self) -> Moments:
        """Return the statistic's distance from its mean, and its standard deviation."""
        n = len(self.x)
        counts = np.unique(self.ranks(), return_counts=True)[1].astype(float)
        ties = float((counts**3 - counts).sum())
        if self.y is None:
            variance = n * (n + 1) * (2 * n + 1) / 24 - ties / 48
            return Moments(self.statistic() - n * (n + 1) / 4, math.sqrt(max(variance, 0)))
        both = n + len(self.y)
        product = n * float(len(self.y))
        spread = both + 1 - ties / (both * (both - 1))
        return Moments(self.statistic() - product / 2, math.sqrt(max(product / 12 * spread, 0)))

    def shifted(self, d: float) -> "Location":
        """Return the samples with x moved back by d; differences of zero drop out of one."""
        moved = self.x - d
        return Location(moved[moved != 0]) if self.y is None else Location(moved, self.y)

    def distribution(self) -> RankSum:
        """Return the statistic's exact distribution given the ranks."""
        ranks = self.ranks()
        return signed_rank(ranks) if self.y is None else rank_sum(ranks, len(self.x))

    def shifts(self) -> Doubles:
        """Return all pairwise shifts in order: Walsh averages of one sample."""
        if self.y is not None:
            return np.sort(np.subtract.outer(self.x, self.y).ravel())
        sums = np.add.outer(self.x, self.x)
        return np.sort(sums[np.triu_indices(len(self.x))]) / 2

    def bounds(self) -> tuple[float, float]:
        """Return the least shift there can be, and the largest."""
        if self.y is None:
            return float(self.x.min()), float(self.x.max())
        return float(self.x.min() - self.y.max()), float(self.x.max() - self.y.min())


def exact_p(samples: Location, side: str) -> float:
    """Return the exact p value."""
    distribution, value = samples.distribution(), samples.statistic()
    below, above = distribution.lower_tail(value), distribution.upper_tail(value)
    if side == "two.sided":
        return min(2 * min(below, above), 1.0)
    return below if side == "less" else above


def normal_p(samples: Location, side: str, *, correct: bool) -> float:
    """Return the p value by the normal approximation."""
    z = samples.moments().z(side, correct=correct)
    if side == "two.sided":
        return float(2 * min(ndtr(z), ndtr(-z)))
    return float(ndtr(z) if side == "less" else ndtr(-z))


def exact_interval(
    samples: Location, ranked: Location, side: str, level: float, *, achieved: bool
) -> tuple[ConfInt, float]:
    """Return limits and the median shift, from the ordered shifts (Bauer, 1972).

    The level given is the one asked for unless it cannot be had, or with `achieved` always what
    the limits have. `ranked` gives the distribution: samples shifted by the hypothesis.
    """
    shifts = samples.shifts()
    distribution = ranked.distribution()
    alpha = 1 - level
    sides = 2 if side == "two.sided" else 1
    cut = max(distribution.quantile(alpha / sides), 1.0)
    place = math.ceil(cut)
    reached = sides * distribution.lower_tail(place - 1)
    low, high = float(shifts[place - 1]), float(shifts[len(shifts) - place])
    if side == "less":
        low = -math.inf
    if side == "greater":
        high = math.inf
    if reached - alpha > alpha / 2:
        warn(f"{'r' if samples.y is None or achieved else 'R'}{UNREACHABLE}")
        achieved = True
    shown = 1 - float(signif(reached, 2)) if achieved else level
    return ConfInt(low, high, shown), float(np.median(shifts))


def normal_interval(
    samples: Location, side: str, level: float, tolerance: float, *, correct: bool
) -> tuple[ConfInt, float]:
    """Return the limits where the normal test just rejects, and the shift where z is zero."""
    low, high = samples.bounds()
    if low == high:
        return _of_tied(samples, side)
    alpha = _reachable(samples, side, 1 - level, correct=correct)
    if alpha > 1 - level:
        warn(f"r{UNREACHABLE}")
    sides = 2 if side == "two.sided" else 1
    cut = -float(ndtri(alpha / sides)) if alpha < 1 else math.nan

    def root(quantile: float, *, correct: bool) -> float:
        if math.isnan(quantile):
            return float(np.median(samples.x))
        excess = _excess(samples, side, quantile, correct=correct)
        if excess(low) <= 0:
            return low
        if excess(high) >= 0:
            return high
        return brent_root(excess, low, high, tolerance)

    lower = -math.inf if side == "less" else root(cut, correct=correct)
    upper = math.inf if side == "greater" else root(-cut, correct=correct)
    return ConfInt(lower, upper, 1 - alpha), root(0.0, correct=False)


def _of_tied(samples: Location, side: str) -> tuple[ConfInt, float]:
    """Return the interval of values that are all the same."""
    if samples.y is not None:
        for _ in range(2):
            warn("cannot compute confidence interval when all observations are tied")
        raise RError("missing value where TRUE/FALSE needed", "Shifts need values that differ.")
    warn("cannot compute confidence interval when all observations are zero or tied")
    low = -math.inf if side == "less" else math.nan
    high = math.inf if side == "greater" else math.nan
    return ConfInt(low, high, 0.0), float(samples.x[0])


def _excess(
    samples: Location, side: str, quantile: float, *, correct: bool
) -> Callable[[float], float]:
    def excess(d: float) -> float:
        return samples.shifted(d).moments().z(side, correct=correct) - quantile

    return excess


def _reachable(samples: Location, side: str, alpha: float, *, correct: bool) -> float:
    """Return the error rate doubled until limits exist between the least and largest shift."""
    if samples.y is not None:
        return alpha
    low, high = samples.bounds()
    ends = [samples.shifted(d).moments().z(side, correct=correct) for d in (low, high)]
    while alpha < 1:
        cut = -float(ndtri(alpha / (1 if side == "greater" else 2)))
        is_low = side == "less" or ends[0] > cut
        is_high = side == "greater" or ends[1] < -cut
        if is_low and is_high:
            break
        alpha *= 2
    return min(alpha, 1.0)
