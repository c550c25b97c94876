"""A text table read into a data frame."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from rnet.conditions import RError
from rnet.files.convert import as_class, converted
from rnet.files.fields import Marks, records
from rnet.language.make_names import make_names

LINES_THAT_COUNT = 5


@dataclass(frozen=True, slots=True)
class TableLayout:
    """How a table is written.

    Attributes
    ----------
    marks : Marks
    header : bool or None
        None lets the first line decide: a header has one field less.
    dec : str
    na_strings : tuple of str
    fill, keep_blank, check_names, as_factor : bool
    skip, nrows : int
        Lines to leave out; rows to read, all if negative.
    """

    marks: Marks
    header: bool | None
    dec: str
    na_strings: tuple[str, ...]
    fill: bool
    keep_blank: bool
    check_names: bool
    as_factor: bool
    skip: int
    nrows: int


def read_text_table(
    text: str, layout: TableLayout, col_names: Any, row_names: Any, col_classes: Any
) -> pd.DataFrame:
    """Return the data frame of a text."""
    lines = text.split("\n")
    body = "\n".join(lines[layout.skip :])
    rows = records(body.removesuffix("\n"), layout.marks, keep_blank=layout.keep_blank)
    if not rows or (len(rows) == 1 and rows[0] in ([], [""])):
        raise RError("no lines available in input", "The file holds nothing to read.")
    head = max(len(row) for row in rows[:LINES_THAT_COUNT])
    first_has_fewer = len(rows[0]) == head - 1
    header = layout.header if layout.header is not None else first_has_fewer
    names = rows.pop(0) if header else None
    if layout.nrows >= 0:
        rows = rows[: layout.nrows]
    width = head if rows or names is None else len(names)
    numbered = names is not None and len(names) == width - 1
    cells = _even(rows, width, fill=layout.fill)
    labels = _labels(names, width, numbered, layout, col_names)
    return _frame(cells, labels, numbered, layout, row_names, col_classes)


def _even(rows: list[list[str]], width: int, *, fill: bool) -> list[list[Any]]:
    """Bring all rows to one length: fill up short ones, or refuse them."""
    cells = []
    for number, row in enumerate(rows, start=1):
        if len(row) != width and not fill:
            raise RError(
                f"line {number} did not have {width} elements",
                f"It has {len(row)}. fill=True fills up short lines; look for stray quotes.",
            )
        for start in range(0, max(len(row), 1), width):
            part: list[Any] = list(row[start : start + width])
            cells.append(part + [""] * (width - len(part)))
    return cells


def _labels(
    names: list[str] | None, width: int, numbered: bool, layout: TableLayout, col_names: Any
) -> list[str]:
    if col_names is not None:
        labels = [str(name) for name in col_names]
    elif names is None:
        labels = [f"V{place + 1}" for place in range(width)]
    else:
        labels = (["row.names"] if numbered else []) + names
    if len(labels) < width:
        raise RError("more columns than column names", f"Columns: {width}; names: {len(labels)}.")
    if len(labels) > width:
        raise RError("more column names than columns", f"Columns: {width}; names: {len(labels)}.")
    return make_names(labels) if layout.check_names else labels


def _frame(
    cells: list[list[Any]],
    labels: list[str],
    numbered: bool,
    layout: TableLayout,
    row_names: Any,
    col_classes: Any,
) -> pd.DataFrame:
    wanted = _classes(col_classes, labels)
    columns, kept = [], []
    for place, label in enumerate(labels):
        if wanted[place] == "NULL":
            continue
        texts = [row[place] for row in cells]
        columns.append(_column(texts, wanted[place], layout))
        kept.append(label)
    taken = _row_name_column(row_names, kept, numbered)
    index: Any = None
    if taken is not None:
        source = labels.index(kept[taken])
        index = _unique([row[source].strip() for row in cells])
        del columns[taken], kept[taken]
    elif isinstance(row_names, Sequence) and not isinstance(row_names, str):
        index = _unique([str(name) for name in row_names])
    frame = pd.DataFrame(dict(enumerate(columns)), index=index)
    frame.columns = pd.Index(kept, dtype=object)
    return frame


def _column(texts: list[str | None], wanted: str | None, layout: TableLayout) -> Any:
    if wanted is not None:
        return as_class(texts, wanted, layout.na_strings, layout.dec)
    return converted(texts, layout.na_strings, layout.dec, as_factor=layout.as_factor)


def _classes(given: Any, labels: Sequence[str]) -> list[str | None]:
    """Return the class asked for, column by column; None where R's rule decides."""
    if given is None:
        return [None] * len(labels)
    if isinstance(given, Mapping):
        return [given.get(label) for label in labels]
    many = [given] if isinstance(given, str) else list(given)
    return [many[place % len(many)] for place in range(len(labels))]


def _row_name_column(row_names: Any, labels: Sequence[str], numbered: bool) -> int | None:
    """Return which column holds the names of the rows."""
    if isinstance(row_names, str):
        if row_names not in labels:
            raise RError("invalid 'row.names' specification", f"Columns: {', '.join(labels)}.")
        return list(labels).index(row_names)
    if isinstance(row_names, int | np.integer) and not isinstance(row_names, bool):
        if not 1 <= row_names <= len(labels):
            raise RError("invalid 'row.names' specification", f"A column from 1 to {len(labels)}.")
        return int(row_names) - 1
    return 0 if numbered and row_names is None else None


def _unique(names: list[str]) -> "pd.Index[Any]":
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise RError("duplicate 'row.names' are not allowed", f"{name!r} occurs twice.")
        seen.add(name)
    return pd.Index(names, dtype=object)
