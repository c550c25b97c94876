"""Put rows left out for missing values back, as R does after `na.exclude`."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.values import named_matrix
from rnet.vector_machine.predictions import Predictions


@dataclass(frozen=True, slots=True)
class Padding:
    """Where each of all rows stands among the rows used.

    Attributes
    ----------
    sources : numpy.ndarray of int, shape (all rows,)
        Position among the rows used; -1 for a row left out.
    names : list of str
        Names of all rows.
    """

    sources: npt.NDArray[np.intp]
    names: list[str]

    def series(self, values: "pd.Series[Any]") -> "pd.Series[Any]":
        """Return values for all rows, missing where a row was left out."""
        array = values.array
        if values.dtype == np.bool_:
            array = pd.array(values.to_numpy(), dtype="boolean")
        index = pd.Index(self.names, dtype=object)
        return pd.Series(array.take(self.sources, allow_fill=True), index=index)

    def matrix(self, values: pd.DataFrame) -> pd.DataFrame:
        """Return a named matrix for all rows, missing where a row was left out."""
        cells = np.full((len(self.names), values.shape[1]), np.nan)
        cells[self.sources >= 0] = values.to_numpy()
        return named_matrix(cells, self.names, list(values.columns))

    def predictions(self, values: Predictions) -> Predictions:
        """Return predictions and decision values for all rows."""
        result = Predictions(self.series(values))
        if values.decision_values is not None:
            result.decision_values = self.matrix(values.decision_values)
        if values.probabilities is not None:
            result.probabilities = self.matrix(values.probabilities)
        return result


def padding_of(kept: npt.NDArray[np.bool_], names: list[str]) -> Padding:
    """Return the padding for the rows `kept` of all rows with these names.

    Examples
    --------
    >>> padding_of(np.array([True, False, True]), ["a", "b", "c"]).sources.tolist()
    [0, -1, 1]
    """
    return Padding(np.where(kept, np.cumsum(kept) - 1, -1), names)
