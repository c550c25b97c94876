"""Code of R's operators: quick for single numbers, then vectors, then methods of classes."""

import math
import operator as python_operator
from collections.abc import Callable
from typing import Any

from rnet.conditions import RError
from rnet.interpreter.arithmetic import (
    arithmetic,
    colon,
    comparison,
    logic,
    negation,
    negative,
    positive,
)
from rnet.interpreter.builtin import builtin
from rnet.interpreter.compile import argument_codes, compiler, symbol, values_of
from rnet.interpreter.compile import compiled as general
from rnet.interpreter.environment import ABSENT, Environment
from rnet.interpreter.frame import STATE
from rnet.interpreter.signalling import fail_with
from rnet.interpreter.values import Code, Value, scalar
from rnet.language.tree import Call, Constant, Node, Symbol

LARGEST = 2**31 - 1
Quick = Callable[[Any, Any], Any]
Slow = Callable[[str, Value, Value], Any]


def _operand_code(node: Node) -> Code:
    """Return the code of an operand: a variable is looked at, not kept."""
    return symbol(node.name, share=False) if isinstance(node, Symbol) else general(node)


def _binary(node: Call, quick: Quick | None, slow: Slow, *, counts: bool) -> Code:
    """Return the code of a binary operator.

    `quick` works on two floats, and where `counts` says so on two ints whose result is an int.
    """
    assert isinstance(node.function, Symbol)
    name = node.function.name
    first, second = node.arguments[0].value, node.arguments[1].value
    assert first is not None
    assert second is not None
    left, right = _operand_code(first), _operand_code(second)
    left_name = first.name if isinstance(first, Symbol) else ""
    right_name = second.name if isinstance(second, Symbol) else ""
    plain = all(isinstance(n, Symbol | Constant) for n in (first, second))

    def run(environment: Environment) -> Any:
        # Most operands are numbers in variables of this very environment: no call for them.
        a = environment.variables.get(left_name)
        if type(a) is not float and type(a) is not int:
            a = left(environment)
        b = environment.variables.get(right_name)
        if type(b) is not float and type(b) is not int:
            b = right(environment)
        if quick is not None:
            kind, other = type(a), type(b)
            if kind is float:
                if other is float or other is int:
                    result = quick(a, b)
                    if result is not None:
                        if not plain:
                            STATE.visible = True
                        return result
            elif kind is int and (other is float or (counts and other is int)):
                result = quick(a, b)
                if result is not None and (other is float or -LARGEST <= result <= LARGEST):
                    if not plain:
                        STATE.visible = True
                    return result
        STATE.visible = True
        return operate(name, slow, a, b, environment, node)

    return run


def operate(name: str, slow: Slow, a: Value, b: Value, environment: Environment, node: Call) -> Any:
    """Apply a binary operator to any values: a method of their class, or the vectors'."""
    if getattr(a, "attributes", None) or getattr(b, "attributes", None):
        from rnet.interpreter.dispatch import dispatched_operator

        found = dispatched_operator(name, [a, b], environment, node)
        if found is not ABSENT:
            return found
    outer, STATE.call = STATE.call, node
    try:
        return scalar(slow(name, a, b))
    except Exception as error:
        return fail_with(error, node)
    finally:
        STATE.call = outer


def _unary(name: str, slow: Callable[[Value], Any], node: Call) -> Code:
    operand = node.arguments[0].value
    assert operand is not None
    code = _operand_code(operand)

    def run(environment: Environment) -> Any:
        value = code(environment)
        STATE.visible = True
        if name == "-" and type(value) is float:
            return -value
        if name == "!" and type(value) is bool:
            return not value
        if getattr(value, "attributes", None):
            from rnet.interpreter.dispatch import dispatched_operator

            found = dispatched_operator(name, [value], environment, node)
            if found is not ABSENT:
                return found
        outer, STATE.call = STATE.call, node
        try:
            return scalar(slow(value))
        except Exception as error:
            return fail_with(error, node)
        finally:
            STATE.call = outer

    return run


def _divided(a: float, b: float) -> float | None:
    return float(a) / b if b else None


def _power(a: float, b: float) -> float | None:
    if b == 2.0:
        return float(a) * a
    if a > 0.0 and math.isfinite(a) and math.isfinite(b):
        try:
            return math.pow(a, b)
        except OverflowError:
            return math.inf
    return None


def _remainder(a: float, b: float) -> float | None:
    return a % b if b and math.isfinite(a) and math.isfinite(b) else None


def _quotient(a: float, b: float) -> float | None:
    return a // b if b and math.isfinite(a) and math.isfinite(b) else None


