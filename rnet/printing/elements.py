"""What kind of R vector a Python vector is, and the texts of its elements.

NumPy arrays, pandas arrays and Series, and scalars become a `Vector`: one of R's atomic types
with its data in a plain form. `element_texts` then writes the elements as R would in one layout.
"""

import datetime
import decimal
import fractions
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.pandas_loaded import is_extension, is_series_or_index, pandas_loaded
from rnet.printing.digits import Doubles
from rnet.printing.numbers import as_characters, format_real, integer_texts
from rnet.printing.strings import display_width, shown
from rnet.values import LARGEST_INTEGER, NA, is_na

Kind: TypeAlias = Literal["double", "integer", "logical", "character", "date", "time", "list"]


@dataclass(frozen=True, slots=True)
class Vector:
    """A vector in R's terms.

    Attributes
    ----------
    kind : str
        R's type; "date" is class Date, "time" POSIXct.
    data : ndarray of float, or list
        Doubles as an array whose missing values carry R's payload; everything else
        a list with None for NA.
    """

    kind: Kind
    data: Any

    def __len__(self) -> int:
        return len(self.data)


@dataclass(frozen=True, slots=True)
class Texts:
    """The written elements of a vector.

    Attributes
    ----------
    cells : list of str
        One text an element; numbers already have a common width.
    left : bool
        Whether R puts such elements to the left of their column (strings).
    least : int
        Width of a column of such elements when it has neither a cell nor a label.
    """

    cells: list[str]
    left: bool
    least: int = 0

    @property
    def width(self) -> int:
        """Columns of the screen the widest cell takes."""
        return max(map(display_width, self.cells), default=0)


def as_vector(values: Any) -> Vector:
    """Return a Python vector or scalar as an R vector.

    Parameters
    ----------
    values : ndarray, pandas array, Series or Index, or scalar
        One-dimensional. In pandas objects a NaN is missing, unless the object also holds
        `rnet.NA`.

    Raises
    ------
    RError
        For a type R has no vector for.
    """
    if is_series_or_index(values) or is_extension(values):
        from rnet.printing.pandas_elements import pandas_vector  # noqa: PLC0415

        return pandas_vector(values)
    if isinstance(values, np.ma.MaskedArray):
        values = without_mask(values)
    return from_array(np.atleast_1d(np.asarray(values)))


def without_mask(values: "np.ma.MaskedArray[Any, Any]") -> npt.NDArray[np.object_]:
    """Return a masked array as a plain one whose masked elements are missing."""
    cells = values.data.astype(object)
    cells[np.ma.getmaskarray(values)] = None
    return cells


def element_texts(
    vector: Vector,
    *,
    digits: int | None = None,
    quote: bool = False,
    na_text: str | None = None,
) -> Texts:
    """Write the elements of a vector in their common layout.

    Parameters
    ----------
    vector : Vector
        From `as_vector`.
    digits : int, optional
        Significant digits; default `options(digits)`.
    quote : bool
        Whether strings and dates stand in double quotes.
    na_text : str, optional
        What stands for a missing value; R's `na.print`.
    """
    return _WRITERS[vector.kind](vector.data, digits, quote, na_text)


def from_array(array: Any) -> Vector:
    """Return a one-dimensional NumPy array as an R vector."""
    kind = array.dtype.kind
    if kind == "f":
        return Vector("double", array.astype(np.float64))
    if kind in "iu":
        return _from_whole(array)
    if kind == "b":
        return Vector("logical", array.tolist())
    if kind == "U":
        return Vector("character", array.tolist())
    if kind == "M":
        return _from_times(array.astype("datetime64[us]"))
    if kind in "OSm":
        return from_objects(array.astype(object))
    raise RError(
        f"cannot print an array of dtype '{array.dtype}'", "Turn it into numbers or strings first."
    )


def _from_whole(array: Any) -> Vector:
    """Return R's integers, or doubles where one is too large for 32 bits."""
    if array.size and max(int(array.max()), -int(array.min())) > LARGEST_INTEGER:
        return Vector("double", array.astype(np.float64))
    return Vector("integer", array.tolist())


def _from_integers(data: list[int | None]) -> Vector:
    """Return R's integers, or doubles where one is too large for them: R has 32 bits."""
    if all(value is None or abs(value) <= LARGEST_INTEGER for value in data):
        return Vector("integer", data)
    return Vector("double", np.array([NA if value is None else value for value in data], float))


def level_names(factor: Any) -> list[str | None]:
    """Return the level of every element of a Categorical as text, None where missing."""
    levels = level_texts(factor)
    return [None if code < 0 else levels[code] for code in factor.codes.tolist()]


def level_texts(factor: Any) -> list[str | None]:
    """Return the levels of a Categorical as R's `levels` gives them: strings."""
    categories = as_vector(factor.categories)
    if categories.kind == "character":
        return list(categories.data)
    if categories.kind == "double":
        return list(as_characters(categories.data))
    return [text.strip() for text in element_texts(categories).cells]


def missing_as_na(values: npt.NDArray[np.floating[Any]]) -> Doubles:
    """Turn pandas' missing NaN into NA, unless the data tells the two apart itself."""
    doubles = values.astype(np.float64)
    nan = np.isnan(doubles)
    if not nan.any() or is_na(doubles).any():
        return doubles
    return np.where(nan, NA, doubles)


