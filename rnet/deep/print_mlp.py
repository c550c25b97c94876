"""The texts of dense networks."""

from collections.abc import Sequence

import pandas as pd

from rnet.deep.mlp_model import Mlp, SummaryMlp, layer_table
from rnet.deep.network import Layer
from rnet.deep.training import TrainingSettings
from rnet.deep.wording import counted
from rnet.language.deparse import deparse
from rnet.language.tree import Call
from rnet.printing.matrix import format_matrix
from rnet.printing.numbers import number_text

DIGITS = 4


def format_mlp(fit: Mlp) -> str:
    """Return call, layers, number of parameters, and how training ended."""
    levels = fit.outputs.levels
    what = f"{len(levels)} classes" if levels else ", ".join(fit.outputs.names)
    return "\n".join(
        [
            *format_call(fit.call),
            "",
            f"Network of {counted(len(fit.layers), 'layer')}: {what}",
            "",
            format_layers(fit.layers),
            "",
            counted(fit.parameters, "parameter"),
            format_training(fit.history, fit.settings.loss.name, fit.best_epoch),
            *format_failure(fit),
        ]
    )


def format_summary(summary: SummaryMlp) -> str:
    """Return what is printed of the fit, and how it was trained."""
    fit = summary.object
    lines = [format_mlp(fit), *format_settings(fit.settings)]
    dead = [
        f"{of} of {len(layer.bias)} in layer {number}"
        for number, (of, layer) in enumerate(zip(fit.dead_units, fit.layers, strict=False), 1)
        if of
    ]
    if dead:
        lines.append(f"dead units (0 for every case): {', '.join(dead)}")
    return "\n".join(lines)


def format_failure(fit: Mlp) -> list[str]:
    """Return a line on why training failed, where it did: units that are never on, no progress."""
    for number, (dead, layer) in enumerate(zip(fit.dead_units, fit.layers, strict=False), 1):
        if dead == len(layer.bias):
            return [
                f"No unit of layer {number} is on for any case, so all cases get the same output: "
                "try smaller learn_rates, act='leaky_relu' or another seed."
            ]
    losses = fit.history["loss"]
    if len(losses) > 1 and losses.iloc[fit.best_epoch - 1] >= losses.iloc[0]:
        return ["The loss did not fall: try other learn_rates, scaled inputs or another seed."]
    return []


def format_call(call: Call) -> list[str]:
    """Return the lines that show a call."""
    return ["Call:", *deparse(call)]


def format_layers(layers: Sequence[Layer]) -> str:
    """Return the table of the layers; what none of them has is left out."""
    table = layer_table(layers)
    if not table["with"].any():
        table = table.drop(columns="with")
    cells = table.astype(str).to_numpy(dtype=object)
    rows = [str(number) for number in range(1, len(table) + 1)]
    return format_matrix(cells, rows, list(table.columns), right=True, quote=False)


def format_training(history: pd.DataFrame, loss: str, best_epoch: int) -> str:
    """Return a line on the epochs and steps, the loss and the accuracy."""
    last = history.iloc[-1]
    names = {"loss": loss, "accuracy": "accuracy"}
    parts = [f"{label} {_short(last[n])}" for n, label in names.items() if n in history]
    text = f"{format_length(last)}: {', '.join(parts)}"
    if "val_loss" not in history:
        return text
    best = history.iloc[best_epoch - 1]
    held = [f"{label} {_short(best['val_' + n])}" for n, label in names.items() if n in history]
    return f"{text}\nheld out, epoch {best_epoch}: {', '.join(held)}"


def format_length(last: "pd.Series[float]") -> str:
    """Return how many epochs and steps there were, from the last row of a history."""
    epochs, steps = counted(int(last["epoch"]), "epoch"), counted(int(last["step"]), "step")
    return f"{epochs} ({steps})"


def format_settings(s: TrainingSettings) -> list[str]:
    """Return lines on the optimiser, its rates, and penalties."""
    first, last = s.learn_rates[0], s.learn_rates[-1]
    rates = f"{first:g}" if first == last else f"{first:.3g} to {last:.3g}"
    if s.optimizer.update is None:
        return [f"{s.optimizer.label} on all cases"]
    lines = [f"{s.optimizer.label}, learning rate {rates}, batches of {s.batch_size}"]
    penalties = [f"{name} = {size:g}" for name, size in (("L1", s.L1), ("L2", s.L2)) if size]
    if penalties:
        lines.append(f"penalty {', '.join(penalties)}")
    if s.clip is not None:
        lines.append(f"gradients clipped at {s.clip:g}")
    return lines


def _short(value: float) -> str:
    return number_text(float(value), DIGITS)
