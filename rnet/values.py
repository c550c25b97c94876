"""How R's values look in Python: missing numbers, and matrices that have names.

| R | Python |
|---|---|
| double, integer, logical vector | 1-d NumPy array of float64, an integer type, bool |
| vector with names | pandas Series whose index holds strings |
| matrix | 2-d NumPy array; with dimnames a DataFrame made by `named_matrix` |
| factor | pandas Categorical (or a Series of one), ordered or not |
| data frame | pandas DataFrame |
| list | Python list; with names a dict |
| NULL | None |
"""

import struct
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

NA_LOW_WORD = 1954
NA: float = struct.unpack("<d", struct.pack("<II", NA_LOW_WORD, 0x7FF00000))[0]
"""R's missing double: a NaN whose low word is 1954. R prints it `NA`, any other NaN `NaN`."""

_MATRIX_MARK = "rnet.matrix"


def is_na(values: npt.NDArray[np.float64]) -> npt.NDArray[np.bool_]:
    """Where doubles are R's NA (not merely NaN), elementwise.

    Examples
    --------
    >>> is_na(np.array([1.0, NA, np.nan])).tolist()
    [False, True, False]
    """
    words = np.ascontiguousarray(values, dtype=np.float64).view(np.uint64)
    low = (words & np.uint64(0xFFFFFFFF)) == np.uint64(NA_LOW_WORD)
    return np.asarray(np.isnan(values) & low, dtype=np.bool_)


def named_matrix(
    values: npt.ArrayLike,
    row_names: Sequence[str] | None = None,
    column_names: Sequence[str] | None = None,
) -> pd.DataFrame:
    """Return an R matrix with dimnames as a DataFrame that prints as a matrix.

    Parameters
    ----------
    values : array_like
        Two-dimensional, rows by columns.
    row_names, column_names : sequence of str, optional
        Left out: R's `[1,]` and `[,1]`.

    Examples
    --------
    >>> is_matrix(named_matrix([[1, 2]], ["r"]))
    True
    """
    frame = pd.DataFrame(
        np.asarray(values),
        index=None if row_names is None else pd.Index(list(row_names), dtype=object),
        columns=None if column_names is None else pd.Index(list(column_names), dtype=object),
    )
    frame.attrs[_MATRIX_MARK] = True
    return frame


def is_matrix(frame: pd.DataFrame) -> bool:
    """Whether a DataFrame stands for an R matrix rather than a data frame."""
    return bool(frame.attrs.get(_MATRIX_MARK, False))
