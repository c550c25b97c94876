"""The measures of ROCR: how good decisions are at every cutoff of a score."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class CutoffCounts:
    """Decisions of one run at falling cutoffs; a case is positive when it reaches the cutoff.

    Attributes
    ----------
    scores : ndarray, shape (n,)
        The predictions.
    truth : ndarray of bool, shape (n,)
        Whether each case is positive.
    cutoffs : ndarray, shape (m,)
        Infinity, then the distinct scores.
    fp, tp : ndarray, shape (m,)
        False and true positives.
    names : sequence of str, length n, or None
        The names of the cases.
    """

    scores: Doubles
    truth: npt.NDArray[np.bool_]
    cutoffs: Doubles
    fp: Doubles
    tp: Doubles
    names: Sequence[str | None] | None = None

    @property
    def named_scores(self) -> "Doubles | pd.Series[float]":
        """The predictions, by name where the cases have names."""
        return self.scores if self.names is None else _named(self.scores, self.names)

    @property
    def named_cutoffs(self) -> "Doubles | pd.Series[float]":
        """The cutoffs, by the name of the last case with that score."""
        if self.names is None:
            return self.cutoffs
        last = dict(zip(self.scores.tolist(), self.names, strict=True))
        return _named(self.cutoffs, ["", *(last[score] for score in self.cutoffs[1:].tolist())])

    @property
    def positives(self) -> float:
        """The number of positive cases."""
        return float(self.truth.sum())

    @property
    def negatives(self) -> float:
        """The number of negative cases."""
        return float(len(self.truth)) - self.positives

    @property
    def total(self) -> float:
        """The number of cases."""
        return float(len(self.truth))

    @property
    def fn(self) -> Doubles:
        """Positive cases below the cutoff."""
        return self.positives - self.tp

    @property
    def tn(self) -> Doubles:
        """Negative cases below the cutoff."""
        return self.negatives - self.fp

    @property
    def tpr(self) -> Doubles:
        """Share of the positive cases found."""
        return self.tp / self.positives

    @property
    def fpr(self) -> Doubles:
        """Share of the negative cases called positive."""
        return self.fp / self.negatives


def _named(values: Doubles, names: Sequence[str | None]) -> "pd.Series[float]":
    return pd.Series(values, index=pd.Index(list(names), dtype=object))


def cutoff_counts(
    scores: Doubles, truth: npt.NDArray[np.bool_], names: Sequence[str | None] | None = None
) -> CutoffCounts:
    """Return the decisions at every distinct score.

    Examples
    --------
    >>> counts = cutoff_counts(np.array([0.1, 0.9]), np.array([False, True]))
    >>> counts.cutoffs.tolist(), counts.tp.tolist(), counts.fp.tolist()
    ([inf, 0.9, 0.1], [0.0, 1.0, 1.0], [0.0, 0.0, 1.0])
    """
    distinct = np.unique(scores)[::-1]
    cutoffs = np.concatenate([[np.inf], distinct])

    def reaching(some: Doubles) -> Doubles:
        return (len(some) - np.searchsorted(np.sort(some), cutoffs)).astype(np.float64)

    false, true = reaching(scores[~truth]), reaching(scores[truth])
    return CutoffCounts(scores, truth, cutoffs, false, true, names)


Measure: TypeAlias = Callable[[CutoffCounts, Mapping[str, float]], Doubles]


@dataclass(frozen=True, slots=True)
class CutoffMeasure:
    """A measure with one value a cutoff, and the name its axis has."""

    title: str
    values: Measure


def _simple(title: str, values: Callable[[CutoffCounts], Doubles]) -> CutoffMeasure:
    return CutoffMeasure(title, lambda counts, _options: values(counts))


def precision_of(c: CutoffCounts) -> Doubles:
    """Share of the cases called positive that are."""
    return c.tp / (c.fp + c.tp)


def negative_value_of(c: CutoffCounts) -> Doubles:
    """Share of the cases called negative that are."""
    return c.tn / (c.tn + c.fn)


def accuracy_of(c: CutoffCounts) -> Doubles:
    """Share of right decisions."""
    return (c.tn + c.tp) / c.total


def positive_rate_of(c: CutoffCounts) -> Doubles:
    """Share of cases called positive."""
    return (c.tp + c.fp) / c.total


def phi_of(c: CutoffCounts) -> Doubles:
    """Correlation of decisions and classes."""
    margins = np.sqrt((c.tp + c.fn) * (c.tn + c.fp) * (c.tp + c.fp) * (c.tn + c.fn))
    return (c.tn * c.tp - c.fn * c.fp) / margins


def information_of(c: CutoffCounts) -> Doubles:
    """Return the mutual information of decisions and classes, in bits."""
    cells = np.array([[c.tn, c.fn], [c.fp, c.tp]]) / c.total
    rows, columns = cells.sum(axis=1, keepdims=True), cells.sum(axis=0, keepdims=True)
    with np.errstate(invalid="ignore", divide="ignore"):
        terms = np.where(cells > 0, cells * np.log2(cells / (rows * columns)), 0.0)
    decided = (rows > 0).all(axis=0)[0]
    return np.where(decided, terms.sum(axis=(0, 1)), np.nan)


def chi_squared_of(c: CutoffCounts) -> Doubles:
    """Pearson's statistic of decisions against classes."""
    return c.total * phi_of(c) ** 2


