"""Iteratively reweighted least squares on arrays, as R's glm.fit iterates, stops and halves.

McCullagh and Nelder, Generalized Linear Models (1989), section 2.5; R page `?glm.fit`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError, warn
from rnet.linear.distributions import Distribution
from rnet.linear.glm_control import GlmControl
from rnet.linear.glm_point import NO_START, Point, Problem, is_possible, point_at, point_of
from rnet.linear.links import EPSILON
from rnet.linear.qr import NEGLIGIBLE, Reflections, coefficients, decompose
from rnet.values import NA

Floats: TypeAlias = npt.NDArray[np.float64]
Observer: TypeAlias = Callable[[int | None, float], None]
"""Told the deviance after each iteration, and with None after each halving of a step."""

OFFSET_ONLY = "Without coefficients the offset alone is the linear predictor."


@dataclass(frozen=True, slots=True)
class Step:
    """A weighted least squares step.

    Attributes
    ----------
    coefficients : ndarray, shape (p,)
        NaN where collinear.
    effects : ndarray, shape (m,)
        Of the m informative observations.
    qr : Reflections
        Of the weighted matrix, shape (m, p).
    weights : ndarray, shape (n,)
        Working weights; zero where an observation tells nothing.
    """

    coefficients: Floats
    effects: Floats
    qr: Reflections
    weights: Floats


@dataclass(frozen=True, slots=True)
class IrlsFit:
    """A generalized linear model fitted to n observations on p columns.

    Attributes
    ----------
    coefficients : ndarray, shape (p,)
        NaN for collinear columns.
    working_residuals, fitted_values, linear_predictors, working_weights : ndarray, shape (n,)
    step : Step or None
        The last step; None for a model without columns.
    deviance, aic : float
    iterations : int
    converged, at_boundary : bool
    """

    coefficients: Floats
    working_residuals: Floats
    fitted_values: Floats
    linear_predictors: Floats
    working_weights: Floats
    step: Step | None
    deviance: float
    aic: float
    iterations: int
    converged: bool
    at_boundary: bool

    @property
    def rank(self) -> int:
        """Number of coefficients that could be estimated."""
        return 0 if self.step is None else self.step.qr.rank


def glm_fit(
    problem: Problem,
    first: Point,
    control: GlmControl,
    observe: Observer,
    last: Floats | None = None,
) -> IrlsFit:
    """Iterate from a first point until the deviance settles.

    Parameters
    ----------
    problem : Problem
    first : Point
        From `first_point`.
    control : GlmControl
    observe : callable
    last : ndarray, shape (p,), optional
        Coefficients the user started from, back to which the first step can be halved.
    """
    if problem.matrix.shape[1] == 0:
        return _empty_fit(problem)
    point, step, converged, at_boundary, iteration = first, None, False, False, 0
    tolerance = min(NEGLIGIBLE, control.epsilon / 1000)
    for iteration in range(1, control.maxit + 1):
        step = _weighted_step(problem, point, step, tolerance, iteration)
        if not np.all(np.isfinite(step.coefficients[step.qr.pivot[: step.qr.rank]])):
            warn(f"non-finite coefficients at iteration {iteration}")
            break
        proposal = point_at(problem, step.coefficients)
        observe(iteration, proposal.deviance)
        before = point.deviance
        point, at_boundary = _held_inside(problem, proposal, last, control.maxit, observe)
        if abs(point.deviance - before) / (abs(point.deviance) + 0.1) < control.epsilon:
            converged = True
            break
        last = point.coefficients
    report_end(
        problem.distribution,
        converged=converged,
        at_boundary=at_boundary,
        at_limits=near_limits(problem.distribution, point.mu),
    )
    return _finish(problem, point, step, iteration, converged, at_boundary)


def _weighted_step(
    problem: Problem, point: Point, last: Step | None, tolerance: float, iteration: int
) -> Step:
    """Return the next step; that of the last, no longer needed, is overwritten."""
    working = working_values(problem, point)
    if not working.count:
        raise RError(
            f"no observations informative at iteration {iteration}",
            "Every weight is zero, or the link is flat at every linear predictor.",
        )
    effects = working.target * working.root
    is_finite = np.all(np.isfinite(effects))
    room = None if last is None else last.qr.packed
    qr = decompose(problem.matrix[working.used], tolerance, working.root, room, effects)
    # A column with an infinite or unknown element has such a length.
    for name, fine in {"x": np.all(np.isfinite(qr.diagonal)), "y": is_finite}.items():
        if not fine:
            raise beyond_the_finite(name)
    weights = np.zeros(len(problem.start.weights))
    weights[working.used] = working.root**2
    return Step(coefficients(qr, effects), effects, qr, weights)


@dataclass(frozen=True, slots=True)
class WorkingValues:
    """The weighted least squares problem at a point.

    Attributes
    ----------
    used : slice or ndarray of bool, shape (n,)
        The m informative observations.
    target, root : ndarray, shape (m,)
        Working response, and the roots of the working weights.
    """

    used: Any
    target: Floats
    root: Floats

    @property
    def count(self) -> int:
        """How many observations are informative."""
        return len(self.root)


def working_values(problem: Problem, point: Point) -> WorkingValues:
    """Return working responses and weights at a point."""
    weights, response = problem.start.weights, problem.start.response
    with np.errstate(all="ignore"):
        slope = problem.link.derivative(point.eta)
        variance = problem.distribution.variance(point.mu)
    counts = weights > 0
    whole = bool(np.all(counts))
    _check_variance(variance if whole else variance[counts], slope if whole else slope[counts])
    counts &= slope != 0
    used = slice(None) if np.all(counts) else counts
    target = (point.eta - problem.offset)[used] + ((response - point.mu)[used] / slope[used])
    return WorkingValues(used, target, np.sqrt(weights[used] * slope[used] ** 2 / variance[used]))


def beyond_the_finite(name: str) -> RError:
    """Return R's error for a matrix x or response y that least squares cannot take."""
    return RError(
        f"NA/NaN/Inf in '{name}'",
        "The response, a predictor or the iteration itself left the finite numbers.",
    )


