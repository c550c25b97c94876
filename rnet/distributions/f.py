"""df, pf, qf: the F distribution."""

from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.distributions.beta import log_beta_density
from rnet.distributions.chisq import CHI_SQUARED
from rnet.distributions.family import Family, density, probability, quantile
from rnet.distributions.incomplete_beta import beta_inverse, beta_tail, log_beta_tail
from rnet.distributions.noncentral import noncentral, noncentral_family

Doubles = npt.NDArray[np.float64]


def _shares(x: Doubles, df1: Doubles, df2: Doubles) -> tuple[Doubles, Doubles]:
    """Return df1 x / (df2 + df1 x), which has a beta distribution, and 1 less it."""
    ratio = x * (df1 / df2)
    return np.where(ratio > 1, 1 / (1 + 1 / ratio), ratio / (1 + ratio)), 1 / (1 + ratio)


def _log_density(x: Doubles, df1: Doubles, df2: Doubles) -> Doubles:
    inner, outer = _shares(x, df1, df2)
    found = (
        log_beta_density(inner, outer, df1 / 2, df2 / 2) + np.log(inner) + np.log(outer) - np.log(x)
    )
    chi = CHI_SQUARED.log_density(x * df1, df1) + np.log(df1)
    found = np.where(np.isinf(df2), chi, found)
    at_zero = np.where(df1 < 2, np.inf, np.where(df1 == 2, 0.0, -np.inf))
    return np.where(x == 0, at_zero, found)


def _tail(x: Doubles, df1: Doubles, df2: Doubles, *, lower: bool) -> Doubles:
    found = beta_tail(*_shares(x, df1, df2), df1 / 2, df2 / 2, lower=lower)
    return np.where(np.isinf(df2), CHI_SQUARED.tail(x * df1, df1, lower=lower), found)


def _log_tail(x: Doubles, df1: Doubles, df2: Doubles, *, lower: bool) -> Doubles:
    found = log_beta_tail(*_shares(x, df1, df2), df1 / 2, df2 / 2, lower=lower)
    return np.where(np.isinf(df2), CHI_SQUARED.log_tail(x * df1, df1, lower=lower), found)


def _inverse(p: Doubles, q: Doubles, df1: Doubles, df2: Doubles) -> Doubles:
    assert CHI_SQUARED.inverse is not None
    inner, outer = beta_inverse(p, q, df1 / 2, df2 / 2)
    found = inner / outer * (df2 / df1)
    return np.where(np.isinf(df2), CHI_SQUARED.inverse(p, q, df1) / df1, found)


FISHER = Family(
    valid=lambda df1, df2: (df1 > 0) & (df2 > 0),
    support=lambda df1, df2: (0.0, np.inf),  # noqa: ARG005 - of every family's form
    log_density=_log_density,
    tail=_tail,
    log_tail=_log_tail,
    inverse=_inverse,
)
NONCENTRAL = noncentral_family(
    density=noncentral("ncf", "pdf"),
    lower=noncentral("ncf", "cdf"),
    upper=noncentral("ncf", "sf"),
    valid=lambda df1, df2, ncp: (df1 > 0) & (df2 > 0) & (ncp >= 0) & np.isfinite(ncp),
    support=(0.0, np.inf),
)


def df(x: Any, df1: Any, df2: Any, ncp: Any = None, log: bool = False) -> Any:
    """Return the density of the F distribution.

    Parameters
    ----------
    x : float or vector
        Values.
    df1, df2 : float or vector
        Degrees of freedom of numerator and denominator.
    ncp : float or vector, optional
        Non-centrality of the numerator.
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
    R page: `?df`.

    Examples
    --------
    >>> round(df(1, 3, 10), 7)
    0.4041228
    """
    if ncp is not None:
        return density(NONCENTRAL, x, (df1, df2, ncp), log)
    return density(FISHER, x, (df1, df2), log)


def pf(
    q: Any, df1: Any, df2: Any, ncp: Any = None, lower_tail: bool = True, log_p: bool = False
) -> Any:
    """Return probabilities of the F distribution up to a value, or beyond it.

    Parameters
    ----------
    q : float or vector
        Values.
    df1, df2 : float or vector
        Degrees of freedom of numerator and denominator.
    ncp : float or vector, optional
        Non-centrality of the numerator.
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
    R page: `?pf`.

    Examples
    --------
    >>> round(pf(4, 3, 10, lower_tail=False), 8)
    0.04134768
    """
    if ncp is not None:
        return probability(NONCENTRAL, q, (df1, df2, ncp), lower_tail, log_p)
    return probability(FISHER, q, (df1, df2), lower_tail, log_p)


def qf(
    p: Any, df1: Any, df2: Any, ncp: Any = None, lower_tail: bool = True, log_p: bool = False
) -> Any:
    """Return quantiles of the F distribution.

    Parameters
    ----------
    p : float or vector
        Probabilities.
    df1, df2 : float or vector
        Degrees of freedom of numerator and denominator.
    ncp : float or vector, optional
        Non-centrality of the numerator.
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
    R page: `?qf`.

    Examples
    --------
    >>> round(qf(0.95, 3, 10), 6)
    3.708265
    """
    if ncp is not None:
        return quantile(NONCENTRAL, p, (df1, df2, ncp), lower_tail, log_p)
    return quantile(FISHER, p, (df1, df2), lower_tail, log_p)
