"""`hsv_palette`: colours of one hue, from saturated to pale."""

import colorsys
from collections.abc import Callable

import numpy as np


def hsv_palette(
    h: float = 2 / 3, from_: float = 0.7, to: float = 0.2, v: float = 1
) -> Callable[[int], list[str]]:
    """Return a palette: a function of how many colours are wanted.

    Parameters
    ----------
    h : float
        Hue, from 0 to 1.
    from_, to : float
        Saturation of the first and of the last colour (R's `from` and `to`).
    v : float
        Brightness, from 0 to 1.

    Returns
    -------
    callable
        From a number to that many colours "#RRGGBB".

    Notes
    -----
    R page: `?hsv_palette` (package e1071).

    Examples
    --------
    >>> hsv_palette()(3)
    ['#4D4DFF', '#8C8CFF', '#CCCCFF']
    """

    def colours(n: int) -> list[str]:
        saturations = np.linspace(from_, to, max(n, 1))
        return [_hex(*colorsys.hsv_to_rgb(h, float(s), v)) for s in saturations]

    return colours


def _hex(*parts: float) -> str:
    return "#" + "".join(f"{int(255 * part + 0.5):02X}" for part in parts)
