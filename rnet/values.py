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

import math
import struct
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError

if TYPE_CHECKING:
    import pandas as pd

NA_LOW_WORD = 1954
LARGEST_INTEGER = 2**31 - 1
"""R's largest integer; a larger whole number is a double."""
NA: float = struct.unpack("<d", struct.pack("<II", NA_LOW_WORD, 0x7FF00000))[0]
"""R's missing double: a NaN whose low word is 1954. R prints it `NA`, any other NaN `NaN`."""

_MATRIX_MARK = "rnet.matrix"
_GROUPS_MARK = "rnet.column_groups"


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
) -> "pd.DataFrame":
    """Return an R matrix with dimnames as a DataFrame that prints as a matrix.

    Parameters
    ----------
    values : array_like
        Two-dimensional, rows by columns.
    row_names, column_names : sequence of str, optional
        Left out: R's `[1,]` and `[,1]`.

    Raises
    ------
    RError
        `length of 'dimnames' [1] not equal to array extent`.

    Examples
    --------
    >>> is_matrix(named_matrix([[1, 2]], ["r"]))
    True
    """
    cells = np.asarray(values)
    if cells.ndim != 2:
        raise RError(f"a matrix has 2 dimensions, not {cells.ndim}", "Give rows of equal length.")
    for axis, names in enumerate([row_names, column_names]):
        if names is not None and len(names) != cells.shape[axis]:
            raise RError(
                f"length of 'dimnames' [{axis + 1}] not equal to array extent",
                f"Names: {len(names)}; extent: {cells.shape[axis]}.",
            )
    import pandas as pd  # noqa: PLC0415 - starting R code must not wait for pandas

    frame = pd.DataFrame(
        cells,
        index=None if row_names is None else pd.Index(list(row_names), dtype=object),
        columns=None if column_names is None else pd.Index(list(column_names), dtype=object),
    )
    frame.attrs[_MATRIX_MARK] = True
    return frame


def is_matrix(frame: "pd.DataFrame") -> bool:
    """Whether a DataFrame stands for an R matrix rather than a data frame."""
    return bool(frame.attrs.get(_MATRIX_MARK, False))


def with_column_groups(frame: "pd.DataFrame", groups: Sequence[Sequence[str]]) -> "pd.DataFrame":
    """Mark columns that are one matrix in R: a number format holds for all of them."""
    frame.attrs[_GROUPS_MARK] = [list(group) for group in groups if len(group) > 1]
    return frame


def column_groups(frame: "pd.DataFrame") -> list[list[int]]:
    """Return the places of columns that are one matrix in R, where all of them are there.

    Examples
    --------
    >>> import pandas as pd
    >>> column_groups(with_column_groups(pd.DataFrame({"g": [1], "x.a": [2], "x.b": [3]}),
    ...                                  [["x.a", "x.b"]]))
    [[1, 2]]
    """
    places = {str(name): place for place, name in enumerate(frame.columns)}
    groups = frame.attrs.get(_GROUPS_MARK, [])
    return [
        [places[name] for name in group]
        for group in groups
        if all(name in places for name in group)
    ]


def axis_names(index: "pd.Index[Any]") -> list[str | None] | None:
    """Return the names along a pandas axis, None where it only counts positions.

    A RangeIndex and an integer index without a name of its own (what filtering leaves) count
    positions; every other index holds names, missing ones as None.

    Examples
    --------
    >>> import pandas as pd
    >>> axis_names(pd.Index(["a", "b"])), axis_names(pd.RangeIndex(2))
    (['a', 'b'], None)
    """
    if counts_positions(index):
        return None
    return [None if _is_missing(label) else _label(label) for label in index]


def row_names(frame: "pd.DataFrame | pd.Series[Any]") -> list[str]:
    """Return R's row names of a data frame: those of its index, or positions counted from 1.

    Rows kept by a filter keep their numbers, as in R: pandas' row 3 is R's row "4".

    Examples
    --------
    >>> import pandas as pd
    >>> row_names(pd.DataFrame({"x": [5, 6, 7]}).iloc[[0, 2]])
    ['1', '3']
    """
    names = axis_names(frame.index)
    if names is None:
        return [str(position + 1) for position in frame.index]
    return ["NA" if name is None else name for name in names]


def column_names(frame: "pd.DataFrame") -> list[str]:
    """Return the names of a data frame's columns as R would have them: strings."""
    return [_label(name) for name in frame.columns]


def counts_positions(index: "pd.Index[Any]") -> bool:
    """Whether an index only counts rows, from 0, and holds no names."""
    import pandas as pd  # noqa: PLC0415 - starting R code must not wait for pandas

    return isinstance(index, pd.RangeIndex) or (
        isinstance(index.dtype, np.dtype) and index.dtype.kind in "iu" and index.name is None
    )


def only_counts(index: "pd.Index[Any]") -> bool:
    """Whether an index counts all rows from 0: such a data frame's matrix has no row names in R.

    Examples
    --------
    >>> import pandas as pd
    >>> only_counts(pd.RangeIndex(3)), only_counts(pd.RangeIndex(3)[1:])
    (True, False)
    """
    import pandas as pd  # noqa: PLC0415 - starting R code must not wait for pandas

    return isinstance(index, pd.RangeIndex) and index.start == 0 and index.step == 1


def _is_missing(label: object) -> bool:
    import pandas as pd  # noqa: PLC0415 - starting R code must not wait for pandas

    return label is None or label is pd.NA or (isinstance(label, float) and math.isnan(label))


def _label(label: object) -> str:
    if isinstance(label, tuple):
        return ".".join(_label(part) for part in label)
    import pandas as pd  # noqa: PLC0415 - starting R code must not wait for pandas

    if isinstance(label, pd.Timestamp) and label == label.normalize():
        return str(label.date())
    return f"{label:.15g}" if isinstance(label, float) else str(label)
