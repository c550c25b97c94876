"""dgeom, pgeom, qgeom: the geometric distribution."""

from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.distributions.exp import exponential_quantile
from rnet.distributions.family import Family, density, log_of, probability, quantile

Doubles = npt.NDArray[np.float64]

_SLACK = 1e-12  # probabilities of the distribution itself give back the count


def _log_density(x: Doubles, prob: Doubles) -> Doubles:
    failures = np.where(x == 0, 0.0, x * np.log1p(-prob))
    return np.log(prob) + failures


def _tail(x: Doubles, prob: Doubles, *, lower: bool) -> Doubles:
    beyond = _log_upper(x, prob)
    return -np.expm1(beyond) if lower else np.exp(beyond)


def _log_upper(x: Doubles, prob: Doubles) -> Doubles:
    return (x + 1) * np.log1p(-prob)


_log_lower = log_of(_tail)


def _log_tail(x: Doubles, prob: Doubles, *, lower: bool) -> Doubles:
    return _log_lower(x, prob, lower=True) if lower else _log_upper(x, prob)


def _inverse(p: Doubles, q: Doubles, prob: Doubles) -> Doubles:
    failures = exponential_quantile(p, q) / -np.log1p(-prob)
    return np.maximum(0.0, np.ceil(failures - 1 - _SLACK))


GEOMETRIC = Family(
    valid=lambda prob: (prob > 0) & (prob <= 1),
    support=lambda prob: (0.0, np.where(prob == 1, 0.0, np.inf)),
    log_density=_log_density,
    tail=_tail,
    log_tail=_log_tail,
    is_discrete=True,
    inverse=_inverse,
)


def dgeom(x: Any, prob: Any, log: bool = False) -> Any:
    """Return the probability of each value of the geometric distribution.

    Parameters
    ----------
    x : float or vector
        Values.
    prob : float or vector
        Probability of success; the failures before it are counted.
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
    R page: `?dgeom`.

    Examples
    --------
    >>> round(dgeom(2, 0.5), 7)
    0.125
    """
    return density(GEOMETRIC, x, (prob,), log)


def pgeom(q: Any, prob: Any, lower_tail: bool = True, log_p: bool = False) -> Any:
    """Return probabilities of the geometric distribution up to a value, or beyond it.

    Parameters
    ----------
    q : float or vector
        Values.
    prob : float or vector
        Probability of success; the failures before it are counted.
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
    R page: `?pgeom`.

    Examples
    --------
    >>> pgeom(2, 0.5)
    0.875
    """
    return probability(GEOMETRIC, q, (prob,), lower_tail, log_p)


def qgeom(p: Any, prob: Any, lower_tail: bool = True, log_p: bool = False) -> Any:
    """Return quantiles of the geometric distribution.

    Parameters
    ----------
    p : float or vector
        Probabilities.
    prob : float or vector
        Probability of success; the failures before it are counted.
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
    R page: `?qgeom`.

    Examples
    --------
    >>> qgeom(0.9, 0.5)
    3.0
    """
    return quantile(GEOMETRIC, p, (prob,), lower_tail, log_p)
