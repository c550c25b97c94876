"""R's `lowess`: a robust smoother of locally weighted lines."""

from dataclasses import dataclass
from typing import ClassVar, TypeAlias

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.printing.show import format_r
from rnet.record import Record

Floats: TypeAlias = npt.NDArray[np.float64]

NEAR, FAR = 0.001, 0.999
"""Within this share of the bandwidth a weight is 1, beyond that one it is 0."""
SETTLED = 1e-7
"""Residuals below this share of their mean end the robustness iterations."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Smooth(Record):
    """A smooth curve: sorted x and the smoothed y."""

    COMPONENTS: ClassVar[tuple[str, ...]] = ("x", "y")

    x: Floats
    y: Floats

    def __str__(self) -> str:
        return format_r({"x": self.x, "y": self.y})


def lowess(
    x: npt.ArrayLike,
    y: npt.ArrayLike,
    f: float = 2 / 3,
    iter: int = 3,  # noqa: A002 - R's name
    delta: float | None = None,
) -> Smooth:
    """Smooth a scatter of points.

    Parameters
    ----------
    x, y : array_like, shape (n,)
    f : float, default 2/3
        The share of the points that each local line takes in.
    iter : int, default 3
        Robustness iterations.
    delta : float, optional
        Points nearer than this are interpolated; by default a hundredth of the range of x.

    Returns
    -------
    Smooth
        `x` sorted and `y` smoothed.

    Raises
    ------
    RError
        `'x' and 'y' lengths differ`.

    Notes
    -----
    R page: `?lowess`. Cleveland, JASA 74 (1979) 829-836, and his program at netlib.

    Examples
    --------
    >>> from rnet import data, lowess
    >>> cars = data("cars")
    >>> lowess(cars["speed"], cars["dist"]).y.round(4).tolist()[:3]
    [4.9655, 4.9655, 13.1245]
    """
    across, up = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
    if across.shape != up.shape:
        raise RError("'x' and 'y' lengths differ", "Give one y for each x.")
    if not f > 0:
        raise RError("'f' must be finite and > 0", "It is a share of the points.")
    known = ~(np.isnan(across) | np.isnan(up))
    order = np.argsort(across[known], kind="stable")
    xs, ys = across[known][order], up[known][order]
    if len(xs) < 2:
        return Smooth(xs, ys)
    gap = 0.01 * float(np.ptp(xs)) if delta is None else delta
    span = min(max(int(f * len(xs) + 1e-7), 2), len(xs))
    return Smooth(xs, _smoothed(xs, ys, span, iter, gap))


def _smoothed(x: Floats, y: Floats, span: int, iterations: int, gap: float) -> Floats:
    trust = np.ones(len(x))
    found = y
    for iteration in range(iterations + 1):
        found = _pass(x, y, span, trust, gap)
        residuals = np.abs(y - found)
        bound = 6 * float(np.median(residuals))
        if iteration == iterations or bound < SETTLED * float(residuals.mean()):
            break
        trust = np.where(residuals <= FAR * bound, (1 - (residuals / bound) ** 2) ** 2, 0.0)
        trust[residuals <= NEAR * bound] = 1.0
    return found


def _pass(x: Floats, y: Floats, span: int, trust: Floats, gap: float) -> Floats:
    """Fit a line at points more than `gap` apart, interpolate the others."""
    n, found = len(x), np.zeros(len(x))
    left, last, i = 0, -1, 0
    while True:
        while left + span < n and x[i] - x[left] > x[left + span] - x[i]:
            left += 1
        found[i] = _local(x, y, i, left, span, trust)
        if last < i - 1:
            share = (x[last + 1 : i] - x[last]) / (x[i] - x[last])
            found[last + 1 : i] = share * found[i] + (1 - share) * found[last]
        last, cut, i = i, x[i] + gap, i + 1
        while i < n and x[i] <= cut:
            if x[i] == x[last]:
                found[i] = found[last]
                last = i
            i += 1
        i = max(last + 1, i - 1)
        if last >= n - 1:
            return found


def _local(x: Floats, y: Floats, i: int, left: int, span: int, trust: Floats) -> float:
    """Return the local line at a point; the response where no neighbour has weight."""
    width = max(x[i] - x[left], x[left + span - 1] - x[i])
    distance = np.abs(x[left:] - x[i])
    inside = distance <= FAR * width
    inside[: np.argmax(inside)] = False
    near, gaps = x[left:][inside], distance[inside]
    weights = trust[left:][inside].copy()
    far = gaps > NEAR * width
    weights[far] *= (1 - (gaps[far] / width) ** 3) ** 3
    total = weights.sum()
    if total <= 0:
        return float(y[i])
    weights /= total
    if width > 0:
        centre = float(weights @ near)
        spread = float(weights @ (near - centre) ** 2)
        if np.sqrt(spread) > NEAR * (x[-1] - x[0]):
            weights *= 1 + (x[i] - centre) / spread * (near - centre)
    return float(weights @ y[left:][inside])
