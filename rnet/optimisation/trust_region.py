"""Quasi-Newton minimisation with a trust region, R's "nlminb".

Gay (1983, ACM TOMS 9:503, algorithm 611): secant updates, double dogleg steps, and the radius
assessed as in Dennis, Gay and Welsch (1981, ACM TOMS 7:348).
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from rnet.optimisation.double_dogleg import Candidate, double_dogleg

Doubles = npt.NDArray[np.float64]
LITTLE, ENOUGH, GOOD = 0.1, 1e-4, 0.75  # of the fall that was promised
GRADIENT_CLOSE, GRADIENT_STEEP = 0.5, 0.75
WIDER, WIDEST, NARROWEST = 2.0, 4.0, 0.1
DAMPED = 0.1
X, RELATIVE, BOTH, ABSOLUTE, SINGULAR, FALSE, EVALUATIONS, ITERATIONS = range(3, 11)


@dataclass(slots=True, eq=False)
class Walk:
    """A function being minimised, and the rules of stopping.

    Attributes
    ----------
    value : callable
    slopes : callable
        From a point, its value and the Hessian's diagonal to the gradient.
    curvature : callable or None
        From a point to the Hessian.
    rel_tol, x_tol, xf_tol, abs_tol, step_max : float
    iter_max, eval_max : int
    report : callable
        Told of every iteration: number, value, point.
    functions : int
        How often it was evaluated.
    """

    value: Callable[[Doubles], float]
    slopes: Callable[[Doubles, float, Doubles], Doubles]
    curvature: Callable[[Doubles], Doubles] | None
    rel_tol: float
    x_tol: float
    xf_tol: float
    abs_tol: float
    step_max: float
    iter_max: int
    eval_max: int
    report: Callable[[int, float, Doubles], None]
    functions: int = field(default=0)

    def at(self, x: Doubles) -> float:
        """Return the value, infinite where there is none; counted."""
        self.functions += 1
        found = self.value(x)
        return found if np.isfinite(found) else np.inf

    def gradient(self, x: Doubles, value: float, hessian: Doubles) -> Doubles:
        """Return the gradient."""
        return self.slopes(x, value, np.diag(hessian))


@dataclass(frozen=True, slots=True, eq=False)
class Taken:
    """A step taken: where to, the value there, the candidate, radius factor, why to stop."""

    x: Doubles
    value: float
    candidate: Candidate
    factor: float
    unsure: bool
    code: int


def walk_downhill(walk: Walk, start: Doubles) -> tuple[Doubles, float, int, int]:
    """Return the minimum found, its value, iterations and the code of the end."""
    x, value = start, walk.at(start)
    hessian = np.eye(len(x)) if walk.curvature is None else _definite(walk.curvature(x))
    gradient, radius, iteration = walk.gradient(x, value, hessian), walk.step_max, 0
    walk.report(0, value, x)
    while True:
        if iteration >= walk.iter_max:
            walk.report(iteration, value, x)
            return x, value, iteration, ITERATIONS
        if not np.any(gradient):
            return x, value, iteration + 1, BOTH
        iteration += 1
        taken = _one_step(walk, x, value, gradient, hessian, radius)
        before, old = gradient, x
        x, value = taken.x, taken.value
        gradient = walk.gradient(x, value, hessian)
        walk.report(iteration, value, x)
        if taken.code:
            return x, value, iteration, taken.code
        factor = taken.factor
        if taken.unsure and _gradient_allows(taken.candidate, before, gradient, hessian):
            factor = WIDER
        radius = factor * taken.candidate.length
        if walk.curvature is None:
            hessian = updated(hessian, x - old, gradient - before)
        else:
            hessian = _definite(walk.curvature(x))


def _one_step(
    walk: Walk, x: Doubles, value: float, gradient: Doubles, hessian: Doubles, radius: float
) -> Taken:
    """Try radii until a step is worth taking."""
    shrunk, good = False, None
    while True:
        if walk.functions >= walk.eval_max:
            spent = good or Taken(x, value, double_dogleg(gradient, hessian, radius), 1.0, False, 0)
            return replace(spent, code=EVALUATIONS)
        tried = double_dogleg(gradient, hessian, radius)
        place = x + tried.step
        found = walk.at(place)
        if good is not None and found >= good.value:
            return good
        fall = value - found
        code = _code(walk, x, value, place, found, tried)
        if fall <= ENOUGH * tried.fall:
            if code:
                kept = (place, found) if fall > 0 else (x, value)
                return Taken(*kept, tried, 1.0, False, code)
            if _relative_change(x, place) <= walk.xf_tol:
                return Taken(x, value, tried, 1.0, False, FALSE)
            radius, shrunk = _narrower(tried.slope, fall) * tried.length, True
            continue
        factor, unsure, again = _judged(tried, fall, shrunk=shrunk)
        if code or not again:
            return Taken(place, found, tried, factor, unsure, code)
        good = Taken(place, found, tried, 1.0, False, 0)
        radius = factor * tried.length


def _judged(tried: Candidate, fall: float, *, shrunk: bool) -> tuple[float, bool, bool]:
    """Return the radius factor, whether the gradient has a say, whether to try a longer step."""
    if fall <= LITTLE * tried.fall:
        return _narrower(tried.slope, fall), False, False
    if fall < GOOD * tried.fall:
        return 1.0, True, False
    if shrunk or fall < (0.5 / WIDER - 1) * tried.slope:
        return 1.0, False, False
    factor = WIDEST
    if fall < (0.5 / WIDEST - 1) * tried.slope:
        factor = max(WIDER, 0.5 * tried.slope / (tried.slope + fall))
    return factor, False, tried.kind >= 1


def _narrower(slope: float, fall: float) -> float:
    """Return Fletcher's factor: where the parabola along the step is least."""
    least = slope + fall
    if not np.isfinite(least):
        return NARROWEST
    return max(NARROWEST, 0.5 * slope / least) if least < slope else 0.5


