"""`rowsum`: the sums of rows that belong together."""

from typing import Any

import numpy as np
import pandas as pd

from rnet.conditions import RError
from rnet.describe.groups import groups_of
from rnet.sums import extended_sum
from rnet.values import column_names, is_matrix, named_matrix


def rowsum(x: Any, group: Any, reorder: bool = True, na_rm: bool = False) -> Any:
    """Add up the rows of every group.

    Parameters
    ----------
    x : array_like of shape (n,) or (n, p), or DataFrame of numbers
    group : array_like of shape (n,)
    reorder : bool, default True
        Whether groups come sorted; else in the order they first occur.
    na_rm : bool, default False
        Whether missing values are left out.

    Returns
    -------
    named matrix of shape (groups, p), or DataFrame for a data frame

    Raises
    ------
    RError
        `incorrect length for 'group'`.

    Notes
    -----
    R page: `?rowsum`.

    Examples
    --------
    >>> from rnet import rowsum
    >>> rowsum([1, 2, 3], ["a", "b", "a"])[0].to_dict()
    {'a': 4.0, 'b': 2.0}
    """
    frame = isinstance(x, pd.DataFrame) and not is_matrix(x)
    cells = np.asarray(x, dtype=np.float64)
    cells = cells[:, None] if cells.ndim == 1 else cells
    if len(group) != len(cells):
        raise RError("incorrect length for 'group'", f"Rows: {len(cells)}; group: {len(group)}.")
    groups = groups_of(np.asarray(group), len(cells))
    places = groups.positions()
    order = list(range(len(places)))
    if not reorder:
        order.sort(key=lambda cell: int(places[cell][0]))
    if na_rm:
        cells = np.where(np.isnan(cells), 0.0, cells)
    sums = [[extended_sum(column) for column in cells[places[cell]].T] for cell in order]
    labels = [groups.levels[0][cell] for cell in order]
    names = column_names(x) if isinstance(x, pd.DataFrame) else None
    if frame:
        return pd.DataFrame(sums, index=pd.Index(labels, dtype=object), columns=names)
    return named_matrix(np.array(sums), labels, names)
