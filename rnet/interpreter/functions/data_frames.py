"""Making data frames: data.frame, as.data.frame, expand.grid."""

import math
import re
from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.interpreter.argument_names import dots_nodes
from rnet.interpreter.attributes import (
    attribute,
    classes_of,
    dimnames_of,
    is_compact,
    is_data_frame,
    names_of,
    row_count,
    row_names_of,
    with_attribute,
    with_attributes,
)
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import as_kind, is_factor, is_true, strings
from rnet.interpreter.frame import Context
from rnet.interpreter.frames import (
    column_length,
    frame_names,
    made_unique,
    make_frame,
    row_part,
    with_columns,
)
from rnet.interpreter.functions.dimnames import set_row_names
from rnet.interpreter.functions.factors import factor, make_factor
from rnet.interpreter.values import (
    MISSING,
    Closure,
    Named,
    Value,
    Vector,
    boxed,
    character,
    integer,
    objects,
)
from rnet.language.deparse import deparse_line
from rnet.language.make_names import make_names
from rnet.language.tree import Node
from rnet.memory import make_room

_RESERVED = frozenset(
    "if else repeat while function for next break TRUE FALSE NULL Inf NaN NA in".split()  # noqa: SIM905 - R's words
)
_FORMALS = frozenset(
    ["row.names", "check.rows", "check.names", "fix.empty.names", "stringsAsFactors"]
)
Part = tuple[list[str], list[Any], Vector | None]
"""Columns an argument makes: names, columns, and row names if it has some of its own."""


def syntactic_name(text: str | None) -> str:
    """Return a string made a name: `make.names` of one."""
    if text is None:
        return "NA."
    made = re.sub(r"[^\w.]", ".", text)
    if not made or not re.match(r"([^\W\d_]|\.(?!\d))", made):
        made = "X" + made
    return f"{made}." if made in _RESERVED else made


@builtin(
    "data.frame",
    "..., row.names = .missing, check.rows = FALSE, check.names = TRUE, fix.empty.names = TRUE,"
    " stringsAsFactors = FALSE",
    context=True,
)
def data_frame(
    context: Context, dots: list[Named], row_names: Value, check_rows: Value,
    check_names: Value, fix_empty: Value, as_factors: Value,
) -> Any:  # fmt: skip
    """R's `data.frame`."""
    nodes = dots_nodes(context, dots, _FORMALS)
    parts = [
        _part(value, name, _written(node), factors=is_true(as_factors))
        for (name, value), node in zip(dots, nodes, strict=True)
        if value is not None
    ]
    return joined_parts(parts, row_names, check=is_true(check_names))


def _written(node: Node | None) -> str:
    return "" if node is None else deparse_line(node)


def joined_parts(parts: list[Part], row_names: Value, *, check: bool = True) -> Vector:
    """Return the data frame of all parts, each at the length of the longest."""
    sizes = [column_length(part[1][0]) if part[1] else _rows(part) for part in parts]
    count = max(sizes, default=0)
    columns: list[Any] = []
    names: list[str] = []
    for (own, items, _), size in zip(parts, sizes, strict=True):
        if size != count and (size == 0 or count % size):
            different = ", ".join(str(s) for s in dict.fromkeys(sizes))
            raise RError(f"arguments imply differing number of rows: {different}")
        columns += [_stretched(item, size, count) for item in items]
        names += own
    if check:
        names = [str(name) for name in made_unique([syntactic_name(name) for name in names])]
    frame = make_frame(columns, names, count)
    given = _given_row_names(frame, None if row_names is MISSING else row_names)
    if given is not None:
        return given
    for (_, _, labels), size in zip(parts, sizes, strict=True):
        if row_names is None:
            break
        if labels is not None and size == count and len(set(labels.data.tolist())) == count:
            return with_attribute(frame, "row.names", labels)  # type: ignore[no-any-return]
    return frame


def _rows(part: Part) -> int:
    return 0 if part[2] is None else len(part[2].data)


def _given_row_names(frame: Vector, row_names: Value) -> Vector | None:
    if row_names is None:
        return None
    vector = boxed(row_names)
    if len(vector.data) == 1 and row_count(frame) != 1 and vector.kind != "logical":
        names = frame_names(frame)
        position = (
            names.index(vector.data[0]) if vector.kind == "character" else int(vector.data[0]) - 1
        )
        keep = [i for i in range(len(names)) if i != position]
        labels = character(strings(frame.data[position]))
        frame = with_columns(frame, [frame.data[i] for i in keep], [names[i] for i in keep])
        return set_row_names(frame, labels)  # type: ignore[no-any-return]
    if not len(frame.data) and not row_count(frame):
        frame = make_frame([], [], len(vector.data))
    return set_row_names(frame, vector)  # type: ignore[no-any-return]


