"""The picture of `lda`: groups by discriminants."""

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from rnet.figures import ShownFigure
from rnet.printing.abbreviate import abbreviated

if TYPE_CHECKING:
    from rnet.multivariate.lda import LDA

Doubles = npt.NDArray[np.float64]


def plot_lda(
    fit: "LDA", dimen: int | None = None, abbrev: bool = False, cex: float = 0.7
) -> Figure:
    """Draw each case as the name of its group, or histograms by group for one discriminant.

    Parameters
    ----------
    dimen : int, optional
        How many discriminants; all by default. More than two give a matrix of pictures.
    abbrev : bool
        Whether names of groups are shortened.
    cex : float
        The size of the names.
    """
    answer = fit.predict(dimen=dimen)
    scores: Doubles = answer["x"].to_numpy()
    names = [str(name) for name in answer["x"].columns]
    labels = np.array([fit.lev[code] for code in fit.cases.codes])
    shown = np.array(abbreviated(list(labels)), dtype=object) if abbrev else labels
    k = scores.shape[1]
    if k == 1:
        return _histograms(scores[:, 0], labels, list(fit.means.index))
    figure = ShownFigure(figsize=(6, 6), layout="constrained")
    if k == 2:
        _named_cases(figure.add_subplot(), scores, shown, cex)
        figure.axes[0].set(xlabel=names[0], ylabel=names[1])
        return figure
    for place, axes in enumerate(figure.subplots(k, k, squeeze=False).ravel()):
        row, column = divmod(place, k)
        if row == column:
            axes.text(0.5, 0.5, names[row], ha="center", va="center")
        else:
            _named_cases(axes, scores[:, [column, row]], shown, cex)
    return figure


def _named_cases(axes: Axes, points: Doubles, names: npt.NDArray[np.object_], size: float) -> None:
    axes.plot(points[:, 0], points[:, 1], alpha=0)
    for point, name in zip(points, names, strict=True):
        axes.annotate(name, (point[0], point[1]), ha="center", va="center", fontsize=10 * size)


def _histograms(scores: Doubles, labels: npt.NDArray[np.object_], groups: list[str]) -> Figure:
    figure = ShownFigure(figsize=(6, 1.5 + 1.5 * len(groups)), layout="constrained")
    panels = figure.subplots(len(groups), 1, sharex=True, squeeze=False)
    edges = np.histogram_bin_edges(scores, bins="scott")
    for axes, group in zip(panels.ravel(), groups, strict=True):
        axes.hist(scores[labels == group], edges, density=True, color="0.75", edgecolor="black")
        axes.set_title(f"group {group}")
    return figure
