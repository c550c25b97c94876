"""Second derivatives of what R's nnet minimises, exact."""

import numpy as np
import numpy.typing as npt

from rnet.neural.criteria import loss_curvatures, loss_slopes
from rnet.neural.nnet_fit import NnetProblem, outputs

Doubles = npt.NDArray[np.float64]
SATURATED = 15.0


def hessian(problem: NnetProblem, weights: Doubles) -> Doubles:
    """Return the second derivatives by all weights, shape (weights, weights).

    The curvature of the loss passes back through the derivatives of the outputs' sums; the
    sums' own curvature comes from the hidden units.
    """
    net, x, y = problem.architecture, problem.covariate, problem.response
    cases = problem.case_weights
    into_hidden, from_hidden = _split(problem, weights)
    ones = np.column_stack([np.ones(len(x)), x])
    hidden = _logistic(ones @ into_hidden.T)
    slope = hidden * (1 - hidden)
    out = outputs(net, weights, x)
    gradients = loss_slopes(net.criterion, y, out) * cases[:, None]
    curvature = loss_curvatures(net.criterion, y, out) * cases[:, None, None]
    jacobians = [
        _jacobian(problem, ones, hidden, slope, from_hidden, k) for k in range(net.outputs)
    ]
    found = np.diag(2 * problem.decay)
    for k, left in enumerate(jacobians):
        for m, right in enumerate(jacobians):
            found += left.T @ (curvature[:, k, m, None] * right)
    _add_curvature_of_sums(found, problem, ones, hidden, from_hidden, gradients)
    return found


def _split(problem: NnetProblem, weights: Doubles) -> tuple[Doubles, Doubles]:
    """Return the weights into hidden units, and those from hidden units to outputs."""
    net = problem.architecture
    first = net.hidden * (1 + net.inputs)
    into_hidden = weights[:first].reshape(net.hidden, 1 + net.inputs)
    into_outputs = weights[first:].reshape(net.outputs, -1)
    return into_hidden, into_outputs[:, 1 : 1 + net.hidden]


def _logistic(sums: Doubles) -> Doubles:
    inside = 1 / (1 + np.exp(-np.clip(sums, -SATURATED, SATURATED)))
    return np.where(sums < -SATURATED, 0.0, np.where(sums > SATURATED, 1.0, inside))


def _jacobian(
    problem: NnetProblem,
    ones: Doubles,
    hidden: Doubles,
    slope: Doubles,
    from_hidden: Doubles,
    output: int,
) -> Doubles:
    """Return the derivatives of one output's sum by all weights, shape (n, weights)."""
    net = problem.architecture
    rows = len(ones)
    back = slope * from_hidden[output]
    into_hidden = (back[:, :, None] * ones[:, None, :]).reshape(rows, -1)
    own = [ones[:, :1], hidden, *([problem.covariate] if net.skip else [])]
    width = sum(part.shape[1] for part in own)
    before = np.zeros((rows, output * width))
    after = np.zeros((rows, (net.outputs - 1 - output) * width))
    return np.hstack([into_hidden, before, *own, after])


def _add_curvature_of_sums(
    found: Doubles,
    problem: NnetProblem,
    ones: Doubles,
    hidden: Doubles,
    from_hidden: Doubles,
    gradients: Doubles,
) -> None:
    """Add what the outputs' sums curve by: through each hidden unit alone."""
    net = problem.architecture
    width = 1 + net.inputs
    slope = hidden * (1 - hidden)
    bend = slope * (1 - 2 * hidden)
    per_output = 1 + net.hidden + (net.inputs if net.skip else 0)
    for j in range(net.hidden):
        own = slice(j * width, (j + 1) * width)
        through = (gradients @ from_hidden[:, j]) * bend[:, j]
        found[own, own] += ones.T @ (through[:, None] * ones)
        for k in range(net.outputs):
            to_output = net.hidden * width + k * per_output + 1 + j
            mixed = ones.T @ (gradients[:, k] * slope[:, j])
            found[own, to_output] += mixed
            found[to_output, own] += mixed
