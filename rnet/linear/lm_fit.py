"""Weighted least squares on arrays, as R's lm.fit and lm.wfit leave it."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnet.linear.qr import (
    NEGLIGIBLE,
    Reflections,
    coefficients,
    decompose,
    linear_combination,
    residual_part,
)

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class LeastSquares:
    """A least squares fit of n observations on p columns.

    Attributes
    ----------
    coefficients : ndarray, shape (p,)
        NaN for collinear columns.
    residuals, fitted_values : ndarray, shape (n,)
        On the scale of the response; the offset is part of the fitted values.
    effects : ndarray, shape (m,)
        Q'y of the m observations with a positive weight.
    qr : Reflections
        Of the weighted matrix, shape (m, p).
    df_residual : int
        m minus the rank.
    """

    coefficients: Floats
    residuals: Floats
    fitted_values: Floats
    effects: Floats
    qr: Reflections
    df_residual: int

    @property
    def rank(self) -> int:
        """Number of coefficients that could be estimated."""
        return self.qr.rank


def lm_fit(
    matrix: Floats,
    response: Floats,
    weights: Floats | None = None,
    offset: Floats | None = None,
    tolerance: float = NEGLIGIBLE,
) -> LeastSquares:
    """Fit by least squares.

    Parameters
    ----------
    matrix : ndarray, shape (n, p)
    response : ndarray, shape (n,)
    weights : ndarray, shape (n,), optional
        Not negative; observations of weight zero do not take part.
    offset : ndarray, shape (n,), optional
    tolerance : float
        Below this share of its norm a column counts as collinear.
    """
    target = response if offset is None else response - offset
    whole = weights is None or bool(np.all(weights > 0))
    used = slice(None) if whole or weights is None else weights > 0
    root = None if weights is None else np.sqrt(weights[used])
    effects = np.array(target[used]) if root is None else target[used] * root
    qr = decompose(matrix[used], tolerance, root, carried=effects)
    estimate = coefficients(qr, effects)
    residuals = residual_part(qr, effects)
    if root is not None:
        residuals /= root
    if not whole:
        residuals, known = target - linear_combination(matrix, estimate), residuals
        residuals[used] = known
    fitted_values = target - residuals if offset is None else (target - residuals) + offset
    return LeastSquares(estimate, residuals, fitted_values, effects, qr, len(effects) - qr.rank)
