"""A least squares problem kept as its triangle, to which further cases can be joined.

The matrix X of any number of cases enters a fit only through the triangular factor R of X = QR,
the effects Q'y and what is left of y. Two sets of cases are joined by decomposing their triangles
one above the other (Golub and Van Loan, Matrix Computations, section 6.5.3). The columns of R have
the lengths of those of X, before and after each reflection: R's rule for collinear columns
therefore finds in the last triangle what it would find in the whole matrix.
"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from rnet.linear.lm_fit import LeastSquares
from rnet.linear.qr import Reflections, coefficients, decompose
from rnet.sums import extended_sum

Floats: TypeAlias = npt.NDArray[np.float64]

NO_PIVOTING = 0.0
"""No column is shorter than this share of itself."""


@dataclass(frozen=True, slots=True)
class Triangle:
    """What a set of cases tells about p coefficients.

    Attributes
    ----------
    upper : ndarray, shape (p, p)
        The triangular factor of the (weighted) design matrix, columns in their order.
    effects : ndarray, shape (p,)
        The first p elements of Q'y.
    residual : float
        The sum of squares of its other elements.
    """

    upper: Floats
    effects: Floats
    residual: float


def triangle_of(matrix: Floats, response: Floats, root: Floats | None = None) -> Triangle:
    """Return the triangle of m cases.

    Parameters
    ----------
    matrix : ndarray, shape (m, p)
    response : ndarray, shape (m,)
    root : ndarray, shape (m,), optional
        The roots of the cases' weights.
    """
    p = matrix.shape[1]
    carried = np.array(response) if root is None else response * root
    qr = decompose(matrix, NO_PIVOTING, root, carried=carried)
    upper, effects = np.zeros((p, p), order="F"), np.zeros(p)
    rows = min(p, len(carried))
    upper[:rows] = np.triu(qr.packed[:rows], 1)
    np.fill_diagonal(upper, qr.diagonal)
    effects[:rows] = carried[:rows]
    return Triangle(upper, effects, extended_sum(carried[rows:] ** 2))


def joined(first: Triangle, second: Triangle) -> Triangle:
    """Return the triangle of the cases of both."""
    upper = np.vstack([first.upper, second.upper])
    both = triangle_of(upper, np.concatenate([first.effects, second.effects]))
    return Triangle(both.upper, both.effects, both.residual + first.residual + second.residual)


def solved(triangle: Triangle, tolerance: float) -> tuple[Floats, Floats, Reflections, float]:
    """Solve the least squares problem.

    Returns
    -------
    coefficients : ndarray, shape (p,)
        NaN where collinear.
    effects : ndarray, shape (p,)
        Rotated onto the independent columns first.
    qr : Reflections
        Of the triangle, shape (p, p).
    residual : float
        The residual sum of squares.
    """
    effects = triangle.effects.copy()
    qr = decompose(triangle.upper, tolerance, carried=effects)
    residual = triangle.residual + extended_sum(effects[qr.rank :] ** 2)
    return coefficients(qr, effects), effects, qr, residual


def least_squares(triangle: Triangle, used: int, tolerance: float) -> tuple[LeastSquares, float]:
    """Return the fit, without values for the cases, and the residual sum of squares.

    Parameters
    ----------
    triangle : Triangle
    used : int
        How many cases have a positive weight.
    tolerance : float
    """
    estimate, effects, qr, residual = solved(triangle, tolerance)
    nothing = np.zeros(0)
    return LeastSquares(estimate, nothing, nothing, effects, qr, used - qr.rank), residual