def odds_of(c: CutoffCounts) -> Doubles:
    """Odds ratio of decisions and classes."""
    return c.tp * c.tn / (c.fn * c.fp)


def lift_of(c: CutoffCounts) -> Doubles:
    """How many times as many positive cases as by chance are among those called positive."""
    return c.tpr / positive_rate_of(c)


def _f(c: CutoffCounts, options: Mapping[str, float]) -> Doubles:
    alpha = options.get("alpha", 0.5)
    return 1 / (alpha * (1 / precision_of(c)) + (1 - alpha) * (1 / c.tpr))


def _cost(c: CutoffCounts, options: Mapping[str, float]) -> Doubles:
    missed = c.positives / c.total * (c.fn / c.positives) * options.get("cost_fn", 1.0)
    return missed + c.negatives / c.total * c.fpr * options.get("cost_fp", 1.0)


def area_of(c: CutoffCounts, stop: float = 1.0) -> float:
    """Return the area under the ROC curve up to a false positive rate.

    Examples
    --------
    >>> area_of(cutoff_counts(np.array([0.1, 0.9]), np.array([False, True])))
    1.0
    """
    x, y = c.fpr, c.tpr
    if stop < 1:
        inside = x <= stop
        last = np.interp(stop, x, y)
        if inside.all() or x[inside][-1] < stop:
            after = int(inside.sum())
            share = (stop - x[after - 1]) / (x[after] - x[after - 1])
            last = y[after - 1] + share * (y[after] - y[after - 1])
        x, y = np.append(x[inside], stop), np.append(y[inside], last)
    return float(np.sum(np.diff(x) * (y[1:] + y[:-1]) / 2))


def root_mean_square(c: CutoffCounts) -> float:
    """Return the root of the mean squared distance of scores from the classes 0 and 1."""
    return float(np.sqrt(np.mean((c.scores - c.truth) ** 2)))


def cross_entropy(c: CutoffCounts) -> float:
    """Return the mean cross entropy of probabilities."""
    given = np.where(c.truth, c.scores, 1 - c.scores)
    return float(-np.log(given).sum() / c.total)


def _sar(c: CutoffCounts, _options: Mapping[str, float]) -> Doubles:
    return (accuracy_of(c) + area_of(c) + (1 - root_mean_square(c))) / 3


