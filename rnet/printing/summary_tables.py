"""R's text of the test of independence that `summary` makes of a table."""

import math
from typing import TYPE_CHECKING, Any

from rnet.language.deparse import deparse_line
from rnet.printing.numbers import format_real, number_text
from rnet.printing.pvalue import format_pval
from rnet.printing.rounding import round_r
from rnet.settings import current

if TYPE_CHECKING:
    from rnet.language.tree import Node

FEWER_DIGITS = 3


def format_table_summary(summary: Any, digits: int | None = None) -> str:
    """Return the text of R's print.summary.table.

    Parameters
    ----------
    summary : record
        With the attributes `n_vars`, `n_cases`, `statistic`, `parameter`, `p_value`,
        `approx_ok` and `call`.
    digits : int, optional
        Significant digits; default three fewer than `options(digits)`.
    """
    digits = max(1, current().digits - FEWER_DIGITS) if digits is None else digits
    lines = _call_lines(summary.call)
    lines += [
        f"Number of cases in table: {_cases(summary.n_cases)} ",
        f"Number of factors: {summary.n_vars} ",
    ]
    if summary.n_vars > 1:
        lines += [
            "Test for independence of all factors:",
            f"\tChisq = {_statistic(summary.statistic, digits)}, "
            f"df = {number_text(float(summary.parameter))}, "
            f"p-value = {format_pval(summary.p_value, digits, eps=0.0)}",
        ]
        if not summary.approx_ok:
            lines.append("\tChi-squared approximation may be incorrect")
    return "\n".join(lines)


def _cases(total: float) -> str:
    return str(total) if isinstance(total, int) else number_text(total)


def _statistic(value: float, digits: int) -> str:
    if math.isnan(value):
        return "NaN"
    decimals = max(0.0, digits - math.log10(value)) if value > 0 else math.inf
    return format_real([round_r(value, decimals)])[0]


def _call_lines(call: "Node | None") -> list[str]:
    return [] if call is None else [f"Call: {deparse_line(call)}"]
