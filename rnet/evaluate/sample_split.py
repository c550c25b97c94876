"""caTools' `sample.split`: a random split that keeps the shares of labels."""

import math
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.evaluate.classify import classify
from rnet.rng.sample_int import positions
from rnet.rng.state import generator
from rnet.sums import corrected_mean

Flags = npt.NDArray[np.bool_]
RANGE = (
    "Error in sample.split: 'SplitRatio' parameter has to be i [0, 1] range or [1, length(Y)] range"
)

LENGTHS = "Error in sample.split: Vectors 'Y' and 'group' have to have the same length"


def sample_split(
    Y: Any,  # noqa: N803 - R's argument name
    SplitRatio: float = 2 / 3,  # noqa: N803 - R's argument name
    group: Any = None,
) -> Flags:
    """Draw training cases, the same share of every label.

    Parameters
    ----------
    Y : array_like or Categorical, shape (n,)
        The labels. Where there are more than n/2, or only one, labels do not matter.
    SplitRatio : float, default 2/3
        Below 1 the share of the cases to draw; otherwise their number.
    group : array_like or Categorical, shape (n,), optional
        Cases of a group are drawn together as far as the numbers allow, label by label.

    Returns
    -------
    ndarray of bool, shape (n,)
        True for the drawn cases: `train, test = frame[drawn], frame[~drawn]`.

    Raises
    ------
    RError
        caTools' messages for a ratio outside its range, and for groups of another length.

    Notes
    -----
    R page: `?caTools::sample.split`. It draws from R's random stream as caTools does: numbers
    of each label are rounded, and at least one case of each is drawn. With `group` the groups of
    a label are taken in the order of the means of their cases' random numbers; the last one taken
    may be cut, and a group with several labels may come to both sides.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> rnet.sample_split(["a", "a", "b", "b"], SplitRatio=0.5).tolist()
    [True, False, True, False]
    """
    codes = classify(Y, exclude=(), use_na="ifany").codes
    count = len(codes)
    groups = _groups(group, count)
    if SplitRatio >= count:
        raise RError(RANGE, f"There are {count} labels.")
    labels = list(dict.fromkeys(codes.tolist()))
    if len(labels) == 1 or 2 * len(labels) > count:
        size = math.floor(SplitRatio * count if SplitRatio < 1 else SplitRatio)
        return _smallest(groups, max(1, size))
    ratio = SplitRatio / count if SplitRatio >= 1 else SplitRatio
    drawn = np.zeros(count, dtype=bool)
    for label in labels:
        members = np.flatnonzero(codes == label)
        drawn[members] = _smallest(groups[members], max(1, round(len(members) * ratio)))
    return _adjusted(drawn, math.floor(SplitRatio)) if SplitRatio >= 1 else drawn


def _groups(group: Any, count: int) -> npt.NDArray[np.intp]:
    """Return the group of each case; without groups each is its own."""
    if group is None:
        return np.arange(count)
    codes = classify(group, exclude=(), use_na="ifany").codes
    if len(codes) != count:
        raise RError(LENGTHS, f"There are {count} labels and {len(codes)} groups.")
    return np.asarray(codes, dtype=np.intp)


def _smallest(groups: npt.NDArray[np.intp], size: int) -> Flags:
    """Draw `size` cases whose groups have the smallest means of random numbers."""
    numbers = generator().uniform(len(groups))
    keys = np.empty(len(groups))
    for members in (groups == group for group in np.unique(groups)):
        keys[members] = corrected_mean(numbers[members])
    drawn = np.zeros(len(groups), dtype=bool)
    drawn[np.argsort(keys, kind="stable")[:size]] = True
    return drawn


def _adjusted(drawn: Flags, size: int) -> Flags:
    """Drop or add random cases until `size` are drawn."""
    surplus = int(drawn.sum()) - size
    candidates = np.flatnonzero(drawn if surplus > 0 else ~drawn)
    if surplus:
        chosen = positions(len(candidates), abs(surplus), False, None).astype(np.intp) - 1
        drawn[candidates[chosen]] = surplus < 0
    return drawn
