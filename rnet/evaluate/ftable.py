"""R's `ftable`: a contingency table of many variables laid out in two dimensions."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.evaluate.contingency_table import Table
from rnet.evaluate.margin_table import margin_table
from rnet.evaluate.margins import as_counts, margin_axes
from rnet.evaluate.table import table
from rnet.formulas.all_vars import all_vars
from rnet.formulas.formula import Formula, parse_formula
from rnet.printing.flat_tables import MISSING_LABEL, Variable, format_flat_table
from rnet.printing.tables import cell_writer
from rnet.record import Record

Which = Sequence[int] | Sequence[str] | int | str | None


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class FlatTable(Record):
    """A contingency table in two dimensions.

    Attributes
    ----------
    counts : ndarray, shape (rows, columns)
        One row for each combination of the row variables, the last running fastest.
    row_vars, col_vars : tuple of (name, labels)
        The variables of each side.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("counts", "row.vars", "col.vars")

    counts: npt.NDArray[Any]
    row_vars: tuple[Variable, ...]
    col_vars: tuple[Variable, ...]

    def __str__(self) -> str:
        """Return the text of R's print.ftable."""
        return format_flat_table(self.counts, self.row_vars, self.col_vars)

    def _repr_html_(self) -> str:
        cells = cell_writer(self.counts, None, na_print=MISSING_LABEL)(self.counts)
        shown = self._frame(cells).rename(index=_label, columns=_label)
        return str(shown.map(str.strip).to_html())

    def to_pandas(self) -> pd.DataFrame:
        """Return a DataFrame with the variables as levels of its two indexes."""
        return self._frame(self.counts)

    def _frame(self, cells: npt.NDArray[Any]) -> pd.DataFrame:
        index, columns = (
            pd.MultiIndex.from_product(
                [labels for _, labels in side], names=[name or None for name, _ in side]
            )
            for side in (self.row_vars or (("", ("",)),), self.col_vars or (("", ("",)),))
        )
        return pd.DataFrame(cells, index=index, columns=columns)


def _label(label: Any) -> str:
    return label if isinstance(label, str) else MISSING_LABEL


def ftable(
    x: Any,
    *args: Any,
    data: Any = None,
    row_vars: Which = None,
    col_vars: Which = None,
) -> FlatTable:
    r"""Lay out a contingency table of any number of variables in two dimensions.

    Parameters
    ----------
    x : Table, DataFrame, formula or array_like
        A table, variables to count, or a formula `columns ~ rows`.
    *args : array_like
        More variables; after a formula: the data.
    data : Table or DataFrame, optional
        Where the variables of a formula are.
    row_vars, col_vars : sequence of int or str, optional
        The variables (from 1, or names) of the rows and of the columns. Default: the last
        variable makes the columns.

    Returns
    -------
    FlatTable

    Notes
    -----
    R page: `?ftable`.

    Examples
    --------
    >>> from rnet import data
    >>> flat = ftable("Survived ~ Sex", data("Titanic"))
    >>> print("\n".join(line.rstrip() for line in str(flat).splitlines()))
           Survived   No  Yes
    Sex
    Male            1364  367
    Female           126  344
    """
    if isinstance(x, Formula) or (isinstance(x, str) and "~" in x):
        return _of_formula(parse_formula(x), args[0] if args else data)
    counts = x if isinstance(x, Table) and not args else table(x, *args, deparse_level=0)
    rows, columns = _sides(counts, row_vars, col_vars)
    return _flat(counts, rows, columns)


def _sides(counts: Table, row_vars: Which, col_vars: Which) -> tuple[list[int], list[int]]:
    """Return the axes of the rows and of the columns."""
    axes = range(counts.ndim)
    if row_vars is None and col_vars is None:
        return list(axes[:-1]), [axes[-1]]
    rows = None if row_vars is None else margin_axes(row_vars, counts)
    columns = None if col_vars is None else margin_axes(col_vars, counts)
    if rows is None:
        rows = [axis for axis in axes if axis not in (columns or [])]
    if columns is None:
        columns = [axis for axis in axes if axis not in rows]
    if set(rows) & set(columns):
        raise RError("missing or duplicated variables", "A variable is a row or a column variable.")
    return rows, columns


def _flat(counts: Table, rows: list[int], columns: list[int]) -> FlatTable:
    kept = as_counts(margin_table(counts, [axis + 1 for axis in [*rows, *columns]]))
    names = kept.dnn or [""] * kept.ndim
    variables = tuple(zip(names, kept.dimnames, strict=True))
    height = int(np.prod(kept.dim[: len(rows)], dtype=np.int64))
    cells = kept.counts.reshape(height, -1)
    return FlatTable(cells, variables[: len(rows)], variables[len(rows) :])


def _of_formula(formula: Formula, data: Any) -> FlatTable:
    if formula.response is None:
        raise RError("formula must have both left and right hand sides")
    if data is None:
        raise RError('argument must be an object inheriting from class "ftable"', "Give `data`.")
    names = list(data.dnn or ()) if isinstance(data, Table) else [str(c) for c in data.columns]
    columns, rows = all_vars(formula.response), all_vars(formula.right)
    columns, rows = _dotted(columns, rows, names), _dotted(rows, columns, names)
    unknown = [name for name in [*rows, *columns] if name not in names]
    if unknown:
        raise RError("incorrect variable names in rhs of formula", f"Not there: {unknown[0]}.")
    counts = data if isinstance(data, Table) else table(data[[*rows, *columns]])
    place = list(counts.dnn or ())
    return _flat(counts, [place.index(n) for n in rows], [place.index(n) for n in columns])


def _dotted(side: list[str], other: list[str], names: list[str]) -> list[str]:
    """Let `.` stand for all variables that are not on the other side."""
    return [name for name in names if name not in other] if side == ["."] else side
