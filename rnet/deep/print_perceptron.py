"""The texts of single units."""

from rnet.deep.activations import ACTIVATIONS, STEP
from rnet.deep.perceptron_model import Perceptron, SummaryPerceptron
from rnet.language.deparse import deparse
from rnet.printing.matrix import format_matrix
from rnet.printing.numbers import format_real, number_text
from rnet.printing.vectors import format_named_vector

DIGITS = 4


def format_perceptron(fit: Perceptron) -> str:
    """Return call, weights, and how training ended."""
    weights = fit.weights
    cells = format_real(weights.to_numpy(), digits=DIGITS)
    return "\n".join(
        [
            *_heading(fit),
            "Weights:",
            format_named_vector(cells, [str(name) for name in weights.index], gap=2),
            "",
            *_ending(fit),
        ]
    )


def format_summary(summary: SummaryPerceptron) -> str:
    """Return the weights beside those of the statistical model, and the table of the classes."""
    frame = summary.frame
    columns = [format_real(frame[name].to_numpy(), digits=DIGITS) for name in frame]
    cells = [list(row) for row in zip(*columns, strict=True)]
    shown = format_matrix(cells, [str(n) for n in frame.index], list(frame.columns), right=True)
    lines = [*_heading(summary.object), "Weights:", shown, "", *_ending(summary.object)]
    if summary.table is not None:
        lines += ["", str(summary.table)]
    return "\n".join(lines)


def _heading(fit: Perceptron) -> list[str]:
    return ["Call:", *deparse(fit.call), ""]


def _ending(fit: Perceptron) -> list[str]:
    unit = "pass" if fit.act is STEP else "step"
    plural = "" if fit.steps == 1 else "es" if fit.act is STEP else "s"
    error = number_text(fit.loss, DIGITS)
    known = ACTIVATIONS.get(fit.act.name) is fit.act
    kind = f"{fit.act.name} unit" if known else "unit with a function of your own"
    lines = [f"{kind}, {fit.steps} {unit}{plural}: sum of squared errors {error}"]
    if not fit.converged:
        lines.append(
            "The classes are not separated: no line does it, or it needs more passes (maxit)."
            if fit.act is STEP
            else "The weights have not settled: take more steps (maxit), or another rate."
        )
    return lines
