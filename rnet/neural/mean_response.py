"""Mean responses over rows with the same covariates: the right ones, and R's."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]
Positions = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Patterns:
    """The distinct rows of a matrix.

    Attributes
    ----------
    first : ndarray, shape (patterns,)
        Where each pattern comes first, ascending.
    of_row : ndarray, shape (n,)
        The number of each row's pattern; patterns are numbered in order of first occurrence.
    """

    first: Positions
    of_row: Positions


def patterns(covariate: Doubles) -> Patterns:
    """Return the distinct rows of a matrix of shape (n, p)."""
    if not covariate.shape[1]:  # only an intercept: all rows are the same
        return Patterns(np.zeros(1, dtype=np.int64), np.zeros(len(covariate), dtype=np.int64))
    _, first, inverse = np.unique(covariate, axis=0, return_index=True, return_inverse=True)
    order = np.argsort(first)
    number = np.empty_like(order)
    number[order] = np.arange(len(order))
    return Patterns(first[order].astype(np.int64), number[inverse.ravel()].astype(np.int64))


def mean_response(found: Patterns, response: Doubles) -> Doubles:
    """Return the mean of each row's pattern, shape (n, q)."""
    counts = np.bincount(found.of_row).astype(np.float64)
    sums = [np.bincount(found.of_row, weights=column) for column in response.T]
    return (np.column_stack(sums) / counts[:, None])[found.of_row]


def mean_response_of_r(found: Patterns, response: Doubles) -> Doubles:
    """Return the means as R computes them, shape (n, q).

    R keeps a list of later duplicates. After each pattern that has any it takes one row from the
    list, the first, whichever pattern that belongs to: other patterns are then averaged without
    that row, which keeps its own response.
    """
    means = response.copy()
    waiting = np.setdiff1d(np.arange(len(response)), found.first)
    for number, first in enumerate(found.first):
        members = waiting[found.of_row[waiting] == number]
        if len(members):
            rows = np.concatenate([[first], members])
            means[rows] = response[rows].mean(axis=0)
            waiting = waiting[1:]
    return means
