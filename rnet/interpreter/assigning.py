"""Writing parts of values: `x[i] <- v`, `x[[i]] <- v`, `x$a <- v`, without looking for methods.

Each function returns the changed value. It is the very vector given where that is not shared and
can hold the new elements, a copy otherwise.
"""

from typing import Any

import numpy as np

from rnet.conditions import RError, warn
from rnet.interpreter.coerce import as_kind, coerced, common_kind, type_name
from rnet.interpreter.environment import Environment
from rnet.interpreter.indexing import name_position, single_position
from rnet.interpreter.subscripts import (
    ABSENT_POSITION,
    MISSING_ELEMENTS,
    along,
    matrix_positions,
    positions_to_assign,
)
from rnet.interpreter.values import (
    DTYPES,
    Array,
    Kind,
    Language,
    Model,
    Value,
    Vector,
    boxed,
    character,
    objects,
)


def own_copy(vector: Vector, kind: Kind | None = None) -> Vector:
    """Return a vector that may be written in place: itself if nobody shares it."""
    if not vector.shared and (kind is None or kind == vector.kind):
        return vector
    data = coerced(vector, kind or vector.kind)
    if data is vector.data:
        data = data.copy()
    if vector.kind == "list":
        for item in data:
            if type(item) is Vector:
                item.shared = True
    attributes = None if vector.attributes is None else dict(vector.attributes)
    copy = Vector(kind or vector.kind, data, attributes)
    copy.shared = False
    return copy


def _target(value: Value, new: Any) -> Vector:
    """Return the vector to write to: NULL becomes an empty one of the new values' kind."""
    vector = boxed(value)
    if vector is None:
        kind = new.kind if isinstance(new, Vector) else "list"
        return Vector(kind, np.empty(0, dtype=DTYPES[kind]))
    if not isinstance(vector, Vector):
        raise RError(f"object of type '{type_name(vector)}' is not subsettable")
    return vector


def _as_elements(new: Any) -> Vector:
    """Return new values as a vector: a function or call is one element of a list."""
    return new if isinstance(new, Vector) else Vector("list", objects([new]))


def assign_subset(value: Value, indices: list[Value], new: Value) -> Any:
    """Return `value` after `value[indices] <- new`.

    Raises
    ------
    RError
        `replacement has length zero`, `NAs are not allowed in subscripted assignments`, ...
    """
    given = boxed(new)
    if isinstance(value, Language):
        return _assign_in_call(value, indices, given)
    if value is None and given is None:
        return None
    vector = _target(value, given)
    if given is None:
        if vector.kind == "list" and len(indices) == 1:
            return _without(vector, indices[0])
        given = Vector("logical", np.empty(0, dtype=np.int32))
    elements = _as_elements(given)
    if len(indices) > 1:
        return _assign_cells(vector, indices, elements)
    where, added = _where(vector, boxed(indices[0]) if indices else None)
    return _written(vector, where, added, elements)


def _assign_in_call(value: Language, indices: list[Value], new: Any) -> Any:
    from rnet.interpreter.language_values import call_of_parts, language_parts

    parts = language_parts(value, "list")
    changed = call_of_parts(assign_subset(parts, indices, new))
    return Language(changed.node, value.attributes)


def _where(vector: Vector, index: Any) -> tuple[Array, list[str | None]]:
    own = vector.attributes or {}
    dim, dimnames = own.get("dim"), own.get("dimnames")
    names = own.get("names")
    if dim is not None and isinstance(index, Vector):
        shape = tuple(dim.data.tolist())
        lines = None if dimnames is None else list(dimnames.data)
        cells = matrix_positions(index, shape, lines)
        if cells is not None:
            return cells, []
        if len(shape) == 1 and lines is not None:
            names = lines[0]
    return positions_to_assign(index, len(vector.data), None if names is None else names.data)


def _written(vector: Vector, where: Array, added: list[str | None], elements: Vector) -> Vector:
    if not len(where):
        return _promoted(vector, elements)
    if not len(elements.data):
        raise RError("replacement has length zero")
    absent = where == ABSENT_POSITION
    if len(elements.data) > 1:
        if absent.any():
            raise RError("NAs are not allowed in subscripted assignments")
        if len(where) % len(elements.data):
            warn("number of items to replace is not a multiple of replacement length")
    elif absent.any():
        where = where[~absent]
    result = own_copy(vector, common_kind([vector.kind, elements.kind]))
    end = int(where.max()) + 1 if len(where) else 0
    if end > len(result.data):
        _extend(result, end, added)
    result.data[where] = _repeated(coerced(elements, result.kind), len(where))
    return result


