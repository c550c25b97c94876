"""Between syntax and values: what `quote` gives, what a value looks like inside a call."""

from collections.abc import Callable, Sequence
from typing import Any

from rnet.interpreter.builtin import constant_value
from rnet.interpreter.environment import Promise
from rnet.interpreter.values import (
    MISSING,
    NA_INTEGER,
    Builtin,
    Closure,
    Kind,
    Language,
    Named,
    Value,
    Vector,
    boxed,
    character,
    objects,
)
from rnet.language.tree import Argument, Call, Constant, Function, Node, Symbol
from rnet.values import is_na


def value_of_node(node: Node | None) -> Any:
    """Return a piece of syntax as a value: constants are vectors, the rest is language."""
    if node is None:
        return MISSING
    if isinstance(node, Constant):
        return constant_value(node)
    if isinstance(node, Embedded):
        return node.value
    return Language(node)


class Embedded(Symbol):
    """A value that stands inside a call as itself, as `do.call` and `bquote` put it there."""

    __slots__ = ("value",)
    value: Value

    def __init__(self, value: Value) -> None:
        super().__init__("<value>")
        object.__setattr__(self, "value", value)


class Held(Embedded):
    """A value that stands inside a call, and what R shows there: `X[[i]]`, `..1`."""

    __slots__ = ("written",)
    written: Node

    def __init__(self, value: Value, written: Node) -> None:
        super().__init__(value)
        object.__setattr__(self, "written", written)


def held(given: Sequence[tuple[str | None, Any]], node: Call) -> tuple[Argument, ...]:
    """Return values as arguments that show what a call has in their places.

    The values behind `...` are `..1`, `..2`.
    """
    places = [argument.value for argument in node.arguments]
    dots = places.index(_DOTS) if _DOTS in places else len(places)
    found: list[Argument] = []
    for place, (name, value) in enumerate(given):
        written = Symbol(f"..{place - dots + 1}") if place >= dots else places[place]
        if type(value) is Promise:
            is_known = value.code is None and isinstance(value.node, Call)
            found.append(Argument(name, Held(value.value, value.node) if is_known else value.node))
        elif value is MISSING or written is None or isinstance(written, Embedded | Constant):
            found.append(Argument(name, None if value is MISSING else node_of(value)))
        else:
            found.append(Argument(name, Held(boxed(value), written)))
    return tuple(found)


_DOTS = Symbol("...")


class LateCall(Call):
    """A call that is written only when somebody looks at it."""

    __slots__ = ("place", "write")
    write: Callable[[int], Call]
    place: int

    def __init__(self, write: Callable[[int], Call], place: int) -> None:
        object.__setattr__(self, "write", write)
        object.__setattr__(self, "place", place)

    def __getattr__(self, name: str) -> Any:
        """Write the call and answer for it; asked only for what is not there yet."""
        if name not in ("function", "arguments"):
            raise AttributeError(name)
        written = self.write(self.place)
        object.__setattr__(self, "function", written.function)
        object.__setattr__(self, "arguments", written.arguments)
        return getattr(written, name)


def node_of(value: Any) -> Node:
    """Return the syntax a value stands for inside a call."""
    if value is MISSING:
        return Symbol("")
    vector = boxed(value)
    if isinstance(vector, Language):
        return vector.node
    constant = _as_constant(vector)
    return Embedded(vector) if constant is None else constant


def _as_constant(vector: Any) -> Constant | None:
    if vector is None:
        return Constant("NULL", None)
    if not isinstance(vector, Vector) or len(vector.data) != 1 or vector.attributes:
        return None
    element = vector.data[0]
    match vector.kind:
        case "double":
            return Constant("double", None if is_na(vector.data)[0] else float(element))
        case "integer" | "logical":
            kind = bool if vector.kind == "logical" else int
            return Constant(vector.kind, None if element == NA_INTEGER else kind(element))
        case "character":
            return Constant("character", element)
    return None


def call_with_values(name: str, given: Sequence[Named]) -> Call:
    """Return the call of a function with values for arguments."""
    return Call(Symbol(name), tuple(Argument(own, node_of(value)) for own, value in given))


def language_parts(language: Language, kind: Kind) -> Vector:
    """Return a call as the list of its parts, the function first."""
    node = language.node
    if kind == "expression":
        return Vector("expression", objects([language]))
    if isinstance(node, Symbol):
        return Vector(kind, objects([node.name])) if kind == "character" else _one(language)
    parts: list[tuple[str | None, Any]]
    match node:
        case Call(function, arguments):
            parts = [(None, function), *((a.name, a.value) for a in arguments)]
        case Function(parameters, body):
            parts = [(None, Symbol("function")), *((p.name, p.value) for p in parameters)]
            parts.append((None, body))
        case _:
            return _one(language)
    names = {"names": character([n or "" for n, _ in parts])} if any(n for n, _ in parts) else None
    if kind == "character":
        from rnet.language.deparse import deparse_line

        texts = [
            part.name if isinstance(part, Symbol)
            else str(part.value) if isinstance(part, Constant) and part.kind == "character"
            else "" if part is None
            else deparse_line(part)
            for _, part in parts
        ]  # fmt: skip
        return Vector("character", objects(texts), names)
    values = [dots_of(part) if n == "..." else value_of_node(part) for n, part in parts]
    return Vector("list", objects(values), names)


def dots_of(node: Node | None) -> Any:
    """Return the arguments that `match.call(expand.dots = FALSE)` puts together, as a list."""
    if not isinstance(node, Call) or node.function != Symbol("pairlist"):
        return value_of_node(node)
    parts = language_parts(Language(node), "list")
    names = (parts.attributes or {}).get("names")
    own = None if names is None else {"names": Vector("character", names.data[1:])}
    return Vector("list", parts.data[1:], own)


def _one(language: Language) -> Vector:
    return Vector("list", objects([language]))


def call_of_parts(parts: Vector) -> Language:
    """Return the call whose parts (function first) a list holds: R's `as.call`."""
    names = parts.attributes.get("names") if parts.attributes else None
    labels = [None] * len(parts.data) if names is None else [n or None for n in names.data]
    function = node_of(parts.data[0])
    arguments = tuple(
        Argument(label, None if item is MISSING else node_of(item))
        for label, item in zip(labels[1:], parts.data[1:], strict=True)
    )
    return Language(Call(function, arguments))


def function_of(value: Closure | Builtin) -> Node:
    """Return the definition of a function as syntax."""
    if isinstance(value, Closure):
        return value.node
    return Function(value.parameters, Constant("NULL", None))


def argument_of(call: Call, name: str, *, partial: bool) -> Any:
    """Return an argument of a call by its name; NULL where there is none."""
    begun = [one for one in call.arguments if one.name and one.name.startswith(name)]
    exact = [one for one in begun if one.name == name]
    found = exact[:1] or (begun if partial and len(begun) == 1 else [])
    if not found or found[0].value is None:
        return None
    return dots_of(found[0].value) if name == "..." else value_of_node(found[0].value)
