"""`show(x)` and `format_r(x)`: any supported Python object as R's console shows it."""

import datetime
import functools
import sys
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from rnet.language.deparse import deparse
from rnet.language.tree import Call, Constant, Function, Symbol
from rnet.printing.elements import Vector, as_vector, element_texts, missing_as_na, without_mask
from rnet.printing.factor import format_factor
from rnet.printing.frame import format_frame
from rnet.printing.lists import format_list
from rnet.printing.matrix import format_array, format_matrix
from rnet.printing.style import Style, checked_style
from rnet.printing.vectors import (
    DATE_KINDS,
    format_named_vector,
    format_vector,
    kept_dates,
    kept_elements,
    with_omitted_dates,
)
from rnet.record import Record
from rnet.settings import options
from rnet.values import axis_names, is_matrix

__all__ = ["Style", "console_text", "format_r", "show"]


def show(
    x: object,
    digits: int | None = None,
    quote: bool | None = None,
    right: bool | None = None,
    na_print: str | None = None,
    row_names: bool | Sequence[str] = True,
    max: int | None = None,  # noqa: A002 - R's argument name
    max_levels: int | None = None,
) -> None:
    """Print an object as R's console would.

    Parameters
    ----------
    x : object
        A number, string, None (NULL), NumPy array, pandas Series (a named vector if its index
        holds names), Categorical (factor), DataFrame, list, dict (named list), a result of rnet
        or a piece of R syntax.
    digits : int, optional
        Significant digits, 1 to 22; default `options(digits)`.
    quote : bool, optional
        Whether strings stand in quotes; by default they do, except in data frames.
    right : bool, optional
        Whether strings stand to the right of their column; by default only in data frames.
    na_print : str, optional
        What stands for missing values.
    row_names : bool or sequence of str
        Row names of a data frame: whether to print them, or others instead.
    max : int, optional
        Most elements to print; default `options(max_print)`. Of a factor it is the most levels,
        as in R, where `max` is short for `max.levels`.
    max_levels : int, optional
        Most levels of a factor to print, 0 for no line of levels.

    Raises
    ------
    RError
        For an array R has no type for, and for arguments R refuses.

    Notes
    -----
    R pages: `?print.default`, `?print.data.frame`. A plain NaN in a pandas object is missing and
    prints `NA`; in a NumPy array it prints `NaN`, and only `rnet.NA` prints `NA`. A pandas index
    that only counts rows prints from 1.

    Examples
    --------
    >>> import numpy as np
    >>> import rnet
    >>> rnet.show(np.array([1 / 3, 100]))
    [1]   0.3333333 100.0000000
    >>> rnet.show({"a": 1, "b": "x"})
    $a
    [1] 1
    <BLANKLINE>
    $b
    [1] "x"
    <BLANKLINE>
    """
    style = checked_style(digits, quote, right, na_print, row_names, max, max_levels)
    sys.stdout.write(console_text(x, style) + "\n")


def format_r(
    x: object,
    digits: int | None = None,
    quote: bool | None = None,
    right: bool | None = None,
    na_print: str | None = None,
    row_names: bool | Sequence[str] = True,
    max: int | None = None,  # noqa: A002 - R's argument name
    max_levels: int | None = None,
) -> str:
    r"""Return the text `show` prints, without the last newline; parameters as there.

    Examples
    --------
    >>> import rnet
    >>> rnet.format_r(["a", None])
    '[[1]]\n[1] "a"\n\n[[2]]\nNULL\n'
    """
    style = checked_style(digits, quote, right, na_print, row_names, max, max_levels)
    return console_text(x, style)


@functools.singledispatch
def console_text(x: object, style: Style) -> str:
    """Return what R's console shows for an object, without the last newline.

    Other modules register their own types.
    """
    del style
    return str(x)


@console_text.register
def _(x: None, style: Style) -> str:
    del x, style
    return "NULL"


@console_text.register
def _(x: Record, style: Style) -> str:
    with nullcontext() if style.digits is None else options(digits=style.digits):
        return str(x)


@console_text.register
def _(x: Symbol | Constant | Call | Function, style: Style) -> str:
    del style
    return "\n".join(deparse(x))


@console_text.register(pd.Index)
@console_text.register(pd.api.extensions.ExtensionArray)
@console_text.register
def _(x: bool | int | float | str | np.generic | datetime.date, style: Style) -> str:
    return _vector(x, style)


@console_text.register(type(pd.NA))
@console_text.register(type(pd.NaT))
def _(x: object, style: Style) -> str:
    del x
    return _vector(np.array([None], dtype=object), style)


