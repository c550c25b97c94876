"""`pretty`: round numbers that cover a range."""

import math
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.describe.arguments import numeric_values

Doubles = npt.NDArray[np.float64]

ROUNDING = 1e-10
NEGLIGIBLE = 1e-10


def pretty(
    x: Any, n: int = 5, min_n: int | None = None, high_u_bias: float = 1.5, u5_bias: float = 2.75
) -> Doubles:
    """Return about n + 1 equally spaced round numbers that cover the values.

    Parameters
    ----------
    x : array_like of float
    n : int, default 5
        The number of intervals wanted.
    min_n : int, optional
        The least number of intervals; a third of `n` by default.
    high_u_bias, u5_bias : float
        How much larger units are preferred, and the unit 5 in particular.

    Raises
    ------
    RError
        `invalid 'n' argument`.

    Notes
    -----
    R page: `?pretty`. The unit is 1, 2, 5 or 10 times a power of 10: a larger one is taken while
    its distance from the wanted width is less than the bias times that of the smallest.

    Examples
    --------
    >>> from rnet import pretty
    >>> pretty([0, 97]).tolist()
    [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]
    """
    if n < 0:
        raise RError("invalid 'n' argument", "The number of intervals is 0 or more.")
    values = numeric_values(x)
    known = values[np.isfinite(values)]
    if not len(known):
        return np.array([])
    least = n // 3 if min_n is None else int(min_n)
    return round_numbers(float(known.min()), float(known.max()), n, least, high_u_bias, u5_bias)


def round_numbers(
    low: float, high: float, n: int, least: int, bias: float = 1.5, bias5: float = 2.75
) -> Doubles:
    """Return the round numbers that cover a range."""
    unit = _unit(low, high, n, least, bias, bias5)
    first = math.floor(low / unit + ROUNDING)
    last = math.ceil(high / unit - ROUNDING)
    missing = least - (last - first)
    if missing > 0:
        if first >= 0:
            last += missing // 2
            first -= missing // 2 + missing % 2
        else:
            first -= missing // 2
            last += missing // 2 + missing % 2
    steps = np.arange(first, last + 1)
    numbers = steps * unit
    return np.where(np.abs(numbers) < 1e-14 * max(abs(low), abs(high), unit), 0.0, numbers)


def _unit(low: float, high: float, n: int, least: int, bias: float, bias5: float) -> float:
    size = max(abs(low), abs(high))
    spread = high - low
    if spread < size * NEGLIGIBLE or spread == 0:
        width = size or 1.0
        width = width * 0.75 / max(least, 1) if n else width
    else:
        width = spread / max(n, 1)
    power = 10.0 ** math.floor(math.log10(width))
    unit = power
    for factor, weight in ((2, bias), (5, bias5), (10, bias)):
        if factor * power - width >= weight * (width - unit):
            break
        unit = factor * power
    return unit
