"""Reading parts of values: `x[i]`, `x[i, j]`, `x[[i]]`, `x$a`, without looking for methods."""

from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.interpreter.coerce import type_name
from rnet.interpreter.environment import Environment
from rnet.interpreter.language_values import argument_of
from rnet.interpreter.subscripts import along, matrix_positions, only_dimnames, positions, taken
from rnet.interpreter.values import (
    MISSING,
    NA_INTEGER,
    Array,
    Attributes,
    FormalObject,
    Language,
    Model,
    Value,
    Vector,
    boxed,
    character,
    integer,
    objects,
    scalar,
)
from rnet.language.tree import Call


def subset(value: Value, indices: list[Value], *, drop: bool = True) -> Any:
    """Return `value[indices]` as R's default method does.

    Raises
    ------
    RError
        `object of type 'closure' is not subsettable`, `incorrect number of dimensions`,
        `subscript out of bounds`.
    """
    vector = boxed(value)
    if vector is None:
        return None
    if isinstance(vector, Language):
        return _subset_call(vector, indices)
    if isinstance(vector, Model):
        from rnet.interpreter.models import unclassed

        vector = unclassed(vector)
    if not isinstance(vector, Vector):
        raise RError(f"object of type '{type_name(vector)}' is not subsettable")
    if len(indices) == 1:
        return _subset_one(vector, boxed(indices[0]), drop=drop)
    if not indices:
        return vector
    return _subset_array(vector, indices, drop=drop)


def _subset_call(language: Language, indices: list[Value]) -> Any:
    from rnet.interpreter.language_values import call_of_parts, language_parts
    from rnet.language.tree import Symbol

    if isinstance(language.node, Symbol):
        raise RError("object of type 'symbol' is not subsettable")
    return call_of_parts(subset(language_parts(language, "list"), indices))


def _subset_one(vector: Vector, index: Any, *, drop: bool) -> Vector:
    own = vector.attributes or {}
    dim = own.get("dim")
    if dim is not None and isinstance(index, Vector):
        dimnames = own.get("dimnames")
        shape = tuple(dim.data.tolist())
        cells = matrix_positions(index, shape, None if dimnames is None else list(dimnames.data))
        if cells is not None:
            return Vector(vector.kind, _shared(vector, taken(vector.data, cells, vector.kind)))
        if len(shape) == 1:
            return _subset_line(vector, own, index, drop=drop)
    if index is MISSING:
        return Vector(vector.kind, _shared(vector, vector.data.copy()), vector.attributes)
    names = own.get("names")
    where = positions(index, len(vector.data), None if names is None else names.data)
    data = _shared(vector, taken(vector.data, where, vector.kind))
    return Vector(vector.kind, data, kept_attributes(own, where))


def kept_attributes(own: Attributes, where: Array) -> Attributes | None:
    """Return what a part of a vector keeps: its names, and what makes a factor a factor."""
    if not own:
        return None
    kept: Attributes = {}
    names = own.get("names")
    if names is not None:
        kept["names"] = _names_at(names, where)
    kinds = own.get("class")
    if kinds is not None and "factor" in kinds.data.tolist():
        kept |= {name: own[name] for name in ("levels", "class") if name in own}
    return kept or None


def _names_at(names: Vector, where: Array) -> Vector:
    return Vector("character", taken(names.data, where, "character"))


def _shared(vector: Vector, data: Array) -> Array:
    """Mark the elements of a list as held by somebody else."""
    if vector.kind == "list":
        for item in data:
            if type(item) is Vector:
                item.shared = True
    return data


def _subset_line(vector: Vector, own: Attributes, index: Vector, *, drop: bool) -> Vector:
    """Return a part of an array of one dimension; it stays one if it has two elements or more."""
    dimnames = own.get("dimnames")
    names = None if dimnames is None else dimnames.data[0]
    where = positions(index, len(vector.data), None if names is None else names.data)
    data = _shared(vector, taken(vector.data, where, vector.kind))
    drop = drop and len(where) <= 1
    if names is None or dimnames is None:
        return Vector(vector.kind, data, None if drop else {"dim": integer([len(where)])})
    new_names = _names_at(names, where)
    if drop:
        return Vector(vector.kind, data, {"names": new_names})
    kept: Attributes = {
        "dim": integer([len(where)]),
        "dimnames": Vector("list", objects([new_names]), dimnames.attributes),
    }
    return Vector(vector.kind, data, kept)


