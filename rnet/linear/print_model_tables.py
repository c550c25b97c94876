"""The text of `model.tables` (R's `print.tables_aov`)."""

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.printing.matrix import format_array, format_matrix
from rnet.printing.numbers import format_real, integer_texts
from rnet.printing.rounding import zapsmall
from rnet.printing.tables import format_table
from rnet.printing.vectors import format_named_vector

if TYPE_CHECKING:
    from rnet.evaluate.contingency_table import Table
    from rnet.linear.model_tables import ModelTables

DIGITS = 4
ERRORS = {
    "effects": "Standard errors of effects",
    "means": "Standard errors for differences of means",
}


def format_model_tables(found: "ModelTables", digits: int | None = None) -> str:
    """Return R's text: the grand mean, a table for each term, standard errors."""
    kept = DIGITS if digits is None else digits
    lines = [f"Tables of {found.type}"]
    if found.grand_mean is not None:
        lines += ["Grand mean", format_named_vector(format_real([found.grand_mean]), [""]), ""]
    elif found.type == "effects" or found.tables:
        lines.append("")
    for name, table in found.tables.items():
        counts = None if found.is_balanced else found.replications[name]
        lines += [f" {name} ", _table_text(table, counts, kept), ""]
    if found.se is not None:
        lines += [ERRORS[found.type], _errors(found.se, found.cell_sizes(), kept), ""]
    return "\n".join(lines[:-1])


def _errors(se: "pd.Series[float]", n: "pd.Series[int]", digits: int) -> str:
    cells = [format_real(se.to_numpy(), digits), integer_texts(n.tolist())]
    return format_matrix(np.array(cells, dtype=object), ["", "replic."], list(se.index), right=True)


def _table_text(table: "Table", counts: "Table | None", digits: int) -> str:
    values = np.asarray(table.counts, dtype=np.float64)
    names = list(map(list, table.dimnames))
    if values.ndim == 1 and counts is None:
        return format_table(np.asarray(zapsmall(values, digits)), names, table.dnn)
    if values.ndim == 1:
        rows = np.array([values, counts.counts]) if counts is not None else values
        return format_matrix(rows, ["", "rep"], names[0], digits=digits)
    if counts is not None:
        values, names[0] = _interleaved(values, counts.counts), _with_counts(names[0])
    texts = _written(values, digits)
    if values.ndim == 2:
        titles = table.dnn or ("", "")
        return format_matrix(texts, *names, row_title=titles[0], column_title=titles[1])
    return format_array(texts, names, table.dnn)


def _with_counts(labels: list[str | None]) -> list[str | None]:
    return [name for label in labels for name in (label, "rep")]


def _interleaved(values: npt.NDArray[np.float64], counts: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """Put below each row of values its replications."""
    both = np.stack([values, np.asarray(counts, dtype=np.float64)], axis=1)
    return both.reshape(2 * values.shape[0], *values.shape[1:])


def _written(values: npt.NDArray[np.float64], digits: int) -> npt.NDArray[np.object_]:
    """Return the cells in a common layout, empty ones blank."""
    rounded = np.asarray(zapsmall(values, digits))
    known = ~np.isnan(rounded)
    texts = np.full(values.shape, "", dtype=object)
    texts[known] = format_real(rounded[known])
    return texts
