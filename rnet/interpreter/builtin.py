"""Base functions: Python functions over values, with their R signature.

    @builtin("paste", "..., sep = ' ', collapse = NULL")
    def paste(dots, sep, collapse): ...

Arguments arrive matched as R matches them, evaluated, and boxed (`values.boxed`), in the order of
the signature; `...` arrives as a list of (name, value). An argument that is not given is its
default, which is a constant; one without a default is an error, unless the signature says
`= .missing`: then it is `MISSING`. The result may be a Python scalar.
"""

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from rnet.conditions import RError
from rnet.interpreter.matching import matched
from rnet.interpreter.quick_ways import WAYS
from rnet.interpreter.values import (
    MISSING,
    NA_INTEGER,
    Builtin,
    Vector,
    boxed,
    character,
)
from rnet.language.parser import parse_expression
from rnet.language.tree import Argument, Call, Constant, Function, Node, Symbol
from rnet.values import NA

if TYPE_CHECKING:
    from rnet.interpreter.frame import Context

F = TypeVar("F", bound=Callable[..., Any])
TABLE: dict[str, Builtin] = {}
"""Every base function that was asked for, by R name."""
DECLARED: dict[str, Callable[[], Builtin]] = {}
"""How to make those of loaded modules that were not: most are not used, and reading signatures
takes time."""


def builtin(
    names: str, signature: str, *, context: bool = False, generic: bool = False
) -> Callable[[F], F]:
    """Declare a base function.

    Parameters
    ----------
    names : str
        R's name, or several separated by blanks.
    signature : str
        R's formal arguments as R writes them; defaults are constants.
    context : bool
        Whether the function takes, first, the `Context` of the call: session, environment, node.
    generic : bool
        Whether R dispatches it on the class of its first argument. The function itself is then
        the default method; methods have names such as `print.factor`.
    """

    def declare(function: F) -> F:
        def make(name: str) -> Builtin:
            definition = parse_expression(f"function({signature}) NULL")
            assert isinstance(definition, Function)
            defaults = tuple(_constant(p.value) for p in definition.parameters)
            return Builtin(name, definition.parameters, function, context, generic, False, defaults)

        for name in names.split():
            _declare(name, make)
        return function

    return declare


def _declare(name: str, make: Callable[[str], Builtin]) -> None:
    """Note how a base function is made; it must be the only one of its name."""
    if name in DECLARED or name in TABLE:
        raise ValueError(f"{name} is declared twice")
    DECLARED[name] = functools.partial(make, name)


def declared_function(name: str) -> Builtin | None:
    """Return a base function of a loaded module, None where there is none."""
    known = TABLE.get(name)
    make = DECLARED.pop(name, None) if known is None else None
    if make is None:
        return known
    function = TABLE[name] = make()
    function.plain = WAYS.get(name)
    return function


def special(names: str) -> Callable[[F], F]:
    """Declare a function that gets its arguments unevaluated: (context, arguments as syntax)."""

    def declare(function: F) -> F:
        def make(name: str) -> Builtin:
            return Builtin(name, (Argument("...", None),), function, True, False, True)

        for name in names.split():
            _declare(name, make)
        return function

    return declare


def _known(name: str) -> Builtin:
    found = declared_function(name)
    assert found is not None, name
    return found


def quick(names: str, function: Callable[..., Any]) -> None:
    """Give base functions a quick way for scalars: of floats and ints, None where it will not do.

    It is asked only for arguments without names that are Python numbers.
    """
    for name in names.split():
        _known(name).quick = function


def plainly(names: str, function: Callable[..., Any]) -> None:
    """Give base functions a quick way for simple values, None where it will not do.

    It is asked for arguments without names, as they come: scalars are not boxed, none is MISSING.
    """
    for name in names.split():
        _known(name).plain = function


def call_builtin(function: Builtin, given: list[tuple[str | None, Any]], context: "Context") -> Any:
    """Match evaluated arguments to a base function's parameters and call it."""
    slots = matched(function.formals, given)
    values = []
    for parameter, value, default in zip(
        function.parameters, slots, function.defaults, strict=True
    ):
        if parameter.name == "...":
            values.append([(name, boxed(item)) for name, item in value])
        elif value is MISSING:
            values.append(_default(function, parameter, default))
        else:
            values.append(boxed(value))
    if function.takes_context:
        return function.function(context, *values)
    return function.function(*values)


def _default(function: Builtin, parameter: Argument, default: Any) -> Any:
    if parameter.value is None:
        raise RError(f'argument "{parameter.name}" is missing, with no default')
    return default


def _constant(node: Node | None) -> Any:
    """Return the value of a default written as a constant."""
    match node:
        case None:
            return MISSING
        case Symbol(".missing"):
            return MISSING
        case Symbol("T" | "F" as name):
            return boxed(name == "T")
        case Call(Symbol("-"), (Argument(None, operand),)):
            inner = _constant(operand)
            return Vector(inner.kind, -inner.data)
        case Call(Symbol("c"), arguments):
            parts = [_constant(argument.value) for argument in arguments]
            if parts[0].kind == "character":
                return character([part.data[0] for part in parts])
            return Vector(parts[0].kind, np.concatenate([part.data for part in parts]))
        case Constant():
            return constant_value(node)
    raise AssertionError(f"no constant: {node}")


def constant_value(node: Constant) -> Any:
    """Return the vector (or NULL) that a literal stands for."""
    if node.kind == "NULL":
        return None
    if node.value is None:
        missing: dict[str, Any] = {"double": NA, "character": None}
        data = np.empty(1, dtype=boxed("" if node.kind == "character" else 1.0).data.dtype)
        if node.kind in ("logical", "integer"):
            return Vector(node.kind, np.array([NA_INTEGER], dtype=np.int32))
        data[0] = missing[node.kind]
        return Vector(node.kind, data)
    kinds: dict[str, Callable[[Any], Any]] = {
        "logical": bool,
        "integer": int,
        "double": float,
        "complex": complex,
        "character": str,
    }
    return boxed(kinds[node.kind](node.value))
