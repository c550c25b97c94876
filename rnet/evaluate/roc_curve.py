"""The ROC curve of scores against two observed classes."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnet.evaluate.binary_scores import checked_scores


@dataclass(frozen=True, slots=True)
class RocCurve:
    """A ROC curve: every cutoff with the rates it gives.

    Attributes
    ----------
    cutoffs : numpy.ndarray, shape (m,)
        Falling; a case counts as positive when its score reaches the cutoff. The first is
        infinite.
    sensitivities : numpy.ndarray, shape (m,)
        Share of the positive cases found at each cutoff, from 0 to 1.
    specificities : numpy.ndarray, shape (m,)
        Share of the negative cases left alone at each cutoff, from 1 to 0.
    area : float
        Area under the curve: the chance that a positive case outscores a negative one,
        ties counted half.
    """

    cutoffs: npt.NDArray[np.float64]
    sensitivities: npt.NDArray[np.float64]
    specificities: npt.NDArray[np.float64]
    area: float


def roc_curve(observed: npt.ArrayLike, scores: npt.ArrayLike) -> RocCurve:
    """Return the empirical ROC curve of `scores`.

    Parameters
    ----------
    observed : array_like, shape (n,)
        0 or 1 (or False and True).
    scores : array_like, shape (n,)
        Larger means more likely 1.

    Returns
    -------
    RocCurve
        One point for every distinct score, and the corner where nothing is called positive.

    Raises
    ------
    RError
        If lengths differ, a value is missing, or a class has no case.

    Notes
    -----
    Fawcett (2006), *An introduction to ROC analysis*, Pattern Recognition Letters 27, 861-874.

    Examples
    --------
    >>> curve = roc_curve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8])
    >>> curve.sensitivities.tolist()
    [0.0, 0.5, 0.5, 1.0, 1.0]
    >>> curve.area
    0.75
    """
    from sklearn import metrics  # noqa: PLC0415 - only when a curve is wanted

    truth, values = checked_scores(observed, scores, both_classes=True)
    false_rates, true_rates, cutoffs = metrics.roc_curve(truth, values, drop_intermediate=False)
    return RocCurve(
        cutoffs, true_rates, 1.0 - false_rates, float(metrics.auc(false_rates, true_rates))
    )
