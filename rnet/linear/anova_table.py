"""Tables of tests: what `anova`, `drop1` and `add1` return."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.printing.coefficients import format_anova
from rnet.printing.show import Style, console_text
from rnet.record import Record
from rnet.values import NA

Floats: TypeAlias = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class AnovaTable(Record):
    """An analysis of variance or deviance.

    Attributes
    ----------
    values : ndarray, shape (rows, columns)
        NA where there is nothing to test.
    row_names, columns : tuple of str
    heading : tuple of str
        Lines above the table.

    Notes
    -----
    R page: `?anova`. `table["Pr(>F)"]` is a column, `table[2, "F"]` a cell (rows from 1, as in
    R), `table.frame` a DataFrame.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ()

    values: Floats
    row_names: tuple[str, ...]
    columns: tuple[str, ...]
    heading: tuple[str, ...]

    def __str__(self) -> str:
        return self.format()

    def format(self, digits: int | None = None, signif_stars: bool | None = None) -> str:
        """Return R's text, with other digits or without stars.

        Parameters
        ----------
        digits : int, optional
            Significant digits; by default two less than `options(digits)`.
        signif_stars : bool, optional
            Whether p values get stars; by default the option.
        """
        return format_anova(
            self.values,
            self.row_names,
            self.columns,
            self.heading,
            digits=digits,
            stars=signif_stars,
        )

    @property
    def frame(self) -> pd.DataFrame:
        """The table as a DataFrame, rows by name."""
        index = pd.Index(list(self.row_names), dtype=object)
        return pd.DataFrame(self.values, index=index, columns=list(self.columns))

    def tidy(self) -> pd.DataFrame:
        """Return the table with broom's names of the columns."""
        from rnet.linear.broom import tidy_anova  # noqa: PLC0415 - one use

        return tidy_anova(self.frame)

    def _repr_html_(self) -> str:
        return str(self.frame.to_html(na_rep=""))

    def names(self) -> list[str]:
        """Return the names of the columns."""
        return list(self.columns)

    def __len__(self) -> int:
        return len(self.columns)

    def __getitem__(self, name: str | tuple[int | str, str]) -> Floats | float:
        """Return a column by name, or the cell of a row (name, or number from 1) and column."""
        row, column = name if isinstance(name, tuple) else (None, name)
        if column not in self.columns:
            raise RError("undefined columns selected", f"Columns: {', '.join(self.columns)}.")
        found = self.values[:, self.columns.index(column)]
        if row is None:
            return found
        known = [label.strip() for label in self.row_names]
        position = known.index(row.strip()) if isinstance(row, str) else int(row) - 1
        return float(found[position])


def anova_table(
    columns: dict[str, Floats], row_names: Sequence[str], heading: Sequence[str]
) -> AnovaTable:
    """Put columns, shape (rows,) each, together."""
    values = np.column_stack([np.asarray(c, dtype=np.float64) for c in columns.values()])
    return AnovaTable(values, tuple(row_names), tuple(columns), tuple(heading))


def after_missing(values: Floats) -> Floats:
    """Return values with an NA before them: a first model is compared with none."""
    return np.concatenate([[NA], values])


@console_text.register
def _(x: AnovaTable, style: Style) -> str:
    return x.format(style.digits)
