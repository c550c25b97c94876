"""How training went, from the history of a fit: losses, accuracy, lengths of gradients."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from rnet.conditions import RError
from rnet.match_arg import match_arg

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def plot_history(
    fit: Any, *others: Any, labels: Sequence[str] | None = None, by: str = "epoch"
) -> "Figure":
    """Draw how a fit was trained; of several fits the losses on one axis.

    Parameters
    ----------
    fit, *others : results with a history
    labels : sequence of str, optional
        What the fits are called.
    by : {"epoch", "step"}
    """
    against = match_arg(by, ("epoch", "step"))
    if not others and against == "epoch":
        return plot_losses(fit.history)
    for one in others:
        if not isinstance(getattr(one, "history", None), pd.DataFrame):
            raise RError("only fits with a history can be drawn together", f"Not {type(one)}.")
    return plot_histories([one.history for one in (fit, *others)], labels, against)


def plot_several(
    fits: Sequence[Any],
    what: str = "history",
    labels: Sequence[str] | None = None,
    by: str = "epoch",
) -> "Figure":
    """Draw the losses of fits on one axis, the only picture that several have."""
    match_arg(what, ("history",))
    return plot_history(*fits, labels=labels, by=by)


def plot_histories(
    histories: Sequence[pd.DataFrame], labels: Sequence[str] | None = None, by: str = "epoch"
) -> "Figure":
    """Draw the losses of several fits on one axis, against the epoch or the step."""
    from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

    names = labels or [f"fit {number}" for number in range(1, len(histories) + 1)]
    if len(names) != len(histories):
        raise RError(f"{len(names)} labels for {len(histories)} fits", "Give one each.")
    figure = ShownFigure(figsize=(6.5, 4), layout="constrained")
    axes = figure.subplots()
    for k, (history, name) in enumerate(zip(histories, names, strict=True)):
        axes.plot(history[by], history["loss"], color=f"C{k % 10}", label=name)
        if "val_loss" in history:
            axes.plot(history[by], history["val_loss"], "--", color=f"C{k % 10}")
    positive = all((history["loss"] > 0).all() for history in histories)
    axes.set(xlabel=by, ylabel="loss", yscale="log" if positive else "linear")
    axes.legend()
    return figure


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
