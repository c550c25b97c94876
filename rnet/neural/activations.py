"""Activation functions: records in a table; exp and tanh have the C library's bits."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.neural import _kernel

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Activation:
    """A function of a unit's weighted input.

    Attributes
    ----------
    name : str
        R's `attr(fit$act.fct, "type")`: "logistic", "tanh", "relu" or "function".
    value : callable
        `value(z)`, elementwise over an array.
    derivative : callable
        `derivative(z, a)` with a = value(z). The built-in ones use only `a`, as R does.
    code : int or None
        The kernel's number for it; None for a custom function.
    """

    name: str
    value: Callable[[Doubles], Doubles]
    derivative: Callable[[Doubles, Doubles], Doubles]
    code: int | None

    def __call__(self, z: npt.ArrayLike) -> Doubles:
        """Return the activation of `z`."""
        return self.value(np.asarray(z, dtype=np.float64))


def c_function(function: Callable[[Doubles], Doubles]) -> Callable[[Doubles], Doubles]:
    """Apply a kernel function of contiguous vectors to an array of any shape."""

    def applied(x: Doubles) -> Doubles:
        flat = np.ascontiguousarray(x, dtype=np.float64).ravel()
        return function(flat).reshape(np.shape(x))

    return applied


exp = c_function(_kernel.exp)
log = c_function(_kernel.log)


def _ones(z: Doubles, _a: Doubles) -> Doubles:
    return np.ones_like(z)


def _relu(z: Doubles) -> Doubles:
    with np.errstate(invalid="ignore"):
        return z * (z > 0)


def _relu_derivative(_z: Doubles, a: Doubles) -> Doubles:
    return np.where(np.isnan(a), a, np.where(a > 0, 1.0, 0.0))


def _logistic(z: Doubles) -> Doubles:
    return 1.0 / (1.0 + exp(-z))


LINEAR = Activation("linear", lambda z: z, _ones, 0)
LOGISTIC = Activation("logistic", _logistic, lambda _z, a: a * (1.0 - a), 1)
TANH = Activation("tanh", c_function(_kernel.tanh), lambda _z, a: 1.0 - a * a, 2)
RELU = Activation("relu", _relu, _relu_derivative, 3)

ACTIVATIONS = {"logistic": LOGISTIC, "tanh": TANH, "relu": RELU, "ReLu": RELU}


def activation(given: Any, unknown: str) -> Activation:
    """Return the activation a user names, or the one made of a pair (function, derivative).

    Raises
    ------
    RError
        With the message `unknown` for anything else.
    """
    if isinstance(given, Activation):
        return given
    if isinstance(given, str) and given in ACTIVATIONS:
        return ACTIVATIONS[given]
    function, derivative = custom_pair(given, unknown, f"One of {', '.join(ACTIVATIONS)}")
    return Activation("function", _checked(function), lambda z, _a: _checked(derivative)(z), None)


def custom_pair(given: Any, unknown: str, choices: str) -> tuple[Any, Any]:
    """Return the two functions of a custom pair."""
    if isinstance(given, tuple) and len(given) == 2 and all(callable(f) for f in given):
        return given
    advice = f"{choices}, or a pair of Python functions: (function, its derivative)."
    if callable(given):
        advice = "Give a pair of Python functions: (function, its derivative). " + choices + "."
    raise RError(unknown, advice)


def _checked(function: Callable[[Doubles], Any]) -> Callable[[Doubles], Doubles]:
    def applied(z: Doubles) -> Doubles:
        found = np.asarray(function(z), dtype=np.float64)
        return np.array(np.broadcast_to(found, z.shape))

    return applied
