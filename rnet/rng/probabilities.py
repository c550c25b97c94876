"""Weights made probabilities, with R's complaints."""

import numpy as np

from rnet.conditions import RError
from rnet.rng.arguments import Reals


def probabilities(weights: Reals, needed: int, too_few: str) -> Reals:
    """Return weights that sum to one.

    Parameters
    ----------
    weights : ndarray, shape (k,)
        Weights, not negative.
    needed : int
        How many of them must be positive; one at least.
    too_few : str
        R's message when they are not.

    Raises
    ------
    RError
        `NA in probability vector`, `negative probability`, or `too_few`.
    """
    if not np.isfinite(weights).all():
        raise RError("NA in probability vector", "Every weight must be a finite number.")
    if (weights < 0.0).any():
        raise RError("negative probability", "Every weight must be zero or more.")
    if int(np.count_nonzero(weights)) < max(needed, 1):
        raise RError(too_few)
    # R adds one after the other; NumPy's sum would pair them.
    total: float = np.cumsum(weights)[-1]
    return weights / total
