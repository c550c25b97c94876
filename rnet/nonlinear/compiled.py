"""Arithmetic expressions as functions of arrays: what `evaluate` gives, without its ceremonies.

A fit evaluates one expression some hundred times; only plain arithmetic and elementwise functions
of numbers are compiled, everything else is left to `evaluate`.
"""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.formulas.math_functions import FUNCTIONS
from rnet.formulas.operators import FUNCTIONS as OPERATIONS
from rnet.language.tree import Argument, Call, Constant, Node, Symbol

Doubles = npt.NDArray[np.float64]
Values = Mapping[str, Doubles]
Compiled = Callable[[Values], Doubles]

OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "+": np.add,
    "-": np.subtract,
    "*": np.multiply,
    "/": np.divide,
    "^": OPERATIONS["^"],
}
ELEMENTWISE = (
    "exp", "log", "log2", "log10", "log1p", "expm1", "sqrt", "abs", "sin", "cos", "tan", "asin",
    "acos", "atan", "sinh", "cosh", "tanh",
)  # fmt: skip
PI = np.array([np.pi])


def compiled(node: Node) -> Compiled | None:
    """Return an expression as a function of its variables; None where it is more than arithmetic.

    Examples
    --------
    >>> from rnet.language.parser import parse_expression
    >>> compiled(parse_expression("a * x^2"))({"a": np.array([2.0]), "x": np.array([3.0])})
    array([18.])
    """
    match node:
        case Symbol(name):
            return lambda values: values.get(name, PI)
        case Constant("double" | "integer", float() | int() as value):
            constant = np.array([float(value)])
            return lambda values: constant  # noqa: ARG005 - called as the others are
        case Call(Symbol("(" | "+"), (Argument(None, inner),)) if inner is not None:
            return compiled(inner)
        case Call(Symbol(name), (Argument(None, inner),)) if inner is not None:
            return _of_one(name, compiled(inner))
        case Call(Symbol(name), (Argument(None, left), Argument(None, right))) if left and right:
            return _of_two(name, compiled(left), compiled(right))
    return None


def _of_one(name: str, inner: Compiled | None) -> Compiled | None:
    function: Any = np.negative if name == "-" else FUNCTIONS.get(name)
    if inner is None or function is None or name not in (*ELEMENTWISE, "-"):
        return None
    return lambda values: function(inner(values))


def _of_two(name: str, left: Compiled | None, right: Compiled | None) -> Compiled | None:
    if left is None or right is None or name not in OPERATORS:
        return None
    function = OPERATORS[name]
    return lambda values: function(left(values), right(values))


def plain_values(columns: Mapping[str, Any], names: list[str]) -> dict[str, Doubles] | None:
    """Return the variables of these names as doubles; None if one is more than a column of them.

    All have one number or the same count of them.
    """
    found: dict[str, Doubles] = {}
    for name in names:
        column = columns.get(name)
        if not isinstance(column, np.ndarray) or column.ndim != 1 or column.dtype.kind not in "fi":
            return None
        found[name] = column.astype(np.float64, copy=False)
    return found if len({len(part) for part in found.values()} - {1}) <= 1 else None