def _from_times(moments: Any) -> Vector:
    from rnet.printing.pandas_elements import times_vector  # noqa: PLC0415

    return times_vector(moments)


def _is_missing(value: object) -> bool:
    if value is None or not pandas_loaded():
        return value is None
    from rnet.printing.pandas_elements import is_missing  # noqa: PLC0415

    return is_missing(value)


def _is_nan(value: object) -> bool:
    return isinstance(value, float) and math.isnan(value)


def from_objects(array: Any) -> Vector:
    """Return an array of Python objects as the narrowest R vector that holds them."""
    items = array.tolist()
    if set(map(type, items)) == {str}:
        return Vector("character", items)
    data = [None if _is_missing(value) else _plain(value) for value in items]
    present = [value for value in data if value is not None]
    if not present:
        return Vector("character", data)
    if any(isinstance(value, str) for value in present):
        present = [value for value in present if not _is_nan(value)]
        data = [None if _is_nan(value) else value for value in data]
    for types, kind in _PYTHON_KINDS:
        if all(isinstance(value, types) for value in present):
            return _of_kind(kind, data)
    return Vector("list", list(array))


def _plain(value: object) -> object:
    """Return what R has no class for as a string, a decimal number as a double."""
    if isinstance(value, datetime.time | bytes) or type(value) is datetime.timedelta:
        return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
    if isinstance(value, decimal.Decimal | fractions.Fraction):
        return float(value)
    if not pandas_loaded():
        return value
    from rnet.printing.pandas_elements import plain_value  # noqa: PLC0415

    return plain_value(value)


def _of_kind(kind: Kind, data: list[Any]) -> Vector:
    if kind == "double":
        return Vector(kind, np.array([NA if value is None else value for value in data], float))
    if kind == "time":
        return _from_times(data)
    if kind == "integer":
        return _from_integers([None if value is None else int(value) for value in data])
    return Vector(kind, data)


# In this order: a bool is an int in Python, and a datetime is a date.
_PYTHON_KINDS: tuple[tuple[Any, Kind], ...] = (
    ((bool, np.bool_), "logical"),
    ((int, np.integer), "integer"),
    ((int, float, np.integer, np.floating), "double"),
    ((str,), "character"),
    ((datetime.datetime, np.datetime64), "time"),
    ((datetime.date,), "date"),
)


def _doubles(data: Any, digits: int | None, quote: bool, na_text: str | None) -> Texts:
    del quote
    return Texts(format_real(data, digits, na_text="NA" if na_text is None else na_text), False)


def _integers(data: Any, digits: int | None, quote: bool, na_text: str | None) -> Texts:
    del digits, quote
    return Texts(integer_texts(data, "NA" if na_text is None else na_text), False, least=1)


def _logicals(data: Any, digits: int | None, quote: bool, na_text: str | None) -> Texts:
    del digits, quote
    missing = "NA" if na_text is None else na_text
    texts = [missing if value is None else "TRUE" if value else "FALSE" for value in data]
    width = max(map(len, texts), default=0)
    return Texts([text.rjust(width) for text in texts], False, least=1)


def _strings(data: Any, digits: int | None, quote: bool, na_text: str | None) -> Texts:
    del digits
    return Texts([shown(text, quote=quote, na_text=na_text) for text in data], True)


def _dates(data: Any, digits: int | None, quote: bool, na_text: str | None) -> Texts:
    days = [None if day is None else day.isoformat() for day in data]
    return _strings(days, digits, quote, na_text)


def _times(data: Any, digits: int | None, quote: bool, na_text: str | None) -> Texts:
    return _strings(time_texts(data, zone=quote), digits, quote, na_text)


def time_texts(times: Sequence[Any], *, zone: bool) -> list[str | None]:
    """Write times as R's `format` does: no clock if all are midnight, UTC if no zone is known."""
    present = [time for time in times if time is not None]
    pattern = "%Y-%m-%d" if all(t == t.normalize() for t in present) else "%Y-%m-%d %H:%M:%S"
    return [
        None
        if time is None
        else time.strftime(pattern) + (f" {time.tzname() or 'UTC'}" if zone else "")
        for time in times
    ]


def _lists(data: Any, digits: int | None, quote: bool, na_text: str | None) -> Texts:
    """Write list cells as a data frame shows them: the elements joined by commas."""
    del quote, na_text
    return Texts([_joined(cell, digits) for cell in data], True)


def _joined(cell: Any, digits: int | None) -> str:
    if cell is None:
        return "NULL"
    if isinstance(cell, list | tuple):
        return ", ".join(_joined(part, digits) for part in cell)
    vector = as_vector(cell)
    if vector.kind == "list":
        return str(cell)
    texts = element_texts(vector, digits=digits, na_text="NA").cells
    return ", ".join(text.strip() for text in texts)


_WRITERS: dict[Kind, Callable[[Any, int | None, bool, str | None], Texts]] = {
    "double": _doubles,
    "integer": _integers,
    "logical": _logicals,
    "character": _strings,
    "date": _dates,
    "time": _times,
    "list": _lists,
}
