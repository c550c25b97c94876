"""R's `prop.table` and `proportions`: cells divided by the sums of a margin."""

from typing import Any

import numpy as np

from rnet.evaluate.margins import Margin, as_counts, like_input, margin_axes


def prop_table(x: Any, margin: Margin = None) -> Any:
    """Return the shares of the cells in the whole table, or within the classes of a margin.

    Parameters
    ----------
    x : Table, array_like, Series or DataFrame
        Counts.
    margin : int, str or sequence of these, optional
        Dimensions (1 is rows, 2 columns; or their names) within whose classes the shares add
        to 1. Default: all cells together.

    Returns
    -------
    same kind as `x`

    Notes
    -----
    R page: `?proportions`. A class without cases gives NaN, which tables print as blanks.

    Examples
    --------
    >>> from rnet import table
    >>> print(prop_table(table(g=["a", "a", "b", "b"], h=["x", "y", "x", "x"]), 1))
       h
    g     x   y
      a 0.5 0.5
      b 1.0 0.0
    """
    counts = as_counts(x)
    axes = margin_axes(margin, counts)
    others = tuple(axis for axis in range(counts.ndim) if axis not in axes)
    with np.errstate(divide="ignore", invalid="ignore"):
        shares = counts.counts / counts.counts.sum(axis=others, keepdims=True)
    return like_input(counts.with_counts(shares), x)


def proportions(x: Any, margin: Margin = None) -> Any:
    """Return the shares of the cells; R's newer name of `prop_table`.

    Examples
    --------
    >>> proportions([1, 3]).tolist()
    [0.25, 0.75]
    """
    return prop_table(x, margin)
