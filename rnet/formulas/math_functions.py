"""R's mathematical functions on columns, through the C library so that the bits are R's."""

import functools
import math
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError, warn
from rnet.formulas.columns import Column, Doubles, Matrix, class_of, numbers
from rnet.printing.rounding import round_r
from rnet.printing.rounding import signif as signif_r

_Function = Callable[[float], float]


def elementwise(function: Callable[[Doubles], Doubles], x: Column) -> Column:
    """Apply a function of doubles to a numeric column or matrix, warning of new NaN."""
    values = numbers(x)
    with np.errstate(all="ignore"):
        found = function(values)
    if (np.isnan(found) & ~np.isnan(values)).any():
        warn("NaNs produced", stacklevel=5)
    return Matrix(found, x.column_names) if isinstance(x, Matrix) else found


def _checked(name: str, function: Callable[..., Column]) -> Callable[..., Column]:
    """Refuse factors and text with R's words for the function of this name."""

    @functools.wraps(function)
    def checked(x: Column, *args: Any, **kwargs: Any) -> Column:
        kind = class_of(x)
        if kind in ("factor", "ordered"):
            raise RError(
                f"‘{name}’ not meaningful for factors",
                "as.numeric(as.character(x)) gives the numbers a factor's levels spell.",
            )
        if kind == "character":
            raise RError(
                "non-numeric argument to mathematical function", "as.numeric(x) converts text."
            )
        return function(x, *args, **kwargs)

    return checked


def from_c(
    function: _Function,
    within: Callable[[Doubles], npt.NDArray[np.bool_]],
    outside: Callable[[Doubles], Doubles],
) -> Callable[[Column], Column]:
    """Return an R function that asks the C library within a domain.

    NumPy's own vectorised logarithms and exponentials differ from R's in the last bit.
    """

    def values(x: Doubles) -> Doubles:
        inside = within(x)
        found = outside(x)
        found[inside] = np.fromiter(map(function, x[inside].tolist()), dtype=np.float64)
        return found

    return lambda x: elementwise(values, x)


def _log_outside(pole: float) -> Callable[[Doubles], Doubles]:
    """Return what a logarithm gives at its pole, at infinity, and where it is not defined."""

    def found(x: Doubles) -> Doubles:
        return np.where(np.isnan(x) | (x == np.inf), x, np.where(x == pole, -np.inf, np.nan))

    return found


def _finite_above(bound: float) -> Callable[[Doubles], npt.NDArray[np.bool_]]:
    return lambda x: (x > bound) & np.isfinite(x)


def _limits(low: float, high: float) -> Callable[[Doubles], Doubles]:
    """Return what a function tends to below and above its domain; NaN stays NaN."""
    return lambda x: np.where(np.isnan(x), x, np.where(x > 0, high, low))


def _between(low: float, high: float) -> Callable[[Doubles], npt.NDArray[np.bool_]]:
    return lambda x: (x >= low) & (x <= high)


_natural = from_c(math.log, _finite_above(0.0), _log_outside(0.0))
_binary = from_c(math.log2, _finite_above(0.0), _log_outside(0.0))
_decimal = from_c(math.log10, _finite_above(0.0), _log_outside(0.0))
_finite = _between(-1.7976931348623157e308, 1.7976931348623157e308)


def log(x: Column, base: Column | None = None) -> Column:
    """Return the logarithm; R takes bases 2 and 10 from functions of their own."""
    if base is None:
        return _natural(x)
    value = float(numbers(base)[0])
    if value in (2.0, 10.0):
        return (_binary if value == 2.0 else _decimal)(x)
    found, divisor = _natural(x), math.log(value)
    return elementwise(lambda v: v / divisor, found)


def _with_digits(function: Callable[..., Any], default: int) -> Callable[..., Column]:
    def rounded(x: Column, digits: Column | None = None) -> Column:
        places = default if digits is None else int(numbers(digits)[0])
        return elementwise(lambda v: np.asarray(function(v, places), dtype=np.float64), x)

    return rounded


def _of_array(function: Callable[[Doubles], Any]) -> Callable[..., Column]:
    return lambda x: elementwise(lambda v: np.asarray(function(v), dtype=np.float64), x)


def _absolute(x: Column) -> Column:
    if isinstance(x, np.ndarray) and x.dtype.kind in "ib":
        return np.abs(x.astype(np.int64))
    return elementwise(np.abs, x)


def _lgamma(x: Doubles) -> Doubles:
    return np.array([math.inf if v <= 0 and v == int(v) else math.lgamma(v) for v in x])


_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "log": log,
    "log2": _binary,
    "log10": _decimal,
    "log1p": from_c(math.log1p, _finite_above(-1.0), _log_outside(-1.0)),
    "exp": from_c(math.exp, _between(-746.0, 709.782712893384), _limits(0.0, math.inf)),
    "expm1": from_c(math.expm1, _between(-746.0, 709.782712893384), _limits(-1.0, math.inf)),
    "sqrt": _of_array(np.sqrt),
    "abs": _absolute,
    "sin": from_c(math.sin, _finite, _limits(math.nan, math.nan)),
    "cos": from_c(math.cos, _finite, _limits(math.nan, math.nan)),
    "tan": from_c(math.tan, _finite, _limits(math.nan, math.nan)),
    "asin": from_c(math.asin, _between(-1.0, 1.0), _limits(math.nan, math.nan)),
    "acos": from_c(math.acos, _between(-1.0, 1.0), _limits(math.nan, math.nan)),
    "atan": from_c(math.atan, _between(-math.inf, math.inf), _limits(math.nan, math.nan)),
    "sinh": from_c(math.sinh, _between(-710.0, 710.0), _limits(-math.inf, math.inf)),
    "cosh": from_c(math.cosh, _between(-710.0, 710.0), _limits(math.inf, math.inf)),
    "tanh": from_c(math.tanh, _between(-math.inf, math.inf), _limits(-1.0, 1.0)),
    "lgamma": _of_array(_lgamma),
    "floor": _of_array(np.floor),
    "ceiling": _of_array(np.ceil),
    "trunc": _of_array(np.trunc),
    "sign": _of_array(np.sign),
    "round": _with_digits(round_r, 0),
    "signif": _with_digits(signif_r, 6),
}

FUNCTIONS = {name: _checked(name, function) for name, function in _FUNCTIONS.items()}
