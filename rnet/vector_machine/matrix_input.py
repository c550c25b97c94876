"""Read a matrix, vector or data frame of predictors that comes without a formula."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.formula.columns import as_column, class_of, numbers
from rnet.values import axis_names, is_matrix, row_names


@dataclass(frozen=True, slots=True)
class MatrixInput:
    """Predictors as numbers.

    Attributes
    ----------
    values : numpy.ndarray, shape (n, p)
        Missing values are NaN.
    row_names : list of str
        n names; positions from 1 where there are none.
    column_names : list of str or None
        p names; None where there are none.
    is_vector : bool
        Whether it was one plain vector.
    """

    values: npt.NDArray[np.float64]
    row_names: list[str]
    column_names: list[str] | None
    is_vector: bool


def read_matrix(x: Any) -> MatrixInput:
    """Return predictors as numbers with names.

    Parameters
    ----------
    x : DataFrame, two-dimensional array, or vector
        A vector is one column.

    Raises
    ------
    RError
        R's words when a column is no number (a factor, say).
    """
    if isinstance(x, pd.DataFrame):
        columns = [_numeric(x.iloc[:, place], str(name)) for place, name in enumerate(x.columns)]
        values = np.column_stack(columns) if columns else np.zeros((len(x), 0))
        names = axis_names(x.columns) if is_matrix(x) else [str(name) for name in x.columns]
        known = None if names is None else [name or "NA" for name in names]
        return MatrixInput(values, row_names(x), known, is_vector=False)
    if np.ndim(x) == 2:
        columns = [_numeric(column, "x") for column in np.asarray(x).T]
        values = np.column_stack(columns) if columns else np.zeros((len(x), 0))
        return MatrixInput(values, _counted(len(values)), None, is_vector=False)
    vector = _numeric(x, "x")
    names_of_vector = row_names(x) if isinstance(x, pd.Series) else _counted(len(vector))
    return MatrixInput(vector[:, None], names_of_vector, None, is_vector=True)


def _numeric(value: Any, name: str) -> npt.NDArray[np.float64]:
    column = as_column(value, name)
    if column is None or class_of(column) not in ("numeric", "logical"):
        raise RError(
            "missing value where TRUE/FALSE needed",
            f"‘{name}’ is not numeric; a formula expands factors into columns of 0 and 1.",
        )
    return numbers(column)


def _counted(rows: int) -> list[str]:
    return [str(position) for position in range(1, rows + 1)]
