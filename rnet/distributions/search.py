"""Quantiles by bisection of a distribution function, as exact as the function itself."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]
Reached = Callable[[Doubles], npt.NDArray[np.bool_]]
"""Whether the quantile is not above a value: False, then True, as the value grows."""

_ALL_BUT_SIGN = np.int64(0x7FFFFFFFFFFFFFFF)
_BITS = 64
_MOST_DOUBLINGS = 1100
_LARGEST_ROOT = 1e100
_MOST_STEPS = 60
_CLOSE = 1e-13


def smallest_double(reached: Reached, low: Doubles, high: Doubles) -> Doubles:
    """Return the smallest double in (low, high] that is reached, elementwise.

    Halves the doubles in between, not the distance: 64 steps suffice whatever the scale.

    Parameters
    ----------
    reached : callable
        Of values, shape (n,).
    low, high : ndarray, shape (n,)
        Ends of the support; `low` counts as not reached, `high` as reached.
    """
    below, above = _ranks(low), _ranks(high)
    for _ in range(_BITS):
        if (below + 1 >= above).all():
            break
        middle = (below >> 1) + (above >> 1) + (below & above & 1)
        is_reached = reached(_doubles(middle))
        below, above = np.where(is_reached, below, middle), np.where(is_reached, middle, above)
    found = _doubles(above)
    first = (below <= _ranks(low)) | ~np.isfinite(_doubles(below))  # no double lies below it
    lost = (low == 0) & (found < np.finfo(np.float64).tiny)  # too small to be told from 0
    return np.where(first | lost, low, found)


def _ranks(values: Doubles) -> npt.NDArray[np.int64]:
    """Return whole numbers in the order of the doubles; both zeros are 0."""
    bits = np.ascontiguousarray(values + 0.0).view(np.int64)
    return np.where(bits < 0, -(bits & _ALL_BUT_SIGN), bits)


def _doubles(ranks: npt.NDArray[np.int64]) -> Doubles:
    size = np.abs(ranks).view(np.float64)
    return np.where(ranks < 0, -size, size)


def smallest_count(reached: Reached, low: Doubles, high: Doubles) -> Doubles:
    """Return the smallest whole number in [low, high] that is reached, elementwise.

    Parameters
    ----------
    reached : callable
        Of whole numbers, shape (n,).
    low, high : ndarray, shape (n,)
        Ends of the support; `high` may be infinite.
    """
    step = np.ones_like(low)
    above = np.minimum(low + step, high)
    for _ in range(_MOST_DOUBLINGS):
        going = ~reached(above) & (above < high)
        if not going.any():
            break
        step = np.where(going, 2 * step, step)
        above = np.where(going, np.minimum(low + step, high), above)
    below = low - 1
    for _ in range(_MOST_DOUBLINGS):
        middle = np.floor((below + above) / 2)
        going = (middle > below) & (middle < above) & np.isfinite(above)
        if not going.any():
            break
        is_reached = reached(np.where(going, middle, above))
        below = np.where(going & ~is_reached, middle, below)
        above = np.where(going & is_reached, middle, above)
    return above


def steep_root(off: Callable[[float], float], *, rises: bool) -> float:
    """Return the positive root of a monotone function by the Illinois variant of false position.

    Parameters
    ----------
    off : callable
        Of a positive number, monotone.
    rises : bool
        Whether it grows.

    Examples
    --------
    >>> round(steep_root(lambda x: x * x - 2, rises=True), 10)
    1.4142135624
    """
    sign = 1.0 if rises else -1.0
    low, high = 0.5, 1.0
    while sign * off(high) < 0 and high < _LARGEST_ROOT:
        low, high = high, 2 * high
    while sign * off(low) > 0 and low > 1 / _LARGEST_ROOT:
        low, high = low / 2, low
    at_low, at_high = sign * off(low), sign * off(high)
    for _ in range(_MOST_STEPS):
        if abs(high - low) <= _CLOSE * high or at_low == at_high:
            break
        middle = (low * at_high - high * at_low) / (at_high - at_low)
        if not low < middle < high:
            middle = (low + high) / 2
        value = sign * off(middle)
        if value == 0:
            return middle
        if value < 0:
            low, at_low, at_high = middle, value, at_high / 2
        else:
            high, at_high, at_low = middle, value, at_low / 2
    return (low + high) / 2
