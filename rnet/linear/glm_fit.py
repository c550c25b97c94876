"""Iteratively reweighted least squares on arrays, as R's glm.fit iterates, stops and halves.

McCullagh and Nelder, Generalized Linear Models (1989), section 2.5; R page `?glm.fit`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError, warn
from rnet.linear.distributions import Distribution
from rnet.linear.glm_control import GlmControl
from rnet.linear.links import EPSILON, Link
from rnet.linear.qr import (
    NEGLIGIBLE,
    Reflections,
    coefficients,
    decompose,
    linear_combination,
)
from rnet.linear.start import Start
from rnet.sums import extended_sum
from rnet.values import NA

Floats: TypeAlias = npt.NDArray[np.float64]
Observer: TypeAlias = Callable[[int | None, float], None]
"""Told the deviance after each iteration, and with None after each halving of a step."""

NO_START = "Give `start`, one value per coefficient, or `mustart`, one per observation."
OFFSET_ONLY = "Without coefficients the offset alone is the linear predictor."


@dataclass(frozen=True, slots=True)
class Problem:
    """What is to be fitted: n observations on p columns.

    Attributes
    ----------
    matrix : ndarray, shape (n, p)
    start : Start
        Response, prior weights, trials and first means, n each.
    offset : ndarray, shape (n,)
    distribution, link : record
    """

    matrix: Floats
    start: Start
    offset: Floats
    distribution: Distribution
    link: Link


@dataclass(frozen=True, slots=True)
class Point:
    """Where the iteration stands: coefficients (p,), linear predictor and mean (n,), deviance."""

    coefficients: Floats
    eta: Floats
    mu: Floats
    deviance: float


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
    problem: Problem, first: Point, control: GlmControl, observe: Observer, *, has_start: bool
) -> IrlsFit:
    """Iterate from a first point until the deviance settles.

    Parameters
    ----------
    problem : Problem
    first : Point
        From `first_point`.
    control : GlmControl
    observe : callable
    has_start : bool
        Whether the first coefficients came from the user, so that a first step can be halved.
    """
    if problem.matrix.shape[1] == 0:
        return _empty_fit(problem)
    point, last = first, first.coefficients if has_start else None
    step, converged, at_boundary, iteration = None, False, False, 0
    for iteration in range(1, control.maxit + 1):
        step = _weighted_step(problem, point, min(NEGLIGIBLE, control.epsilon / 1000), iteration)
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
    _report_end(problem, point, converged, at_boundary)
    return _finish(problem, point, step, iteration, converged, at_boundary)


def point_at(problem: Problem, estimate: Floats) -> Point:
    """Return the point of given coefficients (p,); NaN counts as absent."""
    eta = linear_combination(problem.matrix, estimate) + problem.offset
    return point_of(problem, eta, estimate)


def point_of(problem: Problem, eta: Floats, estimate: Floats) -> Point:
    """Return the point of given linear predictors (n,)."""
    with np.errstate(all="ignore"):
        mu = problem.link.inverse(eta)
        return Point(estimate, eta, mu, _deviance(problem, mu))


def first_point(problem: Problem, start: Floats | None, eta: Floats | None) -> Point:
    """Return where the iteration starts: at given linear predictors, coefficients, or means."""
    unknown = np.full(problem.matrix.shape[1], np.nan)
    if eta is not None:
        point = point_of(problem, eta, unknown if start is None else start)
    elif start is not None:
        point = point_at(problem, start)
    else:
        with np.errstate(all="ignore"):
            point = point_of(problem, problem.link.function(problem.start.means), unknown)
    if not _is_valid(problem, point):
        raise RError("cannot find valid starting values: please specify some", NO_START)
    return point


def null_mean(start: Start) -> Floats:
    """Return the weighted mean of the response, for every observation (n,)."""
    share = start.weights / extended_sum(start.weights)
    return np.full(len(share), extended_sum(share * start.response))


def total_deviance(distribution: Distribution, start: Start, mu: Floats) -> float:
    """Return the deviance of means (n,)."""
    with np.errstate(all="ignore"):
        unit = distribution.unit_deviance(start.response, mu)
        return extended_sum(np.where(start.weights == 0, 0.0, start.weights * unit))


def _deviance(problem: Problem, mu: Floats) -> float:
    return total_deviance(problem.distribution, problem.start, mu)


def _is_valid(problem: Problem, point: Point) -> bool:
    return problem.distribution.allows(point.mu) and problem.link.is_valid(point.eta)


def _weighted_step(problem: Problem, point: Point, tolerance: float, iteration: int) -> Step:
    weights, response = problem.start.weights, problem.start.response
    with np.errstate(all="ignore"):
        slope = problem.link.derivative(point.eta)
        variance = problem.distribution.variance(point.mu)
    _check_variance(variance[weights > 0], slope[weights > 0])
    used = (weights > 0) & (slope != 0)
    if not np.any(used):
        raise RError(
            f"no observations informative at iteration {iteration}",
            "Every weight is zero, or the link is flat at every linear predictor.",
        )
    target = (point.eta - problem.offset)[used] + ((response - point.mu)[used] / slope[used])
    root = np.sqrt(weights[used] * slope[used] ** 2 / variance[used])
    qr = decompose(_checked(problem.matrix[used] * root[:, np.newaxis], "x"), tolerance)
    effects = qr.transposed_times(_checked(target * root, "y"))
    working = np.zeros(len(weights))
    working[used] = root**2
    return Step(coefficients(qr, effects), effects, qr, working)


def _checked(values: Floats, name: str) -> Floats:
    if not np.all(np.isfinite(values)):
        raise RError(
            f"NA/NaN/Inf in '{name}'",
            "The response, a predictor or the iteration itself left the finite numbers.",
        )
    return values


def _check_variance(variance: Floats, slope: Floats) -> None:
    if np.any(np.isnan(variance)):
        raise RError("NAs in V(mu)", NO_START)
    if np.any(variance == 0):
        raise RError("0s in V(mu)", NO_START)
    if np.any(np.isnan(slope)):
        raise RError("NAs in d(mu)/d(eta)", NO_START)


def _held_inside(
    problem: Problem, proposal: Point, last: Floats | None, most: int, observe: Observer
) -> tuple[Point, bool]:
    """Halve the step back to the last coefficients until deviance and means are possible."""
    point, is_cut = proposal, False
    if not np.isfinite(point.deviance):
        message = "inner loop 1; cannot correct step size"
        point = _halve(problem, point, last, most, _has_deviance, message)
        observe(None, point.deviance)
        is_cut = True
    if not _is_valid(problem, point):
        message = "inner loop 2; cannot correct step size"
        point = _halve(problem, point, last, most, _is_valid, message)
        observe(None, point.deviance)
        is_cut = True
    return point, is_cut


def _has_deviance(problem: Problem, point: Point) -> bool:
    del problem
    return bool(np.isfinite(point.deviance))


def _halve(
    problem: Problem,
    point: Point,
    last: Floats | None,
    most: int,
    is_good: Callable[[Problem, Point], bool],
    message: str,
) -> Point:
    if last is None:
        raise RError(
            "no valid set of coefficients has been found: please supply starting values", NO_START
        )
    reason = "out of bounds" if is_good is _is_valid else "divergence"
    warn(f"step size truncated{': ' if is_good is _is_valid else ' due to '}{reason}")
    for _ in range(most + 1):
        halfway = (np.nan_to_num(point.coefficients) + np.nan_to_num(last)) / 2
        halfway[np.isnan(point.coefficients)] = NA
        point = point_at(problem, halfway)
        if is_good(problem, point):
            return point
    raise RError(message, NO_START)


def _report_end(problem: Problem, point: Point, converged: bool, at_boundary: bool) -> None:
    if not converged:
        warn("glm.fit: algorithm did not converge")
    if at_boundary:
        warn("glm.fit: algorithm stopped at boundary value")
    near = 10 * EPSILON
    limits = problem.distribution.limits
    low = 0.0 in limits and bool(np.any(point.mu < near))
    high = 1.0 in limits and bool(np.any(point.mu > 1 - near))
    if low or high:
        kind = "probabilities numerically 0 or 1" if 1.0 in limits else "rates numerically 0"
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
