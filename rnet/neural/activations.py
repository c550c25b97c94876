"""Activation functions: records in a table; exp and tanh have the C library's bits."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.neural.c_math import exp, tanh
from rnet.neural.custom_function import custom_function

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
    second : callable
        `second(z, a)`, the second derivative.
    code : int or None
        The kernel's number for it; None for a custom function.
    given : object
        What the user gave, for a custom function.
    """

    name: str
    value: Callable[[Doubles], Doubles]
    derivative: Callable[[Doubles, Doubles], Doubles]
    second: Callable[[Doubles, Doubles], Doubles]
    code: int | None
    given: Any = None

    def __call__(self, z: npt.ArrayLike) -> Doubles:
        """Return the activation of `z`."""
        return self.value(np.asarray(z, dtype=np.float64))

    def __reduce__(self) -> tuple[Callable[[Any], "Activation"], tuple[Any]]:
        return restored_activation, (self.name if self.given is None else self.given,)


def _ones(z: Doubles, _a: Doubles) -> Doubles:
    return np.ones_like(z)


def _relu(z: Doubles) -> Doubles:
    with np.errstate(invalid="ignore"):
        return z * (z > 0)


def _relu_derivative(_z: Doubles, a: Doubles) -> Doubles:
    return np.where(np.isnan(a), a, np.where(a > 0, 1.0, 0.0))


def _logistic(z: Doubles) -> Doubles:
    return 1.0 / (1.0 + exp(-z))


def _zeros(z: Doubles, _a: Doubles) -> Doubles:
    return np.zeros_like(z)


def _logistic_second(_z: Doubles, a: Doubles) -> Doubles:
    return a * (1.0 - a) * (1.0 - 2.0 * a)


def _tanh_second(_z: Doubles, a: Doubles) -> Doubles:
    return -2.0 * a * (1.0 - a * a)


LINEAR = Activation("linear", lambda z: z, _ones, _zeros, 0)
LOGISTIC = Activation("logistic", _logistic, lambda _z, a: a * (1.0 - a), _logistic_second, 1)
TANH = Activation("tanh", tanh, lambda _z, a: 1.0 - a * a, _tanh_second, 2)
RELU = Activation("relu", _relu, _relu_derivative, _zeros, 3)

ACTIVATIONS = {"logistic": LOGISTIC, "tanh": TANH, "relu": RELU, "ReLu": RELU}
PARAMETERS = ("x",)


def restored_activation(given: Any) -> Activation:
    """Return the activation of a stored network: also that of a linear output has a name."""
    return LINEAR if given == LINEAR.name else activation(given, "Unknown activation function.")


def activation(given: Any, unknown: str) -> Activation:
    """Return the activation a user names, or the one made of a custom function.

    Raises
    ------
    RError
        With the message `unknown` for anything else.
    """
    if isinstance(given, Activation):
        return given
    if isinstance(given, str) and given in ACTIVATIONS:
        return ACTIVATIONS[given]
    custom = custom_function(given, PARAMETERS, unknown, ACTIVATIONS)
    return Activation(
        "function",
        custom.value,
        lambda z, _a: custom.first(z),
        lambda z, _a: custom.second(z),
        None,
        given,
    )
