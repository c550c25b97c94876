"""caTools' `sample.split`: a random split that keeps the shares of labels."""

import math
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.evaluate.classify import classify
from rnet.rng.sample_int import positions
from rnet.rng.state import generator

Flags = npt.NDArray[np.bool_]
RANGE = (
    "Error in sample.split: 'SplitRatio' parameter has to be i [0, 1] range or [1, length(Y)] range"
)


def sample_split(
    Y: Any,  # noqa: N803 - R's argument name
    SplitRatio: float = 2 / 3,  # noqa: N803 - R's argument name
) -> Flags:
    """Draw training cases, the same share of every label.

    Parameters
    ----------
    Y : array_like or Categorical, shape (n,)
        The labels. Where there are more than n/2, or only one, labels do not matter.
    SplitRatio : float, default 2/3
        Below 1 the share of the cases to draw; otherwise their number.

    Returns
    -------
    ndarray of bool, shape (n,)
        True for the drawn cases: `train, test = frame[drawn], frame[~drawn]`.

    Raises
    ------
    RError
        caTools' message for a ratio outside its range.

    Notes
    -----
    R page: `?caTools::sample.split`. It draws from R's random stream as caTools does: numbers
    of each label are rounded, and at least one case of each is drawn. caTools' `group` is not
    available.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> rnet.sample_split(["a", "a", "b", "b"], SplitRatio=0.5).tolist()
    [True, False, True, False]
    """
    codes = classify(Y, exclude=(), use_na="ifany").codes
    count = len(codes)
    if SplitRatio >= count:
        raise RError(RANGE, f"There are {count} labels.")
    labels = list(dict.fromkeys(codes.tolist()))
    if len(labels) == 1 or 2 * len(labels) > count:
        size = math.floor(SplitRatio * count if SplitRatio < 1 else SplitRatio)
        return _smallest(count, max(1, size))
    ratio = SplitRatio / count if SplitRatio >= 1 else SplitRatio
    drawn = np.zeros(count, dtype=bool)
    for label in labels:
        members = np.flatnonzero(codes == label)
        drawn[members] = _smallest(len(members), max(1, round(len(members) * ratio)))
    return _adjusted(drawn, math.floor(SplitRatio)) if SplitRatio >= 1 else drawn


def _smallest(count: int, size: int) -> Flags:
    """Return which of `count` random numbers are the `size` smallest."""
    drawn = np.zeros(count, dtype=bool)
    drawn[np.argsort(generator().uniform(count), kind="stable")[:size]] = True
    return drawn


def _adjusted(drawn: Flags, size: int) -> Flags:
    """Drop or add random cases until `size` are drawn."""
    surplus = int(drawn.sum()) - size
    candidates = np.flatnonzero(drawn if surplus > 0 else ~drawn)
    if surplus:
        chosen = positions(len(candidates), abs(surplus), False, None).astype(np.intp) - 1
        drawn[candidates[chosen]] = surplus < 0
    return drawn
