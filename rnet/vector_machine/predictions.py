"""What `predict` of a machine returns: a named vector that carries its decision values."""

from typing import Any, ClassVar

import pandas as pd


class Predictions(pd.Series):  # type: ignore[type-arg]
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

    decision_values: pd.DataFrame | None
    probabilities: pd.DataFrame | None

    def __init__(
        self,
        data: Any = None,
        *,
        decision_values: pd.DataFrame | None = None,
        probabilities: pd.DataFrame | None = None,
        **arguments: Any,
    ) -> None:
        super().__init__(data, **arguments)
        object.__setattr__(self, "decision_values", decision_values)
        object.__setattr__(self, "probabilities", probabilities)

    @property
    def _constructor(self) -> type[pd.Series]:  # type: ignore[type-arg]
        return pd.Series
