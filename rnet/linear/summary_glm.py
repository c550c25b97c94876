"""What `summary` tells of a generalized linear model (R page `?summary.glm`)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import warn
from rnet.language.tree import Call
from rnet.linear.coefficient_tests import (
    CoefficientTests,
    correlations,
    tested,
    unscaled_covariance,
)
from rnet.linear.family_record import Family
from rnet.linear.print_summary_glm import format_summary_glm
from rnet.printing.show import Style, console_text
from rnet.record import Record
from rnet.sums import extended_sum
from rnet.values import named_matrix

if TYPE_CHECKING:
    from rnet.formulas.terms import Terms
    from rnet.linear.chunked.big_glm import BigGLM
    from rnet.linear.generalized_model import GLM

Floats: TypeAlias = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class SummaryGLM(Record):
    """The summary of a generalized linear model; prints as in R.

    Attributes
    ----------
    fit : GLM or BigGLM
        The model.
    tests : CoefficientTests
        Of the coefficients that could be estimated.
    dispersion : float
        What the variance function is multiplied by.
    is_t : bool
        Whether statistics are referred to Student's t, because the dispersion was estimated.
    with_correlation, symbolic_cor : bool
        Whether correlations of the coefficients are printed, and whether as symbols.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "call", "terms", "family", "deviance", "aic", "contrasts", "df.residual",
        "null.deviance", "df.null", "iter", "na.action", "deviance.resid", "coefficients",
        "aliased", "dispersion", "df", "cov.unscaled", "cov.scaled", "correlation",
    )  # fmt: skip
    LISTED_WHEN_KNOWN: ClassVar[tuple[str, ...]] = ("na.action", "correlation")

    fit: "GLM | BigGLM"
    tests: CoefficientTests
    dispersion: float
    is_t: bool
    with_correlation: bool
    symbolic_cor: bool

    def __str__(self) -> str:
        return format_summary_glm(self)

    def format(
        self,
        digits: int | None = None,
        signif_stars: bool | None = None,
        symbolic_cor: bool | None = None,
        *,
        show_residuals: bool | None = None,
    ) -> str:
        """Return R's text with other digits, without stars, or with residuals.

        Parameters
        ----------
        digits : int, optional
            Significant digits; by default three less than `options(digits)`.
        signif_stars : bool, optional
            Whether p values get stars; by default the option.
        symbolic_cor : bool, optional
            Whether correlations print as symbols.
        show_residuals : bool, optional
            Whether quartiles of the deviance residuals are shown, as before R 4.3.
        """
        return format_summary_glm(
            self, digits, signif_stars, symbolic_cor, show_residuals=show_residuals
        )

    @property
    def call(self) -> Call:
        """The call of the model."""
        return self.fit.call

    @property
    def terms(self) -> "Terms":
        """The terms of the model."""
        return self.fit.terms

    @property
    def family(self) -> Family:
        """Distribution and link."""
        return self.fit.family

    @property
    def deviance(self) -> float:
        """The deviance."""
        return self.fit.deviance

    @property
    def aic(self) -> float:
        """Akaike's criterion."""
        return self.fit.aic

    @property
    def contrasts(self) -> object:
        """The contrasts by factor, or None."""
        return self.fit.contrasts

    @property
    def df_residual(self) -> int:
        """Residual degrees of freedom."""
        return self.fit.df_residual

    @property
    def null_deviance(self) -> float:
        """Deviance of the model with nothing but intercept and offset."""
        return self.fit.null_deviance

    @property
    def df_null(self) -> int:
        """Its residual degrees of freedom."""
        return self.fit.df_null

    @property
    def iter(self) -> int:
        """How many Fisher scoring steps were taken."""
        return self.fit.iter

    @property
    def na_action(self) -> "pd.Series[int] | None":
        """The cases dropped because of missing values, or None."""
        return self.fit.na_action

    @property
    def deviance_resid(self) -> "pd.Series[float]":
        """The deviance residuals."""
        found: pd.Series[float] = self.fit.residuals("deviance")
        return found

    @property
    def coefficients(self) -> pd.DataFrame:
        """Estimate, standard error, z or t, and p of every coefficient that is not collinear."""
        letter = "t" if self.is_t else "z"
        columns = ("Estimate", "Std. Error", f"{letter} value", f"Pr(>|{letter}|)")
        return named_matrix(self.tests.table(), self.fit.estimated_names, columns)

    def coef(self) -> pd.DataFrame:
        """Return the table of coefficients."""
        return self.coefficients

    @property
    def aliased(self) -> "pd.Series[bool]":
        """Which coefficients are collinear with others."""
        return self.fit.aliased

    @property
    def df(self) -> npt.NDArray[np.int64]:
        """Rank, residual degrees of freedom, number of coefficients."""
        return np.array([self.fit.rank, self.fit.df_residual, len(self.fit.coefficients)])

    @property
    def cov_unscaled(self) -> pd.DataFrame:
        """The inverse of X'WX."""
        return self.fit.unscaled_vcov()

    @property
    def cov_scaled(self) -> pd.DataFrame:
        """The covariances of the coefficients."""
        names = self.fit.estimated_names
        return named_matrix(self.dispersion * self.cov_unscaled.to_numpy(), names, names)

    @property
    def correlation(self) -> pd.DataFrame | None:
        """The correlations of the coefficients, if they were asked for."""
        if not self.with_correlation:
            return None
        names = self.fit.estimated_names
        return named_matrix(correlations(unscaled_covariance(self.fit.decomposition)), names, names)


def summary_glm(
    fit: "GLM | BigGLM", dispersion: float | None, *, correlation: bool, symbolic_cor: bool
) -> SummaryGLM:
    """Test the coefficients; a dispersion given counts as known.

    Warns
    -----
    RWarning
        `observations with zero weight not used for calculating dispersion`.
    """
    is_t = dispersion is None and fit.family.distribution.has_dispersion
    if is_t and fit.df_residual > 0 and np.any(fit.fit.working_weights == 0):
        warn("observations with zero weight not used for calculating dispersion", stacklevel=5)
    scale = fit.scale_squared if dispersion is None else float(dispersion)
    variances = scale * np.diag(unscaled_covariance(fit.decomposition))
    estimates = fit.estimates[fit.estimated]
    df = float(fit.df_residual) if is_t else None
    tests = tested(estimates, variances, df)
    return SummaryGLM(fit, tests, scale, is_t, correlation, symbolic_cor)


def estimated_dispersion(working_weights: Floats, residuals: Floats, df: int) -> float:
    """Return Pearson's chi-squared by its degrees of freedom; NaN without any."""
    if df <= 0:
        return float("nan")
    used = working_weights > 0
    return extended_sum(working_weights[used] * residuals[used] ** 2) / df


@console_text.register
def _(x: SummaryGLM, style: Style) -> str:
    return format_summary_glm(x, style.digits)
