"""dwilcox, pwilcox, qwilcox: the Wilcoxon rank sum statistic."""

from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.distributions.family import Family, density, log_of, probability, quantile
from rnet.distributions.rank_counts import by_parameters, rank_sum_counts

Doubles = npt.NDArray[np.float64]

_tables = by_parameters(rank_sum_counts)

RANK_SUM = Family(
    valid=lambda m, n: np.asarray((m > 0.5) & (n > 0.5)),
    support=lambda m, n: (0.0, np.round(m) * np.round(n)),
    log_density=lambda x, m, n: np.log(_tables.density(x, m, n)),
    tail=lambda x, m, n, lower: _tables.tail(x, m, n, lower=lower),
    log_tail=log_of(lambda x, m, n, lower: _tables.tail(x, m, n, lower=lower)),
    is_discrete=True,
    density=_tables.density,
)


def dwilcox(x: Any, m: Any, n: Any, log: bool = False) -> Any:
    """Return the probability of each value of the rank sum statistic.

    Parameters
    ----------
    x : float or vector
        Values.
    m, n : int or vector
        Observations of the two samples.
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
    R page: `?dwilcox`.

    Examples
    --------
    >>> round(dwilcox(3, 4, 2), 7)
    0.1333333
    """
    return density(RANK_SUM, x, (m, n), log)


def pwilcox(q: Any, m: Any, n: Any, lower_tail: bool = True, log_p: bool = False) -> Any:
    """Return probabilities of the rank sum statistic up to a value, or beyond it.

    Parameters
    ----------
    q : float or vector
        Values.
    m, n : int or vector
        Observations of the two samples.
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
    R page: `?pwilcox`.

    Examples
    --------
    >>> round(pwilcox(3, 4, 2), 7)
    0.4
    """
    return probability(RANK_SUM, q, (m, n), lower_tail, log_p)


def qwilcox(p: Any, m: Any, n: Any, lower_tail: bool = True, log_p: bool = False) -> Any:
    """Return quantiles of the rank sum statistic.

    Parameters
    ----------
    p : float or vector
        Probabilities.
    m, n : int or vector
        Observations of the two samples.
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
    R page: `?qwilcox`.

    Examples
    --------
    >>> qwilcox(0.5, 4, 2)
    4.0
    """
    return quantile(RANK_SUM, p, (m, n), lower_tail, log_p)
