"""Nelder and Mead's polytope as Nash has it (Compact Numerical Methods, algorithm 19)."""

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.optimisation.objective import Minimum, Objective

Doubles = npt.NDArray[np.float64]


def nelder_mead(  # noqa: C901, PLR0912 - the published algorithm in one piece
    objective: Objective,
    start: Doubles,
    *,
    maxit: int,
    abstol: float,
    reltol: float,
    alpha: float,
    beta: float,
    gamma: float,
) -> Minimum:
    """Move the worst corner of a polytope until the corners are about equally good.

    Parameters
    ----------
    start : ndarray, shape (p,)
    maxit : int
        Evaluations.
    abstol, reltol : float
        When to stop.
    alpha, beta, gamma : float
        Reflection, contraction, expansion.
    """
    n = len(start)
    first = objective.value(start)
    if not np.isfinite(first):
        raise RError("function cannot be evaluated at initial parameters", "Start elsewhere.")
    tolerance = reltol * (abs(first) + reltol)
    corners, old_size = _polytope(start)
    values = np.array([first] + [0.0] * n)
    count, best, stale, code = 1, 0, True, 0
    while True:
        if stale:
            for corner in range(n + 1):
                if corner != best:
                    values[corner] = objective.finite(corners[corner])
                    count += 1
            stale = False
        best, worst = _extremes(values, best)
        low, high = values[best], values[worst]
        if high <= low + tolerance or low <= abstol:
            break
        middle = _middle(corners, worst)
        point = (1.0 + alpha) * middle - alpha * corners[worst]
        reflected = objective.finite(point)
        count += 1
        if reflected < low:
            further = gamma * point + (1 - gamma) * middle
            value = objective.finite(further)
            count += 1
            corners[worst], values[worst] = (
                (further, value) if value < reflected else (point, reflected)
            )
        else:
            if reflected < high:
                corners[worst], values[worst] = point, reflected
            nearer = (1 - beta) * corners[worst] + beta * middle
            value = objective.finite(nearer)
            count += 1
            if value < values[worst]:
                corners[worst], values[worst] = nearer, value
            elif reflected >= high:
                stale = True
                corners = beta * (corners - corners[best]) + corners[best]
                size = float(np.abs(corners - corners[best]).sum())
                if size >= old_size:
                    code = 10
                    break
                old_size = size
        if count > maxit:
            code = 1
            break
    return Minimum(corners[best], float(values[best]), count, None, code)


def _polytope(start: Doubles) -> tuple[Doubles, float]:
    """Return the start and p corners beside it, shape (p + 1, p), and their size."""
    n = len(start)
    step = float(np.max(0.1 * np.abs(start), initial=0.0)) or 0.1
    corners, size = np.tile(start, (n + 1, 1)), 0.0
    for place in range(n):
        length = step
        while corners[place + 1, place] == start[place]:
            corners[place + 1, place] = start[place] + length
            length *= 10
        size += length
    return corners, size


def _extremes(values: Doubles, best: int) -> tuple[int, int]:
    """Return the best and the worst corner; of equals, the one known before."""
    low = high = best
    for corner, value in enumerate(values.tolist()):
        if corner != best:
            low = corner if value < values[low] else low
            high = corner if value > values[high] else high
    return low, high


def _middle(corners: Doubles, worst: int) -> Doubles:
    """Return the mean of all corners but the worst, summed in order."""
    total = -corners[worst]
    for corner in corners:
        total = total + corner
    return np.asarray(total / (len(corners) - 1))
