"""Read a matrix, vector or data frame of predictors that comes without a formula."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.formulas.columns import as_column, class_of, numbers
from rnet.values import axis_names, is_matrix, row_names
from rnet.vector_machine.kernels import Rows
from rnet.vector_machine.sparse import is_sparse, read_sparse

MISSING = "missing values in object"


@dataclass(frozen=True, slots=True)
class MatrixInput:
    """Predictors as numbers.

    Attributes
    ----------
    values : numpy.ndarray or csr_matrix, shape (n, p)
        Missing values are NaN.
    row_names : list of str
        n names; positions from 1 where there are none.
    column_names : list of str or None
        p names; None where there are none.
    is_vector : bool
        Whether it was one plain vector.
    """

    values: Rows
    row_names: list[str]
    column_names: list[str] | None
    is_vector: bool


def read_matrix(x: Any) -> MatrixInput:
    """Return predictors as numbers with names.

    Parameters
    ----------
    x : DataFrame, two-dimensional array, sparse matrix of SciPy, or vector
        A vector is one column; a sparse matrix stays sparse, and its rows and columns are counted.

    Raises
    ------
    RError
        R's words when a column is no number (a factor, say).
    """
    if is_sparse(x):
        sparse = read_sparse(x)
        return MatrixInput(sparse, _counted(sparse.shape[0]), None, is_vector=False)
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


def incomplete_rows(values: Rows) -> npt.NDArray[np.bool_]:
    """Return which rows miss a value; sparse ones may not miss any.

    Raises
    ------
    RError
        R's words for a sparse matrix that does.
    """
    if not is_sparse(values):
        return np.asarray(np.isnan(values).any(axis=1))
    if np.isnan(values.data).any():
        raise RError(MISSING, "A sparse matrix must not hold missing values.")
    return np.zeros(values.shape[0], dtype=np.bool_)


def _counted(rows: int) -> list[str]:
    return [str(position) for position in range(1, rows + 1)]
