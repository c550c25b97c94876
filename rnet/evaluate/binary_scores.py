"""Measures of how well scores or decisions meet two observed classes."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError


@dataclass(frozen=True, slots=True)
class DecisionRates:
    """What a 2x2 table of observed against predicted classes says.

    Attributes
    ----------
    accuracy : float
        Share of all cases on the diagonal.
    sensitivity : float
        Share of the observed positives predicted positive; NaN without positives.
    specificity : float
        Share of the observed negatives predicted negative; NaN without negatives.
    """

    accuracy: float
    sensitivity: float
    specificity: float


def decision_rates(counts: npt.ArrayLike) -> DecisionRates:
    """Return accuracy, sensitivity and specificity of a 2x2 table.

    Parameters
    ----------
    counts : array_like, shape (2, 2)
        Rows observed, columns predicted; negative first.

    Examples
    --------
    >>> rates = decision_rates([[149, 16], [43, 40]])
    >>> round(rates.accuracy, 4), round(rates.sensitivity, 4), round(rates.specificity, 4)
    (0.7621, 0.4819, 0.903)
    """
    cells = np.asarray(counts, dtype=np.float64)
    if cells.shape != (2, 2):
        raise RError("'counts' must be a 2x2 table", "Rows observed, columns predicted.")
    return DecisionRates(
        accuracy=_share(cells[0, 0] + cells[1, 1], cells.sum()),
        sensitivity=_share(cells[1, 1], cells[1].sum()),
        specificity=_share(cells[0, 0], cells[0].sum()),
    )


def brier_score(observed: npt.ArrayLike, scores: npt.ArrayLike) -> float:
    """Return the mean squared distance of scores from the observed 0 and 1.

    Scores outside 0 to 1, as a linear model gives them, are taken as they are.

    Parameters
    ----------
    observed, scores : array_like, shape (n,)
        The classes, 0 or 1, and the predicted values.

    Notes
    -----
    Brier (1950), Monthly Weather Review 78, 1-3, in its form for two classes.

    Examples
    --------
    >>> brier_score([0, 1], [0.5, 1.0])
    0.125
    """
    truth, values = checked_scores(observed, scores)
    return float(np.mean((values - truth) ** 2))


def checked_scores(
    observed: npt.ArrayLike, scores: npt.ArrayLike, *, both_classes: bool = False
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return observed classes and scores as doubles, or say what is wrong with them."""
    truth = np.asarray(observed, dtype=np.float64).ravel()
    values = np.asarray(scores, dtype=np.float64).ravel()
    if len(truth) != len(values):
        raise RError(
            f"arguments imply differing number of rows: {len(truth)}, {len(values)}",
            "Observed classes and scores must belong to the same cases.",
        )
    if np.isnan(truth).any() or np.isnan(values).any():
        raise RError("missing values in object", "Drop the incomplete cases first.")
    if not np.isin(truth, (0.0, 1.0)).all():
        raise RError("observed classes must be 0 or 1", "Compare a factor with its level first.")
    if len(truth) == 0 or (both_classes and len(np.unique(truth)) < 2):
        raise RError("no cases of one of the two classes", "Both 0 and 1 must be observed.")
    return truth, values


def _share(part: float, whole: float) -> float:
    return float(part / whole) if whole else float("nan")