def _check_variance(variance: Floats, slope: Floats) -> None:
    if np.any(np.isnan(variance)):
        raise RError("NAs in V(mu)", NO_START)
    if np.any(variance == 0):
        raise RError("0s in V(mu)", NO_START)
    if np.any(np.isnan(slope)):
        raise RError("NAs in d(mu)/d(eta)", NO_START)


@dataclass(frozen=True, slots=True)
class Limit:
    """What a point must keep to; R's warning when a step is halved for it, and its last word."""

    is_kept: Callable[[Problem, Point], bool]
    warning: str
    error: str


def has_deviance(problem: Problem, point: Point) -> bool:
    """Whether the deviance is finite."""
    del problem
    return bool(np.isfinite(point.deviance))


LIMITS = (
    Limit(
        has_deviance,
        "step size truncated due to divergence",
        "inner loop 1; cannot correct step size",
    ),
    Limit(
        is_possible,
        "step size truncated: out of bounds",
        "inner loop 2; cannot correct step size",
    ),
)


def _held_inside(
    problem: Problem, proposal: Point, last: Floats | None, most: int, observe: Observer
) -> tuple[Point, bool]:
    """Halve the step back to the last coefficients until deviance and means are possible."""
    point, is_cut = proposal, False
    for limit in LIMITS:
        if not limit.is_kept(problem, point):
            point, is_cut = _halved(problem, point, last, most, limit), True
            observe(None, point.deviance)
    return point, is_cut


def _halved(problem: Problem, point: Point, last: Floats | None, most: int, limit: Limit) -> Point:
    if last is None:
        raise RError(
            "no valid set of coefficients has been found: please supply starting values", NO_START
        )
    warn(limit.warning)
    for _ in range(most + 1):
        halfway = (np.nan_to_num(point.coefficients) + np.nan_to_num(last)) / 2
        halfway[np.isnan(point.coefficients)] = NA
        point = point_at(problem, halfway)
        if limit.is_kept(problem, point):
            return point
    raise RError(limit.error, NO_START)


def near_limits(distribution: Distribution, mu: Floats) -> bool:
    """Whether some means are numerically at the ends of their range."""
    near = 10 * EPSILON
    low = 0.0 in distribution.limits and bool(np.any(mu < near))
    return low or (1.0 in distribution.limits and bool(np.any(mu > 1 - near)))


def report_end(
    distribution: Distribution, *, converged: bool, at_boundary: bool, at_limits: bool
) -> None:
    """Warn, as R does, of an end that is not a plain one."""
    if not converged:
        warn("glm.fit: algorithm did not converge")
    if at_boundary:
        warn("glm.fit: algorithm stopped at boundary value")
    if at_limits:
        binary = 1.0 in distribution.limits
        kind = "probabilities numerically 0 or 1" if binary else "rates numerically 0"
        warn(f"glm.fit: fitted {kind} occurred")


def _finish(
    problem: Problem,
    point: Point,
    step: Step | None,
    iterations: int,
    converged: bool,
    at_boundary: bool,
) -> IrlsFit:
    start = problem.start
    with np.errstate(all="ignore"):
        slope = problem.link.derivative(point.eta)
        residuals = (start.response - point.mu) / slope
        rank = 0 if step is None else step.qr.rank
        aic = problem.distribution.aic(
            start.response, start.trials, point.mu, start.weights, point.deviance
        )
        variance = problem.distribution.variance(point.mu)
        weights = start.weights * slope**2 / variance if step is None else step.weights
    return IrlsFit(
        coefficients=point.coefficients,
        working_residuals=residuals,
        fitted_values=point.mu,
        linear_predictors=point.eta,
        working_weights=weights,
        step=step,
        deviance=point.deviance,
        aic=aic + 2 * rank,
        iterations=iterations,
        converged=converged,
        at_boundary=at_boundary,
    )


def _empty_fit(problem: Problem) -> IrlsFit:
    point = point_of(problem, problem.offset.copy(), np.zeros(0))
    if not problem.link.is_valid(point.eta):
        raise RError("invalid linear predictor values in empty model", OFFSET_ONLY)
    if not problem.distribution.allows(point.mu):
        raise RError("invalid fitted means in empty model", OFFSET_ONLY)
    return _finish(problem, point, None, 0, True, False)
