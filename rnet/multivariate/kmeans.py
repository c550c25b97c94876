"""`kmeans`: clusters around means."""

from dataclasses import dataclass, replace
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError, warn
from rnet.match_arg import match_arg
from rnet.multivariate.component_scores import NumericTable, read_table_of_numbers
from rnet.multivariate.kmeans_fit import (
    ALGORITHMS,
    EMPTY,
    LIMIT,
    QUICK_STEPS,
    TRANSFERS,
    Partition,
    lloyd_fit,
)
from rnet.multivariate.print_kmeans import format_kmeans
from rnet.multivariate.tidy_multivariate import augment_kmeans, glance_kmeans, tidy_kmeans
from rnet.record import Record
from rnet.rng.sample_int import positions
from rnet.rng.state import DRAWING
from rnet.sums import extended_mean, extended_sum
from rnet.values import named_matrix, only_counts

Doubles = npt.NDArray[np.float64]
NOT_NUMBERS = "NA/NaN/Inf in foreign function call (arg 1)"


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class KMeans(Record):
    """Clusters around means.

    Attributes
    ----------
    cluster : Series or ndarray of int, shape (n,)
        The cluster of each case, from 1.
    centers : DataFrame, shape (k, p)
    totss, tot_withinss, betweenss : float
        Sums of squares: in all, within clusters, between them.
    withinss : ndarray, shape (k,)
    size : ndarray of int, shape (k,)
    iter : int
    ifault : int or None
        0, or a number that says why Hartigan and Wong's algorithm stopped early.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "cluster", "centers", "totss", "withinss", "tot.withinss", "betweenss", "size", "iter",
        "ifault",
    )  # fmt: skip

    cluster: Any
    centers: pd.DataFrame
    totss: float
    withinss: Doubles
    tot_withinss: float
    betweenss: float
    size: npt.NDArray[np.int64]
    iter: int
    ifault: int | None

    def __str__(self) -> str:
        share = self.betweenss / self.totss
        return format_kmeans(
            self.size.tolist(), self.centers, self.cluster, self.withinss, share, self.names()
        )

    def tidy(self) -> pd.DataFrame:
        """Return one row a cluster: its center, size and sum of squares."""
        return tidy_kmeans(self)

    def glance(self) -> pd.DataFrame:
        """Return one row: the sums of squares and the iterations."""
        return glance_kmeans(self)

    def augment(self, data: Any) -> pd.DataFrame:
        """Return the data with the cluster of each case.

        Parameters
        ----------
        data : DataFrame or array_like, shape (n, p)
        """
        return augment_kmeans(self, data)

    def fitted(self, method: str = "centers") -> Any:
        """Return each case's center, or its cluster ("classes")."""
        if match_arg(method, ("centers", "classes")) == "classes":
            return self.cluster
        rows = np.asarray(self.cluster) - 1
        names = [str(row + 1) for row in rows]
        columns = [str(name) for name in self.centers.columns]
        return named_matrix(self.centers.to_numpy()[rows], names, columns)


def kmeans(
    x: Any,
    centers: Any = None,
    iter_max: int = 10,
    nstart: int = 1,
    algorithm: str = "Hartigan-Wong",
) -> KMeans:
    """Divide cases into clusters so that the squares around their means are small.

    Parameters
    ----------
    x : DataFrame or array_like, shape (n, p)
        Numbers; a vector is one column.
    centers : int or array_like, shape (k, p)
        How many clusters (their first centers are cases drawn at random), or the first centers.
    iter_max : int
        Most iterations.
    nstart : int
        How many random beginnings to try.
    algorithm : {"Hartigan-Wong", "Lloyd", "Forgy", "MacQueen"}
        Lloyd's and Forgy's are the same.

    Returns
    -------
    KMeans
        Prints as R's.

    Raises
    ------
    RError
        `'centers' must be a number or a matrix`, `more cluster centers than distinct data
        points.`, `empty cluster: try a better set of initial centers` and R's other words.

    Notes
    -----
    R page: `?kmeans`. Hartigan and Wong (1979), Applied Statistics 28:100. Cases are drawn from
    R's random stream.

    Examples
    --------
    >>> from rnet import kmeans, set_seed
    >>> set_seed(1)
    >>> kmeans([1.0, 2, 3, 11, 12], 2).size.tolist()
    [3, 2]
    """
    table = read_table_of_numbers(x, NOT_NUMBERS)
    if isinstance(x, pd.DataFrame) and only_counts(x.index):
        table = replace(table, row_names=None)
    name = match_arg(algorithm, tuple(ALGORITHMS))
    if centers is None:
        raise RError("'centers' must be a number or a matrix", "Such as 3.")
    with DRAWING:
        start, more = _beginnings(table.values, centers, int(nstart))
        _check(table.values, start, iter_max)
        found = _run(table.values, start, name, int(iter_max))
        for _ in range(2, int(nstart) + 1 if more is not None else 0):
            drawn = more[_rows(len(more), len(start))] if more is not None else start
            other = _run(table.values, drawn, name, int(iter_max))
            if extended_sum(other.withinss) < extended_sum(found.withinss):
                found = other
    always = name == "Hartigan-Wong" and len(start) > 1
    return _record(table, found, found.fault if always or found.fault else None)


