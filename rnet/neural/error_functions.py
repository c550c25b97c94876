"""Error functions: records in a table; x is the network's output, y the response."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.neural.c_math import log
from rnet.neural.custom_function import custom_function

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class ErrorFunction:
    """A function of output and response whose sum over all cells is made small.

    Attributes
    ----------
    name : str
        R's `attr(fit$err.fct, "type")`: "sse", "ce" or "function".
    value, derivative, second : callable
        `value(x, y)` and its derivatives with respect to x, elementwise.
    code : int or None
        The kernel's number for it; None for a custom function.
    given : object
        What the user gave, for a custom function.
    """

    name: str
    value: Callable[[Doubles, Doubles], Doubles]
    derivative: Callable[[Doubles, Doubles], Doubles]
    second: Callable[[Doubles, Doubles], Doubles]
    code: int | None
    given: Any = None

    def __call__(self, x: npt.ArrayLike, y: npt.ArrayLike) -> Doubles:
        """Return the error of each cell."""
        return self.value(np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64))

    def __reduce__(self) -> tuple[Callable[[Any], "ErrorFunction"], tuple[Any]]:
        return error_function, (self.name if self.given is None else self.given,)


def _squared(x: Doubles, y: Doubles) -> Doubles:
    return 0.5 * ((y - x) * (y - x))


def _cross_entropy(x: Doubles, y: Doubles) -> Doubles:
    with np.errstate(invalid="ignore"):
        return -(y * log(x) + (1.0 - y) * log(1.0 - x))


def _cross_entropy_derivative(x: Doubles, y: Doubles) -> Doubles:
    with np.errstate(divide="ignore", invalid="ignore"):
        return (1.0 - y) / (1.0 - x) - y / x


def _cross_entropy_second(x: Doubles, y: Doubles) -> Doubles:
    with np.errstate(divide="ignore", invalid="ignore"):
        return (1.0 - y) / ((1.0 - x) * (1.0 - x)) + y / (x * x)


SSE = ErrorFunction("sse", _squared, lambda x, y: x - y, lambda x, _y: np.ones_like(x), 0)
CE = ErrorFunction("ce", _cross_entropy, _cross_entropy_derivative, _cross_entropy_second, 1)

ERROR_FUNCTIONS = {"sse": SSE, "ce": CE}
PARAMETERS = ("x", "y")


def error_function(given: Any) -> ErrorFunction:
    """Return the error function a user names, or the one made of a custom function.

    Raises
    ------
    RError
        `Unknown error function.`
    """
    if isinstance(given, str) and given in ERROR_FUNCTIONS:
        return ERROR_FUNCTIONS[given]
    custom = custom_function(given, PARAMETERS, "Unknown error function.", ERROR_FUNCTIONS)
    return ErrorFunction("function", custom.value, custom.first, custom.second, None, given)
