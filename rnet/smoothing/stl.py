"""Seasonal and trend decomposition by loess.

Cleveland, Cleveland, McRae and Terpenning, STL: A Seasonal-Trend Decomposition Procedure Based on
Loess, Journal of Official Statistics 6 (1990), 3-73.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Loess:
    """A loess smoother of values at 1, 2, ...

    Attributes
    ----------
    span : int
        How many neighbours count.
    degree : int
        0 or 1.
    jump : int
        Every how many values are smoothed; those between are interpolated.
    """

    span: int
    degree: int
    jump: int


@dataclass(frozen=True, slots=True)
class Decomposition:
    """Seasonal and trend, and the robustness weights, each of shape (n,)."""

    seasonal: Floats
    trend: Floats
    weights: Floats


def decomposed(
    y: Floats, period: int, smoothers: tuple[Loess, Loess, Loess], inner: int, outer: int
) -> Decomposition:
    """Decompose a series.

    Parameters
    ----------
    y : ndarray, shape (n,)
    period : int
    smoothers : (Loess, Loess, Loess)
        Of the subseries of a period's places, of the trend and of the low-pass filter.
    inner, outer : int
        Rounds of smoothing; rounds of weighing by the remainder.
    """
    n = len(y)
    trend, seasonal = np.zeros(n), np.zeros(n)
    weights: Floats | None = None
    for turn in range(outer + 1):
        for _ in range(inner):
            seasonal = _season(y - trend, period, smoothers, weights)
            trend = _smoothed(y - seasonal, smoothers[1], weights)
        if turn < outer:
            weights = _robustness(np.abs(y - seasonal - trend))
    return Decomposition(seasonal, trend, np.ones(n) if weights is None else weights)


def _season(
    detrended: Floats, period: int, smoothers: tuple[Loess, Loess, Loess], weights: Floats | None
) -> Floats:
    """Smooth the subseries of each place in the period and take out what is low in frequency."""
    n = len(detrended)
    cycles = np.empty(n + 2 * period)
    for place in range(period):
        own = None if weights is None else weights[place::period]
        cycles[place::period] = _extended(detrended[place::period], smoothers[0], own)
    low = _moving(_moving(_moving(cycles, period), period), 3)
    return cycles[period : n + period] - _smoothed(low, smoothers[2], None)


def _extended(y: Floats, by: Loess, weights: Floats | None) -> Floats:
    """Smooth a subseries and carry it on by one place at both ends."""
    k = len(y)
    inside = _smoothed(y, by, weights)
    first = _estimate(y, by, 0, 1, min(by.span, k), weights)
    last = _estimate(y, by, k + 1, max(1, k - by.span + 1), k, weights)
    ends = (
        inside[0] if first is None else first,
        inside[-1] if last is None else last,
    )
    return np.concatenate([[ends[0]], inside, [ends[1]]])


def _moving(x: Floats, width: int) -> Floats:
    """Return running means; a sum is carried on, as the paper's program does."""
    total = float(np.sum(x[:width]))
    found = [total / width]
    for entering, leaving in zip(x[width:].tolist(), x[:-width].tolist(), strict=True):
        total += entering - leaving
        found.append(total / width)
    return np.array(found)


def _smoothed(y: Floats, by: Loess, weights: Floats | None) -> Floats:
    n = len(y)
    if n < 2:
        return y.copy()
    step = min(by.jump, n - 1)
    places = list(range(1, n + 1, step))
    if places[-1] != n:
        places.append(n)
    values = []
    for at in places:
        left, right = _window(at, n, by.span)
        found = _estimate(y, by, at, left, right, weights)
        values.append(float(y[at - 1]) if found is None else found)
    return np.interp(np.arange(1, n + 1), places, values)


def _window(at: int, n: int, span: int) -> tuple[int, int]:
    """Return the first and the last of the nearest `span` places."""
    if span >= n:
        return 1, n
    half = (span + 1) // 2
    left = min(max(at - half + 1, 1), n - span + 1)
    return left, left + span - 1


def _estimate(
    y: Floats, by: Loess, at: int, left: int, right: int, weights: Floats | None
) -> float | None:
    """Return the local fit at a place, None where no neighbour has a weight."""
    n = len(y)
    reach = float(max(at - left, right - at))
    if by.span > n:
        reach += (by.span - n) // 2
    where = np.arange(left, right + 1, dtype=np.float64)
    distance = np.abs(where - at)
    near = np.where(distance <= 0.001 * reach, 1.0, (1 - (distance / reach) ** 3) ** 3)
    share = np.where(distance <= 0.999 * reach, near, 0.0)
    if weights is not None:
        share = share * weights[left - 1 : right]
    total = share.sum()
    if total <= 0:
        return None
    share = share / total
    if reach > 0 and by.degree > 0:
        centre = float(share @ where)
        spread = float(share @ (where - centre) ** 2)
        if np.sqrt(spread) > 0.001 * (n - 1):
            share = share * ((at - centre) / spread * (where - centre) + 1)
    return float(share @ y[left - 1 : right])


def _robustness(size: Floats) -> Floats:
    """Return bisquare weights by six times the median remainder."""
    limit = 6 * float(np.median(size))
    if limit == 0:
        return np.ones(len(size))
    inside = np.where(size <= 0.001 * limit, 1.0, (1 - (size / limit) ** 2) ** 2)
    return np.where(size <= 0.999 * limit, inside, 0.0)
