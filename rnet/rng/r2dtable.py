"""r2dtable."""

from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.rng.arguments import reals, single
from rnet.rng.state import generator
from rnet.values import LARGEST_INTEGER


def r2dtable(n: Any, r: Any, c: Any) -> list[npt.NDArray[np.int64]]:
    """Draw two-way tables with given margins, as if rows and columns were independent.

    Parameters
    ----------
    n : int
        How many tables.
    r, c : array_like of int
        Totals of the rows and of the columns, two of each at least, with the same sum.

    Returns
    -------
    list of ndarray of int
        n tables, each of shape (rows, columns).

    Raises
    ------
    RError
        `invalid argument 'n'`, `'r'` or `'c'`;
        `arguments 'r' and 'c' must have the same sums`.

    Notes
    -----
    R page: `?r2dtable`. Patefield (1981), AS 159.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> rnet.r2dtable(1, [3, 2], [2, 3])[0].tolist()
    [[1, 2], [1, 1]]
    """
    tables = single(n)
    if not 0 <= tables <= LARGEST_INTEGER or np.size(n) != 1:
        raise RError("invalid argument 'n'", "Give a whole number, zero or more.")
    rows, columns = _totals(r, "r"), _totals(c, "c")
    if rows.sum(dtype=np.int64) != columns.sum(dtype=np.int64):
        raise RError("arguments 'r' and 'c' must have the same sums")
    drawn = generator().two_way_tables(int(tables), rows, columns)
    shape = (int(tables), columns.size, rows.size)
    return [table.T for table in drawn.astype(np.int64).reshape(shape)]


def _totals(value: Any, name: str) -> npt.NDArray[np.int32]:
    totals = np.trunc(reals(value))
    if totals.size < 2 or not ((totals >= 0) & (totals <= LARGEST_INTEGER)).all():
        raise RError(f"invalid argument '{name}'", "Give two or more whole numbers.")
    if totals.sum() > LARGEST_INTEGER:
        raise RError(f"invalid argument '{name}'", "The totals add up to too much.")
    return totals.astype(np.int32)
