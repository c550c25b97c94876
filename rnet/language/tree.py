"""The syntax tree of R: what the parser builds and `deparse` writes.

Everything that is not a symbol, a constant or a function definition is a call,
as in R: `a + b`, `x[i]`, `if (p) q`, `{ ... }` and `(x)` are calls of `+`, `[`, `if`, `{` and `(`.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

ConstantKind: TypeAlias = Literal["logical", "integer", "double", "complex", "character", "NULL"]


@dataclass(frozen=True, slots=True)
class Symbol:
    """A name, without back-ticks."""

    name: str


@dataclass(frozen=True, slots=True)
class Constant:
    """A literal; `value` None stands for the NA of its kind (and for NULL itself)."""

    kind: ConstantKind
    value: bool | int | float | complex | str | None


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument or parameter; `value` None is an empty one, as in `x[, 1]`."""

    name: str | None
    value: "Node | None"


@dataclass(frozen=True, slots=True)
class Call:
    """A call: what is called, and its arguments in order."""

    function: "Node"
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class Function:
    """A function definition; parameters without a default have value None."""

    parameters: tuple[Argument, ...]
    body: "Node"


Node: TypeAlias = Symbol | Constant | Call | Function


def call(name: str, *values: Node) -> Call:
    """Return the call of the function `name` with unnamed arguments.

    Examples
    --------
    >>> call("~", Symbol("y"), Symbol("x")).function
    Symbol(name='~')
    """
    return Call(Symbol(name), tuple(Argument(None, value) for value in values))
