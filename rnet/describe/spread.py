"""`mad` and `IQR`: how far values lie apart, without regard to outliers."""

from typing import Any

import numpy as np

from rnet.describe.arguments import known, numeric_values
from rnet.describe.quantile import quantile
from rnet.describe.quantiles import median_of
from rnet.values import NA

NORMAL = 1.4826
"""Makes the median deviation of normal values their standard deviation."""


def mad(
    x: Any,
    center: float | None = None,
    constant: float = NORMAL,
    na_rm: bool = False,
    low: bool = False,
    high: bool = False,
) -> float:
    """Return the median absolute deviation.

    Parameters
    ----------
    x : array_like of float
    center : float, optional
        The median by default.
    constant : float, default 1.4826
        What the deviation is multiplied with.
    na_rm : bool, default False
        Whether missing values are left out.
    low, high : bool, default False
        Of an even number of values take the lower, or the higher, of the two middle deviations.

    Notes
    -----
    R page: `?mad`.

    Examples
    --------
    >>> from rnet import mad
    >>> mad([1, 2, 3, 4, 100])
    1.4826
    """
    values = known(numeric_values(x), na_rm)
    if values is None:
        return NA
    middle = median_of(values) if center is None else float(center)
    deviations = np.sort(np.abs(values - middle))
    n = len(deviations)
    if n and (low or high) and n % 2 == 0:
        return constant * float(deviations[n // 2 if high else n // 2 - 1])
    return constant * median_of(deviations)


def IQR(  # noqa: N802 - R's name
    x: Any,
    na_rm: bool = False,
    type: int = 7,  # noqa: A002 - R's argument name
) -> float:
    """Return the interquartile range (R page `?IQR`).

    Parameters
    ----------
    x : array_like of float
    na_rm : bool, default False
        Whether missing values are left out.
    type : int, default 7
        Which definition of quantiles, 1 to 9.

    Examples
    --------
    >>> from rnet import IQR
    >>> IQR([1, 2, 3, 4, 5])
    2.0
    """
    low, high = quantile(x, [0.25, 0.75], na_rm=na_rm, names=False, type=type)
    return float(high - low)
