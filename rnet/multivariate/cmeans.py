"""`cmeans`: fuzzy clusters as R's package e1071 finds them."""

import math
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.language.tree import Call
from rnet.matched_call import keeps_call
from rnet.multivariate.case_matrix import CaseMatrix, read_cases
from rnet.multivariate.fuzzy_fit import (
    DISSIMILARITIES,
    FuzzyClusters,
    FuzzyProblem,
    cmeans_fit,
    ufcl_fit,
)
from rnet.multivariate.print_cmeans import format_fclust, format_trace
from rnet.printing.component_table import NO_CLASS, ComponentTable
from rnet.record import Record
from rnet.rng.sample_int import positions
from rnet.rng.state import DRAWING
from rnet.values import named_matrix

DISTANCES = tuple(DISSIMILARITIES)
METHODS = ("cmeans", "ufcl")
RELATIVE_CHANGE = math.sqrt(np.finfo(np.float64).eps)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class FuzzyClustering(Record):
    """Fuzzy clusters of cases, R's class `fclust`.

    Attributes
    ----------
    centers : DataFrame, shape (k, p)
        The centers, rows named 1 to k.
    membership : DataFrame, shape (n, k)
        How much each case belongs to each cluster; rows of sum 1.
    cluster : Series or ndarray, shape (n,)
        The cluster each case belongs to most, counted from 1.
    size : ndarray of int, shape (k,)
        How many cases belong most to each.
    iter : int
        Iterations that changed something.
    withinerror : float
        The mean of membership^m times distance.
    call : Call
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "centers", "size", "cluster", "membership", "iter", "withinerror", "call",
    )  # fmt: skip

    centers: pd.DataFrame
    size: npt.NDArray[np.int64]
    cluster: Any
    membership: pd.DataFrame
    iter: int
    withinerror: float
    call: Call

    def __str__(self) -> str:
        return format_fclust(self.centers, self.membership, self.cluster, self.names())

    def summary(self) -> ComponentTable:
        """Return length, class and mode of the components, as R's `summary` does."""
        sizes = (
            self.centers.size, len(self.size), len(self.cluster), self.membership.size, 1, 1,
        )  # fmt: skip
        numbers = [
            (name, size, NO_CLASS, "numeric")
            for name, size in zip(self.COMPONENTS, sizes, strict=False)
        ]
        return ComponentTable((*numbers, ("call", len(self.call.arguments) + 1, NO_CLASS, "call")))


@keeps_call("cmeans")
def cmeans(
    call: Call,
    x: Any,
    centers: Any,
    iter_max: int = 100,
    verbose: bool = False,
    dist: str = "euclidean",
    method: str = "cmeans",
    m: float = 2,
    rate_par: float | None = None,
    weights: Any = 1,
    control: Mapping[str, float] | None = None,
) -> FuzzyClustering:
    """Find fuzzy clusters: every case belongs to every cluster to some degree.

    Parameters
    ----------
    x : DataFrame or array_like, shape (n, p)
        Cases; numbers only, none missing. A vector is one column.
    centers : int or array_like of shape (k, p)
        How many clusters (their first centers are rows of `x` drawn at random), or the first
        centers.
    iter_max : int
        Most iterations.
    verbose : bool
        Whether to write the error after every iteration.
    dist : {"euclidean", "manhattan"}
        Squared distance to means, or absolute distance to medians.
    method : {"cmeans", "ufcl"}
        Fuzzy c-means, or the on-line update, in which one case after the other draws centers.
    m : float
        Fuzziness, above 1.
    rate_par : float, optional
        Strength of the on-line update at its start; 0.3 by default.
    weights : array_like
        Weights of the cases, repeated as needed.
    control : mapping, optional
        `reltol`, the relative change of the error at which to stop; by default 1.5e-8.

    Returns
    -------
    FuzzyClustering

    Raises
    ------
    RError
        `invalid distance`, `invalid clustering method`, `Initial centers are not distinct.` and
        the like.

    Notes
    -----
    R page: `?cmeans` of package e1071. Bezdek (1981), Pattern Recognition with Fuzzy Objective
    Function Algorithms; Chung and Lee (1994), Neural Networks 7:539. First centers and the order
    of the cases are drawn from R's random stream.

    Examples
    --------
    >>> from rnet import cmeans, set_seed
    >>> set_seed(1)
    >>> found = cmeans([1, 2, 3, 8, 9], 2)
    >>> found.size.tolist(), found.centers.round(2).to_numpy().ravel().tolist()
    ([3, 2], [1.99, 8.5])
    """
    cases = read_cases(x)
    distance = _named(dist, DISTANCES, "invalid distance")
    way = _named(method, METHODS, "invalid clustering method")
    most, weight = _checked(iter_max, m, weights, len(cases.values))
    tolerance = float((control or {}).get("reltol", RELATIVE_CHANGE))
    with DRAWING:
        start = _first_centers(cases, centers)
        order = _rows(len(cases.values))
    problem = FuzzyProblem(
        cases.values[order], (weight / weight.sum())[order], float(m), DISSIMILARITIES[distance]
    )
    if way == METHODS[0]:
        found = cmeans_fit(problem, start, most, tolerance)
    else:
        rate = 0.3 if rate_par is None else float(rate_par)
        found = ufcl_fit(problem, start, most, tolerance, rate)
    if verbose:
        sys.stdout.write(format_trace(found.errors, converged=found.converged))
    return _with_names(call, cases, found, order)


