"""The interpolating cubic spline of Forsythe, Malcolm and Moler.

Computer Methods for Mathematical Computations (1977), chapter 4: at either end the third
derivative is that of the cubic through the four points there.
"""

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float64]

POINTS_OF_A_CUBIC = 4


def spline_through(x: Floats, y: Floats, count: int) -> tuple[Floats, Floats]:
    """Return `count` equidistant points on the spline through points with rising x.

    Examples
    --------
    >>> spline_through(np.arange(5.0), np.arange(5.0) ** 3, 3)[1].round(9).tolist()
    [0.0, 8.0, 64.0]
    """
    where: Floats = np.linspace(x[0], x[-1], count)
    if len(x) < POINTS_OF_A_CUBIC:
        cubic = np.polyfit(x, y, len(x) - 1)
        return where, np.asarray(np.polyval(cubic, where), dtype=np.float64)
    second = _second_derivatives(x, y)
    left = np.clip(np.searchsorted(x, where, side="right") - 1, 0, len(x) - 2)
    width = np.diff(x)[left]
    after, before = (where - x[left]) / width, (x[left + 1] - where) / width
    bend = (before**3 - before) * second[left] + (after**3 - after) * second[left + 1]
    return where, before * y[left] + after * y[left + 1] + bend * width**2 / 6


def _second_derivatives(x: Floats, y: Floats) -> Floats:
    n, width = len(x), np.diff(x)
    slope = np.diff(y) / width
    system, right = np.zeros((n, n)), np.zeros(n)
    for i in range(1, n - 1):
        system[i, i - 1 : i + 2] = width[i - 1], 2 * (width[i - 1] + width[i]), width[i]
        right[i] = 6 * (slope[i] - slope[i - 1])
    system[0, :2] = -1, 1
    right[0] = 6 * _third_difference(x[:4], y[:4]) * width[0]
    system[-1, -2:] = -1, 1
    right[-1] = 6 * _third_difference(x[-4:], y[-4:]) * width[-1]
    return np.asarray(np.linalg.solve(system, right), dtype=np.float64)


def _third_difference(x: Floats, y: Floats) -> float:
    """Return the divided difference of four points."""
    first = np.diff(y) / np.diff(x)
    second = np.diff(first) / (x[2:] - x[:-2])
    return float(np.diff(second)[0] / (x[3] - x[0]))
