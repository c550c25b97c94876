"""What R's nnet minimises, and the output units that go with it."""

from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Doubles: TypeAlias = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Criterion:
    """Output units and the loss of one case.

    Attributes
    ----------
    name : str
    code : int
        The compiled module's number.
    linear : bool
        Whether the output units are sums, not logistic; probabilities come from sums.
    gives_probabilities : bool
        Whether the outputs of a case are class probabilities that add up to one.
    label : str
        What printing says, with R's blanks; empty for plain least squares.
    """

    name: str
    code: int
    linear: bool
    gives_probabilities: bool
    label: str


SQUARES = Criterion("squares", 0, False, False, "")
LINEAR_SQUARES = Criterion("linear squares", 1, True, False, " linear output units ")
ENTROPY = Criterion("entropy", 2, False, False, " entropy fitting ")
SOFTMAX = Criterion("softmax", 3, True, True, " softmax modelling ")
CENSORED = Criterion("censored", 4, True, True, " softmax modelling ")


def loss_slopes(criterion: Criterion, y: Doubles, out: Doubles) -> Doubles:
    """Return the derivatives of the loss by the outputs' sums, shape (n, outputs)."""
    if criterion is SQUARES:
        return np.asarray(2 * (out - y) * out * (1 - out))
    if criterion is LINEAR_SQUARES:
        return np.asarray(2 * (out - y))
    if criterion is ENTROPY:
        return np.asarray(out - y)
    if criterion is SOFTMAX:
        return np.asarray(y.sum(axis=1, keepdims=True) * out - y)
    return np.asarray(out - _possible(y, out))


def loss_curvatures(criterion: Criterion, y: Doubles, out: Doubles) -> Doubles:
    """Return the second derivatives by the outputs' sums, shape (n, outputs, outputs)."""
    if criterion.gives_probabilities:
        if criterion is SOFTMAX:
            return np.asarray(_multinomial(out) * y.sum(axis=1)[:, None, None])
        return np.asarray(_multinomial(out) - _multinomial(_possible(y, out)))
    slope = out * (1 - out)
    if criterion is SQUARES:
        diagonal: Any = 2 * slope**2 + 2 * (out - y) * slope * (1 - 2 * out)
    else:
        diagonal = slope if criterion is ENTROPY else np.full_like(out, 2.0)
    return np.asarray(diagonal[:, :, None] * np.eye(out.shape[1]))


def _possible(y: Doubles, out: Doubles) -> Doubles:
    """Return the probabilities of the possible classes, among these."""
    of_possible = np.where(y == 1, out, 0.0)
    return np.asarray(of_possible / of_possible.sum(axis=1, keepdims=True))


def _multinomial(p: Doubles) -> Doubles:
    return np.asarray(p[:, :, None] * np.eye(p.shape[1]) - p[:, :, None] * p[:, None, :])
