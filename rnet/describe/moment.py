"""`moment`: the mean power of a sample."""

from typing import Any

import numpy as np

from rnet.describe.sample_values import sample_values, without_missing
from rnet.sums import corrected_mean, extended_sum
from rnet.values import NA


def moment(
    x: Any,
    order: float = 1,
    center: bool = False,
    absolute: bool = False,
    na_rm: bool = False,
) -> float:
    """Return the moment of a sample: the mean of its values raised to a power.

    Parameters
    ----------
    x : array_like
        Numbers, shape (n,).
    order : float
        The power.
    center : bool
        Whether to take deviations from the mean instead of the values.
    absolute : bool
        Whether to take absolute values before raising them.
    na_rm : bool
        Whether to leave missing values out; with one the moment is missing.

    Returns
    -------
    float

    Raises
    ------
    RError
        `non-numeric argument to binary operator`.

    Notes
    -----
    R page: `?moment` of package e1071. The divisor is n.

    Examples
    --------
    >>> moment([1, 2, 3, 4], order=2, center=True)
    1.25
    """
    values = without_missing(sample_values(x), na_rm)
    if np.isnan(values).any():
        return NA
    with np.errstate(all="ignore"):
        values = values - corrected_mean(values) if center else values
        powers = (np.abs(values) if absolute else values) ** order
        return float(np.float64(extended_sum(powers)) / len(values))
