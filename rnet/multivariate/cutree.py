"""`cutree`: the clusters a tree has when it is cut."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.multivariate.hclust import Hclust
from rnet.printing.numbers import as_character
from rnet.values import named_matrix

Integers = npt.NDArray[np.int64]


def cutree(
    tree: Hclust,
    k: float | Sequence[float] | None = None,
    h: float | Sequence[float] | None = None,
) -> Any:
    """Cut a tree into groups.

    Parameters
    ----------
    tree : Hclust
        What `hclust` returned.
    k : int or sequence of int, optional
        How many groups.
    h : float or sequence of float, optional
        Heights to cut at, when there is no `k`.

    Returns
    -------
    Series or ndarray of int, shape (n,)
        The group of each object, numbered from 1 in the order in which the data meet them; for
        several cuts a matrix with a column for each.

    Raises
    ------
    RError
        `either 'k' or 'h' must be specified`, `elements of 'k' must be between 1 and 5`,
        `the 'height' component of 'tree' is not sorted (increasingly)`.

    Notes
    -----
    R page: `?cutree`.

    Examples
    --------
    >>> from rnet import cutree, dist, hclust
    >>> cutree(hclust(dist([1.0, 5.0, 2.0, 9.0])), k=3).tolist()
    [1, 2, 1, 3]
    """
    if not isinstance(tree, Hclust):
        raise RError("invalid 'tree' ('merge' component)", "`hclust` makes a tree.")
    if k is None and h is None:
        raise RError("either 'k' or 'h' must be specified", "Give a number of groups.")
    n = len(tree.order)
    wanted = np.atleast_1d(np.asarray(h if k is None else k, dtype=np.float64))
    counts = _groups_at(tree, wanted) if k is None else np.trunc(wanted).astype(np.int64)
    if len(counts) and not ((counts >= 1) & (counts <= n)).all():
        raise RError(f"elements of 'k' must be between 1 and {n}", f"There are {n} objects.")
    columns = [groups(tree.merge, int(count)) for count in counts]
    labels = None if tree.labels is None else list(tree.labels)
    if len(columns) == 1:
        return columns[0] if labels is None else _named(columns[0], labels)
    titles = [as_character(value) for value in wanted.tolist()]
    return named_matrix(np.column_stack(columns), labels, titles)


def groups(merge: Integers, count: int) -> Integers:
    """Return the group of every object after all steps but the last `count` - 1.

    Parameters
    ----------
    merge : ndarray, shape (n - 1, 2)
    count : int

    Examples
    --------
    >>> groups(np.array([[-1, -3], [-2, 1]]), 2).tolist()
    [1, 2, 1]
    """
    n = len(merge) + 1
    members = {-(place + 1): [place] for place in range(n)}
    for step in range(n - count):
        first, second = merge[step].tolist()
        members[step + 1] = members.pop(first) + members.pop(second)
    found = np.zeros(n, dtype=np.int64)
    for number, cluster in enumerate(sorted(members.values(), key=min), start=1):
        found[cluster] = number
    return found


def _groups_at(tree: Hclust, heights: npt.NDArray[np.float64]) -> Integers:
    if (np.diff(tree.height) < 0).any():
        raise RError(
            "the 'height' component of 'tree' is not sorted (increasingly)",
            "Trees of centroids and medians may turn back: cut them by `k`.",
        )
    n = len(tree.order)
    return n - np.searchsorted(tree.height, heights, side="right").astype(np.int64)


def _named(values: Integers, labels: list[str]) -> "pd.Series[int]":
    return pd.Series(values, index=pd.Index(labels, dtype=object))
