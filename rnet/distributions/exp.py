"""dexp, pexp, qexp: the exponential distribution."""

from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.distributions.family import Family, density, log_of, probability, quantile
from rnet.distributions.vectors import reciprocal

Doubles = npt.NDArray[np.float64]


def _tail(x: Doubles, scale: Doubles, *, lower: bool) -> Doubles:
    return -np.expm1(-x / scale) if lower else np.exp(-x / scale)


def _log_tail(x: Doubles, scale: Doubles, *, lower: bool) -> Doubles:
    return _log_lower(x, scale, lower=True) if lower else -x / scale


_log_lower = log_of(_tail)


def exponential_quantile(p: Doubles, q: Doubles) -> Doubles:
    """Return the quantile of scale 1 of lower probability p = 1 - q; NaN where q is 0."""
    return np.where(p <= q, -np.log1p(-p), np.where(q == 0, np.nan, -np.log(q)))


EXPONENTIAL = Family(
    valid=lambda scale: scale > 0,
    support=lambda scale: (0.0, np.inf),  # noqa: ARG005 - of every family's form
    log_density=lambda x, scale: -x / scale - np.log(scale),
    tail=_tail,
    log_tail=_log_tail,
    density=lambda x, scale: np.exp(-x / scale) / scale,
    inverse=lambda p, q, scale: scale * exponential_quantile(p, q),
)


def dexp(x: Any, rate: Any = 1.0, log: bool = False) -> Any:
    """Return the density of the exponential distribution.

    Parameters
    ----------
    x : float or vector
        Values.
    rate : float or vector
        One over the expectation.
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
    R page: `?dexp`.

    Examples
    --------
    >>> dexp(0, rate=2)
    2.0
    """
    return density(EXPONENTIAL, x, (reciprocal(rate),), log)


def pexp(q: Any, rate: Any = 1.0, lower_tail: bool = True, log_p: bool = False) -> Any:
    """Return probabilities of the exponential distribution up to a value, or beyond it.

    Parameters
    ----------
    q : float or vector
        Values.
    rate : float or vector
        One over the expectation.
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
    R page: `?pexp`.

    Examples
    --------
    >>> round(pexp(1), 7)
    0.6321206
    """
    return probability(EXPONENTIAL, q, (reciprocal(rate),), lower_tail, log_p)


def qexp(p: Any, rate: Any = 1.0, lower_tail: bool = True, log_p: bool = False) -> Any:
    """Return quantiles of the exponential distribution.

    Parameters
    ----------
    p : float or vector
        Probabilities.
    rate : float or vector
        One over the expectation.
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
    R page: `?qexp`.

    Examples
    --------
    >>> round(qexp(0.5), 7)
    0.6931472
    """
    return quantile(EXPONENTIAL, p, (reciprocal(rate),), lower_tail, log_p)
