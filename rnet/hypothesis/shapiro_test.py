"""`shapiro_test`: Shapiro and Wilk's test of normality."""

import math
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.special import ndtr, ndtri

from rnet.conditions import RError
from rnet.hypothesis.htest import HTest, named
from rnet.hypothesis.samples import argument_text
from rnet.language.tree import Call
from rnet.matched_call import keeps_call

Doubles = npt.NDArray[np.float64]

LEAST, MOST = 3, 5000
SMALL = 1e-19
# Polynomials of Royston (1995), AS R94, constant term first.
LAST_WEIGHT = (0.0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056)
NEXT_WEIGHT = (0.0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633)
MEAN_SMALL = (0.544, -0.39978, 0.025054, -6.714e-4)
LOG_SIGMA_SMALL = (1.3822, -0.77857, 0.062767, -0.0020322)
MEAN_LARGE = (-1.5861, -0.31082, -0.083751, 0.0038915)
LOG_SIGMA_LARGE = (-0.4803, -0.082676, 0.0030302)
GAMMA = (-2.273, 0.459)
LARGEST_SMALL = 11


@keeps_call("shapiro.test")
def shapiro_test(call: Call, x: Any) -> HTest:
    """Test whether a sample comes from a normal distribution.

    Parameters
    ----------
    x : array_like
        3 to 5000 values; missing ones are dropped.

    Returns
    -------
    HTest

    Raises
    ------
    RError
        R's text for another number of values, or values that are all the same.

    Notes
    -----
    R page: `?shapiro.test`. Royston (1995), AS R94.

    Examples
    --------
    >>> from rnet import data, shapiro_test
    >>> round(shapiro_test(data("mtcars")["mpg"]).p_value, 4)
    0.1229
    """
    values = np.asarray(x)
    if values.dtype.kind not in "biuf":
        raise RError("is.numeric(x) is not TRUE", "Give a vector of numbers.")
    known = np.sort(values[~np.isnan(values)].astype(np.float64))
    n = len(known)
    if n < LEAST:
        raise RError("sample size must be between 3 and 5000", f"It is {n}.")
    if n > MOST:
        raise RError("sample size must be between 3 and 5000", f"It is {n}.")
    span = float(known[-1] - known[0])
    if span < 1e-10:
        if span == 0:
            raise RError("all 'x' values are identical", "Normal values differ.")
        known = known / span
    known = known - np.median(known)
    w, p_value = _royston(known)
    return HTest(
        method="Shapiro-Wilk normality test",
        data_name=argument_text(call, "x"),
        statistic=named(W=w),
        p_value=p_value,
        order=("statistic", "p.value", "method", "data.name"),
    )


def _polynomial(coefficients: tuple[float, ...], x: float) -> float:
    return float(np.polynomial.polynomial.polyval(x, np.array(coefficients)))


def _weights(n: int) -> Doubles:
    """Return the weights of the upper half of the ordered sample, the largest value first."""
    half = n // 2
    if n == LEAST:
        return np.array([math.sqrt(0.5)])
    scores = -ndtri((np.arange(1, half + 1) - 0.375) / (n + 0.25))
    squares = 2 * float(scores @ scores)
    root, u = math.sqrt(squares), 1 / math.sqrt(n)
    first = _polynomial(LAST_WEIGHT, u) + float(scores[0]) / root
    weights = np.array(scores)
    if n > 5:
        second = float(scores[1]) / root + _polynomial(NEXT_WEIGHT, u)
        left = squares - 2 * float(scores[0]) ** 2 - 2 * float(scores[1]) ** 2
        scale = math.sqrt(left / (1 - 2 * first**2 - 2 * second**2))
        weights = scores / scale
        weights[1] = second
    else:
        left = squares - 2 * float(scores[0]) ** 2
        weights = scores / math.sqrt(left / (1 - 2 * first**2))
    weights[0] = first
    return weights


def _royston(x: Doubles) -> tuple[float, float]:
    """Return W and its p value for ordered values."""
    n = len(x)
    weights = _weights(n)
    half = len(weights)
    all_weights = np.zeros(n)
    all_weights[-half:] = weights[::-1]
    all_weights[:half] = -weights
    scaled = x / (x[-1] - x[0])
    a, z = all_weights - all_weights.mean(), scaled - scaled.mean()
    ssa, ssx, sax = float(a @ a), float(z @ z), float(a @ z)
    root = math.sqrt(ssa * ssx)
    unexplained = (root - sax) * (root + sax) / (ssa * ssx)
    return 1 - unexplained, _p_value(n, unexplained)


def _p_value(n: int, unexplained: float) -> float:
    if n == LEAST:
        p = 6 / math.pi * (math.asin(math.sqrt(1 - unexplained)) - math.asin(math.sqrt(0.75)))
        return max(p, 0.0)
    y = math.log(unexplained) if unexplained > 0 else math.log(SMALL)
    log_n = math.log(n)
    if n <= LARGEST_SMALL:
        gamma = _polynomial(GAMMA, n)
        if y >= gamma:
            return SMALL
        y = -math.log(gamma - y)
        mean, sigma = _polynomial(MEAN_SMALL, n), math.exp(_polynomial(LOG_SIGMA_SMALL, n))
    else:
        mean, sigma = _polynomial(MEAN_LARGE, log_n), math.exp(_polynomial(LOG_SIGMA_LARGE, log_n))
    return float(ndtr(-(y - mean) / sigma))
