"""Data frames as matrices: as.matrix, data.matrix, t."""

from typing import Any

import numpy as np

from rnet.interpreter.attributes import (
    attribute,
    inherits,
    is_compact,
    is_data_frame,
    row_count,
    row_names_of,
)
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import as_kind, is_factor, is_true, strings
from rnet.interpreter.frames import (
    frame_names,
    with_columns,
)
from rnet.interpreter.values import (
    Array,
    Named,
    Value,
    Vector,
    character,
    integer,
)


def matrix_of_frame(x: Vector, *, row_names_always: bool = False) -> Vector:
    """Return a data frame as a matrix: of strings as soon as one column holds some."""
    from rnet.interpreter.coerce import coerced, common_kind
    from rnet.interpreter.values import objects

    columns = [_flat(column) for column in x.data]
    kinds = [column.kind for column in columns]
    kind = common_kind(list(kinds)) if kinds else "logical"
    if any(inherits(c, "Date") or inherits(c, "POSIXct") for c in x.data):
        kind = "character"
    rows = row_count(x)
    if kind == "character":
        parts = [_as_text(own, flat) for own, flat in zip(x.data, columns, strict=True)]
    else:
        parts = [coerced(column, kind) for column in columns]
    data = np.concatenate(parts) if parts else np.empty(0, dtype=np.int32)
    width = len(data) // rows if rows else len(columns)
    automatic = is_compact(attribute(x, "row.names"))
    labels = None if automatic and not row_names_always else character(row_names_of(x))
    lines = Vector("list", objects([labels, character(_column_labels(x))]))
    return Vector(kind, data, {"dim": integer([rows, width]), "dimnames": lines})


def _column_labels(x: Vector) -> list[str]:
    labels: list[str] = []
    for name, column in zip(frame_names(x), x.data, strict=True):
        dim = attribute(column, "dim")
        if dim is None or len(dim.data) != 2:
            labels.append(name)
            continue
        own = attribute(column, "dimnames")
        line = None if own is None else own.data[1]
        count = int(dim.data[1])
        inner = [str(i + 1) for i in range(count)] if line is None else list(line.data)
        labels += [f"{name}.{label}" for label in inner] if count > 1 else [name]
    return labels


def _flat(column: Any) -> Vector:
    if is_data_frame(column):
        return matrix_of_frame(column)
    if is_factor(column):
        return character(strings(column))
    return column  # type: ignore[no-any-return]


def _as_text(own: Any, flat: Vector) -> Array:
    """Return a column as strings; numbers beside strings are formatted to one width."""
    from rnet.interpreter.values import NA_INTEGER

    if flat.kind == "character":
        return flat.data
    if flat.kind == "logical":
        return as_kind(flat, "character").data
    from rnet.interpreter.frame import STATE
    from rnet.interpreter.functions.format import formatted
    from rnet.printing.numbers import format_real

    numbers = as_kind(flat, "double").data
    if attribute(own, "class") is not None:
        return formatted(own, None, STATE.session.globals).data
    texts = format_real(numbers)
    gone = flat.data == NA_INTEGER if flat.kind == "integer" else np.isnan(flat.data)
    return character([None if lost else text for text, lost in zip(texts, gone, strict=True)]).data


@builtin("as.matrix.data.frame", "x, rownames.force = NA, ...")
def as_matrix_frame(x: Vector, force: Value, dots: list[Named]) -> Any:
    """R's `as.matrix` for data frames."""
    return matrix_of_frame(x, row_names_always=is_true(force))


@builtin("data.matrix", "frame, rownames.force = NA")
def data_matrix(x: Value, force: Value) -> Any:
    """R's `data.matrix`: factors and strings as codes."""
    if not is_data_frame(x):
        return x
    from rnet.interpreter.functions.factors import as_factor

    columns = [
        Vector("integer", as_factor(c).data) if c.kind == "character" or is_factor(c)
        else Vector("integer", c.data) if c.kind == "logical" else c
        for c in x.data
    ]  # fmt: skip
    return matrix_of_frame(
        with_columns(x, columns, frame_names(x)), row_names_always=is_true(force)
    )


@builtin("t.data.frame", "x")
def transpose_frame(x: Vector) -> Any:
    """R's `t` for data frames."""
    from rnet.interpreter.functions.matrices import transpose

    return transpose(matrix_of_frame(x))
