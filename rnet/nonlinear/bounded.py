"""Nonlinear least squares within bounds: the one file here that asks SciPy's `least_squares`.

R's "port" is NL2SOL (Dennis, Gay and Welsch 1981, ACM TOMS 7:348); SciPy's rectangular trust
regions end in the same place by other steps, so iterations and evaluations are counted otherwise.
Derivatives are central differences: forward ones leave the fifth digit of a flat minimum open.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.nonlinear.gauss_newton import Ending, Show
from rnet.nonlinear.models import LeastSquaresModel
from rnet.nonlinear.nls_control import NlsControl
from rnet.nonlinear.print_nls import port_line
from rnet.nonlinear.start_values import Start

Doubles = npt.NDArray[np.float64]
RELATIVE = 1e-12
NEGLIGIBLE_FALL = 1e-10  # R's tolerance of the fall that is still promised
LAST_STEPS = 3
OUTSIDE, REDUCED, MOVED, LIMIT = 300, 4, 3, 10
MESSAGES = {
    OUTSIDE: "initial par violates constraints",
    REDUCED: "relative convergence (4)",
    MOVED: "X-convergence (3)",
    LIMIT: "iteration limit reached without convergence (10)",
}


def bounded(
    model: LeastSquaresModel,
    start: Start,
    control: NlsControl,
    show: Show | None,
    lower: Any,
    upper: Any,
) -> Ending:
    """Minimise the sum of squares within bounds of the parameters."""
    low, high = bound(lower, start), bound(upper, start)
    first = model.at(start.values)
    if np.any(start.values < low) or np.any(start.values > high):
        return _ending(model, start.values, 0, (1, 1), OUTSIDE, control)
    if first.is_singular:
        raise RError(
            "singular gradient matrix at initial parameter estimates",
            "Two parameters do the same there: start elsewhere, or leave one out.",
        )
    from scipy.optimize import least_squares  # noqa: PLC0415 - SciPy is heavy

    visited: list[Doubles] = [start.values]

    def residuals(parameters: Doubles) -> Doubles:
        return model.at(parameters).residuals

    def slopes(parameters: Doubles) -> Doubles:
        if not np.array_equal(parameters, visited[-1]):
            visited.append(parameters.copy())
        return -model.slopes(model.at(parameters))

    found = least_squares(
        residuals,
        start.values, slopes, bounds=(low, high), method="dogbox", x_scale="jac",
        ftol=RELATIVE, xtol=RELATIVE, gtol=None, max_nfev=int(control.maxiter) * 4,
    )  # fmt: skip
    if show:
        for number, parameters in enumerate(visited):
            half = model.at(parameters).deviance / 2
            show(port_line(number, half, parameters) + "\n")
    place = _polished(model, np.asarray(found.x, dtype=np.float64), low, high)
    reached = model.at(place).offset(control.scaleOffset) ** 2 <= NEGLIGIBLE_FALL
    code = REDUCED if reached else {0: LIMIT, 3: MOVED}.get(int(found.status), REDUCED)
    counts = (int(found.nfev), int(found.njev or 0))
    return _ending(model, place, len(visited) - 1, counts, code, control)


def _polished(
    model: LeastSquaresModel, parameters: Doubles, low: Doubles, high: Doubles
) -> Doubles:
    """Add the last Gauss-Newton steps where no bound is near."""
    for _ in range(LAST_STEPS):
        point = model.at(parameters)
        moved = parameters + point.step()
        if np.any(moved <= low) or np.any(moved >= high):
            break
        if not model.at(moved).deviance <= point.deviance:
            break
        parameters = moved
    return parameters


def bound(given: Any, start: Start) -> Doubles:
    """Return bounds, one a parameter; of a mapping in its order, as R takes them."""
    values = [*given.values()] if isinstance(given, Mapping) else given
    return np.resize(np.atleast_1d(np.asarray(values, np.float64)), len(start.values))


def _ending(
    model: LeastSquaresModel,
    parameters: Doubles,
    iterations: int,
    counts: Sequence[int],
    code: int,
    control: NlsControl,
) -> Ending:
    point = model.at(np.asarray(parameters, dtype=np.float64))
    offset = point.offset(control.scaleOffset)
    return Ending(point, iterations, offset, code, MESSAGES[code], (int(counts[0]), int(counts[1])))
