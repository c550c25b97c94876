"""Models with one term less or more: `drop1` and `add1` (R page `?add1`)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from rnet.conditions import warn
from rnet.distributions.tails import chi_squared_upper, f_upper
from rnet.formulas.formula import Formula
from rnet.formulas.update_formula import update_formula
from rnet.language.deparse import deparse
from rnet.linear.anova_glm import problem_of, score, silent
from rnet.linear.anova_lm import columns_of_test
from rnet.linear.anova_table import AnovaTable, after_missing, anova_table
from rnet.linear.fitted_model import FittedModel
from rnet.linear.generalized_model import GLM
from rnet.linear.glm_fit import IrlsFit, glm_fit
from rnet.linear.glm_point import Problem, first_point
from rnet.linear.glm_problem import FirstValues, glm_problem
from rnet.linear.lm_fit import lm_fit
from rnet.linear.model_data import DATA_ARGUMENTS, ModelData, model_data, numeric_response
from rnet.linear.scope import chosen_to_add, chosen_to_drop, term_sets
from rnet.match_arg import match_arg
from rnet.printing.numbers import format_real
from rnet.sums import extended_sum
from rnet.values import NA

Floats: TypeAlias = npt.NDArray[np.float64]
Mask: TypeAlias = npt.NDArray[np.bool_]

NONE = "<none>"


@dataclass(frozen=True, slots=True)
class Trial:
    """A model tried: its deviance (or sum of squares), rank, and its fit if generalized."""

    deviance: float
    rank: int
    fit: IrlsFit | None = None


@dataclass(frozen=True, slots=True)
class Trials:
    """The model itself and those with one term less or more.

    Attributes
    ----------
    model : FittedModel
    labels : list of str
        The terms dropped or added.
    own : Trial
        The model, on the rows all trials share.
    others : list of Trial
    scores : ndarray, shape (terms,)
        Rao's statistics; NaN where not wanted.
    cases : int
        Rows with a positive weight.
    adds : bool
        Whether terms were added.
    """

    model: FittedModel
    labels: list[str]
    own: Trial
    others: list[Trial]
    scores: Floats
    cases: int
    adds: bool

    @property
    def deviance(self) -> Floats:
        """The deviances, the model's own first."""
        return np.array([self.own.deviance, *(trial.deviance for trial in self.others)])

    @property
    def df(self) -> Floats:
        """The differences in rank, positive; the first is NA."""
        sign = 1.0 if self.adds else -1.0
        differences = [sign * (trial.rank - self.own.rank) for trial in self.others]
        return after_missing(np.array(differences))

    @property
    def gain(self) -> Floats:
        """The differences in deviance, positive for worse smaller models; the first is NA."""
        sign = -1.0 if self.adds else 1.0
        return after_missing(sign * (self.deviance[1:] - self.deviance[0]))


def drop_terms(model: FittedModel, scope: Any, scale: float, test: str, k: float) -> AnovaTable:
    """Return the table of models with one term less."""
    labels = chosen_to_drop(model.terms, scope)
    made = model.model_data
    numbers = _numbers(made, labels)
    masks = [made.design.assign != number for number in numbers]
    trials = _tried(model, made, np.ones(len(made.design.assign), np.bool_), masks, labels, test)
    return _table("Single term deletions", trials, scale, test, k)


def add_terms(model: FittedModel, scope: Any, scale: float, test: str, k: float) -> AnovaTable:
    """Return the table of models with one term more."""
    labels = chosen_to_add(model.terms, scope)
    formula = update_formula(model.formula, "~ . + " + " + ".join(labels))
    made = _wider_data(model, formula)
    _warn_of_rows(model, made)
    added = _numbers(made, labels)
    own = ~np.isin(made.design.assign, added)
    masks = [own | (made.design.assign == number) for number in added]
    trials = _tried(model, made, own, masks, labels, test)
    return _table("Single term additions", trials, scale, test, k)


