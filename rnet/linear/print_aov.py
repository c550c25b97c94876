"""The texts of analyses of variance (R's `print.aov` and `print.summary.aov`)."""

from typing import TYPE_CHECKING

import numpy as np

from rnet.language.deparse import deparse
from rnet.linear.print_lm import fit_digits
from rnet.printing.coefficients import format_anova
from rnet.printing.matrix import format_matrix
from rnet.printing.numbers import format_real, integer_texts
from rnet.printing.rounding import zapsmall

if TYPE_CHECKING:
    from rnet.linear.variance_model import AOV, SummaryAOV

ROOM = len("(Intercept)")


def format_aov(fit: "AOV") -> str:
    """Return what R prints: call, sums of squares of the terms, residual standard error."""
    table = fit.anova()
    sums = format_real(np.asarray(zapsmall(table.values[:, 1])))
    cells = np.array([sums, integer_texts(list(table.values[:, 0]))], dtype=object)
    rows = ["Sum of Squares", "Deg. of Freedom"]
    lines = ["Call:", *(f"   {line}" for line in deparse(fit.call)), "", "Terms:"]
    lines += [format_matrix(cells, rows, list(table.row_names), right=True), ""]
    lines.append(f"Residual standard error: {format_real([fit.sigma()])[0]}")
    aliased = int(fit.coefficients.isna().sum())
    if aliased:
        lines.append(f"{aliased} out of {len(fit.coefficients)} effects not estimable")
    if len(table.row_names) > 1:
        balance = "are balanced" if fit.is_balanced else "may be unbalanced"
        lines.append(f"Estimated effects {balance}")
    return "\n".join(lines + _omitted(len(fit.linear.model_data.frame.omitted)))


def format_summary_aov(summary: "SummaryAOV", digits: int | None = None) -> str:
    """Return the table without a heading, its row names padded."""
    table = summary.table
    width = max(ROOM if summary.has_intercept else 0, *map(len, table.row_names))
    names = [name.ljust(width) for name in table.row_names]
    columns, values = list(table.columns), table.values
    if len(names) == 1:
        columns, values = columns[:3], values[:, :3]
    text = format_anova(values, names, columns, digits=fit_digits(digits))
    return "\n".join([text, *_omitted(summary.omitted)])


def _omitted(count: int) -> list[str]:
    noun = "observation" if count == 1 else "observations"
    return [f"{count} {noun} deleted due to missingness"] if count else []
