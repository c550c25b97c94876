"""What `predict` of a machine returns: a named vector that carries its decision values."""

from typing import Any, ClassVar

import pandas as pd

from rnet.formulas.left_out import LeftOut


class Predictions(pd.Series):
    """Predicted classes (categorical) or numbers, by row name.

    A Series in every respect; what is computed from it is a plain Series.

    Attributes
    ----------
    decision_values : DataFrame or None
        R's attribute `decision.values`, a matrix of n rows with a column for each pair of classes.
    probabilities : DataFrame or None
        R's attribute `probabilities`, a matrix of n rows with a column for each class.
    """

    _metadata: ClassVar[list[str]] = ["decision_values", "probabilities"]

    decision_values: pd.DataFrame | None = None
    probabilities: pd.DataFrame | None = None

    @property
    def _constructor(self) -> type[pd.Series]:
        return pd.Series


def with_decisions(values: Any, names: list[str], decision_values: pd.DataFrame) -> Predictions:
    """Return predictions by row name, with their decision values attached.

    Examples
    --------
    >>> answer = with_decisions([1.5], ["a"], pd.DataFrame([[0.3]]))
    >>> answer.tolist(), answer.decision_values.shape
    ([1.5], (1, 1))
    """
    result = Predictions(values, index=pd.Index(names, dtype=object))
    result.decision_values = decision_values
    return result


def padded_predictions(values: Predictions, left_out: LeftOut) -> Predictions:
    """Return predictions and what they carry for all rows, if the rule says so."""
    if not left_out.is_padding:
        return values
    result = Predictions(left_out.padded(values))
    if values.decision_values is not None:
        result.decision_values = left_out.padded_matrix(values.decision_values)
    if values.probabilities is not None:
        result.probabilities = left_out.padded_matrix(values.probabilities)
    return result
