"""What a table of pairwise tests is: R's `pairwise.htest`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import pandas as pd

from rnet.hypothesis.p_adjust import METHODS, p_adjust
from rnet.match_arg import match_arg
from rnet.printing.matrix import format_matrix
from rnet.printing.pvalue import format_pval
from rnet.record import Record
from rnet.settings import current
from rnet.values import named_matrix


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class PairwiseHTest(Record):
    """Adjusted p values of all pairs, which print as R's class "pairwise.htest".

    Attributes
    ----------
    method, data_name : str
    p_value : DataFrame
        The lower triangle of an R matrix, of shape (k - 1, k - 1).
    p_adjust_method : str
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("method", "data.name", "p.value", "p.adjust.method")

    method: str
    data_name: str
    p_value: pd.DataFrame
    p_adjust_method: str

    def __str__(self) -> str:
        return format_pairwise_htest(self)

    def tidy(self) -> pd.DataFrame:
        """Return one row a pair, with broom's names of the columns."""
        table = pd.DataFrame(self.p_value)
        rows = [
            (str(later), str(earlier), float(p))
            for later, row in zip(table.index, table.to_numpy(), strict=True)
            for earlier, p in zip(table.columns, row, strict=True)
            if not np.isnan(p)
        ]
        return pd.DataFrame(rows, columns=["group1", "group2", "p.value"])

    def _repr_html_(self) -> str:
        table = self.p_value.to_html(na_rep="-", float_format=lambda p: f"{p:.2g}")
        return (
            f"<p>Pairwise comparisons using {self.method}, {self.data_name}</p>{table}"
            f"<p>P value adjustment method: {self.p_adjust_method}</p>"
        )


def format_pairwise_htest(test: PairwiseHTest) -> str:
    """Return R's lines: method, data, the triangle of p values, how they were adjusted."""
    values = test.p_value.to_numpy(dtype=np.float64)
    digits = max(1, current().digits - 5)
    texts = iter(format_pval(values.ravel(order="F"), digits, na_form="-"))
    cells = np.empty(values.shape, dtype=object)
    for column in range(values.shape[1]):
        for row in range(values.shape[0]):
            cells[row, column] = next(texts)
    rows, columns = list(test.p_value.index), list(test.p_value.columns)
    return "\n".join(
        [
            f"\n\tPairwise comparisons using {test.method} ",
            f"\ndata:  {test.data_name} \n",
            format_matrix(cells, rows, columns),
            f"\nP value adjustment method: {test.p_adjust_method} ",
        ]
    )


def pairwise_table(
    compare: Callable[[int, int], float], levels: Sequence[str], method: str
) -> tuple[pd.DataFrame, str]:
    """Return the adjusted p values of all pairs, and the name of the adjustment.

    `compare` takes the positions of two groups, the later one first.
    """
    name = match_arg(method, list(METHODS))
    size = len(levels) - 1
    pairs = [(i, j) for j in range(size) for i in range(j + 1, size + 1)]
    adjusted = p_adjust(np.array([compare(i, j) for i, j in pairs]), name)
    cells = np.full((size, size), np.nan)
    for (i, j), p in zip(pairs, adjusted, strict=True):
        cells[i - 1, j] = p
    return named_matrix(cells, levels[1:], levels[:-1]), name
