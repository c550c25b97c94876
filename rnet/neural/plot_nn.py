"""`plot` for a network: the diagram of its layers and weights."""

from math import cos, radians, sin
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rnet.conditions import RError
from rnet.matched_call import check_kind
from rnet.neural.nn import NN, repetition_number
from rnet.neural.nn_diagram import (
    Arrow,
    Circle,
    Diagram,
    DiagramStyle,
    Label,
    Primitive,
    Text,
    diagram,
    information_text,
)
from rnet.neural.predict_nn import no_weights

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

PAGE = 7.0  # inches, R's default device
RAISED = 0.75 * 72 / 25.4  # points a label stands above its arrow
HEAD = 0.15 * 72 / 2.54  # points of an arrow head
LOWEST_INFORMATION = 0.01  # where R would put the line off the page

# colour names that mean something else in R than in CSS
R_COLOURS = {
    "green": "#00FF00",
    "gray": "#BEBEBE",
    "grey": "#BEBEBE",
    "maroon": "#B03060",
    "purple": "#A020F0",
}


def plot_nn(
    fit: NN,
    rep: int | str | None = None,
    *,
    file: str | None = None,
    lwd: float = 1.0,
    **style: Any,
) -> "Figure | list[Figure]":
    """Draw a network (R page `?plot.nn`).

    Parameters
    ----------
    fit : NN
        The network.
    rep : int or "best", optional
        Which repetition, or the one with the smallest error. Left out: one figure for each that
        converged.
    file : str, optional
        Save the picture; several get `.1`, `.2`, ... before the suffix.
    lwd : float
        Line width.
    **style
        `x_entry`, `x_out`, `radius`, `arrow_length`, `intercept`, `intercept_factor`,
        `information`, `information_pos`, `col_entry_synapse`, `col_entry`, `col_hidden`,
        `col_hidden_synapse`, `col_out`, `col_out_synapse`, `col_intercept`, `fontsize`,
        `dimension`, `show_weights`: see `DiagramStyle`.

    Returns
    -------
    matplotlib.figure.Figure or list of them

    Raises
    ------
    RError
        `weights were not calculated`, `'rep' does not exist`, ... as R.

    Notes
    -----
    Everything stands where R draws it, except that `information_pos` is honoured (R ignores it)
    and that the line of error and steps stays on the page when a layer has ten nodes or more.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> fit = rnet.neuralnet("dist ~ speed", rnet.data("cars"), hidden=0, threshold=1)
    >>> figure = rnet.plot(fit)
    """
    if fit.weights is None:
        raise no_weights()
    if file is not None and not isinstance(file, str):
        raise RError("'file' must be a string")
    chosen = fit.converged if rep is None else [drawn_repetition(fit, rep)]
    paths = _paths(file, len(chosen))
    check_kind("lwd", lwd, 1.0)
    drawing = diagram_style(style)
    figures = [_figure(fit, number, drawing, lwd) for number in chosen]
    for figure, path in zip(figures, paths, strict=False):
        figure.savefig(path)
    if len(figures) == 1:
        return figures[0]
    from rnet.figures import Figures  # noqa: PLC0415 - matplotlib only when drawn

    return Figures(figures)


def diagram_style(given: dict[str, Any]) -> DiagramStyle:
    """Return the style of arguments by name.

    Raises
    ------
    RError
        `unused argument` for others.
    """
    known = DiagramStyle.__dataclass_fields__
    unknown = [name for name in given if name not in known]
    if unknown:
        raise RError(
            f"unused argument ({unknown[0].replace('_', '.')} = {given[unknown[0]]!r})",
            f"Arguments are: {', '.join(known)}.",
        )
    for name, value in given.items():
        if name.startswith("col_"):
            check_colour(value)
        check_kind(name, value, known[name].default)
    return DiagramStyle(**given)


def check_colour(colour: Any) -> None:
    """Refuse what names no colour, in R's words."""
    from matplotlib.colors import is_color_like  # noqa: PLC0415 - matplotlib only when drawn

    if not is_color_like(R_COLOURS.get(colour, colour) if isinstance(colour, str) else colour):
        raise RError(f"invalid color name '{colour}'", "Colours are named as in matplotlib.")


