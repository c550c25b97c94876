"""Rows of pixels as maps for a network, and the scale they are brought to."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.deep.arguments import whole

Doubles = npt.NDArray[np.float64]
Singles = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Pictures:
    """How rows of numbers are pictures.

    Attributes
    ----------
    height, width, channels : int
    low, span : float
        Pixels are shifted and divided by these, so that they lie in [0, 1].
    """

    height: int
    width: int
    channels: int = 1
    low: float = 0.0
    span: float = 1.0

    @property
    def shape(self) -> tuple[int, int, int]:
        """Channels, height and width, PyTorch's order."""
        return self.channels, self.height, self.width

    @property
    def image(self) -> tuple[int, ...]:
        """Height, width and, if there are several, channels."""
        sizes = self.height, self.width, self.channels
        return sizes[:2] if self.channels == 1 else sizes

    @property
    def text(self) -> str:
        """The size as one says it: `8 x 8`."""
        return " x ".join(map(str, self.image))

    def maps(self, x: Doubles) -> Singles:
        """Return rows of pixels, (n, height * width * channels), as (n, channels, height, width).

        The channels of a pixel stand side by side in a row.
        """
        scaled = ((x - self.low) / self.span).astype(np.float32)
        grid = scaled.reshape(len(x), self.height, self.width, self.channels)
        return np.ascontiguousarray(grid.transpose(0, 3, 1, 2))

    def scaled_to(self, x: Doubles) -> "Pictures":
        """Return the same sizes with the range of these pixels."""
        low, high = float(x.min()), float(x.max())
        return Pictures(self.height, self.width, self.channels, low, (high - low) or 1.0)


def pictures_of(image: Any, known: tuple[int, ...] | None, pixels: int) -> Pictures:
    """Return how `pixels` columns are a picture.

    Parameters
    ----------
    image : sequence of int or None
        Height, width and perhaps channels, as the user gave them.
    known : tuple of int or None
        As the data say.

    Raises
    ------
    RError
        `images of 8 x 9 pixels have 72 columns, the data 64`.
    """
    given = known if image is None else image
    if given is None:
        raise RError(
            "the size of the pictures is unknown",
            f"Give `image=(height, width)`; the data have {pixels} columns of pixels.",
        )
    if not isinstance(given, Sequence | np.ndarray) or len(given) not in (2, 3):
        raise RError("'image' must be (height, width) or (height, width, channels)")
    sizes = [whole(size, "image") for size in given]
    if math.prod(sizes) != pixels:
        shown = " x ".join(map(str, sizes))
        raise RError(
            f"images of {shown} pixels have {math.prod(sizes)} columns, the data {pixels}",
            "Check `image`, and that the formula has the pixels only.",
        )
    return Pictures(*sizes)
