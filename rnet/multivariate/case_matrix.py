"""Cases as a matrix of numbers with R's names."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.describe.scale import plain_matrix
from rnet.formulas.columns import as_column, class_of, numbers
from rnet.values import axis_names, is_matrix, row_names


@dataclass(frozen=True, slots=True)
class CaseMatrix:
    """Cases.

    Attributes
    ----------
    values : ndarray, shape (n, p)
    row_names, column_names : list of str or None
        None where a matrix has none.
    """

    values: npt.NDArray[np.float64]
    row_names: list[str] | None
    column_names: list[str] | None


def read_cases(x: Any) -> CaseMatrix:
    """Return cases as numbers; rows of a data frame always have names.

    Raises
    ------
    RError
        `NA/NaN/Inf in foreign function call (arg 1)` for text, factors and missing values.

    Examples
    --------
    >>> read_cases([1, 2]).values.tolist()
    [[1.0], [2.0]]
    """
    x = plain_matrix(x)
    if isinstance(x, pd.DataFrame):
        rows = _names(x.index) if is_matrix(x) else row_names(x)
        columns = _names(x.columns) if is_matrix(x) else [str(name) for name in x.columns]
        parts = [_numeric(x.iloc[:, place]) for place in range(x.shape[1])]
        return CaseMatrix(np.column_stack(parts), rows, columns)
    if np.ndim(x) == 2:
        return CaseMatrix(np.column_stack([_numeric(part) for part in np.asarray(x).T]), None, None)
    return CaseMatrix(_numeric(x)[:, None], None, None)


def _names(index: "pd.Index[Any]") -> list[str] | None:
    found = axis_names(index)
    return None if found is None else [name or "NA" for name in found]


def _numeric(values: Any) -> npt.NDArray[np.float64]:
    column = as_column(values, "x")
    if column is None or class_of(column) not in ("numeric", "logical"):
        raise RError("NA/NaN/Inf in foreign function call (arg 1)", "All columns must be numbers.")
    found = numbers(column)
    if not np.isfinite(found).all():
        raise RError(
            "NA/NaN/Inf in foreign function call (arg 1)", "`impute` fills what is missing."
        )
    return found
