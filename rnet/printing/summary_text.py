"""Summaries of columns as R lays them out: `Min.   : 1.0  ` and so on, one column a variable."""

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from rnet.printing.matrix import format_matrix
from rnet.printing.numbers import format_real, integer_texts
from rnet.printing.rounding import zapsmall
from rnet.printing.strings import display_width, pad
from rnet.settings import current

Doubles = npt.NDArray[np.float64]

EXTRA_DIGITS = 4
"""Digits beyond those shown below which R takes a statistic for zero."""


def summary_digits() -> int:
    """Return the significant digits R gives a summary: three less than usual, 3 at least."""
    return max(3, current().digits - 3)


def missing_label() -> str:
    """Return how R labels the count of missing values."""
    return "NAs" if current().follows("4.6") else "NA's"


def statistic_texts(values: Doubles, missing: int = 0, digits: int | None = None) -> list[str]:
    """Return the statistics of a numeric summary, written as one group.

    Parameters
    ----------
    values : ndarray of float
        Minimum, quartiles, mean and maximum.
    missing : int
        How many values were missing; older R lets it take part in deciding what is zero.
    digits : int, optional
        Significant digits; default three less than `options(digits)`.

    Examples
    --------
    >>> statistic_texts(np.array([1.0, 2.25, 1e-12]))
    ['1.00', '2.25', '0.00']
    """
    kept = summary_digits() if digits is None else digits
    return format_real(_without_noise(values, missing, kept), kept)


def _without_noise(values: Doubles, missing: int, digits: int) -> Doubles:
    finite = np.isfinite(values)
    shown = values.copy()
    if current().follows("4.5"):
        shown[finite] = zapsmall(values[finite], digits + EXTRA_DIGITS)
    else:
        counted = np.append(values[finite], [float(missing)] if missing else [])
        shown[finite] = zapsmall(counted)[: finite.sum()]
    return shown


def labelled_cells(labels: Sequence[str], texts: Sequence[str]) -> list[str]:
    """Return cells like `Min.   :1.0  `, the labels padded to a common width.

    Examples
    --------
    >>> labelled_cells(["a", "bb"], ["1", "2"])
    ['a :1  ', 'bb:2  ']
    """
    width = max(map(display_width, labels), default=0)
    pairs = zip(labels, texts, strict=True)
    return [f"{pad(label, width, 'left')}:{text}  " for label, text in pairs]


def centred_title(name: str, labels: Sequence[str]) -> str:
    """Return a column's name behind the blanks that bring it over the colon of its cells.

    Examples
    --------
    >>> centred_title("ab", ["1st Qu."])
    '      ab'
    """
    width = max(map(display_width, labels), default=0)
    return " " * max(0, math.floor(width - display_width(name) / 2)) + name


def count_texts(counts: Sequence[int]) -> list[str]:
    """Return counts, right-justified to a common width."""
    return integer_texts(list(counts))


def format_cells(
    cells: npt.NDArray[np.object_], row_labels: Sequence[str], column_labels: Sequence[str]
) -> str:
    """Return a table of texts as R prints it: to the left, missing cells blank."""
    shown = np.where(cells == np.array(None), "", cells)
    return format_matrix(shown, row_labels, column_labels)
