"""pandas' vectors and its values of time in R's terms."""

from typing import Any

import numpy as np
import pandas as pd

from rnet.printing.elements import Vector, from_array, from_objects, level_names, missing_as_na
from rnet.printing.numbers import as_character
from rnet.values import NA


def pandas_vector(values: Any) -> Vector:
    """Return a pandas array, Series or Index as an R vector."""
    if isinstance(values, pd.Series | pd.Index):
        values = values.array
    dtype = values.dtype
    if isinstance(dtype, pd.StringDtype):
        return Vector("character", [None if pd.isna(text) else text for text in values])
    if isinstance(values, pd.arrays.NumpyExtensionArray):
        array = values.to_numpy()
        return from_array(missing_as_na(array) if array.dtype.kind == "f" else array)
    if isinstance(dtype, pd.CategoricalDtype):
        return Vector("character", level_names(values))
    if pd.api.types.is_float_dtype(dtype):
        return Vector("double", values.to_numpy(dtype=np.float64, na_value=NA))
    if pd.api.types.is_datetime64_any_dtype(dtype):
        return times_vector(values)
    return _from_extension(values)


def _from_extension(values: Any) -> Vector:
    dtype, vector = values.dtype, from_objects(np.asarray(values, dtype=object))
    if isinstance(dtype, pd.BooleanDtype):
        return Vector("logical", vector.data)
    if pd.api.types.is_integer_dtype(dtype) and vector.kind == "character":  # all are missing
        return Vector("integer", vector.data)
    return vector


def times_vector(moments: Any) -> Vector:
    """Return moments as R has them: days without a clock time are Date, all others POSIXct."""
    times = pd.DatetimeIndex(moments)
    if times.tz is None and bool((times[times.notna()] == times[times.notna()].normalize()).all()):
        return Vector("date", [None if pd.isna(day) else day.date() for day in times])
    return Vector("time", [None if pd.isna(time) else time for time in times])


def is_missing(value: object) -> bool:
    """Tell whether a value is one of pandas' own missing ones."""
    return value is pd.NA or value is pd.NaT


def plain_value(value: object) -> object:
    """Write an interval, a level that pandas' `cut` makes, as R's `cut` does: "(0,5]".

    Other kinds of time that R has no class for become strings.
    """
    if isinstance(value, pd.Period | pd.Timedelta):
        return str(value)
    if not isinstance(value, pd.Interval):
        return value
    left = "[" if value.closed_left else "("
    right = "]" if value.closed_right else ")"
    return f"{left}{as_character(value.left)},{as_character(value.right)}{right}"
