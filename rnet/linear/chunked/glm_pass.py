"""One pass of a generalized linear model over a large table."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import reduce

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.linear.chunked.lm_pass import NO_CASES, Cases, cases_of
from rnet.linear.chunked.recipe import Recipe, without_cases
from rnet.linear.chunked.triangle import Triangle, joined, triangle_of
from rnet.linear.family_record import Family
from rnet.linear.glm_fit import beyond_the_finite, near_limits, working_values
from rnet.linear.glm_point import (
    Point,
    Problem,
    is_possible,
    point_at,
    point_of,
    total_deviance,
)
from rnet.linear.glm_problem import FirstValues, glm_problem
from rnet.linear.model_data import Floats, ModelData
from rnet.sums import extended_sum

Columns = npt.NDArray[np.intp] | None


@dataclass(frozen=True, slots=True)
class Model:
    """What makes the problem of a chunk.

    Attributes
    ----------
    recipe : Recipe
    family : Family
    columns : ndarray of int or None
        The columns of the design matrix that take part; None for all.
    is_started : bool
        Whether the user gave first coefficients.
    """

    recipe: Recipe
    family: Family
    columns: Columns = None
    is_started: bool = False

    def problem(self, made: ModelData) -> Problem:
        """Return the problem of a chunk's cases."""
        matrix = made.design.values
        first = FirstValues(np.zeros(matrix.shape[1]) if self.is_started else None, None, None)
        found = glm_problem(made, self.family, first)
        if self.columns is None:
            return found
        return replace(found, matrix=np.asfortranarray(matrix[:, self.columns]))


def where(problem: Problem, estimate: Floats | None) -> Point:
    """Return the point of coefficients, or where the iteration starts without them."""
    if estimate is not None:
        return point_at(problem, estimate)
    with np.errstate(all="ignore"):
        eta = problem.link.function(problem.start.means)
    return point_of(problem, eta, np.full(problem.matrix.shape[1], np.nan))


@dataclass(frozen=True, slots=True)
class GlmPart:
    """What a chunk, or several, tell at given coefficients.

    Attributes
    ----------
    triangle : Triangle or None
        Of the next least squares step; None where the point is impossible.
    deviance : float
    possible : bool
        Whether linear predictors and means lie in their ranges.
    informative : int
        How many observations the step can learn from.
    weight, weighted_response : float
        The sums of the prior weights, and of the response times these.
    cases : Cases
    made : ModelData
        Without cases.
    """

    triangle: Triangle | None
    deviance: float
    possible: bool
    informative: int
    weight: float
    weighted_response: float
    cases: Cases
    made: ModelData

    def __add__(self, other: "GlmPart") -> "GlmPart":
        both = None
        if self.triangle is not None and other.triangle is not None:
            both = joined(self.triangle, other.triangle)
        return GlmPart(
            both,
            self.deviance + other.deviance,
            self.possible and other.possible,
            self.informative + other.informative,
            self.weight + other.weight,
            self.weighted_response + other.weighted_response,
            self.cases + other.cases,
            self.made,
        )


@dataclass(frozen=True, slots=True)
class GlmWork:
    """The work on one chunk at some coefficients, shape (p,), or at the first means."""

    model: Model
    estimate: Floats | None

    def __call__(self, chunk: pd.DataFrame) -> GlmPart:
        """Return deviance and triangle of a chunk."""
        made = self.model.recipe.model_data(chunk)
        problem = self.model.problem(made)
        start = problem.start
        point = where(problem, self.estimate)
        possible = is_possible(problem, point)
        triangle, informative = _step(problem, point, can_go_on=possible)
        return GlmPart(
            triangle,
            point.deviance,
            possible,
            informative,
            extended_sum(start.weights),
            extended_sum(start.weights * start.response),
            cases_of(made, int(np.sum(start.weights != 0)), 0.0),
            without_cases(made),
        )


def _step(problem: Problem, point: Point, *, can_go_on: bool) -> tuple[Triangle | None, int]:
    if not can_go_on or not np.isfinite(point.deviance):
        return None, 0
    working = working_values(problem, point)
    if not np.all(np.isfinite(working.root)):
        raise beyond_the_finite("x")
    if not np.all(np.isfinite(working.target)):
        raise beyond_the_finite("y")
    found = triangle_of(problem.matrix[working.used], working.target, working.root)
    return found, working.count


def summed(parts: Iterable[GlmPart]) -> GlmPart:
    """Return what all chunks tell, joined in their order."""
    try:
        found = reduce(GlmPart.__add__, parts)
    except TypeError as error:  # no chunk at all
        raise NO_CASES from error
    if not found.cases.rows:
        raise NO_CASES
    return found


@dataclass(frozen=True, slots=True)
class Ending:
    """What is known only at the end of the iteration.

    Attributes
    ----------
    pearson : float
        The sum of squared working residuals times working weights.
    aic : float
        Minus twice the log likelihood.
    null_deviance : float
        Of the means without predictors.
    at_limits : bool
        Whether some means are numerically at the ends of their range.
    """

    pearson: float
    aic: float
    null_deviance: float
    at_limits: bool

    def __add__(self, other: "Ending") -> "Ending":
        return Ending(
            self.pearson + other.pearson,
            self.aic + other.aic,
            self.null_deviance + other.null_deviance,
            self.at_limits or other.at_limits,
        )


@dataclass(frozen=True, slots=True)
class LastWork:
    """The work on one chunk after the iteration.

    Attributes
    ----------
    model : Model
    estimate, before : ndarray, shape (p,), or None
        The last coefficients, and those the last step was made at.
    mean : float or None
        The mean of the response; None takes the offset alone for the linear predictor.
    deviance : float
        Of all cases.
    weight : float
        The sum of all prior weights.
    rows : int
        How many cases there are.
    """

    model: Model
    estimate: Floats
    before: Floats | None
    mean: float | None
    deviance: float
    weight: float
    rows: int

    def __call__(self, chunk: pd.DataFrame) -> Ending:
        """Return what a chunk adds."""
        problem = self.model.problem(self.model.recipe.model_data(chunk))
        point = where(problem, self.estimate)
        null = problem.link.inverse(problem.offset)
        if self.mean is not None:
            null = np.full(len(point.mu), self.mean)
        return Ending(
            _pearson(problem, point, where(problem, self.before)),
            self._aic(problem, point),
            total_deviance(problem.distribution, problem.start, null),
            near_limits(problem.distribution, point.mu),
        )

    def _aic(self, problem: Problem, point: Point) -> float:
        """Return the chunk's share, for which the dispersion must be that of all cases."""
        start, distribution = problem.start, problem.distribution
        if not len(point.mu):
            return 0.0
        by_rows = distribution.name == "gaussian"
        share = len(point.mu) / self.rows if by_rows else extended_sum(start.weights) / self.weight
        value = distribution.aic(
            start.response, start.trials, point.mu, start.weights, self.deviance * share
        )
        return value - 2 * distribution.counts_dispersion


def _pearson(problem: Problem, point: Point, before: Point) -> float:
    """Return the working residuals' sum of squares, weighted as the last step was."""
    working = working_values(problem, before)
    with np.errstate(all="ignore"):
        slope = problem.link.derivative(point.eta)[working.used]
        residuals = (problem.start.response - point.mu)[working.used] / slope
    counts = working.root > 0
    return extended_sum((working.root[counts] * residuals[counts]) ** 2)
