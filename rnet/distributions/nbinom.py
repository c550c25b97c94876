"""dnbinom, pnbinom, qnbinom: the negative binomial distribution."""

from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.distributions.family import Family, density, probability, quantile
from rnet.distributions.incomplete_beta import beta_tail, log_beta_tail
from rnet.distributions.saddle_point import log_binomial_term

Doubles = npt.NDArray[np.float64]


def _log_term(x: Doubles, size: Doubles, p: Doubles, q: Doubles) -> Doubles:
    found = np.log(size) - np.log(size + x) + log_binomial_term(size, x + size, p, q)
    log_p = np.where(p > 0.5, np.log1p(-q), np.log(p))
    return np.where(x == 0, np.where(size == 0, 0.0, size * log_p), found)


def _tail_at(x: Doubles, size: Doubles, p: Doubles, q: Doubles, *, lower: bool) -> Doubles:
    found = beta_tail(p, q, size, x + 1, lower=lower)
    return np.where(size == 0, float(lower), found)


def _log_tail_at(x: Doubles, size: Doubles, p: Doubles, q: Doubles, *, lower: bool) -> Doubles:
    found = log_beta_tail(p, q, size, x + 1, lower=lower)
    return np.where(size == 0, 0.0 if lower else -np.inf, found)


def _shares(size: Doubles, mu: Doubles) -> tuple[Doubles, Doubles]:
    """Return the probability of success that gives a mean, and 1 less it."""
    return size / (size + mu), mu / (size + mu)


BY_PROBABILITY = Family(
    valid=lambda size, prob: (size >= 0) & (prob > 0) & (prob <= 1),
    support=lambda size, prob: (0.0, np.where((size == 0) | (prob == 1), 0.0, np.inf)),
    log_density=lambda x, size, prob: _log_term(x, size, prob, 1 - prob),
    tail=lambda x, size, prob, lower: _tail_at(x, size, prob, 1 - prob, lower=lower),
    log_tail=lambda x, size, prob, lower: _log_tail_at(x, size, prob, 1 - prob, lower=lower),
    is_discrete=True,
)
BY_MEAN = Family(
    valid=lambda size, mu: (size >= 0) & (mu >= 0) & np.isfinite(mu),
    support=lambda size, mu: (0.0, np.where((size == 0) | (mu == 0), 0.0, np.inf)),
    log_density=lambda x, size, mu: _log_term(x, size, *_shares(size, mu)),
    tail=lambda x, size, mu, lower: _tail_at(x, size, *_shares(size, mu), lower=lower),
    log_tail=lambda x, size, mu, lower: _log_tail_at(x, size, *_shares(size, mu), lower=lower),
    is_discrete=True,
)


def _chosen(prob: Any, mu: Any) -> tuple[Family, Any]:
    if mu is None and prob is None:
        raise RError('argument "prob" is missing, with no default', "Give `prob` or `mu`.")
    if mu is not None and prob is not None:
        raise RError("'prob' and 'mu' both specified", "Give one of them.")
    return (BY_PROBABILITY, prob) if mu is None else (BY_MEAN, mu)


def dnbinom(x: Any, size: Any, prob: Any = None, mu: Any = None, log: bool = False) -> Any:
    """Return the probability of each value of the negative binomial distribution.

    Parameters
    ----------
    x : float or vector
        Values.
    size : float or vector
        Successes waited for, or the dispersion.
    prob, mu : float or vector
        Probability of success or, instead, the expectation.
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
    R page: `?dnbinom`.

    Examples
    --------
    >>> round(dnbinom(2, 3, 0.5), 4)
    0.1875
    """
    family, given = _chosen(prob, mu)
    return density(family, x, (size, given), log)


def pnbinom(
    q: Any,
    size: Any,
    prob: Any = None,
    mu: Any = None,
    lower_tail: bool = True,
    log_p: bool = False,
) -> Any:
    """Return probabilities of the negative binomial distribution up to a value, or beyond it.

    Parameters
    ----------
    q : float or vector
        Values.
    size : float or vector
        Successes waited for, or the dispersion.
    prob, mu : float or vector
        Probability of success or, instead, the expectation.
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
    R page: `?pnbinom`.

    Examples
    --------
    >>> round(pnbinom(2, 3, mu=4), 7)
    0.3678824
    """
    family, given = _chosen(prob, mu)
    return probability(family, q, (size, given), lower_tail, log_p)


def qnbinom(
    p: Any,
    size: Any,
    prob: Any = None,
    mu: Any = None,
    lower_tail: bool = True,
    log_p: bool = False,
) -> Any:
    """Return quantiles of the negative binomial distribution.

    Parameters
    ----------
    p : float or vector
        Probabilities.
    size : float or vector
        Successes waited for, or the dispersion.
    prob, mu : float or vector
        Probability of success or, instead, the expectation.
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
    R page: `?qnbinom`.

    Examples
    --------
    >>> qnbinom(0.5, 3, 0.5)
    2.0
    """
    family, given = _chosen(prob, mu)
    return quantile(family, p, (size, given), lower_tail, log_p)
