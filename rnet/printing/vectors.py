"""Vectors without names, wrapped behind `[i]` labels, and vectors with names above them."""

from collections.abc import Sequence
from typing import Any

from rnet.printing.elements import Texts, Vector, as_vector, element_texts
from rnet.printing.strings import Side, display_width, name_text, pad
from rnet.settings import current

DATE_KINDS = ("date", "time")
REACHED_MAX = "[ reached 'max' / getOption(\"max.print\")"
_EMPTY = {
    "double": "numeric(0)",
    "integer": "integer(0)",
    "logical": "logical(0)",
    "character": "character(0)",
    "date": "Date of length 0",
    "time": '"POSIXct" of length 0',
    "list": "list()",
}


def format_vector(
    values: Any,
    *,
    digits: int | None = None,
    quote: bool = True,
    right: bool = False,
    na_text: str | None = None,
    limit: int | None = None,
) -> str:
    """Return a vector without names as R prints it.

    Parameters
    ----------
    values : ndarray, pandas array, Vector or scalar
        The elements, one layout for all of them.
    digits : int, optional
        Significant digits; default `options(digits)`.
    quote : bool
        Whether strings stand in quotes.
    right : bool
        Whether strings stand to the right of their column.
    na_text : str, optional
        What stands for a missing value.
    limit : int, optional
        Most elements to print; default `options(max_print)`.

    Examples
    --------
    >>> format_vector([1.5, 2.0])
    '[1] 1.5 2.0'
    """
    vector = values if isinstance(values, Vector) else as_vector(values)
    if not len(vector):
        return _EMPTY[vector.kind]
    if vector.kind in DATE_KINDS:
        return _format_dates(vector, quote=quote, right=right, na_text=na_text, limit=limit)
    kept = kept_elements(len(vector), limit)
    shown = Vector(vector.kind, vector.data[:kept])
    texts = element_texts(shown, digits=digits, quote=quote, na_text=na_text)
    return with_omitted(indexed_lines(texts, right=right), len(vector) - kept, "entries")


def _format_dates(
    vector: Vector, *, quote: bool, right: bool, na_text: str | None, limit: int | None
) -> str:
    """Print dates or times: R cuts them off by another rule than other vectors."""
    kept = kept_dates(len(vector), limit)
    shown = Vector(vector.kind, vector.data[:kept])
    texts = element_texts(shown, quote=quote, na_text=na_text)
    return with_omitted_dates(indexed_lines(texts, right=right), len(vector) - kept)


def indexed_lines(texts: Texts, *, right: bool = False) -> str:
    """Wrap written elements to the console's width, each line labelled by its first index."""
    cells, width = texts.cells, texts.width
    side: Side = "right" if right else "left"
    padded = [pad(cell, width, side) for cell in cells] if texts.left else cells
    label_width = len(str(len(cells))) + 2
    per_line = max(1, (current().width - label_width) // (width + 1))
    lines = (
        f"[{start + 1}]".rjust(label_width) + " " + " ".join(padded[start : start + per_line])
        for start in range(0, len(cells), per_line)
    )
    return "\n".join(lines)


def format_named_vector(
    cells: Sequence[str],
    names: Sequence[str | None],
    *,
    omitted: int = 0,
    gap: int = 1,
    na_text: str | None = None,
) -> str:
    """Return elements with their names above them, as R prints a named vector.

    Parameters
    ----------
    cells : sequence of str
        The written elements.
    names : sequence of str or None
        Their names; None prints `<NA>`.
    omitted : int
        Elements left out because of `options(max_print)`.
    gap : int
        Blanks after every element.
    na_text : str, optional
        What stands for a missing name.

    Examples
    --------
    >>> print(format_named_vector(["1", "2"], ["a", "bb"]).replace(" ", "."))
    .a.bb.
    .1..2.
    """
    labels = [name_text(name, na_text) for name in names]
    width = max(map(display_width, [*cells, *labels]), default=0)
    per_line = max(1, current().width // (width + gap))
    lines = []
    for start in range(0, len(cells), per_line):
        for row in (labels, cells):
            part = row[start : start + per_line]
            lines.append("".join(pad(text, width, "right") + " " * gap for text in part))
    return with_omitted("\n".join(lines), omitted, "entries")


def print_limit(limit: int | None) -> int:
    """Return how many elements may be printed."""
    return current().max_print if limit is None else limit


def kept_elements(count: int, limit: int | None) -> int:
    """Return how many of `count` elements R prints: it lets one more than the limit pass."""
    most = print_limit(limit)
    return count if count <= most + 1 else most


def kept_dates(count: int, limit: int | None) -> int:
    """Return how many of `count` dates or times R prints: not one more than the limit."""
    return min(count, print_limit(limit))


def with_omitted_dates(text: str, omitted: int) -> str:
    """Add R's note on dates or times that were not printed."""
    if omitted <= 0:
        return text
    return f"{text}\n {REACHED_MAX} -- omitted {omitted} entries ]"


def with_omitted(text: str, omitted: int, what: str) -> str:
    """Add R's note on elements or rows that were not printed."""
    if omitted <= 0:
        return text
    named = "'max' / " if current().follows("4.5") else ""
    note = f' [ reached {named}getOption("max.print") -- omitted {omitted} {what} ]'
    return f"{text}\n{note}" if text else note
