"""Arguments of the random functions, checked as R checks them, and what is made of the draws."""

import math
from collections.abc import Sized
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError, warn
from rnet.memory import make_room
from rnet.pandas_loaded import is_extension, is_frame, is_series_or_index
from rnet.values import LARGEST_INTEGER, NA

if TYPE_CHECKING:
    import pandas as pd

Reals = npt.NDArray[np.float64]
Whole: TypeAlias = "npt.NDArray[np.int64] | Reals | pd.arrays.IntegerArray"

_LONGEST = 4503599627370496  # 2^52, R's longest vector
_INVALID = "invalid arguments"


def count(n: Any) -> int:
    """Return how many values are asked for: `n`, or the length of a vector not of length one.

    Raises
    ------
    RError
        `invalid arguments` when it is negative, missing or no number.
    """
    length = _length(n)
    if length != 1:
        return length
    number = single(n)
    if not 0 <= number <= _LONGEST:
        raise RError(_INVALID, "The first argument says how many values: a number, zero or more.")
    make_room(number)
    return int(number)


def _length(value: Any) -> int:
    if is_frame(value):
        return int(value.shape[1])
    if isinstance(value, np.ndarray):
        return value.size
    return len(value) if isinstance(value, Sized) and not isinstance(value, str) else 1


def single(value: Any) -> float:
    """Return the first (or only) number of a value, NaN when there is none."""
    try:
        whole = isinstance(value, str) or not isinstance(value, Sized)
        return float(value if whole else np.asarray(value).ravel()[0])
    except (TypeError, ValueError, IndexError):
        return math.nan


def reals(value: Any) -> Reals:
    """Return a parameter as a vector of doubles, missing values as R's NA.

    Raises
    ------
    RError
        `invalid arguments` for text, factors, complex numbers and None.
    """
    if is_series_or_index(value):
        value = value.array
    if is_extension(value):
        value = _plain(value)
    array = np.asarray(value)
    if array.dtype.kind not in "biuf":
        raise RError(_INVALID, "A parameter must be numeric.")
    return np.ascontiguousarray(array.ravel(order="F"), dtype=np.float64)


def _plain(value: Any) -> npt.NDArray[Any]:
    import pandas as pd  # noqa: PLC0415 - loaded: the values are pandas'

    dtype: Any = value.dtype
    if not (pd.api.types.is_any_real_numeric_dtype(dtype) or pd.api.types.is_bool_dtype(dtype)):
        raise RError(_INVALID, "A parameter must be numeric.")
    return np.asarray([NA if item is pd.NA else item for item in value], dtype=np.float64)


def largest(values: Reals) -> float:
    """Return the largest finite value of a parameter, zero when there is none above it."""
    return float(values[np.isfinite(values)].max(initial=0.0))


def doubles(drawn: tuple[Reals, bool, bool]) -> Reals:
    """Return drawn doubles, warning as R does when some are not numbers."""
    values, missing, _ = drawn
    if missing:
        warn("NAs produced", stacklevel=4)
    return values


def whole(drawn: tuple[Reals, bool, bool]) -> Whole:
    """Return drawn counts as integers; as doubles when one is too large for R's integers.

    A missing count makes the result a pandas integer array, since NumPy's have no NA.
    """
    values, missing, wide = drawn
    if missing:
        warn("NAs produced", stacklevel=4)
    if wide:
        # R goes over to doubles at the first such value; what was missing before is NA, not NaN.
        before = values[: int((np.abs(values) > LARGEST_INTEGER).argmax())]
        before[np.isnan(before)] = NA
        return values
    if missing:
        import pandas as pd  # noqa: PLC0415 - drawing must not wait for pandas

        mask = np.isnan(values)
        return pd.arrays.IntegerArray(np.where(mask, 0, values).astype(np.int64), mask)
    return values.astype(np.int64)


def quotient(top: Reals, bottom: Reals) -> Reals:
    """Divide as R does: the shorter one is repeated, with R's warning when it does not fit."""
    longer, shorter = max(top.size, bottom.size), min(top.size, bottom.size)
    if shorter == 0:
        return np.empty(0)
    if longer % shorter:
        warn("longer object length is not a multiple of shorter object length", stacklevel=5)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.resize(top, longer) / np.resize(bottom, longer), dtype=np.float64)


def inverse(value: Any) -> Reals:
    """Return one over a parameter; one over zero is infinite."""
    return quotient(np.ones(1), reals(value))
