"""Poisson and binomial terms without cancellation, by Loader's saddle-point expansion.

C. Loader (2000), *Fast and Accurate Computation of Binomial Probabilities*. Densities of many
families are such a term, with parameters that need not be whole.
"""

import math
from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from rnet.special_functions import special

Doubles = npt.NDArray[np.float64]

gammaln: Callable[..., Doubles] = special().gammaln

HALF_LOG_TWO_PI = 0.5 * math.log(2 * math.pi)
_LONG_SERIES = 1000
# fmt: off
_OF_HALVES = np.array(
    [0.0,
     0.15342640972002736,
     0.08106146679532726,
     0.05481412105191765,
     0.0413406959554093,
     0.03316287351993629,
     0.02767792568499834,
     0.023746163656297496,
     0.020790672103765093,
     0.018488450532673187,
     0.016644691189821193,
     0.015134973221917378,
     0.013876128823070748,
     0.012810465242920227,
     0.01189670994589177,
     0.011104559758206917,
     0.010411265261972096,
     0.009799416126158804,
     0.009255462182712733,
     0.008768700134139386,
     0.00833056343336287,
     0.00793411456431402,
     0.007573675487951841,
     0.007244554301320383,
     0.00694284010720953,
     0.006665247032707682,
     0.006408994188004207,
     0.006171712263039458,
     0.0059513701127588475,
     0.0057462165130101155,
     0.005554733551962801]
)
# fmt: on
"""log(n!) less Stirling's approximation for n = 0, 0.5, ..., 15, computed with fifty digits."""


def stirling_error(n: Doubles) -> Doubles:
    """Return log(n!) less Stirling's approximation, n >= 0 not necessarily whole.

    Examples
    --------
    >>> stirling_error(np.array([1.0])).round(6).tolist()
    [0.081061]
    """
    large = n > 15
    m = np.where(large, n, 16.0)
    square = m * m
    series = 1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - (1 / 1188 - 691 / 360360 / square) / square) / square) / square) / square  # fmt: skip  # noqa: E501
    small = np.where(large, 1.0, n)
    with np.errstate(all="ignore"):
        direct: Doubles = (
            gammaln(small + 1) - (small + 0.5) * np.log(small) + small - HALF_LOG_TWO_PI
        )
    halves = np.where(large | np.isnan(n), 0.0, 2 * n)
    place = np.rint(halves)
    direct = np.where(place == halves, _OF_HALVES[place.astype(np.intp)], direct)
    return np.where(large, series / m, direct)


def deviance_term(x: Doubles, mean: Doubles) -> Doubles:
    """Return x log(x / mean) + mean - x, never with cancellation.

    Examples
    --------
    >>> deviance_term(np.array([2.0]), np.array([2.0])).tolist()
    [0.0]
    """
    with np.errstate(all="ignore"):
        far = x * np.log(x / mean) + mean - x
        # x / mean may leave the range of numbers
        far = np.where(np.isfinite(far), far, x * (np.log(x) - np.log(mean)) + mean - x)
        difference = x - mean
        close = np.abs(difference) < 0.1 * (x + mean)
        v = np.where(close, difference / (x + mean), 0.0)
    total = difference * v
    term, square = 2 * x * v, v * v
    for j in range(1, _LONG_SERIES):
        term = term * square
        larger = total + term / (2 * j + 1)
        if (larger == total)[close].all():
            break
        total = larger
    found = np.where(close, total, far)
    return np.where(x == 0, mean, found)


def log_poisson_term(x: Doubles, mean: Doubles) -> Doubles:
    """Return log(mean^x exp(-mean) / x!), x >= 0 not necessarily whole."""
    with np.errstate(all="ignore"):
        inner = -(HALF_LOG_TWO_PI + 0.5 * np.log(x)) - stirling_error(x) - deviance_term(x, mean)
        tiny = x < 1e-3  # where Stirling's formula is far off
        direct = x * np.log(mean) - mean - gammaln(x + 1)
        found = np.where(tiny, np.where(x == 0, -mean, direct), inner)
    found = np.where(np.isinf(mean), -np.inf, found)
    return np.where(mean == 0, np.where(x == 0, 0.0, -np.inf), found)


def poisson_term(x: Doubles, mean: Doubles) -> Doubles:
    """Return mean^x exp(-mean) / x!, x >= 0 not necessarily whole."""
    with np.errstate(all="ignore"):
        found = np.exp(-stirling_error(x) - deviance_term(x, mean)) / np.sqrt(2 * math.pi * x)
        is_usual = (x >= 1e-3) & np.isfinite(mean) & (mean > 0)
        return np.where(is_usual, found, np.exp(log_poisson_term(x, mean)))


def binomial_term(x: Doubles, n: Doubles, p: Doubles, q: Doubles) -> Doubles:
    """Return choose(n, x) p^x q^(n - x), q = 1 - p, counts not necessarily whole."""
    y = n - x
    with np.errstate(all="ignore"):
        logarithm = stirling_error(n) - stirling_error(x) - stirling_error(y)
        logarithm = logarithm - deviance_term(x, n * p) - deviance_term(y, n * q)
        found = np.exp(logarithm - 0.5 * (2 * HALF_LOG_TWO_PI + np.log(x) + np.log1p(-x / n)))
        is_usual = (np.minimum(x, y) >= 1e-3) & (p > 0) & (q > 0)
        return np.where(is_usual, found, np.exp(log_binomial_term(x, n, p, q)))


def log_binomial_term(x: Doubles, n: Doubles, p: Doubles, q: Doubles) -> Doubles:
    """Return log(choose(n, x) p^x q^(n - x)), q = 1 - p, counts not necessarily whole."""
    y = n - x
    with np.errstate(all="ignore"):
        errors = stirling_error(n) - stirling_error(x) - stirling_error(y)
        deviances = deviance_term(x, n * p) + deviance_term(y, n * q)
        inner = errors - deviances - HALF_LOG_TWO_PI - 0.5 * (np.log(x) + np.log1p(-x / n))
        log_p = np.where(p > 0.5, np.log1p(-q), np.log(p))
        log_q = np.where(q > 0.5, np.log1p(-p), np.log(q))
        tiny = np.minimum(x, y) < 1e-3  # choose(n, x) by its expansion at an end
        choose = gammaln(n + 1) - gammaln(x + 1) - gammaln(y + 1)
        direct = choose + np.where(x == 0, 0.0, x * log_p) + np.where(y == 0, 0.0, y * log_q)
    found = np.where(tiny, direct, inner)
    found = np.where(x == 0, np.where(n == 0, 0.0, n * log_q), found)
    found = np.where((y == 0) & (x != 0), n * log_p, found)
    found = np.where((p == 0) & (x > 0), -np.inf, found)
    return np.where((q == 0) & (y > 0), -np.inf, found)
