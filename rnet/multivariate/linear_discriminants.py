"""Fisher's linear discriminants as arrays: directions in which group means lie farthest apart.

Venables and Ripley (2002), Modern Applied Statistics with S, chapter 12; the multivariate t of
Kent, Tyler and Vardi (1994), Communications in Statistics 23, 441-453.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError, warn

Doubles = npt.NDArray[np.float64]
Codes = npt.NDArray[np.int64]
SETTLED = 1e-2
"""The weights of the t distribution are iterated until none changes by more."""


@dataclass(frozen=True, slots=True, eq=False)
class Discriminants:
    """Linear discriminants.

    Attributes
    ----------
    means : ndarray, shape (groups, p)
    scaling : ndarray, shape (p, k)
        Turns variables into discriminants of variance 1 within groups.
    ratios : ndarray, shape (k,)
        Deviations between groups by those within.
    """

    means: Doubles
    scaling: Doubles
    ratios: Doubles


def group_means(values: Doubles, codes: Codes, weights: Doubles | None = None) -> Doubles:
    """Return weighted means by group, shape (groups, p)."""
    weights = np.ones(len(codes)) if weights is None else weights
    totals = np.bincount(codes, weights=weights)
    sums = np.array([np.bincount(codes, weights=weights * column) for column in values.T])
    return np.asarray((sums / totals).T, dtype=np.float64)


def t_weights(
    values: Doubles, codes: Codes, nu: float, report: Callable[[Doubles], None] | None = None
) -> Doubles:
    """Return the weights, shape (n,), of cases of t distributions with a common covariance."""
    n, p = values.shape
    weights = np.ones(n)
    while True:
        inner = values - group_means(values, codes, weights)[codes]
        covariance = (1 + p / nu) / n * (inner * weights[:, None]).T @ inner
        distances = (inner * np.linalg.solve(covariance, inner.T).T).sum(axis=1)
        before, weights = weights, 1 / (1 + distances / nu)
        if report is not None:
            report(weights)
        if np.abs(weights - before).max() < SETTLED:
            return np.asarray(weights, dtype=np.float64)


def linear_discriminants(
    values: Doubles,
    codes: Codes,
    prior: Doubles,
    tolerance: float,
    *,
    weights: Doubles | None,
    nu: float,
    unbiased: bool,
) -> Discriminants:
    """Sphere the cases within groups, then turn them to where the means differ most.

    Parameters
    ----------
    values : ndarray, shape (n, p)
    codes : ndarray of int, shape (n,)
        Groups, each with cases.
    prior : ndarray, shape (groups,)
    tolerance : float
        A variable whose deviation within groups is less is constant.
    weights : ndarray or None
        Those of `t_weights`, with their `nu`.
    unbiased : bool
        Whether variances are divided by n less the number of groups, not by n.

    Raises
    ------
    RError
        `variable 5 appears to be constant within groups`, `group means are numerically identical`,
        and R's `infinite or missing values in 'x'` where there is one group.
    """
    n, p = values.shape
    means = group_means(values, codes, weights)
    if len(means) < 2:
        raise RError("infinite or missing values in 'x'", "All cases are in one group.")
    inner = values - means[codes]
    deviations = np.sqrt(((inner - inner.mean(axis=0)) ** 2).sum(axis=0) / (n - 1))
    _check_spread(deviations, tolerance)
    scaling = np.diag(1 / deviations)
    if weights is not None:
        share = np.sqrt(weights * nu / (nu - 2) * (1 + p / nu) / n)[:, None]
    else:
        share = np.sqrt(1 / (n - len(means) if unbiased else n))
    _, lengths, turned = np.linalg.svd(share * (inner @ scaling), full_matrices=False)
    rank = int((lengths > tolerance).sum())
    if rank == 0:
        raise RError(
            "rank = 0: variables are numerically constant", "Nothing varies within groups."
        )
    if rank < p:
        warn("variables are collinear", stacklevel=6)
    scaling = scaling @ turned[:rank].T / lengths[:rank]
    apart = means - prior @ means
    divisor = len(means) - 1 if unbiased or weights is not None else len(means)
    between = np.sqrt(n * prior / divisor)[:, None] * apart @ scaling
    _, ratios, turned = np.linalg.svd(between, full_matrices=False)
    rank = int((ratios > tolerance * ratios[0]).sum())
    if rank == 0:
        raise RError("group means are numerically identical", "No variable tells the groups apart.")
    return Discriminants(means, scaling @ turned[:rank].T, ratios[:rank])


def _check_spread(deviations: Doubles, tolerance: float) -> None:
    constant = [str(place + 1) for place in np.flatnonzero(deviations < tolerance)]
    if constant:
        words = "variable {} appears" if len(constant) == 1 else "variables {} appear"
        raise RError(
            f"{words.format(' '.join(constant))} to be constant within groups",
            "Variables are counted from 1: leave these out, or lower `tol`.",
        )


def left_out_distances(values: Doubles, codes: Codes, *, unbiased: bool) -> Doubles:
    """Return squared distances of each case to all groups as learnt without it, (n, groups).

    The covariance without a case follows from that of all by an update of rank one.
    """
    n, groups = len(values), int(codes.max()) + 1
    means = group_means(values, codes)
    counts = np.bincount(codes).astype(np.float64)
    inner = values - means[codes]
    _, lengths, turned = np.linalg.svd(inner, full_matrices=False)
    spheric = turned.T / lengths
    own = inner @ spheric
    away = (values[:, None, :] - means[None, :, :]) @ spheric
    factor = (counts / (counts - 1))[codes]
    away[np.arange(n), codes] *= factor[:, None]
    along = np.einsum("igp,ip->ig", away, own)
    lost = (factor / (1 - factor * (own**2).sum(axis=1)))[:, None]
    squares = (away**2).sum(axis=2) + lost * along**2
    return np.asarray(squares * (n - 1 - groups if unbiased else n - 1), dtype=np.float64)
