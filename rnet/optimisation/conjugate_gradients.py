"""Conjugate gradients (Nash, Compact Numerical Methods, algorithm 22), R's "CG"."""

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.optimisation.objective import Minimum, Objective
from rnet.sums import ordered_sum

Doubles = npt.NDArray[np.float64]
ACCEPTABLE, BACKTRACK, RELATIVE_TEST, LONGER = 1e-4, 0.2, 10.0, 1.7


def conjugate_gradients(
    objective: Objective, start: Doubles, *, maxit: int, abstol: float, reltol: float, kind: int
) -> Minimum:
    """Go down along conjugate directions; `kind` 1 is Fletcher and Reeves, 2 Polak and Ribiere,
    3 Beale and Sorenson.
    """  # noqa: D205
    n, x, origin = len(start), start.copy(), start
    best = objective.value(x)
    if not np.isfinite(best):
        raise RError("Function cannot be evaluated at initial parameters", "Start elsewhere.")
    tolerance = reltol * n * np.sqrt(reltol)
    functions, gradients = 1, 0
    while True:
        direction, before = np.zeros(n), x.copy()
        cycle, length = 0, 1.0
        while True:
            cycle += 1
            unchanged = 0
            gradients += 1
            if gradients > maxit:
                return Minimum(origin, best, functions, gradients, 1)
            slopes, origin = objective.gradient(x), x
            size, scale = _sizes(slopes, before, direction, kind)
            before = slopes
            if size > tolerance:
                ratio = size / scale if scale > 0 else 1.0
                direction = direction * ratio - slopes
                x, best, used, unchanged, length = _searched(
                    objective, x, best, direction, ordered_sum(direction * slopes), length
                )
                functions += used
                length = min(LONGER * length, 1.0)
            else:
                length, unchanged = 1.0, n
            if unchanged == n or size <= tolerance or cycle == n:
                break
        if cycle == 1 and (unchanged == n or size <= tolerance or best <= abstol):
            return Minimum(x, best, functions, gradients)


def _sizes(slopes: Doubles, before: Doubles, direction: Doubles, kind: int) -> tuple[float, float]:
    change = slopes - before
    if kind == 1:
        return ordered_sum(slopes * slopes), ordered_sum(before * before)
    if kind == 2:
        return ordered_sum(slopes * change), ordered_sum(before * before)
    return ordered_sum(slopes * change), ordered_sum(direction * change)


def _searched(
    objective: Objective, origin: Doubles, best: float, direction: Doubles, slope: float,
    length: float,
) -> tuple[Doubles, float, int, int, float]:  # fmt: skip
    """Return the new point, its value, evaluations, coordinates unchanged and the step length."""
    used, n = 0, len(origin)
    while True:
        x = origin + length * direction
        unchanged = int((RELATIVE_TEST + origin == RELATIVE_TEST + x).sum())
        if unchanged == n:
            return x, best, used, n, length
        value = objective.value(x)
        used += 1
        if np.isfinite(value) and value <= best + slope * length * ACCEPTABLE:
            break
        length *= BACKTRACK
    further = origin + length / 2 * direction  # R tries half the step, never a parabola's
    other = objective.value(further)
    used += 1
    if other < value:
        return further, other, used, unchanged, length
    return x, value, used, unchanged, length
