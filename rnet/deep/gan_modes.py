"""What kinds of cases a generator makes: the signs of mode collapse."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.deep.arguments import positive
from rnet.printing.matrix import format_matrix
from rnet.printing.numbers import number_text
from rnet.record import Record

Doubles = npt.NDArray[np.float64]

FAIR = 10  # a mode is covered by 1 / FAIR of an even share
MOST_PAIRS = 10_000_000  # distances that are held at a time


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class GanModes(Record):
    """How generated cases spread over the kinds there are.

    Attributes
    ----------
    counts : Series of int
        Generated cases of each kind.
    covered : int
        Kinds with a tenth of an even share at least.
    entropy : float
        Of the shares, log(kinds) at most.
    near : float
        Share of cases that belong to a kind at all; with a classifier the mean probability of
        the class chosen.
    distance : float
        Median distance to the nearest real case, NaN where these are unknown: 0 means copies.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("counts", "covered", "entropy", "near", "distance")

    counts: "pd.Series[int]"
    covered: int
    entropy: float
    near: float
    distance: float

    def __str__(self) -> str:
        return format_modes(self)


def modes_by_centres(
    points: Doubles, centres: Any, radius: float | None = None, distances: Doubles | None = None
) -> GanModes:
    """Count the points that lie within a radius of each centre.

    Examples
    --------
    >>> found = modes_by_centres(np.array([[0.1, 0], [0, 0.1], [9, 9]]), [[0, 0], [4, 0]])
    >>> found.counts.tolist(), found.covered, round(found.near, 2)
    ([2, 0], 1, 0.67)
    """
    middle = np.atleast_2d(np.asarray(centres, dtype=np.float64))
    if middle.shape[1] != points.shape[1] or len(middle) < 2:
        raise RError(f"'centres' must be two or more rows of {points.shape[1]} numbers")
    gaps = _distances(middle, middle) + np.diag(np.full(len(middle), np.inf))
    reach = gaps.min() / 4 if radius is None else positive(radius, "radius")
    apart = _distances(points, middle)
    close = apart.min(axis=1) <= reach
    counts = np.bincount(apart.argmin(axis=1)[close], minlength=len(middle))
    names = [str(number) for number in range(1, len(middle) + 1)]
    return _modes(counts, names, float(close.mean()), distances)


def modes_by_classes(frame: pd.DataFrame, classifier: Any, distances: Doubles | None) -> GanModes:
    """Count the classes that a classifier sees in cases.

    Raises
    ------
    RError
        If it gives no probabilities of classes.
    """
    prob = pd.DataFrame(classifier.predict(frame, type="prob")).to_numpy(dtype=np.float64)
    levels = classifier.lev
    if levels is None:
        raise RError("the classifier tells no classes", "Fit it to a factor.")
    if prob.shape[1] == 1:
        prob = np.column_stack([1 - prob, prob])
    counts = np.bincount(prob.argmax(axis=1), minlength=len(levels))
    return _modes(counts, list(levels), float(prob.max(axis=1).mean()), distances)


def _modes(
    counts: npt.NDArray[np.int64], names: list[str], near: float, distances: Doubles | None
) -> GanModes:
    total = int(counts.sum())
    shares = counts / max(total, 1)
    seen = shares[shares > 0]
    covered = int((counts * FAIR * len(counts) >= max(total, 1)).sum())
    return GanModes(
        pd.Series(counts, index=pd.Index(names, dtype=object)),
        covered if total else 0,
        float(-(seen * np.log(seen)).sum()),
        near,
        float("nan") if distances is None else float(np.median(distances)),
    )


def nearest_distances(points: Doubles, real: Doubles) -> Doubles:
    """Return the distance of each point to the nearest real case, (n,)."""
    step = max(1, MOST_PAIRS // max(len(real), 1))
    parts = [
        _distances(points[at : at + step], real).min(axis=1) for at in range(0, len(points), step)
    ]
    return np.concatenate(parts)


def _distances(a: Doubles, b: Doubles) -> Doubles:
    squares = (a * a).sum(axis=1)[:, None] + (b * b).sum(axis=1) - 2 * (a @ b.T)
    return np.asarray(np.sqrt(np.maximum(squares, 0.0)))


def format_modes(modes: GanModes) -> str:
    """Return the counts and what they mean."""
    table = format_matrix(
        [[str(c) for c in modes.counts]], [""], list(modes.counts.index), right=True
    )
    parts = [
        f"{modes.covered} of {len(modes.counts)} modes covered",
        f"entropy {number_text(modes.entropy, 4)} of {number_text(np.log(len(modes.counts)), 4)}",
        f"near a mode {number_text(modes.near, 4)}",
    ]
    if not np.isnan(modes.distance):
        parts.append(f"distance to the nearest real case {number_text(modes.distance, 4)}")
    return "\n".join([table, *parts])