def _numbers(made: ModelData, labels: Sequence[str]) -> list[int]:
    """Return the numbers of terms in a design, compared as sets of variables."""
    known = list(term_sets(made.design.terms))
    by_label = {label: i for i, label in enumerate(term_sets(made.design.terms).values())}
    wanted = [frozenset(label.split(":")) for label in labels]
    return [
        1 + (by_label[label] if label in by_label else known.index(term))
        for label, term in zip(labels, wanted, strict=True)
    ]


def _wider_data(model: FittedModel, formula: Formula) -> ModelData:
    arguments = {**model.arguments, "formula": formula}
    return model_data(**{name: arguments[name] for name in DATA_ARGUMENTS})


def _warn_of_rows(model: FittedModel, made: ModelData) -> None:
    before, now = len(model.model_data.frame), len(made.frame)
    if now < before:
        warn(
            f"using the {now}/{before} rows from a combined fit",
            "Missing values in the terms to be added drop rows.",
            stacklevel=6,
        )


def _tried(
    model: FittedModel,
    made: ModelData,
    own: Mask,
    masks: Sequence[Mask],
    labels: list[str],
    test: str,
) -> Trials:
    adds = not own.all()
    if isinstance(model, GLM):
        problem = _problem(model, made)
        # as in R the model is fitted anew only beside larger ones, whose rows may be fewer
        known = Trial(model.deviance, model.rank, model.fit)
        first = _try_glm(model, problem, own) if adds else known
        others = [_try_glm(model, problem, mask) for mask in masks]
        scores = np.full(len(masks), NA)
        if test == "Rao":
            small = [first] * len(masks) if adds else others
            large = masks if adds else [own] * len(masks)
            scores = _scores(problem, small, large)
        cases = int(np.sum(problem.start.weights > 0))
        return Trials(model, labels, first, others, scores, cases, adds)
    first = _try_lm(made, own)
    others = [_try_lm(made, mask) for mask in masks]
    weights = made.frame.weights
    cases = len(made.frame) if weights is None else int(np.sum(weights > 0))
    return Trials(model, labels, first, others, np.full(len(masks), NA), cases, adds)


def _scores(problem: Problem, small: Sequence[Trial], large: Sequence[Mask]) -> Floats:
    found = []
    for trial, mask in zip(small, large, strict=True):
        assert trial.fit is not None
        found.append(score(trial.fit, problem.matrix[:, mask]))
    return np.array(found)


def _try_lm(made: ModelData, columns: Mask) -> Trial:
    frame = made.frame
    response = numeric_response(frame)
    found = lm_fit(made.design.values[:, columns], response, frame.weights, frame.offset)
    squares = found.residuals**2
    weighted = squares if frame.weights is None else frame.weights * squares
    return Trial(extended_sum(weighted), found.rank)


def _problem(model: GLM, made: ModelData) -> Problem:
    if made is model.model_data:
        return problem_of(model)
    return glm_problem(made, model.family, FirstValues(None, None, None))


def _try_glm(model: GLM, problem: Problem, columns: Mask) -> Trial:
    from dataclasses import replace  # noqa: PLC0415

    part = replace(problem, matrix=np.asfortranarray(problem.matrix[:, columns]))
    found = glm_fit(part, first_point(part, None, None), model.control, silent)
    return Trial(found.deviance, found.rank, found)


def _table(title: str, trials: Trials, scale: float, test: str, k: float) -> AnovaTable:
    make: Callable[[Trials, float, str, float], dict[str, Floats]]
    make = _glm_columns if isinstance(trials.model, GLM) else _lm_columns
    columns = make(trials, scale, test, k)
    heading = [title, "\nModel:", *deparse(trials.model.formula.tree)]
    if scale > 0:
        heading.append(f"\nscale:  {format_real([scale])[0]} \n")
    return anova_table(columns, [NONE, *trials.labels], heading)


