"""Several models of one 0/1 response, side by side."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.evaluate.binary_scores import brier_score, checked_scores, decision_rates
from rnet.evaluate.roc_curve import roc_curve


def compare_models(
    observed: npt.ArrayLike,
    scores: Mapping[str, npt.ArrayLike],
    parameters: Mapping[str, int],
    seconds: Mapping[str, float],
    cutoff: float = 0.5,
) -> pd.DataFrame:
    """Return a table that judges the scores of several models.

    Parameters
    ----------
    observed : array_like, shape (n,)
        0 or 1.
    scores : mapping of str to array_like, shape (n,)
        Each model's predicted values; larger means more likely 1.
    parameters, seconds : mapping of str to number
        Number of fitted parameters and time of the fit, under the same names.
    cutoff : float
        A case is called 1 when its score is larger.

    Returns
    -------
    DataFrame
        One row a model, in the order of `scores`; columns accuracy, sensitivity, specificity,
        AUC, Brier, parameters, seconds.

    Examples
    --------
    >>> table = compare_models([0, 1], {"glm": [0.2, 0.7]}, {"glm": 2}, {"glm": 0.1})
    >>> table.loc["glm", ["accuracy", "AUC"]].tolist()
    [1.0, 1.0]
    """
    rows = {
        name: {
            **judge(observed, values, cutoff),
            "parameters": parameters[name],
            "seconds": seconds[name],
        }
        for name, values in scores.items()
    }
    return pd.DataFrame.from_dict(rows, orient="index").astype({"parameters": "int64"})


def judge(observed: npt.ArrayLike, scores: npt.ArrayLike, cutoff: float = 0.5) -> dict[str, float]:
    """Return one model's accuracy, sensitivity, specificity, AUC and Brier score."""
    truth, values = checked_scores(observed, scores)
    counts = np.zeros((2, 2))
    np.add.at(counts, (truth.astype(np.intp), (values > cutoff).astype(np.intp)), 1)
    rates = decision_rates(counts)
    return {
        "accuracy": rates.accuracy,
        "sensitivity": rates.sensitivity,
        "specificity": rates.specificity,
        "AUC": roc_curve(truth, values).area,
        "Brier": brier_score(truth, values),
    }