def _stretched(column: Any, size: int, count: int) -> Any:
    if size == count:
        return _without_names(column)
    return row_part(_without_names(column), np.resize(np.arange(size), count))


def _without_names(column: Any) -> Any:
    dim = attribute(column, "dim")
    if dim is not None and len(dim.data) == 1:
        column = with_attribute(with_attribute(column, "dim", None), "dimnames", None)
    if is_data_frame(column) or attribute(column, "names") is None or column.kind == "list":
        return column
    return with_attribute(column, "names", None)


def _part(value: Value, name: str | None, written: str, *, factors: bool) -> Part:
    """Return the columns one argument of `data.frame` makes."""
    vector = boxed(value)
    if isinstance(vector, Closure) or not isinstance(vector, Vector):
        from rnet.interpreter.attributes import class_names

        kinds = class_names(vector)
        shown = f'‘"{kinds[0]}"’'
        raise RError(f"cannot coerce class {shown} to a data.frame")
    if "AsIs" in classes_of(vector):
        return [name or written], [vector], None
    if is_data_frame(vector):
        return _frame_part(vector, name)
    if "table" in classes_of(vector):
        return _frame_part(frame_of_table(vector, "Freq"), name)
    dim = attribute(vector, "dim")
    if dim is not None and len(dim.data) == 2:
        return _matrix_part(vector, name, factors=factors)
    if vector.kind == "list":
        return _list_part(vector, name, factors=factors)
    if factors and vector.kind == "character":
        vector = _as_level(vector)
    own = names_of(value)
    labels = None if own is None or None in own or len(set(own)) < len(own) else character(own)
    return [name or written], [vector], labels


def _as_level(vector: Vector) -> Vector:
    made: Vector = factor(vector, MISSING, MISSING, character([None]), MISSING, MISSING)
    return made


def _frame_part(frame: Vector, name: str | None) -> Part:
    own = frame_names(frame)
    if name:
        own = [f"{name}.{inner}" for inner in own] if len(own) > 1 else [name]
    row_names = attribute(frame, "row.names")
    labels = character(row_names_of(frame)) if row_names.kind == "character" else None
    if labels is None and not is_compact(row_names):
        labels = row_names
    return own, list(frame.data), labels


def _matrix_part(matrix: Vector, name: str | None, *, factors: bool) -> Part:
    frame = frame_of_matrix(matrix, factors=factors)
    own = frame_names(frame)
    lines = dimnames_of(matrix)
    if lines is None or lines[1] is None:
        own = [f"{name}.{i + 1}" if name else f"X{i + 1}" for i in range(len(own))]
        if name and len(own) == 1:
            own = [name]
    elif name:
        own = [f"{name}.{inner}" for inner in own] if len(own) > 1 else [name]
    labels = None if lines is None or lines[0] is None else character(lines[0])
    return own, list(frame.data), labels


def _list_part(value: Vector, name: str | None, *, factors: bool) -> Part:
    labels = names_of(value) or [None] * len(value.data)
    parts = [
        _part(item, label or None, f"V{i + 1}" if label is None else label, factors=factors)
        for i, (label, item) in enumerate(zip(labels, value.data, strict=True))
        if item is not None
    ]
    frame = joined_parts(parts, MISSING)
    return _frame_part(frame, name)


def frame_of_matrix(matrix: Vector, *, factors: bool = False) -> Vector:
    """Return a matrix as a data frame: columns V1, V2 ... where it has no names."""
    rows, count = (int(size) for size in attribute(matrix, "dim").data)
    columns = [Vector(matrix.kind, matrix.data[i * rows : (i + 1) * rows]) for i in range(count)]
    lines = dimnames_of(matrix) or [None, None]
    if factors and matrix.kind == "character":
        columns = [_as_level(column) for column in columns]
        if lines[0] is not None:  # R's factors keep the names of the rows
            named = {"names": character(lines[0])}
            columns = [with_attributes(c, {**named, **(c.attributes or {})}) for c in columns]
    names = [name or f"V{i + 1}" for i, name in enumerate(lines[1] or [""] * count)]
    labels = rows if lines[0] is None else character(made_unique(lines[0]))
    return make_frame(columns, names, labels)


def frame_of_table(table: Vector, response: str, *, factors: bool = True) -> Vector:
    """Return a contingency table as a data frame: a factor for each dimension, and counts."""
    dim = [int(size) for size in attribute(table, "dim").data]
    dimnames = attribute(table, "dimnames")
    lines = [None] * len(dim) if dimnames is None else list(dimnames.data)
    titles = None if dimnames is None else attribute(dimnames, "names")
    names = [(None if titles is None else titles.data[i]) or f"Var{i + 1}" for i in range(len(dim))]
    grids = np.indices(dim).reshape(len(dim), -1, order="F")
    columns: list[Any] = []
    for axis, (line, size) in enumerate(zip(lines, dim, strict=True)):
        levels = [chr(65 + i) for i in range(size)] if line is None else list(line.data)
        made = make_factor(grids[axis] + 1, levels)
        columns.append(made if factors else character(strings(made)))
    columns.append(Vector(table.kind, table.data))
    return make_frame(columns, make_names([*names, response]), len(table.data))


