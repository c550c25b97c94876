"""What `prcomp` and `princomp` share: columns of numbers, and scores of new cases."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.describe.scale import plain_matrix
from rnet.formulas.columns import Matrix, as_column, class_of, numbers
from rnet.formulas.formula import Formula
from rnet.formulas.model_frame import ModelFrame, model_frame
from rnet.formulas.model_matrix import model_matrix
from rnet.values import axis_names, is_matrix, named_matrix, row_names

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class NumericTable:
    """Cases by numeric variables, with R's names.

    Attributes
    ----------
    values : ndarray, shape (n, p)
        NaN where a value is missing.
    row_names, column_names : list of str or None
    frame : ModelFrame or None
        Where a formula gave them.
    """

    values: Doubles
    row_names: list[str] | None
    column_names: list[str] | None
    frame: ModelFrame | None = None

    def with_rows(self, values: Doubles, columns: Sequence[str]) -> pd.DataFrame:
        """Return a matrix of the cases, shape (n, k)."""
        found = named_matrix(values, self.row_names, columns)
        return found if self.frame is None else self.frame.left_out.padded_matrix(found)

    def with_columns(self, values: Doubles) -> Any:
        """Return one number a variable, shape (p,), with names where there are any."""
        if self.column_names is None:
            return values
        return pd.Series(values, index=pd.Index(self.column_names, dtype=object))


def read_table_of_numbers(x: Any, message: str) -> NumericTable:
    """Return cases by variables.

    Raises
    ------
    RError
        `message` for columns that are no numbers.
    """
    x = plain_matrix(x)
    if isinstance(x, pd.DataFrame):
        own = is_matrix(x)
        rows = axis_names(x.index) if own else row_names(x)
        columns = axis_names(x.columns) if own else [str(name) for name in x.columns]
        parts = [_numeric(x.iloc[:, place], message) for place in range(x.shape[1])]
        return NumericTable(np.column_stack(parts), _texts(rows), _texts(columns))
    if np.ndim(x) == 2:
        parts = [_numeric(column, message) for column in np.asarray(x).T]
        return NumericTable(np.column_stack(parts), None, None)
    return NumericTable(_numeric(x, message)[:, None], None, None)


def table_of_formula(
    formula: str | Formula, data: Any, subset: Any, na_action: Any
) -> NumericTable:
    """Return the variables of a formula without response, coded as a design matrix.

    Raises
    ------
    RError
        `response not allowed in formula`, `PCA applies only to numerical variables`.
    """
    frame = model_frame(formula, data, subset=subset, na_action=na_action)
    if frame.response is not None:
        raise RError("response not allowed in formula", "Write `~ a + b`.")
    for column in frame.variables.values():
        if not isinstance(column, Matrix) and class_of(column) not in ("numeric", "logical"):
            raise RError(
                "PCA applies only to numerical variables", "Leave factors out of the formula."
            )
    design = model_matrix(frame)
    kept = [place for place, term in enumerate(design.assign) if term > 0]
    names = [design.column_names[place] for place in kept]
    return NumericTable(design.values[:, kept], list(frame.row_names), names, frame)


def scores_of(table: NumericTable, center: Any, scale: Any, loadings: pd.DataFrame) -> pd.DataFrame:
    """Return the scores of cases: centred, scaled and turned."""
    values = table.values
    with np.errstate(invalid="ignore"):  # centers that are not known are NA
        if center is not False:
            values = values - np.asarray(center, dtype=np.float64)
        if scale is not False:
            values = values / np.asarray(scale, dtype=np.float64)
    return table.with_rows(values @ loadings.to_numpy(), list(loadings.columns))


def new_table(newdata: Any, loadings: pd.DataFrame, of: ModelFrame | None) -> NumericTable:
    """Return new cases with the variables that were analysed, found by name.

    Raises
    ------
    RError
        `'newdata' must be a matrix or data frame`, `'newdata' does not have named columns
        matching one or more of the original columns`, `... the correct number of columns`.
    """
    if not isinstance(newdata, pd.DataFrame) and np.ndim(newdata) != 2:
        raise RError("'newdata' must be a matrix or data frame", "Give rows and columns.")
    wanted = axis_names(loadings.index)
    if of is not None or (isinstance(newdata, pd.DataFrame) and wanted is not None):
        known = {str(name): place for place, name in enumerate(newdata.columns)}
        if wanted is None or not set(wanted) <= set(known):
            raise RError(
                "'newdata' does not have named columns matching one or more of the original "
                "columns",
                f"Wanted: {', '.join(str(name) for name in wanted or [])}.",
            )
        newdata = newdata.iloc[:, [known[str(name)] for name in wanted]]
    table = read_table_of_numbers(newdata, "'x' must be numeric")
    if table.values.shape[1] != len(loadings):
        raise RError(
            "'newdata' does not have the correct number of columns", f"It needs {len(loadings)}."
        )
    return table


def _texts(names: list[str | None] | list[str] | None) -> list[str] | None:
    return None if names is None else [name or "NA" for name in names]


def _numeric(values: Any, message: str) -> Doubles:
    column = as_column(values, "x")
    if column is None or class_of(column) not in ("numeric", "logical"):
        raise RError(message, "All columns must be numbers.")
    return numbers(column)
