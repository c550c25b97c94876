"""dbinom, pbinom, qbinom: the binomial distribution."""

from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.distributions.family import Family, density, probability, quantile
from rnet.distributions.incomplete_beta import beta_tail, log_beta_tail
from rnet.distributions.saddle_point import binomial_term, log_binomial_term
from rnet.distributions.whole import is_whole

Doubles = npt.NDArray[np.float64]


def _log_density(x: Doubles, size: Doubles, prob: Doubles) -> Doubles:
    return log_binomial_term(x, np.round(size), prob, 1 - prob)


def _density(x: Doubles, size: Doubles, prob: Doubles) -> Doubles:
    return binomial_term(x, np.round(size), prob, 1 - prob)


def _tail(x: Doubles, size: Doubles, prob: Doubles, *, lower: bool) -> Doubles:
    return beta_tail(prob, 1 - prob, x + 1, np.round(size) - x, lower=not lower)


def _log_tail(x: Doubles, size: Doubles, prob: Doubles, *, lower: bool) -> Doubles:
    return log_beta_tail(prob, 1 - prob, x + 1, np.round(size) - x, lower=not lower)


BINOMIAL = Family(
    valid=lambda size, prob: is_whole(size) & (size >= 0) & (prob >= 0) & (prob <= 1),
    support=lambda size, prob: (0.0, np.round(size)),  # noqa: ARG005 - of every family's form
    log_density=_log_density,
    tail=_tail,
    log_tail=_log_tail,
    is_discrete=True,
    density=_density,
)


def dbinom(x: Any, size: Any, prob: Any, log: bool = False) -> Any:
    """Return the probability of each value of the binomial distribution.

    Parameters
    ----------
    x : float or vector
        Values.
    size : int or vector
        Trials.
    prob : float or vector
        Probability of success.
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
    R page: `?dbinom`.

    Examples
    --------
    >>> round(dbinom(3, 10, 0.5), 7)
    0.1171875
    """
    return density(BINOMIAL, x, (size, prob), log)


def pbinom(q: Any, size: Any, prob: Any, lower_tail: bool = True, log_p: bool = False) -> Any:
    """Return probabilities of the binomial distribution up to a value, or beyond it.

    Parameters
    ----------
    q : float or vector
        Values.
    size : int or vector
        Trials.
    prob : float or vector
        Probability of success.
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
    R page: `?pbinom`.

    Examples
    --------
    >>> pbinom(3, 10, 0.5)
    0.171875
    """
    return probability(BINOMIAL, q, (size, prob), lower_tail, log_p)


def qbinom(p: Any, size: Any, prob: Any, lower_tail: bool = True, log_p: bool = False) -> Any:
    """Return quantiles of the binomial distribution.

    Parameters
    ----------
    p : float or vector
        Probabilities.
    size : int or vector
        Trials.
    prob : float or vector
        Probability of success.
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
    R page: `?qbinom`.

    Examples
    --------
    >>> qbinom(0.5, 10, 0.3)
    3.0
    """
    return quantile(BINOMIAL, p, (size, prob), lower_tail, log_p)
