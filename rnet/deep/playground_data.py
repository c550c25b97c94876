"""playground_data: the playground's points, from R's random stream."""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.match_arg import match_arg
from rnet.rng.location_scale import rnorm, runif
from rnet.rng.state import DRAWING

Reals: TypeAlias = npt.NDArray[np.float64]

HILLS = ((-4, 2.5, 1), (0, 2.5, -1), (4, 2.5, 1), (-4, -2.5, -1), (0, -2.5, 1), (4, -2.5, -1))
"""The bumps of "hills": two coordinates and a sign."""
LARGEST = 100_000


def playground_data(kind: str, n: int = 200, noise: float = 0.0) -> pd.DataFrame:
    """Draw one of the playground's data sets: points of the plane with a label.

    After the same `set_seed` these are the points of the page (`rnet.playground()`), which has R's
    generator inside.

    Parameters
    ----------
    kind : {"circle", "xor", "gauss", "spiral", "plane", "hills"}
        The first four have two classes, the others a number to predict. May be abbreviated.
    n : int
        How many points. Classes alternate, so that any first rows hold both equally.
    noise : float
        From 0 to 0.5. Points of the two classes are moved by normal numbers of standard deviation
        `2 * noise`, the number to predict by such of standard deviation `noise`.

    Returns
    -------
    pandas.DataFrame
        Columns `x` and `y`, about -6 to 6, and `label`: 0 or 1, or a number about -1 to 1;
        n rows.

    Raises
    ------
    RError
        If there is no such kind, or n or noise is out of its range.

    Notes
    -----
    rnet's own. The numbers of the noise are drawn also when it is 0: another noise moves the same
    points. The page shows R code that draws them, too.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> rnet.playground_data("xor", n=3).round(4)
            x       y  label
    0  1.5479 -4.5686    0.0
    1  2.0490  1.2479    1.0
    2  2.9924 -4.5224    0.0
    """
    chosen = match_arg(kind, [*CLASSES, *HEIGHTS])
    if not (_is_number(n) and 2 <= n <= LARGEST and int(n) == n):
        raise RError(f"n = {n!r} is no number of points", f"Give a whole number, 2 to {LARGEST}.")
    if not (_is_number(noise) and 0 <= noise <= 0.5):
        raise RError(f"noise = {noise!r} is out of its range", "Give a number from 0 to 0.5.")
    with DRAWING:
        x, y, label = _draw(chosen, int(n), float(noise))
    return pd.DataFrame({"x": x, "y": y, "label": label})


def _is_number(value: object) -> bool:
    return isinstance(value, int | float | np.number) and not isinstance(value, bool)


def _draw(kind: str, n: int, noise: float) -> tuple[Reals, Reals, Reals]:
    if kind in HEIGHTS:
        x, y = runif(n, -6, 6), runif(n, -6, 6)
        return x, y, np.asarray(HEIGHTS[kind](x, y) + noise * rnorm(n))
    label = np.arange(n, dtype=np.float64) % 2
    x, y = CLASSES[kind](n, label)
    x = x + 2 * noise * rnorm(n)
    return x, y + 2 * noise * rnorm(n), label


def _circle(n: int, label: Reals) -> tuple[Reals, Reals]:
    inside, outside = runif(n, 0, 2.5), runif(n, 3.5, 5)
    angle = runif(n, 0, 2 * np.pi)
    radius = np.where(label == 1, inside, outside)
    return radius * np.sin(angle), radius * np.cos(angle)


def _xor(n: int, label: Reals) -> tuple[Reals, Reals]:
    x, y = runif(n, 0.3, 5), runif(n, 0.3, 5)
    side = np.where(runif(n) < 0.5, -1.0, 1.0)
    return x * side, y * side * (2 * label - 1)


def _gauss(n: int, label: Reals) -> tuple[Reals, Reals]:
    centre = np.where(label == 1, 2.0, -2.0)
    x = centre + rnorm(n)
    return x, centre + rnorm(n)


def _spiral(n: int, label: Reals) -> tuple[Reals, Reals]:
    along = runif(n)
    angle = 1.75 * (2 * np.pi) * along + np.pi * label
    return 5 * along * np.sin(angle), 5 * along * np.cos(angle)


def _plane(x: Reals, y: Reals) -> Reals:
    return (x + y) / 12


def _hills(x: Reals, y: Reals) -> Reals:
    total = np.zeros(len(x))
    for a, b, sign in HILLS:
        total += sign * np.exp(-((x - a) ** 2 + (y - b) ** 2) / 2)
    return total


CLASSES: dict[str, Callable[[int, Reals], tuple[Reals, Reals]]] = {
    "circle": _circle,
    "xor": _xor,
    "gauss": _gauss,
    "spiral": _spiral,
}
HEIGHTS: dict[str, Callable[[Reals, Reals], Reals]] = {"plane": _plane, "hills": _hills}
