"""Analysis of variance with error strata: R's class `aovlist`.

Response and design are rotated onto the columns of the strata (Chambers, Freeny and Heiberger in
Chambers and Hastie, Statistical Models in S, 1992, chapter 5); each stratum is a model of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.language.tree import Call
from rnet.linear.anova_lm import term_table
from rnet.linear.anova_table import AnovaTable
from rnet.linear.lm_fit import LeastSquares, lm_fit
from rnet.linear.model_data import Floats, ModelData
from rnet.linear.print_aov import format_strata, format_summary_strata
from rnet.linear.qr import Reflections, decompose
from rnet.printing.show import Style, console_text
from rnet.record import Record
from rnet.sums import corrected_mean

Labels: TypeAlias = npt.NDArray[np.int64]

PRESENT = 1e-5
"""A column is in a stratum if more than this share of its length is."""


@dataclass(frozen=True, slots=True)
class Stratum:
    """The model of one stratum.

    Attributes
    ----------
    fit : LeastSquares
        Of the rotated response on the rotated columns.
    terms : ndarray, shape (columns,)
        The term of each column.
    labels : tuple of str
        The labels of all terms.
    columns : list of str
        The names of the columns.
    """

    fit: LeastSquares
    terms: Labels
    labels: tuple[str, ...]
    columns: list[str]

    def table(self) -> AnovaTable:
        """Return the terms tested against the stratum's residuals."""
        residual = float(np.sum(self.fit.residuals**2))
        return term_table(self.fit, self.terms, self.labels, residual, [])

    def coefficients(self) -> "pd.Series[float]":
        """Return the coefficients that can be estimated here."""
        found = pd.Series(self.fit.coefficients, index=pd.Index(self.columns, dtype=object))
        return found.dropna()


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class AOVStrata(Record):
    """An analysis of variance with error strata.

    Attributes
    ----------
    call : Call
    strata : mapping of str to Stratum
    grand_mean : float
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("strata",)

    call: Call
    strata: Mapping[str, Stratum]
    grand_mean: float

    def __str__(self) -> str:
        return format_strata(self)

    def __getitem__(self, name: str) -> Stratum:
        """Return a stratum by name."""
        return self.strata[name]

    def summary(self) -> "SummaryStrata":
        """Return the table of every stratum."""
        return SummaryStrata({name: part.table() for name, part in self.strata.items()})

    def coef(self) -> "dict[str, pd.Series[float]]":
        """Return the coefficients of every stratum."""
        mean = pd.Series([self.grand_mean], index=pd.Index(["(Intercept)"], dtype=object))
        parts = {name: part.coefficients() for name, part in self.strata.items()}
        return {"(Intercept)": mean, **parts}


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class SummaryStrata(Record):
    """The tables of the strata, by name."""

    COMPONENTS: ClassVar[tuple[str, ...]] = ("tables",)

    tables: Mapping[str, AnovaTable]

    def __str__(self) -> str:
        return format_summary_strata(self.tables)

    def __getitem__(self, name: str) -> AnovaTable:
        """Return the table of a stratum, by its name or R's "Error: name"."""
        return self.tables[name.removeprefix("Error: ")]

    @property
    def frame(self) -> pd.DataFrame:
        """All tables below each other, the stratum in a column."""
        parts = [table.frame.assign(stratum=name) for name, table in self.tables.items()]
        return pd.concat(parts)


def strata_of(call: Call, made: ModelData, response: Floats, errors: ModelData) -> AOVStrata:
    """Split response (n,) and design among the strata of an error model."""
    rotation = decompose(errors.design.values)
    matrix = _rotated(rotation, made.design.values)
    turned = rotation.transposed_times(response)
    numbers = np.full(len(response), len(errors.design.terms.labels) + 1)
    numbers[: rotation.rank] = errors.design.assign[rotation.pivot[: rotation.rank]]
    names = [*errors.design.terms.labels, "Within"]
    strata = {}
    for number, name in enumerate(names, start=1):
        rows = numbers == number
        if rows.any():
            strata[name] = _stratum(matrix[rows], turned[rows], made)
    return AOVStrata(call, strata, corrected_mean(response))


def _rotated(rotation: Reflections, matrix: Floats) -> Floats:
    return np.column_stack(
        [rotation.transposed_times(np.ascontiguousarray(column)) for column in matrix.T]
    )


def _stratum(matrix: Floats, response: Floats, made: ModelData) -> Stratum:
    lengths = np.sum(made.design.values**2, axis=0)
    here = (np.sum(matrix**2, axis=0) > PRESENT * lengths) & (made.design.assign > 0)
    fit = lm_fit(np.asfortranarray(matrix[:, here]), response)
    columns = [made.design.column_names[j] for j in np.flatnonzero(here)]
    return Stratum(fit, made.design.assign[here], made.design.terms.labels, columns)


@console_text.register
def _(x: SummaryStrata, style: Style) -> str:
    return format_summary_strata(x.tables, style.digits)
