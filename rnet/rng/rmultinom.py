"""rmultinom."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.rng.arguments import reals, single
from rnet.rng.probabilities import probabilities
from rnet.rng.state import generator
from rnet.values import LARGEST_INTEGER, named_matrix


def rmultinom(n: Any, size: Any, prob: Any) -> npt.NDArray[np.int64] | pd.DataFrame:
    """Draw multinomial vectors: `size` objects put into the boxes of `prob`.

    Parameters
    ----------
    n : int
        How many vectors (of a vector the first element counts).
    size : int
        Objects per vector.
    prob : array_like or Series
        Weights of the k boxes; the names of a Series become row names.

    Returns
    -------
    ndarray of int or DataFrame
        Shape (k, n), a vector a column; a named matrix when `prob` has names.

    Raises
    ------
    RError
        `invalid first argument 'n'`, `invalid second argument 'size'`,
        `NA in probability vector`, `negative probability`, `no positive probabilities`.

    Notes
    -----
    R page: `?rmultinom`. Successive binomials.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> rnet.rmultinom(2, 3, [0.2, 0.3, 0.5]).tolist()
    [[0, 1], [1, 2], [2, 0]]
    """
    vectors = _whole(n, "invalid first argument 'n'")
    objects = _whole(size, "invalid second argument 'size'")
    weights = probabilities(reals(prob), 1, "no positive probabilities")
    drawn = generator().multinomial(vectors, objects, weights)
    counts = drawn.astype(np.int64).reshape(vectors, weights.size).T
    if isinstance(prob, pd.Series) and prob.index.inferred_type == "string":
        return named_matrix(counts, [str(name) for name in prob.index])
    return counts


def _whole(value: Any, message: str) -> int:
    number = single(value)
    if not 0 <= number <= LARGEST_INTEGER:
        raise RError(message, "Give a whole number, zero or more.")
    return int(number)
