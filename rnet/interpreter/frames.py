"""Data frames as R keeps them: making them, and taking rows of columns of any kind."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from rnet.interpreter.attributes import (
    attribute,
    compact_row_names,
    is_compact,
    is_data_frame,
    row_count,
    row_names_of,
    with_attribute,
)
from rnet.interpreter.indexing import subset
from rnet.interpreter.subscripts import taken
from rnet.interpreter.values import (
    MISSING,
    Array,
    Attributes,
    Value,
    Vector,
    boxed,
    character,
    integer,
    objects,
)


def make_frame(
    columns: Sequence[Value], names: Sequence[str | None], row_names: Vector | int
) -> Vector:
    """Return a data frame; `row_names` may be the number of rows."""
    own: Attributes = {
        "names": character(names),
        "class": character(["data.frame"]),
        "row.names": compact_row_names(row_names) if isinstance(row_names, int) else row_names,
    }
    items = [boxed(column) for column in columns]
    for item in items:
        if type(item) is Vector:
            item.shared = True
    return Vector("list", objects(items), own)


def row_part(column: Value, where: Array) -> Any:
    """Return some elements of a vector, rows of a matrix or of a data frame, its class kept."""
    if is_data_frame(column):
        return rows_of(column, where)
    dim = attribute(column, "dim")
    if dim is not None and len(dim.data) == 2:
        index = integer([None if p < 0 else p + 1 for p in where.tolist()])
        found = subset(column, [index, MISSING], drop=False)
        kinds = attribute(column, "class")
        return found if kinds is None else with_attribute(found, "class", kinds)
    own = {
        name: item
        for name, item in (column.attributes or {}).items()
        if name in ("levels", "class", "units", "tzone", "contrasts", "label")
    }
    names = attribute(column, "names")
    if names is not None:
        own = {"names": Vector("character", taken(names.data, where, "character")), **own}
    return Vector(column.kind, taken(column.data, where, column.kind), own)


def column_length(column: Value) -> int:
    """Return how many rows a column has."""
    if is_data_frame(column):
        return row_count(column)
    dim = attribute(column, "dim")
    if dim is not None:
        return int(dim.data[0])
    vector = boxed(column)
    return 0 if vector is None else len(vector.data) if isinstance(vector, Vector) else 1


def rows_of(frame: Vector, where: Array) -> Vector:
    """Return rows of a data frame by positions from 0; -1 gives a row of NA."""
    columns = [row_part(column, where) for column in frame.data]
    own = dict(frame.attributes or {})
    kinds = own.pop("class", None)
    own["row.names"] = _row_names_at(frame, where)
    if kinds is not None:
        own["class"] = kinds
    return Vector("list", objects(columns), own)


def _row_names_at(frame: Vector, where: Array) -> Vector:
    count = row_count(frame)
    gone = (where < 0) | (where >= count)
    automatic = is_compact(attribute(frame, "row.names"))
    names = attribute(frame, "row.names")
    plain = not gone.any() and len(np.unique(where)) == len(where)
    if automatic and plain:
        return integer(where + 1) if len(where) else compact_row_names(0)
    if plain:
        return Vector(names.kind, names.data[where])
    texts = row_names_of(frame)
    return character(
        made_unique(["NA" if lost else texts[p] for p, lost in zip(where, gone, strict=True)])
    )


def made_unique(texts: Sequence[str | None], separator: str = ".") -> list[str | None]:
    """Return strings made different by numbers after repeated ones (R's `make.unique`)."""
    used = set(texts)
    seen: set[str | None] = set()
    counters: dict[str | None, int] = {}
    result: list[str | None] = []
    for item in texts:
        if item not in seen:
            seen.add(item)
            result.append(item)
            continue
        number = counters.get(item, 0) + 1
        while f"{item}{separator}{number}" in used:
            number += 1
        counters[item] = number
        fresh = f"{item}{separator}{number}"
        used.add(fresh)
        seen.add(fresh)
        result.append(fresh)
    return result


def frame_names(frame: Vector) -> list[str]:
    """Return the names of the columns."""
    names = attribute(frame, "names")
    return [] if names is None else [str(name) for name in names.data]


def with_columns(frame: Vector, columns: Sequence[Value], names: Sequence[str | None]) -> Vector:
    """Return a data frame with other columns, everything else kept."""
    own = dict(frame.attributes or {})
    own["names"] = character(names)
    items = [boxed(column) for column in columns]
    for item in items:
        if type(item) is Vector:
            item.shared = True
    return Vector("list", objects(items), own)


def automatic_names(vector: Vector) -> bool:
    """Whether row names only count."""
    return is_compact(vector) or (
        vector.kind == "integer" and (vector.data == np.arange(1, len(vector.data) + 1)).all()
    )
