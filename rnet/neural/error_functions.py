"""Error functions: records in a table; x is the network's output, y the response."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.neural.activations import custom_pair, log

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class ErrorFunction:
    """A function of output and response whose sum over all cells is made small.

    Attributes
    ----------
    name : str
        R's `attr(fit$err.fct, "type")`: "sse", "ce" or "function".
    value, derivative : callable
        `value(x, y)` and its derivative with respect to x, elementwise.
    code : int or None
        The kernel's number for it; None for a custom function.
    """

    name: str
    value: Callable[[Doubles, Doubles], Doubles]
    derivative: Callable[[Doubles, Doubles], Doubles]
    code: int | None

    def __call__(self, x: npt.ArrayLike, y: npt.ArrayLike) -> Doubles:
        """Return the error of each cell."""
        return self.value(np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64))


def _squared(x: Doubles, y: Doubles) -> Doubles:
    return 0.5 * ((y - x) * (y - x))


def _cross_entropy(x: Doubles, y: Doubles) -> Doubles:
    with np.errstate(invalid="ignore"):
        return -(y * log(x) + (1.0 - y) * log(1.0 - x))


def _cross_entropy_derivative(x: Doubles, y: Doubles) -> Doubles:
    with np.errstate(divide="ignore", invalid="ignore"):
        return (1.0 - y) / (1.0 - x) - y / x


SSE = ErrorFunction("sse", _squared, lambda x, y: x - y, 0)
CE = ErrorFunction("ce", _cross_entropy, _cross_entropy_derivative, 1)

ERROR_FUNCTIONS = {"sse": SSE, "ce": CE}


def error_function(given: Any) -> ErrorFunction:
    """Return the error function a user names, or that of a pair (function, derivative).

    Raises
    ------
    RError
        `Unknown error function.`
    """
    if isinstance(given, str) and given in ERROR_FUNCTIONS:
        return ERROR_FUNCTIONS[given]
    function, derivative = custom_pair(given, "Unknown error function.", "One of sse, ce")
    return ErrorFunction("function", _cells(function), _cells(derivative), None)


def _cells(function: Callable[[Doubles, Doubles], Any]) -> Callable[[Doubles, Doubles], Doubles]:
    def applied(x: Doubles, y: Doubles) -> Doubles:
        found = np.asarray(function(x, y), dtype=np.float64)
        return np.array(np.broadcast_to(found, x.shape))

    return applied
