"""`scale`: train on standardised columns, report weights for the columns as they are."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.neural.exclude import FixedWeights
from rnet.neural.network import Layout

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Scaling:
    """Means and standard deviations of the columns; 0 and 1 for columns left as they are.

    Attributes
    ----------
    centre, spread : ndarray, shape (predictors,)
    response_centre, response_spread : ndarray, shape (responses,)
    """

    centre: Doubles
    spread: Doubles
    response_centre: Doubles
    response_spread: Doubles

    def covariate(self, original: Doubles) -> Doubles:
        """Return standardised predictors."""
        return np.ascontiguousarray((original - self.centre) / self.spread)

    def response(self, original: Doubles) -> Doubles:
        """Return standardised responses."""
        return np.ascontiguousarray((original - self.response_centre) / self.response_spread)

    def original_weights(self, weights: Sequence[Doubles]) -> list[Doubles]:
        """Return weights that do to the original columns what `weights` do to standardised ones."""
        found = [matrix.copy() for matrix in weights]
        found[0][1:] /= self.spread[:, None]
        found[0][0] -= self.centre @ found[0][1:]
        found[-1] *= self.response_spread
        found[-1][0] += self.response_centre
        return found


def standardisation(covariate: Doubles, response: Doubles, scales_response: bool) -> Scaling:
    """Return the scaling of columns, by R's `scale`: mean 0 and standard deviation 1.

    Parameters
    ----------
    covariate : ndarray, shape (n, predictors)
    response : ndarray, shape (n, responses)
    scales_response : bool
        Only a linear output can be brought back to the response's scale.

    Notes
    -----
    A constant column is left as it is.
    """
    centre, spread = _moments(covariate)
    if scales_response:
        return Scaling(centre, spread, *_moments(response))
    return Scaling(centre, spread, np.zeros(response.shape[1]), np.ones(response.shape[1]))


def _moments(columns: Doubles) -> tuple[Doubles, Doubles]:
    with np.errstate(all="ignore"):
        spread = np.std(columns, axis=0, ddof=1) if len(columns) > 1 else np.zeros(columns.shape[1])
        usable = np.isfinite(spread) & (spread > 0)
        centre = np.where(usable, np.mean(columns, axis=0), 0.0)
    return centre, np.where(usable, spread, 1.0)


def check_scalable(fixed: FixedWeights, layout: Layout) -> None:
    """Refuse fixed weights that would mean something else on the original scale.

    Raises
    ------
    RError
        For constants other than 0, and fixed intercepts.
    """
    names = layout.names(["x"] * layout.units[0], ["y"] * layout.units[-1])
    intercepts = [position for position in fixed.positions if names[position].startswith("Inter")]
    if intercepts or (fixed.values != 0).any():
        raise RError(
            "scale=True does not go with excluded intercepts or constant weights",
            "They would hold for the standardised columns only; scale the columns yourself.",
        )
