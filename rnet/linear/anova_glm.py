"""Analysis of deviance of generalized linear models (R page `?anova.glm`)."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError, warn
from rnet.linear.anova_lm import (
    check_sizes,
    columns_of_test,
    mallows,
    models,
    numbered,
    response_line,
    with_first_response,
)
from rnet.linear.anova_table import AnovaTable, after_missing, anova_table
from rnet.linear.glm_fit import IrlsFit, glm_fit
from rnet.linear.glm_point import Problem, first_point
from rnet.linear.qr import NEGLIGIBLE, decompose
from rnet.settings import current
from rnet.sums import extended_sum
from rnet.values import NA

if TYPE_CHECKING:
    from rnet.linear.chunked.big_glm import BigGLM
    from rnet.linear.generalized_model import GLM

Floats: TypeAlias = npt.NDArray[np.float64]

TESTS = ("Rao", "LRT", "Chisq", "F", "Cp")
WITH_FIXED_DISPERSION = ("binomial", "poisson")


@dataclass(frozen=True, slots=True)
class Scale:
    """A dispersion, its degrees of freedom (infinite if known), and how it is called."""

    value: float
    df: float
    family: str


def anova_glm(
    fit: Any,
    test: str | bool | None,
    dispersion: float | None,
    smaller: Sequence[IrlsFit] | None = None,
) -> AnovaTable:
    """Return what each term, added in order, takes from the deviance.

    Parameters
    ----------
    fit : GLM or BigGLM
    test : {"Chisq", "LRT", "Rao", "F", "Cp"} or False
        None is R's default: F if the dispersion is estimated, else chi-squared (none before
        R 4.4).
    dispersion : float, optional
        A known dispersion.
    smaller : sequence of IrlsFit, optional
        The fits with the first 0, 1, ... terms, where they are known.
    """
    kind = _chosen(test, fit, dispersion)
    steps = _sequence(fit) if smaller is None else smaller
    freedom = np.array([fit.nobs() - step.rank for step in steps], dtype=np.float64)
    residual = np.array([step.deviance for step in steps])
    residual[0], freedom[0] = fit.null_deviance, fit.df_null
    columns = {
        "Df": after_missing(-np.diff(freedom)),
        "Deviance": after_missing(np.maximum(0.0, -np.diff(residual))),
        "Resid. Df": freedom,
        "Resid. Dev": residual,
    }
    if kind is not None:
        scale = _scale(fit, dispersion)
        _warn_of_f(kind, scale, given=dispersion is not None)
        if kind == "Rao":
            columns["Rao"] = after_missing(_scores(fit, steps))
        columns |= _tests(kind, columns, scale, fit.nobs())
    family = fit.family
    heading = [
        f"Analysis of Deviance Table\n\nModel: {family.family}, link: {family.link}\n",
        f"{response_line(fit)}\n",
        "Terms added sequentially (first to last)\n\n",
    ]
    return anova_table(columns, ["NULL", *fit.terms.labels], heading)


def anova_several_glm(
    fits: "Sequence[GLM | BigGLM]", test: str | bool | None, dispersion: float | None
) -> AnovaTable:
    """Compare generalized linear models, each with the one before it."""
    kept: list[Any] = with_first_response(fits)
    check_sizes([fit.case_count for fit in kept])
    freedom = np.array([fit.df_residual for fit in kept], dtype=np.float64)
    residual = np.array([fit.deviance for fit in kept])
    largest: GLM | BigGLM = kept[int(np.argmin(freedom))]
    columns = {
        "Resid. Df": freedom,
        "Resid. Dev": residual,
        "Df": after_missing(-np.diff(freedom)),
        "Deviance": after_missing(-np.diff(residual)),
    }
    kind = _chosen(test, largest, dispersion)
    if kind is not None:
        scale = _scale(largest, dispersion)
        _warn_of_f(kind, scale, given=dispersion is not None)
        if kind == "Rao":
            columns["Rao"] = after_missing(_scores_between(kept))
        columns |= _tests(kind, columns, scale, largest.case_count)
    return anova_table(columns, numbered(kept), ["Analysis of Deviance Table\n", models(kept)])


def _chosen(test: str | bool | None, fit: "GLM | BigGLM", dispersion: float | None) -> str | None:
    """Return the test to make, or None; R's default depends on version and dispersion."""
    if isinstance(test, bool):
        return None
    if test is None:
        if not current().follows("4.4"):
            return None
        known = dispersion is not None or not fit.family.distribution.has_dispersion
        return "Chisq" if known else "F"
    if test not in TESTS:
        quoted = ", ".join(f"‘{name}’" for name in TESTS)
        raise RError(f"'arg' should be one of {quoted}", "These are the tests anova makes.")
    return test


