"""Kinds of values: `is.*`, `as.*`, typeof, mode."""

from collections.abc import Callable
from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.interpreter.attributes import (
    attribute,
    classes_of,
    dim_of,
    is_data_frame,
    length_of,
    names_of,
    with_attribute,
    with_attributes,
)
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import as_kind, coerced, is_factor, strings, text, type_name
from rnet.interpreter.environment import Environment
from rnet.interpreter.values import (
    NA_INTEGER,
    Builtin,
    Closure,
    Kind,
    Language,
    Model,
    Named,
    Value,
    Vector,
    character,
    objects,
)
from rnet.language.tree import Call, Symbol

_ATOMIC = ("raw", "logical", "integer", "double", "complex", "character")


def _kind(value: Value) -> str:
    return value.kind if isinstance(value, Vector) else ""


def _is_class(name: str) -> Callable[[Value], bool]:
    return lambda value: name in classes_of(value)


_TESTS: dict[str, Callable[[Value], bool]] = {
    "is.raw": lambda v: _kind(v) == "raw",
    "is.logical": lambda v: _kind(v) == "logical",
    "is.integer": lambda v: _kind(v) == "integer",
    "is.double": lambda v: _kind(v) == "double",
    "is.complex": lambda v: _kind(v) == "complex",
    "is.character": lambda v: _kind(v) == "character",
    "is.numeric": lambda v: (
        _kind(v) in ("integer", "double")
        and not {"factor", "Date", "POSIXct", "POSIXlt", "difftime"} & set(classes_of(v))
    ),
    "is.list": lambda v: _kind(v) == "list" or isinstance(v, Model),
    "is.pairlist": lambda v: v is None,
    "is.expression": lambda v: _kind(v) == "expression",
    "is.atomic": lambda v: v is None or _kind(v) in _ATOMIC,
    "is.recursive": lambda v: not (v is None or _kind(v) in _ATOMIC),
    "is.function": lambda v: isinstance(v, Closure | Builtin),
    "is.primitive": lambda v: isinstance(v, Builtin),
    "is.environment": lambda v: isinstance(v, Environment),
    "is.name is.symbol": lambda v: isinstance(v, Language) and isinstance(v.node, Symbol),
    "is.call": lambda v: isinstance(v, Language) and isinstance(v.node, Call),
    "is.language": lambda v: isinstance(v, Language) or _kind(v) == "expression",
    "is.matrix": lambda v: attribute(v, "dim") is not None and len(attribute(v, "dim").data) == 2,
    "is.array": lambda v: attribute(v, "dim") is not None,
    "is.factor": is_factor,
    "is.ordered": _is_class("ordered"),
    "is.data.frame": is_data_frame,
    "is.table": _is_class("table"),
    "is.object": lambda v: bool(classes_of(v)),
}


def _declare_test(names: str, test: Callable[[Value], bool]) -> None:
    @builtin(names, "x")
    def run(x: Value) -> Any:
        return test(x)


for _names, _test in _TESTS.items():
    _declare_test(_names, _test)


@builtin("is.vector", "x, mode = 'any'")
def is_vector(x: Value, mode: Value) -> Any:
    """R's `is.vector`: nothing but names among the attributes."""
    word = text(mode, "mode")
    if not isinstance(x, Vector) or set(x.attributes or {}) - {"names"}:
        return False
    if word == "numeric":
        return x.kind in ("integer", "double")
    return word in ("any", x.kind)


@builtin("is.element", "el, table")
def is_element(el: Value, table: Value) -> Any:
    """R's `is.element`."""
    from rnet.interpreter.order import matched_positions

    return Vector("logical", (matched_positions(el, table) >= 0).astype(np.int32))


@builtin("typeof", "x")
def type_of(x: Value) -> Any:
    """R's `typeof`."""
    return type_name(x)


_MODES = {
    "integer": "numeric",
    "double": "numeric",
    "closure": "function",
    "builtin": "function",
    "special": "function",
    "symbol": "name",
    "language": "call",
}


@builtin("mode", "x")
def mode_of(x: Value) -> Any:
    """R's `mode`."""
    word = type_name(x)
    return _MODES.get(word, word)


@builtin("storage.mode", "x")
def storage_mode(x: Value) -> Any:
    """R's `storage.mode`."""
    word = type_name(x)
    return "function" if word in ("closure", "builtin", "special") else word


@builtin("mode<- storage.mode<-", "x, value")
def set_mode(x: Value, value: Value) -> Any:
    """R's `storage.mode<-`."""
    word = text(value, "value")
    kind: Any = "double" if word == "numeric" else word
    return Vector(kind, as_kind(x, kind).data, getattr(x, "attributes", None))


def bare(value: Value, kind: Kind) -> Any:
    """Return a value as a vector of a kind without attributes; factors as `as.vector` has them."""
    if is_factor(value) and kind == "character":
        return character(strings(value))
    if isinstance(value, Model):
        raise RError(f"'list' object cannot be coerced to type '{kind}'")
    return as_kind(value, kind)


@builtin("as.numeric as.double", "x, ...", generic=True)
def as_numeric(x: Value, dots: list[Named]) -> Any:
    """R's `as.numeric`."""
    return bare(x, "double")


@builtin("as.integer", "x, ...", generic=True)
def as_integer(x: Value, dots: list[Named]) -> Any:
    """R's `as.integer`."""
    return bare(x, "integer")


@builtin("as.logical", "x, ...", generic=True)
def as_logical(x: Value, dots: list[Named]) -> Any:
    """R's `as.logical`."""
    if is_factor(x):
        x = character(strings(x))
    return bare(x, "logical")


