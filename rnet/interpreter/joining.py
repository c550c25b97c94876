"""Joining values into one vector: what `c` and `unlist` do, and the names they make."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from rnet.interpreter.attributes import attribute, classes_of
from rnet.interpreter.coerce import coerced, common_kind, is_factor
from rnet.interpreter.values import (
    DTYPES,
    NA_INTEGER,
    Array,
    Kind,
    Named,
    Value,
    Vector,
    boxed,
    character,
    objects,
)
from rnet.memory import make_room


def joined(values: Sequence[Named], *, names: bool = True) -> Any:
    """Return the values one after the other, as `c` does."""
    parts = [(name, boxed(value)) for name, value in values]
    if not any(value is not None for _, value in parts):
        return None
    vectors = [v if isinstance(v, Vector) else _single(v) for _, v in parts]
    kind = common_kind([v.kind for v in vectors if v is not None])
    arrays = [coerced(vector, kind) for vector in vectors if vector is not None]
    data = np.concatenate(arrays) if arrays else np.empty(0, dtype=DTYPES[kind])
    if kind == "list":
        for item in data:
            if type(item) is Vector:
                item.shared = True
    labels = _labels([(n, v) for (n, _), v in zip(parts, vectors, strict=True)]) if names else None
    return Vector(kind, data, None if labels is None else {"names": character(labels)})


def _single(value: Value) -> Vector | None:
    return None if value is None else Vector("list", objects([value]))


def own_names(vector: Vector) -> Array | None:
    """Return the names of a vector, also of an array of one dimension."""
    names = attribute(vector, "names")
    if names is not None:
        return names.data  # type: ignore[no-any-return]
    dimnames = attribute(vector, "dimnames")
    if dimnames is not None and len(dimnames.data) == 1 and dimnames.data[0] is not None:
        return dimnames.data[0].data  # type: ignore[no-any-return]
    return None


def _labels(parts: list[tuple[str | None, Vector | None]]) -> list[str | None] | None:
    if not any(
        name or (vector is not None and own_names(vector) is not None) for name, vector in parts
    ):
        return None
    labels: list[str | None] = []
    for name, vector in parts:
        if vector is None:
            continue
        labels += prefixed(name, own_names(vector), len(vector.data))
    return labels


def prefixed(name: str | None, own: Array | None, length: int) -> list[str | None]:
    """Return the names of a part that is itself named: `a.x`, `a1`, `a2`, or `a` alone."""
    if not name:
        return [""] * length if own is None else list(own)
    if own is None:
        return [name] if length == 1 else [f"{name}{i + 1}" for i in range(length)]
    if length == 1 and not own[0]:
        return [name]
    return [f"{name}.{inner}" if inner else f"{name}{i + 1}" for i, inner in enumerate(own)]


def flattened(value: Vector, *, names: bool = True) -> Any:
    """Return the leaves of a list one after the other, as `unlist` does."""
    if value.attributes is None and len(value.data):
        kinds = {_bare_kind(item) for item in value.data}
        if None not in kinds and "list" not in kinds and "expression" not in kinds:
            kind = common_kind(list(kinds))
            if len(kinds) == 1:
                return Vector(kind, np.concatenate([item.data for item in value.data]))
            return Vector(kind, np.concatenate([coerced(item, kind) for item in value.data]))
    leaves = list(_leaves(value))
    if not leaves:
        return None
    if all(is_factor(leaf) for leaf in leaves):
        result = joined_factors(leaves)
    elif any(not isinstance(leaf, Vector) for leaf in leaves):
        return joined([(None, leaf) for leaf in leaves], names=False) if names else value
    else:
        kind = common_kind([leaf.kind for leaf in leaves])
        result = Vector(kind, np.concatenate([coerced(leaf, kind) for leaf in leaves]))
    if names and _has_names(value):
        labels: list[str | None] = []
        _walk(value, None, labels)
        result = Vector(
            result.kind, result.data, {"names": character(labels), **(result.attributes or {})}
        )
    return result


def _bare_kind(item: Value) -> Any:
    """Return the kind of a vector without attributes, None for anything else."""
    return item.kind if type(item) is Vector and item.attributes is None else None


def _leaves(value: Any) -> Any:
    for item in value.data:
        if isinstance(item, Vector) and item.kind in ("list", "expression"):
            yield from _leaves(item)
        elif item is not None:
            yield boxed(item)


def _has_names(value: Vector) -> bool:
    if own_names(value) is not None:
        return True
    return any(
        isinstance(item, Vector)
        and (_has_names(item) if item.kind == "list" else own_names(item) is not None)
        for item in value.data
    )


def _walk(value: Any, base: str | None, labels: list[str | None]) -> None:
    """Append the names of the leaves under a name."""
    numbered = _untagged(value) > 1
    start = len(labels)
    _walk_part(value, base, labels, start, numbered=numbered)


def _walk_part(
    value: Any, base: str | None, labels: list[str | None], start: int, *, numbered: bool
) -> None:
    if value is None:
        return
    if not isinstance(value, Vector):
        labels.append(_label(base, None, len(labels) - start + 1, numbered=numbered))
        return
    tags = own_names(value)
    nested = value.kind in ("list", "expression")
    for position in range(len(value.data)):
        tag = None if tags is None else tags[position]
        item = boxed(value.data[position]) if nested else None
        if not nested:
            labels.append(_label(base, tag, len(labels) - start + 1, numbered=numbered))
        elif tag:
            _walk(item, f"{base}.{tag}" if base else tag, labels)
        else:
            _walk_part(item, base, labels, start, numbered=numbered)


def _label(base: str | None, tag: str | None, number: int, *, numbered: bool) -> str:
    if tag:
        return f"{base}.{tag}" if base else tag
    if not base:
        return ""
    return f"{base}{number}" if numbered else base


def _untagged(value: Any) -> int:
    """Return how many leaves under a value have no name of their own in a list."""
    if value is None:
        return 0
    if not isinstance(value, Vector):
        return 1
    if value.kind not in ("list", "expression"):
        return len(value.data)
    tags = own_names(value)
    return sum(
        _untagged(boxed(item))
        for position, item in enumerate(value.data)
        if tags is None or not tags[position]
    )


def joined_factors(factors: Sequence[Vector]) -> Vector:
    """Return factors one after the other; the levels are those of all, in order of appearance."""
    tables = [list(attribute(factor, "levels").data) for factor in factors]
    levels = list(dict.fromkeys(level for table in tables for level in table))
    place = {level: position + 1 for position, level in enumerate(levels)}
    parts = []
    for factor, table in zip(factors, tables, strict=True):
        codes = np.array([NA_INTEGER, *(place[level] for level in table)], dtype=np.int32)
        parts.append(codes[np.where(factor.data == NA_INTEGER, 0, factor.data)])
    same = all(table == tables[0] for table in tables)
    ordered = same and all("ordered" in classes_of(factor) for factor in factors)
    kinds = ["ordered", "factor"] if ordered else ["factor"]
    own = {"levels": character(levels), "class": character(kinds)}
    return Vector("integer", np.concatenate(parts), own)


def empty(kind: Kind, length: int) -> Vector:
    """Return a vector of zeros, FALSE, empty strings or NULL."""
    make_room(length, np.dtype(DTYPES[kind]).itemsize)
    if kind in ("list", "expression"):
        return Vector(kind, objects([None] * length))
    if kind == "character":
        return Vector(kind, objects([""] * length))
    return Vector(kind, np.zeros(length, dtype=DTYPES[kind]))
