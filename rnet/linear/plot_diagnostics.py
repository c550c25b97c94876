"""R's diagnostic pictures of a linear or generalized linear model (R page `?plot.lm`)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.distributions.tails import normal_quantile
from rnet.language.deparse import deparse_line
from rnet.linear.leave_one_out import cooks
from rnet.linear.lowess import lowess
from rnet.settings import current

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from rnet.linear.fitted_model import FittedModel

Floats: TypeAlias = npt.NDArray[np.float64]

PANEL = 4.0
"""Inches a side of a panel."""
SMALL_SAMPLE = 10
COOK_LEVELS = (0.5, 1.0)


@dataclass(frozen=True, slots=True)
class Diagnostics:
    """What the pictures show of the m cases that count.

    Attributes
    ----------
    is_glm : bool
        Whether axes speak of predicted values and Pearson's residuals.
    names : list of str
    predicted, residuals, standardized, leverages, cooks : ndarray, shape (m,)
    rank : int
        How many coefficients were estimated.
    labelled : int
        How many extreme points get their names.
    """

    is_glm: bool
    names: list[str]
    predicted: Floats
    residuals: Floats
    standardized: Floats
    leverages: Floats
    cooks: Floats
    rank: int
    labelled: int

    @property
    def across(self) -> str:
        """The label of the horizontal axis."""
        return "Predicted values" if self.is_glm else "Fitted values"

    @property
    def up(self) -> str:
        """The label of standardized residuals."""
        return "Std. Pearson resid." if self.is_glm else "Standardized residuals"

    def extreme(self, values: Floats) -> npt.NDArray[np.intp]:
        """Return the cases with the largest values, most extreme first."""
        ranked = np.argsort(-np.nan_to_num(np.abs(values), nan=-1.0), kind="stable")
        return ranked[: self.labelled]


def plot_diagnostics(
    fit: "FittedModel",
    predicted: Floats,
    residuals: Floats,
    *,
    is_glm: bool,
    which: int | Sequence[int],
    id_n: int,
) -> "Figure":
    """Draw the chosen pictures, the call above them."""
    from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

    chosen = [which] if isinstance(which, int) else list(which)
    if not chosen or any(number not in DRAWN for number in chosen):
        raise RError("'which' must be in 1:6", "The pictures are numbered from 1 to 6.")
    shown = _diagnostics(fit, predicted, residuals, is_glm=is_glm, labelled=id_n)
    columns = 1 if len(chosen) == 1 else 2
    rows = -(-len(chosen) // columns)
    figure = ShownFigure(figsize=(columns * PANEL, rows * PANEL), layout="constrained")
    panels = figure.subplots(rows, columns, squeeze=False).ravel()
    for number, axes in zip(chosen, panels, strict=False):
        DRAWN[number](axes, shown)
    for axes in panels[len(chosen) :]:
        axes.set_axis_off()
    figure.suptitle(deparse_line(fit.call), fontsize="medium")
    return figure


def _diagnostics(
    fit: "FittedModel", predicted: Floats, residuals: Floats, *, is_glm: bool, labelled: int
) -> Diagnostics:
    used = fit.used
    names = np.array(list(fit.model_data.frame.row_names), dtype=object)[used]
    found = fit.deletion().leverages
    return Diagnostics(
        is_glm=is_glm,
        names=names.tolist(),
        predicted=predicted[used],
        residuals=residuals[used],
        standardized=fit.standardized_residuals(None),
        leverages=found,
        cooks=cooks(fit.pearson(), found, fit.scale_squared, fit.rank),
        rank=fit.rank,
        labelled=labelled,
    )


def _smooth(axes: "Axes", x: Floats, y: Floats, *, robust: bool) -> None:
    known = np.isfinite(x) & np.isfinite(y)
    if not known.any():
        return
    curve = lowess(x[known], y[known], iter=3 if robust else 0)
    axes.plot(curve.x, curve.y, color="red", linewidth=1)


def _points(axes: "Axes", x: Floats, y: Floats, **labels: str) -> None:
    axes.plot(x, y, "o", color="black", markerfacecolor="none", markersize=5)
    axes.set(**labels)


def _label(axes: "Axes", shown: Diagnostics, x: Floats, y: Floats, by: Floats) -> None:
    for case in shown.extreme(by):
        if np.isfinite(x[case]) and np.isfinite(y[case]):
            axes.annotate(
                shown.names[case], (x[case], y[case]), (4, 2), textcoords="offset points",
                fontsize="small",
            )  # fmt: skip


def _residuals(axes: "Axes", shown: Diagnostics) -> None:
    label = "Pearson Residuals" if shown.is_glm else "Residuals"
    _points(
        axes,
        shown.predicted,
        shown.residuals,
        title="Residuals vs Fitted",
        xlabel=shown.across,
        ylabel=label,
    )
    _smooth(axes, shown.predicted, shown.residuals, robust=not shown.is_glm)
    axes.axhline(0, color="grey", linestyle=":")
    _label(axes, shown, shown.predicted, shown.residuals, shown.residuals)


def _quantiles(axes: "Axes", shown: Diagnostics) -> None:
    values = shown.standardized
    known = np.flatnonzero(np.isfinite(values))
    order = known[np.argsort(values[known], kind="stable")]
    theoretical = np.full(len(values), np.nan)
    theoretical[order] = normal_quantile(plotting_positions(len(known)))
    title = "Q-Q Residuals" if current().follows("4.3") else "Normal Q-Q"
    _points(
        axes,
        theoretical,
        values,
        title=title,
        xlabel="Theoretical Quantiles",
        ylabel=shown.up,
    )
    if not len(known):
        return
    low, high = np.quantile(values[known], [0.25, 0.75])
    slope = (high - low) / (2 * float(normal_quantile(0.75)))
    axes.axline((0.0, float((low + high) / 2)), slope=float(slope), color="grey", linestyle=":")
    _label(axes, shown, theoretical, values, values)


def plotting_positions(count: int) -> Floats:
    """Return the probabilities that a sample's order statistics stand for (R's `ppoints`).

    Examples
    --------
    >>> plotting_positions(2).tolist()
    [0.2777777777777778, 0.7222222222222222]
    """
    shift = 3 / 8 if count <= SMALL_SAMPLE else 1 / 2
    ranks: Floats = np.arange(1.0, count + 1)
    return (ranks - shift) / (count + 1 - 2 * shift)


def _scale_location(axes: "Axes", shown: Diagnostics) -> None:
    root = np.sqrt(np.abs(shown.standardized))
    _points(
        axes,
        shown.predicted,
        root,
        title="Scale-Location",
        xlabel=shown.across,
        ylabel=rf"$\sqrt{{|\mathrm{{{shown.up.replace(' ', chr(92) + ' ')}}}|}}$",
    )
    _smooth(axes, shown.predicted, root, robust=not shown.is_glm)
    axes.set_ylim(bottom=0)
    _label(axes, shown, shown.predicted, root, root)


def _cooks(axes: "Axes", shown: Diagnostics) -> None:
    numbers = np.arange(1, len(shown.cooks) + 1, dtype=np.float64)
    axes.vlines(numbers, 0, shown.cooks, color="black")
    axes.set(title="Cook's distance", xlabel="Obs. number", ylabel="Cook's distance")
    axes.set_ylim(bottom=0)
    _label(axes, shown, numbers, shown.cooks, shown.cooks)


def _leverage(axes: "Axes", shown: Diagnostics) -> None:
    _points(
        axes,
        shown.leverages,
        shown.standardized,
        title="Residuals vs Leverage",
        xlabel="Leverage",
        ylabel=shown.up,
    )
    _smooth(axes, shown.leverages, shown.standardized, robust=not shown.is_glm)
    axes.axhline(0, color="grey", linestyle=":")
    bounds = axes.get_ylim()
    grid = np.linspace(1e-3, min(0.999, axes.get_xlim()[1]), 101)
    for level in COOK_LEVELS:
        height = np.sqrt(level * shown.rank * (1 - grid) / grid)
        for side in (height, -height):
            axes.plot(grid, side, color="grey", linestyle="--", linewidth=0.8)
    axes.set_ylim(bounds)
    axes.set_xlim(left=0)
    _label(axes, shown, shown.leverages, shown.standardized, shown.cooks)


def _cooks_by_leverage(axes: "Axes", shown: Diagnostics) -> None:
    odds = shown.leverages / (1 - shown.leverages)
    _points(
        axes,
        odds,
        shown.cooks,
        title="Cook's dist vs Leverage  $h_{ii} / (1 - h_{ii})$",
        xlabel="Leverage  $h_{ii}$ / (1 - $h_{ii}$)",
        ylabel="Cook's distance",
    )
    _smooth(axes, odds, shown.cooks, robust=not shown.is_glm)
    _label(axes, shown, odds, shown.cooks, shown.cooks)


DRAWN: Mapping[int, Callable[[Any, Diagnostics], None]] = {
    1: _residuals,
    2: _quantiles,
    3: _scale_location,
    4: _cooks,
    5: _leverage,
    6: _cooks_by_leverage,
}
