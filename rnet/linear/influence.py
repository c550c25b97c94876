"""Influence of single cases on linear and generalized linear models (R page `?influence.measures`).

R 4.6 changed generalized linear models: residuals are Pearson's rather than the deviance's, and a
known dispersion is used as known.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.distributions.tails import f_upper
from rnet.language.tree import Call
from rnet.linear.leave_one_out import (
    LeaveOneOut,
    cooks,
    covariance_ratios,
    fit_changes,
    scaled_changes,
)
from rnet.linear.print_influence import format_influence, format_influential
from rnet.printing.abbreviate import abbreviated
from rnet.printing.show import Style, console_text
from rnet.record import Record
from rnet.values import named_matrix

if TYPE_CHECKING:
    from rnet.linear.fitted_model import FittedModel

Floats: TypeAlias = npt.NDArray[np.float64]
Flags: TypeAlias = npt.NDArray[np.bool_]

OTHERS = ("dffit", "cov.r", "cook.d", "hat")


@dataclass(frozen=True, slots=True)
class CaseNames:
    """How results for the cases used are named, and where the others stand.

    Attributes
    ----------
    fit : FittedModel
    used : ndarray of bool, shape (n,)
        The cases with a positive weight; as in R the others are left out of every result.
    """

    fit: "FittedModel"
    used: Flags

    @property
    def labels(self) -> list[str]:
        """The names of the cases used."""
        names = self.fit.model_data.frame.row_names
        return [name for name, is_used in zip(names, self.used, strict=True) if is_used]

    def named(self, values: Floats, absent: float | None = None) -> "pd.Series[float]":
        """Return one value a case; cases that `na.exclude` dropped are missing, or `absent`."""
        if not self.used.all():
            return pd.Series(values, index=pd.Index(self.labels, dtype=object))
        padded = self.fit.model_data.padded(values)
        return padded if absent is None else padded.fillna(absent)

    def matrix(self, values: Floats, columns: Sequence[str], absent: float) -> pd.DataFrame:
        """Return a named matrix, cases by columns."""
        whole = named_matrix(values, self.labels, list(columns))
        if not self.used.all():
            return whole
        padded = self.fit.model_data.frame.left_out.padded_matrix(whole)
        return padded if padded is whole else _filled(padded, absent)


def _filled(matrix: pd.DataFrame, value: float) -> pd.DataFrame:
    cells = matrix.to_numpy().copy()
    cells[np.isnan(cells)] = value
    return named_matrix(cells, list(matrix.index), list(matrix.columns))


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class LmInfluence(Record):
    """What deletes one case at a time tells.

    Attributes
    ----------
    hat : Series
        Leverages.
    coefficients : DataFrame
        Changes of the coefficients, a matrix, cases by coefficients.
    sigma : Series
        Residual standard deviations without the case.
    wt_res : Series
        Weighted residuals.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("hat", "coefficients", "sigma", "wt.res")

    hat: "pd.Series[float]"
    coefficients: pd.DataFrame
    sigma: "pd.Series[float]"
    wt_res: "pd.Series[float]"

    def __str__(self) -> str:
        from rnet.printing.show import format_r  # noqa: PLC0415 - text, seldom wanted

        return format_r({name: self[name] for name in self.COMPONENTS})


def lm_influence_of(names: CaseNames, of: LeaveOneOut) -> LmInfluence:
    """Return the deletion diagnostics with names."""
    return LmInfluence(
        names.named(of.leverages, 0.0),
        names.matrix(of.changes, names.fit.estimated_names, 0.0),
        names.named(of.scales, names.fit.sigma()),
        names.named(of.residuals),
    )


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class InfluenceMeasures(Record):
    """All deletion diagnostics of a model, and which cases stand out.

    Attributes
    ----------
    infmat : DataFrame
        A matrix: changes of the coefficients and of the fit, covariance ratio, Cook's distance,
        leverage.
    is_inf : DataFrame
        Which of them are large.
    call : Call
        The call of the model.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("infmat", "is.inf", "call")

    infmat: pd.DataFrame
    is_inf: pd.DataFrame
    call: Call

    def __str__(self) -> str:
        return format_influence(self)

    def format(self, digits: int | None = None) -> str:
        """Return R's text with other digits."""
        return format_influence(self, digits)

    def summary(self) -> "InfluentialCases":
        """Return the cases that stand out."""
        return InfluentialCases(self)

    @property
    def frame(self) -> pd.DataFrame:
        """The measures as a data frame, with a column that says which cases stand out."""
        return pd.DataFrame(self.infmat).assign(inf=self.is_inf.any(axis=1))


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class InfluentialCases(Record):
    """The summary of influence measures: the cases that stand out, marked where they do."""

    COMPONENTS: ClassVar[tuple[str, ...]] = ("measures",)

    measures: InfluenceMeasures

    def __str__(self) -> str:
        return format_influential(self.measures)

    @property
    def frame(self) -> pd.DataFrame:
        """The measures of these cases."""
        return pd.DataFrame(self.measures.infmat[self.measures.is_inf.any(axis=1).to_numpy()])


def influence_measures_of(
    names: CaseNames, of: LeaveOneOut, cook_residuals: Floats, scale_squared: float
) -> InfluenceMeasures:
    """Compute all measures and mark those that are large.

    A case stands out with |dfbetas| > 1, |dffits| > 3 sqrt(k / (n - k)), a covariance ratio
    further from 1 than 3k / (n - k), a Cook's distance beyond the median of F(k, n - k), or a
    leverage above 3k / n.
    """
    fit = names.fit
    rank, n = fit.rank, len(of.leverages)
    distances = cooks(cook_residuals, of.leverages, scale_squared, rank)
    betas, fits = scaled_changes(of), fit_changes(of)
    ratios = covariance_ratios(of, n - rank)
    measures = np.column_stack([betas, fits, ratios, distances, of.leverages])
    with np.errstate(all="ignore"):
        free = np.float64(n - rank)
        flags = np.column_stack(
            [
                np.abs(betas) > 1,
                np.abs(fits) > 3 * np.sqrt(rank / free),
                np.abs(1 - ratios) > 3 * rank / free,
                f_upper(distances, rank, free) < 1 / 2,
                of.leverages > 3 * rank / n,
            ]
        )
    titles = ["1_" if name == "(Intercept)" else name for name in fit.estimated_names]
    columns = [*(f"dfb.{short}" for short in abbreviated(titles)), *OTHERS]
    return InfluenceMeasures(
        names.matrix(measures, columns, np.nan),
        named_matrix(flags, names.labels, columns),
        fit.call,
    )


@console_text.register
def _(x: InfluenceMeasures, style: Style) -> str:
    return format_influence(x, style.digits)
