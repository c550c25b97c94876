"""The structure of an object, as R's `str` shows it: kind, size and the first few values."""

import functools
import inspect
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.language.deparse import deparse_line
from rnet.language.tree import Call, Constant, Function, Symbol
from rnet.printing.elements import Vector, as_vector, missing_as_na, time_texts
from rnet.printing.format import format as format_values
from rnet.printing.rounding import signif
from rnet.printing.strings import quoted
from rnet.record import Record
from rnet.settings import current
from rnet.values import axis_names, column_names, is_matrix

TYPES = {"double": "num", "integer": "int", "logical": "logi", "character": "chr"}
LEVELS_WIDTH = 13
LONGEST_STRING, KEPT_OF_LONG = 126, 112
NESTED_DATES = 2
NICE_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Place:
    """Where in an object something stands, and how it is to be shown.

    Attributes
    ----------
    level : int
        Depth of nesting, 0 outside.
    in_frame : bool
        Whether it is a column of a data frame, whose length needs no mention.
    vec_len : float
        How many values are shown, in units that depend on their kind.
    digits : int
        Significant digits of numbers.
    max_level : int or None
        How deep to go.
    give_attr : bool
        Whether attributes are shown.
    """

    level: int = 0
    in_frame: bool = False
    vec_len: float | None = None
    digits: int = 3
    max_level: int | None = None
    give_attr: bool = True

    @property
    def indent(self) -> str:
        """The blanks and dots before an element."""
        return " " + " .." * self.level

    @property
    def length(self) -> float:
        """The unit of how many values are shown."""
        return 4 if self.vec_len is None else self.vec_len

    def below(self, *, in_frame: bool = False) -> "Place":
        """Return the place of elements."""
        return replace(self, level=self.level + 1, in_frame=in_frame)


def format_structure(x: Any, place: Place, *, head: bool = True) -> str:
    r"""Return the text `str` prints, without the last newline.

    Examples
    --------
    >>> format_structure([1.0, "a"], Place())
    'List of 2\n $ : num 1\n $ : chr "a"'
    """
    lines = structure(x, place)
    return "\n".join(lines if head else lines[1:])


@functools.singledispatch
def structure(x: Any, place: Place) -> list[str]:
    """Return what follows an element's name, then the lines below it.

    Other modules register their own types.
    """
    if callable(x):
        return [f"function ({_parameters(x)})  "]
    return vector_lines(x, place)


@structure.register
def _(x: None, place: Place) -> list[str]:
    del x, place
    return [" NULL"]


@structure.register
def _(x: Symbol | Constant | Call | Function, place: Place) -> list[str]:
    del place
    name = "symbol" if isinstance(x, Symbol) else "language"
    return [f" {name} {deparse_line(x)}"]


@structure.register
def _(x: Record, place: Place) -> list[str]:
    lines = _list_lines([x[name] for name in x.names()], x.names(), place)
    if x.PLAIN_LIST:
        return lines
    return lines + attribute_lines("class", type(x).__name__.lower(), place)


@structure.register
def _(x: Mapping, place: Place) -> list[str]:  # type: ignore[type-arg]
    return _list_lines(list(x.values()), [str(name) for name in x], place)


@structure.register
def _(x: list | tuple, place: Place) -> list[str]:  # type: ignore[type-arg]
    return _list_lines(list(x), [""] * len(x), place)


@structure.register
def _(x: pd.DataFrame, place: Place) -> list[str]:
    if is_matrix(x):
        cells = x.to_numpy()
        names = [axis_names(x.index), axis_names(x.columns)]
        return array_lines(missing_as_na(cells) if cells.dtype.kind == "f" else cells, names, place)
    rows, columns = x.shape
    noun = "variable" if columns == 1 else "variables"
    colon = ":" if columns else ""
    title = f"'data.frame':\t{rows} obs. of  {columns} {noun}{colon}"
    parts = [x.iloc[:, column].array for column in range(columns)]
    return [title, *elements(parts, column_names(x), place, in_frame=place.level == 0)]


