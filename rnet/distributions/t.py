"""dt, pt, qt: Student's t distribution."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.distributions.family import Family, density, probability, quantile
from rnet.distributions.incomplete_beta import beta_inverse, beta_tail, log_beta_tail
from rnet.distributions.noncentral import noncentral, noncentral_family
from rnet.distributions.norm import NORMAL
from rnet.distributions.saddle_point import stirling_error
from rnet.special_functions import special

Doubles = npt.NDArray[np.float64]

betaln: Callable[..., Doubles] = special().betaln
gammaln: Callable[..., Doubles] = special().gammaln

_ZERO, _ONE = np.zeros(1), np.ones(1)


def _log_density(x: Doubles, df: Doubles) -> Doubles:
    half = df / 2
    # log(gamma(half + 1/2) / gamma(half)) without cancellation
    ratio = stirling_error(half + 0.5) - stirling_error(half) - 0.5
    large = ratio + half * np.log1p(0.5 / half) + 0.5 * np.log(half)
    small = gammaln(half + 0.5) - gammaln(half)
    ratio = np.where(half > 2, large, small)
    size = np.abs(x)
    square = (x / np.sqrt(df)) ** 2
    far = 2 * (np.log(size) - 0.5 * np.log(df))
    spread = np.where(square > 1e20, far, np.log1p(square))
    found = ratio - 0.5 * np.log(df * math.pi) - (half + 0.5) * spread
    return np.where(np.isinf(df), NORMAL.log_density(x, _ZERO, _ONE), found)


def _shares(x: Doubles, df: Doubles) -> tuple[Doubles, Doubles]:
    """Return x^2 / (df + x^2) and 1 less it."""
    ratio = np.minimum((x / np.sqrt(df)) ** 2, 1e300)
    return ratio / (1 + ratio), 1 / (1 + ratio)


def _half(df: Doubles) -> Doubles:
    return np.full_like(df, 0.5)


def _tail(x: Doubles, df: Doubles, *, lower: bool) -> Doubles:
    inner, outer = _shares(x, df)
    near = 0.5 * beta_tail(inner, outer, _half(df), df / 2, lower=True)  # between 0 and |x|
    beyond = 0.5 * beta_tail(outer, inner, df / 2, _half(df), lower=True)
    beyond = np.where(_is_far(x, df), np.exp(_power(x, df)), beyond)
    is_outer = (x < 0) == lower
    central = np.where(is_outer, 0.5 - near, 0.5 + near)
    found = np.where(beyond > 0.25, central, np.where(is_outer, beyond, 1 - beyond))
    return np.where(np.isinf(df), NORMAL.tail(x, _ZERO, _ONE, lower=lower), found)


def _log_tail(x: Doubles, df: Doubles, *, lower: bool) -> Doubles:
    inner, outer = _shares(x, df)
    beyond = log_beta_tail(outer, inner, df / 2, _half(df), lower=True) - math.log(2)
    beyond = np.where(_is_far(x, df), _power(x, df), beyond)
    is_outer = (x < 0) == lower
    found = np.where(is_outer, beyond, np.log1p(-np.exp(beyond)))
    found = np.where(beyond > math.log(0.25), np.log(_tail(x, df, lower=lower)), found)
    return np.where(np.isinf(df), NORMAL.log_tail(x, _ZERO, _ONE, lower=lower), found)


def _is_far(x: Doubles, df: Doubles) -> npt.NDArray[np.bool_]:
    """Whether x^2 is near the end of the range of numbers."""
    return np.asarray(np.abs(x) > 1e140 * np.sqrt(df))


def _power(x: Doubles, df: Doubles) -> Doubles:
    """Return the logarithm of the tail far out, which is a power of x."""
    return df * (0.5 * np.log(df) - np.log(np.abs(x))) - np.log(df) - betaln(df / 2, 0.5)


def _inverse(p: Doubles, q: Doubles, df: Doubles) -> Doubles:
    assert NORMAL.inverse is not None
    tail = np.minimum(p, q)
    outer, inner = beta_inverse(2 * tail, np.abs(p - q), df / 2, _half(df))
    size = np.sqrt(df) * np.sqrt(inner / outer)
    found = np.where(p < q, -size, size)
    found = np.where(p == q, 0.0, np.where(outer < 1e-290, np.nan, found))
    return np.where(np.isinf(df), NORMAL.inverse(p, q, _ZERO, _ONE), found)


STUDENT = Family(
    valid=lambda df: df > 0,
    support=lambda df: (-np.inf, np.inf),  # noqa: ARG005 - of every family's form
    log_density=_log_density,
    tail=_tail,
    log_tail=_log_tail,
    inverse=_inverse,
    looks_at_p_first=True,
)


def _noncentral_lower(x: Doubles, df: Doubles, ncp: Doubles) -> Doubles:
    """Return SciPy's lower tail, or its upper one of the mirror image where that gives up."""
    found: Doubles = noncentral("nct", "cdf")(x, df, ncp)
    return np.where(np.isnan(found), noncentral("nct", "sf")(-x, df, -ncp), found)


NONCENTRAL = noncentral_family(
    density=noncentral("nct", "pdf"),
    lower=_noncentral_lower,
    upper=noncentral("nct", "sf"),
    valid=lambda df, ncp: (df > 0) & np.isfinite(ncp),
    support=(-np.inf, np.inf),
)


def dt(x: Any, df: Any, ncp: Any = None, log: bool = False) -> Any:
    """Return the density of the t distribution.

    Parameters
    ----------
    x : float or vector
        Values.
    df : float or vector
        Degrees of freedom, infinite for the normal distribution.
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
    R page: `?dt`.

    Examples
    --------
    >>> round(dt(0, 3), 7)
    0.3675526
    """
    if ncp is not None:
        return density(NONCENTRAL, x, (df, ncp), log)
    return density(STUDENT, x, (df,), log)


def pt(q: Any, df: Any, ncp: Any = None, lower_tail: bool = True, log_p: bool = False) -> Any:
    """Return probabilities of the t distribution up to a value, or beyond it.

    Parameters
    ----------
    q : float or vector
        Values.
    df : float or vector
        Degrees of freedom, infinite for the normal distribution.
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
    R page: `?pt`.

    Examples
    --------
    >>> round(pt(-2.5, 10), 8)
    0.01572342
    """
    if ncp is not None:
        return probability(NONCENTRAL, q, (df, ncp), lower_tail, log_p)
    return probability(STUDENT, q, (df,), lower_tail, log_p)


def qt(p: Any, df: Any, ncp: Any = None, lower_tail: bool = True, log_p: bool = False) -> Any:
    """Return quantiles of the t distribution.

    Parameters
    ----------
    p : float or vector
        Probabilities.
    df : float or vector
        Degrees of freedom, infinite for the normal distribution.
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
    R page: `?qt`.

    Examples
    --------
    >>> round(qt(0.975, 10), 6)
    2.228139
    """
    if ncp is not None:
        return quantile(NONCENTRAL, p, (df, ncp), lower_tail, log_p)
    return quantile(STUDENT, p, (df,), lower_tail, log_p)
