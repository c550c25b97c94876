"""The counts a test takes: a table, a matrix, a vector, or two factors to cross."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.evaluate.table import Table, classes_of, cross
from rnet.hypothesis.samples import argument_text
from rnet.language.tree import Call
from rnet.values import axis_names, named_matrix

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts as numbers, and what they came in.

    Attributes
    ----------
    cells : ndarray of shape (k,) or (rows, columns)
    name : str
        R's name of the data.
    source : object
        The table, matrix, series or vector that `like` follows.
    """

    cells: Doubles
    name: str
    source: Any

    def observed(self) -> Any:
        """Return the counts as they came: whole numbers stay such."""
        counted = np.asarray(self.source).dtype.kind in "iub"
        return self.like(self.cells.astype(np.int64) if counted else self.cells)

    def like(self, cells: npt.NDArray[Any]) -> Any:
        """Return numbers, one a cell, of the class and with the labels of what was given."""
        source = self.source
        if isinstance(source, Table):
            return source.with_counts(cells.reshape(source.shape))
        if isinstance(source, pd.DataFrame):
            rows, columns = axis_names(source.index), axis_names(source.columns)
            found = named_matrix(cells.reshape(source.shape), rows, columns)  # type: ignore[arg-type]
            found.index.name, found.columns.name = source.index.name, source.columns.name
            return found
        if isinstance(source, pd.Series):
            return pd.Series(cells, index=source.index)
        return named_matrix(cells) if cells.ndim == 2 else cells

    def plain(self, cells: Doubles) -> Any:
        """Return numbers, one a cell, as a matrix or vector with the labels, never a table."""
        source = self.source
        if not isinstance(source, Table):
            return self.like(cells)
        labels = [[str(label) for label in along] for along in source.dimnames]
        if cells.ndim == 1:
            return pd.Series(cells, index=pd.Index(labels[0], dtype=object))
        found = named_matrix(cells, *labels)
        if source.dnn is not None:
            found.index.name, found.columns.name = source.dnn
        return found


def counts_of(call: Call, x: Any, y: Any, *, drop: bool = True) -> Counts:
    """Return a table of counts, or cross two factors; `drop` makes a vector of one row or column.

    Raises
    ------
    RError
        R's text for factors that differ in length or have one level.
    """
    name = argument_text(call, "x")
    cells = table_cells(x)
    if cells is not None and cells.ndim == 2:
        if drop and min(cells.shape) == 1:
            return Counts(cells.ravel(), name, cells.ravel())
        return Counts(cells, name, x)
    if y is None:
        return Counts(_vector(x), name, x)
    y_name = argument_text(call, "y")
    crossed = crossed_factors(x, y, name, y_name)
    return Counts(np.asarray(crossed.counts, dtype=float), f"{name} and {y_name}", crossed)


def crossed_factors(x: Any, y: Any, x_name: str, y_name: str) -> Table:
    """Return the counts of two factors over the cases where both are known."""
    if len(x) != len(y):
        raise RError("'x' and 'y' must have the same length", f"They have {len(x)} and {len(y)}.")
    first, second = pd.Series(list(x)), pd.Series(list(y))
    known = np.asarray(first.notna() & second.notna())
    kept = [_kept(values, known) for values in (x, y)]
    crossed = cross(classes_of(kept), [x_name, y_name])
    if min(crossed.shape) < 2:
        raise RError("'x' and 'y' must have at least 2 levels", "One of them does not vary.")
    return crossed


def _kept(values: Any, known: npt.NDArray[np.bool_]) -> Any:
    if isinstance(values, pd.Series):
        values = values.array
    if isinstance(values, pd.Categorical):
        return values[known].remove_unused_categories()
    return np.asarray(values)[known]


def table_cells(x: Any) -> Doubles | None:
    """Return the cells of what has two dimensions or is a table; None for a vector."""
    if isinstance(x, Table | pd.DataFrame):
        return np.asarray(x, dtype=np.float64)
    cells = np.asarray(x)
    return cells.astype(np.float64) if cells.ndim == 2 else None


def _vector(x: Any) -> Doubles:
    try:
        return np.asarray(x, dtype=np.float64).ravel()
    except (TypeError, ValueError):
        raise RError(
            "all entries of 'x' must be nonnegative and finite", "Give counts, or two factors."
        ) from None


def check_counts(cells: Doubles) -> None:
    """Refuse, in R's words, what are no counts."""
    if not (np.isfinite(cells) & (cells >= 0)).all():
        raise RError(
            "all entries of 'x' must be nonnegative and finite", "Counts are zero or more."
        )
