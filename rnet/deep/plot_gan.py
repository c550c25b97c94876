"""Pictures of generators: what they make over time, and how the game went."""

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.deep.arguments import whole
from rnet.deep.gan_model import Gan
from rnet.deep.picture_grid import plot_picture_rows
from rnet.match_arg import match_arg

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Wholes = npt.NDArray[np.int64]

KINDS = ("samples", "losses", "history", "gradients")
SIDE = 2.2  # inches of a cloud of points
NAMES = {
    "loss": "generator", "loss_d": "discriminator",
    "grad_norm_g": "generator", "grad_norm_d": "discriminator",
}  # fmt: skip


def plot_gan(fit: Gan, what: str, times: int, n: int) -> "Figure":
    """Draw one of `KINDS`; see `Gan.plot`."""
    chosen = match_arg(what, KINDS)
    if chosen in ("losses", "history"):
        return _plot_pair(fit, ("loss", "loss_d"), "loss")
    if chosen == "gradients":
        return _plot_pair(fit, ("grad_norm_g", "grad_norm_d"), "length of the gradient")
    count = min(whole(times, "times"), len(fit.samples))
    places = np.unique(np.linspace(0, len(fit.samples) - 1, count).round().astype(np.int64))
    if fit.samples.shape[2] == 2:
        return _plot_points(fit, places)
    if fit.image is None:
        raise RError("only pictures and two variables can be drawn", "Use generate(n).")
    shown = min(whole(n, "n"), fit.samples.shape[1])
    rows = {f"step {fit.sample_steps[place]}": fit.samples[place, :shown] for place in places}
    return plot_picture_rows(rows, fit.image, [""] * shown)


def _plot_points(fit: Gan, places: Wholes) -> "Figure":
    """Draw clouds of generated points on the real ones, step by step."""
    from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

    figure = ShownFigure(figsize=(SIDE * len(places), SIDE + 0.3), layout="constrained")
    for axes, place in zip(
        figure.subplots(1, len(places), squeeze=False, sharex=True, sharey=True)[0],
        places,
        strict=True,
    ):
        if fit.cases is not None:
            axes.plot(fit.cases.x[:, 0], fit.cases.x[:, 1], ".", color="0.8", markersize=2)
        axes.plot(fit.samples[place, :, 0], fit.samples[place, :, 1], "r.", markersize=2)
        axes.set(xticks=[], yticks=[], aspect="equal")
        axes.set_title(f"step {fit.sample_steps[place]}", fontsize=8)
    return figure


def _plot_pair(fit: Gan, names: tuple[str, str], label: str) -> "Figure":
    from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

    figure = ShownFigure(figsize=(6.5, 4), layout="constrained")
    axes = figure.subplots()
    for name in names:
        axes.plot(fit.history["step"], fit.history[name], label=NAMES[name])
    axes.set(xlabel="step", ylabel=label)
    if label != "loss":
        axes.set_yscale("log")
    axes.legend()
    return figure
