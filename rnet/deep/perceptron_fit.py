"""One unit on arrays: the lecture's batch rule, and Rosenblatt's rule for the step unit."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnet.deep.activations import Activation

Reals = npt.NDArray[np.float64]
Rates = Callable[[int], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Path:
    """How a unit learnt.

    Attributes
    ----------
    weights : ndarray, shape (steps + 1, 1 + inputs)
        Bias and weights at the start and after each step.
    losses : ndarray, shape (steps + 1,)
        The sum of squared errors at each.
    wrong : ndarray of int, shape (steps + 1,)
        How many outputs are on the other side of one half than the target.
    slopes : ndarray, shape (steps + 1,)
        The length of the loss's gradient by the weights, bias left out, half of it: the steps
        divided by their rate. NaN for Rosenblatt's rule, which follows none.
    settled : bool
        Whether the rule came to rest.
    """

    weights: Reals
    losses: Reals
    wrong: npt.NDArray[np.int64]
    slopes: Reals
    settled: bool


def outputs(x: Reals, weights: Reals, activation: Activation) -> tuple[Reals, Reals]:
    """Return sums and outputs of a unit, (n,) each, for inputs (n, p)."""
    sums = weights[0] + x @ weights[1:]
    return sums, activation.value(sums[:, None])[:, 0]


def descend(
    x: Reals,
    wanted: Reals,
    start: Reals,
    activation: Activation,
    rates: Rates,
    maxit: int,
    tol: float,
) -> Path:
    """Follow the lecture's rule: w0 += g1 sum (d - y) f'(z), wi += g2 sum (d - y) f'(z) x_i.

    Parameters
    ----------
    x, wanted : ndarray, shape (n, p), (n,)
        Inputs and targets d.
    start : ndarray, shape (1 + p,)
        Bias and weights to begin with.
    activation : Activation
        f, with a derivative.
    rates : callable
        The two rates of a step, counted from 1.
    maxit, tol : int, float
        The most steps; the rule has settled when no weight moves by more than `tol`.

    Returns
    -------
    Path
        It ends early, unsettled, where the numbers overflow.
    """
    assert activation.derivative is not None  # the caller looked
    weights = start.copy()
    path, losses, wrong, slopes = [weights.copy()], [], [], []
    settled, step = False, 0
    with np.errstate(over="ignore", invalid="ignore"):
        while True:
            sums, got = outputs(x, weights, activation)
            error = wanted - got
            losses.append(float(error @ error))
            wrong.append(int(np.count_nonzero((got > 0.5) != (wanted > 0.5))))
            share = error * activation.derivative(sums[:, None], got[:, None])[:, 0]
            inner = share @ x
            slopes.append(float(np.sqrt(inner @ inner)))
            if settled or step == maxit or not np.isfinite(losses[-1]):
                break
            step += 1
            bias_rate, rate = rates(step)
            move = np.concatenate([[bias_rate * share.sum()], rate * inner])
            weights = weights + move
            path.append(weights)
            settled = bool(np.abs(move).max() <= tol)
    return Path(np.array(path), np.array(losses), np.array(wrong), np.array(slopes), settled)


def correct(
    x: Reals, wanted: Reals, start: Reals, activation: Activation, rates: Rates, maxit: int
) -> Path:
    """Follow Rosenblatt's rule: go through the cases, and where the output is wrong add (d - y) x.

    A step is a pass through all cases in their order; the rule settles with the first pass
    without a mistake. Parameters and result as those of `descend`.
    """
    weights = start.copy()
    path, losses, wrong = [], [], []
    settled = False
    for step in range(1, maxit + 2):
        _, got = outputs(x, weights, activation)
        path.append(weights.copy())
        losses.append(float(((wanted - got) ** 2).sum()))
        wrong.append(int(np.count_nonzero(got != wanted)))
        settled = wrong[-1] == 0
        if settled or step > maxit:
            break
        bias_rate, rate = rates(step)
        for case, target in zip(x, wanted, strict=True):
            error = target - (1.0 if weights[0] + case @ weights[1:] >= 0 else 0.0)
            if error:
                weights[0] += bias_rate * error
                weights[1:] += rate * error * case
    slopes = np.full(len(path), np.nan)
    return Path(np.array(path), np.array(losses), np.array(wrong), slopes, settled)