def convex_hull(c: CutoffCounts) -> tuple[Doubles, Doubles]:
    """Return the corners of the convex hull of the ROC curve."""
    points = list(dict.fromkeys(zip(c.fpr.tolist(), c.tpr.tolist(), strict=True)))
    hull: list[tuple[float, float]] = []
    for point in points:
        while len(hull) > 1 and _turns_left(hull[-2], hull[-1], point):
            hull.pop()
        hull.append(point)
    return np.array([x for x, _ in hull]), np.array([y for _, y in hull])


def _turns_left(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> bool:
    """Whether the way from a over b to c does not turn right, so that b is no corner."""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) >= -1e-12


def expected_cost(c: CutoffCounts) -> tuple[Doubles, Doubles]:
    """Return the corners of the lower envelope of expected costs.

    Along the x axis runs the probability-cost function; each cutoff is a straight line from its
    false positive rate to its false negative rate (Drummond and Holte 2006).
    """
    x, y = convex_hull(c)
    missed = 1 - y
    with np.errstate(invalid="ignore", divide="ignore"):
        crossing = np.diff(x) / (np.diff(x) - np.diff(missed))
    cost = missed[:-1] * crossing + x[:-1] * (1 - crossing)
    inner = (crossing > 0) & (crossing < 1)
    return (
        np.concatenate([[0.0], crossing[inner], [1.0]]),
        np.concatenate([[0.0], cost[inner], [0.0]]),
    )


def calibration(c: CutoffCounts, window: int) -> tuple[Doubles, Doubles]:
    """Return, for windows of neighbouring scores, their median and how far they miss."""
    order = np.argsort(-c.scores, kind="stable")
    starts = range(len(order) - window + 1)
    parts = [order[start : start + window] for start in starts]
    medians = np.array([np.median(c.scores[part]) for part in parts])
    misses = np.array([abs(c.scores[part].mean() - c.truth[part].mean()) for part in parts])
    return medians, misses


MEASURES: Mapping[str, CutoffMeasure] = {
    "acc": _simple("Accuracy", accuracy_of),
    "err": _simple("Error Rate", lambda c: (c.fn + c.fp) / c.total),
    "fpr": _simple("False positive rate", lambda c: c.fpr),
    "fall": _simple("Fallout", lambda c: c.fpr),
    "tpr": _simple("True positive rate", lambda c: c.tpr),
    "rec": _simple("Recall", lambda c: c.tpr),
    "sens": _simple("Sensitivity", lambda c: c.tpr),
    "fnr": _simple("False negative rate", lambda c: c.fn / c.positives),
    "miss": _simple("Miss", lambda c: c.fn / c.positives),
    "tnr": _simple("True negative rate", lambda c: c.tn / c.negatives),
    "spec": _simple("Specificity", lambda c: c.tn / c.negatives),
    "ppv": _simple("Positive predictive value", precision_of),
    "prec": _simple("Precision", precision_of),
    "npv": _simple("Negative predictive value", negative_value_of),
    "pcfall": _simple("Prediction-conditioned fallout", lambda c: 1 - precision_of(c)),
    "pcmiss": _simple("Prediction-conditioned miss", lambda c: 1 - negative_value_of(c)),
    "rpp": _simple("Rate of positive predictions", positive_rate_of),
    "rnp": _simple("Rate of negative predictions", lambda c: (c.tn + c.fn) / c.total),
    "phi": _simple("Phi correlation coefficient", phi_of),
    "mat": _simple("Matthews correlation coefficient", phi_of),
    "mi": _simple("Mutual information", information_of),
    "chisq": _simple("Chi-square test statistic", chi_squared_of),
    "odds": _simple("Odds ratio", odds_of),
    "lift": _simple("Lift value", lift_of),
    "f": CutoffMeasure("Precision-Recall F measure", _f),
    "cost": CutoffMeasure("Explicit cost", _cost),
    "sar": CutoffMeasure("SAR", _sar),
}