def _promoted(vector: Vector, elements: Vector) -> Vector:
    """Return a vector to which nothing was written; it still takes the other's kind."""
    kind = common_kind([vector.kind, elements.kind])
    if kind == vector.kind:
        return vector
    return own_copy(vector, kind)


def _repeated(data: Array, count: int) -> Array:
    if len(data) == count:
        return data
    if len(data) == 1 and data.dtype != object:
        return data[0]  # type: ignore[no-any-return]
    return np.resize(data, count)


def _extend(vector: Vector, length: int, added: list[str | None]) -> None:
    """Lengthen a vector of our own; new elements are NA, names empty but for the added ones."""
    old = len(vector.data)
    data = np.empty(length, dtype=vector.data.dtype)
    data[:old] = vector.data
    data[old:] = MISSING_ELEMENTS[vector.kind]
    vector.data = data
    own = vector.attributes or {}
    own.pop("dim", None)
    dimnames = own.pop("dimnames", None)
    names = own.get("names")
    if names is None and dimnames is not None and len(dimnames.data) == 1:
        names = dimnames.data[0]
    if names is not None or added:
        texts: list[str | None] = [""] * length
        if names is not None:
            texts[:old] = list(names.data)
        if added:
            texts[length - len(added) :] = added
        own = {**own, "names": character(texts)}
    vector.attributes = own or None


def _without(vector: Vector, index: Value) -> Vector:
    """Return a list without some elements: `x[i] <- NULL`."""
    where, _ = _where(vector, boxed(index))
    keep = np.ones(max(len(vector.data), int(where.max()) + 1 if len(where) else 0), dtype=bool)
    keep[where[where >= 0]] = False
    return kept_elements(vector, np.flatnonzero(keep[: len(vector.data)]))


def kept_elements(vector: Vector, where: Array) -> Vector:
    """Return a list with only some of its elements, all its attributes kept."""
    own = dict(vector.attributes or {})
    names = own.get("names")
    if names is not None:
        own["names"] = Vector("character", names.data[where])
    if len(where) < len(vector.data):
        own.pop("dim", None)
        own.pop("dimnames", None)
    return Vector(vector.kind, vector.data[where], own)


def _assign_cells(vector: Vector, indices: list[Value], elements: Vector) -> Vector:
    own = vector.attributes or {}
    dim = own.get("dim")
    if dim is None or len(dim.data) != len(indices):
        count = "" if dim is None else f" {len(dim.data)}"
        raise RError(
            "incorrect number of subscripts on matrix"
            if len(indices) == 2
            else "incorrect number of subscripts",
            f"The object has{count or ' no'} dimensions.",
        )
    shape = tuple(dim.data.tolist())
    dimnames = own.get("dimnames")
    lines = [None] * len(shape) if dimnames is None else list(dimnames.data)
    offsets = np.zeros([1] * len(shape), dtype=np.int64)
    stride = 1
    for axis, (index, size, names) in enumerate(zip(indices, shape, lines, strict=True)):
        where = along(index, size, None if names is None else names.data)
        if len(where) and where.min() < 0:
            if len(elements.data) > 1:
                raise RError("NAs are not allowed in subscripted assignments")
            where = where[where >= 0]
        line = [1] * len(shape)
        line[axis] = len(where)
        offsets = offsets + where.reshape(line) * stride
        stride *= size
    return _written_cells(vector, offsets.reshape(-1, order="F"), elements)


def _written_cells(vector: Vector, where: Array, elements: Vector) -> Vector:
    if not len(where):
        return _promoted(vector, elements)
    if not len(elements.data):
        raise RError("replacement has length zero")
    if len(where) % len(elements.data):
        raise RError("number of items to replace is not a multiple of replacement length")
    result = own_copy(vector, common_kind([vector.kind, elements.kind]))
    result.data[where] = _repeated(coerced(elements, result.kind), len(where))
    return result


