"""The text of restricted Boltzmann machines."""

from rnet.deep.print_mlp import format_length
from rnet.deep.rbm_model import Rbm, SummaryRbm
from rnet.deep.wording import counted
from rnet.language.deparse import deparse
from rnet.printing.matrix import format_matrix
from rnet.printing.numbers import number_text
from rnet.printing.show import format_r

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
            f"Restricted Boltzmann machine: {counted(p, f'{kind} visible unit')}, "
            f"{counted(q, 'hidden unit')}",
            "",
            format_counts(counts),
            "",
            f"{format_length(last)} of CD-{fit.settings.cd}: "
            f"mean squared error {number_text(float(last['loss']), 4)}",
        ]
    )


def format_summary(summary: SummaryRbm) -> str:
    """Return what is printed of the machine, how it was trained, and its numbers."""
    fit = summary.object
    s = fit.settings
    trained = f"learning rate {s.learn_rate:g}, momentum {s.momentum:g}, batches of {s.batch_size}"
    penalty = [f"penalty L2 = {s.L2:g}"] if s.L2 else []
    table = format_r(summary.frame, digits=3)
    return "\n".join([format_rbm(fit), trained, *penalty, "", table])


def format_counts(counts: dict[str, int]) -> str:
    """Return a table of numbers of parameters with their total."""
    rows = {**counts, "total": sum(counts.values())}
    cells = [[str(count)] for count in rows.values()]
    return format_matrix(cells, list(rows), ["parameters"], right=True, quote=False)
