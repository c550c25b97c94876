"""What ROCR says of precision and recall together: the area under their curve, where they meet."""

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.evaluate.cutoff_measures import CutoffCounts, precision_of

Doubles = npt.NDArray[np.float64]

MOST_ADDED = 2
"""A cutoff that adds more positive cases than these is a large step."""


def area_under(c: CutoffCounts) -> float:
    """Return the area under the curve of precision over recall, by trapezoids.

    Where nothing is called positive yet the precision counts as 1; of several points with the
    same recall the first one stays. Where a cutoff adds more than two positive cases, points are
    put between for each of them, false positives growing evenly (Davis and Goadrich, 2006).

    Raises
    ------
    RError
        If several cutoffs do so: what ROCR answers then follows no rule that is known here.

    Examples
    --------
    >>> from rnet.evaluate.cutoff_measures import cutoff_counts
    >>> area_under(cutoff_counts(np.array([0.1, 0.4, 0.9]), np.array([False, True, True])))
    1.0
    """
    tp, first = np.unique(c.tp, return_index=True)
    if np.sum(np.diff(tp) > MOST_ADDED) > 1:
        raise RError(
            "the measure 'aucpr' is not available for these scores",
            f"Several cutoffs add more than {MOST_ADDED} positive cases each: give scores with "
            "fewer ties.",
        )
    counted = np.union1d(tp, _between(tp))
    fp = np.interp(counted, tp, c.fp[first])
    with np.errstate(invalid="ignore"):
        precision = counted / (counted + fp)
    precision[0] = 1.0
    recall = counted / c.positives
    return float(np.sum(np.diff(recall) * (precision[1:] + precision[:-1]) / 2))


def _between(tp: Doubles) -> Doubles:
    """Return the numbers of true positives that a large step leaves out."""
    large = np.flatnonzero(np.diff(tp) > MOST_ADDED)
    return np.concatenate([np.arange(tp[i] + 1, tp[i + 1]) for i in large] or [np.zeros(0)])


def break_even(c: CutoffCounts) -> tuple[Doubles, Doubles]:
    """Return the cutoffs at which precision and recall are equal, and the precision there.

    Between two cutoffs the difference of the two is taken for a straight line; there ROCR tells
    the difference, 0 but for rounding, in the place of the precision.

    Examples
    --------
    >>> from rnet.evaluate.cutoff_measures import cutoff_counts
    >>> break_even(cutoff_counts(np.array([0.1, 0.4, 0.9]), np.array([False, True, True])))
    (array([0.4]), array([1.]))
    """
    with np.errstate(invalid="ignore"):
        precision, difference = precision_of(c), precision_of(c) - c.tpr
    found: list[tuple[float, float]] = []
    for i in np.flatnonzero(np.isfinite(difference)).tolist():
        if difference[i] == 0:
            found.append((c.cutoffs[i], precision[i]))
        elif i + 1 < len(difference) and difference[i] * difference[i + 1] < 0:
            share = difference[i] / (difference[i] - difference[i + 1])
            cutoff = c.cutoffs[i] + share * (c.cutoffs[i + 1] - c.cutoffs[i])
            found.append((cutoff, difference[i] + share * (difference[i + 1] - difference[i])))
    x, y = np.array(found, dtype=np.float64).reshape(-1, 2).T
    return x, y
