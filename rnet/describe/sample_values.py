"""The numbers of one sample, as a column of doubles."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.formulas.columns import Matrix, as_column, class_of, numbers
from rnet.values import is_matrix

Doubles = npt.NDArray[np.float64]


def sample_values(x: Any) -> Doubles:
    """Return the numbers of a vector or matrix; nothing of None.

    Raises
    ------
    RError
        `non-numeric argument to binary operator` for text, factors and data frames.

    Examples
    --------
    >>> sample_values([True, False]).tolist()
    [1.0, 0.0]
    """
    if x is None or np.size(x) == 0:
        return np.array([])
    frame = isinstance(x, pd.DataFrame) and not is_matrix(x)
    column = None if frame else as_column(x, "x")
    if isinstance(column, Matrix):
        return column.values.ravel(order="F")
    if column is None or class_of(column) not in ("numeric", "logical"):
        raise RError(
            "non-numeric argument to binary operator",
            "Give one column of numbers." if frame else "Give numbers.",
        )
    return numbers(column)


def without_missing(values: Doubles, na_rm: bool) -> Doubles:
    """Return the values, without missing ones if `na_rm`."""
    return values[~np.isnan(values)] if na_rm else values
