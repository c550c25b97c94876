"""dhyper, phyper, qhyper: the hypergeometric distribution."""

from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.distributions.family import Family, density, log_of, probability, quantile
from rnet.distributions.saddle_point import log_binomial_term
from rnet.distributions.whole import is_whole

Doubles = npt.NDArray[np.float64]

_SMALL = 1e-17


def _whole(*counts: Doubles) -> tuple[Doubles, ...]:
    return tuple(np.round(count) for count in counts)


def _support(m: Doubles, n: Doubles, k: Doubles) -> tuple[Doubles, Doubles]:
    white, black, drawn = _whole(m, n, k)
    return np.maximum(0.0, drawn - black), np.minimum(drawn, white)


def _log_density(x: Doubles, m: Doubles, n: Doubles, k: Doubles) -> Doubles:
    white, black, drawn = _whole(m, n, k)
    total = white + black
    p, q = drawn / total, (total - drawn) / total
    found = (
        log_binomial_term(x, white, p, q)
        + log_binomial_term(drawn - x, black, p, q)
        - log_binomial_term(drawn, total, p, q)
    )
    return np.where(drawn == 0, np.where(x == 0, 0.0, -np.inf), found)


def _sum_from(x: Doubles, m: Doubles, n: Doubles, k: Doubles) -> Doubles:
    """Return P(X <= x) / P(X = x), summed downwards."""
    total, term, at = np.ones_like(x), np.ones_like(x), x.copy()
    while (term > _SMALL * total).any():
        term = term * at * (n - k + at) / ((k + 1 - at) * (m + 1 - at))
        total = total + term
        at = at - 1
    return total


def _tail(x: Doubles, m: Doubles, n: Doubles, k: Doubles, *, lower: bool) -> Doubles:
    white, black, drawn = _whole(m, n, k)
    below = x * (white + black) <= drawn * white  # sum the smaller side
    y = np.where(below, x, drawn - x - 1)  # black balls stand for white ones on the other side
    some = np.where(below, white, black), np.where(below, black, white), drawn
    smaller = np.exp(_log_density(y, *some)) * _sum_from(y, *some)
    return np.where(below == lower, smaller, 1 - smaller)


def _far(x: Doubles, m: Doubles, n: Doubles, k: Doubles, *, lower: bool) -> Doubles:
    white, black, drawn = _whole(m, n, k)
    if not lower:
        x, white, black = drawn - x - 1, black, white
    return _log_density(x, white, black, drawn) + np.log(_sum_from(x, white, black, drawn))


def _valid(m: Doubles, n: Doubles, k: Doubles) -> npt.NDArray[np.bool_]:
    whole = is_whole(m) & is_whole(n) & is_whole(k)
    return whole & (m >= 0) & (n >= 0) & (k >= 0) & (k <= m + n)


HYPERGEOMETRIC = Family(
    valid=_valid,
    support=_support,
    log_density=_log_density,
    tail=_tail,
    log_tail=log_of(_tail, _far),
    is_discrete=True,
)


def dhyper(x: Any, m: Any, n: Any, k: Any, log: bool = False) -> Any:
    """Return the probability of each value of the hypergeometric distribution.

    Parameters
    ----------
    x : float or vector
        Values.
    m, n, k : int or vector
        White balls, black balls, and balls drawn.
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
    R page: `?dhyper`.

    Examples
    --------
    >>> round(dhyper(1, 10, 7, 8), 9)
    0.000411353
    """
    return density(HYPERGEOMETRIC, x, (m, n, k), log)


def phyper(q: Any, m: Any, n: Any, k: Any, lower_tail: bool = True, log_p: bool = False) -> Any:
    """Return probabilities of the hypergeometric distribution up to a value, or beyond it.

    Parameters
    ----------
    q : float or vector
        Values.
    m, n, k : int or vector
        White balls, black balls, and balls drawn.
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
    R page: `?phyper`.

    Examples
    --------
    >>> round(phyper(4, 10, 7, 8), 7)
    0.4193747
    """
    return probability(HYPERGEOMETRIC, q, (m, n, k), lower_tail, log_p)


def qhyper(p: Any, m: Any, n: Any, k: Any, lower_tail: bool = True, log_p: bool = False) -> Any:
    """Return quantiles of the hypergeometric distribution.

    Parameters
    ----------
    p : float or vector
        Probabilities.
    m, n, k : int or vector
        White balls, black balls, and balls drawn.
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
    R page: `?qhyper`.

    Examples
    --------
    >>> qhyper(0.5, 10, 7, 8)
    5.0
    """
    return quantile(HYPERGEOMETRIC, p, (m, n, k), lower_tail, log_p)
