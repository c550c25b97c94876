"""deepnet's gradient descent on arrays: forward pass, and training by the compiled steps."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from rnet.deep._backprop import Trainer
from rnet.deep.blas import dgemm
from rnet.deep.deepnet_batches import Batches

Reals = npt.NDArray[np.float64]
Wholes = npt.NDArray[np.int64]

HIDDEN_CODES = {"sigm": 0, "tanh": 1}
LECUN_TANH_CODE = 2
OUTPUT_CODES = {"sigm": 0, "linear": 1, "softmax": 2}
LARGEST_EXPONENT = 700.0
REPORTED_STEP = 10_000


class Generator(Protocol):
    """Where random numbers come from."""

    def uniform(self, n: int, /) -> Reals:
        """Return n numbers between 0 and 1."""

    def subset(self, n: float, size: int, /) -> Wholes:
        """Return `size` different numbers from 1 to n in random order."""

    def indices(self, n: float, size: int, /) -> Wholes:
        """Return `size` numbers from 1 to n."""


@dataclass(frozen=True, slots=True)
class Descent:
    """How to train.

    Attributes
    ----------
    hidden, output : str
        `sigm` or `tanh`; `sigm`, `linear` or `softmax`.
    rate, rate_scale, momentum : float
        The learning rate, what it is multiplied by after each epoch, the momentum.
    epochs : int
        How many.
    hidden_dropout, visible_dropout : float
        The shares of units to drop.
    by_case : bool
        A mask for each case and kept values scaled up, not one mask for the batch.
    scaled_tanh_slope : bool
        See `Rules`.
    """

    hidden: str
    output: str
    rate: float
    rate_scale: float
    momentum: float
    epochs: int
    hidden_dropout: float
    visible_dropout: float
    by_case: bool
    scaled_tanh_slope: bool


@dataclass(frozen=True, slots=True)
class Descended:
    """A trained network, layer by layer from the input.

    Attributes
    ----------
    weights, weight_velocities : list of ndarray, shape (units, inputs)
        And the last steps under momentum (zeros without).
    biases, bias_velocities : list of ndarray, shape (units,)
        The same of the biases.
    pre, post : list of ndarray, shape (cases of the last batch, units)
        What went into and came out of each layer for the last batch; `post` begins with the input.
    last_cases : ndarray of int
        The rows of that batch.
    masks : list of (ndarray or None)
        The last batch's dropout factors: of the input, of each hidden layer.
    losses : ndarray, shape (steps,)
        Before each step.
    rate : float
        The learning rate after the last epoch.
    """

    weights: list[Reals]
    biases: list[Reals]
    weight_velocities: list[Reals]
    bias_velocities: list[Reals]
    pre: list[Reals]
    post: list[Reals]
    last_cases: Wholes
    masks: list[Reals | None]
    losses: Reals
    rate: float


def uniform_between(generator: Generator, count: int, low: float, high: float) -> Reals:
    """Return R's `runif(count, low, high)`."""
    return low + (high - low) * generator.uniform(count)


def random_matrix(generator: Generator, rows: int, columns: int) -> Reals:
    """Return a matrix of numbers between -0.1 and 0.1, drawn column by column."""
    drawn = uniform_between(generator, rows * columns, -0.1, 0.1)
    return np.ascontiguousarray(drawn.reshape(columns, rows).T)


def permutation(generator: Generator, count: int) -> Wholes:
    """Return the places 0 ... count - 1 in random order, as R's `sample(1:count, count)`."""
    drawn = generator.subset(float(count), count) if count > 1 else generator.indices(1.0, 1)
    return drawn - 1


def logistic(z: Reals) -> Reals:
    """Return 1 / (1 + exp(-z))."""
    with np.errstate(over="ignore"):
        return np.asarray(1.0 / (1.0 + np.exp(-z)))


def softmax(z: Reals) -> Reals:
    """Return each row's exponentials over their sum, without overflow."""
    largest = z.max(axis=1, keepdims=True)
    power = np.exp(z - np.where(np.abs(largest) < LARGEST_EXPONENT, 0.0, largest))
    return np.asarray(power / power.sum(axis=1, keepdims=True))


ACTIVATIONS: dict[str, Callable[[Reals], Reals]] = {"sigm": logistic, "tanh": np.tanh}
OUTPUTS: dict[str, Callable[[Reals], Reals]] = {
    "sigm": logistic,
    "linear": lambda z: z,
    "softmax": softmax,
}


def outputs(
    x: Reals,
    weights: Sequence[Reals],
    biases: Sequence[Reals],
    hidden: str,
    output: str,
    keep: float,
) -> Reals:
    """Return a network's outputs, cases x units; hidden values are multiplied by `keep`."""
    values = x
    for weight, bias in zip(weights[:-1], biases[:-1], strict=True):
        values = ACTIVATIONS[hidden](values @ weight.T + bias)
        if keep != 1.0:
            values = values * keep
    return OUTPUTS[output](values @ weights[-1].T + biases[-1])


