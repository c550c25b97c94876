"""A feed-forward network: its layers, the flat order of its weights, and the forward pass."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnet.neural.activations import Activation

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Layout:
    """The sizes of all layers and the order of the weights.

    Attributes
    ----------
    units : tuple of int
        Predictors, hidden units layer by layer, responses.

    Notes
    -----
    Layer k's weights are a matrix of (1 + inputs) x units whose first row is the intercept.
    Flat order: the first matrix column by column, then the second, and so on.
    """

    units: tuple[int, ...]

    @property
    def shapes(self) -> list[tuple[int, int]]:
        """Rows and columns of each weight matrix."""
        return [(self.units[k] + 1, count) for k, count in enumerate(self.units[1:])]

    @property
    def size(self) -> int:
        """How many weights there are."""
        return sum(rows * columns for rows, columns in self.shapes)

    def split(self, flat: Doubles) -> list[Doubles]:
        """Return the weight matrices that a flat vector holds.

        Examples
        --------
        >>> [w.tolist() for w in Layout((1, 2)).split(np.arange(4.0))]
        [[[0.0, 2.0], [1.0, 3.0]]]
        """
        matrices, start = [], 0
        for rows, columns in self.shapes:
            stop = start + rows * columns
            matrices.append(np.array(flat[start:stop]).reshape((rows, columns), order="F"))
            start = stop
        return matrices

    def join(self, matrices: Sequence[Doubles]) -> Doubles:
        """Return weight matrices as one flat vector."""
        return np.concatenate([matrix.ravel(order="F") for matrix in matrices])

    def names(self, variables: Sequence[str], responses: Sequence[str]) -> list[str]:
        """Return `<from>.to.<to>` of every weight, in flat order."""
        hidden = [
            [f"{k + 1}layhid{j + 1}" for j in range(count)]
            for k, count in enumerate(self.units[1:-1])
        ]
        layers = [list(variables), *hidden, list(responses)]
        return [
            f"{source}.to.{target}"
            for layer, targets in enumerate(layers[1:])
            for target in targets
            for source in ["Intercept", *layers[layer]]
        ]


@dataclass(frozen=True, slots=True)
class Network:
    """The layers of a network and its activation functions."""

    layout: Layout
    hidden: Activation
    output: Activation

    def activation(self, layer: int) -> Activation:
        """Return the activation of a layer of units, counted from 0."""
        return self.output if layer == len(self.layout.units) - 2 else self.hidden


@dataclass(frozen=True, slots=True)
class ForwardPass:
    """What all units do on n rows.

    Attributes
    ----------
    inputs : list of ndarray, each (n, 1 + units)
        Each weight layer's input, with the leading column of ones.
    weighted : list of ndarray, each (n, units)
        Weighted sums, layer by layer.
    activations : list of ndarray, each (n, units)
        Their activations; the last is the network's output.
    """

    inputs: list[Doubles]
    weighted: list[Doubles]
    activations: list[Doubles]

    @property
    def output(self) -> Doubles:
        """The network's output, (n, responses)."""
        return self.activations[-1]


def product(a: Doubles, b: Doubles) -> Doubles:
    """Return the matrix product with every sum formed from left to right, as R forms it.

    Parameters
    ----------
    a : ndarray, shape (n, k)
    b : ndarray, shape (k, m)

    Returns
    -------
    ndarray, shape (n, m)
    """
    total = np.zeros((a.shape[0], b.shape[1]))
    for k in range(a.shape[1]):
        total += a[:, k, None] * b[k]
    return total


def with_ones(x: Doubles) -> Doubles:
    """Put a column of ones before the columns of a matrix."""
    return np.hstack([np.ones((x.shape[0], 1)), x])


def forward(network: Network, weights: Sequence[Doubles], covariate: Doubles) -> ForwardPass:
    """Compute all units on the rows of `covariate`, shape (n, predictors)."""
    inputs, weighted, activations = [], [], []
    current = covariate
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        for layer, matrix in enumerate(weights):
            inputs.append(with_ones(current))
            weighted.append(product(inputs[-1], matrix))
            current = network.activation(layer).value(weighted[-1])
            activations.append(current)
    return ForwardPass(inputs, weighted, activations)


def derivatives(network: Network, run: ForwardPass) -> list[Doubles]:
    """Return the derivatives of all units' activations, layer by layer, each (n, units)."""
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        return [
            network.activation(layer).derivative(z, a)
            for layer, (z, a) in enumerate(zip(run.weighted, run.activations, strict=True))
        ]
