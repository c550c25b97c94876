"""R's `as.table`, and `as.data.frame` of a table: from matrices to tables to long data frames."""

import string
from typing import Any

import numpy as np
import pandas as pd

from rnet.conditions import RError
from rnet.evaluate.contingency_table import Table
from rnet.evaluate.margins import as_counts
from rnet.language.make_names import make_names


def as_table(x: Any) -> Table:
    """Return a matrix, a named vector or a pandas crosstab as a table.

    Parameters
    ----------
    x : array_like, Series or DataFrame
        Counts; without labels the classes are called A, B, C, ...

    Raises
    ------
    RError
        R's `cannot coerce to a table` for what is not numeric.

    Notes
    -----
    R page: `?as.table`.

    Examples
    --------
    >>> print(as_table([[1, 3], [2, 4]]))
      A B
    A 1 3
    B 2 4
    """
    if isinstance(x, Table):
        return x
    values = np.asarray(x)
    if values.dtype.kind not in "biuf":
        raise RError("cannot coerce to a table", "Give counts.")
    if isinstance(x, pd.Series | pd.DataFrame):
        table = as_counts(x)
        if isinstance(x, pd.Series) and x.index.name is not None:
            return Table(table.counts, table.dimnames, [str(x.index.name)])
        return table
    return Table(values, [_letters(size) for size in values.shape])


def as_data_frame(
    x: Any, response_name: str = "Freq", *, strings_as_factors: bool = True
) -> pd.DataFrame:
    """Return a table as a data frame with one row per cell.

    Parameters
    ----------
    x : Table
        Counts; a DataFrame is returned as it is, a dict of columns becomes one.
    response_name : str
        Name of the column of counts.
    strings_as_factors : bool
        Whether the classes are factors rather than strings.

    Returns
    -------
    DataFrame
        One column per variable (`Var1`, `Var2` where it has no name), first fastest, and the
        counts.

    Notes
    -----
    R page: `?as.data.frame.table`.

    Examples
    --------
    >>> as_data_frame(Table([2, 1], {"g": ["a", "b"]}))["Freq"].tolist()
    [2, 1]
    """
    if not isinstance(x, Table):
        return pd.DataFrame(x)
    names = x.dnn or [""] * x.ndim
    columns: list[Any] = []
    codes = np.unravel_index(np.arange(len(x)), x.dim, order="F")
    for axis, labels in enumerate(x.dimnames):
        factor = _factor(codes[axis], labels)
        columns.append(factor if strings_as_factors else np.asarray(factor, dtype=object))
    frame = pd.DataFrame(dict(enumerate([*columns, x.as_vector()])))
    given = [name or f"Var{axis}" for axis, name in enumerate(names, start=1)]
    frame.columns = pd.Index(make_names([*given, response_name]))
    return frame


def _factor(codes: Any, labels: tuple[str | None, ...]) -> "pd.Categorical[Any]":
    """Return a factor of the classes; the class of missing values is missing."""
    known = [label for label in labels if label is not None]
    place = np.array([-1 if label is None else known.index(label) for label in labels])
    return pd.Categorical.from_codes(place[codes], categories=pd.Index(known, dtype=object))


def _letters(size: int) -> list[str]:
    alphabet = string.ascii_uppercase
    return [alphabet[i] if size <= len(alphabet) else _pair(i) for i in range(size)]


def _pair(number: int) -> str:
    return string.ascii_uppercase[number // 26] + string.ascii_uppercase[number % 26]
