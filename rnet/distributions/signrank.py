"""dsignrank, psignrank, qsignrank: the Wilcoxon signed rank statistic."""

from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.distributions.family import Family, density, log_of, probability, quantile
from rnet.distributions.rank_counts import by_parameters, signed_rank_counts

Doubles = npt.NDArray[np.float64]

_tables = by_parameters(signed_rank_counts)

SIGNED_RANK = Family(
    valid=lambda n: np.asarray(n > 0.5),
    support=lambda n: (0.0, np.round(n) * (np.round(n) + 1) / 2),
    log_density=lambda x, n: np.log(_tables.density(x, n)),
    tail=lambda x, n, lower: _tables.tail(x, n, lower=lower),
    log_tail=log_of(lambda x, n, lower: _tables.tail(x, n, lower=lower)),
    is_discrete=True,
    whole=np.round,  # R rounds here, and only here
    density=_tables.density,
)


def dsignrank(x: Any, n: Any, log: bool = False) -> Any:
    """Return the probability of each value of the signed rank statistic.

    Parameters
    ----------
    x : float or vector
        Values.
    n : int or vector
        Observations.
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
    R page: `?dsignrank`.

    Examples
    --------
    >>> dsignrank(3, 4)
    0.125
    """
    return density(SIGNED_RANK, x, (n,), log)


def psignrank(q: Any, n: Any, lower_tail: bool = True, log_p: bool = False) -> Any:
    """Return probabilities of the signed rank statistic up to a value, or beyond it.

    Parameters
    ----------
    q : float or vector
        Values.
    n : int or vector
        Observations.
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
    R page: `?psignrank`.

    Examples
    --------
    >>> psignrank(3, 4)
    0.3125
    """
    return probability(SIGNED_RANK, q, (n,), lower_tail, log_p)


def qsignrank(p: Any, n: Any, lower_tail: bool = True, log_p: bool = False) -> Any:
    """Return quantiles of the signed rank statistic.

    Parameters
    ----------
    p : float or vector
        Probabilities.
    n : int or vector
        Observations.
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
    R page: `?qsignrank`.

    Examples
    --------
    >>> qsignrank(0.5, 4)
    5.0
    """
    return quantile(SIGNED_RANK, p, (n,), lower_tail, log_p)
