"""R's `glm`: generalized linear models."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError, warn
from rnet.formulas.formula import Formula
from rnet.language.tree import Call
from rnet.linear.chunked.source import source_of
from rnet.linear.families import as_family
from rnet.linear.family_record import Family
from rnet.linear.generalized_model import GLM
from rnet.linear.glm_control import GlmControl, as_control
from rnet.linear.glm_fit import Observer, glm_fit
from rnet.linear.glm_point import Problem, first_point, null_mean, total_deviance
from rnet.linear.glm_problem import FirstValues, glm_problem
from rnet.linear.model_data import DATA_ARGUMENTS, ModelData, model_data
from rnet.linear.print_lm import format_deviance
from rnet.matched_call import keeps_call

if TYPE_CHECKING:
    from rnet.linear.chunked.big_glm import BigGLM

__all__ = ["GLM", "glm"]


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
) -> Any:
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
        called. Other tables, read by chunks, as for `lm`.
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
    GLM or BigGLM
        Prints as in R; see `coef`, `fitted`, `residuals`, `predict`, `deviance`, `AIC`. Of a
        table read by chunks a BigGLM, which keeps no residuals and fitted values.

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
    arguments = {
        "formula": formula,
        "family": family,
        "data": data,
        "weights": weights,
        "subset": subset,
        "na_action": na_action,
        "start": start,
        "etastart": etastart,
        "mustart": mustart,
        "offset": offset,
        "control": control,
        "singular_ok": singular_ok,
        "contrasts": contrasts,
    }
    return fit_glm(call, arguments)


def fit_glm(call: Call, arguments: Mapping[str, Any]) -> "GLM | BigGLM":
    """Fit the model that the arguments of `glm`, by name, describe; the call is kept."""
    chosen, settings = as_family(arguments["family"]), as_control(arguments["control"])
    source = source_of(arguments["data"])
    if source is not None:
        from rnet.linear.chunked.glm_by_chunks import glm_by_chunks  # noqa: PLC0415 - seldom wanted

        return glm_by_chunks(call, arguments, source, chosen, settings, _observer(settings))
    start = arguments["start"]
    made = model_data(
        **{name: arguments[name] for name in DATA_ARGUMENTS},
        extras={name: arguments[name] for name in ("etastart", "mustart")},
    )
    extras = made.frame.extras
    coefficients = None if start is None else np.atleast_1d(np.asarray(start, dtype=np.float64))
    first = FirstValues(coefficients, extras.get("etastart"), extras.get("mustart"))
    problem = glm_problem(made, chosen, first)
    point = first_point(problem, first.coefficients, first.linear_predictors)
    fit = glm_fit(problem, point, settings, _observer(settings), first.coefficients)
    if not arguments["singular_ok"] and fit.rank < made.design.values.shape[1]:
        raise RError("singular fit encountered", "Some columns are collinear; see `?glm`.")
    null = _null_deviance(problem, made, settings)
    return GLM(call, made, chosen, problem.start, fit, null, settings, dict(arguments))


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
    fit = glm_fit(alone, first_point(alone, None, None), settings, _observer(settings))
    if not fit.converged:
        warn(
            "fitting to calculate the null deviance did not converge -- increase 'maxit'?",
            stacklevel=5,
        )
    return fit.deviance
