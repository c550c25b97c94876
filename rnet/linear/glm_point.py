"""A generalized linear model to be fitted, and the points its iteration passes through."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.linear.distributions import Distribution
from rnet.linear.links import Link
from rnet.linear.qr import linear_combination
from rnet.linear.start import Start
from rnet.sums import extended_sum

Floats: TypeAlias = npt.NDArray[np.float64]

NO_START = "Give `start`, one value per coefficient, or `mustart`, one per observation."


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
    if not is_possible(problem, point):
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


def is_possible(problem: Problem, point: Point) -> bool:
    """Whether linear predictors and means lie in the domains of link and distribution."""
    return problem.distribution.allows(point.mu) and problem.link.is_valid(point.eta)
