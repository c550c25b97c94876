"""Losses as records in a table: value and slope, averaged over the cases.

A loss and the output activation made for it (cross-entropy and softmax, binary cross-entropy and
logistic) are computed together from the sums: no logarithm of a rounded 0 or 1 is ever taken.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.deep.activations import Activation
from rnet.deep.tables import named

Doubles = npt.NDArray[np.float64]
TINY = float(np.finfo(np.float64).tiny)


@dataclass(frozen=True, slots=True)
class Loss:
    """How far outputs are from their targets, both (n, q).

    Attributes
    ----------
    name, label : str
    value : callable
        Outputs and targets -> loss.
    slope : callable
        Outputs and targets -> derivative of the loss by each output, (n, q).
    output : str
        The output activation that goes with it.
    value_of_sums, slope_of_sums : callable or None
        With that activation: sums, outputs and targets -> the same, by the sums.
    of_classes : bool
        Whether targets are classes, shares of 1 in each row, one column for each.
    """

    name: str
    label: str
    value: Callable[[Doubles, Doubles], float]
    slope: Callable[[Doubles, Doubles], Doubles]
    output: str
    value_of_sums: Callable[[Doubles, Doubles, Doubles], float] | None = None
    slope_of_sums: Callable[[Doubles, Doubles, Doubles], Doubles] | None = None
    of_classes: bool = False

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by name: all losses are in the table."""
        return loss_named, (self.name,)

    def at(self, activation: Activation, sums: Doubles, outputs: Doubles, y: Doubles) -> float:
        """Return the loss of a layer's outputs."""
        if self.value_of_sums is not None and activation.name == self.output:
            return self.value_of_sums(sums, outputs, y)
        return self.value(outputs, y)

    def backward(
        self, activation: Activation, sums: Doubles, outputs: Doubles, y: Doubles
    ) -> Doubles:
        """Return the derivative of the loss by the sums of the output layer, (n, q)."""
        if self.slope_of_sums is not None and activation.name == self.output:
            return self.slope_of_sums(sums, outputs, y)
        return activation.backward(sums, outputs, self.slope(outputs, y))


def _squares(p: Doubles, y: Doubles) -> float:
    e = (p - y).ravel()
    return float(e @ e)


def _xlogx(y: Doubles) -> Doubles:
    return np.asarray(y * np.log(np.maximum(y, TINY)))


def _bce(p: Doubles, y: Doubles) -> float:
    likelihood = y * np.log(np.maximum(p, TINY)) + (1 - y) * np.log(np.maximum(1 - p, TINY))
    return -float(likelihood.mean())


def _bce_slope(p: Doubles, y: Doubles) -> Doubles:
    return np.asarray((p - y) / np.maximum(p * (1 - p), TINY) / y.size)


def _bce_of_sums(z: Doubles, p: Doubles, y: Doubles) -> float:
    """Return mean log(1 + exp(z)) - y z, written so that nothing overflows."""
    del p
    inner = np.maximum(z, 0.0) - z * y + np.log1p(np.exp(-np.abs(z)))
    return float(np.add.reduce(inner, axis=None)) / y.size


def _ce(p: Doubles, y: Doubles) -> float:
    return -float((y * np.log(np.maximum(p, TINY))).sum()) / len(y)


def _ce_slope(p: Doubles, y: Doubles) -> Doubles:
    return np.asarray(-y / np.maximum(p, TINY) / len(y))


def _ce_of_sums(z: Doubles, p: Doubles, y: Doubles) -> float:
    """Return mean log(sum(exp(z))) - y'z, with the largest sum taken off."""
    del p
    low = z - np.maximum.reduce(z, axis=1, keepdims=True)
    total = np.log(np.add.reduce(np.exp(low), axis=1))
    share = np.add.reduce(y, axis=1)
    return float(total @ share - low.ravel() @ y.ravel()) / len(y)


def _ce_slope_of_sums(z: Doubles, p: Doubles, y: Doubles) -> Doubles:
    """Return (p - y) / n, for rows of targets that sum to 1."""
    del z
    slope = p - y
    slope /= len(y)
    return slope


def _kl_of_sums(z: Doubles, p: Doubles, y: Doubles) -> float:
    return _ce_of_sums(z, p, y) + float(_xlogx(y).sum()) / len(y)


def _kl_reverse(p: Doubles, y: Doubles) -> float:
    """Return sum p log(p / y): infinite where a target is 0 and the output is not."""
    with np.errstate(divide="ignore"):
        return float((_xlogx(p) - np.where(p > 0, p * np.log(y), 0.0)).sum()) / len(y)


def _kl_reverse_slope(p: Doubles, y: Doubles) -> Doubles:
    with np.errstate(divide="ignore"):
        return np.asarray((np.log(np.maximum(p, TINY)) - np.log(y) + 1.0) / len(y))


def _margins(z: Doubles, y: Doubles) -> Doubles:
    """Return how far each other class is from lying 1 below the true one, or 0."""
    true = np.einsum("ij,ij->i", z, y)
    return np.asarray(np.maximum(1.0 - true[:, None] + z, 0.0) * (1.0 - y))


def _hinge(z: Doubles, y: Doubles) -> float:
    return float(_margins(z, y).sum()) / y.size


def _hinge_slope(z: Doubles, y: Doubles) -> Doubles:
    short = (_margins(z, y) > 0) * 1.0
    return np.asarray((short - y * short.sum(axis=1, keepdims=True)) / y.size)


MSE = Loss(
    "mse", "mean squared error",
    lambda p, y: _squares(p, y) / y.size, lambda p, y: (p - y) * (2.0 / y.size), "linear",
)  # fmt: skip
SSE = Loss(
    "sse", "half the sum of squared errors",
    lambda p, y: _squares(p, y) / 2, lambda p, y: p - y, "linear",
)  # fmt: skip
EUCLIDEAN = Loss(
    "euclidean", "half the mean squared distance",
    lambda p, y: _squares(p, y) / (2 * len(y)), lambda p, y: (p - y) / len(y), "linear",
)  # fmt: skip
BCE = Loss(
    "bce", "binary cross-entropy", _bce, _bce_slope, "logistic",
    _bce_of_sums, lambda _z, p, y: (p - y) / y.size,
)  # fmt: skip
CE = Loss(
    "ce", "cross-entropy", _ce, _ce_slope, "softmax",
    _ce_of_sums, _ce_slope_of_sums, of_classes=True,
)  # fmt: skip
KL = Loss(
    "kl", "Kullback-Leibler divergence of the outputs from the targets",
    lambda p, y: _ce(p, y) + float(_xlogx(y).sum()) / len(y), _ce_slope, "softmax",
    _kl_of_sums, _ce_slope_of_sums, of_classes=True,
)  # fmt: skip
KL_REVERSE = Loss(
    "kl_reverse", "Kullback-Leibler divergence of the targets from the outputs",
    _kl_reverse, _kl_reverse_slope, "softmax", of_classes=True,
)  # fmt: skip
HINGE = Loss(
    "hinge", "multi-class hinge loss", _hinge, _hinge_slope, "linear", of_classes=True
)  # fmt: skip

LOSSES = {loss.name: loss for loss in (MSE, SSE, BCE, CE, KL, KL_REVERSE, HINGE, EUCLIDEAN)}


def loss_named(name: Any) -> Loss:
    """Return a loss by name, or a record as it is.

    Raises
    ------
    RError
        For a name that is none; all are listed.

    Examples
    --------
    >>> loss_named("ce").label
    'cross-entropy'
    """
    if isinstance(name, Loss):
        return name
    return named(LOSSES, name, "loss", "Losses")
