"""`all_vars`: the names of the variables an expression uses."""

from rnet.formulas.formula import Formula
from rnet.formulas.names import symbols_in
from rnet.language.parser import parse_expression
from rnet.language.tree import Node


def all_vars(expr: str | Formula | Node) -> list[str]:
    """Return the variable names in a formula or expression, each once.

    Parameters
    ----------
    expr : str, Formula or Node

    Returns
    -------
    list of str
        In order of appearance; names of functions are left out.

    Notes
    -----
    R page: `?all.vars`.

    Examples
    --------
    >>> all_vars("log(y) ~ x + I(z^2)")
    ['y', 'x', 'z']
    """
    tree = parse_expression(expr) if isinstance(expr, str) else expr
    node = tree.tree if isinstance(tree, Formula) else tree
    return list(dict.fromkeys(symbols_in(node)))
