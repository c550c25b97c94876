"""`D`: the derivative of an expression."""  # noqa: N999 - R's spelling

from collections.abc import Sequence
from typing import Any

from rnet.calculus.derivative import derivative, expression_of
from rnet.conditions import RError, warn
from rnet.language.tree import Node


def D(expr: Any, name: str) -> Node:  # noqa: N802 - R's name
    """Differentiate an R expression.

    Parameters
    ----------
    expr : str or Node
        The expression, ``"x^2 * sin(x)"``; a `Node` may be what `D` returned before.
    name : str
        The variable.

    Returns
    -------
    Node
        Prints as in R (`show`); its text is `format_r(...)`.

    Raises
    ------
    RError
        `Function 'f' is not in the derivatives table`, `variable must be a character string`.

    Notes
    -----
    R page: `?deriv`. The result is simplified as little as R simplifies it: zeros and ones go.

    Examples
    --------
    >>> from rnet import D, show
    >>> show(D("sin(x) * x^2", "x"))
    cos(x) * x^2 + sin(x) * (2 * x)
    """
    return derivative(expression_of(expr), checked_name(name))


def checked_name(name: Any) -> str:
    """Return the name of the variable, the first of several with a warning."""
    if isinstance(name, Sequence) and not isinstance(name, str) and len(name) > 1:
        warn("only the first element is used as variable name", "Differentiate by one at a time.")
        name = name[0]
    if not isinstance(name, str) or not name:
        raise RError("variable must be a character string", 'Such as "x".')
    return name
