"""The sandwich matrices of a network with at most one hidden layer (White 1989; Anders 1996).

With E the error of an output, A is the mean Hessian of the error by the weights and B the mean
product of its gradients; the weights' covariance is estimated by A^- B A^- / n.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class HiddenLayer:
    """The hidden layer on n rows, H units.

    Attributes
    ----------
    inputs : ndarray, shape (n, 1 + p)
        Its input with the leading ones.
    slope, curvature : ndarray, shape (n, H)
        Derivatives of its activations by their weighted sums.
    output_weights : ndarray, shape (H, q)
        The next layer's weights, without the intercepts.
    """

    inputs: Doubles
    slope: Doubles
    curvature: Doubles
    output_weights: Doubles


@dataclass(frozen=True, slots=True, eq=False)
class OutputLayer:
    """The output layer on n rows, q outputs.

    Attributes
    ----------
    inputs : ndarray, shape (n, 1 + H)
        Its input with the leading ones.
    slope, curvature : ndarray, shape (n, q)
        Derivatives of the outputs by their weighted sums.
    error_slope, error_curvature : ndarray, shape (n, q)
        Derivatives of the error by the outputs.
    """

    inputs: Doubles
    slope: Doubles
    curvature: Doubles
    error_slope: Doubles
    error_curvature: Doubles


@dataclass(frozen=True, slots=True, eq=False)
class Sandwich:
    """What the network information criterion and the intervals need.

    Attributes
    ----------
    trace : float
        Trace of B A^-; NaN where A is exactly singular.
    variances : ndarray or None
        Diagonal of A^- B A^- / n in the order of the weights kept; None where A is singular or a
        variance would be negative.
    """

    trace: float
    variances: Doubles | None


def information(
    hidden: HiddenLayer | None, output: OutputLayer, *, as_in_r: bool
) -> tuple[Doubles, Doubles]:
    """Return A and B, each (weights, weights) in flat order.

    Parameters
    ----------
    hidden : HiddenLayer or None
        None where inputs and outputs are joined directly.
    output : OutputLayer
    as_in_r : bool
        R puts the mixed derivatives of a hidden unit's two sides one row too high, and leaves
        products between different outputs out of B.
    """
    rows, outputs = output.slope.shape
    gradients = [_weighted_sum_gradient(hidden, output, k) for k in range(outputs)]
    size = gradients[0].shape[1]
    a, b, score = np.zeros((size, size)), np.zeros((size, size)), np.zeros((rows, size))
    for k, gradient in enumerate(gradients):
        slope = output.error_slope[:, k] * output.slope[:, k]
        curvature = output.error_curvature[:, k] * output.slope[:, k] ** 2
        bend = output.error_slope[:, k] * output.curvature[:, k]
        a += (gradient * (curvature + bend)[:, None]).T @ gradient
        own = gradient * slope[:, None]
        b += own.T @ own
        score += own
    if hidden is not None:
        a += _bends_of_weighted_sums(hidden, output, as_in_r)
    return a / rows, (b if as_in_r else score.T @ score) / rows


def _weighted_sum_gradient(hidden: HiddenLayer | None, output: OutputLayer, k: int) -> Doubles:
    """Return the derivatives of output k's weighted sum by all weights, shape (n, weights)."""
    rows, outputs = output.slope.shape
    own = [
        output.inputs if column == k else np.zeros_like(output.inputs) for column in range(outputs)
    ]
    if hidden is None:
        return np.hstack(own)
    through = hidden.slope * hidden.output_weights[:, k]
    first = (through[:, :, None] * hidden.inputs[:, None, :]).reshape(rows, -1)
    return np.hstack([first, *own])


def _bends_of_weighted_sums(hidden: HiddenLayer, output: OutputLayer, as_in_r: bool) -> Doubles:
    """Return the part of the Hessian that comes from the outputs' weighted sums being curved."""
    pull = output.error_slope * output.slope
    units, outputs = hidden.output_weights.shape
    width, height = hidden.inputs.shape[1], units + 1
    first = width * units
    found = np.zeros((first + height * outputs,) * 2)
    for unit in range(units):
        block = slice(unit * width, (unit + 1) * width)
        bend = hidden.curvature[:, unit] * (pull @ hidden.output_weights[unit])
        found[block, block] = (hidden.inputs * bend[:, None]).T @ hidden.inputs
        for k in range(outputs):
            row = first + k * height + unit + (0 if as_in_r else 1)
            mixed = (hidden.slope[:, unit] * pull[:, k]) @ hidden.inputs
            found[row, block] += mixed
            found[block, row] += mixed
    return found


def sandwich(a: Doubles, b: Doubles, rows: int) -> Sandwich:
    """Return trace and variances by the Moore-Penrose inverse of A, tolerance sqrt(eps)."""
    if np.linalg.det(a) == 0:
        return Sandwich(np.nan, None)
    inverse = np.linalg.pinv(a, rcond=float(np.sqrt(np.finfo(np.float64).eps)))
    variances = np.diag(inverse @ b @ inverse) / rows
    trace = float(np.trace(b @ inverse))
    return Sandwich(trace, variances if (variances >= 0).all() else None)