def _lm_columns(trials: Trials, scale: float, test: str, k: float) -> dict[str, Floats]:
    chosen = match_arg(test, ("none", "F", "Chisq"))
    n, squares = trials.cases, trials.deviance
    ranks = np.array([trials.own.rank, *(trial.rank for trial in trials.others)])
    with np.errstate(all="ignore"):
        fit = n * np.log(squares / n) if scale <= 0 else squares / scale - n
    columns = {
        "Df": trials.df,
        "Sum of Sq": trials.gain,
        "RSS": squares,
        ("Cp" if scale > 0 else "AIC"): fit + k * ranks,
    }
    if chosen == "Chisq":
        sign = -1.0 if trials.adds else 1.0
        change = trials.gain / scale if scale > 0 else sign * (fit - fit[0])
        change[0] = NA
        columns |= columns_of_test("Chisq", trials.df, change, 1.0, np.inf)
    elif chosen == "F":
        columns |= _f_columns(trials)
    return columns


def _f_columns(trials: Trials) -> dict[str, Floats]:
    """Return F tests against the residuals of the larger model."""
    larger = trials.others if trials.adds else [trials.own] * len(trials.others)
    df = np.array([float(trials.cases - trial.rank) for trial in larger])
    residual = np.array([trial.deviance for trial in larger])
    with np.errstate(all="ignore"):
        ratio = (trials.gain[1:] / trials.df[1:]) / (residual / df)
        ratio[trials.df[1:] == 0] = NA
        p = np.where(np.isnan(ratio), NA, f_upper(ratio, trials.df[1:], df))
    return {"F value": after_missing(ratio), "Pr(>F)": after_missing(p)}


def _glm_columns(trials: Trials, scale: float, test: str, k: float) -> dict[str, Floats]:
    chosen = match_arg(test, ("none", "Rao", "LRT", "Chisq", "F"))
    model = trials.model
    assert isinstance(model, GLM)
    dispersion = model.scale_squared if scale <= 0 else scale
    sign = -1.0 if trials.adds else 1.0
    change = _likelihood_change(trials, model, scale, dispersion)
    criterion = model.aic + (k - 2) * trials.own.rank
    aic = criterion + np.concatenate([[0.0], sign * (change[1:] - k * trials.df[1:])])
    columns = {"Df": trials.df, "Deviance": trials.deviance}
    if not np.isnan(aic).all():
        columns["AIC"] = aic
    known = dispersion == 1
    if chosen in ("LRT", "Chisq"):
        columns["LRT" if known else "scaled dev."] = change
        columns |= _p_column(trials, change)
    elif chosen == "Rao":
        scaled = after_missing(trials.scores / dispersion)
        columns["Rao score" if known else "scaled Rao sc."] = scaled
        columns |= _p_column(trials, scaled)
    elif chosen == "F":
        _warn_of_f(model.family.family, quoted=not trials.adds)
        columns |= _f_columns(trials)
    return columns


def _likelihood_change(trials: Trials, model: GLM, scale: float, dispersion: float) -> Floats:
    """Return twice the differences in log likelihood; the first is NA."""
    if model.family.family == "gaussian" and scale <= 0:
        n = trials.cases
        with np.errstate(all="ignore"):
            fit = n * np.log(trials.deviance / n)
        sign = -1.0 if trials.adds else 1.0
        return after_missing(sign * (fit[1:] - fit[0]))
    return trials.gain / dispersion


def _p_column(trials: Trials, statistic: Floats) -> dict[str, Floats]:
    with np.errstate(all="ignore"):
        p = chi_squared_upper(statistic[1:], trials.df[1:])
    return {"Pr(>Chi)": after_missing(np.where(trials.df[1:] == 0, NA, p))}


def _warn_of_f(family: str, *, quoted: bool) -> None:
    if family in ("binomial", "poisson"):
        name = f"'quasi{family}'" if quoted else f"quasi{family}"
        warn(f"F test assumes {name} family", stacklevel=6)
