"""Sums formed in R's order and precision, so that their last digits are R's.

R's `sum` and `mean` add from first to last in 80-bit precision and round once; LIBSVM adds plain
doubles from first to last. NumPy's own `sum` adds in pairs.
"""

import functools
import math
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet import _sums
from rnet.values import NA

Doubles = npt.NDArray[np.float64]

X87_MANTISSA = 63


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
        return _sums.rounded_total(_doubles(terms))
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
    from fractions import Fraction  # noqa: PLC0415 - only where there are no long doubles

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
    return _sums.corrected_mean(_doubles(values)) if len(values) else math.nan


def variance(values: Doubles) -> float:
    """Return R's `var`: the sample variance, accumulated in extended precision; NA below two.

    Examples
    --------
    >>> variance(np.array([1.0, 2.0, 4.0]))
    2.3333333333333335
    """
    return _sums.variance(_doubles(values)) if len(values) > 1 else NA


def running_total(values: npt.NDArray[Any]) -> Any:
    """Return the sum of numbers, in order, as the platform's longest double."""
    if values.dtype == np.longdouble:
        with np.errstate(over="ignore", invalid="ignore"):
            return np.dot(values, np.ones_like(values))  # a plain loop, not in pairs
    return _longest(_sums.total(_doubles(values)))


def running_totals(values: Doubles) -> Doubles:
    """Return R's `cumsum`: the sums so far, kept in extended precision.

    Examples
    --------
    >>> running_totals(np.array([1.0, 2.0, 4.0])).tolist()
    [1.0, 3.0, 7.0]
    """
    out = np.empty(len(values))
    _sums.running_totals(_doubles(values), out)
    return out


def centred_product(x: Doubles, x_centre: Any, y: Doubles, y_centre: Any) -> Any:
    """Return the sum of products of deviations, in order, as the platform's longest double."""
    return _longest(
        _sums.centred_product(_doubles(x), _parts(x_centre), _doubles(y), _parts(y_centre))
    )


def complete_moments(x: Doubles, y: Doubles, *, scaled: bool) -> tuple[Doubles, bool]:
    """Return covariances or correlations of columns, as R's `cov` and `cor` accumulate them.

    Parameters
    ----------
    x, y : ndarray of float, shape (n, p) and (n, q)
        Two rows or more, no missing values.
    scaled : bool
        Whether to divide by the standard deviations.

    Returns
    -------
    values : ndarray of float, shape (p, q)
        NA where a standard deviation of a correlation is zero.
    constant : bool
        Whether there is such a one.

    Examples
    --------
    >>> x = np.array([[1.0, 2.0], [2.0, 4.0], [3.0, 7.0]])
    >>> complete_moments(x, x, scaled=False)[0].tolist()
    [[1.0, 2.5], [2.5, 6.333333333333333]]
    """
    columns = _doubles(x.T)
    others = columns if x is y else _doubles(y.T)
    out = np.empty((x.shape[1], y.shape[1]))
    return out, _sums.moments(columns, others, scaled, NA, out)


def ordered_product(a: Doubles, b: Doubles) -> Doubles:
    """Return the matrix product a b, shape (n, m), every cell summed from its first term on.

    Examples
    --------
    >>> ordered_product(np.eye(2), np.array([[1.0], [2.0]])).tolist()
    [[1.0], [2.0]]
    """
    out = np.empty((a.shape[0], b.shape[1]))
    _sums.product(_doubles(a), _doubles(b), out)
    return out


def _doubles(values: npt.NDArray[Any]) -> Doubles:
    return np.ascontiguousarray(values, dtype=np.float64)


def _longest(parts: tuple[float, float, int]) -> Any:
    """Return the longest double that came in parts."""
    high, low, exponent = parts
    return np.ldexp(np.longdouble(high) + np.longdouble(low), exponent)


def _parts(value: Any) -> tuple[float, float, int]:
    """Return a longest double in parts that the compiled loops take."""
    fraction, exponent = np.frexp(np.longdouble(value))
    high = float(fraction)
    return high, float(fraction - high) if math.isfinite(high) else 0.0, int(exponent)


@functools.cache
def has_extended_precision() -> bool:
    """Whether the platform's longest double is the 80-bit one R adds in."""
    return bool(np.finfo(np.longdouble).nmant == X87_MANTISSA)
