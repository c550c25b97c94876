"""The arrays of a network with one hidden layer, from a formula or from matrices."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError, warn
from rnet.formulas.columns import Column, Matrix, as_column, class_of, numbers
from rnet.formulas.model_frame import ModelFrame, model_frame
from rnet.formulas.model_matrix import DesignMatrix, model_matrix
from rnet.formulas.na_action import na_action_named
from rnet.language.deparse import deparse
from rnet.values import axis_names, named_matrix, row_names

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class FormulaOrigin:
    """What a formula leaves with the arrays made from it.

    Attributes
    ----------
    frame : ModelFrame
        The variables of the cases used.
    design : DesignMatrix
        With the encoding that new data need.
    all_row_names : list of str
        Names of the cases before incomplete ones were dropped.
    """

    frame: ModelFrame
    design: DesignMatrix
    all_row_names: list[str]

    @property
    def has_intercept(self) -> bool:
        """Whether the design matrix begins with a column of ones."""
        return bool(self.frame.terms.intercept)

    @property
    def response_text(self) -> str:
        """The response as it stands in the formula."""
        response = self.frame.terms.formula.response
        assert response is not None
        return " ".join(deparse(response))

    @property
    def na_action(self) -> "pd.Series[int] | None":
        """The cases dropped: their numbers, counted from 1, by name; None if there are none."""
        omitted = self.frame.omitted
        if not len(omitted):
            return None
        names = [self.all_row_names[position] for position in omitted]
        return pd.Series(omitted + 1, index=pd.Index(names, dtype=object))

    @property
    def contrasts(self) -> dict[str, Any] | None:
        """The contrasts by factor; None without factors."""
        return self.design.contrasts or None

    @property
    def xlevels(self) -> dict[str, list[str]] | None:
        """The levels of every factor among the predictors; None without predictors."""
        terms = self.frame.terms
        predictors = terms.frame_names[terms.response :]
        if not predictors:
            return None
        levels = terms.encoding.levels
        return {name: list(levels[name]) for name in predictors if name in levels}

    def padded(self, values: pd.DataFrame) -> pd.DataFrame:
        """Return a matrix with rows of NaN for the cases that `na.exclude` dropped."""
        if not na_action_named(self.frame.na_action).pads or not len(self.frame.omitted):
            return values
        used = np.ones(len(self.all_row_names), dtype=np.bool_)
        used[self.frame.omitted] = False
        return with_missing_rows(values, used, self.all_row_names)


@dataclass(frozen=True, slots=True, eq=False)
class NnetData:
    """Predictors and response of n cases.

    Attributes
    ----------
    x : ndarray, shape (n, p)
    y : ndarray, shape (n, outputs)
    weights : ndarray or None
        Case weights as given.
    row_names, output_names : list of str or None
    levels : list of str or None
        The classes of a factor response; those without cases have no column in `y`.
    origin : FormulaOrigin or None
        None for matrices.
    """

    x: Doubles
    y: Doubles
    weights: Doubles | None
    row_names: list[str] | None
    output_names: list[str] | None
    levels: list[str] | None
    origin: FormulaOrigin | None

    def matrix(self, values: Doubles) -> pd.DataFrame:
        """Return outputs of the cases as a matrix with names."""
        return named_matrix(values, self.row_names, self.output_names)


def formula_origin(
    formula: Any,
    data: Any,
    *,
    weights: Any,
    subset: Any,
    na_action: Any,
    contrasts: Mapping[str, Any] | None,
) -> FormulaOrigin:
    """Evaluate a formula and code its predictors; unused levels stay, as in R."""
    frame = model_frame(formula, data, subset=subset, na_action=na_action, weights=weights)
    names = list(frame.row_names)
    if len(frame.omitted):
        names = list(model_frame(formula, data, subset=subset, na_action="na.pass").row_names)
    return FormulaOrigin(frame, model_matrix(frame, contrasts=contrasts), names)


def data_of_formula(origin: FormulaOrigin) -> NnetData:
    """Return the arrays of a formula: no column for the intercept, one for each class."""
    frame = origin.frame
    if frame.response is None:
        raise RError(
            "'data' must be of a vector type, was 'NULL'",
            "The formula has no response: write it before the `~`.",
        )
    x = origin.design.values[:, int(origin.has_intercept) :]
    levels = None
    if isinstance(frame.response, pd.Categorical):
        levels = list(frame.response.categories)
        y, names = _class_columns(frame.response)
    else:
        y, names = _response_columns(frame.response)
    _check_complete(x, y)
    return NnetData(x, y, frame.weights, list(frame.row_names), names, levels, origin)


def _check_complete(x: Doubles, y: Doubles) -> None:
    for name, values in (("x", x), ("y", y)):
        if np.isnan(values).any():
            raise RError(f"missing values in '{name}'", "Drop incomplete rows.")


def _class_columns(response: pd.Categorical) -> tuple[Doubles, list[str] | None]:
    """Return one column for two classes, else an indicator of each class that has cases."""
    levels = list(response.categories)
    filled = warn_of_empty_classes(response)
    if len(levels) == 2:
        return np.asarray(response.codes[:, None] == 1, dtype=np.float64), None
    return indicators(response)[:, filled], [levels[code] for code in filled]


def warn_of_empty_classes(response: pd.Categorical) -> npt.NDArray[np.int64]:
    """Return the codes of the classes that have cases; warn of the others."""
    counts = np.bincount(response.codes[response.codes >= 0], minlength=len(response.categories))
    empty = [
        f"‘{level}’" for level, count in zip(response.categories, counts, strict=True) if not count
    ]
    if empty:
        are = "group {} is empty" if len(empty) == 1 else "groups {} are empty"
        warn(are.format(" ".join(empty)), stacklevel=6)
    return np.flatnonzero(counts)


def indicators(factor: pd.Categorical) -> Doubles:
    """Return the indicator matrix of a factor, shape (n, levels); missing ones are rows of 0."""
    codes = np.asarray(factor.codes, dtype=np.int64)
    matches = codes[:, None] == np.arange(len(factor.categories))
    return np.asarray(matches, dtype=np.float64)


def _response_columns(response: Column) -> tuple[Doubles, list[str] | None]:
    if isinstance(response, Matrix):
        names = response.column_names
        return response.values, None if names is None else list(names)
    if class_of(response) == "character":
        raise not_a_number("y")
    return numbers(response)[:, None], None


def data_of_matrices(x: Any, y: Any, weights: Any) -> NnetData:
    """Return the arrays of predictors and response given as matrices, frames or vectors."""
    predictors, names, _ = as_matrix(x, "x")
    response, _, output_names = as_matrix(y, "y")
    _check_complete(predictors, response)
    if len(predictors) != len(response):
        raise RError(
            "nrows of 'x' and 'y' must match", f"They have {len(predictors)} and {len(response)}."
        )
    given = None if weights is None else np.atleast_1d(np.asarray(weights, dtype=np.float64))
    return NnetData(predictors, response, given, names, output_names, None, None)


def as_matrix(value: Any, name: str) -> tuple[Doubles, list[str] | None, list[str] | None]:
    """Return numbers, shape (n, columns), with the names of rows and columns where they exist."""
    if isinstance(value, pd.DataFrame):
        columns = [_number_column(value.iloc[:, i], name) for i in range(value.shape[1])]
        values = np.column_stack(columns) if columns else np.zeros((len(value), 0))
        known = axis_names(value.columns)
        headings = None if known is None else [heading or "NA" for heading in known]
        return values, _row_names(value), headings
    if isinstance(value, pd.Series):
        return _number_column(value, name)[:, None], _row_names(value), None
    if np.ndim(value) == 2:
        values = np.asarray(value)
        columns = [_number_column(column, name) for column in values.T]
        return np.column_stack(columns) if columns else np.zeros((len(values), 0)), None, None
    return _number_column(value, name)[:, None], None, None


def _row_names(value: "pd.DataFrame | pd.Series[Any]") -> list[str] | None:
    index = value.index
    if isinstance(index, pd.RangeIndex) and index.start == 0 and index.step == 1:
        return None
    return row_names(value)


def _number_column(value: Any, name: str) -> Doubles:
    column = as_column(value, name)
    if column is None or class_of(column) not in ("numeric", "logical"):
        raise not_a_number(name)
    return numbers(column)


def not_a_number(name: str) -> RError:
    """Return R's error for text or a factor where numbers belong."""
    warn("NAs introduced by coercion", stacklevel=6)
    return RError(
        "NA/NaN/Inf in foreign function call (arg 2)",
        f"'{name}' holds text or a factor; a formula codes factors, class_ind() makes columns.",
    )


def with_missing_rows(
    values: pd.DataFrame, present: npt.NDArray[np.bool_], names: list[str]
) -> pd.DataFrame:
    """Return a matrix spread over more rows; those not present are NaN."""
    cells = np.full((len(present), values.shape[1]), np.nan)
    cells[present] = values.to_numpy()
    return named_matrix(cells, names, axis_names(values.columns))  # type: ignore[arg-type]
