"""Evaluate the R expressions that stand in formulas, over columns."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np
import pandas as pd

from rnet.conditions import RError
from rnet.formulas.arguments import Arguments, call_function
from rnet.formulas.columns import Column, Doubles, Matrix, as_column, invalid_type, numbers
from rnet.formulas.function_table import CONSTANTS, function_named
from rnet.formulas.operators import repeated
from rnet.frames import UserVariables
from rnet.language.deparse import deparse_line
from rnet.language.tree import Argument, Call, Constant, Node, Symbol
from rnet.values import NA

Value: TypeAlias = Column | None

_MISSING: dict[str, Value] = {
    "logical": pd.array([None], dtype="boolean"),
    "integer": np.array([NA]),
    "double": np.array([NA]),
    "character": np.array([None], dtype=object),
}
_OPERATIONS = frozenset({"+", "-", "*", "/"})
_PARTS = frozenset({"[", "[["})
"""What a program takes out of its own variables, which may be lists and data frames."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Where names are looked up: first in the data, then in the environment, as in R.

    Attributes
    ----------
    data : DataFrame, mapping or None
        Columns by name.
    environment : mapping
        What surrounds the formula: variables, and functions it may call.
    """

    data: pd.DataFrame | Mapping[str, Any] | None
    environment: Mapping[str, Any] = field(default_factory=dict)

    def value(self, name: str) -> Value:
        """Return the column or variable of a name."""
        if self.data is not None and name in self.data:
            found = self.data[name]
            first = found.iloc[:, 0] if isinstance(found, pd.DataFrame) else found
            return as_column(first, name)
        found = self.environment.get(name)
        if found is not None and not callable(found) and not isinstance(found, type(np)):
            return as_column(found, name)
        if name in CONSTANTS:
            return CONSTANTS[name]
        if callable(found) or function_named(name) is not None:
            raise invalid_type("closure", name)
        raise RError(f"object '{name}' not found", self._advice())

    def columns(self) -> dict[str, Any]:
        """Return the columns of the data by name."""
        return {} if self.data is None else {str(name): self.data[str(name)] for name in self.data}

    def function(self, name: str) -> Callable[..., Any]:
        """Return the function of a name: one of R's, else a Python one of the environment."""
        known = function_named(name)
        if known is not None:
            return known
        found = self.environment.get(name)
        if not callable(found):
            raise RError(
                f'could not find function "{name}"',
                "rnet knows R's usual functions in formulas; others can be Python functions "
                "defined where the model is fitted.",
            )
        return _python_function(found, name)

    def _advice(self) -> str | None:
        if self.data is None:
            return "Give a data frame as `data`."
        names = [str(name) for name in self.data]
        shown = ", ".join(names[:10]) + (", ..." if len(names) > 10 else "")
        return f"The data has the columns: {shown}."


def evaluate(node: Node, scope: Scope) -> Value:
    """Return the value of an expression.

    Parameters
    ----------
    node : Node
        A variable of a formula, or any expression of its functions and operators.
    scope : Scope
        Data and environment.

    Raises
    ------
    RError
        ``object 'x' not found``, ``could not find function "f"``, and what the functions say.
    """
    if isinstance(node, Symbol):
        return scope.value(node.name)
    if isinstance(node, Constant):
        return _constant(node)
    if isinstance(node, Call):
        return _call(node, scope)
    raise invalid_type("closure", deparse_line(node))


def _constant(node: Constant) -> Value:
    if node.value is None:
        return _MISSING.get(node.kind)
    if node.kind == "character":
        return np.array([node.value], dtype=object)
    if node.kind == "complex":
        raise invalid_type("complex", deparse_line(node))
    kinds = {"logical": np.bool_, "integer": np.int64, "double": np.float64}
    return np.array([node.value], dtype=kinds[node.kind])


def _chained(node: Call, scope: Scope) -> Value:
    """Evaluate `a + b - c` from the left without recursion: sums may have a thousand parts."""
    chain: list[Call] = []
    innermost: Node = node
    while isinstance(innermost, Call) and _is_operation(innermost):
        chain.append(innermost)
        innermost = _left(innermost)
    found = evaluate(innermost, scope)
    for call in reversed(chain):
        right = call.arguments[1]
        pair = [(None, found), *evaluated_arguments(Call(call.function, (right,)), scope)]
        found = as_column(call_function(_callee(call, scope), pair), "")
    return found


