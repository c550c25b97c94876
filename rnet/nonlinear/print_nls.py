"""The texts of nonlinear regression: fit, summary, trace."""

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from rnet.language.deparse import deparse
from rnet.linear.print_lm import fit_digits, omitted_note
from rnet.linear.print_summary_lm import correlation_lines
from rnet.printing.coefficients import format_coefficient_table
from rnet.printing.numbers import format_real, number_text
from rnet.printing.rounding import signif
from rnet.printing.vectors import format_named_vector

if TYPE_CHECKING:
    from rnet.nonlinear.nonlinear_model import NLS
    from rnet.nonlinear.summary_nls import SummaryNLS

Doubles = npt.NDArray[np.float64]
TRACE_ROOM = 5


def trace_line(deviance: float, offset: float, parameters: Doubles, digits: int) -> str:
    """Return the line on one iteration.

    Examples
    --------
    >>> trace_line(1636.5857, 0.5704, np.array([200.0, 0.05]), 7)
    '1636.586    (5.70e-01): par = (200 0.05)'
    """
    size = format(deviance, f"#.{digits}g").ljust(digits + TRACE_ROOM)
    listed = " ".join(number_text(value, digits) for value in parameters.tolist())
    return f"{size}({offset:.2e}): par = ({listed})"


def port_line(number: int, half: float, parameters: Doubles) -> str:
    """Return the line on one iteration within bounds.

    Examples
    --------
    >>> port_line(0, 818.29285, np.array([200.0, 0.05]))
    '  0:     818.29285:  200.000 0.0500000'
    """
    listed = " ".join(format(value, "#8.6g") for value in parameters.tolist())
    return f"{number:3d}:{half:#14.8g}: {listed}"


def format_nls(fit: "NLS", digits: int | None = None) -> str:
    """Return what R prints of a fit."""
    shown = fit_digits(digits)
    texts = format_real(fit.coef().to_numpy(), shown)
    weighted = " " if fit.weights is None else " weighted "
    (size,) = format_real(np.array([fit.deviance]), shown)
    return "\n".join(
        [
            "Nonlinear regression model",
            f"  model: {''.join(deparse(fit.formula.tree))}",
            f"   data: {' '.join(deparse(fit.data_name))}",
            format_named_vector(texts, list(fit.coef().index)),
            f"{weighted}residual sum-of-squares: {size}",
            *convergence_lines(fit, shown),
        ]
    )


def convergence_lines(fit: "NLS", digits: int) -> list[str]:
    """Return the lines on how iterations ended, an empty one first."""
    info = fit.convInfo
    if fit.arguments["algorithm"] == "port":
        return ["", f'Algorithm "port", convergence message: {info["stopMessage"]}']
    (tolerance,) = format_real(np.array([info["finTol"]]), digits)
    word = "to convergence" if info["isConv"] else "till stop"
    lines = [
        "",
        f"Number of iterations {word}: {info['finIter']} ",
        f"Achieved convergence tolerance: {tolerance}",
    ]
    return lines if info["isConv"] else [*lines, f"Reason stopped: {info['stopMessage']}"]


def format_summary_nls(
    summary: "SummaryNLS",
    digits: int | None = None,
    stars: bool | None = None,
    symbolic_cor: bool | None = None,
) -> str:
    """Return what R prints of the summary of a fit."""
    shown, fit = fit_digits(digits), summary.fit
    table = summary.coefficients
    (error,) = format_real([signif(summary.sigma, shown)], shown)
    symbolic = summary.symbolic_cor if symbolic_cor is None else symbolic_cor
    correlation = correlation_lines(summary.correlation, shown, symbolic=symbolic)
    lines = [
        "",
        "Formula: " + "\n".join(deparse(fit.formula.tree)),
        "",
        "Parameters:",
        format_coefficient_table(
            table.to_numpy(), list(table.index), list(table.columns), digits=shown, stars=stars
        ),
        "",
        f"Residual standard error: {error} on {fit.df_residual} degrees of freedom",
        *("Correlation of Parameter Estimates:" if "Coeff" in line else line
          for line in correlation),
        *convergence_lines(fit, shown),
        *omitted_note(0 if fit.na_action is None else len(fit.na_action)),
        "",
    ]  # fmt: skip
    return "\n".join(lines)
