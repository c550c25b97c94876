"""Pictures of networks with pre-trained layers."""

from typing import TYPE_CHECKING, Any

from rnet.deep.picture_grid import plot_filters
from rnet.deep.plot_mlp import plot_mlp
from rnet.deep.stacked_model import Stacked, unit_names
from rnet.match_arg import match_arg

if TYPE_CHECKING:
    from matplotlib.figure import Figure

KINDS = ("history", "pretraining", "filters", "gradients", "network", "activations", "surface")


def plot_stacked(fit: Stacked, what: str, *args: Any, **options: Any) -> "Figure":
    """Draw one of `KINDS`; see `Stacked.plot`."""
    chosen = match_arg(what, KINDS)
    if chosen == "pretraining":
        return _pretraining(fit)
    if chosen == "filters":
        return _filters(fit, *args, **options)
    return plot_mlp(fit.net, chosen, *args, **options)


def _filters(fit: Stacked, which: Any = None) -> "Figure":
    first = fit.pretrained.layers[0].weights
    names = unit_names(first.shape[1])
    image = fit.net.encoder.image
    return plot_filters(first, image, names, "Weights of layer 1 after pre-training", which)


def _pretraining(fit: Stacked) -> "Figure":
    from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

    figure = ShownFigure(figsize=(6.5, 4), layout="constrained")
    axes = figure.subplots()
    for layer, epochs in fit.pretrain_history.groupby("layer"):
        axes.plot(epochs["epoch"], epochs["loss"], label=f"layer {layer}")
    axes.set(xlabel="epoch", ylabel="error of the reconstructions")
    axes.legend()
    return figure
