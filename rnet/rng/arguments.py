"""Arguments of the random functions, checked as R checks them."""

import math
from collections.abc import Sized
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.values import NA

Reals = npt.NDArray[np.float64]

_LONGEST = 4503599627370496.0  # 2^52, R's longest vector
_INVALID = "invalid arguments"


def count(n: Any) -> int:
    """Return how many values are asked for: `n`, or the length of a longer vector.

    Raises
    ------
    RError
        `invalid arguments` when it is negative, missing or no number.
    """
    if isinstance(n, pd.DataFrame):
        length = n.shape[1]
    elif isinstance(n, np.ndarray):
        length = n.size
    else:
        length = len(n) if isinstance(n, Sized) and not isinstance(n, str) else 1
    if length > 1:
        return length
    try:
        number = float(n if isinstance(n, str) or not isinstance(n, Sized) else np.ravel(n)[0])
    except (TypeError, ValueError, IndexError):
        number = math.nan
    if not 0 <= number <= _LONGEST:
        raise RError(_INVALID, "The first argument says how many values: a number, zero or more.")
    return int(number)


def reals(value: Any) -> Reals:
    """Return a parameter as a vector of doubles, missing values as R's NA.

    Raises
    ------
    RError
        `invalid arguments` for text, factors, complex numbers and None.
    """
    if isinstance(value, pd.Series | pd.Index):
        value = value.array
    if isinstance(value, pd.api.extensions.ExtensionArray):
        if not pd.api.types.is_any_real_numeric_dtype(value.dtype) and value.dtype != "boolean":
            raise RError(_INVALID, "A parameter must be numeric.")
        value = np.asarray([NA if v is pd.NA else v for v in value], dtype=np.float64)
    array = np.asarray(value)
    if array.dtype.kind not in "biuf":
        raise RError(_INVALID, "A parameter must be numeric.")
    return np.ascontiguousarray(array.ravel(order="F"), dtype=np.float64)
