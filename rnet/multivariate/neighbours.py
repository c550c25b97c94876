"""Nearest neighbours: distances between rows, and which rows vote."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from rnet.rng.state import generator

Doubles = npt.NDArray[np.float64]
Rows = npt.NDArray[np.intp]


def _summed(part: Callable[[Doubles, Doubles], Doubles]) -> Callable[[Doubles, Doubles], Doubles]:
    """Return a distance that adds up columns; those missing a value count as the mean of others."""

    def distance(new: Doubles, x: Doubles) -> Doubles:
        total = np.zeros((len(new), len(x)))
        known = np.zeros((len(new), len(x)))
        with np.errstate(invalid="ignore", divide="ignore"):
            for column in range(x.shape[1]):
                share = part(new[:, column, None], x[None, :, column])
                present = ~np.isnan(share)
                total += np.where(present, share, 0.0)
                known += present
            return np.where(known == x.shape[1], total, total / (known / x.shape[1]))

    return distance


def _euclidean(new: Doubles, x: Doubles) -> Doubles:
    return np.asarray(np.sqrt(_summed(lambda a, b: (a - b) ** 2)(new, x)))


def _supremum(new: Doubles, x: Doubles) -> Doubles:
    return np.asarray(np.nanmax(np.abs(new[:, None, :] - x[None, :, :]), axis=2))


def _cosine(new: Doubles, x: Doubles) -> Doubles:
    lengths = np.sqrt((new**2).sum(axis=1))[:, None] * np.sqrt((x**2).sum(axis=1))[None, :]
    return np.asarray(1 - np.abs(new @ x.T / lengths))


DISTANCES: dict[str, Callable[[Doubles, Doubles], Doubles]] = {
    "euclidean": _euclidean,
    "manhattan": _summed(lambda a, b: np.abs(a - b)),
    "supremum": _supremum,
    "canberra": _summed(lambda a, b: np.abs(a - b) / np.abs(a + b)),
    "cosine": _cosine,
}


def neighbours(distances: Doubles, k: int, use_all: bool) -> Rows:
    """Return the rows that count as neighbours of one new row; some stand twice.

    They are the nearest k - 1, then all rows as far as the k-th, or one of these drawn at
    random. A row among the nearest k - 1 that ties with the k-th is among both, as in R.

    Examples
    --------
    >>> neighbours(np.array([0.0, 2.0, 1.0, 1.0]), 2, use_all=True).tolist()
    [0, 2, 3]
    """
    order = np.argsort(distances, kind="stable")
    k = min(k, len(order))
    tied = np.flatnonzero(distances == distances[order[k - 1]])
    if not use_all:
        tied = tied[[int(generator().index(float(len(tied))))]]
    return np.concatenate([order[: k - 1], tied])


def winners(votes: Doubles) -> Rows:
    """Return the class of each row with most votes; one number is drawn for every row.

    Examples
    --------
    >>> winners(np.array([[1.0, 3.0]])).tolist()
    [1]
    """
    chosen = []
    for row in votes:
        best = np.flatnonzero(row == row.max(initial=0))
        chosen.append(int(best[int(generator().index(float(len(best))))]))
    return np.array(chosen, dtype=np.intp)
