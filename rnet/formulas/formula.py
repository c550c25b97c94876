"""R's formula as a value: a left and a right side of syntax trees."""

from dataclasses import dataclass
from typing import ClassVar

from rnet.conditions import RError
from rnet.language.deparse import deparse
from rnet.language.parser import parse_expression
from rnet.language.tree import Argument, Call, Node, Symbol
from rnet.record import Record
from rnet.typed_values import as_node


@dataclass(frozen=True, slots=True, repr=False)
class Formula(Record):
    """A formula `response ~ right`.

    Attributes
    ----------
    response : Node or None
        The left side as it was written; None for a one-sided formula.
    right : Node
        The right side.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("response", "right")

    response: Node | None
    right: Node

    @property
    def tree(self) -> Call:
        """The formula as R's call of `~`."""
        sides = (self.right,) if self.response is None else (self.response, self.right)
        return Call(Symbol("~"), tuple(Argument(None, side) for side in sides))

    def __str__(self) -> str:
        return "\n".join(deparse(self.tree))


@as_node.register
def _(value: Formula) -> Node:
    return value.tree


def parse_formula(formula: "str | Formula") -> Formula:
    """Return the formula a text holds; a `Formula` is returned as it is.

    Parameters
    ----------
    formula : str or Formula
        R's own syntax, such as ``"log(y) ~ a * b + offset(w)"``.

    Raises
    ------
    RError
        If the text does not parse or is no formula.
    """
    if isinstance(formula, Formula):
        return formula
    if not isinstance(formula, str):
        raise RError("invalid formula", "Give the formula as a string, such as 'y ~ a + b'.")
    return formula_from_tree(parse_expression(formula))


def formula_from_tree(tree: Node) -> Formula:
    """Return the formula a call of `~` stands for.

    Examples
    --------
    >>> from rnet.language.tree import call
    >>> str(formula_from_tree(call("~", Symbol("y"), Symbol("x"))))
    'y ~ x'
    """
    match tree:
        case Call(Symbol("~"), (Argument(value=right),)) if right is not None:
            return Formula(None, right)
        case Call(Symbol("~"), (Argument(value=left), Argument(value=right))) if right is not None:
            return Formula(left, right)
    raise RError(
        "invalid formula", "A formula has a tilde: 'y ~ a + b', or '~ a' without response."
    )
