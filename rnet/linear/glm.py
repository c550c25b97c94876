"""R's `glm`: generalized linear models."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError, warn
from rnet.formula.columns import Matrix, numbers
from rnet.formula.formula import Formula
from rnet.formula.model_frame import ModelFrame
from rnet.language.tree import Call
from rnet.linear.families import Family, as_family
from rnet.linear.generalized_model import GLM
from rnet.linear.glm_control import GlmControl, glm_control
from rnet.linear.glm_fit import (
    IrlsFit,
    Observer,
    Problem,
    first_point,
    glm_fit,
    null_mean,
    total_deviance,
)
from rnet.linear.model_data import Floats, ModelData, check_finite, model_data
from rnet.linear.print_lm import format_deviance
from rnet.matched_call import keeps_call

__all__ = ["GLM", "glm"]

COMPARISONS = {"poisson": "<", "quasipoisson": "<", "Gamma": "<=", "inverse.gaussian": "<="}
"""How families compare the response with 0 before anything else."""


@keeps_call("glm")
def glm(
    call: Call,
    formula: str | Formula,
    family: str | Family | Callable[[], Family] = "gaussian",
    data: Any = None,
    weights: Any = None,
    subset: Any = None,
    na_action: Any = None,
    start: npt.ArrayLike | None = None,
    etastart: Any = None,
    mustart: Any = None,
    offset: Any = None,
    control: GlmControl | Mapping[str, Any] | None = None,
    *,
    singular_ok: bool = True,
    contrasts: Mapping[str, Any] | None = None,
) -> GLM:
    """Fit a generalized linear model by iteratively reweighted least squares.

    Parameters
    ----------
    formula : str
        An R formula. With a binomial family the response is 0/1, logical, a factor (its first
        level is failure), proportions with `weights` the numbers of trials, or
        ``cbind(successes, failures)``.
    family : str, function or Family, default "gaussian"
        "binomial", `rnet.binomial`, ``binomial(link="probit")``, "poisson", "Gamma", ...
    data : DataFrame, optional
        Its columns are the formula's variables; what is no column is looked for where `glm` is
        called.
    weights, subset, na_action, contrasts, offset
        As for `lm`.
    start : array_like, optional
        First coefficients, one per column of the design matrix.
    etastart, mustart : array_like or str, optional
        First linear predictors or means, one per row of `data`, or an R expression.
    control : GlmControl or mapping, optional
        Made by `glm_control`: `epsilon`, `maxit`, `trace`.
    singular_ok : bool, default True
        Whether collinear columns are allowed; their coefficients are NA.

    Returns
    -------
    GLM
        Prints as in R; see `coef`, `fitted`, `residuals`, `predict`, `deviance`, `AIC`.

    Raises
    ------
    RError
        R's messages: `y values must be 0 <= y <= 1`, `negative values not allowed for the
        'Poisson' family`, `cannot find valid starting values: please specify some`, ...

    Notes
    -----
    R pages: `?glm`, `?family`. Iteration stops when the deviance changes by less than `epsilon`
    of itself plus 0.1; a step that leaves the family's range is halved. As in R a fit that does
    not converge, or reaches probabilities 0 or 1, comes back with a warning.

    Examples
    --------
    >>> from rnet import data, glm
    >>> fit = glm("case ~ spontaneous + induced", family="binomial", data=data("infert"))
    >>> fit.coef().round(3).to_dict()
    {'(Intercept)': -1.708, 'spontaneous': 1.197, 'induced': 0.418}
    >>> round(fit.deviance, 3), fit.iter
    (279.612, 4)
    """
    chosen, settings = as_family(family), _settings(control)
    made = model_data(
        formula,
        data,
        subset=subset,
        weights=weights,
        na_action=na_action,
        offset=offset,
        contrasts=contrasts,
        extras={"etastart": etastart, "mustart": mustart},
    )
    extras = made.frame.extras
    starts = (_doubles(start), extras.get("etastart"), extras.get("mustart"))
    problem = _problem(made, chosen, starts)
    fit = _fit(problem, starts, settings)
    if not singular_ok and fit.rank < made.design.values.shape[1]:
        raise RError("singular fit encountered", "Some columns are collinear; see `?glm`.")
    null = _null_deviance(problem, made, settings)
    return GLM(call, made, chosen, problem.start, fit, null, settings)


def _settings(control: GlmControl | Mapping[str, Any] | None) -> GlmControl:
    if isinstance(control, GlmControl):
        return control
    given = dict(control or {})
    unknown = [name for name in given if name not in ("epsilon", "maxit", "trace")]
    if unknown:
        raise RError(
            f"unused argument ({unknown[0]} = {given[unknown[0]]})",
            "Settings are: epsilon, maxit, trace.",
        )
    return glm_control(**given)


def _doubles(values: npt.ArrayLike | None) -> Floats | None:
    return None if values is None else np.asarray(values, dtype=np.float64)


def _problem(
    made: ModelData, family: Family, starts: tuple[Floats | None, Floats | None, Floats | None]
) -> Problem:
    frame, columns = made.frame, made.design.column_names
    coefficients, _, mu = starts
    given = frame.weights
    if given is not None and np.any(given < 0):
        raise RError("negative weights not allowed", "Weight 0 leaves a row out of the fit.")
    if coefficients is not None and len(coefficients) != len(columns):
        names = ", ".join(f'"{name}"' for name in columns)
        shown = f"c({names})" if len(columns) > 1 else names
        raise RError(
            f"length of 'start' should equal {len(columns)} and correspond to initial coefs "
            f"for {shown}",
            "Or leave it out: glm finds a start by itself.",
        )
    response = _response(frame, family)
    check_finite(made.design.values, response)
    weights = np.ones(len(frame)) if given is None else given
    is_given = any(values is not None for values in starts)
    begin = family.distribution.start(response, weights, family.link, is_given)
    if mu is not None:
        begin = replace(begin, means=mu)
    offset = np.zeros(len(frame)) if frame.offset is None else frame.offset
    return Problem(made.design.values, begin, offset, family.distribution, family.link_record)


def _response(frame: ModelFrame, family: Family) -> Floats:
    """Return the response as numbers: (n,), or (n, 2) for successes and failures."""
    response = frame.response
    assert response is not None
    binary = family.family in ("binomial", "quasibinomial")
    if isinstance(response, pd.Categorical):
        if not binary:
            raise _not_for_factors(family.family)
        return np.asarray(response.codes > 0, dtype=np.float64)
    if isinstance(response, Matrix):
        if not binary:
            raise RError(
                "(subscript) logical subscript too long",
                "A response of two columns, successes and failures, is for the binomial family.",
            )
        return response.values
    if isinstance(response, np.ndarray) and response.dtype == object:
        raise RError(
            "non-numeric argument to binary operator",
            "The response is text; make it a number or a factor.",
        )
    return numbers(response)


def _not_for_factors(family: str) -> RError:
    """Warn and return the error, as R's check of the family's response ends for a factor."""
    advice = f"The {family} family needs numbers; a factor is for the binomial family."
    comparison = COMPARISONS.get(family)
    warn(f"‘{comparison or '-'}’ not meaningful for factors", stacklevel=5)
    message = "missing value where TRUE/FALSE needed" if comparison else "NA/NaN/Inf in 'y'"
    return RError(message, advice)


def _fit(
    problem: Problem,
    starts: tuple[Floats | None, Floats | None, Floats | None],
    settings: GlmControl,
) -> IrlsFit:
    coefficients, eta, _ = starts
    point = first_point(problem, coefficients, eta)
    has_start = coefficients is not None
    return glm_fit(problem, point, settings, _observer(settings), has_start=has_start)


def _observer(settings: GlmControl) -> Observer:
    def tell(iteration: int | None, deviance: float) -> None:
        sys.stdout.write(format_deviance(iteration, deviance) + "\n")

    def keep_quiet(iteration: int | None, deviance: float) -> None:
        del iteration, deviance

    return tell if settings.trace else keep_quiet


def _null_deviance(problem: Problem, made: ModelData, settings: GlmControl) -> float:
    """Return the deviance of the model with nothing but intercept and offset."""
    start, offset = problem.start, made.frame.offset
    if not made.frame.terms.intercept:
        return total_deviance(problem.distribution, start, problem.link.inverse(problem.offset))
    if offset is None:
        return total_deviance(problem.distribution, start, null_mean(start))
    ones = np.ones((len(problem.offset), 1))
    alone = replace(problem, matrix=ones)
    fit = glm_fit(
        alone,
        first_point(alone, None, None),
        settings,
        _observer(settings),
        has_start=False,
    )
    if not fit.converged:
        warn(
            "fitting to calculate the null deviance did not converge -- increase 'maxit'?",
            stacklevel=5,
        )
    return fit.deviance
