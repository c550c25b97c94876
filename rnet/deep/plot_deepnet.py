"""Pictures of what deepnet's functions return, and of `pretrain_table`."""

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from rnet.deep.picture_grid import plot_filters
from rnet.match_arg import match_arg

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from rnet.deep.deepnet_rbm import DeepnetRBM


def plot_steps(history: pd.DataFrame, by: str | None = None, across: str = "step") -> "Figure":
    """Draw the loss against the step, a line for each value of the column `by`."""
    from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

    figure = ShownFigure(figsize=(6.5, 4), layout="constrained")
    axes = figure.subplots()
    for name, part in [("", history)] if by is None else history.groupby(by, sort=False):
        label = name if isinstance(name, str) else f"{by} {name!s}"
        axes.plot(part[across], part["loss"], label=label)
    axes.set(xlabel=across, ylabel="loss")
    if by is not None:
        axes.legend()
    return figure


def plot_deepnet_rbm(fit: "DeepnetRBM", what: str, image: Any, which: Any) -> "Figure":
    """Draw losses or weights; see `DeepnetRBM.plot`."""
    if match_arg(what, ("loss", "weights")) == "loss":
        return plot_steps(fit.history)
    weights = np.asarray(fit.W, dtype=np.float64).T
    names = [str(k + 1) for k in range(weights.shape[1])]
    size = None if image is None else tuple(int(side) for side in image)
    return plot_filters(weights, size, names, "Weights of hidden units", which)


def plot_errors(errors: pd.DataFrame) -> "Figure":
    """Draw the errors of `pretrain_table` in percent, a group of bars for each way to start."""
    from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

    figure = ShownFigure(figsize=(6.5, 4), layout="constrained")
    axes = figure.subplots()
    places = np.arange(len(errors))
    for k, name in enumerate(("train", "valid", "test")):
        axes.barh(places + 0.27 * (1 - k), errors[name], height=0.25, label=name)
    axes.set_yticks(places, [str(name) for name in errors.index])
    axes.set(xlabel="errors in percent")
    axes.invert_yaxis()
    axes.legend()
    return figure
