"""R expressions as elementwise functions: "log(1 + exp(x))" over arrays and dual numbers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.formulas.all_vars import all_vars
from rnet.language.deparse import deparse_line
from rnet.language.parser import parse_expression
from rnet.language.tree import Argument, Call, Constant, Function, Node, Symbol

CONSTANTS: dict[str, Any] = {"pi": np.pi, "T": True, "F": False}


@dataclass(frozen=True, slots=True, eq=False)
class RFunction:
    """A function written in R.

    Attributes
    ----------
    definition : Function
        Parameters and body.
    surroundings : mapping
        The variables it may use besides its parameters.
    """

    definition: Function
    surroundings: Mapping[str, Any]

    def __call__(self, *values: Any) -> Any:
        """Return the function of arrays or dual numbers, given by position."""
        parameters = self.definition.parameters
        if len(values) > len(parameters):
            raise RError("unused argument", f"In: {deparse_line(self.definition)}")
        scope = dict(self.surroundings)
        for place, parameter in enumerate(parameters):
            if place < len(values):
                scope[str(parameter.name)] = values[place]
            elif parameter.value is not None:
                scope[str(parameter.name)] = _value(parameter.value, scope)
        return _value(self.definition.body, scope)


def r_function(text: str, parameters: Sequence[str]) -> RFunction:
    """Return the function that an R expression or function definition stands for.

    Parameters
    ----------
    text : str
        ``"log(1 + exp(x))"`` or ``"function(x) log(1 + exp(x))"``.
    parameters : sequence of str
        The parameters of a bare expression. A single one may have any name in the text.

    Raises
    ------
    RError
        For R's syntax errors, and for variables that are not parameters.

    Examples
    --------
    >>> float(r_function("exp(-z^2)", ["x"])(0.0))
    1.0
    """
    tree = parse_expression(text)
    if isinstance(tree, Function):
        return RFunction(tree, {})
    variables = [name for name in all_vars(tree) if name not in CONSTANTS]
    names = variables if len(parameters) == 1 == len(variables) else list(parameters)
    unknown = [name for name in variables if name not in names]
    if unknown:
        raise RError(
            f"object '{unknown[0]}' not found",
            f"A bare expression may use {' and '.join(parameters)}; or write 'function(...) ...'.",
        )
    return RFunction(Function(tuple(Argument(name, None) for name in names), tree), {})


def _value(node: Node, scope: dict[str, Any]) -> Any:
    match node:
        case Constant("double" | "integer" | "logical", value) if value is not None:
            return value if isinstance(value, bool) else float(value)  # type: ignore[arg-type]
        case Symbol(name):
            if name in scope or name in CONSTANTS:
                return scope[name] if name in scope else CONSTANTS[name]
            raise RError(f"object '{name}' not found", f"In: {deparse_line(node)}")
        case Function():
            return RFunction(node, scope)
        case Call(Symbol("{"), arguments):
            found: Any = None
            for argument in arguments:
                found = _value(_given(argument, node), scope)
            return found
        case Call(Symbol("<-" | "="), (Argument(value=Symbol(name)), Argument(value=new))) if new:
            scope[name] = _value(new, scope)
            return scope[name]
        case Call(Symbol(name), arguments):
            return _called(name, node, scope)(
                *(_value(_given(argument, node), scope) for argument in arguments)
            )
    raise RError("the expression is not a function of numbers", f"In: {deparse_line(node)}")


def _given(argument: Argument, node: Node) -> Node:
    if argument.value is None:
        raise RError("argument is missing, with no default", f"In: {deparse_line(node)}")
    return argument.value


def _called(name: str, node: Call, scope: Mapping[str, Any]) -> Callable[..., Any]:
    own = scope.get(name)
    if isinstance(own, RFunction):
        return own
    if name == "if":
        raise RError("the condition has length > 1", "Use ifelse(test, yes, no).")
    function = FUNCTIONS.get((name, len(node.arguments)))
    if function is None:
        known = ", ".join(sorted({known for known, _ in FUNCTIONS if known[0].isalpha()}))
        raise RError(
            f'could not find function "{name}"',
            f"With {len(node.arguments)} argument(s). Known are the operators, {known}; "
            "anything else as a Python function.",
        )
    return function


def _logistic(x: Any) -> Any:
    return 1.0 / (1.0 + np.exp(-x))


def _normal_distribution(x: Any) -> Any:
    from scipy.special import ndtr  # noqa: PLC0415 - slow to load

    return ndtr(x)


def _lgamma(x: Any) -> Any:
    from scipy.special import gammaln  # noqa: PLC0415 - slow to load

    return gammaln(x)


def _logarithm(x: Any, base: Any) -> Any:
    return np.log(x) / np.log(base)


def _same(x: Any) -> Any:
    return x


_UNARY: dict[str, Callable[..., Any]] = {
    "exp": np.exp,
    "expm1": np.expm1,
    "log": np.log,
    "log2": np.log2,
    "log10": np.log10,
    "log1p": np.log1p,
    "sqrt": np.sqrt,
    "sign": np.sign,
    "sin": np.sin,
    "cos": np.cos,
    "tan": np.tan,
    "sinh": np.sinh,
    "cosh": np.cosh,
    "tanh": np.tanh,
    "floor": np.floor,
    "trunc": np.trunc,
    "(": _same,
    "return": _same,
    "I": _same,
    "+": _same,
    "-": np.negative,
    "!": np.logical_not,
    "abs": np.absolute,
    "ceiling": np.ceil,
    "asin": np.arcsin,
    "acos": np.arccos,
    "atan": np.arctan,
    "asinh": np.arcsinh,
    "acosh": np.arccosh,
    "atanh": np.arctanh,
    "plogis": _logistic,
    "pnorm": _normal_distribution,
    "dnorm": lambda x: np.exp(-0.5 * np.square(x)) / np.sqrt(2.0 * np.pi),
    "lgamma": _lgamma,
}
_BINARY: dict[str, Callable[..., Any]] = {
    "+": np.add,
    "-": np.subtract,
    "*": np.multiply,
    "/": np.true_divide,
    "^": np.power,
    "<": np.less,
    "<=": np.less_equal,
    ">": np.greater,
    ">=": np.greater_equal,
    "==": np.equal,
    "!=": np.not_equal,
    "&": np.logical_and,
    "|": np.logical_or,
    "log": _logarithm,
    "pmax": np.maximum,
    "pmin": np.minimum,
    "atan2": np.arctan2,
}

FUNCTIONS: dict[tuple[str, int], Callable[..., Any]] = {
    **{(name, 1): function for name, function in _UNARY.items()},
    **{(name, 2): function for name, function in _BINARY.items()},
    ("ifelse", 3): np.where,
}
