"""Predictions with standard errors, intervals and by terms, on arrays."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.formulas.model_matrix import DesignMatrix
from rnet.linear.qr import linear_combination
from rnet.values import NA

if TYPE_CHECKING:
    from rnet.linear.fitted_model import FittedModel

Floats: TypeAlias = npt.NDArray[np.float64]


def linear_predictor(design: DesignMatrix, coefficients: Floats, offset: Floats | None) -> Floats:
    """Return design times coefficients plus offset, shape (n,); NaN coefficients are left out."""
    eta = linear_combination(design.values, coefficients)
    return eta if offset is None else eta + offset


def prediction_variances(fit: "FittedModel", matrix: Floats, scale_squared: float) -> Floats:
    """Return the variances of the linear predictors of rows, shape (m, p); result (m,)."""
    inverse = _inverse(fit)
    scores = matrix[:, fit.estimated] @ inverse
    return np.asarray(np.sum(scores**2, axis=1) * scale_squared, dtype=np.float64)


def _inverse(fit: "FittedModel") -> Floats:
    """Return the inverse of the triangular factor, shape (rank, rank)."""
    qr = fit.decomposition
    inverse = np.zeros((qr.rank, qr.rank))
    for j, unit in enumerate(np.eye(qr.rank)):
        inverse[:, j] = qr.solve(unit)
    return inverse


@dataclass(frozen=True, slots=True)
class Contributions:
    """What each of t terms adds to the linear predictors of m rows, centred.

    Attributes
    ----------
    labels : list of str
        The terms.
    values, variances : ndarray, shape (m, t)
    constant : float
        What the terms are centred by; 0 without an intercept.
    """

    labels: list[str]
    values: Floats
    variances: Floats
    constant: float


def contributions(
    fit: "FittedModel",
    matrix: Floats,
    scale_squared: float,
    chosen: Sequence[str | int] | None = None,
) -> Contributions:
    """Split linear predictors of rows, shape (m, p), into terms.

    Parameters
    ----------
    fit : FittedModel
    matrix : ndarray, shape (m, p)
    scale_squared : float
        Multiplies the variances.
    chosen : sequence of str or int, optional
        Terms by label or number from 1; all by default.
    """
    design, labels = fit.model_data.design, list(fit.terms.labels)
    centre = np.zeros(matrix.shape[1])
    if fit.terms.intercept:
        centre = fit.predictor_means
    estimates = fit.estimates
    known = ~np.isnan(estimates)
    constant = float(np.sum(centre[known] * estimates[known])) if fit.terms.intercept else 0.0
    inverse = _inverse(fit)
    wanted = _positions(chosen, labels)
    values, variances = np.zeros((len(matrix), len(wanted))), np.zeros((len(matrix), len(wanted)))
    for place, number in enumerate(wanted):
        inside = np.flatnonzero(design.assign[fit.estimated] == number + 1)
        columns = fit.estimated[inside]
        centred = matrix[:, columns] - centre[columns]
        values[:, place] = centred @ estimates[columns]
        variances[:, place] = np.sum((centred @ inverse[inside]) ** 2, axis=1) * scale_squared
    return Contributions([labels[i] for i in wanted], values, variances, constant)


def _positions(chosen: Sequence[str | int] | None, labels: list[str]) -> list[int]:
    if chosen is None:
        return list(range(len(labels)))
    found = []
    for one in chosen:
        position = labels.index(one) if isinstance(one, str) and one in labels else one
        if isinstance(position, str) or not 0 <= position - (position is one) < len(labels):
            raise RError("subscript out of bounds", f"Terms are: {', '.join(labels)}.")
        found.append(int(position) - (position is one))
    return found


def limits(centre: Floats, variances: Floats, quantile: float) -> tuple[Floats, Floats]:
    """Return lower and upper limits; missing where the centre is."""
    half = quantile * np.sqrt(variances)
    half = np.where(np.isnan(centre), NA, half)
    return centre - half, centre + half
