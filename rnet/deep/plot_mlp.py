"""The pictures of a dense network."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.deep.mlp_model import Mlp
from rnet.deep.network import Layer, forward, outputs
from rnet.deep.picture_grid import plot_filters
from rnet.deep.plot_training import plot_gradients, plot_history
from rnet.match_arg import match_arg

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Doubles = npt.NDArray[np.float64]
PICTURES = ("history", "gradients", "network", "activations", "surface", "filters")
MOST_UNITS = 16
"""More units of a layer than this are not drawn."""
GRID = 120
SATURATED = 0.05  # share of the steepest slope that counts as none


def plot_mlp(fit: Mlp, what: str = "history", *args: Any, **options: Any) -> "Figure":
    """Draw a dense network.

    Parameters
    ----------
    fit : Mlp
    what : {"history", "gradients", "network", "activations", "surface", "filters"}
        Losses and accuracy over the epochs (further fits are drawn on the same axis, with
        `labels`; `by="step"`); lengths of the gradients; units and weights, width and colour by
        size and sign; what the units of each layer give, with the share that is dead or
        saturated (`newdata`); for two inputs the output over the plane with the cases (further
        fits make a filmstrip; `data`; `unit=(layer, unit)` draws a hidden unit instead); the
        weights of the units of the first layer, as pictures where the data are (`which`).

    Raises
    ------
    RError
        For another picture, or a surface of a network whose inputs are not two.
    """
    chosen = match_arg(what, PICTURES)
    return cast("Figure", _DRAWN[chosen](fit, *args, **options))


def _history(
    fit: Mlp, *others: Any, labels: Sequence[str] | None = None, by: str = "epoch"
) -> "Figure":
    return plot_history(fit, *others, labels=labels, by=by)


def _gradients(fit: Mlp) -> "Figure":
    return plot_gradients(fit.history)


def _filters(fit: Mlp, which: Any = None) -> "Figure":
    first = fit.layers[0].weights
    names = (
        list(fit.outputs.names)
        if len(fit.layers) == 1
        else [f"h{unit + 1}" for unit in range(first.shape[1])]
    )
    return plot_filters(first, fit.encoder.image, names, "Weights of layer 1", which)


def _network(fit: Mlp) -> "Figure":
    from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

    shown = [min(len(fit.layers[0].weights), MOST_UNITS)]
    shown += [min(len(layer.bias), MOST_UNITS) for layer in fit.layers]
    figure = ShownFigure(figsize=(2.2 * len(shown), 1 + 0.32 * max(shown)), layout="constrained")
    axes = figure.subplots()
    axes.set_axis_off()
    for k, layer in enumerate(fit.layers):
        _draw_weights(axes, layer, k, shown[k], shown[k + 1])
    for k, count in enumerate(shown):
        _draw_units(axes, k, _heights(count))
        whole = len(fit.layers[0].weights) if k == 0 else len(fit.layers[k - 1].bias)
        if whole > count:
            axes.text(k, -0.55, f"{count} of {whole}", ha="center", va="top", fontsize=8)
    _names(axes, 0, fit.encoder.input_names, shown[0], "right")
    _names(axes, len(shown) - 1, fit.outputs.names, shown[-1], "left")
    return figure


def _heights(count: int) -> Doubles:
    """Return where units stand, the first at the top; the middle of all layers is 0."""
    spread = (count - 1) / 2 / max(MOST_UNITS - 1, 1)
    return np.linspace(spread, -spread, count) if count > 1 else np.zeros(1)


def _draw_weights(axes: "Axes", layer: Layer, k: int, below: int, above: int) -> None:
    largest = float(np.abs(layer.weights).max()) or 1.0
    for i, low in enumerate(_heights(below)):
        for j, high in enumerate(_heights(above)):
            share = layer.weights[i, j] / largest
            colour = "tab:red" if share > 0 else "tab:blue"
            axes.plot([k, k + 1], [low, high], color=colour, linewidth=3 * abs(share), zorder=1)


def _draw_units(axes: "Axes", k: int, heights: Doubles) -> None:
    axes.scatter([k] * len(heights), heights, s=120, color="white", edgecolor="black", zorder=3)


def _names(axes: "Axes", k: int, names: Sequence[str], count: int, side: str) -> None:
    away = -0.12 if side == "right" else 0.12
    for name, height in zip(names, _heights(count), strict=False):
        axes.text(k + away, height, name, ha=side, va="center", fontsize=8)


def _activations(fit: Mlp, newdata: Any = ...) -> "Figure":
    from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

    x, _ = fit.inputs(newdata)
    passes = forward(fit.layers, x)
    figure = ShownFigure(figsize=(6.5, 1.7 * len(passes)), layout="constrained")
    rows = figure.subplots(len(passes), 1, squeeze=False)[:, 0]
    flat = flat_shares(fit.layers, x)
    for k, (axes, run) in enumerate(zip(rows, passes, strict=True)):
        axes.hist(run.activated.ravel(), bins=50, color="tab:blue")
        name = fit.layers[k].activation.name
        share = "" if np.isnan(flat[k]) else f", {flat[k]:.0%} flat"
        axes.set_title(f"layer {k + 1}: {name}{share}", fontsize=9)
        axes.set_yticks([])
    return figure


def flat_shares(layers: Sequence[Layer], x: Doubles) -> list[float]:
    """Return for each layer the share of outputs where its activation is all but flat.

    There a unit is dead (relu) or saturated (logistic, tanh): almost no slope passes through.
    """
    shares = []
    for layer, run in zip(layers, forward(layers, x), strict=True):
        derivative = layer.activation.derivative
        if derivative is None:
            shares.append(float("nan"))
            continue
        zero = np.zeros((1, 1))
        steepest = max(float(derivative(zero, layer.activation.value(zero))[0, 0]), SATURATED)
        steepest = max(steepest, float(np.abs(derivative(run.sums, run.activated)).max()))
        slopes = np.abs(derivative(run.sums, run.activated))
        shares.append(float((slopes < SATURATED * steepest).mean()))
    return shares


def _surface(
    fit: Mlp, *others: Mlp, data: Any = ..., unit: tuple[int, int] | None = None
) -> "Figure":
    from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

    fits = (fit, *others)
    figure = ShownFigure(figsize=(4.6 * len(fits) + 0.9, 4.4), layout="constrained")
    panels = figure.subplots(1, len(fits), squeeze=False)[0]
    heights = [_draw_surface(axes, one, data, unit) for axes, one in zip(panels, fits, strict=True)]
    low, high = (edge(part.get_clim()[k] for part in heights) for k, edge in ((0, min), (1, max)))
    for part in heights:
        part.set_clim(low, high)
    scale = figure.colorbar(heights[-1], ax=panels[-1])
    levels = fit.outputs.levels
    if levels is not None and len(levels) > 2 and unit is None:
        scale.set_ticks(range(len(levels)), labels=levels)
    return figure


def _draw_surface(axes: "Axes", fit: Mlp, data: Any, unit: tuple[int, int] | None) -> Any:
    """Draw one panel of the filmstrip; return what has the colours."""
    x, _ = fit.inputs(data)
    if x.shape[1] != 2:
        raise RError(
            f"a surface needs two inputs, the network has {x.shape[1]}", "Fit it to two variables."
        )
    across, up = (_span(column) for column in x.T)
    points = np.column_stack([part.ravel() for part in np.meshgrid(across, up)])
    height = _height(fit, points, unit).reshape(len(up), len(across))
    drawn = axes.pcolormesh(across, up, height, cmap="RdBu_r", shading="nearest", alpha=0.8)
    colours: Any = ["black"] * len(x)
    if fit.cases is not None and fit.cases.y is not None and data is ...:
        y = fit.cases.y
        colours = y.argmax(axis=1) if fit.cases.levels else y[:, 0]
    axes.scatter(x[:, 0], x[:, 1], c=colours, s=12, cmap="RdBu_r", edgecolor="black", linewidth=0.4)
    axes.set(xlabel=fit.encoder.input_names[0], ylabel=fit.encoder.input_names[1])
    axes.set_title(f"epoch {fit.best_epoch}")
    return drawn


def _span(column: Doubles) -> Doubles:
    low, high = float(column.min()), float(column.max())
    margin = 0.05 * (high - low or 1.0)
    return np.linspace(low - margin, high + margin, GRID)


def _height(fit: Mlp, points: Doubles, unit: tuple[int, int] | None) -> Doubles:
    """Return what is drawn over the plane: an output, the most likely class, or a unit."""
    if unit is not None:
        layer, number = unit
        passes = forward(fit.layers, points)
        if not 1 <= layer <= len(passes) or not 1 <= number <= passes[layer - 1].outputs.shape[1]:
            raise RError("subscript out of bounds", "unit = (layer, unit), counted from 1.")
        return passes[layer - 1].outputs[:, number - 1]
    found = outputs(fit.layers, points)
    if found.shape[1] == 1:
        return found[:, 0]
    if found.shape[1] == 2:
        return found[:, 1]
    return np.asarray(found.argmax(axis=1), dtype=np.float64)


_DRAWN: dict[str, Any] = {
    "history": _history,
    "gradients": _gradients,
    "network": _network,
    "activations": _activations,
    "surface": _surface,
    "filters": _filters,
}
