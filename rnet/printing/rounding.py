"""R's `round`, `signif` and `zapsmall`, elementwise on anything numeric.

R rounds to the nearest of two candidate doubles, not to the nearest decimal: `round(0.15, 1)`
is 0.1 and `round(2.675, 2)` is 2.67 (the algorithm of R 4.0.0, Maechler 2020).
"""

import functools
import math
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.pandas_loaded import is_extension, is_frame, is_series_or_index
from rnet.settings import current
from rnet.values import NA

Doubles = npt.NDArray[np.float64]

LARGEST_EXPONENT = 308
TRUSTED_DIGITS = 15
SIGNIF_LIMIT = 22
NOT_NUMERIC = "non-numeric argument to mathematical function"


def round(x: Any, digits: Any = 0) -> Any:  # noqa: A001 - R's name
    """Round to a number of decimals as R does.

    Parameters
    ----------
    x : float, array_like, Series, DataFrame or Table
        Numbers; the result has the same shape, names and class.
    digits : int or array_like of int
        Decimals; negative rounds to tens, hundreds, ... Recycled along `x`.

    Returns
    -------
    same kind as `x`, of float64

    Raises
    ------
    RError
        For anything that is not numeric.

    Notes
    -----
    R page: `?round`. Halves go to the even neighbour of the doubles at hand, so
    `round(0.15, 1)` is 0.1 because 0.15 is a little less than it looks. Integers come back as
    doubles.

    Examples
    --------
    >>> import rnet
    >>> rnet.round(0.15, 1), rnet.round(2.5), rnet.round(-1234.5678, -2)
    (0.1, 2.0, -1200.0)
    """
    return elementwise(x, functools.partial(_over_digits, rule=_round, digits=digits))


round_r = round  # for importers that also need Python's own


def signif(x: Any, digits: Any = 6) -> Any:
    """Round to a number of significant digits as R does.

    Parameters
    ----------
    x : float, array_like, Series, DataFrame or Table
        Numbers; the result has the same shape, names and class.
    digits : int or array_like of int
        Significant digits, at least 1. Recycled along `x`.

    Returns
    -------
    same kind as `x`, of float64

    Notes
    -----
    R page: `?signif`. `signif(123456, 2)` is 120000, and 23 or more digits change nothing.

    Examples
    --------
    >>> signif(123456, 2), signif(0.00123456, 3)
    (120000.0, 0.00123)
    """
    return elementwise(x, functools.partial(_over_digits, rule=_signif, digits=digits))


def zapsmall(x: Any, digits: int | None = None) -> Any:
    """Round so that what is tiny beside the largest element becomes 0.

    Parameters
    ----------
    x : float, array_like or Series
        Numbers.
    digits : int, optional
        Significant digits kept of the largest element; default `options(digits)`.

    Returns
    -------
    same kind as `x`, of float64

    Notes
    -----
    R page: `?zapsmall`.

    Examples
    --------
    >>> zapsmall([1.0, 1e-20]).tolist()
    [1.0, 0.0]
    """
    kept = current().digits if digits is None else digits

    def zap(values: Doubles) -> Doubles:
        known = np.abs(values[~np.isnan(values)])
        largest = float(known.max()) if known.size else 0.0
        decimals = kept - math.log10(largest) if 0 < largest < math.inf else float(kept)
        return _round(values, 0.0 if largest == math.inf else max(0.0, decimals))

    return elementwise(x, zap)


@functools.singledispatch
def elementwise(x: object, function: Callable[[Doubles], Doubles]) -> Any:
    """Apply a function of float64 arrays to whatever holds numbers, keeping its kind.

    Other modules register their own records (a table).

    Raises
    ------
    RError
        R's text where there are no numbers.
    """
    if is_frame(x) or is_series_or_index(x) or is_extension(x):
        from rnet.printing.pandas_rounding import elementwise_pandas  # noqa: PLC0415

        return elementwise_pandas(x, function)
    values = np.asarray(x)
    if values.dtype == object:
        values = np.array([NA if value is None else value for value in values.ravel()]).reshape(
            values.shape
        )
    if values.dtype.kind not in "biuf":
        raise RError(NOT_NUMERIC)
    result = function(values.astype(np.float64))
    return float(result) if result.ndim == 0 else result


