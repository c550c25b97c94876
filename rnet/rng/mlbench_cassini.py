"""`mlbench.cassini`: two bent classes around a round one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.printing.show import format_r
from rnet.record import Record
from rnet.rng.arguments import Reals, reals, single
from rnet.rng.state import DRAWING, generator

Inside = Callable[[Reals, Reals], npt.NDArray[np.bool_]]

# The dented side of a bent class is Cassini's oval with foci at +-0.97 and product 1, the other
# one the oval of the same width that is just not dented. Found from mlbench's own points.
DENTED = 0.97**2
FLAT = (1 + DENTED) / 3
HALF_WIDTH = (1 + DENTED) ** 0.5
CENTRE = 1.1
RADIUS = 0.6
LARGEST_BATCH = 65536


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Cassini(Record):
    """Points and their classes: x of shape (n, 2), and a Categorical."""

    COMPONENTS: ClassVar[tuple[str, ...]] = ("x", "classes")

    x: Reals
    classes: pd.Categorical

    def __str__(self) -> str:
        parts = f"$x\n{format_r(self.x)}\n\n$classes\n{format_r(self.classes)}\n\n"
        return parts + 'attr(,"class")\n[1] "mlbench.cassini" "mlbench"        '


def mlbench_cassini(n: Any, relsize: Any = (2, 2, 1)) -> Cassini:
    """Draw points of three classes: two bent ones, below and above, and a disc between them.

    Parameters
    ----------
    n : int
        How many points.
    relsize : array_like, shape (3,)
        Relative sizes of the classes.

    Returns
    -------
    Cassini
        `x`, an array of shape (n, 2), and `classes`, those of the first class first.

    Raises
    ------
    RError
        ``missing value where TRUE/FALSE needed``, if there are not three sizes.

    Notes
    -----
    R page: `?mlbench::mlbench.cassini`; the same random numbers. Where mlbench is odd: when the
    sizes rounded do not add up to n, the third class gets more points, so that there may be
    more than n.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> rnet.mlbench_cassini(5).x[0].round(4).tolist()
    [-0.6534, -1.5046]
    """
    sizes = _sizes(single(n), reals(relsize))
    with DRAWING:
        below = _accepted(sizes[0], (-HALF_WIDTH, HALF_WIDTH), (-2.1, -0.5), _below)
        above = _accepted(sizes[1], (-HALF_WIDTH, HALF_WIDTH), (0.5, 0.5 + 1.6), _above)
        disc = _accepted(sizes[2], (-RADIUS, RADIUS), (-RADIUS, RADIUS), _disc)
    names = np.repeat(["1", "2", "3"], sizes)
    present = [name for name, size in zip("123", sizes, strict=True) if size]
    return Cassini(np.vstack([below, above, disc]), pd.Categorical(names, present))


def _sizes(n: float, relative: Reals) -> list[int]:
    if relative.size != 3:
        raise RError(
            "missing value where TRUE/FALSE needed", "relsize: one size for each of three classes."
        )
    rounded = [round(size) for size in (n * relative / relative.sum()).tolist()]
    return [*rounded[:2], rounded[2] + abs(round(n) - sum(rounded))]


def _accepted(size: int, x: tuple[float, float], y: tuple[float, float], inside: Inside) -> Reals:
    """Draw pairs in a rectangle until so many are inside, and not one pair more."""
    stream, found, missing = generator(), [np.empty((0, 2))], size
    while missing:
        before, pairs = stream.save(), min(2 * missing, LARGEST_BATCH)
        points = _in_rectangle(stream.uniform(2 * pairs), x, y)
        hits = np.flatnonzero(inside(points[:, 0], points[:, 1]))[:missing]
        missing -= len(hits)
        found.append(points[hits])
        if not missing:
            stream.restore(before)
            stream.uniform(2 * (int(hits[-1]) + 1))
    return np.vstack(found)


def _in_rectangle(drawn: Reals, x: tuple[float, float], y: tuple[float, float]) -> Reals:
    low, high = np.array([x[0], y[0]]), np.array([x[1], y[1]])
    points: Reals = low + (high - low) * drawn.reshape(-1, 2)
    return points


def _below(x: Reals, y: Reals) -> npt.NDArray[np.bool_]:
    return _bent(x, y + CENTRE)


def _above(x: Reals, y: Reals) -> npt.NDArray[np.bool_]:
    return _bent(x, CENTRE - y)


def _disc(x: Reals, y: Reals) -> npt.NDArray[np.bool_]:
    return x**2 + y**2 < RADIUS**2


def _bent(x: Reals, up: Reals) -> npt.NDArray[np.bool_]:
    """Return what is inside: of the dented oval where `up` is positive, else of the flat one."""
    oval, axes = (x**2 + up**2) ** 2, 2 * (x**2 - up**2)
    dented = oval - DENTED * axes <= 1 - DENTED**2
    flat = oval - FLAT * axes <= 3 * FLAT**2
    return np.where(up > 0, dented, flat)
