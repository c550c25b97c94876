"""`classAgreement`: how well two classifications agree."""  # noqa: N999 - R's spelling

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.evaluate.contingency_table import Table
from rnet.evaluate.margins import as_counts
from rnet.values import axis_names

Doubles = npt.NDArray[np.float64]
MATRIX = 2


def classAgreement(tab: Any, match_names: bool = False) -> dict[str, float]:  # noqa: N802 - R's name
    """Return coefficients of agreement between the rows and the columns of a table.

    Parameters
    ----------
    tab : Table, DataFrame or two-dimensional array
        Counts of two classifications.
    match_names : bool
        Whether classes correspond by name; by default the first row is the first column's class.

    Returns
    -------
    dict
        `diag`, the share of cases in corresponding classes; `kappa`, that share corrected for
        chance (Cohen); `rand`, the share of pairs treated alike (Rand); `crand`, that share
        corrected for chance (Hubert and Arabie).

    Raises
    ------
    RError
        `dim(X) must have a positive length` for a vector.

    Notes
    -----
    R page: `?classAgreement` of package e1071. Cohen (1960), Educational and Psychological
    Measurement 20:37; Rand (1971), JASA 66:846; Hubert and Arabie (1985), Journal of
    Classification 2:193. A denominator of 0 gives NaN.

    Examples
    --------
    >>> found = classAgreement([[149, 16], [43, 40]])
    >>> {name: round(value, 4) for name, value in found.items()}
    {'diag': 0.7621, 'kappa': 0.4188, 'rand': 0.6359, 'crand': 0.2482}
    """
    counts = table_of_classes(tab)
    return agreement_of(counts.counts.astype(np.float64), *_corresponding(counts, match_names))


def table_of_classes(tab: Any) -> Table:
    """Return what counts two classifications as a table; without labels where it has none.

    Raises
    ------
    RError
        `dim(X) must have a positive length`.
    """
    counts = as_counts(tab)
    if counts.ndim != MATRIX:
        raise RError("dim(X) must have a positive length", "Give a table of two variables.")
    if not isinstance(tab, pd.DataFrame):
        return counts
    names = [axis_names(tab.index), axis_names(tab.columns)]
    return Table(
        counts.counts,
        [known or [""] * size for known, size in zip(names, counts.dim, strict=True)],
    )


def agreement_of(
    counts: Doubles, rows: npt.NDArray[np.intp], columns: npt.NDArray[np.intp]
) -> dict[str, float]:
    """Return the four coefficients of counts whose classes `rows` and `columns` correspond.

    Parameters
    ----------
    counts : ndarray, shape (r, c)
    rows, columns : ndarray of int, shape (k,)
        Positions of the corresponding classes.
    """
    row_sums, column_sums, total = counts.sum(axis=1), counts.sum(axis=0), counts.sum()
    with np.errstate(divide="ignore", invalid="ignore"):
        diagonal = counts[rows, columns].sum() / total
        chance = (row_sums[rows] / total * (column_sums[columns] / total)).sum()
        pairs = total * (total - 1) / 2
        squares = (row_sums**2).sum(), (column_sums**2).sum()
        rand = 1 + ((counts**2).sum() - sum(squares) / 2) / pairs
        within_rows, within_columns = _pairs(row_sums), _pairs(column_sums)
        expected = within_rows * within_columns / pairs
        crand = (_pairs(counts) - expected) / ((within_rows + within_columns) / 2 - expected)
        kappa = (diagonal - chance) / (1 - chance)
    return {
        "diag": float(diagonal),
        "kappa": float(kappa),
        "rand": float(rand),
        "crand": float(crand),
    }


def _pairs(counts: Doubles) -> np.float64:
    return np.float64((counts * (counts - 1) / 2).sum())


def _corresponding(
    table: Table, by_name: bool
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    row_names, column_names = table.dimnames
    if not by_name or set(row_names) == {""}:
        leading = np.arange(min(table.dim))
        return leading, leading
    common = [name for name in column_names if name in row_names]
    rows = [row_names.index(name) for name in common]
    columns = [column_names.index(name) for name in common]
    return np.array(rows, dtype=np.intp), np.array(columns, dtype=np.intp)
