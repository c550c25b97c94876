"""Pictures of components: their variances, and cases with variables."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from matplotlib.figure import Figure

from rnet.figures import ShownFigure

Doubles = npt.NDArray[np.float64]


def plot_variances(variances: Doubles, names: Sequence[str], kind: str, title: str) -> Figure:
    """Draw variances, shape (k,), as bars or joined by lines ("lines")."""
    figure = ShownFigure(figsize=(6, 4), layout="constrained")
    axes = figure.add_subplot()
    places = np.arange(len(variances))
    if kind == "lines":
        axes.plot(places, variances, "o-", color="black", mfc="white")
    else:
        axes.bar(places, variances, color="0.75", edgecolor="black")
    axes.set_xticks(places, names)
    axes.set(title=title, ylabel="Variances")
    return figure


def plot_cases_and_variables(
    scores: Doubles,
    loadings: Doubles,
    case_names: Sequence[str],
    variable_names: Sequence[str],
    axis_titles: tuple[str, str],
) -> Figure:
    """Draw cases, shape (n, 2), as names and variables, shape (p, 2), as arrows on own axes."""
    figure = ShownFigure(figsize=(6, 6), layout="constrained")
    axes = figure.add_subplot()
    reach = np.abs(scores).max()
    for point, name in zip(scores, case_names, strict=True):
        axes.annotate(name, (point[0], point[1]), ha="center", va="center", fontsize=8)
    axes.set(xlim=(-reach, reach), ylim=(-reach, reach))
    axes.set(xlabel=axis_titles[0], ylabel=axis_titles[1])
    own = axes.twiny().twinx()
    length = np.abs(loadings).max() * 1.2
    own.set(xlim=(-length, length), ylim=(-length, length))
    for arrow, name in zip(loadings, variable_names, strict=True):
        own.annotate("", arrow * 0.8, (0, 0), arrowprops={"arrowstyle": "->", "color": "red"})
        own.annotate(name, (arrow[0], arrow[1]), color="red", ha="center", va="center")
    return figure
