"""How much of the variance each component has: the summary of `prcomp` and `princomp`."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.printing.show import Style, console_text, format_r
from rnet.record import Record
from rnet.settings import current
from rnet.values import named_matrix

ROWS = ("Standard deviation", "Proportion of Variance", "Cumulative Proportion")


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Importance(Record):
    """The summary of an analysis of components.

    Attributes
    ----------
    importance : DataFrame, shape (3, k)
        Standard deviations, shares of the variance, their sums.
    title : str
    loadings : str
        The text of the loadings, empty where they were not asked for.
    fewer_digits : int
        How many digits less than other numbers it has in print.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("importance",)

    importance: pd.DataFrame
    title: str
    loadings: str = ""
    fewer_digits: int = 0

    def __str__(self) -> str:
        return self.format()

    def format(self, digits: int | None = None) -> str:
        """Return R's text, without the last newline, with so many significant digits."""
        return format_importance(self, digits)

    def _repr_html_(self) -> str:
        return self.importance.to_html()


@console_text.register
def _(x: Importance, style: Style) -> str:
    return x.format(style.digits)


def format_importance(of: Importance, digits: int | None) -> str:
    """Return the title, the table and the loadings."""
    fewer = max(3, current().digits - of.fewer_digits) if of.fewer_digits else None
    text = f"{of.title}:\n{format_r(of.importance, digits=digits or fewer)}"
    return f"{text}\n{of.loadings}" if of.loadings else text


def importance_table(
    deviations: npt.NDArray[np.floating[Any]], shares: npt.NDArray[np.floating[Any]],
    sums: npt.NDArray[np.floating[Any]], names: Sequence[str],
) -> pd.DataFrame:  # fmt: skip
    """Return the three rows, each of shape (k,), as a matrix with names."""
    return named_matrix(np.vstack([deviations, shares, sums]), ROWS, names)
