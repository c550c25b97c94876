"""The text of the summary of a linear model (R's `print.summary.lm`)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.language.deparse import deparse
from rnet.linear.print_lm import fit_digits, omitted_note
from rnet.printing.coefficients import format_coefficient_table
from rnet.printing.formatC import formatC
from rnet.printing.matrix import format_matrix
from rnet.printing.numbers import format_real, number_text
from rnet.printing.pvalue import p_value_texts
from rnet.printing.rounding import round_r, signif, zapsmall
from rnet.printing.vectors import format_named_vector
from rnet.values import NA

if TYPE_CHECKING:
    from rnet.linear.summary_lm import SummaryLM

FIVE_NUMBERS = ("Min", "1Q", "Median", "3Q", "Max")
FEW = 5
"""Up to so many degrees of freedom every residual is shown."""
CUTS = (0.3, 0.6, 0.8, 0.9, 0.95)
SYMBOLS = (" ", ".", ",", "+", "*", "B", "1")
SYMBOL_LEGEND = "0 ‘ ’ 0.3 ‘.’ 0.6 ‘,’ 0.8 ‘+’ 0.9 ‘*’ 0.95 ‘B’ 1"


def format_summary_lm(
    summary: "SummaryLM",
    digits: int | None = None,
    stars: bool | None = None,
    symbolic_cor: bool | None = None,
) -> str:
    """Return what R prints of the summary of a linear model.

    Parameters
    ----------
    summary : SummaryLM
    digits : int, optional
        Significant digits; by default three less than `options(digits)`.
    stars : bool, optional
        Whether p values get stars; by default the option.
    symbolic_cor : bool, optional
        Whether correlations print as symbols; by default as the summary was made.
    """
    shown = fit_digits(digits)
    fit = summary.fit
    lines = ["", "Call:", *deparse(fit.call), ""]
    if fit.keeps_cases:
        lines += [*residual_lines(summary, shown), ""]
    lines += coefficient_lines(
        fit.coefficients, summary.coefficients, shown, stars, title="No Coefficients"
    )
    (error,) = format_real([signif(summary.sigma, shown)])
    freedom = number_text(float(fit.df_residual))
    lines += ["", f"Residual standard error: {error} on {freedom} degrees of freedom"]
    lines += omitted_note(fit.omitted)
    lines += _explained(summary, shown)
    lines += correlation_lines(
        summary.correlation,
        shown,
        symbolic=summary.symbolic_cor if symbolic_cor is None else symbolic_cor,
    )
    return "\n".join([*lines, ""])


def residual_lines(summary: "SummaryLM", digits: int) -> list[str]:
    """Return the title and five numbers of the residuals, or all when they are few."""
    weights = summary.fit.model_data.frame.weights
    weighted = weights is not None and float(np.ptp(weights)) > 0
    title = ("Weighted " if weighted else "") + "Residuals:"
    residuals = summary.residuals
    freedom = summary.fit.df_residual
    if freedom > FEW:
        return [title, five_numbers(residuals.to_numpy(), digits)]
    if freedom > 0:
        texts = format_real(residuals.to_numpy(), digits)
        return [title, format_named_vector(texts, list(residuals.index))]
    none_left = f"ALL {summary.fit.rank} residuals are 0: no residual degrees of freedom!"
    return [title, none_left]


def five_numbers(values: npt.NDArray[Any], digits: int, gap: int = 1) -> str:
    """Return minimum, quartiles and maximum under their names."""
    known = np.quantile(values[~np.isnan(values)], [0, 0.25, 0.5, 0.75, 1])
    texts = format_real(np.asarray(zapsmall(known, digits + 1)), digits)
    return format_named_vector(texts, FIVE_NUMBERS, gap=gap)


def coefficient_lines(
    coefficients: "pd.Series[float]",
    table: pd.DataFrame,
    digits: int,
    stars: bool | None,
    *,
    title: str,
) -> list[str]:
    """Return title and table of the coefficients; collinear ones print NA in every column."""
    if not len(coefficients):
        return [title]
    aliased = int(coefficients.isna().sum())
    note = f" ({aliased} not defined because of singularities)" if aliased else ""
    whole: Any = np.full((len(coefficients), table.shape[1]), NA)
    whole[~coefficients.isna().to_numpy()] = table.to_numpy()
    text = format_coefficient_table(
        whole, list(coefficients.index), list(table.columns), digits=digits, stars=stars
    )
    return [f"Coefficients:{note}", text]


def _explained(summary: "SummaryLM", digits: int) -> list[str]:
    """Return the lines on R squared and F; none for a model without terms."""
    if summary.f_statistic is None:
        return []
    share, adjusted, value = (
        formatC(number, digits=digits)
        for number in (summary.r_squared, summary.adj_r_squared, summary.f_statistic[0])
    )
    top, bottom = (number_text(number) for number in summary.f_statistic[1:])
    (p,) = p_value_texts(np.array([summary.p_value]), digits)
    return [
        f"Multiple R-squared:  {share},\tAdjusted R-squared:  {adjusted} ",
        f"F-statistic: {value} on {top} and {bottom} DF,  p-value: {p}",
    ]


def correlation_lines(
    correlation: pd.DataFrame | None, digits: int, *, symbolic: bool
) -> list[str]:
    """Return the lower triangle of the correlations of the coefficients."""
    if correlation is None or len(correlation) < 2:
        return []
    cells, names = correlation.to_numpy(), list(correlation.index)
    text = _symbols(cells, names) if symbolic else _triangle(cells, names, digits)
    return ["", "Correlation of Coefficients:", text]


def _triangle(cells: npt.NDArray[np.float64], names: Sequence[str], digits: int) -> str:
    rounded: Any = round_r(cells, 2)
    texts = np.array(format_real(rounded.ravel(), digits, nsmall=2), dtype=object)
    whole = texts.reshape(cells.shape)
    whole[np.triu_indices(len(names))] = ""
    return format_matrix(whole[1:, :-1], names[1:], names[:-1])


def _symbols(cells: npt.NDArray[np.float64], names: Sequence[str]) -> str:
    marks = np.array(SYMBOLS, dtype=object)[np.searchsorted(CUTS, np.abs(cells))]
    marks[np.diag_indices(len(names))] = SYMBOLS[-1]
    marks[np.triu_indices(len(names), 1)] = ""
    table = format_matrix(marks, names, [""] * len(names))
    return f'{table}\nattr(,"legend")\n[1] {SYMBOL_LEGEND}'
