"""Least squares by Householder QR with limited column pivoting (R page `?qr`)."""

import numpy as np
import numpy.typing as npt

from rnet.formulas.householder import NEGLIGIBLE, Reflections, decompose
from rnet.values import NA

Floats = npt.NDArray[np.float64]

__all__ = [
    "NEGLIGIBLE",
    "Floats",
    "Reflections",
    "coefficients",
    "decompose",
    "linear_combination",
    "residual_part",
]


def coefficients(qr: Reflections, effects: Floats) -> Floats:
    """Return the coefficients in the order of the matrix's columns, NA for collinear ones."""
    solution = np.full(len(qr.pivot), NA)
    solution[qr.pivot[: qr.rank]] = qr.solve(effects)
    return solution


def residual_part(qr: Reflections, effects: Floats) -> Floats:
    """Return the residuals: what the effects beyond the rank rotate back to."""
    rest = effects.copy()
    rest[: qr.rank] = 0.0
    return qr.times(rest)


def linear_combination(matrix: Floats, coefficients: Floats) -> Floats:
    """Return matrix (n, p) times coefficients (p,), column after column; NaN ones are left out.

    Examples
    --------
    >>> linear_combination(np.array([[1.0, 2.0]]), np.array([3.0, np.nan])).tolist()
    [3.0]
    """
    found = np.zeros(len(matrix))
    for j in np.flatnonzero(~np.isnan(coefficients)):
        found += matrix[:, j] * coefficients[j]
    return found
