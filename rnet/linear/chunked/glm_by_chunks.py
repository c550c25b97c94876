"""Fit a generalized linear model to a large table."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import reduce
from typing import Any

import numpy as np

from rnet.conditions import RError, warn
from rnet.language.tree import Call
from rnet.linear.chunked.big_glm import BigGLM
from rnet.linear.chunked.glm_pass import Ending, GlmPart, GlmWork, LastWork, Model, summed
from rnet.linear.chunked.recipe import recipe_of
from rnet.linear.chunked.scoring import Scored, scored
from rnet.linear.chunked.source import Source
from rnet.linear.chunked.survey import surveyed
from rnet.linear.family_record import Family
from rnet.linear.glm_control import GlmControl
from rnet.linear.glm_fit import IrlsFit, Observer, Step, report_end
from rnet.linear.model_data import Floats, ModelData

NOTHING = np.zeros(0)


@dataclass(frozen=True, slots=True)
class Fitter:
    """A model, its table and how to iterate."""

    model: Model
    source: Source
    control: GlmControl
    observe: Observer

    def evaluate(self, estimate: Floats | None) -> GlmPart:
        """Make a pass at some coefficients."""
        work = GlmWork(self.model, estimate)
        return summed(self.source.each(self.model.recipe.columns, work, "glm"))

    def scored(self, start: Floats | None) -> Scored:
        """Iterate from given coefficients, or from the first means."""
        return scored(self.evaluate, start, self.control, self.observe)

    def ending(self, found: Scored, mean: float | None) -> Ending:
        """Make the pass after the iteration."""
        part, estimate = found.last.part, found.last.estimate
        assert estimate is not None  # an iteration gave it
        work = LastWork(
            self.model,
            estimate,
            found.before.estimate,
            mean,
            part.deviance,
            part.weight,
            part.cases.rows,
        )
        endings = self.source.each(self.model.recipe.columns, work, "glm, last")
        return reduce(Ending.__add__, endings)

    def with_columns(self, count: int) -> "Fitter":
        """Return the fitter of the model's first columns."""
        model = replace(self.model, columns=np.arange(count), is_started=False)
        return replace(self, model=model)

    def terms_added(self, made: ModelData) -> list[IrlsFit]:
        """Return the fits with the first 0, 1, ... terms but not all."""
        assign = made.design.assign
        counts = [int(np.sum(assign <= k)) for k in range(len(made.design.terms.labels))]
        # What the table of terms takes for its first row is the null deviance.
        return [
            _as_fit(self.with_columns(count).scored(None), np.nan) if count else _no_fit()
            for count in counts
        ]


@dataclass(frozen=True, slots=True)
class TermsAdded:
    """Fits the smaller models when they are asked for."""

    fitter: Fitter
    made: ModelData

    def __call__(self) -> list[IrlsFit]:
        """Return the fits with the first 0, 1, ... terms but not all."""
        return self.fitter.terms_added(self.made)


def glm_by_chunks(
    call: Call,
    arguments: Mapping[str, Any],
    source: Source,
    family: Family,
    control: GlmControl,
    observe: Observer,
) -> BigGLM:
    """Fit the model that the arguments of `glm`, by name, describe: a pass an iteration."""
    for name in ("etastart", "mustart"):
        if arguments[name] is not None:
            raise RError(
                f"'{name}' must be left out", "A table read by chunks takes `start` instead."
            )
    start = arguments["start"]
    first = None if start is None else np.asarray(start, dtype=np.float64)
    recipe = surveyed(recipe_of(arguments, source), source)
    fitter = Fitter(Model(recipe, family, None, first is not None), source, control, observe)
    _check_columns(fitter, first)
    found = fitter.scored(first)
    part = found.last.part
    if not arguments["singular_ok"] and found.qr.rank < len(found.qr.pivot):
        raise RError("singular fit encountered", "Some columns are collinear; see `?glm`.")
    has_intercept = bool(recipe.terms.intercept)
    has_offset = bool(recipe.terms.offsets) or recipe.offset is not None
    ending = fitter.ending(found, part.weighted_response / part.weight if has_intercept else None)
    report_end(
        family.distribution,
        converged=found.converged,
        at_boundary=found.at_boundary,
        at_limits=ending.at_limits,
    )
    null = ending.null_deviance
    if has_intercept and has_offset:
        null = _null_deviance(fitter)
    made = _with_triangle(found.before.part)
    extra = 2 * family.distribution.counts_dispersion
    fit = _as_fit(found, ending.aic + extra)
    return BigGLM(
        call, made, family, fit, null, control, dict(arguments), part.cases, ending.pearson,
        TermsAdded(fitter, made),
    )  # fmt: skip


def _check_columns(fitter: Fitter, first: Floats | None) -> None:
    chunk = fitter.source.first(fitter.model.recipe.columns)
    made = fitter.model.recipe.model_data(chunk)
    names = made.design.column_names
    if not names:
        raise RError(
            "a model without columns is not fitted by chunks",
            "Write an intercept or a predictor.",
        )
    if first is not None and len(first) != len(names):
        raise RError(
            f"length of 'start' should equal {len(names)} and correspond to initial coefs "
            f"for {', '.join(names)}",
            "Or leave it out: glm finds a start by itself.",
        )


def _null_deviance(fitter: Fitter) -> float:
    found = fitter.with_columns(1).scored(None)
    if not found.converged:
        warn("fitting to calculate the null deviance did not converge -- increase 'maxit'?")
    return found.last.part.deviance


def _with_triangle(part: GlmPart) -> ModelData:
    assert part.triangle is not None  # a step was made there
    return replace(part.made, design=replace(part.made.design, values=part.triangle.upper))


def _as_fit(found: Scored, aic: float) -> IrlsFit:
    estimate = found.last.estimate
    assert estimate is not None  # an iteration gave it
    return IrlsFit(
        coefficients=estimate,
        working_residuals=NOTHING,
        fitted_values=NOTHING,
        linear_predictors=NOTHING,
        working_weights=NOTHING,
        step=Step(estimate, found.effects, found.qr, NOTHING),
        deviance=found.last.part.deviance,
        aic=aic + 2 * found.qr.rank,
        iterations=found.iterations,
        converged=found.converged,
        at_boundary=found.at_boundary,
    )


def _no_fit() -> IrlsFit:
    return IrlsFit(
        NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, None, np.nan, np.nan, 0, True, False
    )
