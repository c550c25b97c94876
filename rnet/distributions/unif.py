"""dunif, punif, qunif: the uniform distribution."""

from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.distributions.family import Family, density, log_of, probability, quantile

Doubles = npt.NDArray[np.float64]


def _tail(x: Doubles, low: Doubles, high: Doubles, *, lower: bool) -> Doubles:
    return (x - low if lower else high - x) / (high - low)


UNIFORM = Family(
    valid=lambda low, high: (low <= high) & np.isfinite(low) & np.isfinite(high),
    support=lambda low, high: (low, high),
    log_density=lambda x, low, high: -np.log(high - low),  # noqa: ARG005
    tail=_tail,
    log_tail=log_of(_tail),
    inverse=lambda p, q, low, high: low + p * (high - low),  # noqa: ARG005
)
# Between equal borders there is no density, but probabilities and quantiles there are.
UNIFORM_DENSITY = replace(
    UNIFORM,
    valid=lambda low, high: low < high,
    density=lambda x, low, high: 1 / (high - low),  # noqa: ARG005
)


def dunif(
    x: Any,
    min: Any = 0.0,  # noqa: A002 - R's name
    max: Any = 1.0,  # noqa: A002 - R's name
    log: bool = False,
) -> Any:
    """Return the density of the uniform distribution.

    Parameters
    ----------
    x : float or vector
        Values.
    min, max : float or vector
        The borders.
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
    R page: `?dunif`.

    Examples
    --------
    >>> dunif(1, 0, 4)
    0.25
    """
    return density(UNIFORM_DENSITY, x, (min, max), log)


def punif(
    q: Any,
    min: Any = 0.0,  # noqa: A002 - R's name
    max: Any = 1.0,  # noqa: A002 - R's name
    lower_tail: bool = True,
    log_p: bool = False,
) -> Any:
    """Return probabilities of the uniform distribution up to a value, or beyond it.

    Parameters
    ----------
    q : float or vector
        Values.
    min, max : float or vector
        The borders.
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
    R page: `?punif`.

    Examples
    --------
    >>> punif(1, 0, 4)
    0.25
    """
    return probability(UNIFORM, q, (min, max), lower_tail, log_p)


def qunif(
    p: Any,
    min: Any = 0.0,  # noqa: A002 - R's name
    max: Any = 1.0,  # noqa: A002 - R's name
    lower_tail: bool = True,
    log_p: bool = False,
) -> Any:
    """Return quantiles of the uniform distribution.

    Parameters
    ----------
    p : float or vector
        Probabilities.
    min, max : float or vector
        The borders.
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
    R page: `?qunif`.

    Examples
    --------
    >>> qunif(0.25, 0, 4)
    1.0
    """
    return quantile(UNIFORM, p, (min, max), lower_tail, log_p)
