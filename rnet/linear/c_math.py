"""Exponentials and logarithms from the C library, whose last digits R's are.

NumPy's own are vectorized and differ in the last bit now and then; a fit that diverges (separated
classes) multiplies that bit until R's text differs. Beyond `MOST` values speed counts for more.
"""

import math
from collections.abc import Callable
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float64]

MOST = 20_000
LARGEST_POWER = 700.0


def exp(x: Floats) -> Floats:
    """Return e to the power of x.

    Examples
    --------
    >>> exp(np.array([0.0, -np.inf])).tolist()
    [1.0, 0.0]
    """
    return _from_c(math.exp, np.exp, x, np.abs(x) < LARGEST_POWER)


def log(x: Floats) -> Floats:
    """Return natural logarithms, -Inf of 0 and NaN of negative numbers.

    Examples
    --------
    >>> log(np.array([1.0, np.inf])).tolist()
    [0.0, inf]
    """
    return _from_c(math.log, np.log, x, (x > 0) & np.isfinite(x))


def _from_c(
    one: Callable[[float], float],
    many: Callable[[Floats], Floats],
    x: Floats,
    safe: npt.NDArray[np.bool_],
) -> Floats:
    found = np.asarray(many(x), dtype=np.float64)
    if x.size <= MOST and x.ndim:
        found[safe] = [one(value) for value in x[safe].tolist()]
    return found
