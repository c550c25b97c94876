"""`reconstruct`: what a model makes of cases after it has squeezed them through its code."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.printing.numbers import number_text
from rnet.record import Record

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Reconstruction(Record):
    """Cases and their reconstructions.

    Attributes
    ----------
    reconstructed : DataFrame, shape (n, p)
        A matrix with names, on the scale of the data.
    anomaly_scores : Series, shape (n,)
        The mean squared error of each case: large where it is unlike what the model has learnt.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("reconstructed", "anomaly_scores")

    reconstructed: pd.DataFrame
    anomaly_scores: "pd.Series[float]"

    @property
    def error(self) -> float:
        """The mean squared error over all cases."""
        return float(self.anomaly_scores.mean())

    def __str__(self) -> str:
        return format_reconstruction(self)


def reconstruction_of(x: Doubles, found: pd.DataFrame) -> Reconstruction:
    """Return cases x, shape (n, p), and what a model made of them, as a record."""
    scores: Doubles = np.mean((found.to_numpy() - x) ** 2, axis=1)
    return Reconstruction(found, pd.Series(scores, index=list(found.index)))


def format_reconstruction(result: Reconstruction) -> str:
    """Return the size, the error and the worst cases."""
    n, p = result.reconstructed.shape
    scores = result.anomaly_scores
    worst = scores.sort_values(ascending=False, kind="stable").iloc[:5]
    listed = ", ".join(f"{name} ({number_text(float(s), 4)})" for name, s in worst.items())
    return "\n".join(
        [
            f"Reconstruction of {n} cases of {p} variables",
            f"mean squared error {number_text(result.error, 4)}; largest: {listed}",
        ]
    )
