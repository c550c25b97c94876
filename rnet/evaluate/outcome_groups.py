"""The groups within which caret draws: the levels of an outcome, or quantile groups of numbers."""

import itertools
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.evaluate.classify import Classes, classify, one_variable

Doubles = npt.NDArray[np.float64]
FUZZ = 4 * np.finfo(np.float64).eps
FEWEST_DIGITS, MOST_DIGITS = 3, 12


def numeric_outcome(y: Any) -> Doubles | None:
    """Return an outcome's numbers, or None when it is a factor, text or logical."""
    values = one_variable(y)
    if not pd.api.types.is_any_real_numeric_dtype(values.dtype):
        return None
    return np.asarray(values, dtype=np.float64)


def length_of(y: Any) -> int:
    """Return the number of cases of an outcome, a vector."""
    if isinstance(y, pd.DataFrame) and y.shape[1] != 1:
        raise RError("y must have at least 2 data points", "Give one column of the frame.")
    return len(one_variable(y))


def classes_of_outcome(y: Any) -> Classes:
    """Return the classes of an outcome that is no number; all its cases must have one."""
    found = classify(y)
    if (found.codes < 0).any():
        raise RError("missing values in 'y'", "Drop the cases without an outcome first.")
    return found


def quantile_groups(values: Doubles, count: int) -> Classes:
    """Return the groups between `count` quantiles of some numbers, equally spaced in probability.

    The labels are those of R's `cut`, in the order of the intervals.

    Raises
    ------
    RError
        R's `missing values and NaN's not allowed if 'na.rm' is FALSE`.
    """
    if np.isnan(values).any():
        raise RError(
            "missing values and NaN's not allowed if 'na.rm' is FALSE",
            "Drop the cases without an outcome first.",
        )
    steps = np.arange(count, dtype=np.float64) * (1.0 / max(count - 1, 1))
    breaks = np.unique(quantiles(values, steps))
    if len(breaks) < 2:
        return Classes(("all",), np.zeros(len(values), dtype=np.int64))
    codes = np.maximum(np.searchsorted(breaks, values, side="left") - 1, 0)
    return _present(interval_labels(breaks), codes)


def sorted_by_label(groups: Classes) -> Classes:
    """Return the same groups in the alphabetical order of their labels.

    Interval labels hold digits and punctuation only, which the locales of R sort alike.
    """
    order = sorted(range(len(groups.labels)), key=lambda code: str(groups.labels[code]))
    place = np.argsort(order)
    return Classes(tuple(groups.labels[code] for code in order), place[groups.codes])


def interval_labels(breaks: Doubles) -> list[str]:
    """Return R's labels of the intervals between breaks, the lowest closed on both sides."""
    for digits in range(FEWEST_DIGITS, MOST_DIGITS + 1):
        texts = [f"{value + 0.0:.{digits}g}" for value in breaks]
        if len(set(texts)) == len(texts):
            break
    pairs = list(itertools.pairwise(texts))
    return [f"{'(' if i else '['}{low},{high}]" for i, (low, high) in enumerate(pairs)]


def quantiles(values: Doubles, probabilities: Doubles) -> Doubles:
    """Return quantiles of R's default type 7 (Hyndman and Fan 1996)."""
    ordered = np.sort(values)
    place = (len(ordered) - 1) * np.minimum(probabilities, 1.0)
    low = np.floor(place + FUZZ).astype(np.int64)
    rest = place - low
    rest[np.abs(rest) < FUZZ] = 0
    below, above = ordered[low], ordered[np.minimum(low + 1, len(ordered) - 1)]
    exact = (rest == 0) | (below == above)
    return np.where(exact, below, (1 - rest) * below + rest * above)


def _present(labels: list[str], codes: npt.NDArray[np.int64]) -> Classes:
    """Keep the labels that occur."""
    present, place = np.unique(codes, return_inverse=True)
    return Classes(tuple(labels[code] for code in present), place.astype(np.int64))
