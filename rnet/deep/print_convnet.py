"""The texts of networks for pictures."""

import pandas as pd

from rnet.deep.convnet_model import Convnet, SummaryConvnet
from rnet.deep.print_mlp import format_call, format_training
from rnet.deep.torch_settings import TorchSettings
from rnet.deep.wording import counted
from rnet.printing.matrix import format_matrix


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
            f"{counted(fit.parameters, 'parameter')}{_kept(fit)}",
            format_training(fit.history, fit.settings.loss, fit.best_epoch),
        ]
    )


def format_summary(summary: SummaryConvnet) -> str:
    """Return what is printed of the fit, and how it was trained."""
    fit = summary.object
    return "\n".join([format_convnet(fit), *format_settings(fit.settings)])


def format_settings(s: TorchSettings) -> list[str]:
    """Return lines on the optimiser, its rate, and penalties."""
    lines = [f"{s.optimizer.label}, learning rate {s.learn_rate:g}, batches of {s.batch_size}"]
    if s.L2:
        lines.append(f"penalty L2 = {s.L2:g}")
    if s.clip is not None:
        lines.append(f"gradients clipped at {s.clip:g}")
    return lines


def _kept(fit: Convnet) -> str:
    frame = fit.summary().frame
    kept = int(frame.loc[frame["frozen"], "parameters"].sum())
    return f", {kept} of them kept" if kept else ""


def _table(frame: pd.DataFrame) -> str:
    cells = frame.drop(columns="frozen").astype(str).to_numpy(dtype=object)
    names = [str(number) for number in range(1, len(frame) + 1)]
    return format_matrix(cells, names, ["layer", "output", "parameters"], right=True, quote=False)
