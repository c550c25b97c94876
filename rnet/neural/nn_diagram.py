"""The diagram of a network as a list of lines, circles and texts, where R's `plot.nn` puts them.

Coordinates are fractions of the page from its lower left corner.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnet.printing.numbers import as_character
from rnet.printing.rounding import round_r

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Arrow:
    """A line with a closed head at (x2, y2)."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str


@dataclass(frozen=True, slots=True)
class Label:
    """A text along an arrow: anchored at (x, y), turned by `angle` degrees, slightly raised."""

    text: str
    x: float
    y: float
    angle: float
    anchor: str
    colour: str
    fontsize: float


@dataclass(frozen=True, slots=True)
class Circle:
    """A node."""

    x: float
    y: float
    radius: float
    colour: str


@dataclass(frozen=True, slots=True)
class Text:
    """A text centred at x: on y ("centre") or above it ("bottom")."""

    text: str
    x: float
    y: float
    anchor: str
    colour: str
    fontsize: float


Primitive = Arrow | Label | Circle | Text


@dataclass(frozen=True, slots=True)
class DiagramStyle:
    """Arguments of `plot.nn` that place and colour; lengths are fractions of the page."""

    x_entry: float | None = None
    x_out: float | None = None
    radius: float = 0.15
    arrow_length: float = 0.2
    intercept: bool = True
    intercept_factor: float = 0.4
    information: bool = True
    information_pos: float | None = None
    col_entry_synapse: str = "black"
    col_entry: str = "black"
    col_hidden: str = "black"
    col_hidden_synapse: str = "black"
    col_out: str = "black"
    col_out_synapse: str = "black"
    col_intercept: str = "blue"
    fontsize: float = 12
    dimension: float = 6
    show_weights: bool = True


@dataclass(frozen=True, slots=True)
class Diagram:
    """Where the nodes of one network stand.

    Attributes
    ----------
    weights : sequence of ndarray
        One matrix per layer; NA where a weight is fixed at 0.
    variables, responses : sequence of str
    style : DiagramStyle
    """

    weights: Sequence[Doubles]
    variables: Sequence[str]
    responses: Sequence[str]
    style: DiagramStyle

    @property
    def counts(self) -> list[int]:
        """Nodes of each layer, without bias nodes."""
        return [len(self.weights[0]) - 1, *(matrix.shape[1] for matrix in self.weights)]

    @property
    def node_radius(self) -> float:
        """Radius of a node."""
        return self.style.radius / self.style.dimension

    def x(self, layer: int) -> float:
        """Return the x of a layer of nodes."""
        half = self.style.arrow_length / 2 * len(self.weights)
        entry = 0.5 - half if self.style.x_entry is None else self.style.x_entry
        out = 0.5 + half if self.style.x_out is None else self.style.x_out
        return entry + layer * (out - entry) / len(self.weights)

    def y(self, layer: int, place: int) -> float:
        """Return the y of a node; `place` counts from 1 at the bottom."""
        return place / (self.counts[layer] + 1)

    def places(self, layer: int) -> range:
        """Return the places of a layer's nodes, from the bottom."""
        return range(1, self.counts[layer] + 1)

    def colour(self, layer: int) -> str:
        """Return the outline colour of a layer's nodes."""
        if layer == 0:
            return self.style.col_entry
        return self.style.col_out if layer == len(self.weights) else self.style.col_hidden


def diagram(of: Diagram, information: str) -> list[Primitive]:
    """Return everything `plot.nn` draws, in its order.

    Parameters
    ----------
    of : Diagram
        The network and the style.
    information : str
        The line below the network.
    """
    drawn: list[Primitive] = []
    last = len(of.weights)
    for layer in range(last):
        for place in of.places(layer):
            drawn += _node_with_outgoing(of, layer, place)
    for place in of.places(last):
        drawn += _output_node(of, place)
    if of.style.intercept:
        for layer in range(last):
            drawn += _bias_node(of, layer)
    if of.style.information:
        drawn.append(
            Text(
                information, 0.5, _information_height(of), "bottom", "black", of.style.fontsize + 2
            )
        )
    return drawn


