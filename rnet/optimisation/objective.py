"""A function to be minimised, scaled, with its derivatives, and what a minimiser finds."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError

Doubles = npt.NDArray[np.float64]
HUGE = 1e35  # what a value that is not finite counts as


@dataclass(frozen=True, slots=True, eq=False)
class Objective:
    """A function of scaled parameters, and its gradient.

    Attributes
    ----------
    function : callable
        From parameters, shape (p,), to a number.
    derivative : callable or None
        From parameters to the gradient; None for differences.
    fnscale : float
        What values are divided by.
    parscale, ndeps : ndarray, shape (p,)
        What parameters are divided by, and the steps of differences of scaled parameters.
    lower, upper : ndarray, shape (p,)
        Bounds that differences respect.
    """

    function: Callable[[Doubles], Any]
    derivative: Callable[[Doubles], Any] | None
    fnscale: float
    parscale: Doubles
    ndeps: Doubles
    lower: Doubles
    upper: Doubles

    def value(self, scaled: Doubles) -> float:
        """Return the scaled value at scaled parameters."""
        found = np.asarray(self.function(scaled * self.parscale), dtype=np.float64).ravel()
        if len(found) != 1:
            raise RError(
                f"objective function in optim evaluates to length {len(found)} not 1",
                "It must return one number.",
            )
        return float(found[0]) / self.fnscale

    def finite(self, scaled: Doubles) -> float:
        """Return the value, a huge one where it is not finite."""
        found = self.value(scaled)
        return found if np.isfinite(found) else HUGE

    def gradient(self, scaled: Doubles) -> Doubles:
        """Return the gradient in scaled parameters, shape (p,)."""
        if self.derivative is None:
            return self._differences(scaled)
        found = np.asarray(self.derivative(scaled * self.parscale), dtype=np.float64).ravel()
        if len(found) != len(scaled):
            raise RError(
                f"gradient in optim evaluated to length {len(found)} not {len(scaled)}",
                "One slope a parameter.",
            )
        return found * self.parscale / self.fnscale

    def _differences(self, scaled: Doubles) -> Doubles:
        slopes = np.zeros(len(scaled))
        for place in range(len(scaled)):
            points, steps = [], []
            for sign, bound in ((1.0, self.upper[place]), (-1.0, self.lower[place])):
                step = float(self.ndeps[place])
                moved = scaled[place] + sign * step
                if sign * moved > sign * bound:
                    moved, step = bound, sign * (bound - scaled[place])
                point = scaled.copy()
                point[place] = moved
                points.append(self.value(point))
                steps.append(step)
            slopes[place] = (points[0] - points[1]) / (steps[0] + steps[1])
        if not np.isfinite(slopes).all():
            bad = int(np.flatnonzero(~np.isfinite(slopes))[0]) + 1
            raise RError(f"non-finite finite-difference value [{bad}]", "Start elsewhere.")
        return slopes


@dataclass(frozen=True, slots=True, eq=False)
class Minimum:
    """What a minimiser found.

    Attributes
    ----------
    parameters : ndarray, shape (p,)
        Scaled.
    value : float
        Scaled.
    functions, gradients : int or None
        How often both were evaluated.
    convergence : int
        0, or R's code of why it stopped.
    message : str or None
    """

    parameters: Doubles
    value: float
    functions: int | None
    gradients: int | None
    convergence: int = 0
    message: str | None = None