@builtin(
    "as.data.frame",
    "x, row.names = NULL, optional = FALSE, ..., stringsAsFactors = FALSE, responseName = 'Freq'",
    context=True,
    generic=True,
)
def as_data_frame(
    context: Context, x: Value, row_names: Value, optional: Value, dots: list[Named],
    as_factors: Value, response: Value,
) -> Any:  # fmt: skip
    """R's `as.data.frame`."""
    if is_data_frame(x):
        kinds = classes_of(x)
        if kinds[0] != "data.frame":  # of the classes those before go
            x = with_attribute(x, "class", character(kinds[kinds.index("data.frame") :]))
        return x if row_names is None else set_row_names(x, row_names)
    if x is None:
        return make_frame([], [], 0)
    if not isinstance(x, Vector):
        from rnet.interpreter.attributes import class_names

        shown = "c(" + ", ".join(f'"{k}"' for k in class_names(x)) + ")"
        one = class_names(x)
        text = f'‘"{one[0]}"’' if len(one) == 1 else f"‘{shown}’"
        raise RError(f"cannot coerce class {text} to a data.frame")
    dim = attribute(x, "dim")
    if dim is not None and len(dim.data) == 2:
        made = frame_of_matrix(x, factors=is_true(as_factors))
        return made if row_names is None else set_row_names(made, row_names)
    if x.kind == "list" and "AsIs" not in classes_of(x):
        return _frame_of_list(x, row_names, is_true(as_factors))
    name = _written(dots_nodes(context, [(None, x)], _FORMALS)[0])
    return joined_parts(
        [_part(x, None, name or "x", factors=is_true(as_factors))],
        MISSING if row_names is None else row_names,
        check=False,
    )


def _frame_of_list(x: Vector, row_names: Value, factors: bool) -> Vector:
    bare = with_attributes(x, {k: v for k, v in (x.attributes or {}).items() if k == "names"})
    names, columns, labels = _list_part(bare, None, factors=factors)
    given = MISSING if row_names is None else row_names
    return joined_parts([(names, columns, labels)], given)


@builtin("expand.grid", "..., KEEP.OUT.ATTRS = TRUE, stringsAsFactors = TRUE")
def expand_grid(dots: list[Named], keep: Value, as_factors: Value) -> Any:
    """R's `expand.grid`."""
    given = dots
    if len(dots) == 1 and isinstance(dots[0][1], Vector) and dots[0][1].kind == "list":
        inner = dots[0][1]
        labels = names_of(inner) or [None] * len(inner.data)
        given = [(label, boxed(item)) for label, item in zip(labels, inner.data, strict=True)]
    sizes = [column_length(value) for _, value in given]
    total = math.prod(sizes) if sizes else 0
    make_room(total, 4)
    columns, each = [], 1
    for (_, value), size in zip(given, sizes, strict=True):
        where = np.resize(np.repeat(np.arange(size), each), total) if size else np.empty(0, int)
        column = value
        if value.kind == "character" and is_true(as_factors):
            column = factor(
                value,
                character(list(dict.fromkeys(value.data))),
                MISSING,
                character([None]),
                MISSING,
                MISSING,
            )
        columns.append(_without_names(row_part(column, where)))
        each *= max(size, 1)
    names = [name or f"Var{i + 1}" for i, (name, _) in enumerate(given)]
    frame = make_frame(columns, names, total)
    if not is_true(keep):
        return frame
    own = dict(frame.attributes or {})
    own = {"names": own["names"], "out.attrs": _out_attrs(given, sizes, names), **own}
    return Vector("list", frame.data, own)


def _out_attrs(given: list[Named], sizes: list[int], names: list[str]) -> Vector:
    dim = integer(sizes, {"names": character(names)})
    lines = []
    for name, (_, value) in zip(names, given, strict=True):
        texts = strings(value)
        lines.append(character([f"{name}={_padded(text, texts, value)}" for text in texts]))
    dimnames = Vector("list", objects(lines), {"names": character(names)})
    return Vector("list", objects([dim, dimnames]), {"names": character(["dim", "dimnames"])})


def _padded(text: str | None, texts: list[Any], value: Value) -> str:
    if isinstance(value, Vector) and value.kind in ("integer", "double") and not is_factor(value):
        from rnet.printing.numbers import format_real

        shown = format_real(as_kind(value, "double").data)
        return shown[texts.index(text)]
    return str(text)
