"""dchisq, pchisq, qchisq: the chi-squared distribution."""

from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.distributions.family import Family, density, probability, quantile
from rnet.distributions.gamma import GAMMA
from rnet.distributions.noncentral import noncentral, noncentral_family

Doubles = npt.NDArray[np.float64]


def _inverse(p: Doubles, q: Doubles, df: Doubles) -> Doubles:
    assert GAMMA.inverse is not None
    return GAMMA.inverse(p, q, df / 2, np.full_like(df, 2.0))


CHI_SQUARED = Family(
    valid=lambda df: df >= 0,
    support=lambda df: (0.0, np.inf),  # noqa: ARG005 - of every family's form
    log_density=lambda x, df: GAMMA.log_density(x, df / 2, np.full_like(df, 2.0)),
    tail=lambda x, df, lower: GAMMA.tail(x, df / 2, np.full_like(df, 2.0), lower=lower),
    log_tail=lambda x, df, lower: GAMMA.log_tail(x, df / 2, np.full_like(df, 2.0), lower=lower),
    inverse=_inverse,
    looks_at_p_first=True,
)
NONCENTRAL = noncentral_family(
    density=noncentral("ncx2", "pdf"),
    lower=noncentral("ncx2", "cdf"),
    upper=noncentral("ncx2", "sf"),
    valid=lambda df, ncp: (df >= 0) & (ncp >= 0) & np.isfinite(ncp),
    support=(0.0, np.inf),
)


def dchisq(x: Any, df: Any, ncp: Any = None, log: bool = False) -> Any:
    """Return the density of the chi-squared distribution.

    Parameters
    ----------
    x : float or vector
        Values.
    df : float or vector
        Degrees of freedom.
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
    R page: `?dchisq`.

    Examples
    --------
    >>> round(dchisq(2, 3), 7)
    0.2075537
    """
    if ncp is not None:
        return density(NONCENTRAL, x, (df, ncp), log)
    return density(CHI_SQUARED, x, (df,), log)


def pchisq(q: Any, df: Any, ncp: Any = None, lower_tail: bool = True, log_p: bool = False) -> Any:
    """Return probabilities of the chi-squared distribution up to a value, or beyond it.

    Parameters
    ----------
    q : float or vector
        Values.
    df : float or vector
        Degrees of freedom.
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
    R page: `?pchisq`.

    Examples
    --------
    >>> round(pchisq(3.84, 1, lower_tail=False), 8)
    0.05004352
    """
    if ncp is not None:
        return probability(NONCENTRAL, q, (df, ncp), lower_tail, log_p)
    return probability(CHI_SQUARED, q, (df,), lower_tail, log_p)


def qchisq(p: Any, df: Any, ncp: Any = None, lower_tail: bool = True, log_p: bool = False) -> Any:
    """Return quantiles of the chi-squared distribution.

    Parameters
    ----------
    p : float or vector
        Probabilities.
    df : float or vector
        Degrees of freedom.
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
    R page: `?qchisq`.

    Examples
    --------
    >>> round(qchisq(0.95, 1), 6)
    3.841459
    """
    if ncp is not None:
        return quantile(NONCENTRAL, p, (df, ncp), lower_tail, log_p)
    return quantile(CHI_SQUARED, p, (df,), lower_tail, log_p)
