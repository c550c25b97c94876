"""dcauchy, pcauchy, qcauchy: the Cauchy distribution."""

import math
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.distributions.family import Family, density, log_of, probability, quantile

Doubles = npt.NDArray[np.float64]


def _tail(x: Doubles, location: Doubles, scale: Doubles, *, lower: bool) -> Doubles:
    z = (x - location) / scale if lower else (location - x) / scale
    far = np.arctan(1 / z) / math.pi
    return np.where(np.abs(z) > 1, np.where(z > 0, 1 - far, -far), 0.5 + np.arctan(z) / math.pi)


def _inverse(p: Doubles, q: Doubles, location: Doubles, scale: Doubles) -> Doubles:
    middle = np.tan(math.pi * (p - 0.5))
    ends = np.where(p < q, -1 / np.tan(math.pi * p), 1 / np.tan(math.pi * q))
    found = np.where(np.abs(p - 0.5) < 0.25, middle, ends)
    return location + scale * np.where(np.minimum(p, q) == 0, np.nan, found)


def _density(x: Doubles, location: Doubles, scale: Doubles) -> Doubles:
    z = (x - location) / scale
    return 1 / (math.pi * scale * (1 + z * z))


CAUCHY = Family(
    valid=lambda location, scale: (scale > 0) & np.isfinite(scale) & np.isfinite(location),
    support=lambda location, scale: (-np.inf, np.inf),  # noqa: ARG005 - of every family's form
    log_density=lambda x, location, scale: (
        -np.log(math.pi * scale) - 2 * np.log(np.hypot(1.0, (x - location) / scale))
    ),
    tail=_tail,
    log_tail=log_of(_tail),
    density=_density,
    inverse=_inverse,
)


def dcauchy(x: Any, location: Any = 0.0, scale: Any = 1.0, log: bool = False) -> Any:
    """Return the density of the Cauchy distribution.

    Parameters
    ----------
    x : float or vector
        Values.
    location, scale : float or vector
        Median and half the interquartile range.
    log : bool, default False
        Return the logarithm.

    Returns
    -------
    float, ndarray or Series
        As long as the longest argument, with its names; shorter ones are repeated.

    Warns
    -----
    RWarning
        `NaNs produced`, where an argument is not allowed.

    Notes
    -----
    R page: `?dcauchy`.

    Examples
    --------
    >>> round(dcauchy(0), 7)
    0.3183099
    """
    return density(CAUCHY, x, (location, scale), log)


def pcauchy(
    q: Any, location: Any = 0.0, scale: Any = 1.0, lower_tail: bool = True, log_p: bool = False
) -> Any:
    """Return probabilities of the Cauchy distribution up to a value, or beyond it.

    Parameters
    ----------
    q : float or vector
        Values.
    location, scale : float or vector
        Median and half the interquartile range.
    lower_tail : bool, default True
        P(X <= x); otherwise P(X > x).
    log_p : bool, default False
        Probabilities are logarithms.

    Returns
    -------
    float, ndarray or Series
        As long as the longest argument, with its names; shorter ones are repeated.

    Warns
    -----
    RWarning
        `NaNs produced`, where an argument is not allowed.

    Notes
    -----
    R page: `?pcauchy`.

    Examples
    --------
    >>> pcauchy(1)
    0.75
    """
    return probability(CAUCHY, q, (location, scale), lower_tail, log_p)


def qcauchy(
    p: Any, location: Any = 0.0, scale: Any = 1.0, lower_tail: bool = True, log_p: bool = False
) -> Any:
    """Return quantiles of the Cauchy distribution.

    Parameters
    ----------
    p : float or vector
        Probabilities.
    location, scale : float or vector
        Median and half the interquartile range.
    lower_tail : bool, default True
        P(X <= x); otherwise P(X > x).
    log_p : bool, default False
        Probabilities are logarithms.

    Returns
    -------
    float, ndarray or Series
        As long as the longest argument, with its names; shorter ones are repeated.

    Warns
    -----
    RWarning
        `NaNs produced`, where an argument is not allowed.

    Notes
    -----
    R page: `?qcauchy`.

    Examples
    --------
    >>> round(qcauchy(0.975), 4)
    12.7062
    """
    return quantile(CAUCHY, p, (location, scale), lower_tail, log_p)