def _named(wanted: Any, names: tuple[str, ...], message: str) -> str:
    found = [name for name in names if isinstance(wanted, str) and name.startswith(wanted)]
    if len(found) != 1:
        raise RError(message, f"Choose one of {', '.join(names)}.")
    return found[0]


def _checked(
    iter_max: int, m: float, weights: Any, rows: int
) -> tuple[int, npt.NDArray[np.float64]]:
    if iter_max < 1:
        raise RError("Argument 'iter.max' must be positive.", f"Not {iter_max}.")
    if not m > 1:
        raise RError("Argument 'm' must be greater than 1.", f"Not {m}; 2 is usual.")
    given = np.resize(np.asarray(weights, dtype=np.float64), rows)
    if (given < 0).any():
        raise RError("Argument 'weights' has negative elements.", "Weight 0 leaves a case out.")
    if not given.sum() > 0:
        raise RError("Argument 'weights' has no positive elements.", "Some cases must count.")
    return int(iter_max), given


def _first_centers(cases: CaseMatrix, centers: Any) -> npt.NDArray[np.float64]:
    if np.ndim(centers) == 0:
        return _drawn_centers(cases.values, centers)
    given = read_cases(centers).values
    if len(_distinct(given)) < len(given):
        raise RError("Initial centers are not distinct.", "Two rows of `centers` are the same.")
    if given.shape[1] != cases.values.shape[1]:
        raise RError(
            "Must have same number of columns in 'x' and 'centers'.",
            f"They have {cases.values.shape[1]} and {given.shape[1]}.",
        )
    return given


def _drawn_centers(values: npt.NDArray[np.float64], number: Any) -> npt.NDArray[np.float64]:
    """Draw rows; if two of them are the same, draw again, now from the distinct rows."""
    if not number >= 1:
        raise RError("length of 'dimnames' [1] not equal to array extent", "No clusters.")
    drawn = values[_rows(len(values), int(number))]
    if len(_distinct(drawn)) == len(drawn):
        return drawn
    distinct = _distinct(values)
    if len(distinct) < number:
        raise RError(
            "More cluster centers than distinct data points.", f"There are {len(distinct)}."
        )
    return distinct[_rows(len(distinct), int(number))]


def _rows(population: int, size: int | None = None) -> npt.NDArray[np.intp]:
    return positions(population, size, replace=False, prob=None).astype(np.intp) - 1


def _distinct(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return np.array(list(dict.fromkeys(map(tuple, values.tolist()))))


def _with_names(
    call: Call, cases: CaseMatrix, found: FuzzyClusters, order: npt.NDArray[np.intp]
) -> FuzzyClustering:
    number = len(found.centers)
    names = [str(place) for place in range(1, number + 1)]
    memberships = np.empty_like(found.memberships)
    memberships[order] = found.memberships
    nearest = memberships.argmax(axis=1) + 1
    named = cases.row_names is not None
    return FuzzyClustering(
        centers=named_matrix(found.centers, names, cases.column_names),
        size=np.bincount(nearest, minlength=number + 1)[1:],
        cluster=pd.Series(nearest, index=cases.row_names) if named else nearest,
        membership=named_matrix(memberships, cases.row_names, names),
        iter=found.iterations,
        withinerror=found.error,
        call=call,
    )
