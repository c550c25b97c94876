"""Code of R's operators: quick for single numbers, then vectors, then methods of classes."""

import math
import operator as python_operator
from collections.abc import Callable
from typing import Any

import numpy as np

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
from rnet.interpreter.builtin import builtin, constant_value
from rnet.interpreter.compile import argument_codes, compiler, symbol, values_of
from rnet.interpreter.compile import compiled as general
from rnet.interpreter.environment import ABSENT, Environment, Promise
from rnet.interpreter.frame import STATE
from rnet.interpreter.quick_arithmetic import quick_vectors
from rnet.interpreter.signalling import fail_with
from rnet.interpreter.values import MISSING, Builtin, Code, Value, Vector, scalar
from rnet.language.tree import Argument, Call, Constant, Node, Symbol

LARGEST = 2**31 - 1
_NUMBERS = frozenset({float, int})
_PLAIN = frozenset({Symbol, Constant})
"""Operands that are had without running code: no values that stand in a call as themselves."""
Quick = Callable[[Any, Any], Any]
Slow = Callable[[str, Value, Value], Any]


def _operand_code(node: Node) -> Code:
    """Return the code of an operand: a variable is looked at, not kept."""
    return symbol(node.name, share=False) if type(node) is Symbol else general(node)


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
    if quick is None:
        return _slow_binary(name, slow, left, right, node)
    if type(first) is Symbol and type(second) in _PLAIN:
        return _plain_binary(node, quick, slow, counts=counts)

    def run(environment: Environment) -> Any:
        a, b = left(environment), right(environment)
        STATE.visible = True
        result = quick(a, b) if type(a) is type(b) is float else _of_numbers(quick, a, b, counts)
        return operate(name, slow, a, b, environment, node) if result is None else result

    return run


def _slow_binary(name: str, slow: Slow, left: Code, right: Code, node: Call) -> Code:
    def run(environment: Environment) -> Any:
        a, b = left(environment), right(environment)
        STATE.visible = True
        return operate(name, slow, a, b, environment, node)

    return run


def _plain_binary(node: Call, quick: Quick, slow: Slow, *, counts: bool, target: str = "") -> Code:
    """Return the code of an operator between a variable and a variable or a constant.

    Most are numbers in variables of the very environment: they are had without a call. With a
    `target` the code also assigns the result to that variable.
    """
    first, second = (argument.value for argument in node.arguments)
    assert isinstance(node.function, Symbol)
    assert isinstance(first, Symbol)
    assert isinstance(second, Symbol | Constant)
    name, left_name = node.function.name, first.name
    left, right = _operand_code(first), _operand_code(second)
    right_name = second.name if isinstance(second, Symbol) else None
    constant = scalar(constant_value(second)) if isinstance(second, Constant) else None

    def otherwise(environment: Environment, a: Any, b: Any) -> Any:
        a, b = _settled(a, b, left, right, environment)
        result = _of_numbers(quick, a, b, counts)
        if result is None:
            STATE.visible = True
            return operate(name, slow, a, b, environment, node)
        return result

    def run(environment: Environment) -> Any:
        variables = environment.variables
        try:
            a = variables[left_name]
            b = constant if right_name is None else variables[right_name]
        except KeyError:
            a = b = None
        kind, other = type(a), type(b)
        if other is float if kind is int else kind is float and (other is float or other is int):
            result = quick(a, b)
            if result is None:
                result = otherwise(environment, a, b)
        else:
            result = otherwise(environment, a, b)
        if target:
            STATE.visible = False
            if environment.locked:
                environment.assign(target, result)
            variables[target] = result
        return result

    return run


def _settled(a: Any, b: Any, left: Code, right: Code, environment: Environment) -> tuple[Any, Any]:
    """Return operands from what their variables hold here; the second after the first has run."""
    if type(a) is Promise and a.code is None:
        a = a.value
    elif a is None or a is MISSING or type(a) is Promise:
        a, b = left(environment), None
    if type(b) is Promise:
        b = b.force()
    elif b is None or b is MISSING:
        b = right(environment)
    return a, b


def _of_numbers(quick: Quick, a: Value, b: Value, counts: bool) -> Any:
    """Return the result for two Python numbers, None where it takes more."""
    kind, other = type(a), type(b)
    if kind is float:
        if other is float or other is int:
            return quick(a, b)
    elif kind is int and (other is float or (counts and other is int)):
        result = quick(a, b)
        if result is not None and (other is float or -LARGEST <= result <= LARGEST):
            return result
    return None


def assigned_operation(target: str, node: Node) -> Code | None:
    """Return the code of `target <- x + y` for numbers in variables; None for anything else."""
    match node:
        case Call(Symbol(name), (Argument(None, Symbol(left) as first), Argument(None, other))):
            quick, counts = ARITHMETIC.get(name, (None, False))
            plain = type(first) is Symbol and type(other) in _PLAIN
            plain = plain and left != "..." and not _is_loose(other)
            if quick is not None and plain and name not in STATE.overridden:
                return _plain_binary(node, quick, arithmetic, counts=counts, target=target)
    return None


def operate(name: str, slow: Slow, a: Value, b: Value, environment: Environment, node: Call) -> Any:
    """Apply a binary operator to any values: a method of their class, or the vectors'."""
    quick = quick_vectors(name, a, b)
    if quick is not None:
        return quick
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
    return a % b if b and a - a == 0 == b - b else None  # infinities go the other way


def _quotient(a: float, b: float) -> float | None:
    return a // b if b and a - a == 0 == b - b else None


def _equal(a: float, b: float) -> bool | None:
    return a == b if a == a and b == b else None


def _unequal(a: float, b: float) -> bool | None:
    return a != b if a == a and b == b else None


def _less(a: float, b: float) -> bool | None:
    return True if a < b else (False if a >= b else None)


def _greater(a: float, b: float) -> bool | None:
    return True if a > b else (False if a <= b else None)


def _at_most(a: float, b: float) -> bool | None:
    return True if a <= b else (False if a > b else None)


def _at_least(a: float, b: float) -> bool | None:
    return True if a >= b else (False if a < b else None)


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
    "==": _equal,
    "!=": _unequal,
    "<": _less,
    ">": _greater,
    "<=": _at_most,
    ">=": _at_least,
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

    if type(left) in _NUMBERS and type(right) in _NUMBERS:
        if -LARGEST <= left <= right <= LARGEST and left == int(left):
            return Vector("integer", np.arange(int(left), int(right) + 1, dtype=np.int32))
    elif is_factor(left) and is_factor(right):
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


def operation(function: Value, environment: Environment, node: Call) -> Quick | None:
    """Return an operator of arithmetic as a function of two values, None for other functions."""
    if type(function) is not Builtin or function.name not in ARITHMETIC:
        return None
    name = function.name
    quick, counts = ARITHMETIC[name]

    def run(a: Value, b: Value) -> Any:
        found = _of_numbers(quick, a, b, counts)
        return operate(name, arithmetic, a, b, environment, node) if found is None else found

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
