"""The texts of recurrent networks."""

from rnet.deep.print_convnet import format_settings
from rnet.deep.print_mlp import format_call, format_training
from rnet.deep.recurrent_model import Recurrent, SummaryRecurrent
from rnet.deep.wording import counted
from rnet.printing.matrix import format_matrix

TITLES = {"rnn": "Recurrent network", "gru": "GRU", "lstm": "LSTM"}


def format_recurrent(fit: Recurrent) -> str:
    """Return call, layers, number of parameters, and how training ended."""
    outputs = fit.lev
    what = f"{len(outputs)} classes" if outputs else ", ".join(fit.targets.names)
    ahead = f", {fit.series.ahead} ahead" if fit.series.ahead else ""
    return "\n".join(
        [
            *format_call(fit.call),
            "",
            f"{TITLES[fit.plan.kind]}: {what}{ahead}",
            "",
            _table(fit),
            "",
            counted(fit.parameters, "parameter"),
            format_training(fit.history, fit.settings.loss, fit.best_epoch),
        ]
    )


def format_summary(summary: SummaryRecurrent) -> str:
    """Return what is printed of the fit, and how it was trained."""
    fit = summary.object
    return "\n".join([format_recurrent(fit), *format_settings(fit.settings)])


def _table(fit: Recurrent) -> str:
    plan, sizes = fit.plan, [array.size for array in fit.arrays[0]]
    inputs = [plan.inputs] + [plan.hidden] * plan.n_layers
    units = [plan.hidden] * plan.n_layers + [plan.outputs]
    counts = [sum(sizes[at : at + 4]) for at in range(0, len(sizes), 4)]
    counts.append(sum(array.size for array in fit.arrays[1]))
    cells = [list(map(str, row)) for row in zip(inputs, units, counts, strict=True)]
    names = [plan.kind] * plan.n_layers + ["output"]
    return format_matrix(cells, names, ["inputs", "units", "parameters"], right=True)
