"""How training went, from the history of a fit: losses, accuracy, lengths of gradients."""

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def plot_losses(history: pd.DataFrame) -> "Figure":
    """Draw loss and, of classes, accuracy against the epoch; dashed: on the cases held out."""
    from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

    kinds = [kind for kind in ("loss", "accuracy") if kind in history]
    figure = ShownFigure(figsize=(6.5, 2.8 * len(kinds)), layout="constrained")
    for axes, kind in zip(figure.subplots(len(kinds), squeeze=False)[:, 0], kinds, strict=True):
        axes.plot(history["epoch"], history[kind], label="training")
        if f"val_{kind}" in history:
            axes.plot(history["epoch"], history[f"val_{kind}"], "--", label="held out")
            axes.legend()
        axes.set(ylabel=kind, xlabel="epoch")
    return figure


def plot_gradients(history: pd.DataFrame) -> "Figure":
    """Draw the mean length of the gradient of each layer against the epoch."""
    from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

    figure = ShownFigure(figsize=(6.5, 4), layout="constrained")
    axes = figure.subplots()
    for name in history.columns[history.columns.str.startswith("grad_norm_")]:
        axes.plot(history["epoch"], history[name], label=f"layer {name.removeprefix('grad_norm_')}")
    axes.set(xlabel="epoch", ylabel="length of the gradient", yscale="log")
    axes.legend()
    return figure
