"""Attributes: names, dim, dimnames, class; reading, setting, and what results inherit."""

from collections.abc import Sequence
from typing import Any

from rnet.conditions import RError
from rnet.interpreter.environment import Environment
from rnet.interpreter.values import (
    Attributes,
    Builtin,
    Closure,
    FormalObject,
    Language,
    Model,
    Value,
    Vector,
    boxed,
    character,
    integer,
)
from rnet.language.tree import Call, Symbol


def attribute(value: Value, name: str) -> Any:
    """Return an attribute, None (NULL) where there is none."""
    own = getattr(value, "attributes", None)
    return None if own is None else own.get(name)


def with_attribute(value: Any, name: str, new: Value) -> Any:
    """Return a copy of a value with an attribute set; NULL takes it away."""
    vector = boxed(value)
    own: Attributes = dict(vector.attributes or {})
    if new is None:
        own.pop(name, None)
    else:
        own[name] = boxed(new)
    return with_attributes(vector, own)


def with_attributes(value: Any, attributes: Attributes | None) -> Any:
    """Return a copy of a value that has just these attributes."""
    vector = boxed(value)
    match vector:
        case Vector():
            copy = Vector(vector.kind, vector.data, attributes)
            copy.shared = True
            return copy
        case Language():
            return Language(vector.node, attributes or None)
        case Closure():
            return Closure(
                vector.node,
                vector.parameters,
                vector.body,
                vector.environment,
                attributes or None,
                vector.source,
            )
        case Environment():
            vector.attributes = attributes or None
            return vector
        case FormalObject():
            return FormalObject(attributes)
        case Model():
            return Model(vector.record, vector.classes, dict(vector.changed), attributes or None)
        case None:
            raise RError("attempt to set an attribute on NULL")
    raise RError("invalid type for attributes")


def names_of(value: Value) -> list[str | None] | None:
    """Return the names of a vector or list, None without."""
    names = attribute(value, "names")
    if names is not None:
        return list(names.data)
    dimnames = attribute(value, "dimnames")
    if dimnames is not None and len(dimnames.data) == 1 and dimnames.data[0] is not None:
        return list(dimnames.data[0].data)
    return None


def with_names(value: Any, names: Sequence[str | None] | None) -> Any:
    """Return a copy of a vector with other names."""
    return with_attribute(value, "names", None if names is None else character(names))


def dim_of(value: Value) -> tuple[int, ...] | None:
    """Return the dimensions of a matrix, array or data frame, None for other values."""
    dim = attribute(value, "dim")
    if dim is not None:
        return tuple(int(size) for size in dim.data)
    if is_data_frame(value):
        assert isinstance(value, Vector)
        return row_count(value), len(value.data)
    return None


def dimnames_of(value: Value) -> list[list[str | None] | None] | None:
    """Return the names along each dimension of an array, None without any."""
    dimnames = attribute(value, "dimnames")
    if dimnames is None:
        return None
    return [None if along is None else list(along.data) for along in dimnames.data]


def classes_of(value: Value) -> list[str]:
    """Return the class attribute, [] without one: what S3 looks for before implicit classes."""
    if isinstance(value, Model):
        return list(value.classes)
    kinds = attribute(value, "class")
    return [] if kinds is None else list(kinds.data)


def inherits(value: Value, name: str) -> bool:
    """Whether a value has the class attribute `name`."""
    return name in classes_of(value)


def class_names(value: Value) -> list[str]:
    """Return what `class` answers: the attribute, or the implicit class."""
    own = classes_of(value)
    if own:
        return own
    vector = boxed(value)
    dim = attribute(vector, "dim")
    if dim is not None:
        return ["matrix", "array"] if len(dim.data) == 2 else ["array"]
    return [_basic_class(vector)]


def implicit_classes(value: Value) -> list[str]:
    """Return the classes S3 dispatch tries in turn, without "default"."""
    own = classes_of(value)
    if own:
        return own
    vector = boxed(value)
    dim = attribute(vector, "dim")
    shape = [] if dim is None else (["matrix", "array"] if len(dim.data) == 2 else ["array"])
    if isinstance(vector, Vector) and vector.kind in ("integer", "double"):
        return [*shape, vector.kind, "numeric"]
    if isinstance(vector, Closure | Builtin):
        return [*shape, "function"]
    return [*shape, _basic_class(vector)]


def _basic_class(vector: Any) -> str:
    match vector:
        case None:
            return "NULL"
        case Vector(kind="double"):
            return "numeric"
        case Vector():
            return str(vector.kind)
        case Closure() | Builtin():
            return "function"
        case FormalObject():
            return "S4"
        case Language(node=Symbol()):
            return "name"
        case Language(node=Call(Symbol(name), _)) if name in _CALL_CLASSES:
            return _CALL_CLASSES[name]
        case Language():
            return "call"
    return "environment"


_CALL_CLASSES = {
    "if": "if", "for": "for", "while": "while", "{": "{", "(": "(", "<-": "<-", "=": "=",
}  # fmt: skip


def is_data_frame(value: Value) -> bool:
    """Whether a value has class "data.frame"."""
    return inherits(value, "data.frame")


def row_count(frame: Vector) -> int:
    """Return the number of rows of a data frame."""
    names = attribute(frame, "row.names")
    if names is None:
        return 0
    return abs(int(names.data[1])) if is_compact(names) else len(names.data)


def is_compact(row_names: Vector) -> bool:
    """Whether row names are automatic, kept as R keeps them: c(NA, -n)."""
    return (
        row_names.kind == "integer"
        and len(row_names.data) == 2
        and int(row_names.data[0]) == -(2**31)
    )


def compact_row_names(count: int) -> Vector:
    """Return automatic row names for so many rows."""
    return integer([None, -count])


def row_names_of(frame: Vector) -> list[str]:
    """Return the row names of a data frame as strings."""
    names = attribute(frame, "row.names")
    if names is None:
        return []
    if is_compact(names):
        return [str(i + 1) for i in range(row_count(frame))]
    return [str(name) for name in names.data]


def length_of(value: Value) -> int:
    """Return R's `length`."""
    vector = boxed(value)
    match vector:
        case None:
            return 0
        case Vector():
            return len(vector.data)
        case Environment():
            return len(vector.variables)
        case Language(node=Call(_, arguments)):
            return len(arguments) + 1
        case Model():
            return len(vector.record.names()) if hasattr(vector.record, "names") else 1
    return 1
