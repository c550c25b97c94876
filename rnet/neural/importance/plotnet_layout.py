"""The picture of `plotnet` as lines, points and texts, where NeuralNetTools puts them.

The frame runs from -1 to 1 across and from 0 to 1 up.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from rnet.neural.importance.network_view import NetworkView

Doubles = npt.NDArray[np.float64]

UNIT_OF_CIRCLES = 0.011  # of the gap between a node's centre and its lines, for cex 1, halved


@dataclass(frozen=True, slots=True)
class Line:
    """A connection."""

    x0: float
    y0: float
    x1: float
    y1: float
    colour: str
    width: float
    style: str


@dataclass(frozen=True, slots=True)
class Node:
    """A circle."""

    x: float
    y: float
    fill: str


@dataclass(frozen=True, slots=True)
class Label:
    """A text centred at a place, or to its left or right."""

    text: str
    x: float
    y: float
    side: str


Drawn: TypeAlias = list[Line] | list[Node] | list[Label]


@dataclass(frozen=True, slots=True)
class PlotnetStyle:
    """How `plotnet` draws; see there."""

    nid: bool
    all_out: bool | str
    all_in: bool | str
    bias: bool
    bias_y: float
    rel_rsc: tuple[float, float]
    circle_cex: float
    node_labs: bool
    var_labs: bool
    line_stag: float | None
    circle_col: tuple[str, str]
    pos_col: str
    neg_col: str
    max_sp: bool
    pad_x: float
    prune_col: str | None
    prune_lty: str

    @property
    def gap(self) -> float:
        """How far from a node's centre its lines end."""
        stagger = UNIT_OF_CIRCLES * self.circle_cex / 2
        return 2 * (stagger if self.line_stag is None else self.line_stag)


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """What is drawn: the network, widths of its weights, names, style."""

    view: NetworkView
    widths: list[Doubles]
    inputs: list[str]
    outputs: list[str]
    style: PlotnetStyle

    def x(self, layer: float) -> float:
        """Return where a layer stands; halves are between layers."""
        last = len(self.view.struct) - 1
        return 2 * self.style.pad_x * (-0.4 + 0.8 * layer / last)

    def y(self, layer: int) -> Doubles:
        """Return where the nodes of a layer stand, the first on top."""
        count = self.view.struct[layer]
        most = count if self.style.max_sp else max(self.view.struct)
        return 0.5 + 0.9 / most * ((count - 1) / 2 - np.arange(count, dtype=np.float64))

    def line(self, layer: int, source: int, target: int) -> Line:
        """Return the connection into a node from a node of the layer before, 0 for the bias."""
        gap, to = self.style.gap, float(self.y(layer + 1)[target])
        x0 = self.x(layer + 0.5) if source == 0 else self.x(layer)
        y0 = self.style.bias_y if source == 0 else float(self.y(layer)[source - 1])
        weight = float(self.view.matrices[layer][source, target])
        width = float(self.widths[layer][source, target])
        return styled(self.style, (x0 + gap, y0, self.x(layer + 1) - gap, to), weight, width)


def styled(
    style: PlotnetStyle, ends: tuple[float, float, float, float], weight: float, width: float
) -> Line:
    """Return a line whose colour and width show a weight."""
    missing = bool(np.isnan(weight))
    if missing and style.prune_col is not None:
        return Line(*ends, style.prune_col, style.rel_rsc[0], style.prune_lty)
    if not style.nid:
        return Line(*ends, "black", 1.0, "solid")
    return Line(*ends, style.neg_col if weight < 0 else style.pos_col, width, "solid")


def plotnet_layout(plan: Plan, skip: bool) -> list[Drawn]:
    """Return what is drawn, in order."""
    if skip:
        return [*_skip_lines(plan), *_nodes(plan, 0), *_nodes(plan, len(plan.view.matrices))]
    layers = range(len(plan.view.struct))
    drawn: list[Drawn] = []
    if plan.style.bias:
        drawn += [_bias_lines(plan, layer) for layer in layers[:-1]]
    for layer in layers[:-1]:
        drawn += _lines(plan, layer)
    for layer in layers:
        drawn += _nodes(plan, layer)
    if plan.style.bias:
        for layer in layers[:-1]:
            drawn += _bias_node(plan, layer)
    return drawn


def _bias_lines(plan: Plan, layer: int) -> list[Line]:
    return [plan.line(layer, 0, node) for node in range(plan.view.struct[layer + 1])]


def _lines(plan: Plan, layer: int) -> Iterator[list[Line]]:
    """Yield lines from one source after the other; of the last layer into one output each."""
    sources = range(1, plan.view.struct[layer] + 1)
    targets = range(plan.view.struct[layer + 1])
    first, last = layer == 0, layer == len(plan.view.matrices) - 1
    if first and isinstance(plan.style.all_in, str):
        chosen = plan.inputs.index(plan.style.all_in) + 1
        sources = range(chosen, chosen + 1)
    if last and isinstance(plan.style.all_out, str):
        chosen = plan.outputs.index(plan.style.all_out)
        targets = range(chosen, chosen + 1)
    if (first and plan.style.all_in is False) or (last and plan.style.all_out is False):
        return
    if last:
        yield from ([plan.line(layer, source, target) for source in sources] for target in targets)
    else:
        yield from ([plan.line(layer, source, target) for target in targets] for source in sources)


def _skip_lines(plan: Plan) -> Iterator[list[Line]]:
    view, gap, last = plan.view, plan.style.gap, len(plan.view.matrices)
    assert view.skips is not None  # `plotnet_plan` looked
    left, right = plan.x(0) + gap, plan.x(last) - gap
    for target, to in enumerate(plan.y(last).tolist()):
        yield [
            styled(
                plan.style,
                (left, start, right, to),
                float(view.skips[source, target]),
                float(plan.widths[-1][source, target]),
            )
            for source, start in enumerate(plan.y(0).tolist())
        ]


def _nodes(plan: Plan, layer: int) -> Iterator[Drawn]:
    style, last = plan.style, len(plan.view.matrices)
    x, heights = plan.x(layer), plan.y(layer).tolist()
    yield [Node(x, y, style.circle_col[0 if layer == 0 else 1]) for y in heights]
    if style.node_labs:
        letter = "I" if layer == 0 else "O" if layer == last else "H"
        yield [Label(f"{letter}{i}", x, y, "centre") for i, y in enumerate(heights, start=1)]
    if style.var_labs and layer in (0, last):
        names, side, sign = (plan.inputs, "left", -1) if layer == 0 else (plan.outputs, "right", 1)
        yield [
            Label(name, x + sign * style.gap, y, side)
            for name, y in zip(names, heights, strict=False)
        ]


def _bias_node(plan: Plan, layer: int) -> Iterator[Drawn]:
    x, y = plan.x(layer + 0.5), plan.style.bias_y
    yield [Node(x, y, plan.style.circle_col[1])]
    if plan.style.node_labs:
        yield [Label(f"B{layer + 1}", x, y, "centre")]
