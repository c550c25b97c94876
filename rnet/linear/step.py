"""`step`: choose a model by Akaike's criterion, one term at a time."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.formulas.terms import Terms
from rnet.formulas.update_formula import update_formula
from rnet.language.deparse import deparse
from rnet.linear.anova_table import AnovaTable, anova_table
from rnet.linear.fitted_model import FittedModel
from rnet.linear.scope import addable, check_bounds, droppable, scope_terms
from rnet.linear.single_terms import NONE
from rnet.linear.update import with_formula
from rnet.linear.variance_model import AOV
from rnet.match_arg import match_arg
from rnet.printing.numbers import format_real
from rnet.printing.rounding import round_r
from rnet.values import NA

Floats: TypeAlias = npt.NDArray[np.float64]

DIRECTIONS = ("both", "backward", "forward")
GAIN = 1e-7
"""A step must lower the criterion by more."""


@dataclass(frozen=True, slots=True)
class Search:
    """How to search.

    Attributes
    ----------
    lower, upper : Terms or None
        Terms never dropped; terms that may be added.
    backward, forward : bool
        Whether terms may be dropped, and added.
    scale, k : float
        As for `drop1`.
    trace : bool
        Whether to tell each step.
    test : str
        The test in the tables of steps, as for `drop1`.
    """

    lower: Terms | None
    upper: Terms | None
    backward: bool
    forward: bool
    scale: float
    k: float
    trace: bool
    test: str


@dataclass(frozen=True, slots=True)
class PathPoint:
    """A model on the way: the change that led to it, and its figures."""

    change: str
    deviance: float
    df_residual: int
    criterion: float


def step(
    object: Any,  # noqa: A002 - R's name
    scope: Any = None,
    scale: float = 0.0,
    direction: str | None = None,
    trace: int = 1,
    steps: int = 1000,
    k: float = 2.0,
    test: str = "none",
) -> Any:
    """Choose a model by Akaike's criterion, dropping or adding one term at a time.

    Parameters
    ----------
    object : LM, GLM or AOV
        Where to start.
    scope : str, Formula, or mapping with "lower" and "upper", optional
        Terms that may be added, and terms that stay; by default those of `object` may be added
        again.
    scale : float, default 0
        A known residual variance.
    direction : {"both", "backward", "forward"}, optional
        By default "both" with a scope, else "backward".
    trace : int, default 1
        0 prints nothing.
    steps : int, default 1000
        Most steps.
    k : float, default 2
        Penalty per parameter; log(n) gives Schwarz's criterion.
    test : {"none", "F", "Chisq", "Rao"}
        Shown in the tables of steps.

    Returns
    -------
    LM, GLM or AOV
        The model chosen; `fit["anova"]` is the path.

    Raises
    ------
    RError
        `number of rows in use has changed: remove missing values?` and R's words for models
        without a criterion.

    Notes
    -----
    R page: `?step`.

    Examples
    --------
    >>> from rnet import data, lm, step
    >>> str(step(lm("mpg ~ .", data("mtcars")), trace=0).formula)
    'mpg ~ wt + qsec + am'
    """
    if isinstance(object, AOV):
        return AOV(step(object.linear, scope, scale, direction, trace, steps, k, test))
    if not isinstance(object, FittedModel):
        raise RError(
            "no applicable method for 'extractAIC' applied to an object of class "
            f'"{type(object).__name__.lower()}"',
            "step takes what lm, glm or aov returned.",
        )
    chosen = "both" if direction is None else match_arg(direction, DIRECTIONS)
    lower, upper = _bounds(object, scope)
    if scope is None and direction is not None:
        upper = object.terms
    search = Search(
        lower=lower,
        upper=upper,
        backward=chosen in ("both", "backward"),
        forward=chosen == "forward" or (chosen == "both" and upper is not None),
        scale=scale,
        k=k,
        trace=bool(trace),
        test=test,
    )
    fit, path = _walk(object, search, steps)
    changed: Any = fit
    return replace(changed, steps=_path_frame(path))


def _bounds(fit: FittedModel, scope: Any) -> tuple[Terms | None, Terms | None]:
    if scope is None:
        return None, None
    if not isinstance(scope, Mapping):
        return None, scope_terms(fit.formula, scope)
    lower, upper = scope.get("lower"), scope.get("upper")
    return (
        None if lower is None else scope_terms(fit.formula, lower),
        None if upper is None else scope_terms(fit.formula, upper),
    )


def _walk(fit: FittedModel, search: Search, most: int) -> tuple[FittedModel, list[PathPoint]]:
    criterion = _criterion(fit, search)
    path = [PathPoint("", fit.deviance, fit.df_residual, criterion)]
    cases = len(fit.model_data.frame)
    _tell(search, f"Start:  AIC={_rounded(criterion)}", fit)
    for _ in range(most):
        table = _candidates(fit, search)
        if table is None:
            break
        best = table.row_names[0]
        if search.trace:
            sys.stdout.write(f"{table}\n")
        if best == NONE:
            break
        new = with_formula(fit, update_formula(fit.formula, f"~ . {best}"))
        if len(new.model_data.frame) != cases:
            raise RError(
                "number of rows in use has changed: remove missing values?",
                "Fit the first model to rows that are complete in all variables.",
            )
        found = _criterion(new, search)
        _tell(search, f"\nStep:  AIC={_rounded(found)}", new)
        if found >= criterion + GAIN:
            break
        fit, criterion = new, found
        path.append(PathPoint(best, fit.deviance, fit.df_residual, criterion))
    return fit, path


def _criterion(fit: FittedModel, search: Search) -> float:
    value = float(fit.extractAIC(search.scale, search.k)[1])
    if np.isnan(value):
        raise RError(
            "AIC is not defined for this model, so 'step' cannot proceed",
            "Quasi families have no likelihood.",
        )
    if value == -np.inf:
        raise RError(
            "AIC is -infinity for this model, so 'step' cannot proceed", "The fit is perfect."
        )
    return value


def _tell(search: Search, line: str, fit: FittedModel) -> None:
    if search.trace:
        formula = "\n".join(deparse(fit.formula.tree))
        sys.stdout.write(f"{line}\n{formula}\n\n")


def _rounded(value: float) -> str:
    return format_real([round_r(np.array([value]), 2)[0]])[0]


def _candidates(fit: FittedModel, search: Search) -> AnovaTable | None:
    """Return the table of the models one step away, best first; None if there are none."""
    check_bounds(fit.terms, search.lower, search.upper)
    parts: list[tuple[str, AnovaTable]] = []
    how: dict[str, Any] = {"scale": search.scale, "k": search.k, "test": search.test}
    if search.backward and (labels := droppable(fit.terms, search.lower)):
        parts.append(("- ", fit.drop1(labels, **how)))
    if search.forward and search.upper is not None and (labels := addable(fit.terms, search.upper)):
        parts.append(("+ ", fit.add1(search.upper, **how)))
    if not parts:
        return None
    rows = [(NONE, parts[0][1].values[0])]
    for sign, table in parts:
        named = zip(table.row_names[1:], table.values[1:], strict=True)
        rows += [(sign + name, row) for name, row in named if row[0] != 0]
    columns = parts[0][1].columns
    values = np.vstack([row for _, row in rows])
    criterion = "Cp" if "Cp" in columns else "AIC"
    order = np.argsort(values[:, columns.index(criterion)], kind="stable")
    ordered = {name: values[order, j] for j, name in enumerate(columns)}
    return anova_table(ordered, [rows[i][0] for i in order], [])


def _path_frame(path: list[PathPoint]) -> pd.DataFrame:
    deviance = np.array([point.deviance for point in path])
    df = np.array([float(point.df_residual) for point in path])
    return pd.DataFrame(
        {
            "Step": [point.change for point in path],
            "Df": np.concatenate([[NA], np.diff(df)]),
            "Deviance": np.concatenate([[NA], np.abs(np.diff(deviance))]),
            "Resid. Df": df,
            "Resid. Dev": deviance,
            "AIC": [point.criterion for point in path],
        }
    )
