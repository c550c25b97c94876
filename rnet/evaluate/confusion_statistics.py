"""The numbers of a confusion matrix: shares, predictive values, Kappa and their tests."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnet.distributions.tails import chi_squared_upper
from rnet.values import NA

Doubles = npt.NDArray[np.float64]
CONFIDENCE = 0.95
OVERALL = (
    "Accuracy", "Kappa", "AccuracyLower", "AccuracyUpper", "AccuracyNull", "AccuracyPValue",
    "McnemarPValue",
)  # fmt: skip
BY_CLASS = (
    "Sensitivity", "Specificity", "Pos Pred Value", "Neg Pred Value", "Precision", "Recall", "F1",
    "Prevalence", "Detection Rate", "Detection Prevalence", "Balanced Accuracy",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Collapsed:
    """A table of predicted (rows) against true classes (columns), one class against the rest.

    Attributes
    ----------
    hits, false_alarms, misses, rejections : float
        Predicted and true; predicted only; true only; neither.
    """

    hits: float
    false_alarms: float
    misses: float
    rejections: float

    @property
    def total(self) -> float:
        """The number of cases."""
        return self.hits + self.false_alarms + self.misses + self.rejections

    @property
    def sensitivity(self) -> float:
        """Share of the true cases that were predicted; NA without a true case."""
        return share(self.hits, self.hits + self.misses)

    @property
    def specificity(self) -> float:
        """Share of the other cases that were not predicted; NA without one."""
        return share(self.rejections, self.rejections + self.false_alarms)

    @property
    def precision(self) -> float:
        """Share of the predicted cases that are true; NA when none was predicted."""
        return share(self.hits, self.hits + self.false_alarms)

    @property
    def prevalence(self) -> float:
        """Share of the true cases among all; NaN of an empty table."""
        return _ratio(self.hits + self.misses, self.total)

    def positive_value(self, prevalence: float) -> float:
        """Return the chance, by Bayes' theorem, that a predicted case is true."""
        if np.isnan(self.sensitivity) or np.isnan(self.specificity):
            return NA
        found = self.sensitivity * prevalence
        return _ratio(found, found + (1 - self.specificity) * (1 - prevalence))

    def negative_value(self, prevalence: float) -> float:
        """Return the chance, by Bayes' theorem, that a case not predicted is not true."""
        if np.isnan(self.sensitivity) or np.isnan(self.specificity):
            return NA
        left = self.specificity * (1 - prevalence)
        return _ratio(left, (1 - self.sensitivity) * prevalence + left)


def collapse(counts: npt.ArrayLike, position: int) -> Collapsed:
    """Return a square table with one class set against all others.

    Examples
    --------
    >>> collapse([[5, 1], [2, 8]], 0).sensitivity
    0.7142857142857143
    """
    cells = np.asarray(counts, dtype=np.float64)
    hits = float(cells[position, position])
    predicted, true = float(cells[position].sum()), float(cells[:, position].sum())
    return Collapsed(
        hits, predicted - hits, true - hits, float(cells.sum()) - predicted - true + hits
    )


def f_measure(precision: float, recall: float, beta: float = 1.0) -> float:
    """Return the weighted harmonic mean of precision and recall.

    Examples
    --------
    >>> f_measure(0.5, 1.0)
    0.6666666666666666
    """
    if np.isnan(precision) or np.isnan(recall):
        return NA
    return _ratio((1 + beta**2) * precision * recall, beta**2 * precision + recall)


def class_statistics(cells: Collapsed, prevalence: float | None = None) -> Doubles:
    """Return the statistics `BY_CLASS` of one class.

    Parameters
    ----------
    cells : Collapsed
        The table with this class against the others.
    prevalence : float, optional
        Share of the class in the population; by default in the table.
    """
    rate = cells.prevalence if prevalence is None else prevalence
    sensitivity, specificity = cells.sensitivity, cells.specificity
    precision = cells.precision
    return np.array(
        [
            sensitivity,
            specificity,
            cells.positive_value(rate),
            cells.negative_value(rate),
            precision,
            sensitivity,
            f_measure(precision, sensitivity),
            rate,
            _ratio(cells.hits, cells.total),
            _ratio(cells.hits + cells.false_alarms, cells.total),
            NA
            if np.isnan(sensitivity) or np.isnan(specificity)
            else (sensitivity + specificity) / 2,
        ]
    )


def overall_statistics(counts: npt.ArrayLike) -> Doubles:
    """Return the statistics `OVERALL` of a square table.

    Notes
    -----
    Clopper and Pearson (1934), Biometrika 26, 404-413, for the limits of the accuracy; the p
    value is that of the exact binomial test that it exceeds the share of the largest class.
    """
    cells = np.asarray(counts, dtype=np.float64)
    right, total = float(np.trace(cells)), float(cells.sum())
    limits, null, p_value = (NA, NA), NA, NA
    if total > 0 and right == round(right) and total == round(total):
        limits = exact_limits(right, total)
        null = float(cells.sum(axis=0).max()) / total
        p_value = at_least(right, total, null)
    return np.array(
        [_ratio(right, total), kappa(cells), *limits, null, p_value, mcnemar_p_value(cells)]
    )


def exact_limits(successes: float, trials: float) -> tuple[float, float]:
    """Return the exact 95 percent confidence limits of a probability."""
    from scipy.special import betaincinv  # noqa: PLC0415 - slow to load

    tail = (1 - CONFIDENCE) / 2
    failures = trials - successes
    lower = float(betaincinv(successes, failures + 1, tail)) if successes > 0 else 0.0
    upper = float(betaincinv(successes + 1, failures, 1 - tail)) if failures > 0 else 1.0
    return lower, upper


def at_least(successes: float, trials: float, probability: float) -> float:
    """Return the chance of at least so many successes in independent trials."""
    from scipy.special import betainc  # noqa: PLC0415 - slow to load

    if successes == 0:
        return 1.0
    return float(betainc(successes, trials - successes + 1, probability))


def kappa(cells: Doubles) -> float:
    """Return Cohen's Kappa: agreement beyond chance."""
    total = float(cells.sum())
    if total == 0:
        return np.nan
    shares = cells / total
    chance = float(shares.sum(axis=1) @ shares.sum(axis=0))
    return _ratio(float(np.trace(shares)) - chance, 1 - chance)


def mcnemar_p_value(cells: Doubles) -> float:
    """Return the p value of McNemar's test that the table is symmetric, corrected when 2x2.

    NaN where a pair of mirrored cells is empty, as R's test has it.
    """
    above, below = cells[np.triu_indices(len(cells), 1)], cells.T[np.triu_indices(len(cells), 1)]
    distance = np.abs(above - below)
    if len(cells) == 2 and distance[0] > 0:
        distance = distance - 1
    with np.errstate(invalid="ignore", divide="ignore"):
        statistic = float((distance**2 / (above + below)).sum())
    return np.nan if np.isnan(statistic) else float(chi_squared_upper(statistic, len(above)))


def share(part: float, whole: float) -> float:
    """Return a share, NA of nothing."""
    return part / whole if whole else NA


def _ratio(part: float, whole: float) -> float:
    with np.errstate(invalid="ignore", divide="ignore"):
        return float(np.divide(part, whole))