def _left(node: Call) -> Node:
    value = node.arguments[0].value
    assert value is not None  # `_is_operation` looked
    return value


def _is_operation(node: Call) -> bool:
    return (
        isinstance(node.function, Symbol)
        and node.function.name in _OPERATIONS
        and len(node.arguments) == 2
        and all(a.name is None and a.value is not None for a in node.arguments)
    )


def _call(node: Call, scope: Scope) -> Value:
    if _is_operation(node):
        return _chained(node, scope)
    match node:
        case Call(Symbol("(" | "I" | "offset"), (Argument(value=inner),)) if inner is not None:
            return evaluate(inner, scope)
        case Call(Symbol("~")):
            raise invalid_type("language", deparse_line(node))
        case Call(Symbol("$"), (Argument(value=Symbol(holder)), Argument(value=member))):
            return _member(holder, member, scope)
        case Call(Symbol("cbind")):
            return _bound(node, scope)
    is_own = function_named(function_name(node)) is not None and not _takes_part(node, scope)
    if not is_own and isinstance(scope.environment, UserVariables):
        program = scope.environment.program()
        if program is not None:
            return as_column(program.value_of(node, scope.columns()), deparse_line(node))
    found = call_function(_callee(node, scope), evaluated_arguments(node, scope))
    return as_column(found, deparse_line(node))


def _takes_part(node: Call, scope: Scope) -> bool:
    """Whether a call takes a part of something that is no column of the data."""
    if function_name(node) not in _PARTS or not node.arguments:
        return False
    target = node.arguments[0].value
    known = scope.data is not None and isinstance(target, Symbol) and target.name in scope.data
    return not known


def _callee(node: Call, scope: Scope) -> Callable[..., Any]:
    return scope.function(function_name(node))


def function_name(node: Call) -> str:
    """Return the name of the called function, without its package."""
    match node.function:
        case Symbol(name):
            return name
        case Call(Symbol("::" | ":::"), (_, Argument(value=Symbol(name)))):
            return name
    raise RError("attempt to apply non-function", f"In: {deparse_line(node)}")


def evaluated_arguments(node: Call, scope: Scope) -> Arguments:
    """Return the arguments of a call, evaluated; functions given by name stay names."""
    return [
        (argument.name, None if argument.value is None else _argument(argument.value, scope))
        for argument in node.arguments
    ]


def _argument(node: Node, scope: Scope) -> Any:
    if isinstance(node, Symbol) and function_named(node.name) is not None:
        try:
            return scope.value(node.name)
        except RError:
            return function_named(node.name)
    return evaluate(node, scope)


def _bound(node: Call, scope: Scope) -> Matrix:
    """Return `cbind(a, b)`: its columns are named after the expressions."""
    given = [(a, evaluate(a.value, scope)) for a in node.arguments if a.value is not None]
    rows = max((len(column) for _, column in given if column is not None), default=0)
    names: list[str] = []
    parts: list[Doubles] = []
    for argument, column in given:
        if isinstance(column, Matrix):
            parts.append(column.values)
            names.extend(column.column_names or [""] * column.values.shape[1])
        elif column is not None:
            parts.append(numbers(repeated(column, rows))[:, None])
            names.append(_bound_name(argument))
    return Matrix(np.hstack(parts), tuple(names) if any(names) else None)


def _bound_name(argument: Argument) -> str:
    if argument.name is not None:
        return argument.name
    return argument.value.name if isinstance(argument.value, Symbol) else ""


def _member(holder: str, member: Node | None, scope: Scope) -> Value:
    if scope.data is not None and holder in scope.data:
        raise RError("$ operator is invalid for atomic vectors")
    found = scope.environment.get(holder)
    name = member.name if isinstance(member, Symbol) else getattr(member, "value", None)
    if found is None:
        raise RError(f"object '{holder}' not found")
    try:
        return as_column(found[name], f"{holder}${name}")
    except (KeyError, IndexError, TypeError):
        return None


def _python_function(function: Callable[..., Any], name: str) -> Callable[..., Any]:
    def called(*args: Any, **kwargs: Any) -> Any:
        return as_column(function(*args, **kwargs), name)

    return called
