"""`plot` of a machine: the page of R's `plot.svm`."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from rnet.conditions import RError
from rnet.formulas.formula import Formula
from rnet.vector_machine.colours import PALETTE, heat_colours
from rnet.vector_machine.svm_model import SVM
from rnet.vector_machine.svm_plot import SvmPlot, svm_plot

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

PAGE = 7.0  # inches, R's default device
COLOUR_STEPS = 20
FEWEST_GRID_LINES = 2

# R's numbers of plotting symbols.
SYMBOLS = {0: "s", 1: "o", 2: "^", 3: "+", 4: "x", 5: "D", 6: "v", 8: "*", 16: "o", 19: "o"}
OPEN = {"o", "s", "^", "D", "v"}


def plot_svm(
    fit: SVM,
    data: Any,
    formula: str | Formula | None = None,
    fill: bool = True,
    grid: int = 50,
    slice: Mapping[str, Any] | None = None,  # noqa: A002 - R's argument name
    symbolPalette: Sequence[str] = PALETTE,  # noqa: N803 - R's argument name
    svSymbol: str | int = "x",  # noqa: N803 - as above
    dataSymbol: str | int = "o",  # noqa: N803 - as above
    **drawing: Any,
) -> "Figure":
    """Draw what a machine predicts over two of its variables, and the data it was fitted to.

    Parameters
    ----------
    fit : SVM
        What `svm` returned, of any type, with two predictors or more.
    data : DataFrame or matrix
        The training data.
    formula : str or Formula, optional
        "vertical ~ horizontal"; needed with more than two predictors.
    fill : bool, default True
        Whether to colour the regions.
    grid : int, default 50
        Values of each variable.
    slice : mapping, optional
        Where other predictors are held: numbers at 0, factors at their first level.
    symbolPalette : sequence of colours
        For the points, by class.
    svSymbol, dataSymbol : str or int
        For support vectors and other points: a character, or R's number of a symbol.
    **drawing
        Passed on to matplotlib's `contourf`, for instance `alpha` or `cmap`.

    Returns
    -------
    matplotlib.figure.Figure

    Raises
    ------
    RError
        `missing formula.`, an unknown level of a factor, a variable that is not there.

    Notes
    -----
    R page: `?plot.svm`. R draws nothing for a regression and fails for one-classification and
    for machines fitted without a formula; here the regions are those of the predicted numbers,
    of inside and outside, and of the classes predicted for the points.

    Examples
    --------
    >>> from rnet import data, plot, svm
    >>> cats = data("cats")
    >>> figure = plot(svm("Sex ~ .", cats), cats)
    >>> figure.axes[0].get_title()
    'SVM classification plot'
    """
    if isinstance(grid, bool) or not isinstance(grid, int | np.integer) or grid < FEWEST_GRID_LINES:
        raise RError("'length.out' must be a non-negative number", "`grid` is 2 or more.")
    content = svm_plot(fit, data, formula, int(grid), slice or {})
    from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

    figure = ShownFigure(figsize=(PAGE, PAGE), layout="constrained")
    axes = figure.add_subplot()
    if fill:
        _fill(content, axes, drawing)
    _points(content, axes, symbolPalette, svSymbol, dataSymbol)
    axes.set(title=content.title, xlabel=content.x_label, ylabel=content.y_label)
    axes.set_xlim(content.x[0], content.x[-1])
    axes.set_ylim(content.y[0], content.y[-1])
    return figure


def _fill(content: SvmPlot, axes: "Axes", drawing: dict[str, Any]) -> None:
    """Colour the regions, with a key to the right."""
    classes = content.classes
    if classes:
        bounds = np.arange(len(classes) + 1) + 0.5
        colours = {"levels": bounds, "colors": heat_colours(len(classes))}
    else:
        colours = {"levels": _levels(content), "colors": heat_colours(len(_levels(content)) - 1)}
    if "cmap" in drawing:
        del colours["colors"]
    regions = axes.contourf(content.x, content.y, content.z.T, **{**colours, **drawing})
    figure = axes.get_figure()
    assert figure is not None  # the axes were made for one
    key = figure.colorbar(regions, ax=axes, aspect=10)
    if classes:
        key.set_ticks(list(range(1, len(classes) + 1)), labels=classes)
        key.ax.tick_params(length=0)


def _levels(content: SvmPlot) -> Any:
    """Return bounds of about twenty regions of a regression, at round numbers."""
    from matplotlib.ticker import MaxNLocator  # noqa: PLC0415 - matplotlib only when drawn

    low, high = float(content.z.min()), float(content.z.max())
    return MaxNLocator(COLOUR_STEPS).tick_values(low, high if high > low else low + 1)


def _points(
    content: SvmPlot,
    axes: "Axes",
    palette: Sequence[str],
    sv_symbol: str | int,
    data_symbol: str | int,
) -> None:
    colours = np.array([palette[(code - 1) % len(palette)] for code in content.codes])
    for marks, symbol in ((~content.is_support, data_symbol), (content.is_support, sv_symbol)):
        marker = _marker(symbol)
        open_symbol = marker in OPEN and symbol not in (16, 19)
        axes.scatter(
            content.point_x[marks],
            content.point_y[marks],
            marker=marker,
            facecolors="none" if open_symbol else colours[marks],
            edgecolors=list(colours[marks]) if open_symbol else None,
            clip_on=False,
            zorder=3,
        )


def _marker(symbol: str | int) -> str:
    if isinstance(symbol, int):
        if symbol not in SYMBOLS:
            raise RError("invalid plotting symbol", f"Numbers known: {sorted(SYMBOLS)}.")
        return SYMBOLS[symbol]
    return symbol if symbol in ("x", "o", "+", "*", ".") else f"${symbol}$"
