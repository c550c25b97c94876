"""`knn`: classes by the votes of the nearest rows, as R's package class takes them."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError, warn
from rnet.formula.columns import as_column, factor_of, missing
from rnet.formula.factor_functions import as_factor
from rnet.rng.state import generator

Doubles = npt.NDArray[np.float64]

NEAR_TIE = 1e-4  # of a squared distance
NOT_NUMBERS = "NA/NaN/Inf in foreign function call (arg 6)"


def knn(
    train: Any,
    test: Any,
    cl: Any,
    k: int = 1,
    l: float = 0,  # noqa: E741 - R's name
    prob: bool = False,
) -> Any:
    """Classify rows by the majority of their nearest neighbours.

    Parameters
    ----------
    train : DataFrame or array_like
        Known rows, shape (n, p).
    test : DataFrame or array_like
        Rows to classify, shape (m, p); a vector is one row.
    cl : array_like
        Classes of the known rows, shape (n,).
    k : int
        Neighbours; all rows as near as the last of them vote too.
    l : float
        Fewest votes for a decision, as many more as `k` was exceeded; otherwise the class misses.
    prob : bool
        Whether to keep the winner's share of the votes.

    Returns
    -------
    Categorical, or Series with `prob=True`
        Classes with the levels of `cl`; the shares are `result.attrs["prob"]`.

    Raises
    ------
    RError
        `dims of 'test' and 'train' differ`, `no missing values are allowed` and R's other words.

    Notes
    -----
    R page: `?knn` (package class). Equal votes are decided by R's random numbers. Where R is odd:
    a class without votes draws a number too while no class before it has any; of the rows whose
    squared distance is larger than that of the last neighbour by at most 0.0001 of it one may
    vote too, depending on their order. R's `use.all = FALSE` is not available.

    Examples
    --------
    >>> knn([[0.0], [1.0]], [[0.2], [0.9]], ["a", "b"]).tolist()
    ['a', 'b']
    """
    known, classes = _numbers(train, rows=True), _factor(cl)
    wanted = _numbers(test, rows=False)
    if np.isnan(known).any() or np.isnan(wanted).any() or missing(classes).any():
        raise RError("no missing values are allowed", "Drop incomplete rows.")
    _check_sizes(known, wanted, len(classes), k)
    neighbours = min(int(k), len(known))
    if k > len(known):
        warn(f"k = {k} exceeds number {len(known)} of patterns", "All rows vote.")
    winners = np.empty(len(wanted), dtype=np.int64)
    shares = np.empty(len(wanted))
    codes, levels = np.asarray(classes.codes), len(classes.categories)
    for row, distances in enumerate(_squared_distances(known, wanted)):
        votes = np.bincount(codes[_nearest(distances, neighbours)], minlength=levels)
        winners[row], best = _winner(votes, int(l), int(votes.sum()) - neighbours)
        shares[row] = best / votes.sum()
    found = factor_of(winners, list(classes.categories), ordered=False)
    if not prob:
        return found
    result = pd.Series(found)
    result.attrs["prob"] = shares
    return result


def _squared_distances(known: Doubles, wanted: Doubles) -> Any:
    """Yield the squared distances of all known rows to each wanted one, summed column by column."""
    for row in wanted:
        total = np.zeros(len(known))
        for column, value in zip(known.T, row, strict=True):
            total += (value - column) ** 2
        yield total


def _nearest(distances: Doubles, neighbours: int) -> npt.NDArray[np.intp]:
    """Return the rows that vote: the nearest, and all as near as the last of them.

    Where none is, R adds the next row if it is nearly as near, unless one neighbour was wanted.
    """
    order = np.argsort(distances, kind="stable")
    farthest = distances[order[neighbours - 1]]
    voters = int(np.searchsorted(distances[order], farthest, side="right"))
    if 1 < neighbours == voters < len(order):
        voters += int(distances[order[voters]] <= farthest * (1 + NEAR_TIE))
    return order[:voters]


def _winner(votes: npt.NDArray[np.int64], fewest: int, extra: int) -> tuple[int, int]:
    """Return the class with most votes, -1 for doubt, and its votes; ties are drawn."""
    most = fewest - 1 + extra if fewest > 0 else 0
    winner, tied = -1, 1
    for candidate, count in enumerate(votes.tolist()):
        if count > most:
            winner, most, tied = candidate, count, 1
        elif count == most and count >= fewest:
            tied += 1
            if tied * generator().uniform(1)[0] < 1:
                winner = candidate
    return winner, most


def _numbers(given: Any, *, rows: bool) -> Doubles:
    try:
        values = np.asarray(given, dtype=np.float64)
    except (TypeError, ValueError) as problem:
        raise RError(NOT_NUMBERS, "Columns must be numbers.") from problem
    if values.ndim == 1:
        return values[:, None] if rows else values[None, :]
    return values


def _factor(cl: Any) -> pd.Categorical:
    column = as_column(cl, "cl")
    if column is None:
        raise RError("'train' and 'class' have different lengths", "Give the classes of the rows.")
    return as_factor(column)


def _check_sizes(known: Doubles, wanted: Doubles, classes: int, k: float) -> None:
    if known.shape[1] != wanted.shape[1]:
        raise RError(
            "dims of 'test' and 'train' differ",
            f"They have {wanted.shape[1]} and {known.shape[1]} columns.",
        )
    if len(known) != classes:
        raise RError(
            "'train' and 'class' have different lengths", f"{len(known)} rows, {classes} classes."
        )
    if k < 1:
        raise RError(f"k = {k} must be at least 1", "Neighbours are counted from 1.")