def _subset_array(vector: Vector, indices: list[Value], *, drop: bool) -> Vector:
    own = vector.attributes or {}
    dim = own.get("dim")
    if dim is None or len(dim.data) != len(indices):
        raise RError("incorrect number of dimensions", _dimension_advice(dim, indices))
    shape = tuple(dim.data.tolist())
    dimnames = own.get("dimnames")
    lines = [None] * len(shape) if dimnames is None else list(dimnames.data)
    if dimnames is None and any(_is_text(index) for index in indices):
        raise RError("no 'dimnames' attribute for array")
    chosen = [
        along(index, size, None if names is None else names.data)
        for index, size, names in zip(indices, shape, lines, strict=True)
    ]
    data = _shared(vector, _cells(vector, shape, chosen))
    sizes = [len(where) for where in chosen]
    attributes: Attributes = {"dim": integer(sizes)}
    if dimnames is not None:
        parts = [
            None if names is None or not len(where) else _names_at(names, where)
            for names, where in zip(lines, chosen, strict=True)
        ]
        if any(part is not None for part in parts):
            attributes["dimnames"] = Vector("list", objects(parts), dimnames.attributes)
    result = Vector(vector.kind, data, attributes)
    return dropped(result) if drop else result


def _is_text(index: Value) -> bool:
    vector = boxed(index)
    return isinstance(vector, Vector) and vector.kind == "character"


def _dimension_advice(dim: Vector | None, indices: list[Value]) -> str:
    count = 0 if dim is None else len(dim.data)
    return f"There are {len(indices)} subscripts, the object has {count or 'no'} dimensions."


def _cells(vector: Vector, shape: tuple[int, ...], chosen: list[Array]) -> Array:
    array = vector.data.reshape(shape, order="F")
    if any(len(where) and where.min() < 0 for where in chosen):
        mask = np.zeros([len(where) for where in chosen], dtype=bool)
        for axis, where in enumerate(chosen):
            line = [1] * len(chosen)
            line[axis] = len(where)
            mask |= (where < 0).reshape(line)
        found = array[np.ix_(*[np.maximum(where, 0) for where in chosen])]
        whole = np.where(mask.reshape(-1, order="F"), -1, np.arange(found.size))
        return taken(found.reshape(-1, order="F"), whole, vector.kind)
    found = array[np.ix_(*chosen)]
    return np.asarray(found.reshape(-1, order="F"))


def dropped(array: Vector) -> Vector:
    """Return an array without its dimensions of extent one (R's `drop`)."""
    own = dict(array.attributes or {})
    dim = own.pop("dim", None)
    if dim is None or all(size != 1 for size in dim.data):
        return array
    dimnames = own.pop("dimnames", None)
    left = [axis for axis, size in enumerate(dim.data) if size != 1]
    if len(left) > 1:
        own["dim"] = integer(dim.data[left])
        if dimnames is not None:
            parts = [dimnames.data[axis] for axis in left]
            if any(part is not None for part in parts):
                titles = (dimnames.attributes or {}).get("names")
                named = None if titles is None else {"names": character(titles.data[left])}
                own["dimnames"] = Vector("list", objects(parts), named)
        return Vector(array.kind, array.data, own)
    names = None
    if dimnames is not None:
        lines = list(dimnames.data)
        if left:
            names = lines[left[0]]
        elif sum(line is not None for line in lines) == 1:
            names = next(line for line in lines if line is not None)
    return Vector(array.kind, array.data, None if names is None else {"names": names})


def element(value: Value, indices: list[Value], *, exact: bool = True) -> Any:
    """Return `value[[indices]]` as R's default method does.

    Raises
    ------
    RError
        `subscript out of bounds`, `attempt to select more than one element in vectorIndex`, ...
    """
    vector = boxed(value)
    if vector is None:
        return None
    if isinstance(vector, Environment | Model):
        return _named_part(vector, indices)
    if isinstance(vector, Language):
        from rnet.interpreter.language_values import language_parts

        vector = language_parts(vector, "list")
    if isinstance(vector, FormalObject):
        raise RError("this S4 class is not subsettable")
    if not isinstance(vector, Vector):
        raise RError(f"object of type '{type_name(vector)}' is not subsettable")
    if len(indices) > 1:
        return _cell(vector, indices)
    index = boxed(indices[0])
    if isinstance(index, Vector) and len(index.data) > 1:
        return _by_path(vector, index, exact=exact)
    position = single_position(vector, index, exact=exact)
    if position is None:
        if vector.kind == "list":
            return None
        raise RError("subscript out of bounds")
    if position >= len(vector.data):
        raise RError("subscript out of bounds", f"The length is {len(vector.data)}.")
    return element_at(vector, position)


def element_at(vector: Vector, position: int) -> Any:
    """Return an element by its position: an item of a list, or a vector of length one."""
    item = vector.data[position]
    if vector.kind in ("list", "expression"):
        if type(item) is Vector:
            item.shared = True
        return item
    return scalar(Vector(vector.kind, vector.data[position : position + 1]))


def _named_part(value: Environment | Model, indices: list[Value]) -> Any:
    index = boxed(indices[0])
    if isinstance(value, Model) and isinstance(index, Vector) and index.kind != "character":
        names = component_names(value)
        return component_of(value, names[int(index.data[0]) - 1])
    if not isinstance(index, Vector) or index.kind != "character":
        raise RError("wrong arguments for subsetting an environment")
    return component_of(value, str(index.data[0]), partial=False)


