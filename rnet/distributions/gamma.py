"""dgamma, pgamma, qgamma: the gamma distribution."""

from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError, warn
from rnet.distributions.family import Family, density, probability, quantile
from rnet.distributions.incomplete_gamma import gamma_inverse, gamma_tail, log_gamma_tail
from rnet.distributions.saddle_point import log_poisson_term
from rnet.distributions.vectors import reciprocal
from rnet.rng.arguments import reals

Doubles = npt.NDArray[np.float64]

_BOTH = "specify 'rate' or 'scale' but not both"


def _log_density(x: Doubles, shape: Doubles, scale: Doubles) -> Doubles:
    y = x / scale
    steep = log_poisson_term(shape, y) + np.log(shape) - np.log(x)
    smooth = log_poisson_term(np.maximum(shape - 1, 0.0), y) - np.log(scale)
    found = np.where(shape < 1, steep, smooth)
    found = np.where((x == 0) & (shape < 1), np.inf, found)
    return np.where((shape == 0) & (x > 0), -np.inf, found)


def _positive(shape: Doubles) -> Doubles:
    """Return the shape with 1 for 0, all probability at 0, which is put right afterwards."""
    return np.where(shape == 0, 1.0, shape)


def _tail(x: Doubles, shape: Doubles, scale: Doubles, *, lower: bool) -> Doubles:
    found = gamma_tail(x / scale, _positive(shape), lower=lower)
    return np.where(shape == 0, float(lower), found)


def _log_tail(x: Doubles, shape: Doubles, scale: Doubles, *, lower: bool) -> Doubles:
    found = log_gamma_tail(x / scale, _positive(shape), lower=lower)
    return np.where(shape == 0, 0.0 if lower else -np.inf, found)


def _inverse(p: Doubles, q: Doubles, shape: Doubles, scale: Doubles) -> Doubles:
    return np.where(shape == 0, 0.0, scale * gamma_inverse(p, q, shape))


GAMMA = Family(
    valid=lambda shape, scale: (shape >= 0) & (scale > 0),
    support=lambda shape, scale: (0.0, np.inf),  # noqa: ARG005 - of every family's form
    log_density=_log_density,
    tail=_tail,
    log_tail=_log_tail,
    inverse=_inverse,
    looks_at_p_first=True,
)


def _scale(rate: Any, scale: Any) -> Any:
    """Return the scale, given that or the rate."""
    if scale is None:
        return 1.0 if rate is None else reciprocal(rate)
    if rate is not None:
        if np.abs(reals(rate) * reals(scale) - 1).max(initial=0.0) >= 1e-15:
            raise RError(_BOTH, "One is 1 over the other.")
        warn(_BOTH, stacklevel=4)
    return scale


def dgamma(x: Any, shape: Any, rate: Any = None, scale: Any = None, log: bool = False) -> Any:
    """Return the density of the gamma distribution.

    Parameters
    ----------
    x : float or vector
        Values.
    shape : float or vector
        Shape.
    rate, scale : float or vector, optional
        The scale, 1 by default, or one over it.
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
    R page: `?dgamma`.

    Examples
    --------
    >>> round(dgamma(2, shape=3), 7)
    0.2706706
    """
    return density(GAMMA, x, (shape, _scale(rate, scale)), log)


def pgamma(
    q: Any,
    shape: Any,
    rate: Any = None,
    scale: Any = None,
    lower_tail: bool = True,
    log_p: bool = False,
) -> Any:
    """Return probabilities of the gamma distribution up to a value, or beyond it.

    Parameters
    ----------
    q : float or vector
        Values.
    shape : float or vector
        Shape.
    rate, scale : float or vector, optional
        The scale, 1 by default, or one over it.
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
    R page: `?pgamma`.

    Examples
    --------
    >>> round(pgamma(2, shape=3, rate=2), 7)
    0.7618967
    """
    return probability(GAMMA, q, (shape, _scale(rate, scale)), lower_tail, log_p)


def qgamma(
    p: Any,
    shape: Any,
    rate: Any = None,
    scale: Any = None,
    lower_tail: bool = True,
    log_p: bool = False,
) -> Any:
    """Return quantiles of the gamma distribution.

    Parameters
    ----------
    p : float or vector
        Probabilities.
    shape : float or vector
        Shape.
    rate, scale : float or vector, optional
        The scale, 1 by default, or one over it.
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
    R page: `?qgamma`.

    Examples
    --------
    >>> round(qgamma(0.5, shape=3, scale=2), 6)
    5.348121
    """
    return quantile(GAMMA, p, (shape, _scale(rate, scale)), lower_tail, log_p)
