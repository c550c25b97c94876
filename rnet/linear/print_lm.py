"""The texts of fitted linear and generalized linear models."""

import math

import numpy as np
import pandas as pd

from rnet.language.deparse import deparse
from rnet.language.tree import Call
from rnet.printing.numbers import format_real
from rnet.printing.rounding import signif
from rnet.printing.vectors import format_named_vector
from rnet.settings import current


def format_lm(call: Call, coefficients: "pd.Series[float]", digits: int | None = None) -> str:
    """Return what R prints of a linear model: its call and coefficients."""
    shown = "\n".join(deparse(call))
    block = format_coefficients(coefficients, digits)
    return f"\nCall:\n{shown}\n\n{block or 'No coefficients'}\n"


def format_glm(
    call: Call,
    coefficients: "pd.Series[float]",
    *,
    df_null: int,
    df_residual: int,
    omitted: int,
    null_deviance: float,
    deviance: float,
    aic: float,
    digits: int | None = None,
) -> str:
    """Return what R prints of a generalized linear model: call, coefficients, deviances."""
    figures = fit_digits(digits)
    shown = "\n".join(deparse(call))
    block = format_coefficients(coefficients, digits) or "No coefficients\n"
    lines = [
        f"\nCall:  {shown}\n",
        block,
        f"\nDegrees of Freedom: {df_null} Total (i.e. Null);  {df_residual} Residual",
        *omitted_note(omitted),
        f"Null Deviance:\t    {rounded(null_deviance, figures)} ",
        f"Residual Deviance: {rounded(deviance, figures)} \tAIC: {rounded(aic, figures)}",
    ]
    return "\n".join(lines)


def format_coefficients(coefficients: "pd.Series[float]", digits: int | None = None) -> str:
    """Return the title and the named coefficients; an empty text when there are none."""
    if not len(coefficients):
        return ""
    cells = format_real(coefficients.to_numpy(), digits=fit_digits(digits))
    return "Coefficients:\n" + format_named_vector(cells, list(coefficients.index), gap=2)


def fit_digits(digits: int | None) -> int:
    """Return the digits a printed fit has: three less than numbers have, at least three."""
    return max(3, current().digits - 3) if digits is None else digits


def rounded(value: float, digits: int) -> str:
    """Return a number rounded to significant digits, in as few characters as show it."""
    return "NA" if math.isnan(value) else format_real(np.array([signif(value, digits)]))[0]


def omitted_note(omitted: int) -> list[str]:
    """Return R's line on cases dropped, as a list of one or none."""
    noun = "observation" if omitted == 1 else "observations"
    return [f"  ({omitted} {noun} deleted due to missingness)"] if omitted else []


def format_deviance(iteration: int | None, deviance: float) -> str:
    """Return the line of `glm`'s trace after an iteration, or after a step was halved (None)."""
    text = format_real(np.array([deviance]))[0]
    if iteration is None:
        return f"Step halved: new deviance = {text}"
    return f"Deviance = {text} Iterations - {iteration}"
