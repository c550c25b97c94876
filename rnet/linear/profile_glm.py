"""Confidence limits of a generalized linear model from its profiled deviance.

Every coefficient is held at values a fixed share of its standard error apart, the others fitted
again, until the signed root of the rise in deviance passes the limit (R page `?profile.glm`). A
spline through these roots, read backwards by linear interpolation, gives the limits.
"""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

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
from rnet.printing.frame import format_frame
from rnet.printing.numbers import format_real
from rnet.printing.show import format_r
from rnet.record import Record
from rnet.values import NA, named_matrix

if TYPE_CHECKING:
    from rnet.linear.generalized_model import GLM

Floats: TypeAlias = npt.NDArray[np.float64]

STEPS = 10
"""R's limit of points to either side, the estimate counted with them."""
STEPS_TO_LIMIT = 5
NEW_MINIMUM = -1e-3
WAITING = "Waiting for profiling to be done...\n"


@dataclass(frozen=True, slots=True)
class Profile:
    """The profile of one coefficient.

    Attributes
    ----------
    values : ndarray, shape (m,)
        Its values, rising.
    roots : ndarray, shape (m,)
        The signed roots of the rise in deviance there.
    coefficients : ndarray, shape (m, p)
        All coefficients that are not collinear.
    """

    values: Floats
    roots: Floats
    coefficients: Floats


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class CoefficientProfile(Record):
    """The profile of one coefficient, as R's data frame.

    Attributes
    ----------
    z, tau : ndarray, shape (m,), or None
        The signed roots, rising; `tau` where the dispersion is estimated.
    par_vals : DataFrame, shape (m, p)
        All coefficients, a matrix.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("z", "tau", "par.vals")
    LISTED_WHEN_KNOWN: ClassVar[tuple[str, ...]] = ("z", "tau")

    z: Floats | None
    tau: Floats | None
    par_vals: pd.DataFrame

    def __str__(self) -> str:
        name = self.names()[0]
        columns = {f"par.vals.{label}": cells for label, cells in self._texts().items()}
        return format_frame(pd.DataFrame({name: self[name], **columns}))

    def _texts(self) -> dict[str, Any]:
        cells = self.par_vals.to_numpy()
        texts = np.array(format_real(cells.ravel()), dtype=object).reshape(cells.shape)
        return dict(zip(map(str, self.par_vals), texts.T, strict=True))


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class ProfileGLM(Record):
    """The profiles of coefficients, by name.

    Attributes
    ----------
    profiles : mapping of str to CoefficientProfile
    fit : GLM
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ()

    profiles: Mapping[str, CoefficientProfile]
    fit: "GLM"

    def __getitem__(self, name: str) -> CoefficientProfile:
        """Return the profile of a coefficient."""
        if name not in self.profiles:
            raise RError("subscript out of bounds", f"Profiled: {', '.join(self.profiles)}.")
        return self.profiles[name]

    def names(self) -> list[str]:
        """Return the names of the coefficients profiled."""
        return list(self.profiles)

    def __str__(self) -> str:
        lines = [format_r(dict(self.profiles)), 'attr(,"original.fit")', str(self.fit)]
        lines += ['attr(,"summary")', str(self.fit.summary())]
        lines += ['attr(,"class")', '[1] "profile.glm" "profile"    ']
        return "\n".join(lines)


def profile_of(
    fit: "GLM",
    which: Any = None,
    alpha: float = 0.01,
    maxsteps: int = STEPS,
    delta: float | None = None,
) -> ProfileGLM:
    """Return the deviance where one coefficient is held and the others are fitted.

    Parameters
    ----------
    which : str, int or sequence of them, optional
        Which coefficients; all that are not collinear by default.
    alpha : float
        Level of the furthest points.
    maxsteps : int
        Most points to either side, the estimate counted with them.
    delta : float, optional
        Step of the root, R's `del`; by default a fifth of the furthest.
    """
    columns = fit.model_data.design.column_names
    found: dict[str, CoefficientProfile] = {}
    for name in chosen_names(fit, which):
        if np.isnan(fit.estimates[columns.index(name)]):
            continue
        one = profile(fit, columns.index(name), alpha, maxsteps, delta)
        values = named_matrix(one.coefficients, None, fit.estimated_names)
        is_tau = fit.family.distribution.has_dispersion
        z, tau = (None, one.roots) if is_tau else (one.roots, None)
        found[name] = CoefficientProfile(z, tau, values)
    return ProfileGLM(found, fit)


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


def profile(
    fit: "GLM", column: int, alpha: float, most: int = STEPS, delta: float | None = None
) -> Profile:
    """Hold a coefficient at values around its estimate until the level `alpha` is passed.

    Steps are of `delta` standard errors, by default a fifth of the furthest root; each side has
    fewer than `most`.
    """
    place = int(np.flatnonzero(fit.estimated == column)[0])
    error = float(np.sqrt(np.diag(fit.vcov().to_numpy())[column]))
    free = fit.family.distribution.has_dispersion
    limit = float(np.sqrt(f_quantile(1 - alpha, 1, fit.df_residual if free else np.inf)))
    center = float(fit.estimates[column])
    step = error * (limit / STEPS_TO_LIMIT if delta is None else delta)
    low, high = (_side(fit, column, sign * step, limit, most) for sign in (-1.0, 1.0))
    middle = (center, 0.0, np.delete(fit.estimates[fit.estimated], place))
    values, roots, others = zip(*low[::-1], middle, *high, strict=True)
    return Profile(
        np.array(values), np.array(roots), np.insert(np.array(others), place, values, axis=1)
    )


def _side(
    fit: "GLM", column: int, step: float, limit: float, most: int
) -> list[tuple[float, float, Floats]]:
    """Return value, signed root and the other coefficients of every step to one side."""
    whole = problem_of(fit)
    others = np.array([j for j in fit.estimated if j != column], dtype=np.intp)
    matrix = np.asfortranarray(whole.matrix[:, others])
    eta = fit.fit.linear_predictors
    found: list[tuple[float, float, Floats]] = []
    for number in range(1, most):
        value = float(fit.estimates[column]) + number * step
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
        root = float(np.copysign(np.sqrt(max(rise, 0.0)), step))
        found.append((value, root, again.coefficients))
        if abs(root) > limit:
            break
    return found


def _next_start(held: Problem, coefficients: Floats) -> Floats:
    return linear_combination(held.matrix, coefficients) + held.offset
