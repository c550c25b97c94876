"""What `tune` returns: the best setting, the errors of all, the samples, the best fit."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.record import Record


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Tune(Record):
    """The result of `tune` (R class `tune`).

    Attributes
    ----------
    best_parameters : DataFrame
        One row, a column for each parameter; no row where no error could be computed.
    best_performance : float or None
        Its error; None where no error could be computed.
    method : str
        R's name of the method.
    nparcomb : int
        How many settings were tried.
    train_ind : list of numpy.ndarray, or dict of them by fold
        Rows trained on, counted from 1, for each sample.
    sampling : str
        "10-fold cross validation", "leave-one-out", "fixed training/validation set" or
        "bootstrapping".
    performances : DataFrame or None
        All settings with `error` and `dispersion`; None where they were not to be kept.
    best_model : fit or None
        Fitted to all rows; None where it was not wanted.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "best.parameters", "best.performance", "method", "nparcomb", "train.ind", "sampling",
        "performances", "best.model",
    )  # fmt: skip

    best_parameters: pd.DataFrame
    best_performance: float | None
    method: str
    nparcomb: int
    train_ind: "list[npt.NDArray[np.int64]] | dict[str, npt.NDArray[np.int64]]"
    sampling: str
    performances: pd.DataFrame | None
    best_model: Any

    def __str__(self) -> str:
        from rnet.vector_machine.print_tune import format_tune  # noqa: PLC0415 - text from above

        return format_tune(self)

    def summary(self) -> "SummaryTune":
        """Return the summary: the print and the errors of all settings."""
        return SummaryTune(self)

    def plot(self, **arguments: Any) -> Any:
        """Draw the errors; see `rnet.vector_machine.plot_tune.plot_tune`."""
        from rnet.vector_machine.plot_tune import plot_tune  # noqa: PLC0415 - imports this

        return plot_tune(self, **arguments)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class SummaryTune(Record):
    """The summary of a `Tune`: its text lists the errors of all settings too.

    Attributes
    ----------
    tuned : Tune
        The components are its own.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = Tune.COMPONENTS

    tuned: Tune

    def __getitem__(self, name: str) -> Any:
        """Return a component of what was tuned."""
        return self.tuned[name]

    def __str__(self) -> str:
        from rnet.vector_machine.print_tune import format_summary  # noqa: PLC0415 - from above

        return format_summary(self.tuned)
