"""Confidence limits of a generalized linear model from its profiled deviance.

Every coefficient is held at values a fixed share of its standard error apart, the others fitted
again, until the signed root of the rise in deviance passes the limit (R page `?profile.glm`). A
spline through these roots, read backwards by linear interpolation, gives the limits.
"""

import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.distributions.tails import f_quantile, normal_quantile
from rnet.linear.anova_glm import problem_of, silent
from rnet.linear.confidence_limits import chosen_names, limit_names
from rnet.linear.glm_fit import glm_fit
from rnet.linear.glm_point import Problem, first_point
from rnet.linear.qr import linear_combination
from rnet.linear.spline import spline_through
from rnet.values import NA, named_matrix

if TYPE_CHECKING:
    from rnet.linear.generalized_model import GLM

Floats: TypeAlias = npt.NDArray[np.float64]

STEPS = 10
"""Most steps to either side."""
STEPS_TO_LIMIT = 5
NEW_MINIMUM = -1e-3
WAITING = "Waiting for profiling to be done...\n"


@dataclass(frozen=True, slots=True)
class Profile:
    """The profile of one coefficient: its values, rising, and the signed roots there."""

    values: Floats
    roots: Floats


def profile_limits(fit: "GLM", parm: Any, level: float) -> "pd.DataFrame | pd.Series[float]":
    """Return the limits of coefficients, a matrix; of a single one just its two limits."""
    names = chosen_names(fit, parm)
    sys.stderr.write(WAITING)
    tail = (1 - level) / 2
    cutoffs = normal_quantile([tail, 1 - tail])
    columns = fit.model_data.design.column_names
    cells = np.full((len(names), 2), NA)
    for row, name in enumerate(names):
        column = columns.index(name)
        if not np.isnan(fit.estimates[column]):
            cells[row] = limits_of(profile(fit, column, tail / 2), cutoffs)
    titles = limit_names(level)
    if len(names) == 1:
        return pd.Series(cells[0], index=pd.Index(titles, dtype=object))
    return named_matrix(cells, names, titles)


def limits_of(found: Profile, cutoffs: Floats) -> Floats:
    """Return where the profile crosses the cutoffs, NA where it does not reach them."""
    x, y = spline_through(found.values, found.roots, 3 * len(found.values))
    order = np.argsort(y, kind="stable")
    return np.interp(cutoffs, y[order], x[order], left=NA, right=NA)


def profile(fit: "GLM", column: int, alpha: float) -> Profile:
    """Hold a coefficient at values around its estimate until the level `alpha` is passed."""
    place = int(np.flatnonzero(fit.estimated == column)[0])
    error = float(np.sqrt(np.diag(fit.vcov().to_numpy())[column]))
    free = fit.family.distribution.has_dispersion
    limit = float(np.sqrt(f_quantile(1 - alpha, 1, fit.df_residual if free else np.inf)))
    center = float(fit.estimates[column])
    sides = []
    for sign in (-1.0, 1.0):
        found = _side(fit, column, place, sign, error * limit / STEPS_TO_LIMIT, limit)
        sides.append(found)
    (low, low_roots), (high, high_roots) = sides
    return Profile(
        np.array([*low[::-1], center, *high]), np.array([*low_roots[::-1], 0.0, *high_roots])
    )


def _side(
    fit: "GLM", column: int, place: int, sign: float, step: float, limit: float
) -> tuple[list[float], list[float]]:
    del place
    whole = problem_of(fit)
    others = np.array([j for j in fit.estimated if j != column], dtype=np.intp)
    matrix = np.asfortranarray(whole.matrix[:, others])
    eta = fit.fit.linear_predictors
    values: list[float] = []
    roots: list[float] = []
    for number in range(1, STEPS + 1):
        value = float(fit.estimates[column]) + sign * number * step
        offset = whole.offset + whole.matrix[:, column] * value
        held = replace(whole, matrix=matrix, offset=offset)
        again = glm_fit(held, first_point(held, None, eta), fit.control, silent)
        eta = _next_start(held, again.coefficients)
        rise = (again.deviance - fit.deviance) / fit.scale_squared
        if rise < NEW_MINIMUM:
            raise RError(
                "profiling has found a better solution, so original fit had not converged",
                "Fit again with a smaller `epsilon`: control={'epsilon': 1e-12}.",
            )
        values.append(value)
        roots.append(sign * float(np.sqrt(max(rise, 0.0))))
        if abs(roots[-1]) > limit:
            break
    return values, roots


def _next_start(held: Problem, coefficients: Floats) -> Floats:
    return linear_combination(held.matrix, coefficients) + held.offset