@structure.register
def _(x: pd.Series, place: Place) -> list[str]:
    names = axis_names(x.index)
    if names is None or isinstance(x.dtype, pd.CategoricalDtype):
        return structure(x.array, place)
    text = vector_lines(x.array, place)[0]
    attribute = attribute_lines("names", np.array(names, dtype=object), place)
    return [f" Named{text}", *attribute]


@structure.register
def _(x: np.ndarray, place: Place) -> list[str]:
    return array_lines(x, [None] * x.ndim, place) if x.ndim > 1 else vector_lines(x, place)


@structure.register
def _(x: pd.Categorical, place: Place) -> list[str]:
    levels = [str(level) for level in x.categories]
    noun = "level" if len(levels) == 1 else "levels"
    name = "Ord.factor" if x.ordered else "Factor"
    codes = Vector("integer", [None if code < 0 else int(code) + 1 for code in x.codes])
    shown = shown_values(codes, place)
    return [f" {name} w/ {len(levels)} {noun} {level_texts(levels, bool(x.ordered))}: {shown}"]


def vector_lines(x: Any, place: Place) -> list[str]:
    """Return the line of a vector: its type, its length, its first values."""
    vector = as_vector(x)
    if vector.kind == "list":
        if len(vector) == 1 and vector.data[0] is x:
            raise RError(f"R has no structure for a {type(x).__name__}", "repr() shows it.")
        return _list_lines(list(vector.data), [""] * len(vector), place)
    if vector.kind in ("date", "time"):
        return [dates_text(vector, place)]
    kind, size = TYPES[vector.kind], len(vector)
    if place.in_frame:
        gap = " " if size > 1 else ""
        return [f" {kind} {gap}{shown_values(vector, place)}"]
    if size == 0:
        return [f" {kind}(0) "]
    extent = "" if size == 1 else f"[1:{size}] "
    return [f" {kind} {extent}{shown_values(vector, place, f'{kind} {extent}')}"]


def array_lines(
    cells: npt.NDArray[Any], dimnames: Sequence[Any], place: Place, kind: str = ""
) -> list[str]:
    """Return the lines of an array: type, extents, first values, names of the dimensions."""
    vector = as_vector(cells.ravel(order="F"))
    extents = ", ".join(f"1:{size}" if size > 1 else "1" if size else "0 " for size in cells.shape)
    head = f"{TYPES[vector.kind]} [{extents}{'(1d)' if cells.ndim == 1 else ''}] "
    if not cells.size:
        head = head.replace(" [", "[", 1)
    values = shown_values(vector, place, head)
    lines = [f" {kind}{head}{values}"]
    if all(names is None for names in dimnames):
        return lines
    return lines + attribute_lines("dimnames", _name_list(dimnames), place)


def _name_list(dimnames: Any) -> Any:
    if isinstance(dimnames, Mapping):
        return {key: np.array(labels, dtype=object) for key, labels in dimnames.items()}
    return [None if names is None else np.array(list(names), dtype=object) for names in dimnames]


def attribute_lines(name: str, value: Any, place: Place) -> list[str]:
    """Return the lines of an attribute, or none where attributes are not asked for."""
    if not place.give_attr:
        return []
    first, *rest = structure(value, place.below())
    return [f'{place.indent}- attr(*, "{name}")={first}', *rest]


def _list_lines(items: Sequence[Any], names: Sequence[str], place: Place) -> list[str]:
    if not items:
        return [" list()"]
    return [f"List of {len(items)}", *elements(items, names, place)]


def elements(
    items: Sequence[Any], names: Sequence[str], place: Place, *, in_frame: bool = False
) -> list[str]:
    """Return the lines of the elements of a list or the columns of a data frame."""
    if place.max_level is not None and place.level >= place.max_level:
        return []
    width = max(map(len, names), default=0)
    lines = []
    for name, item in zip(names, items, strict=True):
        first, *rest = structure(item, place.below(in_frame=in_frame))
        lines += [f"{place.indent}$ {name.ljust(width)}:{first}", *rest]
    return lines


