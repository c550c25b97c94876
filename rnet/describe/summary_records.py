"""What `summary` returns: statistics of a variable, counts, or a table of cells."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.describe.summary_columns import SECONDS, Counts
from rnet.printing.show import Style, console_text
from rnet.printing.strings import quoted
from rnet.printing.summary_text import format_cells, missing_label, statistic_texts, summary_digits
from rnet.printing.vectors import format_named_vector
from rnet.record import Record
from rnet.settings import current

WHOLE = 6
"""Statistics of a whole summary; older R showed a part of it with all digits."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SummaryDefault(Record):
    """The summary of numbers or dates, R's class `summaryDefault`.

    Attributes
    ----------
    statistics : ndarray of float
        Minimum, first quartile, median, mean, third quartile, maximum; dates as days since 1970.
    labels : tuple of str
        What each statistic is called.
    missing : int
        How many values were missing.
    of_dates : bool
        Whether the values are dates.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ()

    statistics: npt.NDArray[np.float64]
    labels: tuple[str, ...]
    missing: int = 0
    of_dates: bool = False

    def __str__(self) -> str:
        """Return the text of R's print method."""
        return self.text()

    def names(self) -> list[str]:
        """Return the names of the statistics, the count of missing values last."""
        return [*self.labels, *([missing_label()] if self.missing else [])]

    def texts(self, digits: int | None = None) -> list[str]:
        """Return the statistics as R formats them, numbers to 4 digits."""
        if self.of_dates:
            shown = [str(day) for day in self.days()]
        else:
            old_part = len(self.labels) < WHOLE and not current().follows("4.5")
            kept = current().digits if digits is None and old_part else digits
            shown = statistic_texts(self.statistics, self.missing, kept)
        return [*shown, *([str(self.missing)] if self.missing else [])]

    def text(self, digits: int | None = None) -> str:
        """Return the text of R's print method with another number of digits."""
        texts = self.texts(digits)
        if self.of_dates:
            texts = [quoted(text) for text in texts]
        if not (self.missing or current().follows("4.3")):
            texts = ["" if gone else text for gone, text in zip(self._absent(), texts, strict=True)]
        return format_named_vector(texts, self.names())

    def _absent(self) -> list[bool]:
        return [*np.isnan(self.statistics).tolist(), *([False] if self.missing else [])]

    def days(self) -> list[Any]:
        """Return the statistics as dates."""
        return [pd.Timestamp(day * SECONDS, unit="s").date() for day in self.statistics]

    def to_pandas(self) -> "pd.Series[Any]":
        """Return the statistics, and the count of missing values if there are any."""
        values: Any = self.days() if self.of_dates else self.statistics.tolist()
        cells = [*values, *([self.missing] if self.missing else [])]
        return pd.Series(cells, index=pd.Index(self.names(), dtype=object))

    def __len__(self) -> int:
        return len(self.names())

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> npt.NDArray[Any]:
        del copy
        return np.array(self.to_pandas(), dtype=dtype)

    def __getitem__(self, name: Any) -> Any:
        """Return one statistic by name; of a list of names a shorter summary."""
        if not isinstance(name, list):
            self._check([name])
            return self.to_pandas()[name]
        self._check(name)
        places = [self.labels.index(one) for one in name if one in self.labels]
        labels = tuple(self.labels[place] for place in places)
        count = self.missing if missing_label() in name else 0
        return SummaryDefault(self.statistics[places], labels, count, self.of_dates)

    def _check(self, names: list[str]) -> None:
        for name in names:
            if name not in self.names():
                raise RError("subscript out of bounds", f"Statistics: {', '.join(self.names())}.")


@console_text.register
def _(x: SummaryDefault, style: Style) -> str:
    return x.text(style.digits)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SummaryCounts(Record):
    """The summary of truth values or strings: a few counts with names.

    Attributes
    ----------
    counts : Counts
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ()

    counts: Counts

    def __str__(self) -> str:
        """Return the text of R's print method."""
        return format_named_vector([str(value) for value in self.counts.values], self.names())

    def names(self) -> list[str]:
        """Return what is counted."""
        return list(self.counts.names)

    def __getitem__(self, name: str) -> Any:
        if name not in self.counts.names:
            raise RError("subscript out of bounds", f"Counts: {', '.join(self.counts.names)}.")
        return self.counts.values[self.counts.names.index(name)]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SummaryTable(Record):
    """The summary of a data frame, R's table of texts.

    Attributes
    ----------
    cells : ndarray of str, shape (rows, columns)
        None where a column has fewer rows than others.
    row_labels : tuple of str
    column_labels : tuple of str
        The names of the columns behind R's blanks.
    frame : DataFrame
        The same as numbers: a row a statistic, a column a variable.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ()

    cells: npt.NDArray[np.object_]
    row_labels: tuple[str, ...]
    column_labels: tuple[str, ...]
    frame: pd.DataFrame

    def __str__(self) -> str:
        """Return the text of R's print method."""
        return format_cells(self.cells, self.row_labels, self.column_labels)

    def _repr_html_(self) -> str:
        digits = summary_digits()
        return self.frame.to_html(na_rep="", float_format=lambda value: f"{value:.{digits}g}")
