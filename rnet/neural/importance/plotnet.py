"""`plotnet`: a network with lines as thick as its weights are large."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from rnet.conditions import RError
from rnet.matched_call import refuses_unknown
from rnet.neural.importance.network_view import NetworkView, network_view
from rnet.neural.importance.plotnet_layout import (
    Drawn,
    Label,
    Line,
    Node,
    Plan,
    PlotnetStyle,
    plotnet_layout,
)
from rnet.neural.plot_nn import R_COLOURS, check_colour

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

SIZE = (9.0, 7.0)  # inches
POINT_SIZE = 12.0  # of R's text
LINE_WIDTH = 0.75  # points of R's lwd 1
CIRCLE = 0.75  # diameter of R's plotting character 21, in characters
MARGIN = 0.04  # R's axes reach that much beyond their limits
SIDES: dict[str, Any] = {"centre": "center", "left": "right", "right": "left"}


@refuses_unknown
def plotnet(
    mod_in: Any,
    x_names: Sequence[str] | None = None,
    y_names: Sequence[str] | None = None,
    *,
    struct: Sequence[int] | None = None,
    nid: bool = True,
    all_out: bool | str = True,
    all_in: bool | str = True,
    bias: bool = True,
    bias_y: float = 0.95,
    rel_rsc: tuple[float, float] = (1, 7),
    circle_cex: float = 5,
    node_labs: bool = True,
    var_labs: bool = True,
    line_stag: float | None = None,
    cex_val: float = 1,
    alpha_val: float = 1,
    circle_col: str | Sequence[str] = "lightblue",
    pos_col: str = "black",
    neg_col: str = "grey",
    bord_col: str = "lightblue",
    max_sp: bool = False,
    pad_x: float = 1,
    prune_col: str | None = None,
    prune_lty: str = "dashed",
    skip: bool = False,
) -> "Figure":
    """Draw a network whose lines show signs and sizes of the weights.

    Parameters
    ----------
    mod_in : NN, Nnet or array_like
        A network (of several repetitions the first); or bare weights.
    x_names, y_names : sequence of str, optional
        Names for inputs and outputs.
    struct : sequence of int, optional
        Units of each layer; for bare weights.
    nid : bool, default True
        Colour by sign and width by size; otherwise thin black lines.
    all_out, all_in : bool or str
        False: no lines to outputs, from inputs; a name: only those of that node.
    bias : bool, default True
        Draw bias nodes, at height `bias_y`.
    rel_rsc : two numbers
        Smallest and largest width of lines.
    circle_cex, cex_val : float
        Size of nodes and of texts.
    node_labs, var_labs : bool
        Write into the nodes, write the variables' names.
    line_stag : float, optional
        Half the gap between nodes and lines.
    alpha_val : float
        Opacity of lines.
    circle_col : str or two colours
        Fill of the nodes; of two the first for inputs.
    pos_col, neg_col, bord_col : str
        Colours of positive and negative weights, and of the nodes' borders.
    max_sp : bool, default False
        Spread the nodes of each layer over the whole height.
    pad_x : float
        Factor for the distance between layers.
    prune_col, prune_lty : str, optional
        Colour and style of lines of excluded weights, which are not drawn otherwise.
    skip : bool, default False
        Draw the skip-layer connections of `nnet` instead of the others.

    Returns
    -------
    matplotlib.figure.Figure

    Raises
    ------
    RError
        For names that do not fit the network.

    Notes
    -----
    R page: `?NeuralNetTools::plotnet`. Every line is drawn once (R draws some on top of
    themselves). A network without hidden layer, where R stops, can be drawn too.

    Examples
    --------
    >>> import rnet
    >>> weights = [13.12, 1.49, 0.16, -0.11, -0.19, -0.16, 0.56, -0.52, 0.81]
    >>> figure = rnet.plotnet(weights, struct=[2, 2, 1])
    """
    colours = tuple(circle_col) if isinstance(circle_col, list | tuple) else (circle_col,) * 2
    if len(colours) != 2:
        raise RError("circle_col is one colour or two", "For inputs, and for all other nodes.")
    for colour in (*colours, pos_col, neg_col, bord_col):
        check_colour(colour)
    style = PlotnetStyle(
        nid=nid, all_out=all_out, all_in=all_in, bias=bias, bias_y=bias_y, rel_rsc=rel_rsc,
        circle_cex=circle_cex, node_labs=node_labs, var_labs=var_labs, line_stag=line_stag,
        circle_col=colours, pos_col=pos_col, neg_col=neg_col, max_sp=max_sp, pad_x=pad_x,
        prune_col=prune_col, prune_lty=prune_lty,
    )  # fmt: skip
    view = network_view(mod_in, struct)
    if skip and view.skips is None:
        raise RError("Model does not contain skip-layer connections", "Use skip=False.")
    drawn = plotnet_layout(plotnet_plan(view, x_names, y_names, style), skip)
    return _figure(drawn, bord_col, circle_cex, cex_val, alpha_val)


def plotnet_plan(
    view: NetworkView,
    x_names: Sequence[str] | None,
    y_names: Sequence[str] | None,
    style: PlotnetStyle,
) -> Plan:
    """Return what is to be drawn, its names checked."""
    inputs = _names(x_names, view.inputs, view.struct[0], "x_names")
    outputs = _names(y_names, view.outputs, view.struct[-1], "y_names")
    for chosen, names, argument in (
        (style.all_in, inputs, "all_in"),
        (style.all_out, outputs, "all_out"),
    ):
        if isinstance(chosen, str) and chosen not in names:
            raise RError(f"{argument} must match one: {', '.join(names)}")
    scaled = view.rescaled(*style.rel_rsc)
    widths = [*scaled.matrices, *([] if scaled.skips is None else [scaled.skips])]
    return Plan(view, widths, inputs, outputs, style)


def _names(given: Sequence[str] | None, own: list[str], count: int, argument: str) -> list[str]:
    if given is None:
        return own[:count]
    names = [given] if isinstance(given, str) else list(given)
    if len(names) != count:
        raise RError(f"{argument} must have one name for each node", f"There are {count}.")
    return names


def _figure(
    drawn: list[Drawn], border: str, circle_cex: float, cex_val: float, alpha: float
) -> "Figure":
    from rnet.figures import ShownFigure  # noqa: PLC0415 - matplotlib only when drawn

    figure = ShownFigure(figsize=SIZE, layout="constrained")
    axes = figure.add_subplot()
    axes.set_axis_off()
    axes.set(xlim=(-1 - 2 * MARGIN, 1 + 2 * MARGIN), ylim=(-MARGIN, 1 + MARGIN))
    for layer, group in enumerate(drawn):
        for each in group:
            _draw_one(each, axes, (border, circle_cex, cex_val, alpha), layer)
    return figure


def _draw_one(
    each: Line | Node | Label, axes: "Axes", look: tuple[str, float, float, float], layer: int
) -> None:
    border, circle_cex, cex_val, alpha = look
    match each:
        case Line(x0, y0, x1, y1, colour, width, style):
            if not np.isnan(width):
                axes.plot(
                    [x0, x1],
                    [y0, y1],
                    color=R_COLOURS.get(colour, colour),
                    linewidth=width * LINE_WIDTH,
                    linestyle=style,
                    alpha=alpha,
                    solid_capstyle="round",
                    zorder=layer,
                )
        case Node(x, y, fill):
            axes.plot(
                [x],
                [y],
                marker="o",
                markersize=CIRCLE * circle_cex * POINT_SIZE,
                markerfacecolor=R_COLOURS.get(fill, fill),
                markeredgecolor=R_COLOURS.get(border, border),
                zorder=layer,
            )
        case Label(text, x, y, side):
            axes.text(
                x,
                y,
                text if side == "centre" else f" {text} ",
                fontsize=cex_val * POINT_SIZE,
                ha=SIDES[side],
                va="center",
                zorder=layer,
            )
