"""ROCR's curves as a picture."""

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.match_arg import match_arg

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from rnet.evaluate.performance import Performance

Doubles = npt.NDArray[np.float64]
AVERAGES = ("none", "vertical", "horizontal", "threshold")
GRID = 101


def plot_performance(
    x: "Performance",
    *,
    avg: str = "none",
    colorize: bool = False,
    col: str = "black",
    lty: str = "-",
    lwd: float = 1.0,
    main: str | None = None,
    axes: Any = None,
) -> "Figure":
    """Draw a measure against the cutoff, or a curve of two measures.

    Parameters
    ----------
    x : Performance
        A result of `performance`.
    avg : {"none", "vertical", "horizontal", "threshold"}
        How the curves of several runs are averaged.
    colorize : bool
        Whether colours show the cutoff along the curve.
    col, lty, lwd, main
        Colour, style and width of the lines, and the title.
    axes : matplotlib Axes, optional
        Where to draw; by default a new figure.

    Returns
    -------
    matplotlib.figure.Figure

    Raises
    ------
    RError
        For a measure that is a single number.

    Notes
    -----
    R page: `?ROCR::plot-methods`.

    Examples
    --------
    >>> import rnet
    >>> scored = rnet.prediction([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1])
    >>> figure = plot_performance(rnet.performance(scored, "tpr", "fpr"), colorize=True)
    >>> figure.axes[0].get_ylabel()
    'True positive rate'
    """
    if not x.x_values:
        raise RError(
            "Performance object has no x values to plot against", f"'{x.y_name}' is one number."
        )
    if axes is None:
        from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

        axes = ShownFigure(figsize=(6, 6), layout="constrained").subplots()
    how = match_arg(avg, AVERAGES)
    alphas = x.alpha_values or x.x_values
    runs = zip(x.x_values, x.y_values, alphas, strict=True)
    curves = [_finite(*(np.asarray(side) for side in run)) for run in runs]
    if how != "none":
        curves = [_average(curves, how)]
    for curve in curves:
        if colorize:
            _draw_in_colours(axes, *curve)
        else:
            axes.plot(curve[0], curve[1], lty, color=col, linewidth=lwd)
    axes.set_xlabel(x.x_name)
    axes.set_ylabel(x.y_name)
    if main is not None:
        axes.set_title(main)
    figure: Figure = axes.figure
    return figure


def _finite(x: Doubles, y: Doubles, alpha: Doubles) -> tuple[Doubles, Doubles, Doubles]:
    """Return a curve without missing points; an infinite cutoff is drawn at the largest one."""
    largest = alpha[np.isfinite(alpha)].max()
    kept = np.isfinite(y) & np.isfinite(x)
    return x[kept], y[kept], np.where(np.isfinite(alpha), alpha, largest)[kept]


def _average(
    curves: list[tuple[Doubles, Doubles, Doubles]], how: str
) -> tuple[Doubles, Doubles, Doubles]:
    """Return the mean of curves over a common grid of x, y or cutoff."""
    along = {"vertical": 0, "horizontal": 1, "threshold": 2}[how]
    low = max(float(curve[along].min()) for curve in curves)
    high = min(float(curve[along].max()) for curve in curves)
    grid = np.linspace(low, high, GRID)
    means = []
    for part in range(3):
        orders = [np.argsort(curve[along], kind="stable") for curve in curves]
        values = [
            np.interp(grid, curve[along][order], curve[part][order])
            for curve, order in zip(curves, orders, strict=True)
        ]
        means.append(np.mean(values, axis=0))
    return means[0], means[1], means[2]


def _draw_in_colours(axes: "Axes", x: Doubles, y: Doubles, alpha: Doubles) -> None:
    from matplotlib.collections import LineCollection  # noqa: PLC0415 - only when coloured

    points = np.column_stack([x, y])
    pieces = list(np.stack([points[:-1], points[1:]], axis=1))
    lines = LineCollection(pieces, cmap="rainbow", linewidth=2)
    lines.set_array(alpha[:-1])
    axes.add_collection(lines)
    axes.autoscale_view()
    axes.figure.colorbar(lines, ax=axes, label="Cutoff")
