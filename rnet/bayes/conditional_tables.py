"""Class counts, and what is known of each predictor given the class."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnet.sums import corrected_mean, variance
from rnet.values import NA

Doubles = npt.NDArray[np.float64]
Codes = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Moments:
    """A numeric predictor given the class.

    Attributes
    ----------
    values : ndarray, shape (classes, 2)
        Mean and standard deviation (n - 1) of each class.
    """

    values: Doubles


@dataclass(frozen=True, slots=True)
class Shares:
    """A predictor with levels given the class.

    Attributes
    ----------
    values : ndarray, shape (classes, levels)
        Share of each level in each class; NaN for a class without cases.
    labels : tuple of str
        The levels.
    """

    values: Doubles
    labels: tuple[str, ...]


def class_moments(values: Doubles, classes: Codes, number: int) -> Moments:
    """Return mean and deviation of each class; missing values do not count.

    Parameters
    ----------
    values : ndarray, shape (n,)
    classes : ndarray of int, shape (n,)
        The class of each case, -1 for none.
    number : int
        How many classes there are; one without cases has NA.

    Examples
    --------
    >>> class_moments(np.array([1.0, 3.0]), np.array([0, 0]), 1).values.round(3).tolist()
    [[2.0, 1.414]]
    """
    rows = np.full((number, 2), NA)
    present = ~np.isnan(values)
    for row in range(number):
        members = classes == row
        if members.any():
            known = values[members & present]
            with np.errstate(invalid="ignore"):  # NA and infinite numbers
                rows[row] = corrected_mean(known), np.sqrt(variance(known))
    return Moments(rows)


def level_shares(counts: Doubles, laplace: Doubles | float, labels: tuple[str, ...]) -> Shares:
    """Return the shares of levels, smoothed by `laplace` cases of every level.

    Parameters
    ----------
    counts : ndarray, shape (classes, levels)
    laplace : float, or ndarray of shape (classes, 1)

    Examples
    --------
    >>> level_shares(np.array([[1.0, 0.0]]), 1, ("a", "b")).values.round(3).tolist()
    [[0.667, 0.333]]
    """
    totals = counts.sum(axis=1, keepdims=True) + laplace * len(labels)
    with np.errstate(divide="ignore", invalid="ignore"):
        return Shares((counts + laplace) / totals, labels)


def level_counts(levels: Codes, classes: Codes, shape: tuple[int, int]) -> Doubles:
    """Return how often each level stands in each class; codes -1 do not count.

    Examples
    --------
    >>> level_counts(np.array([0, 1]), np.array([0, -1]), (1, 2)).tolist()
    [[1.0, 0.0]]
    """
    counted = (levels >= 0) & (classes >= 0)
    counts = np.zeros(shape)
    np.add.at(counts, (classes[counted], levels[counted]), 1.0)
    return counts
