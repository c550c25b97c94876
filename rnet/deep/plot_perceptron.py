"""The pictures of a single unit."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.deep.activations import STEP
from rnet.deep.perceptron_fit import outputs
from rnet.deep.perceptron_model import Perceptron
from rnet.match_arg import match_arg

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Reals = npt.NDArray[np.float64]
PICTURES = ("trace", "weights", "boundary")
GRID = 200
HALF = 0.5


def plot_perceptron(fit: Perceptron, what: str = "trace", **options: Any) -> "Figure":
    """Draw a unit.

    Parameters
    ----------
    fit : Perceptron
    what : {"trace", "weights", "boundary"}
        The error at each step; bias and weights at each step; the cases over two inputs, the
        output behind them and the line where it is one half (`variables`: which two inputs, the
        others at their means; with one input, the output over it).

    Raises
    ------
    RError
        For another picture, unknown inputs, and a boundary of a unit read from a file.
    """
    return cast("Figure", _DRAWN[match_arg(what, PICTURES)](fit, **options))


def _figure() -> Any:
    from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

    return ShownFigure(figsize=(6, 4), layout="constrained")


def _trace(fit: Perceptron) -> "Figure":
    figure = _figure()
    axes = figure.subplots()
    steps = np.arange(fit.steps + 1)
    axes.plot(steps, fit.path.losses)
    axes.set(xlabel="pass" if fit.act is STEP else "step", ylabel="sum of squared errors")
    if fit.path.losses.max() > 10 * fit.path.losses.min() > 0:
        axes.set_yscale("log")
    return cast("Figure", figure)


def _weights(fit: Perceptron) -> "Figure":
    figure = _figure()
    axes = figure.subplots()
    for name, course in zip(fit.weights.index, fit.path.weights.T, strict=True):
        axes.plot(course, label=name)
    axes.set(xlabel="pass" if fit.act is STEP else "step", ylabel="weight")
    axes.legend()
    return cast("Figure", figure)


def _boundary(fit: Perceptron, variables: Sequence[str] | None = None) -> "Figure":
    if fit.cases is None or fit.wanted is None:
        raise RError("a unit read from a file has no cases to draw", "Fit it anew.")
    x, names = fit.cases.x, list(fit.encoder.input_names)
    if len(names) == 1:
        return _curve(fit, x[:, 0], fit.wanted, names[0])
    chosen = names[:2] if variables is None else list(variables)
    if len(chosen) != 2 or not set(chosen) <= set(names):
        raise RError("'variables' must be two of the inputs", f"Inputs: {', '.join(names)}.")
    places = [names.index(name) for name in chosen]
    across, up = (_span(x[:, place]) for place in places)
    grid = np.tile(x.mean(axis=0), (GRID * GRID, 1))
    grid[:, places] = np.column_stack([part.ravel() for part in np.meshgrid(across, up)])
    height = outputs(grid, fit.path.weights[-1], fit.act)[1].reshape(GRID, GRID)
    figure = _figure()
    axes = figure.subplots()
    drawn = axes.pcolormesh(across, up, height, cmap="RdBu_r", shading="nearest", alpha=0.6)
    figure.colorbar(drawn, ax=axes, label="output")
    if height.min() < HALF < height.max():
        axes.contour(across, up, height, levels=[HALF], colors="black")
    edge = {"edgecolor": "black", "linewidth": 0.4}
    axes.scatter(*x[:, places].T, c=fit.wanted, s=16, cmap="RdBu_r", **edge)
    axes.set(xlabel=chosen[0], ylabel=chosen[1])
    return cast("Figure", figure)


def _curve(fit: Perceptron, x: Reals, wanted: Reals, name: str) -> "Figure":
    figure = _figure()
    axes = figure.subplots()
    across = _span(x)
    axes.scatter(x, wanted, s=16, color="black")
    axes.plot(across, outputs(across[:, None], fit.path.weights[-1], fit.act)[1])
    axes.set(xlabel=name, ylabel=fit.outputs.names[0])
    return cast("Figure", figure)


def _span(column: Reals) -> Reals:
    low, high = float(column.min()), float(column.max())
    margin = 0.05 * (high - low or 1.0)
    return np.linspace(low - margin, high + margin, GRID)


_DRAWN: dict[str, Callable[..., Any]] = {
    "trace": _trace,
    "weights": _weights,
    "boundary": _boundary,
}
