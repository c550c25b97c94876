"""Pictures of networks for pictures: filters, and what the layers make of one case."""

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.deep.convnet_model import Convnet
from rnet.deep.image_layers import Conv, Layer, Pool
from rnet.deep.picture_grid import plot_filters
from rnet.deep.plot_training import plot_gradients, plot_losses
from rnet.match_arg import match_arg

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Array = npt.NDArray[Any]

KINDS = ("history", "gradients", "filters", "featuremaps")
SIDE = 1.1  # inches of a small picture
MOST = 16  # maps of a layer that are shown


def plot_convnet(fit: Convnet, what: str, newdata: Any, case: int) -> "Figure":
    """Draw one of `KINDS`; see `Convnet.plot`."""
    chosen = match_arg(what, KINDS)
    if chosen == "history":
        return plot_losses(fit.history)
    if chosen == "gradients":
        return plot_gradients(fit.history)
    if chosen == "filters":
        return _plot_filters(fit)
    return _plot_maps(fit, newdata, case)


def _plot_filters(fit: Convnet) -> "Figure":
    """Draw the filters of the first convolution; of several channels the mean."""
    first = next((n for n, layer in enumerate(fit.layers) if isinstance(layer, Conv)), None)
    if first is None:
        raise RError("the network has no filters", "Give it a layer conv(16, 3).")
    filters = fit.arrays[first][0].mean(axis=1).astype(np.float64)
    flat = filters.reshape(len(filters), -1).T
    names = [str(number) for number in range(1, len(filters) + 1)]
    title = f"Filters of layer {first + 1}, {fit.layers[first]}"
    return plot_filters(flat, filters.shape[1:], names, title)


def _plot_maps(fit: Convnet, newdata: Any, case: int) -> "Figure":
    """Draw a picture and, row by row, the maps each layer makes of it."""
    from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

    x, names = fit.inputs(newdata)
    if not 1 <= case <= len(x):
        raise RError(f"there is no case {case}", f"Cases are counted from 1 to {len(x)}.")
    one = x[case - 1 : case]
    maps = [fit.pictures.maps(one)[0], *(found[0] for found in fit.activations(one))]
    shown = [number for number, values in enumerate(maps) if values.ndim == 3]
    columns = min(MOST, max(len(maps[number]) for number in shown))
    size = (SIDE * columns * 0.8 + 1.5, SIDE * len(shown))
    figure = ShownFigure(figsize=size, layout="constrained")
    grid = figure.subplots(len(shown), columns, squeeze=False)
    for row, number in zip(grid, shown, strict=True):
        title = "picture" if number == 0 else str(fit.layers[number - 1])
        following = fit.layers[number] if number < len(fit.layers) else None
        for axes, values in zip(row, maps[number], strict=False):
            axes.imshow(values, cmap="gray_r")
            _mark_maxima(axes, values, following)
        for axes in row:
            axes.axis("off")
        row[0].set_title(title, loc="left", fontsize=8)
    figure.suptitle(f"Case {names[case - 1]}")
    return figure


def _mark_maxima(axes: Any, values: Array, following: Layer | None) -> None:
    """Mark the pixels that pooling passes on."""
    if isinstance(following, Pool) and following.type == "max":
        rows, columns = places_of_maxima(values, following.size)
        axes.plot(columns.ravel(), rows.ravel(), "r.", markersize=2)


def places_of_maxima(values: Array, size: int) -> tuple[Array, Array]:
    """Return row and column, from 0, of the largest value in each square of a map.

    Examples
    --------
    >>> rows, columns = places_of_maxima(np.array([[1, 2, 0], [0, 3, 9]]), 2)
    >>> rows.tolist(), columns.tolist()
    ([[1]], [[1]])
    """
    high, wide = (side // size for side in values.shape)
    squares = values[: high * size, : wide * size].reshape(high, size, wide, size)
    best = squares.transpose(0, 2, 1, 3).reshape(high, wide, size * size).argmax(axis=2)
    tops, lefts = np.meshgrid(np.arange(high) * size, np.arange(wide) * size, indexing="ij")
    return tops + best // size, lefts + best % size
