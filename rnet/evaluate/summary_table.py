"""R's `summary` of a contingency table: Pearson's test that all its variables are independent."""

import functools
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from rnet.evaluate.contingency_table import Table
from rnet.printing.show import Style, console_text
from rnet.printing.summary_tables import format_table_summary
from rnet.record import Record
from rnet.special_functions import special
from rnet.sums import extended_sum

if TYPE_CHECKING:
    from rnet.language.tree import Node

SMALLEST_EXPECTED = 5


@dataclass(frozen=True, slots=True, repr=False)
class TableSummary(Record):
    """The test of independence of all variables of a table.

    Attributes
    ----------
    n_vars : int
        The number of variables.
    n_cases : float
        The sum of all cells.
    statistic, parameter, p_value : float or None
        Chi-squared statistic, its degrees of freedom and p value; None for one variable.
    approx_ok : bool or None
        Whether every expected count is at least 5.
    call : Node or None
        The call of `xtabs`.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "n.vars", "n.cases", "statistic", "parameter", "approx.ok", "p.value", "call",
    )  # fmt: skip

    n_vars: int
    n_cases: float
    statistic: float | None = None
    parameter: int | None = None
    approx_ok: bool | None = None
    p_value: float | None = None
    call: "Node | None" = None

    def __str__(self) -> str:
        """Return the text of R's print.summary.table."""
        return format_table_summary(self)


@console_text.register
def _(x: TableSummary, style: Style) -> str:
    return format_table_summary(x, style.digits)


def summary_table(table: Table) -> TableSummary:
    """Return Pearson's test of independence of all variables of a table.

    Parameters
    ----------
    table : Table
        Counts of one or more variables.

    Notes
    -----
    R page: `?summary.table`. The statistic compares the cells with the product of all
    one-variable margins; its degrees of freedom are the number of cells less those of the margins.

    Examples
    --------
    >>> test = summary_table(Table([[1, 1], [0, 1]], [["1", "2"], ["1", "2"]]))
    >>> test.statistic, test.parameter, round(test.p_value, 4)
    (0.75, 1, 0.3865)
    """
    cells = table.counts.astype(np.float64)
    total = table.counts.sum().item()
    if table.ndim == 1:
        return TableSummary(1, total, call=table.call)
    chdtrc = special().chdtrc

    axes = range(table.ndim)
    margins = [cells.sum(axis=tuple(a for a in axes if a != axis)) for axis in axes]
    with np.errstate(divide="ignore", invalid="ignore"):
        product = functools.reduce(np.multiply.outer, margins)
        expected = product / total ** (table.ndim - 1)
        statistic = extended_sum((np.square(cells - expected) / expected).ravel(order="F"))
    df = int(np.prod(table.dim) - 1 - sum(size - 1 for size in table.dim))
    p_value = float(chdtrc(df, statistic)) if df > 0 else float(statistic <= 0)
    if math.isnan(statistic):
        p_value = math.nan
    ok = bool((expected >= SMALLEST_EXPECTED).all())
    return TableSummary(table.ndim, total, statistic, df, ok, p_value, table.call)
