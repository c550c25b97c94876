"""ROCR's `prediction`: scores with the classes they are to find."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.evaluate.classify import classify
from rnet.evaluate.cutoff_measures import CutoffCounts, cutoff_counts
from rnet.evaluate.print_performance import format_prediction
from rnet.record import Record
from rnet.values import axis_names

Doubles = npt.NDArray[np.float64]
NOT_BINARY = (
    "Number of classes is not equal to 2.\n"
    "ROCR currently supports only evaluation of binary classification tasks."
)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ScoredPrediction(Record):
    """Scores and classes of one or more runs, counted at every cutoff.

    Attributes
    ----------
    runs : list of CutoffCounts
        The counts of each run.
    classes : tuple of str
        The negative and the positive class.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "predictions", "labels", "cutoffs", "fp", "tp", "tn", "fn", "n.pos", "n.neg",
        "n.pos.pred", "n.neg.pred",
    )  # fmt: skip

    runs: list[CutoffCounts]
    classes: tuple[str, str]

    def __str__(self) -> str:
        """Return the text R shows for the object."""
        return format_prediction(self)

    def __getitem__(self, name: str) -> Any:
        """Return a slot of ROCR's object: a list with one value a run."""
        if name == "labels":
            names = np.array(self.classes)
            return [
                pd.Categorical(names[run.truth.astype(int)], self.classes, ordered=True)
                for run in self.runs
            ]
        slots = {
            "predictions": "named_scores", "cutoffs": "named_cutoffs",
            "n.pos": "positives", "n.neg": "negatives",
        }  # fmt: skip
        if name == "n.pos.pred":
            return [run.tp + run.fp for run in self.runs]
        if name == "n.neg.pred":
            return [run.tn + run.fn for run in self.runs]
        if name not in self.COMPONENTS:
            return Record.__getitem__(self, name)
        return [getattr(run, slots.get(name, name)) for run in self.runs]


def scored_prediction(
    predictions: Any, labels: Any, label_ordering: Sequence[Any] | None = None
) -> ScoredPrediction:
    """Return scores with their classes; `prediction` calls it for anything but a network.

    Parameters
    ----------
    predictions : array_like, list of them, matrix or DataFrame
        The scores; one vector, list element or column a run.
    labels : as predictions
        The classes, two in all.
    label_ordering : sequence of two, optional
        The negative and the positive class.

    Raises
    ------
    RError
        ROCR's messages: `Number of classes is not equal to 2.` and others.

    Notes
    -----
    R page: `?ROCR::prediction`.

    Examples
    --------
    >>> scored_prediction([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1])
    A prediction instance
      with 4 data points
    """
    scores, truths = _runs(predictions), _runs(labels)
    if len(scores) != len(truths):
        raise RError("Number of cross-validation runs must be equal for predictions and labels.")
    if any(len(s) != len(t) for s, t in zip(scores, truths, strict=True)):
        raise RError(
            "Number of predictions in each run must be equal to the number of labels for each run."
        )
    numbers = [_numbers(run) for run in scores]
    classes = _classes(truths, label_ordering)
    counts = []
    for run, truth, known in zip(numbers, truths, _case_names(predictions, scores), strict=True):
        found = classify(truth)
        names = np.array([*map(str, found.labels), ""], dtype=object)[found.codes]
        if set(names) != set(classes):
            raise RError(NOT_BINARY)
        positive = np.asarray(names == classes[1], dtype=np.bool_)
        counts.append(cutoff_counts(run, positive, known))
    return ScoredPrediction(counts, classes)


def _classes(truths: list[Any], ordering: Sequence[Any] | None) -> tuple[str, str]:
    if ordering is not None:
        negative, positive = (str(classify([label]).labels[0]) for label in ordering)
        return negative, positive
    labels = [str(label) for label in classify(truths[0]).labels]
    if len(labels) != 2:
        raise RError(NOT_BINARY)
    return labels[0], labels[1]


def _runs(values: Any) -> list[Any]:
    """Return one vector a run."""
    if isinstance(values, pd.DataFrame):
        return [values.iloc[:, j] for j in range(values.shape[1])]
    if isinstance(values, list | tuple) and len(values) and np.ndim(values[0]) == 1:
        return list(values)
    if isinstance(values, np.ndarray) and values.ndim == 2:
        return list(values.T)
    return [values]


def _case_names(given: Any, runs: list[Any]) -> list[list[str | None] | None]:
    """Return the names of the cases of each run; ROCR drops those of a matrix."""
    if isinstance(given, pd.DataFrame):
        return [None] * len(runs)
    return [axis_names(run.index) if isinstance(run, pd.Series) else None for run in runs]


def _numbers(run: Any) -> Doubles:
    try:
        numbers = np.asarray(run, dtype=np.float64)
    except (TypeError, ValueError):
        raise RError(NOT_BINARY, "Scores are numbers.") from None
    if np.isnan(numbers).any():
        raise RError("'predictions' contains NA.")
    return numbers
