"""R's `format`: values as text in a layout they share."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from rnet.conditions import RError
from rnet.language.deparse import deparse_line
from rnet.language.tree import Node
from rnet.match_arg import match_arg
from rnet.pandas_loaded import is_categorical, is_frame
from rnet.printing.characters import flat_vector, is_scalar, shaped_like
from rnet.printing.elements import Vector, level_names, time_texts
from rnet.printing.marks import Marks, checked_marks
from rnet.printing.numbers import format_real, integer_texts
from rnet.printing.strings import Side, escaped_width, pad
from rnet.values import is_matrix

if TYPE_CHECKING:
    import pandas as pd

FIXED, SCIENTIFIC = 310, -100  # R's limit for fixed shows 1e-300, not 1e-320
MOST_DIGITS, MOST_DECIMALS = 22, 20
JUSTIFY: Mapping[str, Side | None] = {
    "left": "left", "right": "right", "centre": "centre", "none": None,
}  # fmt: skip


def format(  # noqa: A001 - R's name
    x: Any,
    trim: bool | str = False,
    digits: int | None = None,
    nsmall: int = 0,
    justify: Literal["left", "right", "centre", "none"] = "left",
    width: int = 0,
    na_encode: bool = True,
    scientific: bool | int | None = None,
    big_mark: str = "",
    *,
    big_interval: int = 3,
    decimal_mark: str = ".",
    drop0trailing: bool = False,
    format: str | None = None,  # noqa: A002 - R's argument name
) -> Any:
    """Format values for printing: numbers share their decimals, all texts their width.

    Parameters
    ----------
    x : number, string, date, array_like, Series, Categorical, list, dict or DataFrame
        What to format. A list with elements of several lengths is formatted element by
        element, a data frame column by column, a matrix as one group.
    trim : bool
        Whether numbers are left without blanks in front. For dates: the `format`.
    digits : int, optional
        Significant digits the numbers must at least show, 1 to 22; default `options(digits)`.
    nsmall : int
        Least number of decimals in fixed notation, 0 to 20.
    justify : {"left", "right", "centre", "none"}
        Where strings stand.
    width : int
        Least width.
    na_encode : bool
        Whether a missing string becomes the text NA.
    scientific : bool or int, optional
        Whether to write exponents; a number is a penalty, as `options(scipen)`.
    big_mark : str
        Between thousands.
    big_interval : int
        Digits between two big marks.
    decimal_mark : str
        What stands for the decimal point.
    drop0trailing : bool
        Whether zeros at the end of fractions go.
    format : str, optional
        For dates: `%d/%m/%y` and the like.

    Returns
    -------
    str or object array, Series or DataFrame of str
        In the shape of `x`.

    Raises
    ------
    RError
        For digits, nsmall or justify out of bounds.

    Notes
    -----
    R pages: `?format`, `?format.Date`.

    Examples
    --------
    >>> import rnet
    >>> rnet.format([1.5, 10, 100]).tolist(), rnet.format(2, nsmall=2)
    (['  1.5', ' 10.0', '100.0'], '2')
    >>> rnet.format(2.0, nsmall=2), rnet.format(1234567.891, big_mark=",")
    ('2.00', '1,234,568')
    """
    layout = checked_layout(
        trim is True,
        digits,
        nsmall,
        justify,
        width,
        na_encode,
        scientific,
        checked_marks(big_mark, big_interval, decimal_mark, drop0trailing),
        trim if isinstance(trim, str) else format,
    )
    return format_values(x, layout)


@dataclass(frozen=True, slots=True)
class TextLayout:
    """The checked arguments of `format`; `penalty` is R's scipen, None the option's."""

    trim: bool
    digits: int | None
    nsmall: int
    side: Side | None
    width: int
    na_encode: bool
    penalty: int | None
    marks: Marks
    date_format: str | None


def checked_layout(
    trim: bool,
    digits: int | None,
    nsmall: int,
    justify: str,
    width: int,
    na_encode: bool,
    scientific: bool | int | None,
    marks: Marks,
    date_format: str | None = None,
) -> TextLayout:
    """Return the arguments of `format` checked; parameters as there."""
    return TextLayout(
        trim,
        _within(digits, "digits", 1, MOST_DIGITS),
        _decimals(nsmall),
        JUSTIFY[match_arg(justify, tuple(JUSTIFY))],
        max(width, 0),
        na_encode,
        _penalty(scientific),
        marks,
        date_format,
    )


def vector_texts(vector: Vector, layout: TextLayout) -> Sequence[str | None]:
    """Return the texts of the elements of a vector in R's terms."""
    return _WRITERS[vector.kind](vector, layout)


def format_values(x: Any, layout: TextLayout) -> Any:
    """Format a value of any kind R's `format` has a method for."""
    if x is None:
        return "NULL"
    if isinstance(x, Node):
        return deparse_line(x)
    if isinstance(x, Mapping):
        import pandas as pd  # noqa: PLC0415 - most of what is formatted has no names

        texts = [_item(value, layout) for value in x.values()]
        return pd.Series(texts, index=pd.Index(list(x), dtype=object), dtype=object)
    if isinstance(x, list | tuple) and not _is_atomic(x):
        return np.array([_item(value, layout) for value in x], dtype=object)
    if is_frame(x) and not is_matrix(x):
        return _frame_texts(x, layout)
    return shaped_like(_atomic_texts(x, layout), x)