def level_texts(levels: Sequence[str], ordered: bool) -> str:
    """Return the first levels of a factor, and `..` where there are more."""
    shown, width = [], 0
    for level in levels:
        shown.append(quoted(level))
        width += len(level) + 3
        if width > LEVELS_WIDTH:
            break
    between = "<" if ordered else ","
    return between.join(shown) + (f"{between}.." if len(shown) < len(levels) else "")


def shown_values(vector: Vector, place: Place, head: str = "") -> str:
    """Return the first values, and ` ...` where there are more."""
    count = _COUNTS[vector.kind](vector, place, head)
    first = Vector(vector.kind, vector.data[:count])
    texts = _WRITERS[vector.kind](first, place)
    return " ".join(texts) + (" ..." if len(vector) > count else "")


def _count_numbers(vector: Vector, place: Place, head: str) -> int:
    del head
    most = round(2.5 * place.length)
    return most if _is_nice(vector.data, most) else round(1.25 * place.length)


def _is_nice(data: npt.NDArray[np.float64], count: int) -> bool:
    """Whether the first values all need 3 digits at most and are neither huge nor tiny."""
    first = data[:count][~np.isnan(data[:count])]
    size = np.abs(first)
    within = (size == 0) | ((size > 1e-10) & (size < 1e10))
    with np.errstate(invalid="ignore"):
        short = np.abs(first - signif(first, NICE_DIGITS)) <= 9e-16 * size
    return bool((within & (short | (size == 0))).all())


def _count_strings(vector: Vector, place: Place, head: str) -> int:
    if place.level or place.in_frame or place.vec_len is not None:
        return round(place.length)
    room = current().width - 4 - len(head)
    widths = np.cumsum([len(text) + 1 for text in _strings(vector, place)])
    return max(1, int((widths < room).sum()))


def _numbers(vector: Vector, place: Place) -> list[str]:
    if not len(vector):
        return []
    return list(format_values(vector.data, trim=True, digits=place.digits, drop0trailing=True))


def _strings(vector: Vector, place: Place) -> list[str]:
    del place
    return ["NA" if text is None else _shortened(text) for text in vector.data]


def _shortened(text: str) -> str:
    if len(text) <= LONGEST_STRING:
        return quoted(text)
    return f"{quoted(text[:KEPT_OF_LONG])}| __truncated__"


def _plain(vector: Vector, place: Place) -> list[str]:
    del place
    return ["NA" if item is None else str(item).upper() for item in vector.data]


_COUNTS: dict[str, Callable[[Vector, Place, str], int]] = {
    "double": _count_numbers,
    "integer": lambda _vector, place, _head: round(2.5 * place.length),
    "logical": lambda _vector, place, _head: math.floor(1.5 * place.length),
    "character": _count_strings,
}
_WRITERS: dict[str, Callable[[Vector, Place], list[str]]] = {
    "double": _numbers,
    "integer": _plain,
    "logical": _plain,
    "character": _strings,
}


def dates_text(vector: Vector, place: Place) -> str:
    """Return the line of dates or times."""
    name = "Date" if vector.kind == "date" else "POSIXct"
    texts = _date_texts(vector)
    extent = "" if place.in_frame else f"[1:{len(vector)}]"
    nested = place.level or place.in_frame
    room = (current().width - 10) // (max(map(len, texts), default=1) + 1)
    count = NESTED_DATES if nested else round(place.vec_len or room)
    dots = " ..." if len(texts) > count else ""
    return f" {name}{extent}, format: {' '.join(texts[:count])}{dots}"


def _date_texts(vector: Vector) -> list[str]:
    if vector.kind == "date":
        texts = [None if day is None else str(day)[:10] for day in vector.data]
    else:
        texts = time_texts(vector.data, zone=False)
    return ["NA" if text is None else quoted(text) for text in texts]


def _parameters(function: Any) -> str:
    """Return the parameters of a function with R's names."""
    try:
        known = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):
        return "..."
    variadic = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
    names = ["..." if p.kind in variadic else p.name.replace("_", ".") for p in known]
    return ", ".join(dict.fromkeys(names))
