"""Cases left out for missing values: who they are, and how results are put back for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.formulas.columns import Mask
from rnet.values import NA, named_matrix


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Which of m cases were used.

    Attributes
    ----------
    kept : ndarray of bool, shape (m,)
        Whether a case was used.
    names : sequence of str
        The names of all m cases.
    pads : bool
        Whether results hold a missing value for every case left out, as after `na.exclude`.
    """

    kept: Mask
    names: Sequence[str]
    pads: bool

    @property
    def positions(self) -> npt.NDArray[np.intp]:
        """Where the cases left out stand, counted from 0."""
        return np.flatnonzero(~self.kept)

    @property
    def is_padding(self) -> bool:
        """Whether there is something to put back."""
        return self.pads and not self.kept.all()

    def numbered(self) -> "pd.Series[int] | None":
        """Return R's component `na.action`: the cases left out, from 1, by name; None if none."""
        if self.kept.all():
            return None
        names = [self.names[position] for position in self.positions]
        return pd.Series(self.positions + 1, index=pd.Index(names, dtype=object))

    def padded(self, values: "pd.Series[Any]") -> "pd.Series[Any]":
        """Return one value per case used as one per case, missing where it was left out."""
        if not self.is_padding:
            return values
        index = pd.Index(list(self.names), dtype=object)
        if values.dtype == np.float64:
            cells = np.full(len(index), NA)
            cells[self.kept] = values
            return pd.Series(cells, index=index)
        known: Any = values.astype("boolean").array if values.dtype == np.bool_ else values.array
        sources = np.where(self.kept, np.cumsum(self.kept) - 1, -1)
        return pd.Series(known.take(sources, allow_fill=True), index=index)

    def padded_matrix(self, values: pd.DataFrame) -> pd.DataFrame:
        """Return a named matrix of the cases used as one of all, missing where left out."""
        if not self.is_padding:
            return values
        cells = np.full((len(self.names), values.shape[1]), NA)
        cells[self.kept] = values.to_numpy()
        return named_matrix(cells, self.names, list(values.columns))
