"""caret's `createDataPartition` and `createResample`: random splits of an outcome."""  # noqa: N999 - R's spelling

import math
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError, warn
from rnet.evaluate.classify import Classes
from rnet.evaluate.outcome_groups import (
    classes_of_outcome,
    length_of,
    numeric_outcome,
    quantile_groups,
)
from rnet.rng.sample_int import positions
from rnet.values import named_matrix

Positions = npt.NDArray[np.int64]
MOST_GROUPS = 5


def createDataPartition(  # noqa: N802 - R's name
    y: Any,
    times: int = 1,
    p: float = 0.5,
    list: bool = True,  # noqa: A002 - R's argument name
    groups: int | None = None,
) -> dict[str, Positions] | pd.DataFrame:
    """Draw training cases, the same share of every class, or of every fifth of a number.

    Parameters
    ----------
    y : array_like or Categorical, shape (n,)
        The outcome. Numbers are split at quantiles.
    times : int
        How many partitions.
    p : float
        Share of the cases to draw, from 0 to 1; in each class rounded up.
    list : bool
        Whether to return a dict rather than a matrix.
    groups : int, optional
        Number of quantiles of a numeric outcome; default 5, or n when there are fewer cases.

    Returns
    -------
    dict of str to ndarray of int, or DataFrame
        Positions of the drawn cases counted from 1 as in R: `frame.iloc[drawn - 1]`. A dict
        `Resample1`, ...; or a matrix with one column for each partition.

    Raises
    ------
    RError
        `y must have at least 2 data points` and R's messages about the sample.

    Warns
    -----
    RWarning
        `Some classes have no records ( x ) and these will be ignored`; `Some classes have a
        single record ( x ) and these will be selected for the sample`.

    Notes
    -----
    R page: `?caret::createDataPartition`. It draws from R's random stream as caret does.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> rnet.createDataPartition(["a", "a", "b", "b"], p=0.5)["Resample1"].tolist()
    [1, 4]
    """
    if length_of(y) < 2:
        raise RError("y must have at least 2 data points")
    if times < 1:
        raise RError(
            "attempt to select less than one element in integerOneIndex",
            "times is the number of partitions, at least 1.",
        )
    found = _groups(y, groups)
    members = [np.flatnonzero(found.codes == code) + 1 for code in range(len(found.labels))]
    if numeric_outcome(y) is None:
        _warn_of_small(found, members)
    drawn = [np.sort(np.concatenate([_drawn(m, p) for m in members])) for _ in range(times)]
    return _resamples(drawn, list)


create_data_partition = createDataPartition


def createResample(  # noqa: N802 - R's name
    y: Any,
    times: int = 10,
    list: bool = True,  # noqa: A002 - R's argument name
) -> dict[str, Positions] | pd.DataFrame:
    """Draw bootstrap samples: as many cases as there are, with replacement.

    Parameters
    ----------
    y, times, list
        As for `createDataPartition`; only the length of y counts.

    Returns
    -------
    dict of str to ndarray of int, or DataFrame
        Sorted positions counted from 1.

    Notes
    -----
    R page: `?caret::createResample`.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> rnet.createResample([5, 6, 7, 8], times=1)["Resample1"].tolist()
    [1, 1, 3, 4]
    """
    count = length_of(y)
    drawn = [np.sort(positions(count, count, True, None)) for _ in range(times)]
    return _resamples(drawn, list)


def numbered(prefix: str, count: int) -> list[str]:
    """Return names with a number each, padded with zeros: `Fold01`, ..., `Fold10`."""
    width = len(str(count))
    return [f"{prefix}{number:0{width}d}" for number in range(1, count + 1)]


def _groups(y: Any, groups: int | None) -> Classes:
    numbers = numeric_outcome(y)
    if numbers is None:
        return classes_of_outcome(y)
    count = min(MOST_GROUPS, len(numbers)) if groups is None else groups
    return quantile_groups(numbers, max(count, 2))


def _warn_of_small(found: Classes, members: list[Positions]) -> None:
    for size, words in (
        (0, "no records ( {} ) and these will be ignored"),
        (1, "a single record ( {} ) and these will be selected for the sample"),
    ):
        names = [str(n) for n, m in zip(found.labels, members, strict=True) if len(m) == size]
        if names:
            warn(f"Some classes have {words.format(', '.join(names))}", stacklevel=4)


def _drawn(members: Positions, p: float) -> Positions:
    if len(members) < 2:
        return members
    size = math.ceil(len(members) * p)
    return members[positions(len(members), size, False, None).astype(np.int64) - 1]


def _resamples(drawn: list[Positions], as_list: bool) -> dict[str, Positions] | pd.DataFrame:
    names = numbered("Resample", len(drawn))
    if as_list:
        return dict(zip(names, drawn, strict=True))
    return named_matrix(np.column_stack(drawn), None, names)
