"""dlogis, plogis, qlogis: the logistic distribution."""

from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.special import expit, log_expit

from rnet.distributions.family import Family, density, probability, quantile

Doubles = npt.NDArray[np.float64]


def _standard(x: Doubles, location: Doubles, scale: Doubles, *, lower: bool = True) -> Doubles:
    return (x - location) / scale if lower else (location - x) / scale


def _log_density(x: Doubles, location: Doubles, scale: Doubles) -> Doubles:
    z = np.abs(_standard(x, location, scale))
    return np.asarray(-z - np.log(scale) - 2 * np.log1p(np.exp(-z)))


def _density(x: Doubles, location: Doubles, scale: Doubles) -> Doubles:
    small = np.exp(-np.abs(_standard(x, location, scale)))
    return np.asarray(small / (scale * (1 + small) ** 2))


def _tail(x: Doubles, location: Doubles, scale: Doubles, *, lower: bool) -> Doubles:
    return np.asarray(expit(_standard(x, location, scale, lower=lower)), dtype=np.float64)


def _log_tail(x: Doubles, location: Doubles, scale: Doubles, *, lower: bool) -> Doubles:
    return np.asarray(log_expit(_standard(x, location, scale, lower=lower)), dtype=np.float64)


def _inverse(p: Doubles, q: Doubles, location: Doubles, scale: Doubles) -> Doubles:
    # near 1/2 the quotient is near 1
    middle = np.log1p((p - q) / q)
    odds = np.where(np.abs(p - q) < 0.25, middle, np.log(p) - np.log(q))
    return location + scale * np.where(np.minimum(p, q) == 0, np.nan, odds)


LOGISTIC = Family(
    valid=lambda location, scale: (scale > 0) & np.isfinite(location),
    support=lambda location, scale: (-np.inf, np.inf),  # noqa: ARG005 - of every family's form
    log_density=_log_density,
    tail=_tail,
    log_tail=_log_tail,
    density=_density,
    inverse=_inverse,
    looks_at_p_first=True,
)


def dlogis(x: Any, location: Any = 0.0, scale: Any = 1.0, log: bool = False) -> Any:
    """Return the density of the logistic distribution.

    Parameters
    ----------
    x : float or vector
        Values.
    location, scale : float or vector
        Expectation and scale.
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
    R page: `?dlogis`.

    Examples
    --------
    >>> dlogis(0)
    0.25
    """
    return density(LOGISTIC, x, (location, scale), log)


def plogis(
    q: Any, location: Any = 0.0, scale: Any = 1.0, lower_tail: bool = True, log_p: bool = False
) -> Any:
    """Return probabilities of the logistic distribution up to a value, or beyond it.

    Parameters
    ----------
    q : float or vector
        Values.
    location, scale : float or vector
        Expectation and scale.
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
    R page: `?plogis`.

    Examples
    --------
    >>> round(plogis(1), 7)
    0.7310586
    """
    return probability(LOGISTIC, q, (location, scale), lower_tail, log_p)


def qlogis(
    p: Any, location: Any = 0.0, scale: Any = 1.0, lower_tail: bool = True, log_p: bool = False
) -> Any:
    """Return quantiles of the logistic distribution.

    Parameters
    ----------
    p : float or vector
        Probabilities.
    location, scale : float or vector
        Expectation and scale.
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
    R page: `?qlogis`.

    Examples
    --------
    >>> round(qlogis(0.975), 6)
    3.663562
    """
    return quantile(LOGISTIC, p, (location, scale), lower_tail, log_p)