def information_text(error: float, steps: float) -> str:
    """Return the line below the network.

    Examples
    --------
    >>> information_text(21.2195225924, 1325.0)
    'Error: 21.219523   Steps: 1325'
    """
    return f"Error: {as_character(round_r(error, 6))}   Steps: {as_character(steps)}"


def weight_text(weight: float) -> str:
    """Return a weight as R writes it beside its arrow.

    Examples
    --------
    >>> weight_text(-3.900283), weight_text(0.00001)
    ('-3.90028', '1e-05')
    """
    return "NA" if math.isnan(weight) else as_character(round_r(weight, 5))


def _information_height(of: Diagram) -> float:
    if of.style.information_pos is not None:
        return of.style.information_pos
    return min(1 / (max(of.counts) + 1) - 0.1, 0.2)


def _name(names: Sequence[str], count: int, place: int) -> str:
    position = count - place  # the first stands at the top
    return names[position] if position < len(names) else "no name"


def _offset(
    start: tuple[float, float], end: tuple[float, float], radius: float
) -> tuple[float, float]:
    """Return the way from a node's centre to its rim along a line, x and y as R rounds them."""
    across, up = end[0] - start[0], end[1] - start[1]
    dx = radius * across / math.hypot(across, up)
    dy = math.sqrt(max(radius**2 - dx**2, 0.0))
    return dx, math.copysign(dy, up)


def _node_with_outgoing(of: Diagram, layer: int, place: int) -> Iterator[Primitive]:
    style, count = of.style, of.counts[layer]
    start = of.x(layer), of.y(layer, place)
    for target in of.places(layer + 1):
        end = of.x(layer + 1), of.y(layer + 1, target)
        dx, dy = _offset(start, end, of.node_radius)
        yield Arrow(*start, end[0] - dx, end[1] - dy, style.col_hidden_synapse)
        if style.show_weights:
            weight = of.weights[layer][count - place + 1, of.counts[layer + 1] - target]
            yield Label(
                weight_text(weight),
                start[0] + 1.25 * dx,
                start[1] + 1.25 * dy,
                _angle(start, end),
                "left",
                style.col_hidden_synapse,
                style.fontsize - 2,
            )
    if layer == 0:
        left = start[0] - style.arrow_length
        name = _name(of.variables, count, place)
        colour = style.col_entry_synapse
        yield Arrow(left, start[1], start[0] - of.node_radius, start[1], colour)
        yield Label(name, left, start[1], 0.0, "left", colour, style.fontsize)
    yield Circle(*start, of.node_radius, of.colour(layer))


def _output_node(of: Diagram, place: int) -> Iterator[Primitive]:
    style, last = of.style, len(of.weights)
    x, y = of.x(last), of.y(last, place)
    rim, colour = x + of.node_radius, style.col_out_synapse
    yield Arrow(rim, y, x + style.arrow_length, y, colour)
    name = _name(of.responses, of.counts[last], place)
    yield Label(name, rim, y, 0.0, "left", colour, style.fontsize)
    yield Circle(x, y, of.node_radius, of.colour(last))


def _bias_node(of: Diagram, layer: int) -> Iterator[Primitive]:
    style = of.style
    x = of.x(layer) + style.intercept_factor * (of.x(layer + 1) - of.x(layer))
    start = x, 1 - 2 * of.node_radius
    for target in of.places(layer + 1):
        end = of.x(layer + 1), of.y(layer + 1, target)
        dx, dy = _offset(start, end, of.node_radius)
        yield Arrow(*start, end[0] - dx, end[1] - dy, style.col_intercept)
        if style.show_weights:
            weight = of.weights[layer][0, of.counts[layer + 1] - target]
            yield Label(
                weight_text(weight),
                end[0] - 2 * dx,
                end[1] - 2 * dy,
                _angle(start, end),
                "right",
                style.col_intercept,
                style.fontsize - 2,
            )
    yield Circle(*start, of.node_radius, style.col_intercept)
    yield Text("1", *start, "centre", style.col_intercept, style.fontsize)


def _angle(start: tuple[float, float], end: tuple[float, float]) -> float:
    across, up = end[0] - start[0], end[1] - start[1]
    if across == 0:
        return math.copysign(90.0, up)
    return math.degrees(math.atan(up / across))
