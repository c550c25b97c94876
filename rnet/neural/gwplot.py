"""`gwplot`: generalized weights against a covariate."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.matched_call import check_kind, refuses_unknown
from rnet.neural.nn import NN, check_network
from rnet.neural.plot_nn import R_COLOURS, check_colour, drawn_repetition
from rnet.printing.numbers import as_character
from rnet.printing.rounding import round_r

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Doubles = npt.NDArray[np.float64]

PAGE = 7.0  # inches, R's default device
HIGHLIGHT = "red"
OPEN_CIRCLE = {"marker": "o", "markerfacecolor": "none"}

# R's types of plot: how points and lines of matplotlib make them
TYPES: dict[str, dict[str, Any]] = {
    "p": {**OPEN_CIRCLE, "linestyle": "none"},
    "l": {},
    "b": OPEN_CIRCLE,
    "o": OPEN_CIRCLE,
    "s": {"drawstyle": "steps-post"},
    "S": {"drawstyle": "steps-pre"},
    "n": {"linestyle": "none"},
}


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """The generalized weights of one repetition, in the order of the rows."""

    repetition: int
    y: Doubles
    colour: str


@dataclass(frozen=True, slots=True, eq=False)
class GwPlot:
    """What `gwplot` draws.

    Attributes
    ----------
    x : ndarray, shape (n,)
        The covariate.
    series : list of Series
        In drawing order.
    y_limits : tuple of float
    x_label, title : str
    legend : str or None
        The text in the upper right corner.
    """

    x: Doubles
    series: list[Series]
    y_limits: tuple[float, float]
    x_label: str
    title: str
    legend: str | None


@refuses_unknown
def gwplot(
    x: NN,
    rep: int | str | None = None,
    max: float | None = None,  # noqa: A002 - R's argument name
    min: float | None = None,  # noqa: A002 - R's argument name
    file: str | None = None,
    selected_covariate: int | str = 1,
    selected_response: int | str = 1,
    highlight: bool = False,
    type: str = "p",  # noqa: A002 - R's argument name
    col: str = "black",
    **drawing: Any,
) -> "Figure":
    """Plot generalized weights against a covariate.

    Weights near 0 everywhere mean that the covariate has no effect, the same weight everywhere
    a linear effect on the log-odds (Intrator and Intrator 2001).

    Parameters
    ----------
    x : NN
        A network of `neuralnet`.
    rep : int or "best", optional
        Which repetition, or the one with the smallest error; left out, all that converged.
    max, min : float, optional
        Limits of the vertical axis.
    file : str, optional
        Save the picture.
    selected_covariate, selected_response : int or str
        By number, from 1, or by name.
    highlight : bool, default False
        With all repetitions: the best in red, on top, with its error.
    type : {"p", "l", "b", "o", "s", "S", "n"}
        Points, lines, both, steps, nothing.
    col : str, default "black"
        Colour.
    **drawing
        Passed on to matplotlib, for instance `linewidth`.

    Returns
    -------
    matplotlib.figure.Figure

    Raises
    ------
    RError
        `generalized weights were not calculated`, `'selected.covariate' does not exist`, ...

    Notes
    -----
    R page: `?neuralnet::gwplot`. Unlike in R the text of the legend is red, the second repetition
    is not drawn twice, and repetitions that did not converge are left out.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> fit = rnet.neuralnet("case ~ parity", rnet.data("infert"), hidden=0, err_fct="ce",
    ...                      linear_output=False)
    >>> figure = rnet.gwplot(fit)
    """
    check_network(x)
    if x.generalized_weights is None:
        raise RError("generalized weights were not calculated", "No repetition converged.")
    if not isinstance(type, str) or type not in TYPES:
        raise RError("invalid plot type", f"One of {', '.join(TYPES)}.")
    check_colour(col)
    path = _path(file)
    content = gwplot_content(
        x, rep, (min, max), selected_covariate, selected_response, highlight, col
    )
    from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

    figure = ShownFigure(figsize=(PAGE, PAGE))
    _draw(content, figure.add_subplot(), {**TYPES[type], **drawing})
    if path is not None:
        figure.savefig(path)
    return figure


def gwplot_content(
    x: NN,
    rep: int | str | None,
    limits: tuple[float | None, float | None],
    selected_covariate: int | str,
    selected_response: int | str,
    highlight: bool,
    col: str,
) -> GwPlot:
    """Return what is drawn; the parameters are those of `gwplot`."""
    variables, responses = x.model_list["variables"], x.model_list["response"]
    covariate = _position(selected_covariate, variables, "selected.covariate")
    response = _position(selected_response, responses, "selected.response")
    chosen = x.converged if rep is None else [drawn_repetition(x, rep)]
    column = response * len(variables) + covariate
    series = [Series(number, _weights(x, number, column), col) for number in chosen]
    legend = None
    if highlight and rep is None:
        series, legend = _highlighted(x, series)
    return GwPlot(
        x.covariate.iloc[:, covariate].to_numpy(dtype=np.float64),
        series,
        _limits(series, *limits),
        variables[covariate],
        f"Response: {responses[response]}",
        legend,
    )


def _highlighted(x: NN, series: list[Series]) -> tuple[list[Series], str]:
    """Return the series with the best one in red on top, and the text about its error."""
    best = x.best()
    top = next(each for each in series if each.repetition == best)
    others = [each for each in series if each.repetition != best]
    assert x.result_matrix is not None  # there is a best
    errors = x.result_matrix.loc["error"].to_numpy(dtype=np.float64)
    error = as_character(round_r(errors[x.converged.index(best)], 3))
    return [*others, Series(best, top.y, HIGHLIGHT)], f"Minimal Error: {error}"


def _weights(x: NN, repetition: int, column: int) -> Doubles:
    found = (x.generalized_weights or [])[repetition - 1]
    assert found is not None  # only converged ones are chosen
    return found.iloc[:, column].to_numpy(dtype=np.float64)


def _limits(
    series: list[Series], lowest: float | None, highest: float | None
) -> tuple[float, float]:
    values = np.concatenate([each.y for each in series])
    for name, end in (("min", lowest), ("max", highest)):
        if end is not None:
            check_kind(name, end, 0.0)
    low = float(values.min()) if lowest is None else float(lowest)
    high = float(values.max()) if highest is None else float(highest)
    if not np.isfinite([low, high]).all():
        raise RError(
            "need finite 'ylim' values",
            "An output is exactly 0 or 1, where generalized weights are not finite; give `min` "
            "and `max` to see the others.",
        )
    return low, high


def _position(chosen: int | str, names: list[str], argument: str) -> int:
    if isinstance(chosen, str) and chosen in names:
        return names.index(chosen)
    if not isinstance(chosen, int | float | np.number) or chosen not in range(1, len(names) + 1):
        raise RError(f"'{argument}' does not exist", f"One of {', '.join(names)}, or its number.")
    return int(chosen) - 1


def _path(file: str | None) -> Path | None:
    if file is None:
        return None
    if not isinstance(file, str):
        raise RError("'file' must be a string")
    if Path(file).exists():
        raise RError(f"‘{file}’ already exists", "Nothing was written.")
    return Path(file)


def _draw(content: GwPlot, axes: "Axes", drawing: dict[str, Any]) -> None:
    for each in content.series:
        colour = R_COLOURS.get(each.colour, each.colour)
        try:
            axes.plot(content.x, each.y, color=colour, clip_on=True, **drawing)
        except (AttributeError, TypeError, ValueError) as error:
            raise RError("unused or invalid graphical parameter", str(error)) from error
    low, high = content.y_limits
    # As R's axes have; weights that are all alike get room around them.
    margin = 0.04 * (high - low) or 0.4 * abs(low) or 1.0
    axes.set_ylim(low - margin, high + margin)
    axes.set(xlabel=content.x_label, ylabel="GW", title=content.title)
    if content.legend is not None:
        axes.legend(
            [axes.lines[-1]],
            [content.legend],
            loc="upper right",
            fancybox=False,
            edgecolor="black",
            labelcolor=HIGHLIGHT,
            handlelength=0,
        )