def component_names(model: Model) -> list[str]:
    """Return the names of a model's components."""
    from rnet.interpreter.models import component_names as names

    return list(names(model))


def _cell(vector: Vector, indices: list[Value]) -> Any:
    found = _subset_array(vector, indices, drop=True)
    if len(found.data) != 1:
        raise RError("subscript out of bounds")
    return element_at(found, 0)


def _by_path(vector: Vector, index: Vector, *, exact: bool) -> Any:
    """Return what `x[[c(i, j)]]` means: element j of element i."""
    if vector.kind not in ("list", "expression"):
        if len(index.data) == 2 and index.kind == "double" and len(vector.data) < 1:
            raise RError("subscript out of bounds")
        raise RError("attempt to select more than one element in vectorIndex")
    current: Any = vector
    for level in range(len(index.data)):
        one = Vector(index.kind, index.data[level : level + 1])
        if level < len(index.data) - 1:
            _check_level(current, one, level + 1, exact=exact)
        current = boxed(element(current, [one], exact=exact))
    return current


def _check_level(current: Any, index: Vector, level: int, *, exact: bool) -> None:
    """Refuse a step of a path that leads nowhere; R ends these messages with a line end."""
    if not isinstance(current, Vector) or current.kind not in ("list", "expression"):
        raise RError(f"recursive indexing failed at level {level}\n")
    position = single_position(current, index, exact=exact)
    if position is None or position >= len(current.data):
        raise RError(f"no such index at level {level}\n")


def single_position(vector: Vector, index: Any, *, exact: bool = True) -> int | None:
    """Return the position `x[[i]]` stands for, None for NA and an unknown name."""
    if index is MISSING:
        raise RError("invalid subscript type 'symbol'")
    if index is None or (isinstance(index, Vector) and len(index.data) == 0):
        raise RError("attempt to select less than one element in get1index")
    if not isinstance(index, Vector) or index.kind in ("list", "expression", "complex"):
        raise RError(f"invalid subscript type '{type_name(index)}'")
    if len(index.data) > 1:
        raise RError("attempt to select more than one element in vectorIndex")
    if index.kind == "character":
        return _named_position(vector, index.data[0], exact=exact)
    number = float(index.data[0])
    if number != number or (index.kind != "double" and index.data[0] == NA_INTEGER):
        return None
    return _numbered_position(int(number), len(vector.data), index.kind)


def _numbered_position(number: int, length: int, kind: str) -> int:
    place = "<real>" if kind == "double" else "<integer>"
    if number > 0:
        return number - 1
    if number == 0:
        raise RError(f"attempt to select less than one element in get1index {place}")
    if length == 2 and -number <= 2:
        return 2 + number
    raise RError(f"invalid negative subscript in get1index {place}")


def _named_position(vector: Vector, name: str | None, *, exact: bool) -> int | None:
    own = vector.attributes or {}
    names = own.get("names")
    if names is None and "dimnames" in own and len(own["dimnames"].data) == 1:
        names = own["dimnames"].data[0]
    if names is None or name is None:
        return None
    return name_position(names.data, name, exact=exact)


def name_position(names: Array, name: str, *, exact: bool) -> int | None:
    """Return where a name is: itself, or else, unless `exact`, the one that begins with it."""
    for position, own in enumerate(names):
        if own == name:
            return position if name else None
    if exact or not name:
        return None
    near = [i for i, own in enumerate(names) if own is not None and own.startswith(name)]
    return near[0] if len(near) == 1 else None


def component_of(value: Value, name: str, *, partial: bool = True) -> Any:
    """Return `value$name`.

    Raises
    ------
    RError
        `$ operator is invalid for atomic vectors`
    """
    if type(value) is Vector:
        if value.kind not in ("list", "expression"):
            raise RError("$ operator is invalid for atomic vectors", 'Use x["name"].')
        names = None if value.attributes is None else value.attributes.get("names")
        if names is None:
            names = only_dimnames(value)
        if names is None:
            return None
        position = name_position(names.data, name, exact=not partial)
        return None if position is None else element_at(value, position)
    return _component_of_other(boxed(value), name, partial=partial)


def _component_of_other(value: Any, name: str, *, partial: bool) -> Any:
    if value is None:
        return None
    if isinstance(value, Environment):
        from rnet.interpreter.environment import ABSENT

        found = value.get(name)
        if type(found) is Vector:
            found.shared = True
        return None if found is ABSENT else found
    if isinstance(value, Model):
        from rnet.interpreter.models import component

        return component(value, name, partial=partial)
    if isinstance(value, Language) and isinstance(value.node, Call):
        return argument_of(value.node, name, partial=partial)
    if isinstance(value, Vector):
        raise RError("$ operator is invalid for atomic vectors", 'Use x["name"].')
    if isinstance(value, FormalObject):
        raise RError("$ operator not defined for this S4 class", "Slots are had by @.")
    raise RError(f"object of type '{type_name(value)}' is not subsettable")
