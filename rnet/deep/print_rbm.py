"""The text of restricted Boltzmann machines."""

from rnet.deep.rbm_model import Rbm
from rnet.language.deparse import deparse
from rnet.printing.matrix import format_matrix
from rnet.printing.numbers import number_text

KINDS = {"bin": "binary", "gaussian": "Gaussian"}


def format_rbm(fit: Rbm) -> str:
    """Return the call, the units, the numbers of parameters, and the error."""
    p, q = fit.machine.weights.shape
    counts = {"weights": p * q, "visible biases": p, "hidden biases": q}
    last = fit.history.iloc[-1]
    kind = KINDS[fit.visible_type]
    return "\n".join(
        [
            "Call:",
            *deparse(fit.call),
            "",
            f"Restricted Boltzmann machine: {p} {kind} visible units, {q} hidden units",
            "",
            format_counts(counts),
            "",
            f"{int(last['epoch'])} epochs ({int(last['step'])} steps) of CD-{fit.settings.cd}: "
            f"mean squared error {number_text(float(last['loss']), 4)}",
        ]
    )


def format_counts(counts: dict[str, int]) -> str:
    """Return a table of numbers of parameters with their total."""
    rows = {**counts, "total": sum(counts.values())}
    cells = [[str(count)] for count in rows.values()]
    return format_matrix(cells, list(rows), ["parameters"], right=True, quote=False)
