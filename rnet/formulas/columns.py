"""The values of a formula's variables: R's vector types over NumPy and pandas arrays.

| R | here |
|---|---|
| double, integer | 1-d float64 or int64 array |
| logical | 1-d bool array; with NA pandas' BooleanArray |
| character | 1-d object array of str, None for NA |
| factor | pandas Categorical whose categories are strings |
| matrix | `Matrix` |
| NULL | None |
"""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias, cast

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandas.api.extensions import ExtensionArray
from pandas.arrays import BooleanArray

from rnet.conditions import RError
from rnet.formulas.own_contrasts import own_contrasts, with_contrasts
from rnet.printing.numbers import as_character, as_characters
from rnet.values import NA, axis_names, is_na

Doubles = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Matrix:
    """A matrix variable, such as `poly(x, 2)` or `cbind(a, b)`.

    Attributes
    ----------
    values : ndarray of float64, shape (rows, columns)
    column_names : tuple of str or None
    """

    values: Doubles
    column_names: tuple[str, ...] | None = None

    def __len__(self) -> int:
        return len(self.values)


Column: TypeAlias = npt.NDArray[Any] | BooleanArray | pd.Categorical | Matrix
"""One variable, one element (or row) per case."""


@functools.singledispatch
def as_column(value: Any, name: str) -> Column | None:
    """Convert what a user holds (a Series, an array, a list, a number) to a column.

    Raises
    ------
    RError
        ``invalid type (list) for variable 'x'`` for what R has no vector for.
    """
    if callable(value):
        raise invalid_type("closure", name)
    if hasattr(value, "__array__") and np.ndim(value) > 0:
        return as_column(np.ravel(value, order="F"), name)
    many = value if isinstance(value, Sequence) and not isinstance(value, str) else [value]
    if any(isinstance(v, list | tuple | dict) for v in many):
        raise invalid_type("list", name)
    return _series(pd.Series(many, dtype=None if len(many) else object), name)


@as_column.register
def _(value: None, name: str) -> None:
    del value, name


@as_column.register
def _(value: Matrix | BooleanArray, name: str) -> Column:
    del name
    return value


@as_column.register(pd.Categorical)
def _(value: pd.Categorical, name: str) -> Column:
    del name
    return _factor(value)


@as_column.register(pd.Series | pd.Index | ExtensionArray)
def _(value: Any, name: str) -> Column:
    return _series(value if isinstance(value, pd.Series) else pd.Series(value), name)


@as_column.register
def _(value: pd.DataFrame, name: str) -> Column:
    return _matrix(value, name)


@as_column.register
def _(value: Mapping, name: str) -> Column:  # type: ignore[type-arg]
    del value
    raise invalid_type("list", name)


@as_column.register
def _(value: np.ndarray, name: str) -> Column:
    if value.ndim == 2:
        return Matrix(np.asarray(value, dtype=np.float64))
    if value.ndim == 1 and value.dtype.kind in "fiub":
        return _plain(value)
    return _series(pd.Series(np.atleast_1d(value)), name)


def invalid_type(r_type: str, name: str) -> RError:
    """Return R's error for a variable that is no vector."""
    return RError(
        f"invalid type ({r_type}) for variable '{name}'",
        "A variable is a column of numbers, logical values, strings or a factor, or a matrix.",
    )


def _series(series: "pd.Series[Any]", name: str) -> Column:
    dtype = series.dtype
    if isinstance(dtype, np.dtype):
        if dtype.kind in "fiub":
            return _plain(series.to_numpy())
        if dtype.kind == "O":
            return _objects(series, name)
        if dtype.kind == "M":
            return _dates(series)
        raise invalid_type(str(dtype), name)
    return _extension(series, name)


def _dates(series: "pd.Series[Any]") -> Doubles:
    """Return dates as R counts them: days since 1970, or seconds where there are times of day."""
    nanoseconds = series.to_numpy(dtype="datetime64[ns]").astype(np.int64)
    absent = series.isna().to_numpy()
    days, rest = np.divmod(nanoseconds, 86_400_000_000_000)
    found = (nanoseconds / 1e9 if rest[~absent].any() else days).astype(np.float64)
    found[absent] = NA
    return found


def _extension(series: "pd.Series[Any]", name: str) -> Column:
    """Convert a Series of one of pandas' own types."""
    dtype = series.dtype
    if isinstance(dtype, pd.CategoricalDtype):
        return _factor(series.array)
    if isinstance(dtype, pd.StringDtype):
        return _strings(series)
    if isinstance(dtype, pd.BooleanDtype):
        return _logical(series)
    if not pd.api.types.is_numeric_dtype(dtype):
        raise invalid_type(str(dtype), name)
    absent = series.isna().to_numpy()
    if not absent.any():
        return _plain(series.to_numpy())
    values = series.to_numpy(dtype=np.float64, na_value=np.nan)
    values[absent] = NA
    return values


