"""Sums, products and powers of expressions, simplified as R's `D` simplifies them.

Nothing is ordered or collected: a zero or a one disappears, and a minus moves outwards.
"""

from rnet.language.tree import Argument, Call, Constant, Node, Symbol, call

ZERO, ONE = Constant("double", 0.0), Constant("double", 1.0)


def number(value: float) -> Constant:
    """Return a number as a node."""
    return Constant("double", float(value))


def numeric(node: Node) -> float | None:
    """Return the value of a number or logical value, None of anything else."""
    if isinstance(node, Constant) and node.kind in ("double", "integer", "logical"):
        return None if node.value is None else float(node.value)  # type: ignore[arg-type]
    return None


def negated(node: Node) -> Node | None:
    """Return what a minus stands before, None where there is no minus."""
    match node:
        case Call(Symbol("-"), (Argument(value=inner),)):
            return inner
    return None


def plus(a: Node, b: Node) -> Node:
    """Return a + b.

    Examples
    --------
    >>> plus(ZERO, Symbol("x"))
    Symbol(name='x')
    """
    if numeric(a) == 0:
        return b
    if numeric(b) == 0:
        return a
    if (inner := negated(a)) is not None:
        return minus(b, inner)
    if (inner := negated(b)) is not None:
        return minus(a, inner)
    return call("+", a, b)


def minus(a: Node, b: Node) -> Node:
    """Return a - b."""
    if numeric(b) == 0:
        return a
    if numeric(a) == 0:
        return opposite(b)
    if (inner := negated(a)) is not None:
        return opposite(plus(inner, b))
    if (inner := negated(b)) is not None:
        return call("+", a, inner)
    return call("-", a, b)


def opposite(a: Node) -> Node:
    """Return -a."""
    if numeric(a) == 0:
        return ZERO
    inner = negated(a)
    return call("-", a) if inner is None else inner


def times(a: Node, b: Node) -> Node:
    """Return a * b."""
    if 0 in (numeric(a), numeric(b)):
        return ZERO
    if numeric(a) == 1:
        return b
    if numeric(b) == 1:
        return a
    if (inner := negated(a)) is not None:
        return opposite(times(inner, b))
    if (inner := negated(b)) is not None:
        return opposite(times(a, inner))
    return call("*", a, b)


def divided(a: Node, b: Node) -> Node:
    """Return a / b."""
    if numeric(a) == 0:
        return ZERO
    if numeric(b) == 1:
        return a
    if (inner := negated(a)) is not None:
        return opposite(divided(inner, b))
    if (inner := negated(b)) is not None:
        return opposite(divided(a, inner))
    return call("/", a, b)


def power(a: Node, b: Node) -> Node:
    """Return a ^ b."""
    if numeric(b) == 1:
        return a
    if numeric(b) == 0:
        return ONE
    return call("^", a, b)
