"""The derivative of an R expression by one of its variables: the rules of R's `D`."""
# ruff: noqa: ARG005 - all rules are called with the same arguments

from collections.abc import Callable

from rnet.calculus.algebra import (
    ONE,
    ZERO,
    divided,
    minus,
    number,
    numeric,
    opposite,
    plus,
    power,
    times,
)
from rnet.conditions import RError
from rnet.language.deparse import deparse_line
from rnet.language.names import quoted_name
from rnet.language.tree import Argument, Call, Constant, Node, Symbol, call

TWO, HALF, TEN = number(2), number(0.5), number(10)
ONE_WHOLE = Constant("integer", 1)
PI = Symbol("pi")

# The derivative of f(a) where a has the slope d; `whole` is f(a) itself.
Rule = Callable[[Node, Node, Node], Node]
RULES: dict[str, Rule] = {
    "exp": lambda a, d, whole: times(whole, d),
    "log": lambda a, d, whole: divided(d, a),
    "sin": lambda a, d, whole: times(call("cos", a), d),
    "cos": lambda a, d, whole: opposite(times(call("sin", a), d)),
    "tan": lambda a, d, whole: divided(d, power(call("cos", a), TWO)),
    "sinh": lambda a, d, whole: times(call("cosh", a), d),
    "cosh": lambda a, d, whole: times(call("sinh", a), d),
    "tanh": lambda a, d, whole: divided(d, power(call("cosh", a), TWO)),
    "sqrt": lambda a, d, whole: _of_constant_power(a, HALF, d),
    "pnorm": lambda a, d, whole: times(call("dnorm", a), d),
    "dnorm": lambda a, d, whole: opposite(times(a, times(whole, d))),
    "asin": lambda a, d, whole: divided(d, call("sqrt", minus(ONE, power(a, TWO)))),
    "acos": lambda a, d, whole: opposite(divided(d, call("sqrt", minus(ONE, power(a, TWO))))),
    "atan": lambda a, d, whole: divided(d, plus(ONE, power(a, TWO))),
    "gamma": lambda a, d, whole: times(d, times(whole, call("digamma", a))),
    "lgamma": lambda a, d, whole: times(d, call("digamma", a)),
    "digamma": lambda a, d, whole: times(d, call("trigamma", a)),
    "trigamma": lambda a, d, whole: times(d, call("psigamma", a, Constant("integer", 2))),
    "psigamma": lambda a, d, whole: times(d, call("psigamma", a, ONE_WHOLE)),
    "log1p": lambda a, d, whole: divided(d, plus(ONE, a)),
    "expm1": lambda a, d, whole: times(call("exp", a), d),
    "log2": lambda a, d, whole: divided(d, times(a, call("log", TWO))),
    "log10": lambda a, d, whole: divided(d, times(a, call("log", TEN))),
    "cospi": lambda a, d, whole: opposite(times(call("sinpi", a), times(PI, d))),
    "sinpi": lambda a, d, whole: times(call("cospi", a), times(PI, d)),
    "tanpi": lambda a, d, whole: divided(times(PI, d), power(call("cospi", a), TWO)),
    "factorial": lambda a, d, whole: times(d, times(whole, call("digamma", plus(a, ONE_WHOLE)))),
    "lfactorial": lambda a, d, whole: times(d, call("digamma", plus(a, ONE_WHOLE))),
}  # fmt: skip

# Operators: from their operands and the slopes of these.
OPERATIONS: dict[tuple[str, int], Callable[[list[Node], list[Node]], Node]] = {
    ("(", 1): lambda parts, slopes: slopes[0],
    ("+", 1): lambda parts, slopes: slopes[0],
    ("-", 1): lambda parts, slopes: opposite(slopes[0]),
    ("+", 2): lambda parts, slopes: plus(*slopes),
    ("-", 2): lambda parts, slopes: minus(*slopes),
    ("*", 2): lambda parts, slopes: plus(times(slopes[0], parts[1]), times(parts[0], slopes[1])),
    ("/", 2): lambda parts, slopes: minus(
        divided(slopes[0], parts[1]), divided(times(parts[0], slopes[1]), power(parts[1], TWO))
    ),
}


def derivative(node: Node, name: str) -> Node:
    """Return the derivative of an expression by the variable of this name.

    Raises
    ------
    RError
        `Function 'f' is not in the derivatives table`.

    Examples
    --------
    >>> from rnet.language.parser import parse_expression
    >>> deparse_line(derivative(parse_expression("exp(-x/th)"), "x"))
    '-(exp(-x/th) * (1/th))'
    """
    match node:
        case Constant():
            return ZERO
        case Symbol(found):
            return ONE if found == name else ZERO
        case Call(Symbol(function), arguments):
            given = [argument.value for argument in arguments if argument.value is not None]
            return _of_call(function, given, node, name)
    raise _unknown(deparse_line(node.function) if isinstance(node, Call) else "function")


def _of_call(function: str, given: list[Node], whole: Call, name: str) -> Node:
    operation = OPERATIONS.get((function, len(given)))
    if operation is not None:
        return operation(given, [derivative(part, name) for part in given])
    if (function, len(given)) == ("^", 2):
        return _of_power(given[0], given[1], whole, name)
    if (function, len(given)) == ("psigamma", 2):
        higher = call("psigamma", given[0], _one_more(given[1]))
        return times(derivative(given[0], name), higher)
    if (function, len(given)) == ("log", 2):
        raise RError(
            "only single-argument calls to log() are supported;\n"
            "  maybe use log(x,a) = log(x)/log(a)"
        )
    if function not in RULES or len(given) != 1:
        raise _unknown(quoted_name(function))
    return RULES[function](given[0], derivative(given[0], name), whole)


def _of_power(a: Node, b: Node, whole: Call, name: str) -> Node:
    slope = derivative(a, name)
    if numeric(b) is not None:
        return _of_constant_power(a, b, slope)
    falling = times(power(a, minus(b, ONE)), times(b, slope))
    return plus(falling, times(whole, times(call("log", a), derivative(b, name))))


def _of_constant_power(a: Node, b: Node, slope: Node) -> Node:
    exponent = numeric(b)
    assert exponent is not None
    return times(b, times(slope, power(a, number(exponent - 1))))


def _one_more(order: Node) -> Node:
    value = numeric(order)
    return plus(order, ONE_WHOLE) if value is None else Constant("integer", int(value) + 1)


def _unknown(shown: str) -> RError:
    known = ", ".join(sorted(RULES))
    return RError(
        f"Function '{shown}' is not in the derivatives table",
        f"It has the operators + - * / ^ and {known}.",
    )


def expression_of(given: object) -> Node:
    """Return the expression that is meant: a text, a tree, the right side of a formula."""
    from rnet.formulas.formula import Formula  # noqa: PLC0415 - only where one is given
    from rnet.language.parser import parse_expression  # noqa: PLC0415

    tree = parse_expression(given) if isinstance(given, str) else given
    if isinstance(tree, Formula):
        return tree.right
    match tree:
        case Call(Symbol("~"), arguments) if arguments[-1].value is not None:
            return arguments[-1].value
        case Call(Symbol("expression"), (Argument(value=inner), *_)) if inner is not None:
            return inner
        case Symbol() | Constant() | Call():
            return tree
    raise RError(
        f"expression must not be type '{type(given).__name__}'",
        'Give R text, such as "x^2 * sin(x)".',
    )
