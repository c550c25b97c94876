"""Analysis of variance with error strata: R's class `aovlist`.

Response and design are rotated onto the columns of the strata (Chambers, Freeny and Heiberger in
Chambers and Hastie, Statistical Models in S, 1992, chapter 5); each stratum is a model of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.formulas.formula import Formula, parse_formula
from rnet.formulas.terms import Terms
from rnet.language.tree import Call
from rnet.linear.anova_table import AnovaTable
from rnet.linear.lm_fit import LeastSquares, lm_fit
from rnet.linear.model_data import Floats, ModelData, numeric_response
from rnet.linear.print_aov import format_strata, format_summary_strata
from rnet.linear.qr import Reflections, decompose
from rnet.linear.split_terms import TermEffects, summary_table
from rnet.printing.show import Style, console_text, format_r
from rnet.record import Record
from rnet.sums import corrected_mean, extended_sum

Labels: TypeAlias = npt.NDArray[np.int64]
Chosen: TypeAlias = npt.NDArray[np.bool_]

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
    of : Terms
        All terms of the model.
    columns : list of str
        The names of the columns.
    """

    fit: LeastSquares
    terms: Labels
    of: Terms
    columns: list[str]

    def effects(self) -> TermEffects:
        """Return the effects by term."""
        residual = extended_sum(self.fit.residuals**2)
        return TermEffects(self.fit, self.of, self.terms, self.columns, residual)

    def table(self) -> AnovaTable:
        """Return the terms tested against the stratum's residuals."""
        return summary_table(self.effects())

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
    arguments : mapping
        The arguments of `aov` by name, for `update`.
    model_data : ModelData
        Model frame and design, n cases.
    strata : mapping of str to Stratum
    rows : mapping of str to ndarray of bool, shape (n,)
        Which rotated cases each stratum has.
    rotation : Reflections
        Onto the columns of the strata.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("strata",)

    call: Call
    arguments: Mapping[str, Any]
    model_data: ModelData
    strata: Mapping[str, Stratum]
    rows: Mapping[str, Chosen]
    rotation: Reflections

    def __str__(self) -> str:
        return format_strata(self)

    def __getitem__(self, name: str) -> Stratum:
        """Return a stratum by name."""
        return self.strata[name]

    @property
    def formula(self) -> Formula:
        """The formula, with its strata."""
        return parse_formula(self.arguments["formula"])

    @property
    def grand_mean(self) -> float:
        """The mean of the response."""
        return corrected_mean(numeric_response(self.model_data.frame))

    def summary(
        self, split: Mapping[str, Any] | None = None, expand_split: bool = True
    ) -> "SummaryStrata":
        """Return the table of every stratum.

        Parameters
        ----------
        split, expand_split
            As for models without strata.
        """
        tables = {
            name: summary_table(part.effects(), split, expand=expand_split)
            for name, part in self.strata.items()
        }
        return SummaryStrata(tables)

    def coef(self) -> "StrataCoefficients":
        """Return the coefficients of every stratum."""
        mean = pd.Series([self.grand_mean], index=pd.Index(["(Intercept)"], dtype=object))
        parts = {name: part.coefficients() for name, part in self.strata.items()}
        return StrataCoefficients({"(Intercept)": mean, **parts})


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class StrataCoefficients(Record):
    """The coefficients of the strata: a named Series each, by the name of the stratum."""

    strata: "Mapping[str, pd.Series[float]]"

    def __str__(self) -> str:
        return "\n".join(f"{name} :\n{format_r(part)}\n" for name, part in self.strata.items())

    def names(self) -> list[str]:
        """Return the names of the strata, the intercept first."""
        return list(self.strata)

    def __getitem__(self, name: str) -> "pd.Series[float]":
        """Return the coefficients of a stratum."""
        return self.strata[name]


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


def strata_of(
    call: Call, arguments: Mapping[str, Any], made: ModelData, errors: ModelData
) -> AOVStrata:
    """Split response and design of a model among the strata of its error terms."""
    rotation = decompose(errors.design.values)
    matrix = _rotated(rotation, made.design.values)
    turned = rotation.transposed_times(numeric_response(made.frame))
    numbers = np.full(len(turned), len(errors.design.terms.labels) + 1)
    numbers[: rotation.rank] = errors.design.assign[rotation.pivot[: rotation.rank]]
    names = [*errors.design.terms.labels, "Within"]
    rows = {name: numbers == number for number, name in enumerate(names, start=1)}
    rows = {name: chosen for name, chosen in rows.items() if chosen.any()}
    strata = {name: _stratum(matrix[at], turned[at], made) for name, at in rows.items()}
    return AOVStrata(call, dict(arguments), made, strata, rows, rotation)


def _rotated(rotation: Reflections, matrix: Floats) -> Floats:
    return np.column_stack(
        [rotation.transposed_times(np.ascontiguousarray(column)) for column in matrix.T]
    )


def _stratum(matrix: Floats, response: Floats, made: ModelData) -> Stratum:
    lengths = np.sum(made.design.values**2, axis=0)
    here = (np.sum(matrix**2, axis=0) > PRESENT * lengths) & (made.design.assign > 0)
    fit = lm_fit(np.asfortranarray(matrix[:, here]), response)
    columns = [made.design.column_names[j] for j in np.flatnonzero(here)]
    return Stratum(fit, made.design.assign[here], made.design.terms, columns)


@console_text.register
def _(x: SummaryStrata, style: Style) -> str:
    return format_summary_strata(x.tables, style.digits)