def assign_element(value: Value, indices: list[Value], new: Value) -> Any:
    """Return `value` after `value[[indices]] <- new`.

    Raises
    ------
    RError
        `more elements supplied than there are to replace`, `subscript out of bounds`, ...
    """
    given = boxed(new)
    other = boxed(value)
    if isinstance(other, Environment | Model):
        return assign_component(other, str(boxed(indices[0]).data[0]), new)
    if isinstance(other, Language):
        return _assign_in_call(
            other, indices, given if given is None else Vector("list", objects([given]))
        )
    if other is None:
        if given is None:
            return None
        other = Vector("list", np.empty(0, dtype=object))
    vector = _target(other, given)
    if len(indices) > 1:
        if vector.kind == "list":
            given = Vector("list", objects([given]))
        return _assign_cells(vector, indices, _as_elements(given))
    index = boxed(indices[0])
    if isinstance(index, Vector) and len(index.data) > 1:
        return _assign_by_path(vector, index, given)
    return _assign_one(vector, index, given)


def _assign_by_path(vector: Vector, index: Vector, new: Any) -> Vector:
    from rnet.interpreter.indexing import element

    if vector.kind != "list":
        raise RError("attempt to select more than one element in vectorIndex")
    first = Vector(index.kind, index.data[:1])
    rest = Vector(index.kind, index.data[1:])
    inner = assign_element(element(vector, [first]), [rest], new)
    return _assign_one(vector, first, inner)


def _assign_one(vector: Vector, index: Any, new: Any) -> Vector:
    if vector.kind != "list":
        if new is None or (isinstance(new, Vector) and not len(new.data)):
            raise RError("replacement has length zero")
        if isinstance(new, Vector) and new.kind != "list":
            if len(new.data) > 1:
                raise RError("more elements supplied than there are to replace")
            where, added = _single_place(vector, index)
            bare = Vector(new.kind, new.data)
            return _written(vector, np.array([where]), added, bare)
        vector = own_copy(vector, "list")
    if new is None:
        position = single_position(vector, index)
        if position is None or position >= len(vector.data):
            return vector
        keep = [i for i in range(len(vector.data)) if i != position]
        return kept_elements(vector, np.array(keep, dtype=np.int64))
    where, added = _single_place(vector, index)
    result = own_copy(vector)
    if where >= len(result.data):
        _extend(result, where + 1, added)
    result.data[where] = new
    return result


def _single_place(vector: Vector, index: Any) -> tuple[int, list[str | None]]:
    position = single_position(vector, index)
    if position is not None:
        return position, []
    if isinstance(index, Vector) and index.kind == "character":
        return len(vector.data), [index.data[0]]
    raise RError("subscript out of bounds")


def assign_component(value: Value, name: str, new: Value) -> Any:
    """Return `value` after `value$name <- new`; an environment or model is changed itself."""
    given = boxed(new)
    other = boxed(value)
    if isinstance(other, Environment):
        if type(given) is Vector:
            given.shared = True
        other.assign(name, given)
        return other
    if isinstance(other, Model):
        from rnet.interpreter.models import with_component

        return with_component(other, name, given)
    if isinstance(other, Language):
        return assign_element(other, [boxed(name)], given)
    if other is None:
        other = Vector("list", np.empty(0, dtype=object))
    if not isinstance(other, Vector):
        raise RError("invalid type/length ($<-) in vector allocation")
    if other.kind != "list":
        if len(other.data):
            warn("Coercing LHS to a list")
        attributes = {k: v for k, v in (other.attributes or {}).items() if k == "names"}
        other = Vector("list", as_kind(other, "list").data, attributes)
    return _assign_named(other, name, given)


def _assign_named(vector: Vector, name: str, new: Any) -> Vector:
    own = vector.attributes or {}
    names = own.get("names")
    position = None if names is None else name_position(names.data, name, exact=True)
    if new is None:
        if position is None:
            return vector
        keep = [i for i in range(len(vector.data)) if i != position]
        return kept_elements(vector, np.array(keep, dtype=np.int64))
    result = own_copy(vector)
    if position is None:
        position = len(result.data)
        _extend(result, position + 1, [name])
    result.data[position] = new
    return result
