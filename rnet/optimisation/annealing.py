"""Simulated annealing (Belisle 1992, Journal of Applied Probability 29:885), R's "SANN"."""

import math
from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from rnet.optimisation.objective import HUGE, Minimum, Objective
from rnet.rng.state import generator

Doubles = npt.NDArray[np.float64]
# Measured: with temp = 10 R's first step over its normal draw is 1.0000000104694979, 1 / log(this).
EULER = 2.7182818


def annealing(
    objective: Objective,
    start: Doubles,
    *,
    maxit: int,
    tmax: int,
    temp: float,
    candidate: Callable[[Doubles], Doubles] | None,
) -> Minimum:
    """Walk at random, downhill always and uphill the more seldom the cooler it is.

    Parameters
    ----------
    start : ndarray, shape (p,)
    maxit : int
        Evaluations.
    tmax : int
        Evaluations at each temperature.
    temp : float
        The first temperature.
    candidate : callable, optional
        From a point to the next one to try; by default normal steps as wide as the temperature.
    """
    draw = generator()
    x = best_x = start.copy()
    value = best = objective.finite(start)

    def propose(at: Doubles, width: float) -> Doubles:
        return at + width * draw.normal(len(at)) if candidate is None else candidate(at)

    step = 1
    while step < maxit:
        heat = temp / math.log(((step // tmax) * tmax) + EULER)
        for _ in range(tmax):
            if step >= maxit:
                break
            point = propose(x, heat / temp)
            found = min(objective.finite(point), HUGE)
            rise = found - value
            if rise <= 0 or draw.uniform(1)[0] < math.exp(-rise / heat):
                x, value = point, found
                if value <= best:
                    best, best_x = value, x
            step += 1
    return Minimum(best_x, best, maxit, None)
