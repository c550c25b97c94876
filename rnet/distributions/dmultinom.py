"""dmultinom: the probability of a multinomial count."""

from typing import Any

import numpy as np
from scipy.special import gammaln

from rnet.conditions import RError
from rnet.rng.arguments import reals


def dmultinom(x: Any, size: Any = None, prob: Any = None, log: bool = False) -> float:
    """Return the probability of a vector of counts.

    Parameters
    ----------
    x : vector of int
        How often each class was drawn.
    size : int, optional
        Their sum, if given.
    prob : vector of float
        A weight for each class; they need not sum to 1.
    log : bool, default False
        Return the logarithm.

    Returns
    -------
    float

    Raises
    ------
    RError
        R's words for counts and weights that do not fit.

    Notes
    -----
    R page: `?dmultinom`.

    Examples
    --------
    >>> round(dmultinom([1, 2, 1], prob=[0.2, 0.5, 0.3]), 4)
    0.18
    """
    if prob is None:
        raise RError('argument "prob" is missing, with no default', "Give a weight for each class.")
    weights, given = reals(prob), reals(x)
    if len(given) != len(weights):
        raise RError(
            "x[] and prob[] must be equal length vectors.", f"{len(given)}, {len(weights)}."
        )
    if not np.isfinite(weights).all() or (weights < 0).any() or not weights.sum() > 0:
        raise RError("probabilities must be finite, non-negative and not all 0")
    counts = np.trunc(given + 0.5)
    if (given < 0).any():
        raise RError("'x' must be non-negative")
    total = counts.sum()
    if size is not None and reals(size)[0] != total:
        raise RError("size != sum(x), i.e. one is wrong", f"The sum of x is {total:g}.")
    shares = weights / weights.sum()
    possible = shares > 0
    if (counts[~possible] != 0).any():
        return float("-inf") if log else 0.0
    counts, shares = counts[possible], shares[possible]
    found = gammaln(total + 1) + (counts * np.log(shares) - gammaln(counts + 1)).sum()
    return float(found if log else np.exp(found))