def _scale(fit: "GLM | BigGLM", dispersion: float | None) -> Scale:
    fixed = dispersion is not None or not fit.family.distribution.has_dispersion
    value = fit.scale_squared if dispersion is None else dispersion
    return Scale(value, np.inf if fixed else float(fit.df_residual), fit.family.family)


def _warn_of_f(kind: str, scale: Scale, *, given: bool) -> None:
    if kind != "F" or np.isfinite(scale.df):
        return
    if scale.family in WITH_FIXED_DISPERSION:
        warn(f"using F test with a '{scale.family}' family is inappropriate", stacklevel=6)
    elif given:
        warn("using F test with a fixed dispersion is inappropriate", stacklevel=6)


def _tests(kind: str, columns: dict[str, Floats], scale: Scale, cases: int) -> dict[str, Floats]:
    if kind == "Cp":
        return {"Cp": mallows(columns["Resid. Dev"], columns["Resid. Df"], cases, scale.value)}
    gain = columns["Rao"] if kind == "Rao" else columns["Deviance"]
    which = "F" if kind == "F" else "Chisq"
    return columns_of_test(which, columns["Df"], gain, scale.value, scale.df)


def _sequence(fit: "GLM") -> list[IrlsFit]:
    """Return the fits with the first 0, 1, ... terms; the last is the model's own."""
    assign = fit.model_data.design.assign
    return [
        *(fit_columns(fit, assign <= number) for number in range(len(fit.terms.labels))),
        fit.fit,
    ]


def fit_columns(fit: "GLM", chosen: npt.NDArray[np.bool_]) -> IrlsFit:
    """Fit the model again with some columns of its design matrix."""
    return fit_matrix(fit, fit.model_data.design.values[:, chosen])


def fit_matrix(fit: "GLM", matrix: Floats) -> IrlsFit:
    """Fit the model again with another design matrix, shape (n, q)."""
    problem = replace(problem_of(fit), matrix=np.asfortranarray(matrix))
    return glm_fit(problem, first_point(problem, None, None), fit.control, silent)


def problem_of(fit: "GLM") -> Problem:
    """Return the problem the model solves."""
    offset = np.zeros(len(fit.start.weights)) if fit.offset is None else fit.offset
    return Problem(
        fit.model_data.design.values,
        fit.start,
        offset,
        fit.family.distribution,
        fit.family.link_record,
    )


def silent(iteration: int | None, deviance: float) -> None:
    """Tell nothing of the iterations."""
    del iteration, deviance


def _scores(fit: "GLM", steps: Sequence[IrlsFit]) -> Floats:
    matrix, assign = fit.model_data.design.values, fit.model_data.design.assign
    return np.array([score(step, matrix[:, assign <= k + 1]) for k, step in enumerate(steps[:-1])])


def _scores_between(fits: "Sequence[GLM]") -> Floats:
    found = []
    for first, second in itertools.pairwise(fits):
        small, large = (first, second) if first.rank <= second.rank else (second, first)
        sign = 1.0 if first is small else -1.0
        found.append(sign * score(small.fit, large.model_data.design.values))
    return np.array(found)


def score(small: IrlsFit, matrix: Floats) -> float:
    """Return Rao's statistic: what more columns would explain of the working residuals."""
    used = small.working_weights > 0
    root = np.sqrt(small.working_weights[used])
    qr = decompose(matrix[used] * root[:, np.newaxis], NEGLIGIBLE)
    effects = qr.transposed_times(small.working_residuals[used] * root)
    return extended_sum(effects[: qr.rank] ** 2) if qr.rank else NA