def _over_digits(
    values: Doubles, *, rule: Callable[[Doubles, float], Doubles], digits: Any
) -> Doubles:
    """Apply a rounding rule with one number of digits, or recycle several."""
    counts = np.asarray(digits)
    if counts.dtype.kind not in "biuf":
        raise RError(NOT_NUMERIC)
    if counts.size == 0:
        raise RError("invalid second argument of length 0")
    if counts.size == 1:
        return rule(values, float(counts.ravel()[0]))
    length = max(values.size, counts.size)
    flat, each = np.resize(values, length), np.resize(counts, length).astype(np.float64)
    result = np.empty(length)
    for count in np.unique(each):
        result[each == count] = rule(flat[each == count], float(count))
    return result.reshape(values.shape) if length == values.size else result


def _round(values: Doubles, digits: float) -> Doubles:
    if math.isnan(digits):
        return np.full_like(values, digits)
    if digits > LARGEST_EXPONENT + TRUSTED_DIGITS:
        return values
    if digits < -LARGEST_EXPONENT:
        return np.where(np.isfinite(values), 0.0, values)
    places = math.floor(digits + 0.5)
    if places == 0:
        with np.errstate(invalid="ignore"):  # NA is a signalling NaN
            return np.asarray(np.rint(values))
    size = np.abs(values)
    exponent = np.frexp(size)[1] - 1.0
    whole = places + (exponent + 0.5) * math.log10(2) > TRUSTED_DIGITS
    unchanged = whole | ~np.isfinite(values) | (values == 0)
    rounded = _nearer_candidate(np.where(unchanged, 0.0, size), places)
    return np.where(unchanged, values, np.copysign(rounded, values))


def _nearer_candidate(size: Doubles, places: int) -> Doubles:
    """Return of the two `places`-decimal neighbours the nearer; the even one on a tie."""
    first = min(places, LARGEST_EXPONENT)
    power, rest = _power_of_ten(first), _power_of_ten(places - first)
    scaled = power * size * rest
    floor = np.floor(scaled)
    low, high = floor / power / rest, np.ceil(scaled) / power / rest
    below, above = size - low, high - size
    even = np.fmod(floor, 2.0) == 0
    return np.where((below < above) | ((below == above) & even), low, high)


def _signif(values: Doubles, digits: float) -> Doubles:
    if math.isnan(digits):
        return np.full_like(values, digits)
    count = max(1, math.floor(min(digits, SIGNIF_LIMIT + 1.0) + 0.5))
    if count > SIGNIF_LIMIT:
        return values
    result = values.copy()
    usable = np.isfinite(values) & (values != 0)
    size = np.abs(values[usable])
    shift = count - 1 - np.floor(np.log10(size)).astype(int)
    rounded = np.empty_like(size)
    for places in np.unique(shift).tolist():
        rounded[shift == places] = _scaled_rint(size[shift == places], places)
    result[usable] = np.copysign(rounded, values[usable])
    return result


def _scaled_rint(size: Doubles, places: int) -> Doubles:
    if places <= 0:
        power = _power_of_ten(-places)
        with np.errstate(over="ignore"):
            return np.rint(size / power) * power
    first = min(places, LARGEST_EXPONENT)
    power, rest = _power_of_ten(first), _power_of_ten(places - first)
    return np.rint(size * power * rest) / power / rest


def _power_of_ten(exponent: int) -> float:
    """Return 10^exponent by squaring in doubles, as R does (not always the nearest double)."""
    result, base, remaining = 1.0, 10.0, abs(exponent)
    while remaining:
        if remaining & 1:
            result *= base
        remaining >>= 1
        if remaining:
            base *= base
    return 1.0 / result if exponent < 0 else result
