"""`cov2cor`, `cov_wt` and `mahalanobis`: covariance matrices made and used."""

from typing import Any

import numpy as np
import pandas as pd

from rnet.conditions import RError, warn
from rnet.describe.arguments import Doubles
from rnet.match_arg import match_arg
from rnet.values import axis_names, is_matrix, named_matrix, row_names


def cov2cor(V: Any) -> Any:  # noqa: N803 - R's argument name
    """Return the correlation matrix of a covariance matrix (R page `?cov2cor`).

    Parameters
    ----------
    V : array_like or named matrix, shape (p, p)

    Raises
    ------
    RError
        `'V' is not a square numeric matrix`.

    Examples
    --------
    >>> from rnet import cov2cor
    >>> cov2cor([[4, 2], [2, 9]]).round(3).tolist()
    [[1.0, 0.333], [0.333, 1.0]]
    """
    cells = np.asarray(V, dtype=np.float64)
    if cells.ndim != 2 or cells.shape[0] != cells.shape[1]:
        raise RError("'V' is not a square numeric matrix", f"Its shape is {cells.shape}.")
    with np.errstate(invalid="ignore", divide="ignore"):
        inverse = np.sqrt(1 / np.diagonal(cells))
    if not np.isfinite(inverse).all():
        warn("diag(.) had 0 or NA entries; non-finite result is doubtful")
    found = inverse * cells * inverse[:, None]
    np.fill_diagonal(found, 1.0)
    if isinstance(V, pd.DataFrame):
        return named_matrix(found, _names(V.index), _names(V.columns))
    return found


def _names(index: Any) -> Any:
    return axis_names(index)


def cov_wt(
    x: Any,
    wt: Any = None,
    cor: bool = False,
    center: Any = True,
    method: str = "unbiased",
) -> dict[str, Any]:
    """Return the weighted covariance matrix, its centre and the number of cases.

    Parameters
    ----------
    x : array_like of shape (n, p), or DataFrame of numbers
    wt : array_like of float, shape (n,), optional
        Weights; they are made to add up to 1.
    cor : bool, default False
        Whether to return the correlations, too.
    center : bool or sequence of p numbers, default True
        Whether to centre on the weighted means, or on what else.
    method : str, default "unbiased"
        Or "ML".

    Returns
    -------
    dict
        `cov`, `center`, `n.obs`, and `wt` and `cor` if asked for.

    Raises
    ------
    RError
        `'x' must be a matrix or a data frame`, `weights must be non-negative and not all zero`.

    Notes
    -----
    R page: `?cov.wt`.

    Examples
    --------
    >>> from rnet import cov_wt
    >>> cov_wt([[1, 1], [2, 4], [3, 9]])["center"].round(3).tolist()
    [2.0, 4.667]
    """
    kind = match_arg(method, ("unbiased", "ML"))
    cells = np.asarray(x, dtype=np.float64)
    if cells.ndim != 2:
        raise RError("'x' must be a matrix or a data frame", "Give columns of numbers.")
    if not np.isfinite(cells).all():
        raise RError("'x' must contain finite values only", "Leave out missing values first.")
    names = _names(x.columns) if isinstance(x, pd.DataFrame) else None
    weights = _weights(wt, len(cells))
    middle = _centre(center, cells, weights)
    shares = np.sqrt(weights)[:, None] * (cells - middle)
    products = shares.T @ shares
    found = products if kind == "ML" else products / (1 - np.sum(weights**2))
    labelled = center is True and names is not None
    answer: dict[str, Any] = {
        "cov": found if names is None else named_matrix(found, names, names),
        "center": pd.Series(middle, index=names) if labelled else np.atleast_1d(middle),
        "n.obs": len(cells),
    }
    if wt is not None:
        answer["wt"] = weights
    if cor:
        answer["cor"] = cov2cor(answer["cov"])
    return answer


def _weights(wt: Any, n: int) -> Doubles:
    if wt is None:
        return np.full(n, 1 / n)
    weights = np.asarray(wt, dtype=np.float64)
    if len(weights) != n:
        raise RError("length of 'wt' must equal the number of rows in 'x'", f"Rows: {n}.")
    total = weights.sum()
    if (weights < 0).any() or total == 0:
        raise RError("weights must be non-negative and not all zero", "Give positive weights.")
    return np.asarray(weights / total)


def _centre(center: Any, cells: Doubles, weights: Doubles) -> Any:
    if isinstance(center, bool):
        return (weights[:, None] * cells).sum(axis=0) if center else np.zeros(1)
    given = np.asarray(center, dtype=np.float64)
    if given.shape != (cells.shape[1],):
        raise RError(
            "length of 'center' must equal the number of columns in 'x'",
            f"There are {cells.shape[1]} columns.",
        )
    return given


def mahalanobis(x: Any, center: Any, cov: Any, inverted: bool = False) -> Any:
    """Return squared Mahalanobis distances of rows from a centre.

    Parameters
    ----------
    x : array_like of shape (p,) or (n, p), or DataFrame
    center : array_like of shape (p,)
    cov : array_like of shape (p, p)
        The covariance matrix, or its inverse if `inverted`.
    inverted : bool, default False

    Returns
    -------
    ndarray of float, shape (n,), or Series with the row names of `x`

    Notes
    -----
    R page: `?mahalanobis`.

    Examples
    --------
    >>> from rnet import mahalanobis
    >>> mahalanobis([[1, 2], [3, 2]], [1, 2], [[1, 0], [0, 4]]).tolist()
    [0.0, 4.0]
    """
    cells = np.atleast_2d(np.asarray(x, dtype=np.float64))
    deviations = cells - np.asarray(center, dtype=np.float64)
    matrix = np.asarray(cov, dtype=np.float64)
    try:
        right = matrix @ deviations.T if inverted else np.linalg.solve(matrix, deviations.T)
    except np.linalg.LinAlgError:
        raise RError(
            "Lapack routine dgesv: system is exactly singular", "Some variables depend on others."
        ) from None
    found = (deviations * right.T).sum(axis=1)
    names = _case_names(x) if isinstance(x, pd.DataFrame) else None
    return found if names is None else pd.Series(found, index=pd.Index(names, dtype=object))


def _case_names(x: pd.DataFrame) -> Any:
    """Return the names of the rows, which a data frame always has."""
    return axis_names(x.index) if is_matrix(x) else row_names(x)