def _compared(compare: Quick) -> Quick:
    def quick(a: float, b: float) -> bool | None:
        return bool(compare(a, b)) if a == a and b == b else None

    return quick


ARITHMETIC: dict[str, tuple[Quick, bool]] = {
    "+": (python_operator.add, True),
    "-": (python_operator.sub, True),
    "*": (python_operator.mul, True),
    "/": (_divided, True),
    "^": (_power, False),
    "%%": (_remainder, True),
    "%/%": (_quotient, True),
}
COMPARISONS: dict[str, Quick] = {
    "==": _compared(python_operator.eq),
    "!=": _compared(python_operator.ne),
    "<": _compared(python_operator.lt),
    ">": _compared(python_operator.gt),
    "<=": _compared(python_operator.le),
    ">=": _compared(python_operator.ge),
}
UNARY: dict[str, Callable[[Value], Any]] = {"-": negative, "+": positive, "!": negation}


@compiler(*ARITHMETIC)
def _arithmetic(node: Call, tail: bool) -> Code:
    assert isinstance(node.function, Symbol)
    name = node.function.name
    if len(node.arguments) == 1 and name in UNARY:
        return _unary(name, UNARY[name], node)
    if len(node.arguments) != 2 or any(_is_loose(a.value) for a in node.arguments):
        return _by_values(node)
    quick, counts = ARITHMETIC[name]
    return _binary(node, quick, arithmetic, counts=counts)


@compiler(*COMPARISONS)
def _comparison(node: Call, tail: bool) -> Code:
    assert isinstance(node.function, Symbol)
    if len(node.arguments) != 2 or any(_is_loose(a.value) for a in node.arguments):
        return _by_values(node)
    return _binary(node, COMPARISONS[node.function.name], comparison, counts=True)


@compiler("&", "|")
def _logic(node: Call, tail: bool) -> Code:
    if len(node.arguments) != 2 or any(_is_loose(a.value) for a in node.arguments):
        return _by_values(node)
    return _binary(node, None, logic, counts=False)


@compiler("!")
def _not(node: Call, tail: bool) -> Code:
    return _unary("!", negation, node) if len(node.arguments) == 1 else _by_values(node)


@compiler(":")
def _colon(node: Call, tail: bool) -> Code:
    if len(node.arguments) != 2 or any(_is_loose(a.value) for a in node.arguments):
        return _by_values(node)
    return _binary(node, None, _colon_of, counts=False)


def _colon_of(name: str, left: Value, right: Value) -> Any:
    from rnet.interpreter.coerce import is_factor

    if is_factor(left) and is_factor(right):
        raise RError("the interaction of factors is not available here", "Use interaction().")
    return colon(left, right)


def _is_loose(node: Node | None) -> bool:
    return node is None or (isinstance(node, Symbol) and node.name == "...")


def _by_values(node: Call) -> Code:
    """Return the code of an operator called like a function, with `...` among its arguments."""
    codes = argument_codes(node.arguments)
    assert isinstance(node.function, Symbol)
    name = node.function.name

    def run(environment: Environment) -> Any:
        values = [value for _, value in values_of(codes, environment)]
        STATE.visible = True
        return apply_operator(name, values, environment, node)

    return run


def apply_operator(name: str, values: list[Value], environment: Environment, node: Call) -> Any:
    """Apply an operator to one or two values, as `sapply(x, "-")` or `Reduce("+", x)` do."""
    if len(values) == 1 and name in UNARY:
        if getattr(values[0], "attributes", None):
            from rnet.interpreter.dispatch import dispatched_operator

            found = dispatched_operator(name, values, environment, node)
            if found is not ABSENT:
                return found
        return scalar(UNARY[name](values[0]))
    if len(values) != 2:
        raise RError(f"operator needs one or two arguments: '{name}'")
    slow: Slow = arithmetic if name in ARITHMETIC else comparison
    if name in ("&", "|"):
        slow = logic
    if name == ":":
        slow = _colon_of
    return operate(name, slow, values[0], values[1], environment, node)


def _declare(name: str) -> None:
    @builtin(name, "...", context=True)
    def run(context: Any, dots: list[tuple[str | None, Any]]) -> Any:
        return apply_operator(name, [v for _, v in dots], context.environment, context.call)


for _name in (*ARITHMETIC, *COMPARISONS, "&", "|", "!", ":"):
    _declare(_name)


def operate_plainly(name: str, values: list[Value]) -> Any:
    """Apply an operator without looking for methods: where `NextMethod` ends."""
    if len(values) == 1:
        return UNARY[name](values[0])
    if name in ARITHMETIC:
        return arithmetic(name, values[0], values[1])
    if name in ("&", "|"):
        return logic(name, values[0], values[1])
    return comparison(name, values[0], values[1])
