"""R's `cat`: values written one after the other."""

import datetime
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.language.tree import Symbol
from rnet.pandas_loaded import is_categorical, is_frame
from rnet.printing.characters import flat_vector
from rnet.printing.elements import Vector
from rnet.printing.numbers import as_character, number_texts
from rnet.printing.strings import byte_width, escaped_width
from rnet.settings import current

EPOCH = datetime.date(1970, 1, 1).toordinal()


def cat(
    *args: Any,
    sep: str | Sequence[str] = " ",
    fill: bool | int = False,
    labels: Sequence[str] | None = None,
    file: str | Path | None = None,
    append: bool = False,
) -> None:
    r"""Write values one after the other.

    Parameters
    ----------
    *args : scalar, array_like, Series or Categorical
        Strings stand as they are, numbers with `options(digits)`, factors as codes.
    sep : str or sequence of str
        What stands between two elements.
    fill : bool or int
        The width at which to break lines; True: `options(width)`.
    labels : sequence of str, optional
        With `fill`: what to write in front of each line.
    file : path, optional
        Where to write; default the console.
    append : bool
        Whether to keep what the file holds.

    Raises
    ------
    RError
        For lists, data frames and functions.

    Notes
    -----
    R page: `?cat`. As in R, text ends in a newline if one is among `sep`.

    Examples
    --------
    >>> cat("p =", 0.05, True, sep=" ; ")
    p = ; 0.05 ; TRUE
    """
    text = cat_text(args, sep=sep, fill=fill, labels=labels)
    if file is None:
        sys.stdout.write(text)
        return
    with Path(file).open("a" if append else "w", encoding="utf-8") as stream:
        stream.write(text)


def cat_text(
    args: Sequence[Any],
    *,
    sep: str | Sequence[str] = " ",
    fill: bool | int = False,
    labels: Sequence[str] | None = None,
) -> str:
    r"""Return what `cat` writes; parameters as `cat`.

    Examples
    --------
    >>> cat_text(["a", 1 / 3, [1, 2]], sep=", ")
    'a, 0.3333333, 1, 2'
    """
    separators = [sep] if isinstance(sep, str) else list(sep)
    items = [item for number, value in enumerate(args, 1) for item in _items(value, number)]
    return joined_items(items, separators, fill, labels)


def joined_items(
    items: list[str],
    separators: list[str],
    fill: bool | int = False,
    labels: Sequence[str] | None = None,
) -> str:
    """Return the texts of elements one after the other; `fill` and `labels` as in `cat`."""
    if fill is not False:
        width = current().width if fill is True else int(fill)
        return "".join(_filled(items, separators, width, [] if labels is None else list(labels)))
    pieces = [
        item + (separators[index % len(separators)] if index < len(items) - 1 else "")
        for index, item in enumerate(items)
    ]
    return "".join(pieces) + ("\n" if any("\n" in separator for separator in separators) else "")


def _filled(
    items: list[str], separators: list[str], width: int, labels: Sequence[str]
) -> Iterator[str]:
    """Yield the parts of text broken into lines.

    R counts bytes of items and shown characters of separators, and on past a newline in these.
    """
    column = line = 0
    for index, item in enumerate(items):
        separator = separators[index % len(separators)]
        if column and column + byte_width(item) + escaped_width(separator) > width:
            yield "\n"
            column, line = 0, line + 1
        if not column and labels:
            label = labels[line % len(labels)] + " "
            yield label
            column += byte_width(label)
        yield item
        column += byte_width(item) + escaped_width(separator)
        if index < len(items) - 1:
            yield separator
    yield "\n"


def _items(value: Any, number: int) -> list[str]:
    """Return the elements of one argument as text."""
    if value is None:
        return []
    if isinstance(value, str | Symbol):
        return [value if isinstance(value, str) else value.name]
    if callable(value):
        raise RError(f"argument {number} (type 'closure') cannot be handled by 'cat'")
    if is_categorical(value):
        import pandas as pd  # noqa: PLC0415 - loaded: the values are pandas'

        codes = pd.Categorical(value).codes
        return ["NA" if code < 0 else str(code + 1) for code in codes]
    vector = None if isinstance(value, Mapping) or is_frame(value) else flat_vector(value)
    if vector is None or vector.kind == "list":
        raise RError(f"argument {number} (type 'list') cannot be handled by 'cat'")
    return _element_texts(vector) or [""]


def _element_texts(vector: Vector) -> list[str]:
    if vector.kind == "double":
        return number_texts(np.asarray(vector.data), current().digits)
    if vector.kind == "date":
        return [str(day.toordinal() - EPOCH) if day else "NA" for day in vector.data]
    return [as_character(element) for element in vector.data]
