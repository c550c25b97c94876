"""The texts of analyses of variance (R's `print.aov` and `print.summary.aov`)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from rnet.language.deparse import deparse
from rnet.language.tree import Call
from rnet.linear.anova_table import AnovaTable
from rnet.linear.print_lm import fit_digits
from rnet.linear.qr import Reflections
from rnet.printing.matrix import format_matrix
from rnet.printing.numbers import format_real, integer_texts, number_text
from rnet.printing.rounding import zapsmall

if TYPE_CHECKING:
    from rnet.linear.error_strata import AOVStrata
    from rnet.linear.linear_model import LM
    from rnet.linear.several_aov import MAOV
    from rnet.linear.variance_model import AOV, SummaryAOV

BALANCED = 1e-8
"""Below this share of the largest element the triangular factor counts as diagonal."""


def format_aov(fit: "AOV") -> str:
    """Return what R prints: call, sums of squares of the terms, residual standard error."""
    lines = _head(fit.call)
    lines += _terms({"Sum of Squares": fit.summary().table}, fit.linear.qr, _aliased(fit.linear))
    return "\n".join(lines + _omitted(len(fit.linear.model_data.frame.omitted)))


def format_several_aov(fit: "MAOV") -> str:
    """Return what R prints: as for one response, with a row for each."""
    tables = {name: one.summary().table for name, one in fit.responses.items()}
    shown = dict(zip(fit.linear.fits, tables.values(), strict=True))
    lines = _head(fit.linear.call) + _terms(shown, fit.linear.qr, _aliased(fit.linear.first))
    return "\n".join(lines + _omitted(len(fit.linear.used_frame.omitted)))


def _head(call: Call) -> list[str]:
    return ["Call:", "   " + "\n".join(deparse(call)), "", "Terms:"]


def _aliased(fit: "LM") -> tuple[int, int]:
    return int(fit.coefficients.isna().sum()), len(fit.coefficients)


def _terms(
    tables: Mapping[str, AnovaTable], qr: Reflections, aliased: tuple[int, int]
) -> list[str]:
    """Return sums of squares, the residual standard error, and what R says of the effects."""
    first = next(iter(tables.values()))
    squares = np.array([table.values[:, 1] for table in tables.values()])
    cells = np.array(format_real(np.asarray(zapsmall(squares)).ravel()), dtype=object)
    df = np.array(integer_texts(list(first.values[:, 0])), dtype=object)
    names = [name.strip() for name in first.row_names]
    rows = [*tables, "Deg. of Freedom"]
    shown = np.vstack([cells.reshape(squares.shape), df])
    lines = [format_matrix(shown, rows, names, right=True), ""]
    errors = [number_text(float(np.sqrt(table.values[-1, 2]))) for table in tables.values()]
    noun = "error" if len(errors) == 1 else "errors"
    if names[-1] == "Residuals":
        lines.append(f"Residual standard {noun}: {' '.join(errors)}")
    if aliased[0]:
        lines.append(f"{aliased[0]} out of {aliased[1]} effects not estimable")
    if set(names) - {"Residuals"}:
        balance = "are balanced" if is_balanced(qr) else "may be unbalanced"
        lines.append(f"Estimated effects {balance}")
    return lines


def is_balanced(qr: Reflections) -> bool:
    """Whether the estimated columns are orthogonal."""
    upper = qr.upper
    beside = np.abs(upper - np.diag(np.diag(upper)))
    return bool(beside.max(initial=0.0) < BALANCED * np.abs(upper).max(initial=0.0))


def format_strata(fit: "AOVStrata") -> str:
    """Return what R prints: call, grand mean, and the terms of every stratum."""
    lines = ["", "Call:", *deparse(fit.call), "", f"Grand Mean: {number_text(fit.grand_mean)}", ""]
    for number, (name, stratum) in enumerate(fit.strata.items(), start=1):
        counted = (int(np.isnan(stratum.fit.coefficients).sum()), len(stratum.columns))
        lines += [f"Stratum {number}: {name}", "", "Terms:"]
        lines += [*_terms({"Sum of Squares": stratum.table()}, stratum.fit.qr, counted), ""]
    return "\n".join(lines[:-1])


def format_summary_strata(tables: Mapping[str, AnovaTable], digits: int | None = None) -> str:
    """Return the table of every stratum below its name."""
    lines = []
    for name, table in tables.items():
        lines += ["", f"Error: {name}", table.format(fit_digits(digits))]
    return "\n".join(lines)


def format_summary_several_aov(tables: Mapping[str, AnovaTable], digits: int | None = None) -> str:
    """Return the table of every response below its name."""
    parts = [f" Response {name} :\n{table.format(digits)}\n" for name, table in tables.items()]
    return "\n".join(parts)


def format_summary_aov(summary: "SummaryAOV", digits: int | None = None) -> str:
    """Return the table without a heading, and how many cases were dropped."""
    text = summary.table.format(fit_digits(digits))
    return "\n".join([text, *_omitted(summary.omitted)])


def _omitted(count: int) -> list[str]:
    noun = "observation" if count == 1 else "observations"
    return [f"{count} {noun} deleted due to missingness"] if count else []
