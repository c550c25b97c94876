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

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandas.arrays import BooleanArray

from rnet.conditions import RError
from rnet.printing.numbers import as_character, as_characters
from rnet.values import NA, is_na

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


def as_column(value: Any, name: str) -> Column | None:
    """Convert what a user holds (a Series, an array, a list, a number) to a column.

    Raises
    ------
    RError
        ``invalid type (list) for variable 'x'`` for what R has no vector for.
    """
    if value is None or isinstance(value, Matrix | pd.Categorical | BooleanArray):
        return _factor(value) if isinstance(value, pd.Categorical) else value
    if isinstance(value, pd.Series):
        return _series(value, name)
    if isinstance(value, pd.DataFrame):
        return _matrix(value, name)
    if isinstance(value, Mapping) or callable(value):
        raise invalid_type("list" if isinstance(value, Mapping) else "closure", name)
    if isinstance(value, pd.Index):
        return _series(value.to_series(), name)
    if isinstance(value, np.ndarray) and value.ndim == 2:
        return Matrix(np.asarray(value, dtype=np.float64))
    if isinstance(value, np.ndarray) and value.ndim == 1 and value.dtype.kind in "fiub":
        return _plain(value)
    if not isinstance(value, np.ndarray | Sequence) or isinstance(value, str):
        value = [value]
    if isinstance(value, Sequence) and any(isinstance(v, list | tuple | dict) for v in value):
        raise invalid_type("list", name)
    return _series(pd.Series(value, dtype=None if value else object), name)


def invalid_type(r_type: str, name: str) -> RError:
    """Return R's error for a variable that is no vector."""
    return RError(
        f"invalid type ({r_type}) for variable '{name}'",
        "A variable is a column of numbers, logical values, strings or a factor, or a matrix.",
    )


def _series(series: "pd.Series[Any]", name: str) -> Column:
    dtype = series.dtype
    if isinstance(dtype, np.dtype) and dtype.kind in "fiub":
        return _plain(series.to_numpy())
    if isinstance(dtype, pd.CategoricalDtype):
        return _factor(series.array)
    if isinstance(dtype, pd.StringDtype):
        return _strings(series)
    if isinstance(dtype, pd.BooleanDtype):
        return _logical(series)
    if pd.api.types.is_numeric_dtype(dtype):
        missing = series.isna().to_numpy()
        if not missing.any():
            return _plain(series.to_numpy(dtype=dtype.numpy_dtype))  # type: ignore[union-attr]
        values = series.to_numpy(dtype=np.float64, na_value=np.nan)
        values[missing] = NA
        return values
    if dtype == object:
        return _objects(series, name)
    raise invalid_type(str(dtype), name)


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
    categories = values.categories
    if all(isinstance(level, str) for level in categories):
        return pd.Categorical(values)
    return pd.Categorical.from_codes(
        values.codes,
        categories=[as_character(level) for level in categories],
        ordered=values.ordered,
    )


def _matrix(frame: pd.DataFrame, name: str) -> Matrix:
    if not all(pd.api.types.is_numeric_dtype(dtype) for dtype in frame.dtypes):
        raise invalid_type("list", name)
    names = frame.columns
    named = None if isinstance(names, pd.RangeIndex) else tuple(str(n) for n in names)
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
    """Return a column as doubles: a factor gives its codes, TRUE is 1."""
    if isinstance(column, Matrix):
        return column.values
    if isinstance(column, pd.Categorical):
        codes = column.codes.astype(np.float64) + 1.0
        codes[column.codes == -1] = NA
        return codes
    if isinstance(column, BooleanArray):
        return column.to_numpy(dtype=np.float64, na_value=NA)
    return column.astype(np.float64, copy=False)


def strings(column: Column) -> npt.NDArray[Any]:
    """Return a column as text, None where it is missing."""
    if isinstance(column, pd.Categorical):
        levels = np.append(np.asarray(column.categories, dtype=object), None)
        return levels[column.codes]
    if isinstance(column, np.ndarray) and column.dtype == object:
        return column
    if class_of(column) == "logical":
        return np.asarray(
            [None if pd.isna(v) else ("TRUE" if v else "FALSE") for v in column], dtype=object
        )
    values = column.values.ravel(order="F") if isinstance(column, Matrix) else column
    return np.asarray(texts_of_numbers(values), dtype=object)


def texts_of_numbers(values: npt.NDArray[Any]) -> list[str | None]:
    """Return numbers as R's `as.character`, None for NA."""
    if values.dtype.kind == "i":
        return [str(value) for value in values.tolist()]
    absent = is_na(values).tolist()
    return [None if na else text for na, text in zip(absent, as_characters(values), strict=True)]
