"""Cases in known groups: what `lda` and `qda` learn from."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError, warn
from rnet.describe.scale import plain_matrix
from rnet.formulas.columns import as_column, class_of, numbers
from rnet.formulas.factor_functions import as_factor
from rnet.formulas.formula import Formula
from rnet.formulas.model_frame import ModelFrame, model_frame, model_frame_for
from rnet.formulas.model_matrix import model_matrix
from rnet.values import axis_names, is_matrix, named_matrix, row_names

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class GroupedCases:
    """Cases by variables, each case in a group.

    Attributes
    ----------
    values : ndarray, shape (n, p)
    codes : ndarray of int, shape (n,)
        The group of each case.
    levels : tuple of str
        All groups, also those without cases.
    row_names, column_names : list of str or None
    origin : ModelFrame or None
        Where a formula gave them.
    """

    values: Doubles
    codes: npt.NDArray[np.int64]
    levels: tuple[str, ...]
    row_names: list[str] | None
    column_names: list[str] | None
    origin: ModelFrame | None = None

    @property
    def counts(self) -> npt.NDArray[np.int64]:
        """How many cases each group has, shape (groups,)."""
        return np.bincount(self.codes, minlength=len(self.levels))

    @property
    def labels(self) -> list[str]:
        """The names of the columns, or their numbers."""
        return self.column_names or [str(place + 1) for place in range(self.values.shape[1])]

    def matrix(self, values: Doubles, columns: list[str]) -> pd.DataFrame:
        """Return a matrix of the cases, shape (n, k); rows `na.exclude` dropped are missing."""
        found = named_matrix(values, self.row_names, columns)
        return found if self.origin is None else self.origin.left_out.padded_matrix(found)

    def among_used(self) -> "tuple[npt.NDArray[np.int64], list[str]]":
        """Return codes and names of the groups that have cases."""
        used = np.flatnonzero(self.counts)
        return np.searchsorted(used, self.codes), [self.levels[code] for code in used]


def cases_of_formula(
    formula: str | Formula, data: Any, subset: Any, na_action: Any
) -> GroupedCases:
    """Return predictors, coded as a design matrix without intercept, and groups of a formula.

    Raises
    ------
    RError
        `nrow(x) and length(grouping) are different` for a formula without response.
    """
    frame = model_frame(formula, data, subset=subset, na_action=na_action)
    if frame.response is None:
        raise RError("nrow(x) and length(grouping) are different", "Write `group ~ predictors`.")
    values, names = _predictors(frame)
    factor = as_factor(frame.response)
    return GroupedCases(
        values,
        np.asarray(factor.codes, dtype=np.int64),
        tuple(str(level) for level in factor.categories),
        list(frame.row_names),
        names,
        frame,
    )


def _predictors(frame: ModelFrame) -> tuple[Doubles, list[str]]:
    design = model_matrix(frame)
    kept = [place for place, term in enumerate(design.assign) if term > 0]
    return design.values[:, kept], [design.column_names[place] for place in kept]


def cases_of_matrix(x: Any, grouping: Any, subset: Any, na_action: Any) -> GroupedCases:
    """Return cases given as a matrix or data frame, and their groups given beside them.

    Raises
    ------
    RError
        `'x' is not a matrix`, `nrow(x) and length(grouping) are different`.
    """
    values, rows, columns = _matrix(x)
    column = as_column(grouping, "grouping")
    factor = as_factor(np.array([], dtype=object) if column is None else column)
    if len(factor) != len(values):
        raise RError(
            "nrow(x) and length(grouping) are different",
            f"{len(values)} rows, {len(factor)} groups.",
        )
    chosen = np.arange(len(values)) if subset is None else _places(subset, len(values))
    if na_action is not None:
        whole = ~(np.isnan(values).any(axis=1) | (np.asarray(factor.codes) < 0))
        chosen = chosen[whole[chosen]]
    codes = np.asarray(factor.codes, dtype=np.int64)[chosen]
    if (codes < 0).any():
        raise RError("missing value where TRUE/FALSE needed", "A group is missing: drop the case.")
    return GroupedCases(
        values[chosen],
        codes,
        tuple(str(level) for level in factor.categories),
        None if rows is None else [rows[place] for place in chosen],
        columns,
    )


def _places(subset: Any, length: int) -> npt.NDArray[np.intp]:
    """Return the rows a subset of truth values, or of numbers counted from 1, chooses."""
    wanted = np.asarray(subset)
    if wanted.dtype.kind == "b":
        return np.flatnonzero(np.resize(wanted, length))
    return wanted.astype(np.intp) - 1


def _matrix(x: Any) -> tuple[Doubles, list[str] | None, list[str] | None]:
    x = plain_matrix(x)
    if isinstance(x, pd.DataFrame):
        own = is_matrix(x)
        rows = axis_names(x.index) if own else row_names(x)
        columns = axis_names(x.columns) if own else [str(name) for name in x.columns]
        parts = [_codes_or_numbers(x.iloc[:, place]) for place in range(x.shape[1])]
        return np.column_stack(parts), _texts(rows), _texts(columns)
    if np.ndim(x) != 2:
        raise RError("'x' is not a matrix", "Give a data frame or matrix of predictors.")
    return np.column_stack([_codes_or_numbers(part) for part in np.asarray(x).T]), None, None


def _texts(names: Any) -> list[str] | None:
    return None if names is None else [name or "NA" for name in names]


def _codes_or_numbers(values: Any) -> Doubles:
    """Return a column as numbers; R takes the codes of a factor here."""
    column = as_column(values, "x")
    if column is None or class_of(column) == "character":
        raise RError("'x' must be numeric", "A formula codes text and factors.")
    if isinstance(column, pd.Categorical):
        return np.where(column.codes < 0, np.nan, column.codes + 1.0)
    return numbers(column)


def new_cases(newdata: Any, learnt: GroupedCases) -> tuple[Doubles, list[str] | None]:
    """Return new cases, shape (m, p), with the names of their rows.

    Raises
    ------
    RError
        `wrong number of variables`, or a variable that the formula does not find.
    """
    if learnt.origin is not None:
        frame = model_frame_for(learnt.origin.terms, newdata)
        return _predictors(frame)[0], list(frame.row_names)
    if not isinstance(newdata, pd.DataFrame) and np.ndim(newdata) == 1:
        newdata = np.asarray(newdata, dtype=np.float64)[None, :]
    values, rows, columns = _matrix(newdata)
    if values.shape[1] != learnt.values.shape[1]:
        raise RError(
            "wrong number of variables", f"There were {learnt.values.shape[1]} predictors."
        )
    if learnt.column_names and columns and columns != learnt.column_names:
        warn("variable names in 'newdata' do not match those in 'object'", stacklevel=5)
    return values, rows


def checked_prior(prior: Any, cases: GroupedCases) -> Doubles:
    """Return one probability a group: the shares of the cases, or those given.

    Raises
    ------
    RError
        `invalid 'prior'`, `'prior' is of incorrect length`.
    """
    if prior is None:
        return np.asarray(cases.counts / cases.counts.sum(), dtype=np.float64)
    found = valid_prior(prior)
    if len(found) != len(cases.levels):
        raise RError("'prior' is of incorrect length", f"There are {len(cases.levels)} groups.")
    return found


def valid_prior(prior: Any) -> Doubles:
    """Return probabilities that add up to 1.

    Raises
    ------
    RError
        `invalid 'prior'`.
    """
    found = np.atleast_1d(np.asarray(prior, dtype=np.float64))
    if (found < 0).any() or round(float(found.sum()), 5) != 1:
        raise RError("invalid 'prior'", "Probabilities are 0 or more and add up to 1.")
    return found


def warn_of_empty_groups(cases: GroupedCases) -> None:
    """Warn of groups without cases, in R's words."""
    empty = [level for level, n in zip(cases.levels, cases.counts, strict=True) if not n]
    if empty:
        words = "group {} is empty" if len(empty) == 1 else "groups {} are empty"
        warn(words.format(" ".join(empty)), stacklevel=5)
