"""What a least squares fit would be without each of its observations, on arrays.

Belsley, Kuh and Welsch, Regression Diagnostics (1980), chapter 2; R page `?lm.influence`.
"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from rnet.linear.qr import Reflections

Floats: TypeAlias = npt.NDArray[np.float64]

NEARLY_ONE = 10 * float(np.finfo(np.float64).eps)


@dataclass(frozen=True, slots=True)
class LeaveOneOut:
    """Deletion diagnostics of m observations and k coefficients.

    Attributes
    ----------
    leverages : ndarray, shape (m,)
        The diagonal of the hat matrix.
    changes : ndarray, shape (m, k)
        How much each coefficient is larger than without the observation.
    scales : ndarray, shape (m,)
        Residual standard deviations without the observation.
    residuals : ndarray, shape (m,)
        The weighted residuals.
    unscaled_errors : ndarray, shape (k,)
        Standard errors of the coefficients by the residual standard deviation.
    """

    leverages: Floats
    changes: Floats
    scales: Floats
    residuals: Floats
    unscaled_errors: Floats


def leave_one_out(qr: Reflections, residuals: Floats, scale: float | None = None) -> LeaveOneOut:
    """Return the deletion diagnostics of weighted residuals, shape (m,).

    Parameters
    ----------
    qr : Reflections
        Of the weighted matrix, m rows.
    residuals : ndarray, shape (m,)
    scale : float, optional
        A known residual standard deviation; by default it is estimated without each observation.
    """
    orthogonal = _orthogonal(qr)
    inverse = np.zeros((qr.rank, qr.rank))
    for j, unit in enumerate(np.eye(qr.rank)):
        inverse[:, j] = qr.solve(unit)
    leverages = np.sum(orthogonal**2, axis=1)
    leverages[leverages > 1 - NEARLY_ONE] = 1.0
    whole = leverages >= 1
    rest = np.where(whole, 1.0, 1 - leverages)
    pull = np.where(whole, 0.0, residuals / rest)
    changes = (orthogonal * pull[:, np.newaxis]) @ inverse.T
    if scale is None:
        df = len(residuals) - qr.rank - 1
        left = np.sum(residuals**2) - np.where(whole, 0.0, residuals**2 / rest)
        with np.errstate(all="ignore"):
            scales = np.sqrt(np.maximum(left, 0.0) / np.float64(df))
    else:
        scales = np.full(len(residuals), scale)
    return LeaveOneOut(leverages, changes, scales, residuals, np.sqrt(np.sum(inverse**2, axis=1)))


def _orthogonal(qr: Reflections) -> Floats:
    """Return the first columns of Q, shape (m, rank)."""
    rows = qr.packed.shape[0]
    columns = np.zeros((rows, qr.rank))
    for j in range(qr.rank):
        unit = np.zeros(rows)
        unit[j] = 1.0
        columns[:, j] = qr.times(unit)
    return columns


def studentized(of: LeaveOneOut) -> Floats:
    """Return residuals by their standard deviation without the observation."""
    with np.errstate(all="ignore"):
        return _finite(of.residuals / (of.scales * np.sqrt(1 - of.leverages)))


def fit_changes(of: LeaveOneOut) -> Floats:
    """Return the scaled change of the observation's own fitted value (DFFITS)."""
    with np.errstate(all="ignore"):
        ratio = of.residuals * np.sqrt(of.leverages) / (of.scales * (1 - of.leverages))
    return _finite(ratio)


def scaled_changes(of: LeaveOneOut) -> Floats:
    """Return the changes of the coefficients by their standard errors (DFBETAS)."""
    with np.errstate(all="ignore"):
        return np.asarray(of.changes / np.outer(of.scales, of.unscaled_errors), dtype=np.float64)


def covariance_ratios(of: LeaveOneOut, df: int) -> Floats:
    """Return how much larger the determinant of the covariances is without the observation."""
    rank = len(of.unscaled_errors)
    with np.errstate(all="ignore"):
        square = studentized(of) ** 2
        ratio = 1 / ((1 - of.leverages) * ((df - 1 + square) / df) ** rank)
    return _finite(ratio)


def cooks(residuals: Floats, leverages: Floats, scale_squared: float, rank: int) -> Floats:
    """Return Cook's distances of weighted or Pearson residuals."""
    with np.errstate(all="ignore"):
        distance = (residuals / (1 - leverages)) ** 2 * leverages / (scale_squared * rank)
    return _finite(distance)


def standardized(residuals: Floats, leverages: Floats, scale_squared: float) -> Floats:
    """Return residuals by their standard deviation."""
    with np.errstate(all="ignore"):
        return _finite(residuals / np.sqrt(scale_squared * (1 - leverages)))


def _finite(values: Floats) -> Floats:
    return np.where(np.isinf(values), np.nan, values)
