"""The texts of networks for pictures."""

import pandas as pd

from rnet.deep.convnet_model import Convnet, SummaryConvnet
from rnet.language.deparse import deparse
from rnet.printing.matrix import format_matrix
from rnet.printing.numbers import number_text

DIGITS = 4


def format_convnet(fit: Convnet) -> str:
    """Return call, layers, number of parameters, and how training ended."""
    outputs = fit.lev
    what = f"{len(outputs)} classes" if outputs else ", ".join(fit.targets.names)
    head = f"Network for {fit.pictures.text} pictures: {what}"
    return "\n".join(
        [
            *format_call(fit.call),
            "",
            head,
            "",
            _table(fit.summary().frame),
            "",
            f"{fit.parameters} parameters{_kept(fit)}",
            format_end(fit.history, fit.settings.loss, fit.best_epoch),
        ]
    )


def format_summary(summary: SummaryConvnet) -> str:
    """Return what is printed of the fit, and how it was trained."""
    fit, s = summary.object, summary.object.settings
    rows = [f"{s.optimizer.label}, learning rate {s.learn_rate:g}, batches of {s.batch_size}"]
    if s.L2:
        rows.append(f"penalty L2 = {s.L2:g}")
    return "\n".join([format_convnet(fit), *rows])


def format_call(call: object) -> list[str]:
    """Return the lines that show a call."""
    return ["Call:", *deparse(call)]  # type: ignore[arg-type]


def format_end(history: pd.DataFrame, loss: str, best_epoch: int) -> str:
    """Return a line on the epochs and steps, the loss and the accuracy."""
    last = history.iloc[-1]
    names = {"loss": loss, "accuracy": "accuracy"}
    parts = [f"{label} {_short(last[n])}" for n, label in names.items() if n in history]
    text = f"{int(last['epoch'])} epochs ({int(last['step'])} steps): {', '.join(parts)}"
    if "val_loss" not in history:
        return text
    best = history.iloc[best_epoch - 1]
    held = [f"{label} {_short(best['val_' + n])}" for n, label in names.items() if n in history]
    return f"{text}\nheld out, epoch {best_epoch}: {', '.join(held)}"


def _short(value: float) -> str:
    return number_text(float(value), DIGITS)


def _kept(fit: Convnet) -> str:
    frame = fit.summary().frame
    kept = int(frame.loc[frame["frozen"], "parameters"].sum())
    return f", {kept} of them kept" if kept else ""


def _table(frame: pd.DataFrame) -> str:
    cells = frame.drop(columns="frozen").astype(str).to_numpy(dtype=object)
    names = [str(number) for number in range(1, len(frame) + 1)]
    return format_matrix(cells, names, ["layer", "output", "parameters"], right=True, quote=False)
