"""Many small pictures in one figure: filters of units, cases and what a model makes of them."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Doubles = npt.NDArray[np.float64]

SIDE = 0.8  # inches of a small picture
ACROSS = 10


def plot_filters(
    weights: Doubles,
    image: tuple[int, ...] | None,
    names: Sequence[str],
    title: str,
    units: Sequence[int] | None = None,
) -> "Figure":
    """Draw the weights of units, shape (p, q), each as a picture; red is positive.

    Parameters
    ----------
    image : tuple of int or None
        Height and width of a picture; None: one row of p pixels.
    units : sequence of int, optional
        Which units, counted from 1; by default the first hundred.
    """
    from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

    chosen = numbered(range(1, min(weights.shape[1], 100) + 1) if units is None else units, names)
    shown = weights[:, chosen].T
    bound = float(np.abs(shown).max()) or 1.0
    style: dict[str, Any] = {"cmap": "RdBu_r", "vmin": -bound, "vmax": bound}
    columns = min(ACROSS, len(chosen))
    rows = -(-len(chosen) // columns)
    size = (6.5, 1 + 0.2 * len(chosen)) if image is None else (SIDE * columns, SIDE * rows + 0.4)
    figure = ShownFigure(figsize=size, layout="constrained")
    axes = figure.subplots()
    axes.set_title(title)
    if image is None:
        axes.imshow(shown, aspect="auto", **style)
        axes.set(yticks=range(len(chosen)), yticklabels=[names[unit] for unit in chosen])
        axes.set(xlabel="inputs")
        return figure
    # One picture of all is drawn much sooner than a hundred pictures.
    pictures = np.stack([as_picture(one, image) for one in shown])
    axes.imshow(mosaic(pictures, columns), **style)
    axes.set_axis_off()
    height, width = pictures.shape[1:]
    for place, unit in enumerate(chosen):
        across, down = place % columns * (width + 1), place // columns * (height + 1)
        axes.text(across + width / 2, down - 0.6, names[unit], fontsize=6, ha="center", va="center")
    return figure


def mosaic(pictures: Doubles, columns: int) -> Doubles:
    """Return pictures, shape (m, h, w), side by side in one, with gaps of NaN.

    Examples
    --------
    >>> mosaic(np.ones((3, 1, 1)), 2).tolist()
    [[1.0, nan, 1.0], [nan, nan, nan], [1.0, nan, nan]]
    """
    count, height, width = pictures.shape
    rows = -(-count // columns)
    whole = np.full((rows * (height + 1) - 1, columns * (width + 1) - 1), np.nan)
    for place, picture in enumerate(pictures):
        down, across = place // columns * (height + 1), place % columns * (width + 1)
        whole[down : down + height, across : across + width] = picture
    return whole


def plot_picture_rows(
    rows: Mapping[str, Doubles], image: tuple[int, ...] | None, names: Sequence[str]
) -> "Figure":
    """Draw rows of pictures below each other: of each a label and pixels, shape (m, p)."""
    from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

    count = len(names)
    pictures = np.stack([as_picture(one, image) for pixels in rows.values() for one in pixels])
    height, width = pictures.shape[1:]
    figure = ShownFigure(figsize=(SIDE * count + 1.2, SIDE * len(rows) + 0.4), layout="constrained")
    axes = figure.subplots()
    first = pictures[:count]  # the data: what goes beyond their grey levels is cut off
    axes.imshow(mosaic(pictures, count), cmap="gray_r", vmin=first.min(), vmax=first.max())
    axes.set_aspect("auto" if image is None else "equal")
    axes.set_xticks([place * (width + 1) + (width - 1) / 2 for place in range(count)], names)
    axes.set_yticks(
        [place * (height + 1) + (height - 1) / 2 for place in range(len(rows))], list(rows)
    )
    axes.tick_params(length=0, labeltop=True, labelbottom=False)
    axes.spines[:].set_visible(False)
    return figure


def as_picture(pixels: Doubles, image: tuple[int, ...] | None) -> Doubles:
    """Return pixels, shape (p,), as a picture; of several channels the mean."""
    picture = pixels.reshape((1, -1) if image is None else image)
    return picture.mean(axis=2) if picture.ndim == 3 else picture


def numbered(numbers: Any, names: Sequence[str]) -> list[int]:
    """Return numbers counted from 1 as places among names.

    Raises
    ------
    RError
        `subscript out of bounds`
    """
    places = [int(number) - 1 for number in np.atleast_1d(np.asarray(list(numbers)))]
    if not places or min(places) < 0 or max(places) >= len(names):
        raise RError("subscript out of bounds", f"Numbers count from 1 to {len(names)}.")
    return places
