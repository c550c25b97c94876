"""Taking a value apart into elements, and putting results together: for the apply family."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from rnet.interpreter.attributes import attribute, classes_of, names_of
from rnet.interpreter.calls import call_function, find_function
from rnet.interpreter.coerce import coerced, common_kind
from rnet.interpreter.control import elements
from rnet.interpreter.environment import Environment
from rnet.interpreter.values import (
    DTYPES,
    Attributes,
    Kind,
    Model,
    Value,
    Vector,
    boxed,
    character,
    integer,
    list_of,
)

_SCALARS: dict[type, Kind] = {bool: "logical", int: "integer", float: "double", str: "character"}


def as_list(value: Value, environment: Environment) -> tuple[list[Any], list[str | None] | None]:
    """Return the elements of a value as R's `as.list` gives them, and their names."""
    vector = boxed(value)
    if vector is None:
        return [], None
    if isinstance(vector, Vector) and (vector.kind == "list" or not classes_of(vector)):
        if vector.kind in ("list", "expression"):
            return shared(vector.data), names_of(vector)
        return list(elements(Vector(vector.kind, vector.data))), names_of(vector)
    taken = boxed(call_function(find_function("as.list", environment), [(None, vector)]))
    return shared(taken.data), names_of(taken)


def shared(items: Any) -> list[Any]:
    """Return elements taken out of a list, marked as held by somebody else too."""
    taken = list(items)
    for item in taken:
        if type(item) is Vector:
            item.shared = True
    return taken


def list_with_names(items: Sequence[Any], names: Sequence[str | None] | None) -> Vector:
    """Return a list of results; names of None are none at all."""
    return list_of(items, names)


def joined(items: Sequence[Any]) -> Vector | None:
    """Return vectors put one behind the other in their common kind, without attributes.

    None where an item is no vector (a function, a model): it can only stand in a list.
    """
    kinds = {type(item) for item in items}
    if len(kinds) == 1 and (kind := _SCALARS.get(next(iter(kinds)))) is not None:
        return Vector(kind, np.array(items, dtype=DTYPES[kind]))
    vectors = [boxed(item) for item in items]
    if not all(isinstance(vector, Vector) for vector in vectors):
        return None
    common = common_kind([vector.kind for vector in vectors])
    parts = [coerced(Vector(v.kind, _codes_or_data(v)), common) for v in vectors]
    return Vector(common, np.concatenate(parts) if parts else np.empty(0, DTYPES[common]))


def _codes_or_data(vector: Vector) -> Any:
    return vector.data


def simplified(
    items: Sequence[Any], names: Sequence[str | None] | None, *, higher: bool = False
) -> Any:
    """Return a list of results as `sapply` simplifies it: a vector, a matrix, or still a list."""
    if not items:
        return list_of([], names)
    given = items
    if any(type(item) is Model for item in items):
        items = [_components(item) for item in items]
    sizes = {_size(item) for item in items}
    if len(sizes) != 1 or (size := sizes.pop()) == 0:
        return list_of(given, names)
    if size == 1:
        return _as_vector(items, names)
    together = joined(items)
    if together is None:
        return list_of(given, names)
    first = boxed(items[0])
    inner = attribute(first, "dim")
    if higher and inner is not None and len({tuple(_dim(item)) for item in items}) == 1:
        return _as_array(together, first, items, names)
    own: Attributes = {"dim": integer([size, len(items)])}
    rows = names_of(first) if len(_dim(first)) < 2 else None
    if rows is not None or names is not None:
        own["dimnames"] = list_of([_labels(rows), _labels(names)])
    together.attributes = own
    return together


def _components(item: Any) -> Any:
    """Return a fitted model as the list that R has; everything else as it is."""
    if type(item) is not Model:
        return item
    from rnet.interpreter.models import unclassed

    return unclassed(item)


def _as_array(
    together: Vector, first: Vector, items: Sequence[Any], names: Sequence[str | None] | None
) -> Vector:
    own: Attributes = {"dim": integer([*_dim(first), len(items)])}
    inner = attribute(first, "dimnames")
    if inner is not None or names is not None:
        sides = [None] * len(_dim(first)) if inner is None else list(inner.data)
        own["dimnames"] = list_of([*sides, _labels(names)])
    together.attributes = own
    return together


def _dim(item: Any) -> list[int]:
    dim = attribute(boxed(item), "dim")
    return [] if dim is None else [int(size) for size in dim.data]


def _labels(names: Sequence[str | None] | None) -> Vector | None:
    return None if names is None else character(names)


def _size(item: Any) -> int:
    if type(item) is Vector:
        return len(item.data)
    return 0 if item is None else 1


def _as_vector(items: Sequence[Any], names: Sequence[str | None] | None) -> Any:
    if any(classes_of(item) for item in items if type(item) is Vector):
        from rnet.interpreter.coerce import is_factor

        if all(is_factor(item) for item in items):
            return _as_factor(items, names)
    together = joined(items)
    if together is None:
        return list_of(items, names)
    labels = _element_names(items, names)
    if labels is not None:
        together.attributes = {"names": character(labels)}
    return together


def _as_factor(items: Sequence[Vector], names: Sequence[str | None] | None) -> Vector:
    from rnet.interpreter.coerce import strings

    levels = list(dict.fromkeys(x for item in items for x in attribute(item, "levels").data))
    codes = [
        None if (word := strings(item)[0]) is None else levels.index(word) + 1 for item in items
    ]
    labels = _element_names(items, names)
    own: Attributes = {} if labels is None else {"names": character(labels)}
    return integer(codes, {**own, "levels": character(levels), "class": character(["factor"])})


def _element_names(items: Sequence[Any], names: Sequence[str | None] | None) -> list[str] | None:
    """Return the names that `unlist` gives to elements of length one."""
    labels = []
    for position, item in enumerate(items):
        outer = "" if names is None else names[position] or ""
        inner = (names_of(item) if type(item) is Vector else None) or [""]
        labels.append(f"{outer}.{inner[0]}" if outer and inner[0] else outer or inner[0] or "")
    return labels if any(labels) or names is not None else None
