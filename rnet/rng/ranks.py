"""rsignrank and rwilcox."""

import math
from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.rng.arguments import Reals, Whole, count, reals, whole
from rnet.rng.state import generator
from rnet.values import LARGEST_INTEGER


def rsignrank(nn: Any, n: Any) -> Whole:
    """Draw Wilcoxon's signed rank statistic under its null hypothesis.

    Parameters
    ----------
    nn : int or vector
        How many values; the length of a vector of more than one.
    n : int or vector
        Observations in the sample.

    Returns
    -------
    ndarray of int
        Counts, shape (n,); doubles when one exceeds 2147483647, a pandas integer array when one
        is missing.

    Raises
    ------
    RError
        `invalid arguments`.

    Warns
    -----
    RWarning
        `NAs produced`, where a parameter is missing or not allowed.

    Notes
    -----
    R page: `?rsignrank`.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> rnet.rsignrank(3, 10).tolist()
    [37, 33, 13]
    """
    return whole(generator().signed_rank(count(nn), reals(n)))


def rwilcox(nn: Any, m: Any, n: Any) -> Whole:
    """Draw Wilcoxon's rank sum statistic under its null hypothesis.

    Parameters
    ----------
    nn : int or vector
        How many values; the length of a vector of more than one.
    m, n : int or vector
        Observations in the first and second sample.

    Returns
    -------
    ndarray of int
        Counts, shape (n,); doubles when one exceeds 2147483647, a pandas integer array when one
        is missing.

    Raises
    ------
    RError
        `invalid arguments`.

    Warns
    -----
    RWarning
        `NAs produced`, where a parameter is missing or not allowed.

    Notes
    -----
    R page: `?rwilcox`.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> rnet.rwilcox(3, 10, 5).tolist()
    [8, 33, 17]
    """
    wanted, first, second = count(nn), reals(m), reals(n)
    if _too_large(first, second, wanted):
        raise RError("'R_Calloc' could not allocate memory", "Both samples together are too large.")
    return whole(generator().rank_sum(wanted, first, second))


def _too_large(first: Reals, second: Reals, wanted: int) -> bool:
    """Whether two samples of one of the draws hold more observations than R's integers count."""
    pairs = min(wanted, math.lcm(first.size, second.size))
    with np.errstate(invalid="ignore"):  # NA is a signalling NaN
        m, n = np.rint(np.resize(first, pairs)), np.rint(np.resize(second, pairs))
        return bool(((m > 0) & (n > 0) & (m + n > LARGEST_INTEGER)).any())
