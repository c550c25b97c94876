"""R's formula as a value: a left and a right side of syntax trees."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol, runtime_checkable

import pandas as pd

from rnet.conditions import RError
from rnet.formulas.fitted import HasDesign
from rnet.language.deparse import deparse
from rnet.language.parser import parse_expression
from rnet.language.tree import Argument, Call, Node, Symbol, call
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


@runtime_checkable
class HasFormula(Protocol):
    """A fit or terms that keep their formula."""

    @property
    def formula(self) -> Formula:
        """The formula."""
        ...


@as_node.register
def _(value: Formula) -> Node:
    return value.tree


def formula(x: Any) -> Formula:
    """Return the formula of a fit, of terms, of a text, or of the columns of a data frame.

    Parameters
    ----------
    x : fit, Terms, Formula, str or DataFrame
        Of a fit the formula it was made from, `.` written out; of a data frame the first column
        by the sum of the others.

    Returns
    -------
    Formula

    Raises
    ------
    RError
        `invalid formula`: what holds none.

    Notes
    -----
    R page: `?formula`. Of networks and machines R shows the terms with all their attributes; here
    it is the formula alone.

    Examples
    --------
    >>> from rnet import data, formula, lm
    >>> formula(lm("mpg ~ . - cyl", data("mtcars")[["mpg", "cyl", "wt"]]))
    mpg ~ (cyl + wt) - cyl
    >>> formula("y~x"), formula(data("cars"))
    (y ~ x, speed ~ dist)
    """
    match x:
        case HasDesign():
            return x.used_design.terms.formula
        case pd.DataFrame() if x.shape[1]:
            return formula_of_names([str(name) for name in x.columns])
        case HasFormula():
            return parse_formula(x.formula)
        case Record() if "terms" in x.COMPONENTS and x["terms"] is not None:
            return formula(x["terms"])
    return parse_formula(x)


def formula_of_names(names: Sequence[str]) -> Formula:
    """Return the first name by the sum of the others; one name alone stands on the right.

    Examples
    --------
    >>> formula_of_names(["y", "a", "b c"])
    y ~ a + `b c`
    """
    first, *others = (Symbol(name) for name in names)
    if not others:
        return Formula(None, first)
    right: Node = others[0]
    for other in others[1:]:
        right = call("+", right, other)
    return Formula(first, right)


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
