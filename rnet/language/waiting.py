"""What the parser holds back until its last operand comes."""

from dataclasses import dataclass

from rnet.language.operators import BODY, HELP
from rnet.language.tokens import Token
from rnet.language.tree import Argument, Node


@dataclass(frozen=True, slots=True)
class Waiting:
    """An operator, or the head of `if`, `for`, `function` ..., whose last operand is to come."""

    level: int
    token: Token
    parts: tuple[Node, ...] = ()
    parameters: tuple[Argument, ...] = ()
    may_have_else: bool = False


def lets_assign(head: Waiting) -> bool:
    """Tell whether `=` assigns behind this head even in an argument or a condition."""
    return head.level == BODY or (head.level == HELP and not head.parts)


def awaits_else(waiting: list[Waiting]) -> bool:
    """Tell whether an `if` is among what waits."""
    return any(head.may_have_else for head in waiting)
