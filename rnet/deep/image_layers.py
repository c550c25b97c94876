"""`conv`, `pool`, `dense`, `dropout`: what a network for pictures is made of."""

from abc import abstractmethod
from dataclasses import MISSING, dataclass, fields
from math import prod
from typing import Any, ClassVar, cast

from rnet.conditions import RError
from rnet.deep.arguments import share, whole
from rnet.language.deparse import deparse_line
from rnet.language.tree import Argument, Call, Node, Symbol
from rnet.match_arg import match_arg
from rnet.record import Record
from rnet.typed_values import as_node

Shape = tuple[int, ...]
"""(channels, height, width) of maps, or (units,) of plain units."""

ACTIVATIONS = ("linear", "relu", "logistic", "tanh", "elu", "selu", "softplus", "softsign")
PADDINGS = ("same", "valid")
POOLINGS = ("max", "avg")


class Layer(Record):
    """One layer of a network for pictures: its sizes, and no weights."""

    __slots__ = ()

    kind: ClassVar[str]

    @abstractmethod
    def output_shape(self, shape: Shape) -> Shape:
        """Return the shape of what comes out where `shape` goes in."""

    def weight_shapes(self, shape: Shape) -> tuple[Shape, ...]:
        """Return the shapes of weights and biases; none for a layer that learns nothing."""
        del shape
        return ()

    def written(self) -> Call:
        """Return the call that makes the layer, defaults left out."""
        arguments = []
        for field in fields(cast(Any, self)):
            value = getattr(self, field.name)
            if field.default is MISSING:
                arguments.append(Argument(None, as_node(value)))
            elif value != field.default:
                arguments.append(Argument(field.name, as_node(value)))
        return Call(Symbol(self.kind), tuple(arguments))

    def __str__(self) -> str:
        return deparse_line(self.written())


@as_node.register
def _(value: Layer) -> Node:
    return value.written()


