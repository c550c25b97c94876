"""ROCR's `performance`: measures of scores at every cutoff."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.evaluate.cutoff_measures import (
    MEASURES,
    CutoffCounts,
    area_of,
    calibration,
    convex_hull,
    cross_entropy,
    expected_cost,
    root_mean_square,
)
from rnet.evaluate.precision_recall import area_under, break_even
from rnet.evaluate.print_performance import format_performance
from rnet.evaluate.scored_prediction import ScoredPrediction
from rnet.record import Record

Doubles = npt.NDArray[np.float64]
Runs = list[Doubles]

ALONE = {
    "auc": "Area under the ROC curve",
    "aucpr": "Area under the Precision/Recall curve",
    "prbe": "Precision/recall break-even point",
    "mxe": "Mean cross-entropy",
    "rmse": "Root-mean-square error",
    "rch": "ROC convex hull",
    "ecost": "Expected cost",
}
CURVES = {"rch": convex_hull, "ecost": expected_cost}


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Performance(Record):
    """A measure, or a curve of two measures.

    Attributes
    ----------
    x_name, y_name, alpha_name : str
        What the values are; "none" where there are none.
    x_values, y_values, alpha_values : list of ndarray, or Series of cutoffs by name
        One vector a run; alpha is the cutoff along a curve.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "x.name", "y.name", "alpha.name", "x.values", "y.values", "alpha.values",
    )  # fmt: skip

    x_name: str
    y_name: str
    alpha_name: str
    x_values: "list[Doubles] | list[Doubles | pd.Series[float]]"
    y_values: Runs
    alpha_values: Runs

    def __str__(self) -> str:
        """Return the text R shows for the object."""
        return format_performance(self)

    def plot(self, **options: Any) -> Any:
        """Draw the curves; see `plot_performance`."""
        from rnet.evaluate.plot_performance import plot_performance  # noqa: PLC0415 - builds on it

        return plot_performance(self, **options)


def performance(
    prediction_obj: ScoredPrediction,
    measure: str,
    x_measure: str = "cutoff",
    *,
    alpha: float = 0.5,
    cost_fp: float = 1.0,
    cost_fn: float = 1.0,
    fpr_stop: float = 1.0,
    window_size: int = 100,
) -> Performance:
    """Return a measure of scores at every cutoff, or a curve of two measures.

    Parameters
    ----------
    prediction_obj : ScoredPrediction
        A result of `prediction(scores, labels)`.
    measure : str
        "acc", "err", "tpr", "fpr", "prec", "rec", "f", "auc", "aucpr", "prbe", "lift", ...; all of
        ROCR's names.
    x_measure : str
        Another measure, for a curve.
    alpha : float
        Weight of the precision in "f".
    cost_fp, cost_fn : float
        Costs of false positives and false negatives in "cost".
    fpr_stop : float
        Largest false positive rate of "auc".
    window_size : int
        How many scores a window of "cal" holds.

    Raises
    ------
    RError
        ROCR's messages about measures that do not exist or do not go together.

    Notes
    -----
    R page: `?ROCR::performance`. Sing et al. (2005), Bioinformatics 21, 3940-3941.

    Examples
    --------
    >>> import rnet
    >>> scored = rnet.prediction([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1])
    >>> rnet.performance(scored, "auc").y_values[0].tolist()
    [0.75]
    >>> rnet.performance(scored, "tpr", "fpr")
    A performance instance
      'False positive rate' vs. 'True positive rate' (alpha: 'Cutoff')
      with 5 data points
    """
    known = {*MEASURES, *ALONE, "cal", "cutoff"}
    if not isinstance(prediction_obj, ScoredPrediction) or not {measure, x_measure} <= known:
        raise RError(
            "Wrong argument types: First argument must be of type 'prediction'; second and "
            "optional third argument must be available performance measures!"
        )
    if x_measure in ALONE:
        raise RError(
            f"The performance measure {x_measure} can only be used as 'measure', because it has "
            "the following obligatory 'x.measure':\n none",
            "Give it alone.",
        )
    runs = prediction_obj.runs
    options = {"alpha": alpha, "cost_fp": cost_fp, "cost_fn": cost_fn}
    if measure in ALONE:
        return _alone(prediction_obj, measure, fpr_stop)
    if measure == "cal":
        windows = [calibration(run, int(window_size)) for run in runs]
        x, y = ([np.asarray(pair[side]) for pair in windows] for side in (0, 1))
        return Performance("Cutoff", "Calibration error", "none", x, y, [])
    if measure == "sar":
        _check_zero_one(prediction_obj, "rmse")
    cutoffs = [run.cutoffs for run in runs]
    y_values = [_values(run, measure, options) for run in runs]
    if x_measure == "cutoff":
        named = [run.named_cutoffs for run in runs]
        return Performance("Cutoff", MEASURES[measure].title, "none", named, y_values, [])
    x_values = [_values(run, x_measure, options) for run in runs]
    titles = MEASURES[x_measure].title, MEASURES[measure].title
    return Performance(*titles, "Cutoff", x_values, y_values, cutoffs)


def _values(run: CutoffCounts, measure: str, options: Mapping[str, float]) -> Doubles:
    with np.errstate(invalid="ignore", divide="ignore"):
        values: Doubles = MEASURES[measure].values(run, options)
    return values


def _alone(scored: ScoredPrediction, measure: str, stop: float) -> Performance:
    title = ALONE[measure]
    if measure in CURVES:
        hulls = [CURVES[measure](run) for run in scored.runs]
        return Performance("None", title, "none", [x for x, _ in hulls], [y for _, y in hulls], [])
    if measure == "prbe":
        meetings = [break_even(run) for run in scored.runs]
        x = [cutoffs for cutoffs, _ in meetings if len(cutoffs)]
        return Performance("None", title, "none", x, [y for _, y in meetings], [])
    if measure not in ("auc", "aucpr"):
        _check_zero_one(scored, measure)
    numbers = {
        "auc": lambda run: area_of(run, stop), "aucpr": area_under,
        "rmse": root_mean_square, "mxe": cross_entropy,
    }[measure]  # fmt: skip
    return Performance(
        "None", title, "none", [], [np.array([numbers(run)]) for run in scored.runs], []
    )


def _check_zero_one(scored: ScoredPrediction, measure: str) -> None:
    if scored.classes != ("0", "1"):
        raise RError(
            "Class labels need to be 0 and 1 and predictions between 0 and 1 for mean cross "
            "entropy."
            if measure == "mxe"
            else "For rmse predictions have to be numeric.",
            "Code the labels as 0 and 1.",
        )
    outside = any(((run.scores < 0) | (run.scores > 1)).any() for run in scored.runs)
    if measure == "mxe" and outside:
        raise RError(
            "Class labels need to be 0 and 1 and predictions between 0 and 1 for mean cross "
            "entropy."
        )
