"""dlnorm, plnorm, qlnorm: the log-normal distribution."""

from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.distributions.family import Family, density, probability, quantile
from rnet.distributions.norm import NORMAL

Doubles = npt.NDArray[np.float64]


def _log_density(x: Doubles, meanlog: Doubles, sdlog: Doubles) -> Doubles:
    y = np.log(x)
    inner = NORMAL.log_density(y, meanlog, sdlog) - y
    found = np.where(x == 0, -np.inf, inner)
    return np.where(sdlog == 0, np.where(y == meanlog, np.inf, -np.inf), found)


def _tail(x: Doubles, meanlog: Doubles, sdlog: Doubles, *, lower: bool) -> Doubles:
    return NORMAL.tail(np.log(x), meanlog, sdlog, lower=lower)


def _log_tail(x: Doubles, meanlog: Doubles, sdlog: Doubles, *, lower: bool) -> Doubles:
    return NORMAL.log_tail(np.log(x), meanlog, sdlog, lower=lower)


def _inverse(p: Doubles, q: Doubles, meanlog: Doubles, sdlog: Doubles) -> Doubles:
    assert NORMAL.inverse is not None
    return np.exp(NORMAL.inverse(p, q, meanlog, sdlog))


LOG_NORMAL = Family(
    valid=lambda meanlog, sdlog: (sdlog >= 0) & np.isfinite(meanlog),
    support=lambda meanlog, sdlog: (0.0, np.inf),  # noqa: ARG005 - of every family's form
    log_density=_log_density,
    tail=_tail,
    log_tail=_log_tail,
    inverse=_inverse,
    looks_at_p_first=True,
)


def dlnorm(x: Any, meanlog: Any = 0.0, sdlog: Any = 1.0, log: bool = False) -> Any:
    """Return the density of the log-normal distribution.

    Parameters
    ----------
    x : float or vector
        Values.
    meanlog, sdlog : float or vector
        Expectation and standard deviation of the logarithm.
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
    R page: `?dlnorm`.

    Examples
    --------
    >>> round(dlnorm(1), 7)
    0.3989423
    """
    return density(LOG_NORMAL, x, (meanlog, sdlog), log)


def plnorm(
    q: Any, meanlog: Any = 0.0, sdlog: Any = 1.0, lower_tail: bool = True, log_p: bool = False
) -> Any:
    """Return probabilities of the log-normal distribution up to a value, or beyond it.

    Parameters
    ----------
    q : float or vector
        Values.
    meanlog, sdlog : float or vector
        Expectation and standard deviation of the logarithm.
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
    R page: `?plnorm`.

    Examples
    --------
    >>> plnorm(1)
    0.5
    """
    return probability(LOG_NORMAL, q, (meanlog, sdlog), lower_tail, log_p)


def qlnorm(
    p: Any, meanlog: Any = 0.0, sdlog: Any = 1.0, lower_tail: bool = True, log_p: bool = False
) -> Any:
    """Return quantiles of the log-normal distribution.

    Parameters
    ----------
    p : float or vector
        Probabilities.
    meanlog, sdlog : float or vector
        Expectation and standard deviation of the logarithm.
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
    R page: `?qlnorm`.

    Examples
    --------
    >>> round(qlnorm(0.975), 5)
    7.09907
    """
    return quantile(LOG_NORMAL, p, (meanlog, sdlog), lower_tail, log_p)
