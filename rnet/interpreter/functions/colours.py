"""Colours as text: rgb, gray, rainbow; the other palettes, which nothing is drawn with."""

import colorsys
from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import doubles
from rnet.interpreter.values import Array, Named, Value, character


def _hex(levels: Array) -> str:
    return "#" + "".join(f"{int(255 * level + 0.5):02X}" for level in levels.tolist())


@builtin("rgb", "red, green, blue, alpha = NULL, names = NULL, maxColorValue = 1")
def rgb(red: Value, green: Value, blue: Value, alpha: Value, names: Value, largest: Value) -> Any:
    """R's `rgb`: colours of their shares of red, green and blue."""
    parts = [doubles(part) for part in (red, green, blue, alpha) if part is not None]
    count = 0 if any(not len(part) for part in parts) else max(len(part) for part in parts)
    levels = [np.resize(part, count) / float(doubles(largest)[0]) for part in parts]
    for level in np.concatenate(levels).tolist():
        if not 0 <= level <= 1:
            raise RError(f"color intensity {level:.7g}, not in [0,1]")
    own = {} if names is None else {"names": names}
    return character([_hex(row) for row in np.array(levels).T], own)


@builtin("gray grey", "level, alpha = NULL")
def gray(level: Value, alpha: Value) -> Any:
    """R's `gray`: shades from black (0) to white (1)."""
    levels = doubles(level)
    if not ((levels >= 0) & (levels <= 1)).all():
        raise RError("invalid gray level, must be in [0,1].")
    ends = [] if alpha is None else [float(doubles(alpha)[0])]
    return character([_hex(np.array([one, one, one, *ends])) for one in levels.tolist()])


@builtin("rainbow", "n, s = 1, v = 1, ...")
def rainbow(n: Value, s: Value, v: Value, dots: list[Named]) -> Any:
    """R's `rainbow`: hues once around the circle."""
    del dots
    count, strength, light = int(doubles(n)[0]), float(doubles(s)[0]), float(doubles(v)[0])
    hues = (i / count for i in range(count))
    return character([_hex(np.array(colorsys.hsv_to_rgb(h, strength, light))) for h in hues])


@builtin("heat.colors terrain.colors topo.colors cm.colors gray.colors hcl.colors", "n, ...")
def colours(n: Value, dots: list[Named]) -> Any:
    """R's other palettes: so many colours; nothing is drawn with them."""
    del dots
    return character(["#000000"] * int(doubles(n)[0]))
