"""The syntax tree of R: what the parser builds and `deparse` writes.

Everything that is not a symbol, a constant or a function definition is a call,
as in R: `a + b`, `x[i]`, `if (p) q`, `{ ... }` and `(x)` are calls of `+`, `[`, `if`, `{` and `(`.

A sum of three thousand terms is three thousand calls deep on its left side. Comparing, hashing,
printing and pickling therefore work on the tree written flat, never by recursion.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import isnan
from typing import Any, Literal, TypeAlias

ConstantKind: TypeAlias = Literal[
    "raw", "logical", "integer", "double", "complex", "character", "NULL"
]


@dataclass(frozen=True, slots=True)
class Symbol:
    """A name, without back-ticks."""

    name: str


@dataclass(frozen=True, slots=True, eq=False)
class Constant:
    """A literal; `value` None stands for the NA of its kind (and for NULL itself).

    Two NaN are the same constant.
    """

    kind: ConstantKind
    value: bool | int | float | complex | str | None

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Constant):
            return NotImplemented
        return _flat(self) == _flat(other)

    def __hash__(self) -> int:
        return hash(_constant_key(self))


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument or parameter; `value` None is an empty one, as in `x[, 1]`."""

    name: str | None
    value: "Node | None"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Call:
    """A call: what is called, and its arguments in order."""

    function: "Node"
    arguments: tuple[Argument, ...]

    def __eq__(self, other: object) -> bool:
        return _flat(self) == _flat(other) if isinstance(other, Call) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(_flat(self)))

    def __repr__(self) -> str:
        return _representation(self)

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (_flat(self),)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Function:
    """A function definition; parameters without a default have value None."""

    parameters: tuple[Argument, ...]
    body: "Node"

    def __eq__(self, other: object) -> bool:
        return _flat(self) == _flat(other) if isinstance(other, Function) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(_flat(self)))

    def __repr__(self) -> str:
        return _representation(self)

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (_flat(self),)


Node: TypeAlias = Symbol | Constant | Call | Function


def call(name: str, *values: Node) -> Call:
    """Return the call of the function `name` with unnamed arguments.

    Examples
    --------
    >>> call("~", Symbol("y"), Symbol("x")).function
    Symbol(name='~')
    """
    return Call(Symbol(name), tuple(Argument(None, value) for value in values))


def _constant_key(constant: Constant) -> tuple[Any, ...]:
    value = constant.value
    if isinstance(value, complex):
        return constant.kind, repr(value.real), repr(value.imag)
    return constant.kind, "nan" if isinstance(value, float) and isnan(value) else value


def _flat(node: Node) -> list[tuple[Any, ...]]:
    """Return the tree in Polish order: every node as one entry, its parts after it."""
    entries: list[tuple[Any, ...]] = []
    waiting: list[Node | None] = [node]
    while waiting:
        match waiting.pop():
            case None:
                entries.append(("empty",))
            case Symbol(name):
                entries.append(("symbol", name))
            case Constant() as constant:
                entries.append(("constant", *_constant_key(constant)))
            case Call(function, arguments):
                entries.append(("call", tuple(argument.name for argument in arguments)))
                waiting += [argument.value for argument in reversed(arguments)]
                waiting.append(function)
            case Function(parameters, body):
                entries.append(("function", tuple(parameter.name for parameter in parameters)))
                waiting.append(body)
                waiting += [parameter.value for parameter in reversed(parameters)]
    return entries


def _restore(entries: list[tuple[Any, ...]]) -> Node:
    """Return the tree that `_flat` wrote down."""
    done: list[Node | None] = []
    for kind, *rest in reversed(entries):
        match kind:
            case "empty":
                done.append(None)
            case "symbol":
                done.append(Symbol(*rest))
            case "constant":
                done.append(_constant(*rest))
            case "call":
                function = done.pop()
                arguments = tuple(Argument(name, done.pop()) for name in rest[0])
                done.append(Call(function, arguments))  # type: ignore[arg-type]
            case "function":
                parameters = tuple(Argument(name, done.pop()) for name in rest[0])
                done.append(Function(parameters, done.pop()))  # type: ignore[arg-type]
    return done[0]  # type: ignore[return-value]


def _constant(kind: ConstantKind, *parts: Any) -> Constant:
    if kind == "complex" and len(parts) == 2:
        return Constant(kind, complex(float(parts[0]), float(parts[1])))
    if kind == "double" and parts[0] == "nan":
        return Constant(kind, float("nan"))
    return Constant(kind, parts[0])


def _representation(node: Node) -> str:
    return "".join(_pieces(node))


def _pieces(node: Node) -> Iterator[str]:
    waiting: list[Node | Argument | str] = [node]
    while waiting:
        match waiting.pop():
            case Call(function, arguments):
                waiting += [")", *_tuple_pieces(arguments), ", arguments=", function]
                yield "Call(function="
            case Function(parameters, body):
                waiting += [")", body, ", body=", *_tuple_pieces(parameters)]
                yield "Function(parameters="
            case Argument(name, value):
                waiting += [")", "None" if value is None else value]
                yield f"Argument(name={name!r}, value="
            case str() as text:
                yield text
            case other:
                yield repr(other)


def _tuple_pieces(arguments: tuple[Argument, ...]) -> list[Argument | str]:
    """Return the parts of `(a, b)` last first, as they go onto a stack."""
    pieces: list[Argument | str] = [",)" if len(arguments) == 1 else ")"]
    for position, argument in enumerate(reversed(arguments)):
        pieces += [", ", argument] if position else [argument]
    return [*pieces, "("]
