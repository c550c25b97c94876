"""`knn`: classes by the votes of the nearest rows, as R's package class takes them."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError, warn
from rnet.formulas.columns import as_column, factor_of, missing
from rnet.formulas.factor_functions import as_factor
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
    known, wanted, classes = _cases(train, test, cl, k)
    _warn_of_many(k, len(known))
    return _voted(classes, _squared_distances(known, wanted), min(int(k), len(known)), l, prob)


def knn1(train: Any, test: Any, cl: Any) -> pd.Categorical:
    """Classify rows by their nearest neighbour (R page `?knn1`, package class).

    Parameters
    ----------
    train, test : DataFrame or array_like
        Known rows, shape (n, p), and rows to classify, shape (m, p).
    cl : array_like
        Classes of the known rows, shape (n,).

    Returns
    -------
    Categorical
        Of rows equally near (but for 0.0001 of the squared distance) the class with most of them;
        equal numbers are decided at random.

    Examples
    --------
    >>> knn1([[0.0], [1.0]], [[0.2], [0.9]], ["a", "b"]).tolist()
    ['a', 'b']
    """
    known, wanted, classes = _cases(train, test, cl, 1)
    codes, levels = np.asarray(classes.codes), len(classes.categories)
    winners = [
        _most_votes(np.bincount(codes[row <= row.min() * (1 + NEAR_TIE)], minlength=levels))
        for row in _squared_distances(known, wanted)
    ]
    return factor_of(winners, list(classes.categories), ordered=False)


def _most_votes(votes: npt.NDArray[np.int64]) -> int:
    """Return the class with most votes; ties are drawn, also of classes without any, as in R."""
    winner, tied = 0, 1
    if votes.sum() == 1:
        return int(votes.argmax())
    for candidate in range(1, len(votes)):
        if votes[candidate] > votes[winner]:
            winner, tied = candidate, 1
        elif votes[candidate] == votes[winner]:
            tied += 1
            if tied * generator().uniform(1)[0] < 1:
                winner = candidate
    return winner


def _cases(train: Any, test: Any, cl: Any, k: float) -> tuple[Doubles, Doubles, pd.Categorical]:
    """Return known rows, rows to classify, and classes, checked."""
    known, classes = _numbers(train, rows=True), _factor(cl)
    wanted = _numbers(test, rows=False)
    if np.isnan(known).any() or np.isnan(wanted).any() or missing(classes).any():
        raise RError("no missing values are allowed", "Drop incomplete rows.")
    _check_sizes(known, wanted, len(classes), k)
    return known, wanted, classes


def knn_cv(
    train: Any,
    cl: Any,
    k: int = 1,
    l: float = 0,  # noqa: E741 - R's name
    prob: bool = False,
) -> Any:
    """Classify each row by its nearest neighbours among the others.

    Parameters
    ----------
    train : DataFrame or array_like
        Rows, shape (n, p).
    cl : array_like
        Their classes, shape (n,).
    k, l, prob
        As for `knn`.

    Returns
    -------
    Categorical, or Series with `prob=True`
        As of `knn`.

    Raises
    ------
    RError
        As for `knn`.

    Notes
    -----
    R page: `?knn.cv` (package class).

    Examples
    --------
    >>> knn_cv([[0.0], [0.1], [1.0], [1.1]], ["a", "a", "b", "b"]).tolist()
    ['a', 'a', 'b', 'b']
    """
    known, classes = _numbers(train, rows=True), _factor(cl)
    if np.isnan(known).any() or missing(classes).any():
        raise RError("no missing values are allowed", "Drop incomplete rows.")
    _check_sizes(known, known, len(classes), k)
    others = len(known) - 1
    _warn_of_many(k, others)
    distances = _squared_distances(known, known)
    apart = (_without_itself(row, place) for place, row in enumerate(distances))
    return _voted(classes, apart, min(int(k), others), l, prob)


def _without_itself(distances: Doubles, place: int) -> Doubles:
    """Return the distances to the others; a row is no neighbour of its own."""
    distances[place] = np.inf
    return distances


def _warn_of_many(k: float, patterns: int) -> None:
    if k > patterns:
        warn(f"k = {k} exceeds number {patterns} of patterns", "All rows vote.", stacklevel=5)


def _voted(
    classes: pd.Categorical,
    distances: Iterable[Doubles],
    neighbours: int,
    fewest: float,
    prob: bool,
) -> Any:
    """Let the nearest rows vote on each row whose distances to all rows are given."""
    codes, levels = np.asarray(classes.codes), len(classes.categories)
    winners, shares = [], []
    for row in distances:
        votes = np.bincount(codes[_nearest(row, neighbours)], minlength=levels)
        winner, best = _winner(votes, int(fewest), int(votes.sum()) - neighbours)
        winners.append(winner)
        shares.append(best / votes.sum())
    found = factor_of(winners, list(classes.categories), ordered=False)
    if not prob:
        return found
    result = pd.Series(found)
    result.attrs["prob"] = np.array(shares)
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

    Of those that are nearly as near R takes so many that one less than twice the wanted vote.
    """
    order = np.argsort(distances, kind="stable")
    farthest = distances[order[neighbours - 1]]
    ends = [farthest, farthest * (1 + NEAR_TIE)]
    tied, near = np.searchsorted(distances[order], ends, side="right")
    return order[: max(int(tied), min(int(near), 2 * neighbours - 1))]


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
