"""What R's `summary` says of one variable: its statistics, its classes, its kind."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.describe.quantiles import quantiles
from rnet.printing.elements import Vector, as_vector
from rnet.printing.summary_text import missing_label
from rnet.settings import current
from rnet.sums import corrected_mean

Doubles = npt.NDArray[np.float64]

STATISTICS = ("Min.", "1st Qu.", "Median", "Mean", "3rd Qu.", "Max.")
QUARTERS = np.array([0.0, 0.25, 0.5, 0.75, 1.0])
OTHER = "(Other)"
SECONDS = 86400.0


@dataclass(frozen=True, slots=True)
class Counts:
    """Classes of a variable and how often each occurs, in the order R shows them.

    Attributes
    ----------
    names : tuple of str
    values : tuple of int or str
        Integers; texts among them where R's summary is one of texts.
    """

    names: tuple[str, ...]
    values: tuple[int | str, ...]


def six_statistics(values: Doubles, quantile_type: int = 7) -> Doubles:
    """Return minimum, first quartile, median, mean, third quartile and maximum.

    Examples
    --------
    >>> six_statistics(np.array([1.0, 2.0, 6.0])).tolist()
    [1.0, 1.5, 2.0, 3.0, 4.0, 6.0]
    """
    found = quantiles(values, QUARTERS, quantile_type)
    return np.insert(found, 3, corrected_mean(values))


def known_numbers(vector: Vector) -> tuple[Doubles, int]:
    """Return the numbers of a vector that are there, and how many are missing.

    Dates count days since 1970.
    """
    if vector.kind == "date":
        stamps = [None if day is None else pd.Timestamp(day) for day in vector.data]
        days = [day.timestamp() / SECONDS for day in stamps if day is not None]
        return np.array(days, dtype=np.float64), len(vector) - len(days)
    data = [np.nan if item is None else item for item in vector.data]
    values = np.array(data, dtype=np.float64)
    absent = np.isnan(values)
    return values[~absent], int(absent.sum())


def level_counts(x: pd.Categorical, maxsum: int) -> Counts:
    """Count the levels of a factor; beyond `maxsum` the rarest become `(Other)`."""
    codes = np.asarray(x.codes)
    counts = np.bincount(codes[codes >= 0], minlength=len(x.categories)).tolist()
    names = [str(level) for level in x.categories]
    if (codes < 0).any():
        names.append(missing_label())
        counts.append(int((codes < 0).sum()))
    return most_frequent(names, counts, maxsum)


def most_frequent(names: Sequence[str], counts: Sequence[int], maxsum: int) -> Counts:
    """Keep `maxsum` classes: if there are more, the most frequent and `(Other)`.

    Examples
    --------
    >>> most_frequent(["a", "b", "c"], [1, 4, 2], 2).values
    (4, 3)
    """
    labels, values = list(names), list(counts)
    if len(values) <= maxsum:
        return Counts(tuple(labels), tuple(values))
    absent = [(labels.pop(), values.pop())] if labels[-1] == missing_label() else []
    order = sorted(range(len(values)), key=lambda place: -values[place])
    kept = order[: maxsum - 1 - len(absent)]
    rest = sum(values) - sum(values[place] for place in kept)
    shown = [(labels[place], values[place]) for place in kept] + [(OTHER, rest)] + absent
    return Counts(tuple(name for name, _ in shown), tuple(count for _, count in shown))


def truth_counts(vector: Vector) -> Counts:
    """Count FALSE, TRUE and missing; classes that do not occur are left out."""
    parts: list[tuple[str, int | str]] = [("Mode", "logical")]
    for name, value in (("FALSE", False), ("TRUE", True), (missing_label(), None)):
        count = sum(item is value if value is None else item == value and item is not None
                    for item in vector.data)  # fmt: skip
        if count:
            parts.append((name, str(count)))
    return Counts(tuple(name for name, _ in parts), tuple(value for _, value in parts))


def string_counts(vector: Vector) -> Counts:
    """Describe strings: before R 4.6 only their number and kind."""
    if not current().follows("4.6"):
        return length_class_mode(len(vector), "character", "character")
    known = [text for text in vector.data if text is not None]
    sizes = [len(text) for text in known] or [0]
    blank = sum(not text.strip() for text in known)
    names = ["Length", "N.unique", "N.blank", "Min.nchar", "Max.nchar"]
    values = [len(vector), len(set(known)), blank, min(sizes), max(sizes)]
    if len(known) < len(vector):
        names.append(missing_label())
        values.append(len(vector) - len(known))
    return Counts(tuple(names), tuple(values))


def length_class_mode(length: int, r_class: str, mode: str) -> Counts:
    """Return what R says of a value it knows nothing better about."""
    return Counts(("Length", "Class", "Mode"), (str(length), r_class, mode))


def as_factor_or_vector(x: Any) -> pd.Categorical | Vector:
    """Return a variable as a factor where it is one, else as an R vector."""
    if isinstance(getattr(x, "dtype", None), pd.CategoricalDtype):
        return pd.Categorical(x)
    return as_vector(x)
