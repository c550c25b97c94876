"""Activation functions as records in a table: value, derivative, and how slopes pass through."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.deep.tables import named

Doubles = npt.NDArray[np.float64]

SELU_ALPHA = 1.6732632423543772  # Klambauer et al. (2017): keep mean 0 and variance 1
SELU_SCALE = 1.0507009873554805
LEAK = 0.01


@dataclass(frozen=True, slots=True)
class Activation:
    """What a layer does with its sums.

    Attributes
    ----------
    name : str
    value : callable
        Sums (n, q) -> outputs (n, q).
    derivative : callable or None
        Sums and outputs -> derivative of each output by its own sum, (n, q); None where an
        output depends on the other sums too (softmax).
    init : str
        The initialisation that suits it; see `rnet.deep.initialisation`.
    """

    name: str
    value: Callable[[Doubles], Doubles]
    derivative: Callable[[Doubles, Doubles], Doubles] | None
    init: str

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by name what is in the table."""
        if ACTIVATIONS.get(self.name) is self:
            return activation_named, (self.name,)
        return Activation, (self.name, self.value, self.derivative, self.init)

    def backward(self, sums: Doubles, outputs: Doubles, slopes: Doubles) -> Doubles:
        """Return the slopes of the loss by the sums from those by the outputs, each (n, q)."""
        if self is LINEAR:
            return slopes
        if self.derivative is None:
            inner = np.einsum("ij,ij->i", slopes, outputs)
            return np.asarray(outputs * (slopes - inner[:, None]))
        return slopes * self.derivative(sums, outputs)


def _step(z: Doubles) -> Doubles:
    return np.where(z >= 0, 1.0, 0.0)


def _logistic(z: Doubles) -> Doubles:
    """Return 1 / (1 + exp(-z)): exp overflows to infinity harmlessly, the answer is then 0."""
    a = np.negative(z)
    np.exp(a, out=a)
    a += 1.0
    return np.reciprocal(a, out=a)


def _softmax(z: Doubles) -> Doubles:
    """Return shares that sum to 1; the largest sum of each row is taken off against overflow."""
    a = z - np.maximum.reduce(z, axis=1, keepdims=True)
    np.exp(a, out=a)
    a /= np.add.reduce(a, axis=1, keepdims=True)
    return a


def _positive(z: Doubles, a: Doubles) -> Doubles:
    del z
    return np.where(a > 0, 1.0, 0.0)


def _elu(z: Doubles) -> Doubles:
    return np.where(z > 0, z, np.expm1(np.minimum(z, 0.0)))


def _selu(z: Doubles) -> Doubles:
    return SELU_SCALE * np.where(z > 0, z, SELU_ALPHA * np.expm1(np.minimum(z, 0.0)))


def _selu_slope(z: Doubles, a: Doubles) -> Doubles:
    return np.where(z > 0, SELU_SCALE, a + SELU_SCALE * SELU_ALPHA)


def _softplus(z: Doubles) -> Doubles:
    return np.logaddexp(0.0, z)


def _softsign_slope(z: Doubles, a: Doubles) -> Doubles:
    del a
    return np.asarray((1.0 + np.abs(z)) ** -2)


LINEAR = Activation("linear", lambda z: z, lambda z, _a: np.ones_like(z), "glorot")
STEP = Activation("step", _step, lambda z, _a: np.zeros_like(z), "glorot")
LOGISTIC = Activation("logistic", _logistic, lambda _z, a: a * (1.0 - a), "glorot")
TANH = Activation("tanh", np.tanh, lambda _z, a: 1.0 - a * a, "glorot")
RELU = Activation("relu", lambda z: np.maximum(z, 0.0), _positive, "he")
SOFTMAX = Activation("softmax", _softmax, None, "glorot")
ELU = Activation("elu", _elu, lambda z, a: np.where(z > 0, 1.0, a + 1.0), "he")
SELU = Activation("selu", _selu, _selu_slope, "lecun")
SOFTPLUS = Activation("softplus", _softplus, lambda z, _a: _logistic(z), "he")
SOFTSIGN = Activation("softsign", lambda z: z / (1.0 + np.abs(z)), _softsign_slope, "glorot")
LEAKY_RELU = Activation(
    "leaky_relu",
    lambda z: np.where(z > 0, z, LEAK * z),
    lambda z, _a: np.where(z > 0, 1.0, LEAK),
    "he",
)

ACTIVATIONS = {
    a.name: a
    for a in (
        LINEAR, STEP, LOGISTIC, TANH, RELU, SOFTMAX, ELU, SELU, SOFTPLUS, SOFTSIGN, LEAKY_RELU,
    )
}  # fmt: skip
ALSO_CALLED = {"identity": "linear", "sigmoid": "logistic", "sigm": "logistic"}


def activation_named(name: Any) -> Activation:
    """Return an activation by name, or a record as it is.

    Raises
    ------
    RError
        For a name that is none; all are listed.

    Examples
    --------
    >>> activation_named("sigm").name
    'logistic'
    """
    if isinstance(name, Activation):
        return name
    spelt = ALSO_CALLED.get(name, name) if isinstance(name, str) else name
    return named(ACTIVATIONS, spelt, "activation", "Activations")
