"""Assign the columns of a square table to its rows."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnet.evaluate.permutations import permutations
from rnet.rng.state import generator

Doubles = npt.NDArray[np.float64]
Columns = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Matching:
    """A table and the pairs that stand already.

    Attributes
    ----------
    counts : ndarray, shape (n, n)
    start : ndarray of int, shape (n,)
        The column of each row, -1 where it is still to be found.
    """

    counts: Doubles
    start: Columns

    @property
    def rows(self) -> Columns:
        """The rows without a column."""
        return np.flatnonzero(self.start < 0)

    @property
    def columns(self) -> Columns:
        """The columns no row has."""
        return np.setdiff1d(np.arange(len(self.start)), self.start)


def row_maxima(counts: Doubles) -> Columns:
    """Return the first largest cell of each row.

    Examples
    --------
    >>> row_maxima(np.array([[1.0, 2.0, 2.0]])).tolist()
    [1]
    """
    return np.asarray(counts.argmax(axis=1), dtype=np.intp)


def direct_pairs(counts: Doubles) -> Columns:
    """Return the column of each row that is its clear choice, as it is the column's; else -1.

    Clear: no sum of another cell of the row and another of the column reaches the cell.

    Examples
    --------
    >>> direct_pairs(np.array([[9.0, 1.0], [2.0, 4.0]])).tolist()
    [0, 1]
    """
    found = np.full(len(counts), -1, dtype=np.intp)
    favourite, chooser = counts.argmax(axis=1), counts.argmax(axis=0)
    for row, column in enumerate(favourite):
        others = (
            np.delete(counts[row], column).max(initial=-np.inf)
            + np.delete(counts[:, column], row).max(initial=-np.inf)
        )  # fmt: skip
        if chooser[column] == row and others < counts[row, column]:
            found[row] = column
    return found


def best_of_all(problem: Matching) -> tuple[Columns, int]:
    """Return the best of all assignments of free columns, and how many there are."""
    rows, columns = problem.rows, problem.columns
    orders = columns[permutations(len(rows)) - 1]
    scores = problem.counts[rows, orders].sum(axis=1)
    found = problem.start.copy()
    found[rows] = orders[int(scores.argmax())]
    return found, len(orders)


def greedy(problem: Matching, tries: int) -> Columns:
    """Return the best of some assignments, in which rows drawn at random choose in turn."""
    best, most = problem.start, -np.inf
    for _ in range(tries):
        found = _one_round(problem)
        score = problem.counts[np.arange(len(found)), found].sum()
        if score > most:
            best, most = found, score
    return best


def _one_round(problem: Matching) -> Columns:
    found = problem.start.copy()
    rows, columns = problem.rows.tolist(), problem.columns.tolist()
    while len(rows) > 1:
        row = rows.pop(int(generator().index(float(len(rows)))))
        place = int(problem.counts[row, columns].argmax())
        found[row] = columns.pop(place)
    found[rows[0]] = columns[0]
    return found