def _beginnings(values: Doubles, centers: Any, nstart: int) -> tuple[Doubles, Doubles | None]:
    """Return the first centers, and the distinct cases if others are to be tried."""
    if np.ndim(centers) or isinstance(centers, pd.DataFrame):
        start = read_table_of_numbers(centers, NOT_NUMBERS).values
        if len(_distinct(start)) < len(start):
            raise RError("initial centers are not distinct", "Two of them are the same.")
        if len(values) < len(start):
            raise RError("more cluster centers than data points", f"There are {len(values)}.")
        return start, _distinct(values) if nstart >= 2 else None
    k = _number(centers)
    if nstart >= 2:
        distinct = _distinct(values)
        _check_distinct(distinct, k)
        return distinct[_rows(len(distinct), k)], distinct
    start = values[_rows(len(values), k)]
    if len(_distinct(start)) < len(start):
        distinct = _distinct(values)
        _check_distinct(distinct, k)
        start = distinct[_rows(len(distinct), k)]
    return start, None


def _number(centers: Any) -> int:
    if not isinstance(centers, int | float | np.number) or np.isnan(centers):
        raise RError("invalid 'size' argument", "A whole number of clusters.")
    return int(centers)


def _check_distinct(distinct: Doubles, k: int) -> None:
    if len(distinct) < k:
        raise RError(
            "more cluster centers than distinct data points.", f"There are {len(distinct)}."
        )


def _check(values: Doubles, start: Doubles, iter_max: float) -> None:
    if iter_max < 1:
        raise RError("'iter.max' must be positive", "At least one iteration.")
    if values.shape[1] != start.shape[1]:
        raise RError(
            "must have same number of columns in 'x' and 'centers'",
            f"They have {values.shape[1]} and {start.shape[1]}.",
        )
    if not (np.isfinite(values).all() and np.isfinite(start).all()):
        raise RError(NOT_NUMBERS, "Drop incomplete rows: `na_omit`.")


def _run(values: Doubles, start: Doubles, name: str, most: int) -> Partition:
    if len(start) == 1:
        return replace(lloyd_fit(values, start, 2), iterations=1, fault=0)
    if name == "Hartigan-Wong" and len(start) >= len(values):
        raise RError(
            "number of cluster centres must lie between 1 and nrow(x)", f"{len(values)} cases."
        )
    found = ALGORITHMS[name](values, start, most)
    if found.fault == EMPTY:
        raise RError(
            "empty cluster: try a better set of initial centers", "Some center is near no case."
        )
    if found.fault == LIMIT:
        plural = "s" if most > 1 else ""
        warn(f"did not converge in {most} iteration{plural}", "Raise `iter_max`.")
    if found.fault == TRANSFERS:
        limit = QUICK_STEPS * len(values)
        warn(f"Quick-TRANSfer stage steps exceeded maximum (= {limit})", 'algorithm="Lloyd" helps.')
    if np.isnan(found.centers).any():
        warn("empty cluster: try a better set of initial centers", "A center is near no case.")
    return found


def _record(table: NumericTable, found: Partition, fault: int | None) -> KMeans:
    k = len(found.centers)
    cluster = found.cluster + 1
    centred = table.values - np.array([extended_mean(column) for column in table.values.T])
    total = extended_sum((centred**2).ravel(order="F"))
    within = extended_sum(found.withinss)
    cases: Any = cluster
    if table.row_names is not None:
        cases = pd.Series(cluster, index=pd.Index(table.row_names, dtype=object))
    return KMeans(
        cluster=cases,
        centers=named_matrix(
            found.centers, [str(place + 1) for place in range(k)], table.column_names
        ),
        totss=total,
        withinss=found.withinss,
        tot_withinss=within,
        betweenss=total - within,
        size=np.bincount(found.cluster, minlength=k),
        iter=found.iterations,
        ifault=fault,
    )


def _rows(population: int, size: int) -> npt.NDArray[np.intp]:
    return positions(population, size, replace=False, prob=None).astype(np.intp) - 1


def _distinct(values: Doubles) -> Doubles:
    return np.array(list(dict.fromkeys(map(tuple, values.tolist()))))