def _relative_change(x: Doubles, place: Doubles) -> float:
    size = float(np.max(np.abs(x) + np.abs(place)))
    return float(np.max(np.abs(place - x))) / size if size > 0 else 0.0


def _code(
    walk: Walk, x: Doubles, value: float, place: Doubles, found: float, tried: Candidate
) -> int:
    """Return why to stop after a step, 0 to go on."""
    if abs(found) < walk.abs_tol:
        return ABSOLUTE
    if (value - found) / 2 > tried.fall:
        return 0
    relative = tried.newton_fall <= walk.rel_tol * abs(value)
    near = tried.kind == 0 and _relative_change(x, place) <= walk.x_tol
    return {(True, True): BOTH, (True, False): RELATIVE, (False, True): X}.get((relative, near), 0)


def _gradient_allows(taken: Candidate, before: Doubles, after: Doubles, hessian: Doubles) -> bool:
    """Whether the new gradient says that a longer step would have been good."""
    surprise = after - before - hessian @ taken.step
    close = np.linalg.norm(surprise) < GRADIENT_CLOSE * np.linalg.norm(before)
    return bool(close or after @ taken.step < GRADIENT_STEEP * taken.slope)


def updated(hessian: Doubles, step: Doubles, change: Doubles) -> Doubles:
    """Return the BFGS update, damped so that it stays positive definite (Powell 1978)."""
    image = hessian @ step
    bent, curvature = float(step @ image), float(step @ change)
    if curvature < DAMPED * bent:
        share = (1 - DAMPED) * bent / (bent - curvature)
        change = share * change + (1 - share) * image
        curvature = float(step @ change)
    if bent <= 0 or curvature <= 0:
        return hessian
    return hessian - np.outer(image, image) / bent + np.outer(change, change) / curvature


def _definite(hessian: Doubles) -> Doubles:
    """Return a Hessian made positive definite."""
    values, vectors = np.linalg.eigh((hessian + hessian.T) / 2)
    floor = 1e-8 * max(float(np.max(np.abs(values))), 1e-300)
    return np.asarray((vectors * np.maximum(np.abs(values), floor)) @ vectors.T)