@builtin("as.raw", "x")
def as_raw(x: Value) -> Any:
    """R's `as.raw`."""
    return bare(x, "raw")


@builtin("as.complex", "x, ...", generic=True)
def as_complex(x: Value, dots: list[Named]) -> Any:
    """R's `as.complex`."""
    return bare(x, "complex")


@builtin("as.character", "x, ...", generic=True)
def as_character(x: Value, dots: list[Named]) -> Any:
    """R's `as.character`."""
    if isinstance(x, Language):
        from rnet.interpreter.language_values import language_parts

        return with_attributes(language_parts(x, "character"), None)
    return bare(x, "character")


@builtin("as.vector", "x, mode = 'any'", generic=True)
def as_vector(x: Value, mode: Value) -> Any:
    """R's `as.vector`."""
    word = text(mode, "mode")
    if is_factor(x):
        x = character(strings(x))
    if word == "any":
        if not isinstance(x, Vector):
            return x
        if x.kind == "list":
            return _list_without_shape(x)
        return Vector(x.kind, x.data)
    if word == "list":
        return as_list(x, [])
    if word == "symbol":
        return Language(Symbol(str(strings(x)[0])))
    kind: Any = "double" if word == "numeric" else word
    return bare(x, kind)


def _list_without_shape(x: Vector) -> Vector:
    if is_data_frame(x):
        return x
    return with_attributes(x, dict(x.attributes or {}))  # type: ignore[no-any-return]


@builtin("as.list as.pairlist", "x, ...", generic=True)
def as_list(x: Value, dots: list[Named]) -> Any:
    """R's `as.list`."""
    if isinstance(x, Environment):
        names = sorted(x.variables)
        return Vector("list", objects([x.get(n) for n in names]), {"names": character(names)})
    if isinstance(x, Language):
        from rnet.interpreter.language_values import language_parts

        return language_parts(x, "list")
    if isinstance(x, Closure | Builtin):
        return _function_parts(x)
    if isinstance(x, Model):
        from rnet.interpreter.models import unclassed

        return unclassed(x)
    if not isinstance(x, Vector):
        return as_kind(x, "list")
    labels = names_of(x)
    own = {} if labels is None else {"names": character(labels)}
    if x.kind == "list":
        return Vector("list", x.data, own) if is_data_frame(x) else x
    if is_factor(x) or "Date" in classes_of(x):
        kept = {k: v for k, v in (x.attributes or {}).items() if k in ("levels", "class")}
        items = [Vector(x.kind, x.data[i : i + 1], kept) for i in range(len(x.data))]
        return Vector("list", objects(items), own)
    return Vector("list", coerced(x, "list"), own)


def _function_parts(x: Closure | Builtin) -> Vector:
    from rnet.interpreter.language_values import value_of_node

    if isinstance(x, Builtin):
        return Vector("list", objects([x]))
    parts = [value_of_node(p.value) for p in x.node.parameters]
    names = [p.name for p in x.node.parameters]
    items = [*parts, value_of_node(x.node.body)]
    return Vector("list", objects(items), {"names": character([*names, ""])})


@builtin("as.symbol as.name", "x")
def as_symbol(x: Value) -> Any:
    """R's `as.name`."""
    if isinstance(x, Language):
        return x
    name = str(strings(x)[0])
    if not name:
        raise RError("attempt to use zero-length variable name")
    return Language(Symbol(name))


@builtin("as.matrix", "x, ...", generic=True)
def as_matrix(x: Value, dots: list[Named]) -> Any:
    """R's `as.matrix`."""
    sizes = dim_of(x)
    if sizes is not None and len(sizes) == 2:
        return x
    names = names_of(x)
    own: dict[str, Any] = {"dim": Vector("integer", np.array([length_of(x), 1], dtype=np.int32))}
    if names is not None:
        own["dimnames"] = Vector("list", objects([character(names), None]))
    if is_factor(x):
        x = character(strings(x))
    if not isinstance(x, Vector):
        x = as_kind(x, "list")
    return Vector(x.kind, x.data, own)


@builtin("as.array", "x, ...", generic=True)
def as_array(x: Value, dots: list[Named]) -> Any:
    """R's `as.array`."""
    if attribute(x, "dim") is not None:
        return x
    own: dict[str, Any] = {"dim": Vector("integer", np.array([length_of(x)], dtype=np.int32))}
    names = attribute(x, "names")
    if names is not None:
        own["dimnames"] = Vector("list", objects([names]))
    return Vector(x.kind, x.data, own)


@builtin("drop", "x")
def drop(x: Value) -> Any:
    """R's `drop`."""
    from rnet.interpreter.indexing import dropped

    return dropped(x) if isinstance(x, Vector) else x


@builtin("I", "x")
def as_is(x: Value) -> Any:
    """R's `I`."""
    kinds = classes_of(x)
    if "AsIs" in kinds:
        return x
    if not kinds:
        from rnet.interpreter.attributes import class_names

        kinds = [] if attribute(x, "dim") is None else class_names(x)
        kinds = []
    return with_attribute(x, "class", character(["AsIs", *kinds]))


@builtin("is.na<-", "x, value", generic=True)
def set_missing(x: Value, value: Value) -> Any:
    """R's `is.na<-`."""
    from rnet.interpreter.assigning import assign_subset

    return assign_subset(x, [value], Vector("logical", np.array([NA_INTEGER], dtype=np.int32)))
