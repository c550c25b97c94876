"""dbeta, pbeta, qbeta: the beta distribution."""

from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.distributions.family import Family, density, probability, quantile
from rnet.distributions.incomplete_beta import beta_inverse, beta_tail, log_beta_tail
from rnet.distributions.noncentral import noncentral, noncentral_family
from rnet.distributions.saddle_point import log_binomial_term

Doubles = npt.NDArray[np.float64]


def log_beta_density(x: Doubles, y: Doubles, a: Doubles, b: Doubles) -> Doubles:
    """Return the logarithm of the density at x, 0 < x < 1; y is 1 - x to all its digits."""
    trials = a + b - (a >= 1) - (b >= 1)
    successes = a - (a >= 1)
    both = np.log(a) + np.log(b) - np.log(a + b) - np.log(x) - np.log(y)
    left = np.where(b < 1, both, np.log(a / x))
    factor = np.where(a < 1, left, np.where(b < 1, np.log(b / y), np.log(a + b - 1)))
    return factor + log_binomial_term(successes, trials, x, y)


def _log_density(x: Doubles, a: Doubles, b: Doubles) -> Doubles:
    found = log_beta_density(x, 1 - x, a, b)
    found = np.where((x == 0) & (a <= 1), np.where(a < 1, np.inf, np.log(b)), found)
    found = np.where((x == 0) & (a > 1), -np.inf, found)
    found = np.where((x == 1) & (b <= 1), np.where(b < 1, np.inf, np.log(a)), found)
    found = np.where((x == 1) & (b > 1), -np.inf, found)
    point = np.where(b == 0, np.where(a == 0, (x == 0) | (x == 1), x == 1), x == 0)
    return np.where((a == 0) | (b == 0), np.where(point, np.inf, -np.inf), found)


def _positive(a: Doubles, b: Doubles) -> tuple[Doubles, Doubles]:
    """Return shapes with 1 for 0, all probability at the ends, which is put right afterwards."""
    return np.where(a == 0, 1.0, a), np.where(b == 0, 1.0, b)


def _tail(x: Doubles, a: Doubles, b: Doubles, *, lower: bool) -> Doubles:
    found = beta_tail(x, 1 - x, *_positive(a, b), lower=lower)
    at_zero = np.where(a == 0, np.where(b == 0, 0.5, 1.0), 0.0)
    point = at_zero if lower else 1 - at_zero
    return np.where((a == 0) | (b == 0), point, found)


def _log_tail(x: Doubles, a: Doubles, b: Doubles, *, lower: bool) -> Doubles:
    found = log_beta_tail(x, 1 - x, *_positive(a, b), lower=lower)
    return np.where((a == 0) | (b == 0), np.log(_tail(x, a, b, lower=lower)), found)


def _inverse(p: Doubles, q: Doubles, a: Doubles, b: Doubles) -> Doubles:
    x, y = beta_inverse(p, q, a, b)
    found = np.where(x <= 0.5, x, 1 - y)
    side = np.where(p < q, 0.0, np.where(p > q, 1.0, 0.5))
    point = np.where(a == 0, np.where(b == 0, side, 0.0), 1.0)
    return np.where((a == 0) | (b == 0), point, found)


BETA = Family(
    valid=lambda a, b: (a >= 0) & (b >= 0),
    support=lambda a, b: (0.0, 1.0),  # noqa: ARG005 - of every family's form
    log_density=_log_density,
    tail=_tail,
    log_tail=_log_tail,
    inverse=_inverse,
)


# x / (1 - x) times the ratio of the shapes has a non-central F distribution.
def _odds(x: Doubles, a: Doubles, b: Doubles) -> Doubles:
    return x / (1 - x) * (b / a)


def _noncentral_density(x: Doubles, a: Doubles, b: Doubles, ncp: Doubles) -> Doubles:
    slope = b / a / (1 - x) ** 2
    return np.asarray(
        noncentral("ncf", "pdf")(_odds(x, a, b), 2 * a, 2 * b, ncp) * slope, dtype=np.float64
    )


NONCENTRAL = noncentral_family(
    density=_noncentral_density,
    lower=lambda x, a, b, ncp: noncentral("ncf", "cdf")(_odds(x, a, b), 2 * a, 2 * b, ncp),
    upper=lambda x, a, b, ncp: noncentral("ncf", "sf")(_odds(x, a, b), 2 * a, 2 * b, ncp),
    valid=lambda a, b, ncp: (a > 0) & (b > 0) & (ncp >= 0) & np.isfinite(ncp),
    support=(0.0, 1.0),
)


def dbeta(x: Any, shape1: Any, shape2: Any, ncp: Any = None, log: bool = False) -> Any:
    """Return the density of the beta distribution.

    Parameters
    ----------
    x : float or vector
        Values.
    shape1, shape2 : float or vector
        Shapes.
    ncp : float or vector, optional
        Non-centrality.
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
    R page: `?dbeta`.

    Examples
    --------
    >>> round(dbeta(0.2, 2, 3), 4)
    1.536
    """
    if ncp is not None:
        return density(NONCENTRAL, x, (shape1, shape2, ncp), log)
    return density(BETA, x, (shape1, shape2), log)


def pbeta(
    q: Any, shape1: Any, shape2: Any, ncp: Any = None, lower_tail: bool = True, log_p: bool = False
) -> Any:
    """Return probabilities of the beta distribution up to a value, or beyond it.

    Parameters
    ----------
    q : float or vector
        Values.
    shape1, shape2 : float or vector
        Shapes.
    ncp : float or vector, optional
        Non-centrality.
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
    R page: `?pbeta`.

    Examples
    --------
    >>> round(pbeta(0.2, 2, 3), 4)
    0.1808
    """
    if ncp is not None:
        return probability(NONCENTRAL, q, (shape1, shape2, ncp), lower_tail, log_p)
    return probability(BETA, q, (shape1, shape2), lower_tail, log_p)


def qbeta(
    p: Any, shape1: Any, shape2: Any, ncp: Any = None, lower_tail: bool = True, log_p: bool = False
) -> Any:
    """Return quantiles of the beta distribution.

    Parameters
    ----------
    p : float or vector
        Probabilities.
    shape1, shape2 : float or vector
        Shapes.
    ncp : float or vector, optional
        Non-centrality.
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
    R page: `?qbeta`.

    Examples
    --------
    >>> round(qbeta(0.5, 2, 3), 7)
    0.3857276
    """
    if ncp is not None:
        return quantile(NONCENTRAL, p, (shape1, shape2, ncp), lower_tail, log_p)
    return quantile(BETA, p, (shape1, shape2), lower_tail, log_p)
