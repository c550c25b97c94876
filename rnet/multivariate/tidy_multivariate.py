"""Clusters and components as data frames, with the columns of R's package broom."""

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from rnet.conditions import RError
from rnet.formulas.columns import factor_of
from rnet.match_arg import match_arg
from rnet.values import axis_names, row_names

if TYPE_CHECKING:
    from rnet.multivariate.kmeans import KMeans
    from rnet.multivariate.prcomp import Prcomp

MATRICES = {
    "u": "u", "samples": "u", "scores": "u", "x": "u",
    "v": "v", "variables": "v", "rotation": "v", "loadings": "v",
    "d": "d", "eigenvalues": "d", "pcs": "d",
}  # fmt: skip


def tidy_kmeans(fit: "KMeans") -> pd.DataFrame:
    """Return one row a cluster: its center, size and sum of squares."""
    named = axis_names(fit.centers.columns)
    names = named or [f"x{place + 1}" for place in range(fit.centers.shape[1])]
    found = pd.DataFrame(fit.centers.to_numpy(), columns=pd.Index(names, dtype=object))
    numbers = [str(place + 1) for place in range(len(found))]
    return found.assign(
        size=fit.size,
        withinss=fit.withinss,
        cluster=factor_of(range(len(found)), numbers, ordered=False),
    )


def glance_kmeans(fit: "KMeans") -> pd.DataFrame:
    """Return one row: the sums of squares and the iterations."""
    names = ("totss", "tot.withinss", "betweenss", "iter")
    return pd.DataFrame({name: [fit[name]] for name in names})


def augment_kmeans(fit: "KMeans", data: Any) -> pd.DataFrame:
    """Return the data with the cluster of each case as column `.cluster`."""
    frame = _frame(data)
    codes = np.asarray(fit.cluster) - 1
    if len(frame) != len(codes):
        raise RError(f"data has {len(frame)} rows, the fit {len(codes)}", "Give the same cases.")
    numbers = [str(place + 1) for place in range(len(fit.size))]
    return frame.assign(**{".cluster": factor_of(codes, numbers, ordered=False)})


def tidy_prcomp(fit: "Prcomp", matrix: str = "u") -> pd.DataFrame:
    """Return scores ("u"), directions ("v") or variances ("d"), one number a row."""
    which = MATRICES[match_arg(matrix, tuple(MATRICES))]
    if which == "d":
        shares = fit.sdev**2 / (fit.sdev**2).sum()
        return pd.DataFrame(
            {
                "PC": np.arange(1, len(shares) + 1),
                "std.dev": fit.sdev,
                "percent": np.round(shares, 5),
                "cumulative": np.round(np.cumsum(shares), 5),
            }
        )
    if which == "v":
        return _long(fit.rotation, "column")
    if fit.x is None:
        raise RError("no scores are available: refit with 'retx=TRUE'", "retx=True.")
    return _long(fit.x, "row")


def augment_prcomp(fit: "Prcomp", data: Any = None) -> pd.DataFrame:
    """Return names of the cases, the data if given, and the scores as `.fittedPC1`, ..."""
    if fit.x is None:
        raise RError("no scores are available: refit with 'retx=TRUE'", "retx=True.")
    scores = fit.x.to_numpy()
    own = pd.DataFrame() if data is None else _frame(data)
    begun = {str(name): own[name].array for name in own.columns if name != ".rownames"}
    names = axis_names(fit.x.index) or [str(place + 1) for place in range(len(scores))]
    fitted = {f".fitted{name}": scores[:, k] for k, name in enumerate(fit.x.columns)}
    return pd.DataFrame({".rownames": names, **begun, **fitted})


def _long(matrix: pd.DataFrame, name: str) -> pd.DataFrame:
    """Return a matrix row by row: row, number of the component, value."""
    labels: Any = axis_names(matrix.index) or np.arange(1, len(matrix) + 1)
    k = matrix.shape[1]
    return pd.DataFrame(
        {
            name: np.repeat(np.asarray(labels), k),
            "PC": np.tile(np.arange(1, k + 1), len(matrix)),
            "value": matrix.to_numpy().ravel(),
        }
    )


def _frame(data: Any) -> pd.DataFrame:
    if isinstance(data, pd.DataFrame):
        return data if axis_names(data.index) is None else _with_names(data)
    cells = np.asarray(data)
    names = [f"X{place + 1}" for place in range(cells.shape[1])]
    return pd.DataFrame(cells, columns=pd.Index(names, dtype=object))


def _with_names(data: pd.DataFrame) -> pd.DataFrame:
    found = data.reset_index(drop=True)
    found.insert(0, ".rownames", row_names(data))
    return found
