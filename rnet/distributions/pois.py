"""dpois, ppois, qpois: the Poisson distribution."""

from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.distributions.family import Family, density, probability, quantile
from rnet.distributions.incomplete_gamma import gamma_tail, log_gamma_tail
from rnet.distributions.saddle_point import log_poisson_term, poisson_term

Doubles = npt.NDArray[np.float64]


def _tail(x: Doubles, mean: Doubles, *, lower: bool) -> Doubles:
    return gamma_tail(mean, x + 1, lower=not lower)


def _log_tail(x: Doubles, mean: Doubles, *, lower: bool) -> Doubles:
    return log_gamma_tail(mean, x + 1, lower=not lower)


POISSON = Family(
    valid=lambda mean: mean >= 0,
    support=lambda mean: (0.0, np.where(mean == 0, 0.0, np.inf)),
    log_density=log_poisson_term,
    tail=_tail,
    log_tail=_log_tail,
    is_discrete=True,
    density=poisson_term,
)


def dpois(x: Any, lambda_: Any, log: bool = False) -> Any:
    """Return the probability of each value of the Poisson distribution.

    Parameters
    ----------
    x : float or vector
        Values.
    lambda_ : float or vector
        Expectation; R's `lambda`, which is a word of Python's own.
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
    R page: `?dpois`.

    Examples
    --------
    >>> round(dpois(2, 3), 7)
    0.2240418
    """
    return density(POISSON, x, (lambda_,), log)


def ppois(q: Any, lambda_: Any, lower_tail: bool = True, log_p: bool = False) -> Any:
    """Return probabilities of the Poisson distribution up to a value, or beyond it.

    Parameters
    ----------
    q : float or vector
        Values.
    lambda_ : float or vector
        Expectation; R's `lambda`, which is a word of Python's own.
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
    R page: `?ppois`.

    Examples
    --------
    >>> round(ppois(2, 3), 7)
    0.4231901
    """
    return probability(POISSON, q, (lambda_,), lower_tail, log_p)


def qpois(p: Any, lambda_: Any, lower_tail: bool = True, log_p: bool = False) -> Any:
    """Return quantiles of the Poisson distribution.

    Parameters
    ----------
    p : float or vector
        Probabilities.
    lambda_ : float or vector
        Expectation; R's `lambda`, which is a word of Python's own.
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
    R page: `?qpois`.

    Examples
    --------
    >>> qpois(0.5, 3)
    3.0
    """
    return quantile(POISSON, p, (lambda_,), lower_tail, log_p)
