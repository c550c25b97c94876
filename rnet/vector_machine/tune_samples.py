"""The samples `tune` trains on, drawn from R's random numbers in R's order."""

import math
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.printing.formatC import formatC
from rnet.printing.numbers import as_character
from rnet.rng.sample import sample
from rnet.rng.sample_int import sample_int
from rnet.vector_machine.tune_control import TuneControl

Rows = npt.NDArray[np.int64]

FEWEST_LABEL_DIGITS, MOST_LABEL_DIGITS = 3, 12


@dataclass(frozen=True, slots=True, eq=False)
class Samples:
    """Training sets out of n rows.

    Attributes
    ----------
    training : list of numpy.ndarray
        Numbers of the rows to train on, counted from 1, in the order to train on them.
    names : list of str or None
        R's names of the folds; None for other samples.
    text : str
        What R calls the sampling.
    """

    training: list[Rows]
    names: list[str] | None
    text: str


def draw_samples(control: TuneControl, rows: int, *, has_validation_set: bool) -> Samples:
    """Draw a permutation of the rows, as R always does, and the samples.

    Raises
    ------
    RError
        `‘cross’ must not exceed sampling size!` and R's other messages.
    """
    order = np.asarray(sample(rows), dtype=np.int64)
    if control.sampling == "cross":
        _check_folds(control.cross, rows)
        breaks = fold_breaks(rows, int(control.cross))
        training = [
            np.concatenate([order[:start], order[end:]])
            for start, end in _fold_bounds(breaks, rows)
        ]
        return Samples(training, fold_labels(breaks), _cross_text(control.cross, rows))
    if control.sampling == "fix":
        size = rows if has_validation_set else math.trunc(rows * control.fix)
        if not 0 <= size <= rows:
            raise RError(
                "only 0's may be mixed with negative subscripts",
                f"`fix` is a share of the rows, from 0 to 1, not {control.fix}.",
            )
        return Samples([order[:size]], None, "fixed training/validation set")
    size = math.trunc(rows * control.boot_size)
    drawn = [sample_int(rows, size, replace=True) for _ in range(control.nboot)]
    return Samples([np.asarray(part, dtype=np.int64) for part in drawn], None, "bootstrapping")


def _check_folds(folds: float, rows: int) -> None:
    if folds > rows:
        raise RError("‘cross’ must not exceed sampling size!", f"There are {rows} rows.")
    if folds == 1:
        raise RError("‘cross’ must be greater than 1!", "One fold leaves no rows to train on.")
    if not folds >= 2:
        raise RError("invalid number of intervals", "`cross` is the number of folds, at least 2.")


def _cross_text(folds: float, rows: int) -> str:
    if folds == rows:
        return "leave-one-out"
    return f"{as_character(float(folds))}-fold cross validation"


def fold_breaks(rows: int, folds: int) -> npt.NDArray[np.float64]:
    """Return the ends of equal intervals over 1 .. rows, the outer ones moved out a little.

    Examples
    --------
    >>> fold_breaks(10, 2).tolist()
    [0.991, 5.5, 10.009]
    """
    width = (rows - 1) / folds
    breaks = np.array([1.0 + fold * width for fold in range(folds + 1)], dtype=np.float64)
    breaks[0], breaks[-1] = 1.0 - (rows - 1) / 1000, rows + (rows - 1) / 1000
    return breaks


def _fold_bounds(breaks: npt.NDArray[np.float64], rows: int) -> list[tuple[int, int]]:
    """Return for each interval the positions in it, from 0: the first, and one beyond the last."""
    ends = np.searchsorted(np.arange(1, rows + 1), breaks, side="right")
    return [(int(start), int(end)) for start, end in pairwise(ends)]


def fold_labels(breaks: npt.NDArray[np.float64]) -> list[str]:
    """Return R's names of intervals, with as few digits as tell them apart.

    Examples
    --------
    >>> fold_labels(fold_breaks(10, 2))
    ['(0.991,5.5]', '(5.5,10]']
    """
    texts: list[str] = []
    for digits in range(FEWEST_LABEL_DIGITS, MOST_LABEL_DIGITS + 1):
        texts = [str(text) for text in formatC(breaks, digits=digits, width=1)]
        if len(set(texts)) == len(texts):
            break
    return [f"({low},{high}]" for low, high in pairwise(texts)]
