"""`update_formula`: a formula changed by another in which `.` stands for the old sides."""

from rnet.formulas.formula import Formula, parse_formula
from rnet.formulas.terms import Terms, terms_of
from rnet.language.tree import Argument, Call, Node, Symbol


def update_formula(old: str | Formula, new: str | Formula) -> Formula:
    """Change a formula and simplify it.

    Parameters
    ----------
    old : str or Formula
    new : str or Formula
        In it `.` stands for the old left or right side; a missing left side keeps the old one.

    Returns
    -------
    Formula
        Its terms in order, offsets and ``- 1`` at the end.

    Raises
    ------
    RError
        If `old` itself holds a `.`, as R says: ``'.' in formula and no 'data' argument``.

    Notes
    -----
    R page: `?update.formula`. Like R, it joins the labels of terms without parentheses (but for
    `|`): `y ~ (a > 2)` and `. ~ . + b` give ``y ~ a > 2 + b``.

    Examples
    --------
    >>> update_formula("y ~ x + z", "log(.) ~ . - z")
    log(y) ~ x
    """
    before, change = parse_formula(old), parse_formula(new)
    left = before.response
    if change.response is not None:
        left = change.response if left is None else _with_dot(change.response, left)
    right = _with_dot(change.right, before.right)
    return simplified(terms_of(Formula(left, right), None))


def simplified(of: Terms) -> Formula:
    """Return the formula that spells terms out."""
    pieces = [_in_sum(of, position) for position in range(len(of.labels))]
    pieces += [of.variable_labels[position] for position in of.offsets]
    right = (" + ".join(pieces) or "1") + ("" if of.intercept else " - 1")
    found = parse_formula(f"~ {right}").right
    return Formula(of.formula.response, found)


def _in_sum(of: Terms, position: int) -> str:
    members = of.members[position]
    is_bar = len(members) == 1 and _calls(of.variables[members[0]], "|")
    return f"({of.labels[position]})" if is_bar else of.labels[position]


def _calls(node: Node, name: str) -> bool:
    return isinstance(node, Call) and node.function == Symbol(name)


def _with_dot(node: Node, meaning: Node) -> Node:
    """Put an old side in the place of every `.`."""
    if node == Symbol("."):
        return meaning
    if not isinstance(node, Call):
        return node
    arguments = tuple(
        Argument(a.name, None if a.value is None else _with_dot(a.value, meaning))
        for a in node.arguments
    )
    return Call(node.function, arguments)
