"""Values written as R code: `deparse` of vectors, lists and functions."""

from typing import Any

import numpy as np

from rnet.interpreter.language_values import Embedded
from rnet.interpreter.values import (
    MISSING,
    NA_INTEGER,
    Builtin,
    Closure,
    Language,
    Model,
    Value,
    Vector,
    boxed,
)
from rnet.language.deparse import ClosureCode, StructureCode, VectorCode, deparse, deparse_line
from rnet.language.tree import Argument, Call, Constant, Function, Node, Symbol
from rnet.values import is_na

_EMPTY = {
    "raw": "raw",
    "logical": "logical",
    "integer": "integer",
    "double": "numeric",
    "complex": "complex",
    "character": "character",
}


def deparsed_lines(value: Value, width: int = 60) -> list[str]:
    """Return a value as R code, broken into lines as R breaks them."""
    return deparse(syntax_of(value), width)


def deparsed_element(value: Value) -> str:
    """Return what `as.character` makes of an element of a list."""
    return deparse_line(syntax_of(value))


def syntax_of(value: Value) -> Node:
    """Return the code whose value is this value: `c(1, 2)`, `list(a = 1)`, `structure(...)`."""
    if value is MISSING:
        return Symbol("")
    vector = boxed(value)
    match vector:
        case None:
            return Constant("NULL", None)
        case Vector():
            return _vector(vector)
        case Language():
            return without_values(vector.node)
        case Closure():
            return ClosureCode(vector.node.parameters, without_values(vector.node.body))
        case Builtin():
            return Call(Symbol(".Primitive"), (Argument(None, Constant("character", vector.name)),))
        case Model():
            return Symbol("<model>")
    return Symbol("<environment>")


def without_values(node: Node) -> Node:
    """Return code with the values that stand in it as themselves written out as code."""
    return _written_out(node) if _holds_values(node) else node


def _holds_values(node: Node) -> bool:
    waiting: list[Node | None] = [node]
    while waiting:
        match waiting.pop():
            case Embedded():
                return True
            case Call(function, arguments):
                waiting += [function, *(argument.value for argument in arguments)]
            case Function(_, body):
                waiting.append(body)
    return False


def _written_out(node: Node) -> Node:
    match node:
        case Embedded():
            return syntax_of(node.value)
        case Call(function, arguments):
            # A list, not a generator: deep code must not nest calls of Python's own C functions.
            parts = [
                Argument(a.name, None if a.value is None else _written_out(a.value))
                for a in arguments
            ]
            return Call(_written_out(function), tuple(parts))
        case Function(parameters, body):
            return Function(parameters, _written_out(body))
    return node


def _vector(vector: Vector) -> Node:
    own = dict(vector.attributes or {})
    names = own.get("names")
    labels = None
    if names is not None and _are_nice(names.data, vector):
        labels = [str(name) for name in names.data]
        del own["names"]
    own.pop("srcref", None)
    bare = _elements(vector, labels)
    if not own:
        return bare
    extra = [Argument(name, syntax_of(_counted(name, item))) for name, item in own.items()]
    return StructureCode(Symbol("structure"), (Argument(None, bare), *extra))


FEW = 2
"""Row names that R writes one by one even where they only count."""


def _counted(name: str, item: Any) -> Any:
    """Return row names that only count as R keeps them: NA and their number."""
    if name != "row.names" or item.kind != "integer":
        return item
    count = len(item.data)
    if count <= FEW or (item.data != np.arange(1, count + 1)).any():
        return item
    return Vector("integer", np.array([NA_INTEGER, count], dtype=np.int32))


def _are_nice(names: Any, vector: Vector) -> bool:
    """Whether names can be written before the elements: all there, and not all empty."""
    return all(name is not None for name in names) and any(names) and not _is_range(vector)


def _elements(vector: Vector, labels: list[str] | None) -> Node:
    if vector.kind in ("list", "expression"):
        name = "list" if vector.kind == "list" else "expression"
        return _call(name, [syntax_of(item) for item in vector.data], labels)
    count = len(vector.data)
    if not count:
        zero = Argument(None, Constant("double", 0.0))
        return Call(Symbol(_EMPTY[vector.kind]), (zero,))
    if _is_range(vector):
        ends = [Constant("double", float(vector.data[i])) for i in (0, -1)]
        return Call(Symbol(":"), tuple(Argument(None, end) for end in ends))
    nodes = _constants(vector)
    if vector.kind == "raw":
        bytes_ = nodes[0] if count == 1 else _call("c", nodes, None)
        return Call(Symbol("as.raw"), (Argument(None, bytes_),))
    return nodes[0] if count == 1 and labels is None else _call("c", nodes, labels)


def _is_range(vector: Vector) -> bool:
    data = vector.data
    if vector.kind != "integer" or len(data) < 2 or (data == NA_INTEGER).any():
        return False
    steps = np.diff(data.astype(np.int64))
    return bool(abs(steps[0]) == 1 and (steps == steps[0]).all())


def _call(name: str, nodes: list[Node], labels: list[str] | None) -> Node:
    kind = VectorCode if name == "c" else Call
    if labels is None:
        return kind(Symbol(name), tuple(Argument(None, node) for node in nodes))
    arguments = (Argument(n or None, node) for n, node in zip(labels, nodes, strict=True))
    return kind(Symbol(name), tuple(arguments))


def _constants(vector: Vector) -> list[Node]:
    kind: Any = vector.kind
    if kind == "raw":
        return [Constant("raw", item) for item in vector.data.tolist()]
    missing = _missing(vector)
    absent = Constant(kind if missing.all() else "logical", None)
    convert = {
        "logical": bool, "integer": int, "double": float, "complex": complex, "character": str,
    }[vector.kind]  # fmt: skip
    return [
        absent if gone else Constant(kind, convert(item))
        for item, gone in zip(vector.data.tolist(), missing, strict=True)
    ]


def _missing(vector: Vector) -> Any:
    if vector.kind == "character":
        return np.array([item is None for item in vector.data])
    if vector.kind == "double":
        return is_na(vector.data)
    if vector.kind == "complex":
        return np.isnan(vector.data.real)
    return vector.data == NA_INTEGER
