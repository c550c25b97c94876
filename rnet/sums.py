"""Sums formed in R's order and precision, so that their last digits are R's.

R's `sum` and `mean` add from first to last in 80-bit precision and round once; LIBSVM adds plain
doubles from first to last. NumPy's own `sum` adds in pairs.
"""

import functools
import math
from fractions import Fraction
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.values import NA

Doubles = npt.NDArray[np.float64]

X87_MANTISSA = 63
PART = 8192
"""Numbers added at once: few enough to stay in the processor's cache as extended ones."""
_ONES = np.ones(PART + 1, dtype=np.longdouble)


def ordered_sum(terms: Doubles, start: float = 0.0) -> float:
    """Return the sum of doubles added one after the other, as a plain loop adds them.

    Examples
    --------
    >>> ordered_sum(np.array([1.0, 2.0]))
    3.0
    """
    return float(np.add.accumulate(np.append(start, terms))[-1])


def extended_sum(values: npt.ArrayLike) -> float:
    """Return R's `sum`: in order, in extended precision, rounded once; 0 of nothing.

    Where the platform has no such numbers, the exactly rounded sum.

    Examples
    --------
    >>> extended_sum([0.1] * 10)
    1.0
    """
    terms = np.asarray(values, dtype=np.float64)
    if not len(terms):
        return 0.0
    if has_extended_precision() or not np.isfinite(terms).all():
        return float(running_total(terms))
    return math.fsum(terms)


def extended_mean(values: Doubles) -> float:
    """Return the mean R's `colMeans` forms: sum / n, both extended, rounded once.

    Where the platform has no such numbers, the exactly rounded mean: the two differ in fewer
    than one column in fifty of a thousand numbers or more, by one bit.
    """
    if has_extended_precision() or not np.isfinite(values).all():
        return float(running_total(values) / np.longdouble(len(values)))
    return rounded_mean(values)


def rounded_mean(values: Doubles) -> float:
    """Return the mean of finite numbers as the double nearest to the true quotient."""
    total = math.fsum(values)
    rest = math.fsum([*values, -total])
    return float((Fraction(total) + Fraction(rest)) / len(values))


def corrected_mean(values: Doubles) -> float:
    """Return R's `mean`: a second pass corrects the first; NaN of nothing.

    Examples
    --------
    >>> corrected_mean(np.array([1.0, 2.0, 4.0]))
    2.3333333333333335
    """
    n = len(values)
    if n == 0:
        return math.nan
    first = running_total(values) / n
    if not np.isfinite(first):
        return float(first)
    return float(first + running_total(values, first) / n)


def variance(values: Doubles) -> float:
    """Return R's `var`: the sample variance, accumulated in extended precision; NA below two.

    Examples
    --------
    >>> variance(np.array([1.0, 2.0, 4.0]))
    2.3333333333333335
    """
    n = len(values)
    if n < 2:
        return NA
    centre = corrected_mean(values)
    return float(centred_product(values, centre, values, centre) / (n - 1))


def running_total(values: npt.NDArray[Any], centre: Any = None) -> Any:
    """Return the sum of numbers (less a centre), in order, as the platform's longest double.

    NumPy's product of two long double vectors is a plain loop from first to last; its own sum
    adds in pairs, and its running sums keep every one.
    """
    with np.errstate(over="ignore", invalid="ignore"):
        if len(values) <= PART:
            terms = _deviations(values, centre)
            return np.dot(terms, _ONES[: len(terms)])
        total = np.longdouble(0)
        part = np.empty(PART + 1, dtype=np.longdouble)
        for start in range(0, len(values), PART):
            piece = values[start : start + PART]
            part[0] = total
            _deviations(piece, centre, part[1 : len(piece) + 1])
            total = np.dot(part[: len(piece) + 1], _ONES[: len(piece) + 1])
    return total


def _deviations(values: npt.NDArray[Any], centre: Any, out: Any = None) -> Any:
    """Return numbers less a centre, if there is one, as the platform's longest doubles."""
    if centre is not None:
        return np.subtract(values, centre, out=out, dtype=np.longdouble)
    if out is None:
        return values.astype(np.longdouble)
    out[:] = values
    return out


def centred_product(x: Doubles, x_centre: Any, y: Doubles, y_centre: Any) -> Any:
    """Return the sum of products of deviations, in order, as the platform's longest double."""
    total = np.longdouble(0)
    left, right = np.empty((2, min(len(x), PART) + 1), dtype=np.longdouble)
    with np.errstate(over="ignore", invalid="ignore"):
        for start in range(0, len(x), PART):
            end = min(PART, len(x) - start) + 1
            _deviations(x[start : start + PART], x_centre, left[1:end])
            if y is x:
                right[1:end] = left[1:end]
            else:
                _deviations(y[start : start + PART], y_centre, right[1:end])
            left[0], right[0] = total, 1
            total = np.dot(left[:end], right[:end])
    return total


@functools.cache
def has_extended_precision() -> bool:
    """Whether the platform's longest double is the 80-bit one R adds in."""
    return bool(np.finfo(np.longdouble).nmant == X87_MANTISSA)