@dataclass(frozen=True, slots=True, repr=False)
class Conv(Layer):
    """A convolution: `filters` small windows slide over the maps.

    Attributes
    ----------
    filters, size : int
        How many maps come out; height and width of a window.
    stride : int
        By how many pixels a window moves.
    padding : str
        "same": zeros around the maps, so that they keep their size; "valid": none.
    act : str
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("filters", "size", "stride", "padding", "act")
    kind: ClassVar[str] = "conv"

    filters: int
    size: int
    stride: int = 1
    padding: str = "same"
    act: str = "relu"

    @property
    def margins(self) -> tuple[int, int]:
        """Rows of zeros above and below the maps (columns left and right)."""
        missing = self.size - 1 if self.padding == "same" else 0
        return missing // 2, missing - missing // 2

    def output_shape(self, shape: Shape) -> Shape:
        """Return (filters, height, width)."""
        _, *sides = _maps(self, shape)
        around = sum(self.margins)
        found = [(side + around - self.size) // self.stride + 1 for side in sides]
        return self.filters, *_positive(self, shape, found)

    def weight_shapes(self, shape: Shape) -> tuple[Shape, ...]:
        """Return those of the windows and of one bias a filter."""
        return (self.filters, shape[0], self.size, self.size), (self.filters,)


@dataclass(frozen=True, slots=True, repr=False)
class Pool(Layer):
    """The largest value, or the mean, of each square of the maps.

    Attributes
    ----------
    size : int
        Side of the squares, which do not overlap; what is left over at the edge is dropped.
    type : str
        "max" or "avg".
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("size", "type")
    kind: ClassVar[str] = "pool"

    size: int
    type: str = "max"

    def output_shape(self, shape: Shape) -> Shape:
        """Return (channels, height / size, width / size)."""
        channels, *sides = _maps(self, shape)
        return channels, *_positive(self, shape, [side // self.size for side in sides])


@dataclass(frozen=True, slots=True, repr=False)
class Dense(Layer):
    """Units that are connected with everything below.

    Attributes
    ----------
    units : int
    act : str
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("units", "act")
    kind: ClassVar[str] = "dense"

    units: int
    act: str = "relu"

    def output_shape(self, shape: Shape) -> Shape:
        """Return (units,)."""
        del shape
        return (self.units,)

    def weight_shapes(self, shape: Shape) -> tuple[Shape, ...]:
        """Return (units, inputs) and (units,)."""
        return (self.units, prod(shape)), (self.units,)


@dataclass(frozen=True, slots=True, repr=False)
class Dropout(Layer):
    """In training a random part of the values is set to 0 and the rest enlarged.

    Attributes
    ----------
    rate : float
        The part.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("rate",)
    kind: ClassVar[str] = "dropout"

    rate: float

    def output_shape(self, shape: Shape) -> Shape:
        """Return the shape as it is."""
        return shape


def conv(
    filters: int, size: int = 3, stride: int = 1, padding: str = "same", act: str = "relu"
) -> Conv:
    """Describe a convolution for `convnet`.

    Parameters
    ----------
    filters : int
        How many filters are learned; each gives one map.
    size : int, default 3
        Height and width of a filter.
    stride : int, default 1
        By how many pixels it moves.
    padding : {"same", "valid"}
        Whether zeros around the picture keep its size, or the filter stays inside.
    act : str, default "relu"
        "linear", "relu", "logistic", "tanh", "elu", "selu", "softplus" or "softsign".

    Returns
    -------
    Conv
        A record of `convnet`'s `layers`; it prints as it is written.

    Raises
    ------
    RError
        For sizes that are no positive whole numbers, and unknown names.

    Notes
    -----
    A filter is a moving sum: its weights are shared by all places, so a layer has
    filters * (channels * size * size + 1) parameters whatever the size of the picture.

    Examples
    --------
    >>> from rnet.deep import conv
    >>> layer = conv(16, 3)
    >>> layer, layer.output_shape((1, 8, 8)), layer.weight_shapes((1, 8, 8))
    (conv(16, 3), (16, 8, 8), ((16, 1, 3, 3), (16,)))
    """
    return Conv(
        whole(filters, "filters"),
        whole(size, "size"),
        whole(stride, "stride"),
        match_arg(padding, PADDINGS),
        match_arg(act, ACTIVATIONS),
    )


def pool(size: int = 2, type: str = "max") -> Pool:  # noqa: A002 - as the generics call a kind
    """Describe pooling for `convnet`: each square of a map becomes one value.

    Parameters
    ----------
    size : int, default 2
        Side of the squares; 2 keeps a quarter of the values.
    type : {"max", "avg"}
        The largest value, or the mean. Only the largest passes a gradient on.

    Returns
    -------
    Pool
        A record of `convnet`'s `layers`.

    Examples
    --------
    >>> from rnet.deep import pool
    >>> pool(2, "avg"), pool(2).output_shape((16, 8, 8))
    (pool(2, type = "avg"), (16, 4, 4))
    """
    return Pool(whole(size, "size"), match_arg(type, POOLINGS))


def dense(units: int, act: str = "relu") -> Dense:
    """Describe a layer of fully connected units for `convnet`.

    Parameters
    ----------
    units : int
    act : str, default "relu"
        As for `conv`.

    Returns
    -------
    Dense
        A record of `convnet`'s `layers`.

    Examples
    --------
    >>> from rnet.deep import dense
    >>> dense(64), dense(64).weight_shapes((32, 2, 2))
    (dense(64), ((64, 128), (64,)))
    """
    return Dense(whole(units, "units"), match_arg(act, ACTIVATIONS))


def dropout(rate: float = 0.5) -> Dropout:
    """Describe dropout for `convnet`: it keeps units from relying on each other.

    Parameters
    ----------
    rate : float, default 0.5
        The part of the values that each training step sets to 0.

    Returns
    -------
    Dropout
        A record of `convnet`'s `layers`.

    Raises
    ------
    RError
        If the rate is not in [0, 1).

    Examples
    --------
    >>> from rnet.deep import dropout
    >>> dropout(0.25)
    dropout(0.25)
    """
    return Dropout(share(rate, "rate"))


def _maps(layer: Layer, shape: Shape) -> Shape:
    if len(shape) != 3:
        raise RError(
            f"{layer} cannot follow a dense layer",
            "Convolutions and pooling need maps: put them before dense().",
        )
    return shape


def _positive(layer: Layer, shape: Shape, sides: list[int]) -> tuple[int, int]:
    if min(sides) < 1:
        raise RError(
            f"{layer} is larger than the {shape[1]} x {shape[2]} maps it gets",
            "Use fewer pooling layers, smaller windows, or padding='same'.",
        )
    return sides[0], sides[1]
