"""The points of a ROC curve, the area under it and DeLong's variances."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnet.sums import extended_sum
from rnet.values import NA

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class RocPoints:
    """A ROC curve from the corner where every case is called positive to the opposite one.

    Attributes
    ----------
    thresholds : ndarray, shape (m,)
        Midway between neighbouring values, infinite at the ends.
    sensitivities, specificities : ndarray, shape (m,)
        Shares, from 1 falling to 0 and from 0 rising to 1.
    """

    thresholds: Doubles
    sensitivities: Doubles
    specificities: Doubles


def roc_points(controls: Doubles, cases: Doubles, *, cases_larger: bool) -> RocPoints:
    """Return the curve of all thresholds.

    Examples
    --------
    >>> points = roc_points(np.array([1.0, 2.0]), np.array([2.0, 3.0]), cases_larger=True)
    >>> points.thresholds.tolist(), points.sensitivities.tolist()
    ([-inf, 1.5, 2.5, inf], [1.0, 1.0, 0.5, 0.0])
    """
    distinct = np.unique(np.concatenate([controls, cases]))
    middles = np.concatenate([[-np.inf], (distinct[:-1] + distinct[1:]) / 2, [np.inf]])
    thresholds = middles if cases_larger else middles[::-1]
    found, left = rates_at(thresholds, controls, cases, cases_larger=cases_larger)
    return RocPoints(thresholds, found, left)


def rates_at(
    thresholds: Doubles, controls: Doubles, cases: Doubles, *, cases_larger: bool
) -> tuple[Doubles, Doubles]:
    """Return sensitivities and specificities; a value equal to the threshold is positive."""
    if not cases_larger:
        thresholds, controls, cases = -thresholds, -controls, -cases
    found = len(cases) - np.searchsorted(np.sort(cases), thresholds, side="left")
    left = np.searchsorted(np.sort(controls), thresholds, side="left")
    return found / len(cases), left / len(controls)


def area(points: RocPoints) -> float:
    """Return the area under the curve by the trapezoidal rule, in the unit of rates squared."""
    return _integral(points.specificities, points.sensitivities)


def partial_area(points: RocPoints, low: float, high: float, *, over_specificity: bool) -> float:
    """Return the area between two specificities, or beside two sensitivities.

    The rates of `points` may be percentages; the area is in their unit squared.
    """
    along, across = points.specificities, points.sensitivities
    if not over_specificity:
        along, across = points.sensitivities[::-1], points.specificities[::-1]
    inside = (along >= low) & (along <= high)
    x = np.concatenate([[low], along[inside], [high]])
    ends = _height(low, along, across, upper=False), _height(high, along, across, upper=True)
    return _integral(x, np.concatenate([[ends[0]], across[inside], [ends[1]]]))


def corrected_area(value: float, low: float, high: float) -> float:
    """Return McClish's standardized partial area: 0.5 is chance, 1 perfect."""
    smallest = ((1 - low) ** 2 - (1 - high) ** 2) / 2
    return (1 + (value - smallest) / (high - low - smallest)) / 2


def placements(controls: Doubles, cases: Doubles, *, cases_larger: bool) -> tuple[Doubles, Doubles]:
    """Return, for each control and each case, the share of the other group it stands right to.

    Notes
    -----
    DeLong, DeLong and Clarke-Pearson (1988), Biometrics 44, 837-845.
    """
    if not cases_larger:
        controls, cases = -controls, -cases
    return 1 - _share_below(np.sort(cases), controls), _share_below(np.sort(controls), cases)


def delong_covariance(first: tuple[Doubles, Doubles], second: tuple[Doubles, Doubles]) -> float:
    """Return DeLong's covariance of the areas of two curves, a variance when they are one."""
    return sum(_covariance(one, other) / len(one) for one, other in zip(first, second, strict=True))


def _share_below(ordered: Doubles, values: Doubles) -> Doubles:
    below = np.searchsorted(ordered, values, side="left")
    up_to = np.searchsorted(ordered, values, side="right")
    return (below + up_to) / (2 * len(ordered))


def _covariance(x: Doubles, y: Doubles) -> float:
    if len(x) < 2:
        return NA
    return float((x - x.mean()) @ (y - y.mean()) / (len(x) - 1))


def _integral(x: Doubles, y: Doubles) -> float:
    return extended_sum(np.diff(x) * (y[1:] + y[:-1])) / 2


def _height(place: float, along: Doubles, across: Doubles, *, upper: bool) -> float:
    """Return the curve's height beside a bound, between two points on the line."""
    exact = np.flatnonzero(along == place)
    if len(exact):
        return float(across[exact[-1] if upper else exact[0]])
    return float(np.interp(place, along, across))