def _frame_texts(x: "pd.DataFrame", layout: TextLayout) -> "pd.DataFrame":
    """Format the columns; R leaves strings as they are unless told where to put them."""
    inner = replace(layout, side=None if layout.side == "left" else layout.side)
    frame = x.copy()
    for j in range(x.shape[1]):
        frame.isetitem(j, format_values(x.iloc[:, j], inner))
    return frame


def _atomic_texts(x: Any, layout: TextLayout) -> Sequence[str | None]:
    """Return the texts of a vector, matrix or factor."""
    if is_categorical(x):
        import pandas as pd  # noqa: PLC0415 - loaded: the values are pandas'

        return _strings(level_names(pd.Categorical(x)), layout)
    vector = flat_vector(x)
    return _WRITERS[vector.kind](vector, layout)


def _doubles(vector: Vector, layout: TextLayout) -> list[str]:
    texts = format_real(vector.data, layout.digits, layout.nsmall, scipen=layout.penalty)
    return _aligned(texts, layout)


def _integers(vector: Vector, layout: TextLayout) -> list[str]:
    return _aligned(integer_texts(vector.data), layout)


def _logicals(vector: Vector, layout: TextLayout) -> list[str]:
    texts = ["NA" if value is None else str(bool(value)).upper() for value in vector.data]
    widest = max(map(len, texts), default=0)
    return _aligned([text.rjust(widest) for text in texts], replace(layout, marks=Marks()))


def _aligned(texts: list[str], layout: TextLayout) -> list[str]:
    """Bring numbers and logicals to at least the width, or trim them; put the marks in."""
    padded = [(text.strip() if layout.trim else text).rjust(layout.width) for text in texts]
    if layout.marks.change_nothing:
        return padded
    marked = [layout.marks.apply(text, keep_width=False) for text in padded]
    if layout.trim or (layout.marks.drop0trailing and not layout.marks.big_mark):
        return marked
    widest = max(map(len, marked), default=0)
    return [text.rjust(widest) for text in marked]


def _strings(texts: Sequence[str | None], layout: TextLayout) -> list[str | None]:
    shown = ["NA" if text is None and layout.na_encode else text for text in texts]
    if layout.side is None:
        return shown
    widest = max((escaped_width(text) for text in shown if text is not None), default=0)
    least = max(widest, layout.width)
    return [
        None if text is None else pad(text, least, layout.side, escaped_width) for text in shown
    ]


def _dates(vector: Vector, layout: TextLayout) -> Sequence[str | None]:
    pattern = layout.date_format
    if pattern is None and vector.kind == "time":
        return time_texts(vector.data, zone=False)
    shown = "%Y-%m-%d" if pattern is None else pattern
    return [None if moment is None else moment.strftime(shown) for moment in vector.data]


def _item(value: Any, layout: TextLayout) -> str:
    """Return one element of a list as one text, its own elements joined by commas."""
    if value is None or (isinstance(value, list | tuple) and not value):
        return "NULL"
    if is_categorical(value):
        import pandas as pd  # noqa: PLC0415 - loaded: the values are pandas'

        value = [int(code) + 1 for code in pd.Categorical(value).codes]
    texts = format_values(value, replace(layout, trim=True))
    if isinstance(texts, str):
        return texts
    return ", ".join("NA" if text is None else text for text in np.ravel(np.asarray(texts)))


_WRITERS: Mapping[str, Callable[[Vector, TextLayout], Sequence[str | None]]] = {
    "double": _doubles,
    "integer": _integers,
    "logical": _logicals,
    "character": lambda vector, layout: _strings(vector.data, layout),
    "date": _dates,
    "time": _dates,
    "list": lambda vector, layout: [_item(value, layout) for value in vector.data],
}


def _is_atomic(values: Sequence[Any]) -> bool:
    """Whether a list stands for a vector: single values, all strings or none of them."""
    strings = {isinstance(value, str) for value in values if value is not None}
    return len(strings) <= 1 and all(value is None or is_scalar(value) for value in values)


def _within(value: int | None, name: str, low: int, high: int) -> int | None:
    if value is not None and not low <= value <= high:
        raise RError(f"invalid value {value} for '{name}' argument", f"Between {low} and {high}.")
    return value


def _decimals(nsmall: int) -> int:
    if not 0 <= nsmall <= MOST_DECIMALS:
        raise RError("invalid 'nsmall' argument", f"Between 0 and {MOST_DECIMALS}.")
    return nsmall


def _penalty(scientific: bool | int | None) -> int | None:
    if scientific is None:
        return None
    if isinstance(scientific, bool | np.bool_):
        return SCIENTIFIC if scientific else FIXED
    if not isinstance(scientific, int | float | np.number):
        raise RError("invalid 'scientific' argument")
    return int(scientific)
