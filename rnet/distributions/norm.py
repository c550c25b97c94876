"""dnorm, pnorm, qnorm: the normal distribution."""

import math
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.distributions.family import Family, density, probability, quantile
from rnet.distributions.wichura import normal_quantile
from rnet.special_functions import special

log_ndtr = special().log_ndtr
ndtr = special().ndtr

Doubles = npt.NDArray[np.float64]

_FINE = 65536.0  # a number rounded to a fraction of this has a square without rounding


def _standard(x: Doubles, mean: Doubles, sd: Doubles) -> Doubles:
    """Return (x - mean) / sd; all probability is at the mean when sd is 0."""
    step = np.where(x < mean, -np.inf, np.inf)
    return np.where(sd == 0, step, (x - mean) / sd)


def _density(x: Doubles, mean: Doubles, sd: Doubles) -> Doubles:
    z = (x - mean) / sd
    coarse = np.where(np.abs(z) < 50, np.trunc(z * _FINE) / _FINE, z)
    rest = z - coarse
    found = np.exp(-0.5 * coarse**2) * np.exp((-0.5 * rest - coarse) * rest)
    found = np.where(np.abs(z) < 50, found, 0.0) / (math.sqrt(2 * math.pi) * sd)
    return np.where(sd == 0, np.where(x == mean, np.inf, 0.0), found)


def _log_density(x: Doubles, mean: Doubles, sd: Doubles) -> Doubles:
    z = (x - mean) / sd
    found = -(0.5 * math.log(2 * math.pi) + 0.5 * z * z + np.log(sd))
    return np.where(sd == 0, np.where(x == mean, np.inf, -np.inf), found)


def _tail(x: Doubles, mean: Doubles, sd: Doubles, *, lower: bool) -> Doubles:
    z = _standard(x, mean, sd)
    return np.asarray(ndtr(z if lower else -z), dtype=np.float64)


def _log_tail(x: Doubles, mean: Doubles, sd: Doubles, *, lower: bool) -> Doubles:
    z = _standard(x, mean, sd)
    return np.asarray(log_ndtr(z if lower else -z), dtype=np.float64)


def _inverse(p: Doubles, q: Doubles, mean: Doubles, sd: Doubles) -> Doubles:
    return mean + sd * normal_quantile(p, q)


NORMAL = Family(
    valid=lambda mean, sd: (sd >= 0) & np.isfinite(mean),
    support=lambda mean, sd: (-np.inf, np.inf),  # noqa: ARG005 - of every family's form
    log_density=_log_density,
    tail=_tail,
    log_tail=_log_tail,
    density=_density,
    inverse=_inverse,
    looks_at_p_first=True,
)


def dnorm(x: Any, mean: Any = 0.0, sd: Any = 1.0, log: bool = False) -> Any:
    """Return the density of the normal distribution.

    Parameters
    ----------
    x : float or vector
        Values.
    mean, sd : float or vector
        Expectation and standard deviation.
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
    R page: `?dnorm`.

    Examples
    --------
    >>> round(dnorm(0), 7)
    0.3989423
    """
    return density(NORMAL, x, (mean, sd), log)


def pnorm(
    q: Any, mean: Any = 0.0, sd: Any = 1.0, lower_tail: bool = True, log_p: bool = False
) -> Any:
    """Return probabilities of the normal distribution up to a value, or beyond it.

    Parameters
    ----------
    q : float or vector
        Values.
    mean, sd : float or vector
        Expectation and standard deviation.
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
    R page: `?pnorm`.

    Examples
    --------
    >>> round(pnorm(1.96), 7), round(pnorm(-40, log_p=True), 4)
    (0.9750021, -804.6084)
    """
    return probability(NORMAL, q, (mean, sd), lower_tail, log_p)


def qnorm(
    p: Any, mean: Any = 0.0, sd: Any = 1.0, lower_tail: bool = True, log_p: bool = False
) -> Any:
    """Return quantiles of the normal distribution.

    Parameters
    ----------
    p : float or vector
        Probabilities.
    mean, sd : float or vector
        Expectation and standard deviation.
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
    R page: `?qnorm`. Wichura's AS 241 (1988), the same bits as `rnorm`; logarithms
    below -670 by search.

    Examples
    --------
    >>> round(qnorm(0.975), 6)
    1.959964
    """
    return quantile(NORMAL, p, (mean, sd), lower_tail, log_p)
