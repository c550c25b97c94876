"""A small evaluator of R code for tests: enough to run recorded console sessions.

It walks the syntax tree of `rnet.language.parser`, knows R's special forms and the base
functions of `mini_base`, and finds everything else in rnet under its R name with `.` as `_`.
What R would show after a step is `Session.run(code)`.
"""

import io
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from typing import Any

import mini_base
import numpy as np
from mini_values import (
    cell_subset,
    data_of,
    is_list,
    make,
    names_of,
    option,
    scalar,
    subset,
    vector,
    with_names,
)

import rnet
from rnet.conditions import RError
from rnet.language.parser import parse_program
from rnet.language.tree import Argument, Call, Constant, Function, Node, Symbol


class NotCoveredError(Exception):
    """The step needs something neither rnet nor this evaluator has."""


@dataclass
class Closure:
    """A function of the session."""

    node: Function
    session: "Session"
    variables: dict[str, Any]

    def __call__(self, *values: Any, **named: Any) -> Any:
        names = [parameter.name for parameter in self.node.parameters]
        inner = Session({**self.variables, **dict(zip(names, values, strict=False)), **named})
        return inner.evaluate(self.node.body)


@dataclass
class Session:
    """One console: its variables, and whether the last value is to be shown."""

    variables: dict[str, Any] = field(default_factory=dict)
    visible: bool = True

    def run(self, code: str) -> str:
        """Return what the console shows for the code."""
        written = io.StringIO()
        with redirect_stdout(written):
            for node in parse_program(code):
                self.visible = True
                value = self.evaluate(node)
                if self.visible:
                    written.write(mini_base.console(value) + "\n")
        return written.getvalue()

    def evaluate(self, node: Node) -> Any:
        match node:
            case Constant(kind, value):
                return None if kind == "NULL" else make(kind, [value])
            case Symbol(name):
                return self.lookup(name)
            case Function():
                return Closure(node, self, self.variables)
            case Call(Symbol(name), arguments) if name in SPECIAL:
                return SPECIAL[name](self, arguments)
            case Call(function, arguments):
                return self.call(function, arguments)
        raise AssertionError(node)

    def lookup(self, name: str) -> Any:
        if name in self.variables:
            return self.variables[name]
        if name in mini_base.CONSTANTS:
            return mini_base.CONSTANTS[name]
        if name in mini_base.FUNCTIONS or name in mini_base.NAMED_ARGUMENTS:
            return mini_base.FUNCTIONS.get(name) or mini_base.NAMED_ARGUMENTS[name]
        try:
            return rnet.data(name)
        except RError:
            raise NotCoveredError(name) from None

    def call(self, function: Node, arguments: tuple[Argument, ...]) -> Any:
        pairs = [(a.name, self.evaluate(a.value)) for a in arguments if a.value is not None]
        name = function.name if isinstance(function, Symbol) else ""
        self.visible = True
        if name in mini_base.NAMED_ARGUMENTS:
            return mini_base.NAMED_ARGUMENTS[name](pairs)
        positional = [value for tag, value in pairs if tag is None]
        named = {tag.replace(".", "_"): value for tag, value in pairs if tag is not None}
        if name in mini_base.SILENT:
            self.visible = False
        if name in self.variables or not name:
            return self.evaluate(function)(*positional, **named)
        if name in mini_base.FUNCTIONS:
            return mini_base.FUNCTIONS[name](*positional, **named)
        return _from_rnet(name, positional, named)


def _from_rnet(name: str, positional: list[Any], named: dict[str, Any]) -> Any:
    function = getattr(rnet, name.replace(".", "_"), None)
    if function is None:
        raise NotCoveredError(name)
    values = [scalar(value) for value in positional]
    return vector(function(*values, **{tag: option(value) for tag, value in named.items()}))


def _assign(session: Session, arguments: tuple[Argument, ...]) -> None:
    target, value = arguments[0].value, session.evaluate(arguments[1].value)
    match target:
        case Symbol(name):
            session.variables[name] = value
        case Call(Symbol("names"), (Argument(None, Symbol(name)),)):
            session.variables[name] = with_names(session.lookup(name), data_of(value)[1])
        case _:
            raise NotCoveredError(f"assignment to {target}")
    session.visible = False


def _bracket(session: Session, arguments: tuple[Argument, ...]) -> Any:
    value = session.evaluate(arguments[0].value)
    indices = [None if a.value is None else session.evaluate(a.value) for a in arguments[1:]]
    return subset(value, indices[0]) if len(indices) == 1 else cell_subset(value, *indices[:2])


def _double_bracket(session: Session, arguments: tuple[Argument, ...]) -> Any:
    value, index = (session.evaluate(argument.value) for argument in arguments)
    if not is_list(value) and names_of(value) is None:
        return subset(value, index)
    key = data_of(index)[1][0]
    return _element(value, names_of(value)[int(key) - 1] if not isinstance(key, str) else key)


def _dollar(session: Session, arguments: tuple[Argument, ...]) -> Any:
    name = arguments[1].value
    key = name.name if isinstance(name, Symbol) else name.value
    return _element(session.evaluate(arguments[0].value), key)


def _element(value: Any, name: str) -> Any:
    element = value[name]
    if names_of(element) is None and hasattr(element, "array"):
        return element.array
    return element


def _brace(session: Session, arguments: tuple[Argument, ...]) -> Any:
    value = None
    for argument in arguments:
        value = session.evaluate(argument.value)
    return value


def _quote(session: Session, arguments: tuple[Argument, ...]) -> Any:
    return arguments[0].value


def _parenthesis(session: Session, arguments: tuple[Argument, ...]) -> Any:
    value = session.evaluate(arguments[0].value)
    session.visible = True
    return value


def _invisible(session: Session, arguments: tuple[Argument, ...]) -> Any:
    value = session.evaluate(arguments[0].value) if arguments else None
    session.visible = False
    return value


def _both(session: Session, arguments: tuple[Argument, ...]) -> Any:
    values = [data_of(session.evaluate(argument.value))[1][0] for argument in arguments]
    return np.array([all(values)])


SPECIAL = {
    "<-": _assign,
    "=": _assign,
    "[": _bracket,
    "[[": _double_bracket,
    "$": _dollar,
    "{": _brace,
    "(": _parenthesis,
    "quote": _quote,
    "invisible": _invisible,
    "&&": _both,
    "~": lambda session, arguments: Call(Symbol("~"), arguments),
    "expression": lambda session, arguments: Call(Symbol("expression"), arguments),
}
