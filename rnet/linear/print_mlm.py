"""The texts of linear models of several responses."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from rnet.language.deparse import deparse
from rnet.language.tree import Call
from rnet.linear.print_lm import fit_digits
from rnet.linear.print_summary_lm import format_summary_lm
from rnet.printing.matrix import format_matrix
from rnet.printing.numbers import format_real

if TYPE_CHECKING:
    from rnet.linear.summary_lm import SummaryLM


def format_mlm(call: Call, coefficients: pd.DataFrame, digits: int | None = None) -> str:
    """Return what R prints: the call and the coefficients, a column a response."""
    shown = "\n".join(deparse(call))
    values = coefficients.to_numpy()
    # One blank more between columns than matrices have.
    cells = [f" {text}" for text in format_real(values.ravel(), fit_digits(digits))]
    table = format_matrix(
        np.array(cells, dtype=object).reshape(values.shape),
        list(coefficients.index),
        [f" {name}" for name in coefficients.columns],
    )
    return f"\nCall:\n{shown}\n\nCoefficients:\n{table}\n"


def format_summary_mlm(responses: "Mapping[str, SummaryLM]") -> str:
    """Return R's text: the summary of every response below its name."""
    parts = (
        f"Response {name} :\n{format_summary_lm(summary)}\n" for name, summary in responses.items()
    )
    return "\n".join(parts)
