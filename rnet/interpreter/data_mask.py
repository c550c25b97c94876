"""Expressions whose variables are, first, the columns of a data frame."""

from typing import Any

from rnet.interpreter.attributes import names_of
from rnet.interpreter.compile import compiled
from rnet.interpreter.environment import Environment
from rnet.interpreter.language_values import Embedded
from rnet.interpreter.values import Value, Vector, boxed
from rnet.language.tree import Node


def mask(data: Value, outside: Environment) -> Environment:
    """Return an environment with the columns (or elements) of `data`, inside another."""
    inner = Environment(outside)
    if isinstance(data, Vector) and data.kind == "list":
        for name, column in zip(names_of(data) or [], data.data, strict=False):
            if name:
                if isinstance(column, Vector):
                    column.shared = True
                inner.variables.setdefault(str(name), column)
    elif isinstance(data, Environment):
        return data
    return inner


def masked(node: Node, data: Value, outside: Environment, given: Any = None) -> Value:
    """Evaluate an expression of the columns of `data`; a value that stands there is itself."""
    if isinstance(node, Embedded):
        return boxed(node.value)
    if given is not None and getattr(given, "promise", None) is not None:
        outside = given.promise.environment
    return boxed(compiled(node)(mask(data, outside)))
