"""Generalized weights: how the log-odds of an output change with each covariate (Intrator 2001)."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from rnet.neural.network import Network, derivatives, forward, product

Doubles = npt.NDArray[np.float64]


def generalized_weights(
    network: Network, weights: Sequence[Doubles], covariate: Doubles
) -> Doubles:
    """Return the derivatives of log(o / (1 - o)) by the covariates.

    Parameters
    ----------
    network : Network
        Layers and activations.
    weights : sequence of ndarray
        One matrix per layer; fixed weights with their values.
    covariate : ndarray, shape (n, p)

    Returns
    -------
    ndarray, shape (n, p * q)
        p columns for the first response, then for the second, and so on.

    Notes
    -----
    R divides by o (1 - o) also where outputs are no probabilities: the values then mean nothing.
    An output of exactly 0 or 1 gives NaN or infinite values.
    """
    run = forward(network, weights, covariate)
    slopes = derivatives(network, run)
    blocks = []
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        for k in range(run.output.shape[1]):
            o = run.output[:, [k]]
            delta = product(slopes[-1][:, [k]] / (o * (1.0 - o)), weights[-1][1:, [k]].T)
            for layer in range(len(weights) - 2, -1, -1):
                delta = product(delta * slopes[layer], weights[layer][1:].T)
            blocks.append(delta)
    return np.hstack(blocks)
