"""`mean`, `weighted_mean`, `median`, `fivenum`: where the middle of a sample is."""

from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.describe.arguments import (
    Doubles,
    checked_mean_input,
    is_factor,
    is_whole_kind,
    known,
    numeric_values,
    one_number,
)
from rnet.describe.quantiles import five_numbers, median_of
from rnet.sums import corrected_mean, extended_sum
from rnet.values import NA

HALF = 0.5


def mean(x: Any, trim: float = 0, na_rm: bool = False) -> float:
    """Return the arithmetic mean.

    Parameters
    ----------
    x : array_like of float or bool
    trim : float, default 0
        The share, 0 to 0.5, left out at either end.
    na_rm : bool, default False
        Whether missing values are left out.

    Returns
    -------
    float
        NA where values are missing, or, with R's warning, where there are no numbers.

    Notes
    -----
    R page: `?mean`. Two passes in extended precision, as R.

    Examples
    --------
    >>> from rnet import mean
    >>> mean([1, 2, 9])
    4.0
    """
    values = checked_mean_input(x)
    if values is None:
        return NA
    share = one_number(trim, "trim", "'trim' must be numeric of length one")
    kept = known(values, na_rm)
    if kept is None:
        return float(values[np.isnan(values)][0]) if share <= 0 else NA
    if share >= HALF:
        return median_of(kept)
    cut = int(len(kept) * max(share, 0.0))
    return corrected_mean(np.sort(kept)[cut : len(kept) - cut] if cut else kept)


def weighted_mean(x: Any, w: Any = None, na_rm: bool = False) -> float:
    """Return the mean of values with weights (R page `?weighted.mean`).

    Parameters
    ----------
    x : array_like of float, shape (n,)
    w : array_like of float, shape (n,), optional
        All alike by default.
    na_rm : bool, default False
        Whether missing values of `x` are left out; missing weights never are.

    Raises
    ------
    RError
        `'x' and 'w' must have the same length`.

    Examples
    --------
    >>> from rnet import weighted_mean
    >>> weighted_mean([1, 2, 3], [3, 2, 1])
    1.6666666666666665
    """
    if w is None:
        return mean(x, na_rm=na_rm)
    values, weights = numeric_values(x), numeric_values(w, name="w")
    if len(values) != len(weights):
        raise RError(
            "'x' and 'w' must have the same length", f"They have {len(values)} and {len(weights)}."
        )
    if na_rm:
        there = ~np.isnan(values)
        values, weights = values[there], weights[there]
    shares = weights / extended_sum(weights)
    return extended_sum((values * shares)[weights != 0])


def median(x: Any, na_rm: bool = False) -> Any:
    """Return the median; the mean of the two middle values of an even number of them.

    Parameters
    ----------
    x : array_like of float
    na_rm : bool, default False
        Whether missing values are left out.

    Returns
    -------
    float, or int for an odd number of integers

    Raises
    ------
    RError
        `need numeric data` for text and factors.

    Notes
    -----
    R page: `?median`.

    Examples
    --------
    >>> from rnet import median
    >>> median([3, 1, 2]), median([1, 2])
    (2, 1.5)
    """
    if is_factor(x):
        raise RError("need numeric data", "A factor has no median.")
    kept = known(numeric_values(x), na_rm)
    if kept is None:
        return NA
    middle = median_of(kept)
    return int(middle) if is_whole_kind(x) and len(kept) % 2 else middle


def fivenum(x: Any, na_rm: bool = True) -> Doubles:
    """Return Tukey's five numbers: minimum, lower hinge, median, upper hinge, maximum.

    Parameters
    ----------
    x : array_like of float
    na_rm : bool, default True
        Whether missing values are left out; else they make all five NA.

    Notes
    -----
    R page: `?fivenum`. The hinges are medians of the halves, not `quantile`'s quartiles.

    Examples
    --------
    >>> from rnet import fivenum
    >>> fivenum([1, 2, 3, 4]).tolist()
    [1.0, 1.5, 2.5, 3.5, 4.0]
    """
    kept = known(numeric_values(x), na_rm)
    return np.full(5, NA) if kept is None else five_numbers(kept)
