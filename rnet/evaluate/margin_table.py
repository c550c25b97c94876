"""R's `margin.table` and `marginSums`: sums over all other dimensions."""

from typing import Any

import numpy as np

from rnet.evaluate.contingency_table import Table
from rnet.evaluate.margins import Margin, as_counts, margin_axes


def margin_table(x: Any, margin: Margin = None) -> Any:
    """Return the sums of the cells for each class of some dimensions.

    Parameters
    ----------
    x : Table, array_like, Series or DataFrame
        Counts.
    margin : int, str or sequence of these, optional
        Dimensions to keep, in this order (1 is rows, 2 columns; or their names). Default: the
        sum of all cells.

    Returns
    -------
    Table, array or number
        A Table of the dimensions kept; an array where `x` was one.

    Notes
    -----
    R page: `?marginSums`.

    Examples
    --------
    >>> from rnet import data
    >>> margin_table(data("HairEyeColor"), "Sex").as_vector().tolist()
    [279.0, 313.0]
    """
    counts = as_counts(x)
    axes = margin_axes(margin, counts)
    if not axes:
        return counts.counts.sum()
    others = tuple(axis for axis in range(counts.ndim) if axis not in axes)
    kept = sorted(axes)
    sums = counts.counts.sum(axis=others).transpose([kept.index(axis) for axis in axes])
    if not isinstance(x, Table) and counts.dnn is None and isinstance(x, np.ndarray | list):
        return sums
    dnn = None if counts.dnn is None else [counts.dnn[axis] for axis in axes]
    return Table(sums, [counts.dimnames[axis] for axis in axes], dnn)


def marginSums(x: Any, margin: Margin = None) -> Any:  # noqa: N802 - R's name
    """Return sums over all other dimensions; R's newer name of `margin_table`.

    Examples
    --------
    >>> marginSums([[1, 2], [3, 4]], 1).tolist()
    [3, 7]
    """
    return margin_table(x, margin)
