"""The text of the summary of a generalized linear model (R's `print.summary.glm`)."""

from typing import TYPE_CHECKING

import numpy as np

from rnet.language.deparse import deparse
from rnet.linear.print_lm import fit_digits, omitted_note
from rnet.linear.print_summary_lm import coefficient_lines, correlation_lines, five_numbers
from rnet.printing.numbers import format_real, integer_texts
from rnet.printing.rounding import zapsmall
from rnet.printing.vectors import format_named_vector
from rnet.settings import current

if TYPE_CHECKING:
    from rnet.linear.summary_glm import SummaryGLM

FEW = 5
"""Up to so many degrees of freedom every residual is shown."""


def format_summary_glm(
    summary: "SummaryGLM",
    digits: int | None = None,
    stars: bool | None = None,
    symbolic_cor: bool | None = None,
    *,
    show_residuals: bool | None = None,
) -> str:
    """Return what R prints of the summary of a generalized linear model.

    Parameters
    ----------
    summary : SummaryGLM
    digits : int, optional
        Significant digits; by default three less than `options(digits)`.
    stars : bool, optional
        Whether p values get stars; by default the option.
    symbolic_cor : bool, optional
        Whether correlations print as symbols; by default as the summary was made.
    show_residuals : bool, optional
        Whether quartiles of the deviance residuals are shown; by default up to R 4.2.
    """
    shown = fit_digits(digits)
    fit = summary.fit
    lines = ["", "Call:", *deparse(fit.call), ""]
    wanted = not current().follows("4.3") if show_residuals is None else show_residuals
    if wanted and fit.keeps_cases:
        lines += ["Deviance Residuals: ", _residuals(summary, shown), ""]
    lines += coefficient_lines(
        fit.coefficients, summary.coefficients, shown, stars, title="No Coefficients"
    )
    (dispersion,) = format_real([summary.dispersion])
    lines += [
        "",
        f"(Dispersion parameter for {fit.family.family} family taken to be {dispersion})",
        "",
        *_deviances(summary, shown),
        *omitted_note(fit.omitted),
        f"AIC: {format_real([fit.aic], max(4, shown + 1))[0]}",
        "",
        f"Number of Fisher Scoring iterations: {fit.iter}",
    ]
    lines += correlation_lines(
        summary.correlation,
        shown,
        symbolic=summary.symbolic_cor if symbolic_cor is None else symbolic_cor,
    )
    return "\n".join([*lines, ""])


def _residuals(summary: "SummaryGLM", digits: int) -> str:
    residuals = summary.deviance_resid
    if summary.df_residual > FEW:
        return five_numbers(residuals.to_numpy(), digits, gap=2)
    rounded = np.asarray(zapsmall(residuals.to_numpy(), digits + 1))
    return format_named_vector(format_real(rounded, digits), list(residuals.index), gap=2)


def _deviances(summary: "SummaryGLM", digits: int) -> list[str]:
    fit = summary.fit
    values = format_real([fit.null_deviance, fit.deviance], max(5, digits + 1))
    freedom = integer_texts([fit.df_null, fit.df_residual])
    return [
        f"{title} deviance: {value}  on {df}  degrees of freedom"
        for title, value, df in zip(("    Null", "Residual"), values, freedom, strict=True)
    ]
