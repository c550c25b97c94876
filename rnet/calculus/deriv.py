"""`deriv` and `deriv3`: an expression that computes a value and its derivatives."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from rnet.calculus.common_parts import assignments
from rnet.calculus.derivative import derivative, expression_of
from rnet.calculus.functions import FUNCTIONS
from rnet.calculus.print_derivatives import format_value, format_with_derivatives
from rnet.conditions import RError
from rnet.formulas.columns import numbers
from rnet.formulas.evaluate import Scope, evaluate
from rnet.frames import UserVariables
from rnet.language.parser import parse_expression
from rnet.language.tree import Argument, Call, Function, Node
from rnet.record import Record

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class DerivedValue(Record):
    """Values of an expression, with derivatives; R's attributes of the value.

    Attributes
    ----------
    value : ndarray, shape (n,)
    gradient : ndarray, shape (n, p)
    hessian : ndarray, shape (n, p, p), or None
    names : tuple of str
        The p variables.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("value", "gradient", "hessian")
    LISTED_WHEN_KNOWN: ClassVar[tuple[str, ...]] = ("hessian",)

    value: Doubles
    gradient: Doubles
    hessian: Doubles | None
    variables: tuple[str, ...]

    def __str__(self) -> str:
        return format_value(self.value, self.gradient, self.hessian, self.variables)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class WithDerivatives(Record):
    """An expression, or function, that computes a value and its derivatives.

    Call it with its variables, by name or, where it has parameters, by position.

    Attributes
    ----------
    expression : Node
        What is differentiated.
    variables : tuple of str
        By which.
    block : Call
        R's block `{ ... }` that computes both.
    parameters : tuple of Argument or None
        Those of a function; None of an expression.
    second : bool
        Whether it computes second derivatives.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ()

    expression: Node
    variables: tuple[str, ...]
    block: Call
    parameters: tuple[Argument, ...] | None
    second: bool

    def __str__(self) -> str:
        return format_with_derivatives(self.block, self.parameters)

    def __call__(self, *args: Any, **kwargs: Any) -> DerivedValue:
        """Return value and derivatives at these variables."""
        given = dict(zip((str(p.name) for p in self.parameters or ()), args, strict=False))
        given.update(kwargs)
        outer = {**FUNCTIONS, **(dict(UserVariables()) if self.parameters is None else {})}
        for parameter in self.parameters or ():
            if parameter.name not in given and parameter.value is not None:
                given[str(parameter.name)] = evaluate(parameter.value, Scope(given, outer))
        scope = Scope({name: np.atleast_1d(value) for name, value in given.items()}, outer)
        return _derived(self, scope)


def _derived(of: WithDerivatives, scope: Scope) -> DerivedValue:
    slopes = [derivative(of.expression, name) for name in of.variables]
    value = _values(of.expression, scope, None)
    n, p = len(value), len(of.variables)
    gradient = np.column_stack([_values(slope, scope, n) for slope in slopes])
    hessian = None
    if of.second:
        hessian = np.zeros((n, p, p))
        for row, slope in enumerate(slopes):
            for column in range(row, p):
                bent = _values(derivative(slope, of.variables[column]), scope, n)
                hessian[:, row, column] = hessian[:, column, row] = bent
    return DerivedValue(value, gradient, hessian, of.variables)


def _values(node: Node, scope: Scope, length: int | None) -> Doubles:
    found = evaluate(node, scope)
    if found is None:
        raise RError("non-numeric result", "The expression has no value.")
    values = numbers(found)
    return values if length is None else np.resize(values, length)


def deriv(
    expr: Any,
    namevec: str | Sequence[str],
    function_arg: Any = None,
    tag: str = ".expr",
    hessian: bool = False,
) -> WithDerivatives:
    """Return an expression that computes another one and its derivatives.

    Parameters
    ----------
    expr : str, Formula or Node
        The expression; of a formula the right side.
    namevec : str or sequence of str
        The variables to differentiate by.
    function_arg : True, sequence of str or str, optional
        Makes it a function: of `namevec`, of these names, or with the parameters of this R
        function, ``"function(x, y = 2) NULL"``.
    tag : str, default ".expr"
        What names of common parts begin with.
    hessian : bool, default False
        Whether second derivatives are computed too.

    Returns
    -------
    WithDerivatives
        Prints as R's expression or function; called with its variables it gives value,
        `gradient` and `hessian`.

    Raises
    ------
    RError
        `Function 'f' is not in the derivatives table`.

    Notes
    -----
    R page: `?deriv`.

    Examples
    --------
    >>> from rnet import deriv
    >>> slope = deriv("~ x^2 * y", ["x", "y"], function_arg=True)
    >>> slope(1, 2)
    [1] 2
    attr(,"gradient")
         x y
    [1,] 4 1
    """
    names = (namevec,) if isinstance(namevec, str) else tuple(namevec)
    if not names or not all(isinstance(name, str) for name in names):
        raise RError("invalid variable names", 'Such as ["x", "y"].')
    expression = expression_of(expr)
    block = assignments(expression, names, tag, hessian=hessian)
    return WithDerivatives(expression, names, block, _parameters(function_arg, names), hessian)


def deriv3(
    expr: Any, namevec: str | Sequence[str], function_arg: Any = None, tag: str = ".expr"
) -> WithDerivatives:
    """Return `deriv` with second derivatives; parameters as there.

    Parameters
    ----------
    expr, namevec, function_arg, tag
        As of `deriv`.

    Returns
    -------
    WithDerivatives

    Notes
    -----
    R page: `?deriv`.

    Examples
    --------
    >>> from rnet import deriv3
    >>> deriv3("~ x^3", "x", function_arg=True)(2.0).hessian.ravel().tolist()
    [12.0]
    """
    return deriv(expr, namevec, function_arg, tag, hessian=True)


def _parameters(given: Any, names: tuple[str, ...]) -> tuple[Argument, ...] | None:
    if given is None or given is False:
        return None
    if given is True:
        return tuple(Argument(name, None) for name in names)
    tree: Any = parse_expression(given) if isinstance(given, str) and "(" in given else given
    if isinstance(tree, Function):
        return tree.parameters
    listed = [tree] if isinstance(tree, str) else list(tree)
    return tuple(Argument(str(name), None) for name in listed)
