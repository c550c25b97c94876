"""caret's `createFolds` and `createMultiFolds`: balanced random folds of an outcome."""  # noqa: N999 - R's spelling

from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.evaluate.classify import Classes
from rnet.evaluate.createDataPartition import numbered
from rnet.evaluate.outcome_groups import (
    classes_of_outcome,
    length_of,
    numeric_outcome,
    quantile_groups,
    sorted_by_label,
)
from rnet.rng.sample_int import positions

Positions = npt.NDArray[np.int64]
FEWEST_QUANTILES, MOST_QUANTILES = 2, 5


def createFolds(  # noqa: N802 - R's name
    y: Any,
    k: int = 10,
    list: bool = True,  # noqa: A002 - R's argument name
    returnTrain: bool = False,  # noqa: N803 - R's argument name
) -> dict[str, Positions] | Positions:
    """Split cases into k folds that hold about the same share of every class.

    Parameters
    ----------
    y : array_like or Categorical, shape (n,)
        The outcome; numbers are balanced by up to four quantile groups.
    k : int
        The number of folds.
    list : bool
        Whether to return the positions of each fold rather than each case's fold.
    returnTrain : bool
        Whether the dict holds the positions outside each fold.

    Returns
    -------
    dict of str to ndarray of int, or ndarray of int, shape (n,)
        Positions counted from 1 as in R, under `Fold1`, ...; or the number of each case's fold.

    Notes
    -----
    R page: `?caret::createFolds`. It draws from R's random stream as caret does. With as many
    folds as cases every case is a fold, and nothing is drawn.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> rnet.createFolds(["a", "a", "b", "b"], k=2, list=False).tolist()
    [1, 2, 1, 2]
    """
    count = length_of(y)
    if k < 1:
        raise RError("invalid 'k'", "k is the number of folds, at least 1.")
    fold = np.arange(1, count + 1)
    found = _groups(y, k)
    if k < count:
        for code in range(len(found.labels)):
            members = found.codes == code
            fold[members] = _dealt(int(members.sum()), k)
    if not list:
        return fold
    names = numbered("Fold", k if k < count else count)
    each = [np.flatnonzero((fold == n + 1) != returnTrain) + 1 for n in range(len(names))]
    return {name: part for name, part in zip(names, each, strict=True) if returnTrain or len(part)}


create_folds = createFolds


def createMultiFolds(  # noqa: N802 - R's name
    y: Any, k: int = 10, times: int = 5
) -> dict[str, Positions]:
    """Return the training cases of `times` independent splits into k folds.

    Parameters
    ----------
    y, k
        As for `createFolds`.
    times : int
        How many splits.

    Returns
    -------
    dict of str to ndarray of int
        Positions counted from 1, under `Fold1.Rep1`, ...

    Notes
    -----
    R page: `?caret::createMultiFolds`.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> folds = rnet.createMultiFolds(["a", "a", "b", "b"], k=2, times=1)
    >>> {name: rows.tolist() for name, rows in folds.items()}
    {'Fold1.Rep1': [2, 4], 'Fold2.Rep1': [1, 3]}
    """
    found: dict[str, Positions] = {}
    for repetition in numbered("Rep", times):
        folds = createFolds(y, k, returnTrain=True)
        assert isinstance(folds, dict)
        found |= {f"{name}.{repetition}": rows for name, rows in folds.items()}
    return found


def _groups(y: Any, k: int) -> Classes:
    numbers = numeric_outcome(y)
    if numbers is None:
        return classes_of_outcome(y)
    if not len(numbers):
        raise RError("invalid number of intervals", "y is empty.")
    cuts = min(max(len(numbers) // k, FEWEST_QUANTILES), MOST_QUANTILES)
    return sorted_by_label(quantile_groups(numbers, cuts))


def _dealt(count: int, k: int) -> Positions:
    """Deal `count` cases to k folds: full rounds first, then different folds for the rest."""
    rounds, rest = divmod(count, k)
    if rounds == 0:
        return positions(k, count, False, None).astype(np.int64)
    dealt = np.tile(np.arange(1, k + 1), rounds)
    if rest:
        dealt = np.concatenate([dealt, positions(k, rest, False, None).astype(np.int64)])
    return dealt[positions(len(dealt), None, False, None).astype(np.int64) - 1]
