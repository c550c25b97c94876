"""`.` in a formula: the columns of the data that the left side does not mention."""

from collections.abc import Sequence

from rnet.formulas.formula import Formula
from rnet.formulas.names import symbols_in
from rnet.language.tree import Argument, Call, Node, Symbol, call

_ALGEBRA = frozenset({"+", "-", "*", ":", "/", "^", "**", "%in%", "("})


def other_columns(formula: Formula, columns: Sequence[str]) -> list[Symbol]:
    """Return the columns `.` stands for, in the order of the data."""
    used = set() if formula.response is None else set(symbols_in(formula.response))
    return [Symbol(name) for name in columns if name not in used]


def expand_dot(formula: Formula, dot: Sequence[Symbol]) -> Formula:
    """Write `.` out as a sum, in parentheses where R writes them."""
    if not dot or "." not in symbols_in(formula.right):
        return formula
    total: Node = dot[0]
    for column in dot[1:]:
        total = call("+", total, column)
    return Formula(formula.response, _expanded(formula.right, total, bare=True))


def _expanded(node: Node, total: Node, *, bare: bool) -> Node:
    """Replace `.` below a node; `bare` says that a sum may stand here without parentheses."""
    spine: list[Call] = []
    while isinstance(node, Call) and _is_algebra(node) and len(node.arguments) == 2:
        spine.append(node)
        node = _value(node, 0)
    if spine:
        bare = _name(spine[-1]) == "+"
    found = _leaf(node, total, bare=bare)
    for operation in reversed(spine):
        right = _expanded(_value(operation, 1), total, bare=False)
        found = Call(operation.function, (Argument(None, found), Argument(None, right)))
    return found


def _leaf(node: Node, total: Node, *, bare: bool) -> Node:
    if node == Symbol("."):
        return total if bare or isinstance(total, Symbol) else call("(", total)
    if isinstance(node, Call) and _is_algebra(node) and len(node.arguments) == 1:
        inner = _expanded(_value(node, 0), total, bare=_name(node) == "(")
        return Call(node.function, (Argument(None, inner),))
    return node


def _is_algebra(node: Call) -> bool:
    return _name(node) in _ALGEBRA and all(a.value is not None for a in node.arguments)


def _name(node: Call) -> str:
    return node.function.name if isinstance(node.function, Symbol) else ""


def _value(node: Call, position: int) -> Node:
    value = node.arguments[position].value
    assert value is not None  # `_is_algebra` looked
    return value
