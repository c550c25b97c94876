"""`matchClasses`: which column of a table belongs to which row."""  # noqa: N999 - R's spelling

import sys
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError, warn
from rnet.evaluate.classAgreement import table_of_classes
from rnet.evaluate.contingency_table import Table
from rnet.evaluate.match_columns import Matching, best_of_all, direct_pairs, greedy, row_maxima
from rnet.printing.numbers import number_text
from rnet.printing.rounding import round_r
from rnet.settings import current

Doubles = npt.NDArray[np.float64]
METHODS = ("rowmax", "greedy", "exact")


def matchClasses(  # noqa: N802 - R's name
    tab: Any,
    method: str = "rowmax",
    iter: int = 1,  # noqa: A002 - R's argument name
    maxexact: int = 9,
    verbose: bool = True,
) -> "pd.Series[Any]":
    """Find for each row of a table the column that matches it.

    Parameters
    ----------
    tab : Table, DataFrame or two-dimensional array
        Counts of two classifications.
    method : {"rowmax", "greedy", "exact"}
        "rowmax": the first largest cell of each row, so several rows may share a column. The
        others need a square table and give each row its own column: "exact" tries all orders,
        "greedy" lets rows drawn at random take the best column that is left.
    iter : int
        How many random orders "greedy" tries; the best is kept.
    maxexact : int
        With more rows than this still to match, "exact" becomes "greedy", with a warning.
    verbose : bool
        Whether to write how it went.

    Returns
    -------
    Series
        Columns by row: their names, or numbers from 1 where they have none.

    Raises
    ------
    RError
        `Unique matching only for square tables.`

    Notes
    -----
    R page: `?matchClasses` of package e1071. Where a row and a column are each other's clear
    choice the pair is set before any search. "greedy" draws from R's random stream.

    Examples
    --------
    >>> matchClasses([[5, 7, 1], [1, 2, 8], [9, 3, 4]], "exact", verbose=False).tolist()
    [2, 3, 1]
    """
    table = table_of_classes(tab)
    wanted = [name for name in METHODS if isinstance(method, str) and name.startswith(method)]
    if len(wanted) != 1:
        raise RError(
            "missing value where TRUE/FALSE needed", f"method is one of {', '.join(METHODS)}."
        )
    found = matching(table.counts.astype(np.float64), wanted[0], int(iter), int(maxexact), verbose)
    return named_columns(table, found)


def matching(
    counts: Doubles, method: str, tries: int, most: int, verbose: bool
) -> npt.NDArray[np.intp]:
    """Return the column of each row, counted from 0, telling how it went if `verbose`."""
    if method == METHODS[0]:
        found = row_maxima(counts)
    else:
        if counts.shape[0] != counts.shape[1]:
            raise RError(
                "Unique matching only for square tables.",
                f"This one is {counts.shape[0]} x {counts.shape[1]}; method='rowmax' takes any.",
            )
        found = _unique(counts, method, tries, most, verbose)
    if verbose:
        total = counts.sum()
        matched = counts[np.arange(len(counts)), found].sum()
        share = float(round_r(float(100 * matched / total), 2)) if total else np.nan
        _write(f"Cases in matched pairs: {number_text(share, current().digits)} %")
    return found


def _unique(
    counts: Doubles, method: str, tries: int, most: int, verbose: bool
) -> npt.NDArray[np.intp]:
    start = direct_pairs(counts)
    left = int((start < 0).sum())
    if verbose:
        _write(f"Direct agreement: {len(counts) - left} of {len(counts)} pairs")
    if method == METHODS[2] and left > most:
        warn(
            f"Would need permutation of {left} numbers, resetting to greedy search\n",
            f"Raise maxexact to try all orders, or `iter` to try more than {tries}.",
            stacklevel=5,
        )
        method = METHODS[1]
    if not left:
        return start
    if not counts.sum():
        raise RError("missing value where TRUE/FALSE needed", "The table counts nothing.")
    problem = Matching(counts, start)
    if method == METHODS[1]:
        return greedy(problem, tries)
    found, orders = best_of_all(problem)
    if verbose:
        _write(f"Iterations for permutation matching: {orders} ")
    return found


def named_columns(table: Table, found: npt.NDArray[np.intp]) -> "pd.Series[Any]":
    """Return columns by row, both by name where they have names.

    Names that only count the columns are numbers, as they are in R.
    """
    rows, columns = (None if set(names) == {""} else names for names in table.dimnames)
    index = rows or [str(number) for number in range(1, len(found) + 1)]
    counted = tuple(str(number) for number in range(1, table.counts.shape[1] + 1))
    if columns is None or tuple(columns) == counted:
        values: Any = found + 1
    else:
        values = [columns[place] for place in found]
    return pd.Series(values, index=pd.Index(list(index), dtype=object))


def _write(line: str) -> None:
    sys.stdout.write(line + "\n")
