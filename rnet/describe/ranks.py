"""`rank`, `tabulate` and `rle`: values by their order, their number, their runs."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.describe.arguments import is_factor, vector_column
from rnet.describe.moments import average_ranks
from rnet.formulas.columns import class_of, missing, numbers
from rnet.match_arg import match_arg
from rnet.printing.collation import sort_key
from rnet.printing.runs import format_runs
from rnet.record import Record
from rnet.rng.state import generator
from rnet.values import NA, axis_names

TIES = ("average", "first", "last", "random", "max", "min")


def rank(x: Any, na_last: Any = True, ties_method: str = "average") -> Any:
    """Return the ranks of values.

    Parameters
    ----------
    x : array_like of shape (n,)
        Strings rank in R's order.
    na_last : bool or "keep", default True
        Where missing values stand: last, first, or with the rank NA.
    ties_method : str, default "average"
        What equal values get: "average", "first", "last", "random", "max" or "min".

    Returns
    -------
    ndarray of shape (n,), or Series with the names of `x`
        Whole numbers except for averages.

    Notes
    -----
    R page: `?rank`.

    Examples
    --------
    >>> from rnet import rank
    >>> rank([10, 20, 10]).tolist()
    [1.5, 3.0, 1.5]
    """
    method = match_arg(ties_method, TIES)
    column = vector_column(x)
    absent = missing(column)
    keys = _ordered_numbers(column, absent)
    found = np.full(len(keys), NA)
    known = np.flatnonzero(~absent)
    ranks = _with_ties(keys[known], method)
    first = len(keys) - len(known) if na_last is False else 0
    found[known] = ranks + first
    if na_last != "keep":
        start = 0 if na_last is False else len(known)
        found[absent] = np.arange(1, len(keys) - len(known) + 1) + start
    whole = method != "average" and not np.isnan(found).any()
    result: Any = found.astype(np.int64) if whole else found
    names = axis_names(x.index) if isinstance(x, pd.Series) else None
    return result if names is None else pd.Series(result, index=x.index)


def _ordered_numbers(column: Any, absent: Any) -> npt.NDArray[np.float64]:
    """Return numbers that sort as the values do."""
    if class_of(column) != "character":
        return numbers(column)
    texts = sorted(set(column[~absent]), key=sort_key)
    place = {text: float(number) for number, text in enumerate(texts)}
    return np.array([place.get(text, np.nan) for text in column])


def _with_ties(keys: npt.NDArray[np.float64], method: str) -> npt.NDArray[np.float64]:
    if method == "average":
        return average_ranks(keys)
    if method in ("min", "max"):
        _, inverse, counts = np.unique(keys, return_inverse=True, return_counts=True)
        last = np.cumsum(counts)
        return np.asarray(last if method == "max" else last - counts + 1, float)[inverse]
    if method == "random":
        tie: Any = generator().uniform(len(keys))
    else:
        tie = np.arange(len(keys)) * (1 if method == "first" else -1)
    ranks = np.empty(len(keys))
    ranks[np.lexsort((tie, keys))] = np.arange(1, len(keys) + 1)
    return ranks


def tabulate(bin: Any, nbins: int | None = None) -> npt.NDArray[np.int64]:  # noqa: A002 - R's
    """Count how often each whole number from 1 to `nbins` occurs.

    Parameters
    ----------
    bin : array_like of int, or factor
        Other numbers and missing ones are not counted.
    nbins : int, optional
        The largest by default.

    Raises
    ------
    RError
        `'bin' must be numeric or a factor`.

    Notes
    -----
    R page: `?tabulate`.

    Examples
    --------
    >>> from rnet import tabulate
    >>> tabulate([1, 2, 2, 5]).tolist()
    [1, 2, 0, 0, 1]
    """
    column = vector_column(bin, "bin")
    if class_of(column) == "character":
        raise RError("'bin' must be numeric or a factor", "Make it a factor first.")
    values = numbers(column)
    known = values[~np.isnan(values)].astype(np.int64)
    levels = len(pd.Categorical(bin).categories) if is_factor(bin) else 0
    most = max([1, levels, *known.tolist()]) if nbins is None else int(nbins)
    return np.bincount(known[(known >= 1) & (known <= most)], minlength=most + 1)[1:]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RunLengths(Record):
    """Runs of equal values, R's class `rle`.

    Attributes
    ----------
    lengths : ndarray of int
    values : ndarray
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("lengths", "values")

    lengths: npt.NDArray[np.int64]
    values: Any

    def __str__(self) -> str:
        """Return the text of R's print method."""
        return format_runs(self.lengths, self.values)


def rle(x: Any) -> RunLengths:
    """Return the lengths and values of runs of equal values.

    Parameters
    ----------
    x : array_like of numbers, strings or truth values
        A missing value is a run of its own.

    Raises
    ------
    RError
        `'x' must be a vector of an atomic type`.

    Notes
    -----
    R page: `?rle`.

    Examples
    --------
    >>> from rnet import rle
    >>> rle([1, 1, 2]).lengths.tolist()
    [2, 1]
    """
    if is_factor(x) or isinstance(x, dict | pd.DataFrame):
        raise RError("'x' must be a vector of an atomic type", "Give numbers or strings.")
    column: Any = vector_column(x)
    absent = missing(column)
    changes = (column[1:] != column[:-1]) | absent[1:] | absent[:-1]
    ends = np.append(np.flatnonzero(np.asarray(changes, dtype=bool)), len(column) - 1)
    if not len(column):
        return RunLengths(np.array([], dtype=np.int64), column)
    return RunLengths(np.diff(np.append(-1, ends)), column[ends])
