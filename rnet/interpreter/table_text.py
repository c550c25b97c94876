"""The text of data frames and contingency tables."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from rnet.interpreter.attributes import (
    attribute,
    classes_of,
    dim_of,
    dimnames_of,
    names_of,
    row_count,
    row_names_of,
)
from rnet.interpreter.environment import Environment
from rnet.interpreter.frames import row_part
from rnet.interpreter.print_value import PrintStyle
from rnet.interpreter.shown import shown_vector, texts_of
from rnet.interpreter.value_text import MATRIX, array_text, dim_titles, factor_strings
from rnet.interpreter.values import Value, Vector, boxed, character
from rnet.printing.elements import Texts, element_texts
from rnet.printing.frame import with_omitted_rows
from rnet.printing.matrix import format_columns, labelled_columns
from rnet.printing.strings import escape, quoted
from rnet.printing.tables import format_table
from rnet.printing.vectors import format_vector, print_limit


def table_text(value: Vector, style: PrintStyle) -> str:
    """Return a contingency table: all its cells in one layout."""
    dim = dim_of(value) or (len(value.data),)
    names = dimnames_of(value)
    labels: list[Any] = names or [None] * len(dim)
    if value.kind == "character":
        from dataclasses import replace

        return array_text(value, replace(style, quote=False, na_print=style.na_print or ""))
    if any(along is None for along in labels):
        return array_text(value, style)
    cells = value.data.reshape(dim, order="F")
    if value.kind == "integer" and (value.data == -(2**31)).any():
        cells = np.where(cells == -(2**31), np.nan, cells.astype(np.float64))
    if value.kind == "logical":
        cells = cells.astype(bool)
    return format_table(
        cells,
        labels,
        dim_titles(value),
        digits=style.digits,
        zero_print=style.zero_print,
        na_print=style.na_print if style.na_print is not None else "",
        limit=style.limit,
    )


def simple_list_text(value: Vector) -> str:
    """Return a list as one column of short texts."""
    from rnet.interpreter.shown import cell_summary

    cells = [cell_summary(item) for item in value.data]
    names = names_of(value) or [""] * len(cells)
    columns = labelled_columns([Texts(cells, True)], ["_"], right=False)
    return format_columns([name or "" for name in names], columns)


def frame_text(
    frame: Vector,
    style: PrintStyle,
    row_names: bool | Sequence[str],
    environment: Environment,
) -> str:
    """Return a data frame: each column in a layout of its own."""
    names = [name or "" for name in names_of(frame) or []]
    rows = row_count(frame)
    if not len(frame.data):
        return f"data frame with 0 columns and {rows} {'row' if rows == 1 else 'rows'}"
    if not rows:
        header = format_vector(shown_vector(character(names)), quote=False)
        return f"{header}\n<0 rows> (or 0-length row.names)"
    kept = min(rows, print_limit(style.limit) // len(frame.data))
    written: list[Texts] = []
    labels: list[str] = []
    for name, column in zip(names, frame.data, strict=True):
        part = boxed(column) if kept == rows else row_part(boxed(column), np.arange(kept))
        for label, texts in column_texts(name, part, style, environment):
            labels.append(label)
            written.append(Texts(texts.cells, True))
    columns = labelled_columns(written, labels, right=style.right)
    text = format_columns(
        _row_labels(frame, row_names)[:kept], columns, label_width=0 if kept else 4
    )
    return with_omitted_rows(text, rows - kept, is_double=style.limit is not None)


def _row_labels(frame: Vector, row_names: bool | Sequence[str]) -> list[str]:
    if isinstance(row_names, bool):
        count = row_count(frame)
        return [escape(name) for name in row_names_of(frame)] if row_names else [""] * count
    return [escape(name) for name in row_names]


def column_texts(
    name: str, column: Value, style: PrintStyle, environment: Environment
) -> list[tuple[str, Texts]]:
    """Return the written columns that a column of a data frame prints as, with their labels."""
    kinds = classes_of(column)
    if "factor" in kinds:
        return [(name, _strings(factor_strings(column), style))]
    if "data.frame" in kinds:
        inner = zip(names_of(column) or [], column.data, strict=True)
        return [
            pair
            for own, part in inner
            for pair in column_texts(f"{name}.{own}", boxed(part), style, environment)
        ]
    if kinds and kinds != ["AsIs"]:
        from rnet.interpreter.functions.format import formatted

        cells = formatted(column, style.digits, environment)
        return [(name, _strings(cells.data.tolist(), style))]
    dim = attribute(column, "dim")
    if dim is not None and len(dim.data) == MATRIX:
        return _matrix_texts(name, column, style)
    if column.kind == "list":
        from rnet.interpreter.functions.format import list_items

        return [(name, _written(list_items(column, style.digits, environment), style))]
    if column.kind == "character":
        return [(name, _strings(column.data.tolist(), style))]
    return [(name, _written(texts_of(column, style.digits).cells, style))]


def _strings(cells: list[str | None], style: PrintStyle) -> Texts:
    from rnet.printing.elements import Vector as Shown

    return element_texts(Shown("character", cells), quote=style.quote, na_text=style.na_print)


def _written(cells: list[str], style: PrintStyle) -> Texts:
    return Texts([quoted(cell) for cell in cells] if style.quote else cells, True)


def _matrix_texts(name: str, column: Vector, style: PrintStyle) -> list[tuple[str, Texts]]:
    dim = dim_of(column)
    assert dim is not None
    rows, count = dim
    cells = texts_of(column, style.digits).cells
    names = dimnames_of(column)
    labels = [str(j + 1) for j in range(count)] if names is None or names[1] is None else names[1]
    return [
        (f"{name}.{labels[j]}", _written(cells[j * rows : (j + 1) * rows], style))
        for j in range(count)
    ]
