"""The picture of a tree."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from rnet.figures import ShownFigure

HANG = 0.1  # how far leaves hang below their branch, as a share of the height of the picture


def plot_dendrogram(
    merge: npt.NDArray[np.int64],
    height: npt.NDArray[np.float64],
    order: npt.NDArray[np.int64],
    labels: Sequence[str],
    hang: float = HANG,
    title: str = "Cluster Dendrogram",
) -> Figure:
    """Draw the steps of an agglomeration.

    Parameters
    ----------
    merge : ndarray, shape (n - 1, 2)
        What each step joined, as in `hclust`.
    height : ndarray, shape (n - 1,)
    order : ndarray, shape (n,)
    labels : sequence of str
        The objects' names.
    hang : float
        How far leaves hang below their branch; a negative number lets them end at 0.
    title : str

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure = ShownFigure(figsize=(7, 5), layout="constrained")
    axes = figure.add_subplot()
    place = {int(-leaf): float(position) for position, leaf in enumerate(order, start=1)}
    drop = hang * float(height.max() - min(height.min(), 0.0)) if hang >= 0 else None
    for step, (pair, top) in enumerate(zip(merge.tolist(), height.tolist(), strict=True), start=1):
        feet = [_foot(number, height, top, drop) for number in pair]
        left, right = place[pair[0]], place[pair[1]]
        axes.plot([left, left, right, right], [feet[0], top, top, feet[1]], color="black", lw=0.8)
        place[step] = (left + right) / 2
        for number, foot in zip(pair, feet, strict=True):
            if number < 0:
                axes.annotate(
                    labels[-number - 1], (place[number], foot), (0, -3), rotation=90, fontsize=8,
                    textcoords="offset points", ha="center", va="top",
                )  # fmt: skip
    axes.set(title=title, ylabel="Height", xticks=[])
    axes.margins(y=0.15)
    for side in ("top", "right", "bottom"):
        axes.spines[side].set_visible(False)
    return figure


def _foot(number: int, height: npt.NDArray[np.float64], top: float, drop: float | None) -> float:
    if number > 0:
        return float(height[number - 1])
    return 0.0 if drop is None else top - drop


def plot_rectangles(
    figure: Figure, spans: Sequence[tuple[int, int]], top: float, colours: Sequence[str]
) -> None:
    """Draw a rectangle around each cluster of a tree.

    Parameters
    ----------
    figure : Figure
        What `plot_dendrogram` gave.
    spans : sequence of (int, int)
        First and last place of each cluster along the tree, from 1.
    top : float
        The height the rectangles reach.
    colours : sequence of str
        Their borders, one after the other.
    """
    axes = figure.axes[0]
    low = axes.get_ylim()[0]
    for number, (first, last) in enumerate(spans):
        width, height = last - first + 0.66, top - low
        colour = colours[number % len(colours)]
        rectangle = Rectangle((first - 0.33, low), width, height, fill=False, edgecolor=colour)
        axes.add_patch(rectangle)
