"""The one pass over a large table that a linear model needs."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.formulas.columns import Matrix
from rnet.linear.chunked.recipe import Recipe, without_cases
from rnet.linear.chunked.triangle import Triangle, joined, triangle_of
from rnet.linear.model_data import ModelData, check_finite, numeric_response
from rnet.sums import extended_sum

Floats: TypeAlias = npt.NDArray[np.float64]

NO_CASES = RError("0 (non-NA) cases", "Every row has a missing value, or there are no rows.")


@dataclass(frozen=True, slots=True)
class Cases:
    """How many cases there were, and sums over them.

    Attributes
    ----------
    rows : int
        Complete cases of the subset.
    used : int
        Those with a positive weight.
    omitted : int
        Cases left out for missing values.
    log_weights : float
        The sum of the logarithms of positive weights.
    columns : ndarray, shape (p,)
        The sums of the columns of the design matrix.
    """

    rows: int
    used: int
    omitted: int
    log_weights: float
    columns: Floats

    def __add__(self, other: "Cases") -> "Cases":
        return Cases(
            self.rows + other.rows,
            self.used + other.used,
            self.omitted + other.omitted,
            self.log_weights + other.log_weights,
            self.columns + other.columns,
        )


@dataclass(frozen=True, slots=True)
class LmPart:
    """What a chunk, or several, tell about a linear model; `made` holds no cases."""

    triangle: Triangle
    cases: Cases
    made: ModelData

    def __add__(self, other: "LmPart") -> "LmPart":
        triangle = joined(self.triangle, other.triangle)
        return LmPart(triangle, self.cases + other.cases, self.made)


@dataclass(frozen=True, slots=True)
class LmWork:
    """The work on one chunk."""

    recipe: Recipe

    def __call__(self, chunk: pd.DataFrame) -> LmPart:
        """Return the chunk's triangle and sums."""
        made = self.recipe.model_data(chunk)
        frame, matrix = made.frame, made.design.values
        if frame.response is None:
            raise RError(
                "incompatible dimensions", "The formula has no response: write it before the `~`."
            )
        if isinstance(frame.response, Matrix):
            raise RError(
                "several responses are not fitted by chunks", "Fit a model for each of them."
            )
        if not len(frame):
            return _nothing(made)
        response = numeric_response(frame)
        check_finite(matrix, response)
        target = response if frame.offset is None else response - frame.offset
        weights = np.ones(0) if frame.weights is None else frame.weights
        if not np.all(weights >= 0):
            raise RError("missing or negative weights not allowed", "Weight 0 leaves a row out.")
        used = slice(None) if np.all(weights > 0) else weights > 0
        root = None if frame.weights is None else np.sqrt(weights[used])
        triangle = triangle_of(matrix[used], target[used], root)
        logs = extended_sum(np.log(weights[used])) if len(weights) else 0.0
        count = len(target[used])
        return LmPart(triangle, cases_of(made, count, logs), without_cases(made))


def cases_of(made: ModelData, used: int, log_weights: float) -> Cases:
    """Return the sums over the cases of a chunk."""
    columns = np.add.reduce(made.design.values, axis=0)
    return Cases(len(made.frame), used, len(made.frame.omitted), log_weights, columns)


def _nothing(made: ModelData) -> LmPart:
    p = made.design.values.shape[1]
    triangle = Triangle(np.zeros((p, p), order="F"), np.zeros(p), 0.0)
    return LmPart(triangle, cases_of(made, 0, 0.0), without_cases(made))


def summed(parts: Iterable[LmPart]) -> LmPart:
    """Return what all chunks tell, joined in their order."""
    try:
        found = reduce(LmPart.__add__, parts)
    except TypeError as error:  # no chunk at all
        raise NO_CASES from error
    if not found.cases.rows:
        raise NO_CASES
    return found
