"""`var`, `sd`, `cov` and `cor`: how variables vary, alone and together."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from rnet.conditions import RError, warn
from rnet.describe.arguments import Doubles, is_factor, numeric_values
from rnet.describe.moments import moments
from rnet.describe.scale import plain_matrix
from rnet.formulas.columns import Matrix, as_column, class_of, numbers
from rnet.match_arg import match_arg
from rnet.values import NA, axis_names, column_names, is_matrix, named_matrix

USES = (
    "all.obs",
    "complete.obs",
    "pairwise.complete.obs",
    "everything",
    "na.or.complete",
)
METHODS = ("pearson", "kendall", "spearman")


@dataclass(frozen=True, slots=True)
class Variables:
    """The columns of an argument; `names` are None for a vector, which `is_vector` tells."""

    values: Doubles
    names: list[str] | None
    is_vector: bool


def cor(x: Any, y: Any = None, use: str = "everything", method: str = "pearson") -> Any:
    """Return the correlation of two vectors, or of the columns of one or two matrices.

    Parameters
    ----------
    x : array_like of shape (n,) or (n, p), or DataFrame of numbers
    y : array_like of shape (n,) or (n, q), or DataFrame, optional
    use : str, default "everything"
        What to do about missing values: "everything" (they make NA), "all.obs" (an error),
        "complete.obs", "na.or.complete" (leave out rows), "pairwise.complete.obs". A beginning
        will do.
    method : str, default "pearson"
        Or "kendall", "spearman".

    Returns
    -------
    float, or named matrix of shape (p, q)

    Raises
    ------
    RError
        `supply both 'x' and 'y' or a matrix-like 'x'`, `incompatible dimensions`,
        `'x' must be numeric`, `missing observations in cov/cor`, `no complete element pairs`.

    Notes
    -----
    R page: `?cor`. A constant column gives NA and R's warning. Kendall's tau is tau-b.

    Examples
    --------
    >>> from rnet import cor
    >>> cor([1, 2, 3], [1, 2, 4], method="kendall")
    1.0
    """
    return _moments(x, y, use, method, scaled=True)


def cov(x: Any, y: Any = None, use: str = "everything", method: str = "pearson") -> Any:
    """Return the covariance of two vectors, or of the columns of one or two matrices.

    Parameters, errors as `cor`; Kendall's is the sum of the products of the signs of all
    differences.

    Returns
    -------
    float, or named matrix of shape (p, q)

    Notes
    -----
    R page: `?cov`.

    Examples
    --------
    >>> from rnet import cov
    >>> cov([1, 2, 3], [1, 2, 6])
    2.5
    """
    return _moments(x, y, use, method, scaled=False)


def var(x: Any, y: Any = None, na_rm: bool = False, use: str | None = None) -> Any:
    """Return the sample variance, or the covariances of several variables.

    Parameters
    ----------
    x, y : array_like or DataFrame
        As for `cov`.
    na_rm : bool, default False
        Whether rows with missing values are left out.
    use : str, optional
        As for `cor`.

    Returns
    -------
    float, or named matrix
        NA of less than two values.

    Raises
    ------
    RError
        R's `Calling var(x) on a factor x is defunct.`

    Notes
    -----
    R page: `?var`.

    Examples
    --------
    >>> from rnet import var
    >>> var([1, 2, 3, 4])
    1.6666666666666667
    """
    if is_factor(x):
        raise RError(
            "Calling var(x) on a factor x is defunct.\n"
            "  Use something like 'all(duplicated(x)[-1L])' to test for a constant vector.",
            "A factor has levels, not numbers.",
        )
    chosen = use if use is not None else "na.or.complete" if na_rm else "everything"
    if y is None and np.ndim(x) <= 1:
        x = numeric_values(x, "is.numeric(x) || is.logical(x) is not TRUE")
        y = x
    return _moments(x, y, chosen, "pearson", scaled=False)


def sd(x: Any, na_rm: bool = False) -> float:
    """Return the standard deviation, n - 1 in the denominator.

    Parameters
    ----------
    x : array_like of float
    na_rm : bool, default False
        Whether missing values are left out.

    Returns
    -------
    float
        NA of less than two values.

    Notes
    -----
    R page: `?sd`.

    Examples
    --------
    >>> from rnet import sd
    >>> sd([1, 2, 3])
    1.0
    """
    variance = var(x if is_factor(x) else numeric_values(x), na_rm=na_rm)
    return NA if math.isnan(variance) else math.sqrt(variance)


def _moments(x: Any, y: Any, use: Any, method: Any, *, scaled: bool) -> Any:
    handling = _matched_use(use)
    kind = match_arg(method, METHODS)
    left = _variables(x, "x")
    right = left if y is None or y is x else _variables(y, "y")
    if y is None and left.is_vector:
        raise RError("supply both 'x' and 'y' or a matrix-like 'x'", "One vector is not enough.")
    if len(left.values) != len(right.values):
        raise RError(
            "incompatible dimensions", f"Rows: {len(left.values)} and {len(right.values)}."
        )
    first, second = _rows(left.values, right.values, handling)
    pairwise = handling == "pairwise.complete.obs"
    found = moments(first, second, kind, scaled=scaled, pairwise=pairwise)
    if found.constant:
        warn("the standard deviation is zero")
    if left.is_vector and right.is_vector:
        return float(found.values[0, 0])
    values = found.values.copy()
    if y is None and scaled and handling != "pairwise.complete.obs":
        np.fill_diagonal(values, 1.0)  # R calls a variable correlated with itself, known or not
    return named_matrix(values, left.names, right.names)


def _matched_use(use: Any) -> str:
    found = [one for one in USES if isinstance(use, str) and use and one.startswith(use)]
    if len(found) != 1:
        raise RError("invalid 'use' argument", f"One of {', '.join(USES)}.")
    return found[0]


def _variables(x: Any, name: str) -> Variables:
    """Return numbers by columns."""
    x = plain_matrix(x)
    if isinstance(x, pd.DataFrame):
        bad = [str(label) for label in x.columns if not _is_numeric(x[label])]
        if bad:
            raise RError(f"'{name}' must be numeric", f"These columns are not: {', '.join(bad)}.")
        cells = x.to_numpy(dtype=np.float64, na_value=NA)
        named = axis_names(x.columns) is not None or not is_matrix(x)
        return Variables(cells, column_names(x) if named else None, False)
    column = as_column(np.asarray(x) if np.ndim(x) == 2 else x, name)
    if isinstance(column, Matrix):
        names = None if column.column_names is None else list(column.column_names)
        return Variables(column.values, names, False)
    if column is None or class_of(column) not in ("numeric", "logical"):
        raise RError(f"'{name}' must be numeric", "Text and factors do not correlate.")
    return Variables(numbers(column)[:, None], None, True)


def _is_numeric(column: "pd.Series[Any]") -> bool:
    return bool(pd.api.types.is_numeric_dtype(column.dtype))


def _rows(x: Doubles, y: Doubles, use: str) -> tuple[Doubles, Doubles]:
    """Leave out rows as `use` says, or refuse."""
    complete = ~(np.isnan(x).any(axis=1) | np.isnan(y).any(axis=1))
    if complete.all() or use in ("everything", "pairwise.complete.obs"):
        return x, y
    if use == "all.obs":
        raise RError("missing observations in cov/cor", 'Try use="complete.obs".')
    if not complete.any() and use == "complete.obs":
        raise RError("no complete element pairs", 'Try use="pairwise.complete.obs".')
    kept = x[complete]
    return kept, kept if y is x else y[complete]