def descend(
    x: Reals,
    y: Reals,
    weights: Sequence[Reals],
    biases: Sequence[Reals],
    batches: Batches,
    how: Descent,
    generator: Generator,
    report: Callable[[int, float], None],
) -> Descended:
    """Train a network from its starting weights.

    Parameters
    ----------
    x, y : ndarray, shape (cases, inputs), (cases, outputs)
        The data.
    weights, biases : sequence of ndarray, shape (units, inputs), (units,)
        Where to start; they are not changed.
    batches : Batches
        The batches of an epoch.
    how : Descent
        The settings.
    generator : Generator
        Draws, each epoch, the permutation of the cases and then, batch by batch, the masks.
    report : callable
        Gets every 10000th step and its loss.
    """
    sizes = [x.shape[1], *(len(bias) for bias in biases)]
    parameters = np.concatenate(
        [part.ravel() for pair in zip(weights, biases, strict=True) for part in pair]
    )
    velocities = np.zeros_like(parameters)
    space = np.zeros(batches.largest * (sizes[0] + 2 * sum(sizes[1:])))
    code = HIDDEN_CODES[how.hidden]
    trainer = Trainer(
        np.ascontiguousarray(x),
        np.ascontiguousarray(y),
        np.array(sizes, dtype=np.int64),
        parameters,
        velocities,
        space,
        batches.largest,
        LECUN_TANH_CODE if how.scaled_tanh_slope and code else code,
        OUTPUT_CODES[how.output],
        how.momentum,
        dgemm(),
    )
    steps = len(batches.starts) - 1
    losses = np.empty(how.epochs * steps)
    rate = how.rate
    order, factors = batches.places, np.empty(0)
    for epoch in range(how.epochs):
        order = permutation(generator, len(x))[batches.places]
        factors = _factors(sizes, batches, how, generator)
        kept = losses[epoch * steps : (epoch + 1) * steps]
        keep = 1.0 - how.hidden_dropout if how.by_case else 1.0
        trainer.run(
            order,
            batches.starts,
            factors,
            how.visible_dropout > 0,
            how.hidden_dropout > 0,
            how.by_case,
            keep,
            rate,
            kept,
        )
        _report(epoch * steps, kept, report)
        rate *= how.rate_scale
    rows = int(batches.starts[-1] - batches.starts[-2])
    pre, post = _last_values(space, sizes, batches.largest, rows)
    moved, speed = _layers(parameters, sizes), _layers(velocities, sizes)
    last = order[batches.starts[-2] :]
    masks = _last_masks(factors, sizes, rows, how)
    return Descended(*moved, *speed, pre, post, last, masks, losses, rate)


def _masked_units(sizes: list[int], how: Descent) -> list[int]:
    """Return how many factors a mask has: of the input, of each hidden layer; 0 without one."""
    visible = sizes[0] if how.visible_dropout > 0 else 0
    return [visible, *(units if how.hidden_dropout > 0 else 0 for units in sizes[1:-1])]


def _factors(sizes: list[int], batches: Batches, how: Descent, generator: Generator) -> Reals:
    """Return the dropout factors of an epoch, in the order in which they are drawn."""
    units = _masked_units(sizes, how)
    if not any(units):
        return np.empty(0)
    shares = [how.visible_dropout, *(how.hidden_dropout for _ in sizes[1:-1])]
    counts = np.diff(batches.starts) if how.by_case else np.ones(len(batches.starts) - 1, int)
    drawn = generator.uniform(int(counts.sum()) * sum(units))
    share = np.concatenate(
        [np.repeat(shares, [count * one for one in units]) for count in counts.tolist()]
    )
    kept = drawn > share
    return np.where(kept, 1.0 / (1.0 - share), 0.0) if how.by_case else kept.astype(np.float64)


def _last_masks(factors: Reals, sizes: list[int], rows: int, how: Descent) -> list[Reals | None]:
    count = rows if how.by_case else 1
    units = _masked_units(sizes, how)
    at = len(factors) - count * sum(units)
    masks: list[Reals | None] = []
    for one in units:
        part = factors[at : at + count * one]
        masks.append((part.reshape(rows, one) if how.by_case else part) if one else None)
        at += count * one
    return masks


def _report(before: int, losses: Reals, report: Callable[[int, float], None]) -> None:
    first = REPORTED_STEP - before % REPORTED_STEP
    for place in range(first - 1, len(losses), REPORTED_STEP):
        report(before + place + 1, float(losses[place]))


def _layers(flat: Reals, sizes: list[int]) -> tuple[list[Reals], list[Reals]]:
    """Return the layers' matrices and vectors out of one array."""
    matrices, vectors, at = [], [], 0
    for layer, units in enumerate(sizes[1:]):
        inputs = sizes[layer]
        cells = inputs * units
        matrices.append(flat[at : at + cells].reshape(units, inputs))
        vectors.append(flat[at + cells : at + cells + units])
        at += cells + units
    return matrices, vectors


def _last_values(
    space: Reals, sizes: list[int], largest: int, rows: int
) -> tuple[list[Reals], list[Reals]]:
    """Return the inputs and values of each layer for the last batch out of the working space."""
    parts, at = [], 0
    for units in [sizes[0], *(size for size in sizes[1:] for _ in range(2))]:
        parts.append(space[at : at + rows * units].reshape(rows, units).copy())
        at += largest * units
    return parts[1::2], [parts[0], *parts[2::2]]
