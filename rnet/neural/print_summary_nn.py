"""The text of a network's summary."""

import numpy as np

from rnet.language.deparse import deparse
from rnet.neural.print_nn import LABELS
from rnet.neural.summary_nn import SummaryNN
from rnet.printing.matrix import format_matrix


def format_summary_nn(summary: SummaryNN) -> str:
    """Return call, architecture, data, all repetitions, and the weights of the best."""
    return "\n".join(
        [
            "Call: " + "".join(deparse(summary.call)),
            "",
            *_architecture(summary),
            "",
            *_repetitions(summary),
            *_weights(summary),
        ]
    )


def _architecture(summary: SummaryNN) -> list[str]:
    sizes = "-".join(map(str, summary.units))
    hidden = f"{summary.hidden_activation} hidden units, " if len(summary.units) > 2 else ""
    excluded = summary.weight_count - summary.trained_count
    fixed = f", {excluded} of them excluded" if excluded else ""
    return [
        f"A {sizes} network with {summary.weight_count} weights{fixed}",
        f"  {hidden}{summary.output_activation} output, error function {summary.error_function}",
        f"  trained by {summary.algorithm} on {summary.nobs} cases",
        f"  response:   {', '.join(summary.responses)}",
        f"  predictors: {', '.join(summary.variables) or 'none'}",
    ]


def _repetitions(summary: SummaryNN) -> list[str]:
    """Return the table of repetitions; the best one is marked."""
    frame = summary.repetitions
    shown = [name for name in LABELS if name in frame.columns]
    numbers = [str(number) for number in frame.index]
    head, *rows = format_matrix(
        frame[shown].to_numpy(dtype=np.float64), numbers, [LABELS[name] for name in shown]
    ).split("\n")
    marked = [f"{row}{_mark(number, summary)}" for row, number in zip(rows, numbers, strict=True)]
    converged = int(frame["converged"].sum())
    return [f"{converged} of {len(frame)} repetition(s) converged:", head, *marked]


def _mark(number: str, summary: SummaryNN) -> str:
    if number == str(summary.best):
        return "  best"
    return "" if summary.repetitions.loc[number, "converged"] else "  not converged"


def _weights(summary: SummaryNN) -> list[str]:
    table = summary.coefficients
    if table is None:
        return []
    names = [str(name) for name in table.index]
    text = format_matrix(table.to_numpy(dtype=np.float64), names, list(table.columns))
    return ["", f"Weights of repetition {summary.best}:", text]
