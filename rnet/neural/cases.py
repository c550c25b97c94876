"""`subset`, `na_action`, `weights` and `validation`: the rows a network is trained on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.formulas.all_vars import all_vars
from rnet.formulas.columns import Column, as_column, class_of, missing, numbers
from rnet.formulas.evaluate import Scope
from rnet.formulas.formula import Formula, parse_formula
from rnet.formulas.na_action import na_action_named
from rnet.formulas.subset import subset_rows
from rnet.formulas.terms import terms
from rnet.formulas.variables import evaluated_argument
from rnet.frames import UserVariables
from rnet.neural.model_data import ModelData, as_data_frame, matrix_row_names, model_data
from rnet.rng.sample_int import sample_int
from rnet.values import axis_names, named_matrix

Doubles = npt.NDArray[np.float64]
Positions = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Cases:
    """The data to train on, and how much each row counts.

    Attributes
    ----------
    data : DataFrame, or what the user gave where all rows are taken
    weights : ndarray, shape (n,), or None
    """

    data: Any
    weights: Doubles | None


@dataclass(frozen=True, slots=True, eq=False)
class HeldOut:
    """Rows that are not trained on: predictors (n, p) and responses (n, q)."""

    covariate: Doubles
    response: Doubles


@dataclass(frozen=True, slots=True, eq=False)
class TrainingCases:
    """What is trained on, how much each row counts, and the rows held out."""

    data: ModelData
    weights: Doubles | None
    held_out: HeldOut | None


def chosen_cases(
    formula: str | Formula, data: Any, subset: Any, na_action: Any, weights: Any
) -> Cases:
    """Return the rows of a subset, without those that a rule for missing values drops.

    As in `model_frame` everything is evaluated on all rows, then the subset is taken, then
    missing values are treated. Without `na_action` nothing is dropped: R's neuralnet has no rule.

    Raises
    ------
    RError
        `negative weights not allowed`, `variable lengths differ ...`
    """
    if subset is None and na_action is None and weights is None:
        return Cases(data, None)
    frame = as_data_frame(data)
    scope = Scope(frame, UserVariables())
    counted = _case_weights(evaluated_argument(weights, scope, "(weights)"), len(frame))
    rows = subset_rows(subset, scope)
    positions = np.arange(len(frame)) if rows is None else rows(len(frame))
    if na_action is not None:
        incomplete = _incomplete(frame, _used_columns(formula, frame))
        if counted is not None:
            incomplete |= np.isnan(counted)
        positions = positions[na_action_named(na_action).kept(incomplete[positions])]
    kept = None if counted is None else np.ascontiguousarray(counted[positions])
    if kept is not None and not np.isfinite(kept).all():
        raise RError(
            "missing or infinite values in 'weights'", "na_action='na.omit' drops those rows."
        )
    if kept is not None and not (kept > 0).any():
        raise RError("all weights are zero", "No row counts.")
    whole = len(positions) == len(frame) and bool((np.diff(positions) == 1).all())
    return Cases(frame if whole else frame.iloc[positions], kept)


def _case_weights(given: Column | None, rows: int) -> Doubles | None:
    if given is None:
        return None
    if class_of(given) not in ("numeric", "integer"):
        raise RError("'weights' must be a numeric vector")
    found = numbers(given)
    if found.shape != (rows,):
        raise RError(
            "variable lengths differ (found for '(weights)')",
            f"{len(found)} weights for {rows} rows.",
        )
    if (found < 0).any():
        raise RError("negative weights not allowed")
    return found.astype(np.float64)


def _used_columns(formula: str | Formula, frame: pd.DataFrame) -> list[str]:
    parsed = parse_formula(formula)
    left = all_vars(parsed.response) if parsed.response is not None else []
    return list(dict.fromkeys([*left, *terms(parsed, frame).labels]))


def _incomplete(frame: pd.DataFrame, names: Sequence[str]) -> npt.NDArray[np.bool_]:
    found = np.zeros(len(frame), dtype=np.bool_)
    for name in names:
        if name in frame.columns:
            column = as_column(frame[name], name)
            found |= missing(column) if column is not None else False
    return found


def split_validation(
    formula: str | Formula, matrices: ModelData, weights: Doubles | None, validation: Any
) -> TrainingCases:
    """Return what is trained on, its case weights, and the rows held out.

    A fraction is drawn as R's ``sample(n, round(fraction * n))`` would draw it: these are the
    first numbers a fit takes from the stream, before any start weight.

    Raises
    ------
    RError
        For a fraction outside (0, 1), and for rows that do not fit the training data.
    """
    if validation is None:
        return TrainingCases(matrices, weights, None)
    if not isinstance(validation, pd.DataFrame | dict) and np.ndim(validation) == 0:
        held = _drawn(validation, len(matrices.frame))
        kept = np.setdiff1d(np.arange(len(matrices.frame)), held)
        out = HeldOut(*_arrays(matrices, held))
        weights = None if weights is None else np.ascontiguousarray(weights[kept])
        matrices = _rows(matrices, kept)
    else:
        out = _on_other_data(formula, matrices, as_data_frame(validation))
    if not (np.isfinite(out.covariate).all() and np.isfinite(out.response).all()):
        raise RError("missing values in 'validation'", "Drop those rows first.")
    return TrainingCases(matrices, weights, out)


def _drawn(fraction: Any, rows: int) -> Positions:
    try:
        share = float(fraction)
    except (TypeError, ValueError):
        share = 0.0
    count = round(share * rows) if 0 < share < 1 else 0
    if not 0 < count < rows:
        raise RError(
            "Argument 'validation' must be a fraction between 0 and 1, or a data frame",
            f"Of {rows} rows {count} would be held out.",
        )
    return np.sort(sample_int(rows, count).astype(np.int64) - 1)


def _on_other_data(formula: str | Formula, matrices: ModelData, other: pd.DataFrame) -> HeldOut:
    """Read the formula in both frames at once, so that classes get the same columns."""
    used = [name for name in _used_columns(formula, matrices.frame) if name in matrices.frame]
    absent = [name for name in used if name not in other.columns]
    if absent:
        raise RError("undefined columns selected", f"'validation' has no column `{absent[0]}`.")
    plain = [frame[used].set_axis(range(len(frame))) for frame in (matrices.frame, other)]
    both = model_data(formula, pd.concat(plain, ignore_index=True))
    if both.training_error is not None:
        raise both.training_error
    if both.responses != matrices.responses:
        unknown = [name for name in both.responses if name not in matrices.responses]
        raise RError(f"'validation' has the new class {', '.join(unknown)}")
    return HeldOut(*_arrays(both, np.arange(len(matrices.frame), len(both.frame))))


def _arrays(matrices: ModelData, positions: Positions) -> tuple[Doubles, Doubles]:
    covariate = matrices.covariate.to_numpy(dtype=np.float64)
    response = matrices.response.to_numpy(dtype=np.float64)
    return np.ascontiguousarray(covariate[positions]), np.ascontiguousarray(response[positions])


def _rows(matrices: ModelData, positions: Positions) -> ModelData:
    """Return some rows of everything, with the names they had."""
    frame = matrices.frame.iloc[positions]
    names = [str(name) for name in matrices.response.index]
    response = named_matrix(
        matrices.response.to_numpy()[positions],
        [names[position] for position in positions],
        _names(matrices.response.columns),
    )
    covariate = matrices.covariate.to_numpy()[positions]
    return replace(
        matrices,
        frame=frame,
        response=response,
        covariate=named_matrix(covariate, matrix_row_names(frame), matrices.variables),
        row_names=matrix_row_names(frame),
    )


def _names(columns: "pd.Index[Any]") -> list[str] | None:
    names = axis_names(columns)
    return None if names is None else [str(name) for name in names]
