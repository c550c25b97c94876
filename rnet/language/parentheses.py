"""Where `deparse` puts parentheses around a part that binds less tightly than its surroundings."""

from typing import TypeAlias

from rnet.language.operators import (
    BODY,
    COMPARE,
    EQUALS,
    EXTRACT,
    INFIX,
    NAMESPACE,
    NOT,
    PREFIX,
    SUM,
    Operator,
    infix,
)
from rnet.language.tree import Call, Constant, Function, Node, Symbol

Part: TypeAlias = "str | Node"

_LOOPS = ("if", "while", "for", "repeat")
_EXTRACTIONS = {
    "$": EXTRACT,
    "@": EXTRACT,
    "[": EXTRACT,
    "[[": EXTRACT,
    "::": NAMESPACE,
    ":::": NAMESPACE,
}


def prefix_level(name: str) -> int | None:
    """Return how tightly an operator before its only operand binds; None where it is none.

    R writes calls of `*`, `&&`, `==` ... with one argument this way too, but not those of `?`.
    """
    if name == "!":
        return NOT
    operator = INFIX.get(name)
    if operator is None or not (operator.written and operator.breaks):
        return None
    return PREFIX.get(name, operator.level)


def as_left(node: Node | None, operator: Operator) -> list[Part]:
    """Return the pieces of a left operand."""
    tighter = operator.right_to_left or operator.level == COMPARE
    return as_operand(node, operator.level, left=True, tighter=tighter)


def as_right(node: Node | None, operator: Operator) -> list[Part]:
    """Return the pieces of a right operand."""
    return as_operand(node, operator.level, tighter=not operator.right_to_left)


def as_prefixed(node: Node | None, name: str) -> list[Part]:
    """Return the pieces of the operand behind a prefix operator."""
    return as_operand(node, prefix_level(name) or 0, tighter=True)


def as_argument(node: Node | None) -> list[Part]:
    """Return the pieces of an argument; in `f(a = b)` the `=` would name it."""
    return as_operand(node, EQUALS, left=True, tighter=True) if _is_equals(node) else _one(node)


def as_operand(
    node: Node | None, level: int, *, left: bool = False, tighter: bool = False
) -> list[Part]:
    """Return the pieces of an operand, in parentheses where it needs them.

    Parameters
    ----------
    node : Node or None
        The operand.
    level : int
        How tightly the operator binds.
    left : bool
        The operator stands to the right of this operand.
    tighter : bool
        The operand must bind more tightly than the operator, not only as tightly.
    """
    if node is None:
        return [""]
    inner = _level(node, left=left)
    if inner is None or inner > level or (inner == level and not tighter):
        return [node]
    return ["(", node, ")"]


def as_function(node: Node) -> list[Part]:
    """Return the pieces of what is called, where that is no plain name."""
    if isinstance(node, Function) or (isinstance(node, Call) and _needs_parentheses(node)):
        return ["(", node, ")"]
    return [node]


def _needs_parentheses(node: Call) -> bool:
    if not isinstance(node.function, Symbol):
        return True
    name = node.function.name
    operator = infix(name)
    is_operator = prefix_level(name) is not None or (operator is not None and operator.written)
    return is_operator or name in (*_LOOPS, "next", "break")


def _level(node: Node, *, left: bool) -> int | None:
    """Return how tightly a node binds; None where it never needs parentheses."""
    if isinstance(node, Constant):
        return SUM if node.kind == "complex" else None
    if not isinstance(node, Call) or not isinstance(node.function, Symbol):
        return None
    name, count = node.function.name, len(node.arguments)
    if name in _LOOPS:
        return BODY if left else None
    if name in _EXTRACTIONS:
        return _EXTRACTIONS[name]
    if name == "!" or (count == 1 and prefix_level(name)):
        return (NOT if name == "!" else prefix_level(name)) if left else None
    operator = infix(name)
    return operator.level if operator and operator.written and count == 2 else None


def _is_equals(node: Node | None) -> bool:
    return isinstance(node, Call) and node.function == Symbol("=") and len(node.arguments) == 2


def _one(node: Node | None) -> list[Part]:
    return ["" if node is None else node]
