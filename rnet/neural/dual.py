"""Derivatives to machine precision: dual numbers that go through NumPy's elementwise functions.

A dual number carries a value and its derivative, and every function passes both on by the chain
rule (forward mode; Griewank and Walther 2008, chapter 3). There is no step width and nothing is
cut off: the derivative is as exact as one written out by hand. Parts of a dual number may be dual
numbers themselves, which gives second derivatives.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from rnet.neural.c_math import exp, log, tanh
from rnet.neural.derivative_rules import LOCALLY_CONSTANT, RULES

C_FUNCTIONS: dict[Any, Callable[..., Any]] = {np.exp: exp, np.log: log, np.tanh: tanh}


class Dual:
    """An array of values with their derivatives by one variable.

    Parameters
    ----------
    value : ndarray or Dual
        The values.
    slope : ndarray, float or Dual
        Their derivatives; broadcast against the values.
    """

    __slots__ = ("slope", "value")
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, value: Any, slope: Any) -> None:
        self.value = value
        self.slope = slope

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of the values."""
        return tuple(np.shape(self.value)) if not isinstance(self.value, Dual) else self.value.shape

    @property
    def ndim(self) -> int:
        """The number of dimensions of the values."""
        return len(self.shape)

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *inputs: Any, **options: Any) -> Any:
        if method != "__call__" or options:
            return NotImplemented
        return applied(ufunc, inputs)

    def __array_function__(self, function: Any, types: Any, args: Any, kwargs: Any) -> Any:
        del types
        own = ARRAY_FUNCTIONS.get(function)
        return NotImplemented if own is None else own(*args, **kwargs)

    def __array__(self, *args: Any, **kwargs: Any) -> Any:
        raise TypeError("a function of units must use NumPy's elementwise functions only")

    def __neg__(self) -> Any:
        return np.negative(self)

    def __pos__(self) -> Any:
        return self

    def __abs__(self) -> Any:
        return np.absolute(self)

    def __add__(self, other: Any) -> Any:
        return np.add(self, other)

    def __radd__(self, other: Any) -> Any:
        return np.add(other, self)

    def __sub__(self, other: Any) -> Any:
        return np.subtract(self, other)

    def __rsub__(self, other: Any) -> Any:
        return np.subtract(other, self)

    def __mul__(self, other: Any) -> Any:
        return np.multiply(self, other)

    def __rmul__(self, other: Any) -> Any:
        return np.multiply(other, self)

    def __truediv__(self, other: Any) -> Any:
        return np.true_divide(self, other)

    def __rtruediv__(self, other: Any) -> Any:
        return np.true_divide(other, self)

    def __pow__(self, other: Any) -> Any:
        return np.power(self, other)

    def __rpow__(self, other: Any) -> Any:
        return np.power(other, self)

    def __lt__(self, other: Any) -> Any:
        return np.less(self, other)

    def __le__(self, other: Any) -> Any:
        return np.less_equal(self, other)

    def __gt__(self, other: Any) -> Any:
        return np.greater(self, other)

    def __ge__(self, other: Any) -> Any:
        return np.greater_equal(self, other)

    def __eq__(self, other: object) -> Any:
        return np.equal(self, other)  # type: ignore[call-overload]

    def __ne__(self, other: object) -> Any:
        return np.not_equal(self, other)  # type: ignore[call-overload]


def applied(ufunc: np.ufunc, inputs: tuple[Any, ...]) -> Any:
    """Return an elementwise function of dual numbers and arrays.

    Raises
    ------
    TypeError
        For a function whose derivative is not known.
    """
    if ufunc is np.power and np.ndim(inputs[1]) == 0 and np.all(inputs[1] == 2):
        ufunc, inputs = np.square, inputs[:1]  # as C and R compute it
    values = [part.value if isinstance(part, Dual) else part for part in inputs]
    plain = not any(isinstance(value, Dual) for value in values)
    with np.errstate(all="ignore"):
        value = (C_FUNCTIONS.get(ufunc, ufunc) if plain else ufunc)(*values)
        if ufunc.__name__ in LOCALLY_CONSTANT:
            return value
        rules = RULES.get(ufunc.__name__)
        if rules is None:
            raise TypeError(f"the derivative of {ufunc.__name__} is not known")
        slopes = [part.slope for part in inputs if isinstance(part, Dual)]
        if len(slopes) == 2 and ufunc is np.true_divide:
            return Dual(value, (slopes[0] - value * slopes[1]) / values[1])
        parts = [
            rule(part.slope, *values, value)
            for part, rule in zip(inputs, rules, strict=True)
            if isinstance(part, Dual)
        ]
        return Dual(value, sum(parts[1:], parts[0]))


def value_of(x: Any) -> Any:
    """Return the value of a dual number; anything else is its own value."""
    return x.value if isinstance(x, Dual) else x


def slope_of(x: Any) -> Any:
    """Return the derivative that a dual number carries; of anything else 0."""
    return x.slope if isinstance(x, Dual) else 0.0


def derivative(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return the derivative of a function by its first argument.

    The function may use arithmetic, comparisons, NumPy's elementwise functions, those of
    `scipy.special` that are differentiated in `derivative_rules`, `np.where` and `np.clip`. At a
    kink (of `abs`, `np.maximum`) the derivative is 0, as that of neuralnet's own relu.

    Examples
    --------
    >>> derivative(lambda x: x**3)(np.array([1.0, 2.0]))
    array([ 3., 12.])
    >>> derivative(derivative(lambda x: x**3))(np.array([1.0, 2.0]))
    array([ 6., 12.])
    """
    return lambda x, *others: slope_of(function(Dual(x, 1.0), *others))


def _where(condition: Any, x: Any, y: Any) -> Any:
    chosen = value_of(condition)
    value = np.where(chosen, value_of(x), value_of(y))
    return Dual(value, np.where(chosen, slope_of(x), slope_of(y)))


def _clip(a: Any, a_min: Any = None, a_max: Any = None) -> Any:
    above = a if a_min is None else np.maximum(a, a_min)
    return above if a_max is None else np.minimum(above, a_max)


ARRAY_FUNCTIONS: dict[Any, Callable[..., Any]] = {
    np.where: _where,
    np.clip: _clip,
    np.shape: lambda a: a.shape,
    np.ndim: lambda a: a.ndim,
    np.zeros_like: lambda a: np.zeros(a.shape),
    np.ones_like: lambda a: np.ones(a.shape),
    np.full_like: lambda a, fill_value: np.full(a.shape, fill_value),
}