def _objects(series: "pd.Series[Any]", name: str) -> Column:
    present = series[series.notna()]
    if all(isinstance(v, str) for v in present):
        return _strings(series) if len(present) else _logical(series.astype("boolean"))
    if all(isinstance(v, bool | np.bool_) for v in present):
        return _logical(series.astype("boolean"))
    if all(isinstance(v, int | float | np.number | bool) for v in present):
        return np.asarray(series.astype(np.float64))
    raise invalid_type("list", name)


def _plain(values: npt.NDArray[Any]) -> npt.NDArray[Any]:
    kind = values.dtype.kind
    if kind == "b":
        return values
    return values.astype(np.int64 if kind in "iu" else np.float64, copy=False)


def _strings(series: "pd.Series[Any]") -> npt.NDArray[Any]:
    values = series.to_numpy(dtype=object, copy=True)
    values[series.isna().to_numpy()] = None
    return values


def _logical(series: "pd.Series[Any]") -> npt.NDArray[Any] | BooleanArray:
    array = series.array
    assert isinstance(array, BooleanArray)
    return array if array.isna().any() else array.to_numpy(dtype=np.bool_)


def _factor(values: Any) -> pd.Categorical:
    levels = [
        level if isinstance(level, str) else as_character(level) for level in values.categories
    ]
    found = factor_of(values.codes, levels, ordered=bool(values.ordered))
    contrasts = own_contrasts(values)
    return found if contrasts is None else with_contrasts(found, contrasts)


def factor_of(codes: npt.ArrayLike, levels: Sequence[str], *, ordered: bool) -> pd.Categorical:
    """Return the factor of codes, counted from 0 and -1 for missing, and levels."""
    found = pd.Categorical.from_codes(
        np.asarray(codes), pd.Index(list(levels), dtype=object), ordered=ordered
    )
    return cast("pd.Categorical", found)


def _matrix(frame: pd.DataFrame, name: str) -> Matrix:
    if not all(pd.api.types.is_numeric_dtype(dtype) for dtype in frame.dtypes):
        raise invalid_type("list", name)
    names = axis_names(frame.columns)
    named = None if names is None else tuple(str(name) for name in names)
    return Matrix(frame.to_numpy(dtype=np.float64), named)


def class_of(column: Column) -> str:
    """Return R's class of a variable, as a model frame's `dataClasses` have it."""
    if isinstance(column, Matrix):
        return f"nmatrix.{column.values.shape[1]}"
    if isinstance(column, pd.Categorical):
        return "ordered" if column.ordered else "factor"
    if isinstance(column, BooleanArray) or column.dtype.kind == "b":
        return "logical"
    return "character" if column.dtype == object else "numeric"


def missing(column: Column) -> Mask:
    """Return where a column is missing; a row of a matrix is if any of its elements is."""
    if isinstance(column, Matrix):
        return np.asarray(np.isnan(column.values).any(axis=1))
    if isinstance(column, pd.Categorical):
        return np.asarray(column.codes == -1)
    if isinstance(column, np.ndarray) and column.dtype.kind == "f":
        return np.isnan(column)
    if isinstance(column, np.ndarray) and column.dtype.kind in "ib":
        return np.zeros(len(column), dtype=np.bool_)
    return np.asarray(pd.isna(column))


def take(column: Column, rows: npt.NDArray[Any]) -> Column:
    """Return some rows, by a mask or by positions."""
    if isinstance(column, Matrix):
        return Matrix(column.values[rows], column.column_names)
    return column[rows]


def numbers(column: Column) -> Doubles:
    """Return a column as doubles: a factor gives its codes, TRUE is 1.

    Raises
    ------
    RError
        For text.
    """
    if isinstance(column, Matrix):
        return column.values
    if isinstance(column, pd.Categorical):
        codes = column.codes.astype(np.float64) + 1.0
        codes[column.codes == -1] = NA
        return codes
    if isinstance(column, BooleanArray):
        return column.to_numpy(dtype=np.float64, na_value=NA)
    if column.dtype == object:
        raise RError(
            "non-numeric argument to binary operator", "Text: make it a number or a factor first."
        )
    return column.astype(np.float64, copy=False)


def strings(column: Column) -> npt.NDArray[Any]:
    """Return a column as text, None where it is missing."""
    if isinstance(column, pd.Categorical):
        levels = np.array([*column.categories, None], dtype=object)
        return np.asarray(levels[column.codes])
    if isinstance(column, Matrix):
        return np.asarray(texts_of_numbers(column.values.ravel(order="F")), dtype=object)
    if class_of(column) == "logical":
        absent = missing(column)
        words = np.where(numbers(column) == 1, "TRUE", "FALSE").astype(object)
        words[absent] = None
        return words
    values = np.asarray(column)
    if values.dtype.kind == "O":
        return values
    return np.asarray(texts_of_numbers(values), dtype=object)


def texts_of_numbers(values: npt.NDArray[Any]) -> list[str | None]:
    """Return numbers as R's `as.character`, None for NA."""
    if values.dtype.kind == "i":
        return [str(value) for value in values.tolist()]
    absent = is_na(values).tolist()
    return [None if na else text for na, text in zip(absent, as_characters(values), strict=True)]
