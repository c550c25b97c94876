"""`hamming_distance`: in how many places vectors differ."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.formulas.columns import Matrix, as_column, missing, strings
from rnet.values import NA, axis_names, is_matrix, named_matrix, row_names

MATRIX = 2


def hamming_distance(x: Any, y: Any = None) -> Any:
    """Count the places in which two vectors, or every two rows of a matrix, differ.

    Parameters
    ----------
    x : vector, two-dimensional array or DataFrame
    y : vector, optional
        As long as `x`; not looked at when `x` is a matrix.

    Returns
    -------
    int, or matrix of shape (n, n)
        NA where a value is missing. The matrix has the names of the rows, if any.

    Raises
    ------
    RError
        `argument "y" is missing, with no default`; for vectors of different lengths.

    Notes
    -----
    R page: `?hamming.distance` of package e1071. R repeats a shorter vector; here it is an
    error. A data frame, on which R fails, is taken as a matrix.

    Examples
    --------
    >>> hamming_distance([1, 0, 1, 1], [1, 1, 0, 1])
    2
    >>> hamming_distance([[1, 0], [1, 1]]).tolist()
    [[0, 1], [1, 0]]
    """
    if np.ndim(x) == MATRIX:
        names = _names_of_rows(x)
        counts = _between_rows(x)
        return counts if names is None else named_matrix(counts, names, names)
    if y is None:
        raise RError('argument "y" is missing, with no default', "Give a second vector.")
    first, second = _comparable(x), _comparable(y)
    if len(first[0]) != len(second[0]):
        raise RError(
            "longer object length is not a multiple of shorter object length",
            f"The vectors have {len(first[0])} and {len(second[0])} values.",
        )
    if (first[1] | second[1]).any():
        return NA
    return int((first[0] != second[0]).sum())


def _comparable(values: Any) -> tuple[npt.NDArray[Any], npt.NDArray[np.bool_]]:
    """Return values as text, TRUE as 1, and where they are missing."""
    column = as_column(values, "x")
    if column is None or isinstance(column, Matrix):
        raise RError("non-numeric matrix extent", "Give two vectors, or one matrix.")
    flags = np.asarray(column) if getattr(column, "dtype", None) == np.bool_ else None
    shown = column if flags is None else flags.astype(np.int64)
    return strings(shown), missing(column)


def _between_rows(x: Any) -> npt.NDArray[Any]:
    columns = (
        [x.iloc[:, place] for place in range(x.shape[1])]
        if isinstance(x, pd.DataFrame)
        else list(np.asarray(x).T)
    )
    pairs = [_comparable(column) for column in columns]
    texts = np.column_stack([text for text, _ in pairs])
    absent = np.column_stack([gone for _, gone in pairs])
    counts = (texts[:, None, :] != texts[None, :, :]).sum(axis=2)
    unknown = np.asarray((absent[:, None, :] | absent[None, :, :]).any(axis=2))
    np.fill_diagonal(unknown, val=False)
    np.fill_diagonal(counts, 0)
    return np.where(unknown, NA, counts) if unknown.any() else counts


def _names_of_rows(x: Any) -> list[str] | None:
    if not isinstance(x, pd.DataFrame):
        return None
    names = axis_names(x.index)
    if names is None:
        return None if is_matrix(x) else row_names(x)
    return [name or "NA" for name in names]
