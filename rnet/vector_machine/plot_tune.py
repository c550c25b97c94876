"""Draw the errors that `tune` found: a line, a filled contour or a surface."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.match_arg import match_arg
from rnet.vector_machine.hsv_palette import hsv_palette
from rnet.vector_machine.tune_result import Tune

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Doubles = npt.NDArray[np.float64]
Transformation = Callable[[Any], Any]

KINDS = ("contour", "perspective")
SIZE = (6.4, 5.2)  # inches
ELEVATION = 15  # degrees: `phi` of R's persp
RESULTS = ("error", "dispersion")


@dataclass(frozen=True, slots=True, eq=False)
class Surface:
    """Errors over two parameters.

    Attributes
    ----------
    x, y : numpy.ndarray, shapes (nx,), (ny,)
        Values of the parameters, rising.
    z : numpy.ndarray, shape (nx, ny)
        Errors; missing for settings not tried.
    labels : tuple of str
        Of the axes.
    """

    x: Doubles
    y: Doubles
    z: Doubles
    labels: tuple[str, str]


def plot_tune(
    tuned: Tune,
    type: str = "contour",  # noqa: A002 - R's argument name
    theta: float = 60,
    col: str = "lightblue",
    main: str | None = None,
    xlab: str | None = None,
    ylab: str | None = None,
    swapxy: bool = False,
    transform_x: Transformation | None = None,
    transform_y: Transformation | None = None,
    transform_z: Transformation | None = None,
    color_palette: Callable[[int], list[str]] | None = None,
    nlevels: int = 20,
    phi: float = ELEVATION,
) -> "Figure":
    """Draw the errors of all settings.

    Parameters
    ----------
    tuned : Tune
        What `tune` returned, with one or two parameters.
    type : {"contour", "perspective"}
        What to draw of two parameters.
    theta, phi : float
        From where to look at the surface, degrees.
    col : str
        Colour of the surface.
    main, xlab, ylab : str, optional
        Title and labels.
    swapxy : bool
        Whether to exchange the axes.
    transform_x, transform_y, transform_z : callable, optional
        Applied to the parameters and the errors first: `np.log2`.
    color_palette : callable, optional
        From a number to that many colours; `hsv_palette()` by default.
    nlevels : int
        About how many levels the contour has.

    Returns
    -------
    matplotlib.figure.Figure

    Raises
    ------
    RError
        `Cannot visualize more than 2 parameters`,
        `Object does not contain detailed performance measures!`.

    Notes
    -----
    R page: `?plot.tune` (package e1071). Settings that a random search did not try stay blank;
    R draws them as if their error were 0.
    """
    kind = match_arg(type, KINDS)
    table = tuned.performances
    if table is None:
        raise RError(
            "Object does not contain detailed performance measures!",
            "Tune with tune_control(performances=True).",
        )
    parameters = [str(name) for name in table.columns if name not in RESULTS]
    if len(parameters) > 2:
        raise RError("Cannot visualize more than 2 parameters", f"There are {len(parameters)}.")
    title = f"Performance of ‘{tuned.method}’" if main is None else main
    errors = _transformed(table["error"].to_numpy(), transform_z)
    if len(parameters) == 1:
        values = _values(table[parameters[0]], transform_x)
        return _line(values, errors, title, (xlab or parameters[0], ylab or "error"))
    columns = [
        _values(table[name], change)
        for name, change in zip(parameters, (transform_x, transform_y), strict=True)
    ]
    surface = _surface(columns, errors, (xlab or parameters[0], ylab or parameters[1]), swapxy)
    if kind == "perspective":
        return _perspective(surface, title, col, theta, phi)
    return _contour(surface, title, color_palette or hsv_palette(), nlevels)


def _transformed(values: Doubles, change: Transformation | None) -> Doubles:
    return np.asarray(values if change is None else change(values), dtype=np.float64)


def _values(column: "pd.Series[Any]", change: Transformation | None) -> Any:
    """Return the values of a parameter: numbers, or the names of its choices."""
    if column.dtype.kind in "iuf":
        return _transformed(column.to_numpy(), change)
    return column.astype(str).to_numpy()


def _surface(columns: list[Any], errors: Doubles, labels: tuple[str, str], swapxy: bool) -> Surface:
    """Return the errors by their two parameters, those of the same pair summed as R does."""
    for label, column in zip(labels, columns, strict=True):
        if column.dtype.kind not in "f" or len(np.unique(column)) < 2:
            raise RError(
                "no proper 'z' matrix specified",
                f"‘{label}’ must have two or more numbers to be an axis.",
            )
    (x, i), (y, j) = (np.unique(column, return_inverse=True) for column in columns)
    z = np.full((len(x), len(y)), np.nan)
    z[i, j] = 0.0
    np.add.at(z, (i, j), errors)
    if swapxy:
        return Surface(y, x, z.T, labels[::-1])
    return Surface(x, y, z, labels)


def _figure() -> Any:
    from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

    return ShownFigure(figsize=SIZE, layout="constrained")


def _line(x: Any, errors: Doubles, title: str, labels: tuple[str, str]) -> "Figure":
    figure: Figure = _figure()
    axes = figure.subplots()
    axes.plot(x, errors, color="black", marker="o", markerfacecolor="none")
    axes.set(title=title, xlabel=labels[0], ylabel=labels[1])
    return figure


def _contour(
    surface: Surface, title: str, palette: Callable[[int], list[str]], nlevels: int
) -> "Figure":
    from matplotlib.ticker import MaxNLocator  # noqa: PLC0415 - matplotlib only when drawn

    figure: Figure = _figure()
    axes = figure.subplots()
    lowest, highest = float(np.nanmin(surface.z)), float(np.nanmax(surface.z))
    levels = MaxNLocator(nlevels + 1).tick_values(lowest, highest)
    drawn = axes.contourf(
        surface.x, surface.y, surface.z.T, levels=levels, colors=palette(len(levels) - 1)
    )
    axes.set(title=title, xlabel=surface.labels[0], ylabel=surface.labels[1])
    figure.colorbar(drawn, ax=axes)
    return figure


def _perspective(surface: Surface, title: str, col: str, theta: float, phi: float) -> "Figure":
    figure: Figure = _figure()
    axes: Any = figure.add_subplot(projection="3d")
    x, y = np.meshgrid(surface.x, surface.y, indexing="ij")
    axes.plot_surface(x, y, surface.z, color=col, edgecolor="black", linewidth=0.5)
    axes.view_init(elev=phi, azim=-90 - theta)
    axes.set(title=title, xlabel=surface.labels[0], ylabel=surface.labels[1], zlabel="accuracy")
    return figure