@console_text.register
def _(x: np.ndarray, style: Style) -> str:
    if isinstance(x, np.ma.MaskedArray):
        return console_text(without_mask(x), style)
    if x.ndim > 2:
        return format_array(
            x,
            quote=_quotes(style),
            right=bool(style.right),
            digits=style.digits,
            na_text=style.na_print,
            limit=style.max,
        )
    if x.ndim == 2:
        return _matrix(x, None, None, style)
    return _vector(x, style)


@console_text.register
def _(x: range, style: Style) -> str:
    return _vector(np.array(x, dtype=np.int64), style)


@console_text.register
def _(x: pd.Categorical, style: Style) -> str:
    return _factor(x, None, style)


@console_text.register
def _(x: pd.Series, style: Style) -> str:
    names = axis_names(x.index)
    if isinstance(x.dtype, pd.CategoricalDtype):
        return _factor(pd.Categorical(x), names, style)
    if names is None or not len(x):
        label = x.attrs.get("label")
        return _vector(x, style) + (f'\nattr(,"label")\n[1] "{label}"' if label else "")
    vector = as_vector(x)
    if vector.kind == "list":
        return _list(vector.data, names, style)
    return _named_vector(vector, names, style)


@console_text.register
def _(x: pd.DataFrame, style: Style) -> str:
    if is_matrix(x):
        return _matrix(
            _matrix_cells(x), axis_names(x.index), axis_names(x.columns), style, _titles(x)
        )
    return format_frame(
        x,
        digits=style.digits,
        quote=bool(style.quote),
        right=style.right is not False,
        na_text=style.na_print,
        row_names=style.row_names,
        limit=style.max,
    )


@console_text.register
def _(x: list | tuple, style: Style) -> str:  # type: ignore[type-arg]
    return _list(list(x), None, style)


@console_text.register
def _(x: Mapping, style: Style) -> str:  # type: ignore[type-arg]
    names = [None if name is None else str(name) for name in x]
    return _list(list(x.values()), names, style)


def _quotes(style: Style) -> bool:
    return style.quote is not False


def _factor(x: pd.Categorical, names: list[str | None] | None, style: Style) -> str:
    return format_factor(
        x,
        names,
        quote=bool(style.quote),
        na_text=style.na_print,
        max_levels=style.max if style.max_levels is None else style.max_levels,
    )


def _named_vector(vector: Vector, names: list[str | None], style: Style) -> str:
    dates = vector.kind in DATE_KINDS
    kept = (kept_dates if dates else kept_elements)(len(vector), style.max)
    omitted = len(vector) - kept
    shown = Vector(vector.kind, vector.data[:kept])
    texts = element_texts(shown, digits=style.digits, quote=_quotes(style), na_text=style.na_print)
    text = format_named_vector(
        texts.cells, names[:kept], omitted=0 if dates else omitted, na_text=style.na_print
    )
    return with_omitted_dates(text, omitted if dates else 0)


def _vector(x: Any, style: Style) -> str:
    vector = as_vector(x)
    if vector.kind == "list":
        return _list(vector.data, None, style)
    return format_vector(
        vector,
        digits=style.digits,
        quote=_quotes(style),
        right=bool(style.right),
        na_text=style.na_print,
        limit=style.max,
    )


def _matrix(
    x: Any,
    rows: list[str | None] | None,
    columns: list[str | None] | None,
    style: Style,
    titles: tuple[str | None, str | None] = (None, None),
) -> str:
    return format_matrix(
        x,
        rows,
        columns,
        right=bool(style.right),
        quote=_quotes(style),
        digits=style.digits,
        na_text=style.na_print,
        limit=style.max,
        row_title=titles[0],
        column_title=titles[1],
    )


def _titles(matrix: pd.DataFrame) -> tuple[str | None, str | None]:
    """Return the names of R's dimnames, those of the index and of the columns."""
    rows, columns = matrix.index.name, matrix.columns.name
    return None if rows is None else str(rows), None if columns is None else str(columns)


def _matrix_cells(matrix: pd.DataFrame) -> Any:
    cells = matrix.to_numpy()
    return missing_as_na(cells) if cells.dtype.kind == "f" else cells


def _list(items: Sequence[Any], names: Sequence[str | None] | None, style: Style) -> str:
    def element_text(item: Any, longer: str) -> str:
        return console_text(item, replace(style, tag=longer))

    return format_list(items, names, element_text, style.tag, style.max)
