"""The summary of a data frame: one column of cells a variable."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.describe.summary_columns import (
    STATISTICS,
    Counts,
    as_factor_or_vector,
    known_numbers,
    level_counts,
    six_statistics,
    string_counts,
    truth_counts,
)
from rnet.describe.summary_records import SummaryDefault, SummaryTable
from rnet.printing.elements import as_vector
from rnet.printing.rounding import signif
from rnet.printing.summary_text import centred_title, count_texts, labelled_cells
from rnet.values import column_names

SIGNIFICANT = 12
"""Digits to which a data frame's summary rounds statistics before it writes them."""


@dataclass(frozen=True, slots=True)
class ColumnSummary:
    """A variable's name, its labels with their texts, and its numbers."""

    name: str
    labels: list[str]
    texts: list[str]
    values: list[Any]


def frame_summary(
    frame: pd.DataFrame, maxsum: int, quantile_type: int, digits: int | None = None
) -> SummaryTable:
    """Summarize every column of a data frame, numbers to so many digits."""
    columns = [
        column_summary(name, frame.iloc[:, place], maxsum, quantile_type, digits)
        for place, name in enumerate(column_names(frame))
    ]
    return summary_table(columns)


def summary_table(columns: Sequence[ColumnSummary]) -> SummaryTable:
    """Put the cells of variables side by side; short columns end in missing cells."""
    rows = max((len(column.labels) for column in columns), default=0)
    cells = np.full((rows, len(columns)), None, dtype=object)
    for place, column in enumerate(columns):
        cells[: len(column.labels), place] = labelled_cells(column.labels, column.texts)
    titles = tuple(centred_title(column.name, column.labels) for column in columns)
    frame = pd.DataFrame(
        {
            column.name: pd.Series(column.values, index=column.labels, dtype=object)
            for column in columns
        }
    )
    return SummaryTable(cells, ("",) * rows, titles, frame)


def column_summary(
    name: str, column: Any, maxsum: int, quantile_type: int, digits: int | None = None
) -> ColumnSummary:
    """Summarize one variable of a data frame."""
    variable = as_factor_or_vector(column)
    if isinstance(variable, pd.Categorical):
        return counted(name, level_counts(variable, maxsum))
    if variable.kind == "logical":
        return counted(name, truth_counts(variable))
    if variable.kind == "character":
        return counted(name, string_counts(variable))
    values, missing = known_numbers(variable)
    statistics = six_statistics(values, quantile_type)
    return measured(name, statistics, missing, of_dates=variable.kind == "date", digits=digits)


def measured(
    name: str,
    statistics: npt.NDArray[np.float64],
    missing: int,
    *,
    of_dates: bool = False,
    digits: int | None = None,
) -> ColumnSummary:
    """Return the cells of numbers, rounded to 12 digits first, or of dates."""
    kept = statistics if of_dates else signif(statistics, SIGNIFICANT)
    shown = SummaryDefault(np.asarray(kept), STATISTICS, missing, of_dates)
    return ColumnSummary(name, shown.names(), shown.texts(digits), shown.to_pandas().tolist())


def counted(name: str, counts: Counts) -> ColumnSummary:
    """Return the cells of counts."""
    whole = [value for value in counts.values if isinstance(value, int)]
    are_counts = len(whole) == len(counts.values)
    texts = count_texts(whole) if are_counts else _justified(counts)
    return ColumnSummary(name, list(counts.names), texts, list(counts.values))


def _justified(counts: Counts) -> list[str]:
    texts = [str(value) for value in counts.values]
    return [text.ljust(max(map(len, texts))) for text in texts]


def list_summary(items: Sequence[Any], names: Sequence[str] | None) -> SummaryTable:
    """Return length, class and mode of every element of a list."""
    return component_summary([_element(item) for item in items], names)


def component_summary(rows: Sequence[list[str]], names: Sequence[str] | None) -> SummaryTable:
    """Return the table of these lengths, classes and modes."""
    cells = np.array(rows, dtype=object).reshape(len(rows), 3)
    wide = len(str(len(rows))) + 3
    labels = (
        tuple(f"[{place + 1},]".rjust(wide) for place in range(len(rows)))
        if names is None
        else tuple(names)
    )
    lengths = max((len(row[0]) for row in rows), default=0)
    cells[:, 0] = [text.rjust(lengths) for text in cells[:, 0]]
    titles = ("Length", "Class", "Mode")
    return SummaryTable(cells, labels, titles, pd.DataFrame(cells, labels, list(titles)))


def _element(item: Any) -> list[str]:
    if item is None:
        return ["0", "-none-", "NULL"]
    if isinstance(item, pd.DataFrame):
        return [str(item.shape[1]), "data.frame", "list"]
    if isinstance(item, list | tuple | dict):
        return [str(len(item)), "-none-", "list"]
    if callable(item):
        return ["1", "-none-", "function"]
    if isinstance(getattr(item, "dtype", None), pd.CategoricalDtype):
        return [str(len(item)), "factor", "numeric"]
    vector = as_vector(item)
    modes = {"double": "numeric", "integer": "numeric", "date": "numeric"}
    r_class = "Date" if vector.kind == "date" else "-none-"
    return [str(len(vector)), r_class, modes.get(vector.kind, vector.kind)]


def matrix_as_frame(cells: npt.NDArray[Any]) -> pd.DataFrame:
    """Return a matrix as a data frame with R's names V1, V2, ..."""
    return pd.DataFrame(cells, columns=[f"V{place + 1}" for place in range(cells.shape[1])])
