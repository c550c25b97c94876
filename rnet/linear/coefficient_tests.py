"""Standard errors of coefficients and their tests, on arrays."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from rnet.distributions.tails import normal_two_sided, t_two_sided
from rnet.linear.qr import Reflections

Floats: TypeAlias = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class CoefficientTests:
    """Wald tests of k coefficients that could be estimated.

    Attributes
    ----------
    estimates, standard_errors, statistics, p_values : ndarray, shape (k,)
    """

    estimates: Floats
    standard_errors: Floats
    statistics: Floats
    p_values: Floats

    def table(self) -> Floats:
        """Return the four columns R shows, shape (k, 4)."""
        return np.column_stack(
            [self.estimates, self.standard_errors, self.statistics, self.p_values]
        )


def unscaled_covariance(qr: Reflections) -> Floats:
    """Return the inverse of X'WX of the independent columns, shape (rank, rank).

    The columns stand as in the decomposition, which keeps their order.
    """
    inverse = np.zeros((qr.rank, qr.rank))
    for j, unit in enumerate(np.eye(qr.rank)):
        inverse[:, j] = qr.solve(unit)
    return inverse @ inverse.T


def tested(estimates: Floats, variances: Floats, df: float | None) -> CoefficientTests:
    """Test every coefficient against 0; `df` None refers the statistic to the normal."""
    with np.errstate(all="ignore"):
        errors = np.sqrt(variances)
        statistics = estimates / errors
        if df is None:
            p_values = normal_two_sided(statistics)
        else:
            p_values = t_two_sided(statistics, df) if df > 0 else np.full(len(errors), np.nan)
    return CoefficientTests(estimates, errors, statistics, p_values)


def correlations(covariance: Floats) -> Floats:
    """Return the correlations of a covariance matrix."""
    scale = np.sqrt(np.diag(covariance))
    return np.asarray(covariance / np.outer(scale, scale), dtype=np.float64)
