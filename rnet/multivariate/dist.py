"""`dist`: distances between the rows of a matrix."""

from typing import Any

import numpy as np
import pandas as pd

from rnet.conditions import RError, warn
from rnet.describe.scale import plain_matrix
from rnet.formulas.columns import as_column, class_of, numbers
from rnet.language.tree import Call
from rnet.matched_call import keeps_call
from rnet.memory import make_room
from rnet.multivariate.dist_fit import MEASURES, distances
from rnet.multivariate.distances import Dist, Doubles
from rnet.values import NA, axis_names, is_matrix, only_counts, row_names


@keeps_call("dist")
def dist(
    call: Call,
    x: Any,
    method: str = "euclidean",
    diag: bool = False,
    upper: bool = False,
    p: float = 2,
) -> Dist:
    """Return the distances between the rows of a matrix or data frame.

    Parameters
    ----------
    x : DataFrame or array_like, shape (n, p)
        A vector is one column.
    method : {"euclidean", "maximum", "manhattan", "canberra", "binary", "minkowski"}
        The measure; an unambiguous beginning will do.
    diag, upper : bool
        Whether printing shows the diagonal and the upper triangle.
    p : float
        Minkowski's power.

    Returns
    -------
    Dist
        Prints as a triangle; `as_matrix()` gives a square matrix.

    Raises
    ------
    RError
        `invalid distance method`, `distance(): invalid p`.

    Notes
    -----
    R page: `?dist`. Columns missing in one of two rows are left out and the sum is scaled up to
    all columns; no common column gives NA. Columns that are no numbers become missing, with R's
    warning.

    Examples
    --------
    >>> from rnet import dist
    >>> dist([[0.0, 0.0], [3.0, 4.0], [0.0, 1.0]]).as_matrix().round(2).to_numpy().tolist()
    [[0.0, 5.0, 1.0], [5.0, 0.0, 4.24], [1.0, 4.24, 0.0]]
    """
    found = [name for name in MEASURES if isinstance(method, str) and name.startswith(method)]
    if method not in MEASURES and len(found) != 1:
        advice = f"Choose one of {', '.join(MEASURES)}."
        raise RError("ambiguous distance method" if found else "invalid distance method", advice)
    chosen = method if method in MEASURES else found[0]
    if chosen == "minkowski" and not p > 0:
        raise RError("distance(): invalid p", "The power is a number above 0.")
    cells, labels = _rows(x)
    make_room(len(cells) * (len(cells) - 1) / 2)
    values = distances(cells, MEASURES[chosen], float(p))
    values = np.where(np.isnan(values), NA, values)
    return Dist(values, len(cells), labels, bool(diag), bool(upper), chosen, call)


def _rows(x: Any) -> tuple[Doubles, tuple[str, ...] | None]:
    labels = None
    x = plain_matrix(x)
    if isinstance(x, pd.DataFrame):
        names = axis_names(x.index) if is_matrix(x) or only_counts(x.index) else row_names(x)
        labels = None if names is None else tuple(name or "NA" for name in names)
        columns = [x.iloc[:, place] for place in range(x.shape[1])]
    else:
        columns = list(np.asarray(x).T) if np.ndim(x) == 2 else [x]
    parts = [_numbers(column) for column in columns]
    if any(part is None for part in parts):
        warn("NAs introduced by coercion", "Only columns of numbers have distances.")
    rows = len(columns[0]) if columns else len(x)
    known = [np.full(rows, np.nan) if part is None else part for part in parts]
    return np.column_stack(known) if known else np.zeros((rows, 0)), labels


def _numbers(values: Any) -> Doubles | None:
    """Return a column as numbers, None where it has none."""
    column = as_column(values, "x")
    if column is not None and class_of(column) == "character":
        read = pd.to_numeric(pd.Series(np.asarray(column)), errors="coerce").to_numpy(np.float64)
        return None if np.isnan(read).all() else read
    if column is None or class_of(column) not in ("numeric", "logical"):
        return None
    return numbers(column)
