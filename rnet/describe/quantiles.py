"""Quantiles of numbers: the nine definitions of Hyndman and Fan (1996)."""

import numpy as np
import numpy.typing as npt

from rnet.sums import corrected_mean
from rnet.values import NA

Doubles = npt.NDArray[np.float64]

# Plotting positions p(k) = (k - a) / (n + 1 - a - b) of the continuous types, by (a, b).
PLOTTING = {
    4: (0.0, 1.0),
    5: (0.5, 0.5),
    6: (0.0, 0.0),
    7: (1.0, 1.0),
    8: (1 / 3, 1 / 3),
    9: (3 / 8, 3 / 8),
}
FUZZ = 4 * np.finfo(np.float64).eps


def quantiles(values: Doubles, probs: Doubles, kind: int = 7) -> Doubles:
    """Return quantiles of numbers without missing values.

    Parameters
    ----------
    values : ndarray of float, shape (n,)
    probs : ndarray of float, shape (k,)
        Between 0 and 1.
    kind : int
        1 to 9.

    Returns
    -------
    ndarray of float, shape (k,)
        NA where there are no values.

    Examples
    --------
    >>> quantiles(np.array([1.0, 2.0, 4.0]), np.array([0.25, 0.5])).tolist()
    [1.5, 2.0]
    """
    n = len(values)
    if n == 0:
        return np.full(len(probs), NA)
    low, share = positions(n, probs, kind)
    ordered = np.sort(values)
    below = ordered[np.clip(low - 1, 0, n - 1)]
    above = ordered[np.clip(low, 0, n - 1)]
    with np.errstate(invalid="ignore"):  # equal infinities
        between = (1 - share) * below + share * above
    result: Doubles = np.where((share == 0) | (below == above), below, between)
    return np.where(share == 1, above, result)


def positions(n: int, probs: Doubles, kind: int) -> tuple[npt.NDArray[np.int64], Doubles]:
    """Return the order statistic below each quantile (from 1) and the share of the next one."""
    if kind == 7:
        place = 1 + (n - 1) * probs
        low = np.floor(place + FUZZ)
        return low.astype(np.int64), np.where(np.abs(place - low) < FUZZ, 0.0, place - low)
    if kind in PLOTTING:
        first, last = PLOTTING[kind]
        place = first + probs * (n + 1 - first - last)
        low = np.floor(place + FUZZ)
        share = place - low
        return low.astype(np.int64), np.where(np.abs(share) < FUZZ, 0.0, share)
    place = n * probs - (0.5 if kind == 3 else 0.0)
    low = np.floor(place + FUZZ)
    past = place > low + FUZZ
    share = {
        1: past.astype(np.float64),
        2: np.where(past, 1.0, 0.5),
        3: (past | (low % 2 == 1)).astype(np.float64),
    }[kind]
    return low.astype(np.int64), share


def median_of(values: Doubles) -> float:
    """Return the middle of numbers; the mean of the two middle ones of an even number of them."""
    n = len(values)
    if n == 0:
        return NA
    ordered = np.sort(values)
    middle = ordered[(n - 1) // 2 : n // 2 + 1]
    return float(middle[0]) if n % 2 else corrected_mean(middle)


def five_numbers(values: Doubles) -> Doubles:
    """Return Tukey's five numbers: extremes, hinges and median (R: `fivenum`).

    Examples
    --------
    >>> five_numbers(np.array([1.0, 2.0, 3.0, 4.0])).tolist()
    [1.0, 1.5, 2.5, 3.5, 4.0]
    """
    n = len(values)
    if n == 0:
        return np.full(5, NA)
    ordered = np.sort(values)
    depth = np.floor((n + 3) / 2) / 2
    places = np.array([1, depth, (n + 1) / 2, n + 1 - depth, n])
    low = ordered[np.floor(places).astype(np.int64) - 1]
    high = ordered[np.ceil(places).astype(np.int64) - 1]
    return np.asarray(0.5 * (low + high))
