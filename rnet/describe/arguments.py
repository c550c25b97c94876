"""The arguments of functions that describe a sample, checked."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError, warn
from rnet.formulas.columns import Column, Matrix, as_column, class_of, numbers
from rnet.values import is_matrix

Doubles = npt.NDArray[np.float64]


def is_factor(x: Any) -> bool:
    """Whether a value is a factor."""
    return isinstance(getattr(x, "dtype", None), pd.CategoricalDtype)


def vector_column(x: Any, name: str = "x") -> Column:
    """Return a vector as a column; nothing of None, a matrix column by column.

    Raises
    ------
    RError
        For a data frame or a list.
    """
    if isinstance(x, pd.DataFrame) and not is_matrix(x):
        if x.shape[1] != 1:
            raise RError(f"'{name}' must be a vector", "Take one column of the data frame.")
        x = x.iloc[:, 0]
    column = as_column([] if x is None else x, name)
    if isinstance(column, Matrix):
        return column.values.ravel(order="F")
    return np.array([]) if column is None else column


def numeric_values(x: Any, message: str = "need numeric data", name: str = "x") -> Doubles:
    """Return numbers or truth values as doubles.

    Raises
    ------
    RError
        With `message` for text and factors.
    """
    if np.size(x) == 0:
        return np.array([])
    column = vector_column(x, name)
    if class_of(column) not in ("numeric", "logical"):
        raise RError(message, f"'{name}' holds text or a factor: give numbers.")
    return numbers(column)


def known(values: Doubles, na_rm: bool) -> Doubles | None:
    """Return the values without missing ones if asked; None where R's answer is NA."""
    absent = np.isnan(values)
    if not absent.any():
        return values
    return values[~absent] if na_rm else None


def is_whole_kind(x: Any) -> bool:
    """Whether a vector holds integers, which R's functions may return as integers."""
    dtype = getattr(x, "dtype", None)
    if isinstance(dtype, np.dtype):
        return dtype.kind in "iu"
    if dtype is not None:
        return pd.api.types.is_integer_dtype(dtype)
    if isinstance(x, range):
        return True
    many = x if isinstance(x, list | tuple) else [x]
    return bool(many) and all(isinstance(v, int) and not isinstance(v, bool) for v in many)


def checked_mean_input(x: Any) -> Doubles | None:
    """Return the numbers R's `mean` takes, None with its warning where there are none."""
    frame = isinstance(x, pd.DataFrame)
    column = None if frame or isinstance(x, dict) else vector_column(x)
    if column is None or class_of(column) not in ("numeric", "logical"):
        warn("argument is not numeric or logical: returning NA")
        return None
    return numbers(column)


def one_number(value: Any, name: str, message: str | None = None) -> float:
    """Return an argument that must be one number."""
    try:
        return float(np.asarray(value, dtype=np.float64).reshape(()))
    except (TypeError, ValueError):
        text = message or f"invalid '{name}' argument"
        raise RError(text, f"Give one number, not {value!r}.") from None
