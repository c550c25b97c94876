"""Splitting vectors by groups, and putting them together again."""

from typing import Any

import numpy as np

from rnet.conditions import warn
from rnet.interpreter.attributes import (
    attribute,
    is_data_frame,
)
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import is_true
from rnet.interpreter.functions.factors import as_factor, crossed, droplevels
from rnet.interpreter.order import order_of_codes
from rnet.interpreter.values import (
    MISSING,
    Array,
    Named,
    Value,
    Vector,
    boxed,
    character,
    list_of,
)


@builtin("split.default", "x, f, drop = FALSE, sep = '.', ...")
def split_vector(x: Value, f: Value, drop: Value, sep: Value, dots: list[Named]) -> Any:
    """R's `split` of vectors."""
    groups = grouping(f, drop, sep)
    rows = positions_by_level(groups, len(boxed(x).data))
    parts = [plain_part(x, where) for where in rows]
    return list_of(parts, attribute(groups, "levels").data)


def plain_part(x: Value, where: Array) -> Any:
    """Return the elements of a vector at positions counted from 0, its class kept."""
    from rnet.interpreter.indexing import kept_attributes
    from rnet.interpreter.subscripts import taken

    own = x.attributes or {}
    kept = dict(kept_attributes(own, where) or {})
    kinds = own.get("class")
    if kinds is not None:
        kept |= {name: own[name] for name in ("class", "levels", "units") if name in own}
    return Vector(x.kind, taken(x.data, where, x.kind), kept)


def grouping(f: Value, drop: Value, sep: Value = None) -> Vector:
    """Return what one splits by as a factor: a factor, a vector, or a list crossed."""
    value = boxed(f)
    separator = "." if sep is None or sep is MISSING else str(sep.data[0])
    if isinstance(value, Vector) and value.kind == "list":
        return crossed([as_factor(item) for item in value.data], separator, is_true(drop))
    made: Vector = as_factor(value)
    dropped: Vector = droplevels(made, []) if is_true(drop) else made
    return dropped


def positions_by_level(groups: Vector, length: int) -> list[Array]:
    """Return, for each level, the positions of its elements."""
    codes = np.resize(groups.data, length) if len(groups.data) != length else groups.data
    if len(groups.data) and length % len(groups.data):
        warn("data length is not a multiple of split variable")
    order = order_of_codes(codes)
    sorted_codes = codes[order]
    count = len(attribute(groups, "levels").data)
    starts = np.searchsorted(sorted_codes, np.arange(1, count + 2))
    return [order[starts[i] : starts[i + 1]] for i in range(count)]


@builtin("split<-", "x, f, drop = FALSE, ..., value")
def assign_split(x: Value, f: Value, drop: Value, dots: list[Named], value: Value) -> Any:
    """R's `split<-`: each group's elements replaced."""
    from rnet.interpreter.assigning import assign_subset
    from rnet.interpreter.values import integer

    groups = grouping(f, drop)
    rows = positions_by_level(groups, len(x.data))
    for where, part in zip(rows, value.data, strict=False):
        x = assign_subset(x, [integer(where + 1)], part)
    return x


def _first(part: Value, count: int) -> Array:
    """Return the positions of the first elements of a group, again from the first if too few."""
    return np.arange(count) % max(len(boxed(part).data), 1)


@builtin("unsplit", "value, f, drop = FALSE")
def unsplit(value: Value, f: Value, drop: Value) -> Any:
    """R's `unsplit`."""
    groups = grouping(f, drop)
    rows = positions_by_level(groups, len(groups.data))
    from rnet.interpreter.joining import joined

    first = value.data[0]
    if is_data_frame(first):
        from rnet.interpreter.frames import rows_of
        from rnet.interpreter.functions.binding import stacked_frames

        whole = stacked_frames([(None, item) for item in value.data])
        return rows_of(whole, np.argsort(np.concatenate(rows), kind="stable"))
    parts = [plain_part(boxed(p), _first(p, len(r))) for p, r in zip(value.data, rows, strict=True)]
    data = joined([(None, part) for part in parts], names=False)
    order = np.argsort(np.concatenate(rows), kind="stable")
    kept = {k: v for k, v in (first.attributes or {}).items() if k in ("levels", "class")}
    if attribute(first, "names") is not None:
        kept["names"] = character([None] * len(order))  # R keeps that there were names
    return Vector(data.kind, data.data[order], kept)
