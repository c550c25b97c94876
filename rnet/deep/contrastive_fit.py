"""Restricted Boltzmann machines of binary units on arrays: contrastive divergence as deepnet's."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnet.deep.backprop_fit import (
    Generator,
    logistic,
    permutation,
    random_matrix,
    uniform_between,
)
from rnet.deep.deepnet_batches import Batches

Reals = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Divergence:
    """How to train.

    Attributes
    ----------
    rate, rate_scale, momentum : float
        The learning rate, what it is multiplied by after each epoch, the momentum.
    epochs : int
        How many.
    resamples : sequence of bool
        One entry for each sweep down and up: whether hidden states are drawn after it.
    momentum_of_weights, sampled_statistics : bool
        See `Rules`.
    """

    rate: float
    rate_scale: float
    momentum: float
    epochs: int
    resamples: Sequence[bool]
    momentum_of_weights: bool
    sampled_statistics: bool


@dataclass(slots=True)
class Machine:
    """The numbers of a machine, changed in place by training.

    Attributes
    ----------
    weights, weight_velocity : ndarray, shape (hidden, visible)
        Weights and their last step under momentum.
    visible_bias, visible_velocity : ndarray, shape (visible,)
        The same of the visible units' biases.
    hidden_bias, hidden_velocity : ndarray, shape (hidden,)
        The same of the hidden units' biases.
    """

    weights: Reals
    visible_bias: Reals
    hidden_bias: Reals
    weight_velocity: Reals
    visible_velocity: Reals
    hidden_velocity: Reals


def random_machine(generator: Generator, visible: int, hidden: int) -> Machine:
    """Draw all weights, then visible, then hidden biases, between -0.1 and 0.1."""
    weights = random_matrix(generator, hidden, visible)
    below = uniform_between(generator, visible, -0.1, 0.1)
    above = uniform_between(generator, hidden, -0.1, 0.1)
    zeros = (np.zeros_like(part) for part in (weights, below, above))
    return Machine(weights, below, above, *zeros)


def up(machine: Machine, visible: Reals) -> Reals:
    """Return the probabilities of the hidden units, cases x hidden."""
    return logistic(visible @ machine.weights.T + machine.hidden_bias)


def down(machine: Machine, hidden: Reals) -> Reals:
    """Return the probabilities of the visible units, cases x visible."""
    return logistic(hidden @ machine.weights + machine.visible_bias)


def draw(generator: Generator, probabilities: Reals) -> Reals:
    """Return states of 0 and 1, drawn column by column."""
    rows, columns = probabilities.shape
    drawn = generator.uniform(rows * columns).reshape(columns, rows).T
    return (probabilities > drawn).astype(np.float64)


def diverge(
    machine: Machine, x: Reals, batches: Batches, how: Divergence, generator: Generator
) -> tuple[Reals, float]:
    """Train a machine in place.

    Returns
    -------
    ndarray, shape (steps,)
        Each batch's sum of squared reconstruction errors a case.
    float
        The learning rate after the last epoch.
    """
    errors, rate = [], how.rate
    for _ in range(how.epochs):
        order = permutation(generator, len(x))[batches.places]
        for first, end in zip(batches.starts[:-1], batches.starts[1:], strict=True):
            errors.append(_step(machine, x[order[first:end]], how, rate, generator))
        rate *= how.rate_scale
    return np.array(errors), rate


def _step(
    machine: Machine, data: Reals, how: Divergence, rate: float, generator: Generator
) -> float:
    probabilities = up(machine, data)
    states = draw(generator, probabilities)
    first = states if how.sampled_statistics else probabilities
    visible, hidden = data, states
    for resamples in how.resamples:
        visible = down(machine, hidden)
        hidden = up(machine, visible)
        if resamples:
            hidden = draw(generator, hidden)
    cases = len(data)
    gradient = first.T @ data
    gradient -= hidden.T @ visible
    gradient *= rate / cases
    machine.weight_velocity *= how.momentum
    machine.weight_velocity += gradient
    machine.weights += machine.weight_velocity if how.momentum_of_weights else gradient
    error = data - visible
    machine.visible_velocity *= how.momentum
    machine.visible_velocity += rate * error.mean(axis=0)
    machine.visible_bias += machine.visible_velocity
    machine.hidden_velocity *= how.momentum
    machine.hidden_velocity += rate * (first - hidden).mean(axis=0)
    machine.hidden_bias += machine.hidden_velocity
    return float(np.vdot(error, error)) / cases
