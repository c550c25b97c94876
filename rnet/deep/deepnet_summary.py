"""Summaries of what deepnet's functions return."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.record import Record


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class SummaryDeepnet(Record):
    """The summary of a network, a machine or a stack of deepnet.

    Attributes
    ----------
    object : DeepnetNN, DeepnetRBM or DeepnetDBN
    frame : DataFrame
        One row a layer: inputs, units, parameters.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("object", "frame", "parameters")

    object: Any
    frame: pd.DataFrame

    @property
    def parameters(self) -> int:
        """How many numbers were learnt."""
        return int(self.frame["parameters"].sum())

    def __str__(self) -> str:
        from rnet.deep.print_deepnet import format_summary  # noqa: PLC0415 - text

        return format_summary(self)


def summary_of(fit: Any, size: Iterable[Any], biases: int) -> SummaryDeepnet:
    """Return the summary of layers, with biases of the units (1) or of the inputs too (2)."""
    rows = [
        (inputs, units, inputs * units + units + (biases - 1) * inputs)
        for inputs, units in pairwise([int(one) for one in size])
    ]
    return SummaryDeepnet(fit, pd.DataFrame(rows, columns=["inputs", "units", "parameters"]))


def steps_of(losses: npt.NDArray[np.float64] | None) -> pd.DataFrame:
    """Return the losses of the steps as a frame of step and loss; none where R keeps none."""
    kept = np.array([]) if losses is None else np.asarray(losses, dtype=np.float64)
    return pd.DataFrame({"step": np.arange(1, len(kept) + 1), "loss": kept})
