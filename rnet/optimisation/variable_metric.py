"""The variable metric method (Nash, Compact Numerical Methods, algorithm 21), R's "BFGS"."""

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.optimisation.objective import Minimum, Objective
from rnet.sums import ordered_sum

Doubles = npt.NDArray[np.float64]
ACCEPTABLE, BACKTRACK, RELATIVE_TEST = 1e-4, 0.2, 10.0


def variable_metric(  # noqa: C901, PLR0912, PLR0915 - the published algorithm in one piece
    objective: Objective, start: Doubles, *, maxit: int, abstol: float, reltol: float
) -> Minimum:
    """Go down along an approximate inverse of the Hessian; parameters as `nelder_mead`."""
    n, x = len(start), start.copy()
    best = value = objective.value(x)
    if not np.isfinite(value):
        raise RError("initial value in 'vmmin' is not finite", "Start elsewhere.")
    if maxit <= 0:
        return Minimum(x, best, 0, 0)
    functions = gradients = iteration = reset = 1
    slope_at, metric = objective.gradient(x), np.eye(n)
    while True:
        if reset == gradients:
            metric = np.eye(n)
        origin, before = x.copy(), slope_at
        step = _direction(metric, before)
        slope = ordered_sum(step * before)
        unchanged = 0
        if slope < 0.0:
            length = 1.0
            while True:
                x = origin + length * step
                unchanged = int((RELATIVE_TEST + origin == RELATIVE_TEST + x).sum())
                if unchanged == n:
                    break
                value = objective.value(x)
                functions += 1
                if np.isfinite(value) and value <= best + slope * length * ACCEPTABLE:
                    break
                length *= BACKTRACK
            enough = value > abstol and abs(value - best) > reltol * (abs(best) + reltol)
            if not enough:
                unchanged, best = n, value
            if unchanged < n:
                best = value
                slope_at = objective.gradient(x)
                gradients += 1
                iteration += 1
                updated = _updated(metric, length * step, slope_at - before)
                if updated is None:
                    reset = gradients
                else:
                    metric = updated
            elif reset < gradients:
                unchanged, reset = 0, gradients
        else:
            unchanged = n if reset == gradients else 0
            reset = gradients
        if iteration >= maxit:
            break
        if gradients - reset > 2 * n:
            reset = gradients
        if unchanged == n and reset == gradients:
            break
    return Minimum(x, best, functions, gradients, int(iteration >= maxit))


def _direction(metric: Doubles, slopes: Doubles) -> Doubles:
    step = np.zeros(len(slopes))
    for column, slope in zip(metric.T, slopes, strict=True):
        step -= column * slope
    return step


def _updated(metric: Doubles, step: Doubles, change: Doubles) -> Doubles | None:
    """Return the metric after a step, None where the curvature along it is not positive."""
    curvature = ordered_sum(step * change)
    if not curvature > 0:
        return None
    image = -_direction(metric, change)
    ratio = 1.0 + ordered_sum(image * change) / curvature
    bent = np.outer(ratio * step, step) - np.outer(image, step) - np.outer(step, image)
    lower = np.tril(metric + bent / curvature)
    return np.asarray(lower + np.tril(lower, -1).T)