def nn_diagram(fit: NN, rep: int, style: DiagramStyle) -> list[Primitive]:
    """Return what is drawn for one repetition, counted from 1."""
    assert fit.weights is not None  # the callers looked
    assert fit.result_matrix is not None
    weights = fit.weights[rep - 1]
    assert weights is not None
    column = fit.result_matrix.iloc[:, fit.converged.index(rep)]
    of = Diagram(weights, fit.model_list["variables"], fit.model_list["response"], style)
    return diagram(of, information_text(column["error"], column["steps"]))


def draw_network(fit: NN, axes: "Axes", rep: int | str = "best", **style: Any) -> None:
    """Draw one repetition of a network into matplotlib axes."""
    if fit.weights is None:
        raise no_weights()
    _draw(nn_diagram(fit, drawn_repetition(fit, rep), diagram_style(style)), axes, 1.0)


def drawn_repetition(fit: NN, rep: int | str) -> int:
    """Return the number of a repetition that converged, from 1."""
    number = repetition_number(fit, rep)
    if number not in fit.converged:
        advice = f"Of {len(fit.weights or [])} repetition(s) converged: {fit.converged}."
        raise RError("'rep' does not exist", advice)
    return number


def _paths(file: str | None, count: int) -> list[Path]:
    if file is None:
        return []
    path = Path(file)
    numbered = [path.with_stem(f"{path.stem}.{number}") for number in range(1, count + 1)]
    paths = [path] if count == 1 else numbered
    for each in paths:
        if each.exists():
            raise RError(f"‘{each}’ already exists", "Nothing was written.")
    return paths


def _figure(fit: NN, rep: int, style: DiagramStyle, lwd: float) -> "Figure":
    from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

    figure = ShownFigure(figsize=(PAGE, PAGE))
    _draw(nn_diagram(fit, rep, style), figure.add_axes((0, 0, 1, 1)), lwd)
    return figure


def _draw(primitives: list[Primitive], axes: "Axes", lwd: float) -> None:
    axes.set_axis_off()
    axes.set(xlim=(0, 1), ylim=(0, 1), aspect="equal")
    for layer, primitive in enumerate(primitives):
        _draw_one(primitive, axes, lwd, layer)


def _draw_one(primitive: Primitive, axes: "Axes", lwd: float, layer: int) -> None:
    from matplotlib import patches  # noqa: PLC0415 - matplotlib only when drawn

    colour = R_COLOURS.get(primitive.colour, primitive.colour)
    match primitive:
        case Arrow(x1, y1, x2, y2):
            arrow = patches.FancyArrowPatch(
                (x1, y1),
                (x2, y2),
                arrowstyle=f"-|>,head_length={HEAD},head_width={HEAD / 3}",
                color=colour,
                linewidth=lwd,
                shrinkA=0,
                shrinkB=0,
                mutation_scale=1,
                zorder=layer,
            )
            axes.add_patch(arrow)
        case Circle(x, y, radius):
            circle = patches.Circle(
                (x, y), radius, facecolor="white", edgecolor=colour, linewidth=lwd, zorder=layer
            )
            axes.add_patch(circle)
        case Label() as label:
            _draw_label(label, axes, colour, layer)
        case Text(text, x, y, anchor):
            axes.text(
                x,
                y if anchor == "centre" else max(y, LOWEST_INFORMATION),
                text,
                color=colour,
                fontsize=primitive.fontsize,
                ha="center",
                va="center" if anchor == "centre" else "bottom",
                zorder=layer,
            )


def _draw_label(label: Label, axes: "Axes", colour: str, layer: int) -> None:

    angle = radians(label.angle)
    axes.annotate(
        label.text,
        (label.x, label.y),
        xytext=(-RAISED * sin(angle), RAISED * cos(angle)),
        textcoords="offset points",
        color=colour,
        fontsize=label.fontsize,
        rotation=label.angle,
        rotation_mode="anchor",
        ha=label.anchor,
        va="bottom",
        zorder=layer,
    )
