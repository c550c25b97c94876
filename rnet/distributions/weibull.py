"""dweibull, pweibull, qweibull: the Weibull distribution."""

from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.distributions.exp import exponential_quantile
from rnet.distributions.family import Family, density, log_of, probability, quantile

Doubles = npt.NDArray[np.float64]


def _log_density(x: Doubles, shape: Doubles, scale: Doubles) -> Doubles:
    y = x / scale
    power = np.where(shape == 1, 0.0, (shape - 1) * np.log(y))
    return np.log(shape / scale) + power - y**shape


def _tail(x: Doubles, shape: Doubles, scale: Doubles, *, lower: bool) -> Doubles:
    power = (x / scale) ** shape
    return -np.expm1(-power) if lower else np.exp(-power)


_log_lower = log_of(_tail)


def _log_tail(x: Doubles, shape: Doubles, scale: Doubles, *, lower: bool) -> Doubles:
    return _log_lower(x, shape, scale, lower=True) if lower else -((x / scale) ** shape)


WEIBULL = Family(
    valid=lambda shape, scale: (shape > 0) & (scale > 0),
    support=lambda shape, scale: (0.0, np.inf),  # noqa: ARG005 - of every family's form
    log_density=_log_density,
    tail=_tail,
    log_tail=_log_tail,
    inverse=lambda p, q, shape, scale: scale * exponential_quantile(p, q) ** (1 / shape),
)


def dweibull(x: Any, shape: Any, scale: Any = 1.0, log: bool = False) -> Any:
    """Return the density of the Weibull distribution.

    Parameters
    ----------
    x : float or vector
        Values.
    shape, scale : float or vector
        Shape and scale.
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
    R page: `?dweibull`.

    Examples
    --------
    >>> round(dweibull(1, 2), 7)
    0.7357589
    """
    return density(WEIBULL, x, (shape, scale), log)


def pweibull(
    q: Any, shape: Any, scale: Any = 1.0, lower_tail: bool = True, log_p: bool = False
) -> Any:
    """Return probabilities of the Weibull distribution up to a value, or beyond it.

    Parameters
    ----------
    q : float or vector
        Values.
    shape, scale : float or vector
        Shape and scale.
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
    R page: `?pweibull`.

    Examples
    --------
    >>> round(pweibull(1, 2), 7)
    0.6321206
    """
    return probability(WEIBULL, q, (shape, scale), lower_tail, log_p)


def qweibull(
    p: Any, shape: Any, scale: Any = 1.0, lower_tail: bool = True, log_p: bool = False
) -> Any:
    """Return quantiles of the Weibull distribution.

    Parameters
    ----------
    p : float or vector
        Probabilities.
    shape, scale : float or vector
        Shape and scale.
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
    R page: `?qweibull`.

    Examples
    --------
    >>> round(qweibull(0.5, 2), 7)
    0.8325546
    """
    return quantile(WEIBULL, p, (shape, scale), lower_tail, log_p)
