"""What `summary` tells of a linear model (R page `?summary.lm`)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import warn
from rnet.distributions.tails import f_upper
from rnet.language.tree import Call
from rnet.linear.coefficient_tests import (
    CoefficientTests,
    correlations,
    tested,
    unscaled_covariance,
)
from rnet.linear.print_summary_lm import format_summary_lm
from rnet.printing.show import Style, console_text
from rnet.record import Record
from rnet.sums import corrected_mean, variance
from rnet.values import named_matrix

if TYPE_CHECKING:
    from rnet.formulas.terms import Terms
    from rnet.linear.chunked.big_lm import BigLM
    from rnet.linear.linear_model import LM

Floats: TypeAlias = npt.NDArray[np.float64]

COLUMNS = ("Estimate", "Std. Error", "t value", "Pr(>|t|)")
PERFECT = 1e-30
"""Below this share of the response's mean square a residual variance is rounding."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class SummaryLM(Record):
    """The summary of a linear model; prints as in R.

    Attributes
    ----------
    fit : LM or BigLM
        The model.
    tests : CoefficientTests
        Of the coefficients that could be estimated.
    sigma : float
        Residual standard error.
    r_squared, adj_r_squared : float
        Share of the variation the model explains, plain and for its degrees of freedom.
    f_statistic : tuple of float, or None
        Value and degrees of freedom of the test of all terms; None for an intercept alone.
    with_correlation, symbolic_cor : bool
        Whether correlations of the coefficients are printed, and whether as symbols.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "call", "terms", "weights", "residuals", "coefficients", "aliased", "sigma", "df",
        "r.squared", "adj.r.squared", "fstatistic", "cov.unscaled", "correlation", "na.action",
    )  # fmt: skip
    LISTED_WHEN_KNOWN: ClassVar[tuple[str, ...]] = (
        "weights", "fstatistic", "correlation", "na.action",
    )  # fmt: skip
    KEPT_AS: ClassVar[Mapping[str, str]] = {}

    fit: "LM | BigLM"
    tests: CoefficientTests
    sigma: float
    r_squared: float
    adj_r_squared: float
    f_statistic: tuple[float, float, float] | None
    with_correlation: bool
    symbolic_cor: bool

    def __str__(self) -> str:
        return format_summary_lm(self)

    def format(
        self,
        digits: int | None = None,
        signif_stars: bool | None = None,
        symbolic_cor: bool | None = None,
    ) -> str:
        """Return R's text with other digits or without stars.

        Parameters
        ----------
        digits : int, optional
            Significant digits; by default three less than `options(digits)`.
        signif_stars : bool, optional
            Whether p values get stars; by default the option.
        symbolic_cor : bool, optional
            Whether correlations print as symbols.
        """
        return format_summary_lm(self, digits, signif_stars, symbolic_cor)

    @property
    def call(self) -> Call:
        """The call of the model."""
        return self.fit.call

    @property
    def terms(self) -> "Terms":
        """The terms of the model."""
        return self.fit.terms

    @property
    def weights(self) -> "pd.Series[float] | None":
        """The weights, or None."""
        return self.fit.weights

    @property
    def residuals(self) -> "pd.Series[float]":
        """The residuals times the root of the weights."""
        return self.fit.model_data.named(self.fit.scaled_residuals())

    @property
    def coefficients(self) -> pd.DataFrame:
        """Estimate, standard error, t and p of every coefficient that is not collinear."""
        return named_matrix(self.tests.table(), self.fit.estimated_names, COLUMNS)

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
    def fstatistic(self) -> "pd.Series[float] | None":
        """Value and degrees of freedom of the F test of all terms."""
        if self.f_statistic is None:
            return None
        names = pd.Index(["value", "numdf", "dendf"], dtype=object)
        return pd.Series(self.f_statistic, index=names)

    @property
    def p_value(self) -> float:
        """The p value of the F test; NaN without one."""
        return float("nan") if self.f_statistic is None else float(f_upper(*self.f_statistic))

    @property
    def cov_unscaled(self) -> pd.DataFrame:
        """The inverse of X'WX."""
        return self.fit.unscaled_vcov()

    @property
    def correlation(self) -> pd.DataFrame | None:
        """The correlations of the coefficients, if they were asked for."""
        if not self.with_correlation:
            return None
        names = self.fit.estimated_names
        return named_matrix(correlations(unscaled_covariance(self.fit.qr)), names, names)

    @property
    def na_action(self) -> "pd.Series[int] | None":
        """The cases dropped because of missing values, or None."""
        return self.fit.na_action


def summary_lm(fit: "LM | BigLM", *, correlation: bool, symbolic_cor: bool) -> SummaryLM:
    """Test the coefficients and measure the fit.

    Warns
    -----
    RWarning
        `essentially perfect fit: summary may be unreliable`.
    """
    rank, df = fit.rank, fit.df_residual
    residual, model = fit.sums_of_squares()
    with np.errstate(all="ignore"):
        spread = np.float64(residual) / df
        if fit.keeps_cases:
            _warn_if_perfect(fit, float(spread))
        variances = np.diag(unscaled_covariance(fit.qr)) * spread
        estimates = fit.estimates[fit.estimated]
        share, adjusted, f_statistic = 0.0, 0.0, None
        intercept = fit.terms.intercept
        if rank != intercept:
            share = float(np.float64(model) / (model + residual))
            cases = fit.nobs() - intercept
            adjusted = float(1 - (1 - share) * (np.float64(cases) / df))
            top = rank - intercept
            f_statistic = (float(model / top / spread), float(top), float(df))
    return SummaryLM(
        fit=fit,
        tests=tested(estimates, variances, df),
        sigma=float(np.sqrt(spread)),
        r_squared=share,
        adj_r_squared=adjusted,
        f_statistic=f_statistic,
        with_correlation=correlation,
        symbolic_cor=symbolic_cor,
    )


def _warn_if_perfect(fit: "LM | BigLM", spread: float) -> None:
    fitted = fit.fit.fitted_values
    with np.errstate(over="ignore"):
        size = np.float64(corrected_mean(fitted)) ** 2
        size += variance(fitted) if len(fitted) > 1 else 0.0
    if np.isfinite(spread) and spread < size * PERFECT:
        warn(
            "essentially perfect fit: summary may be unreliable",
            "The residuals are rounding errors.",
            stacklevel=6,
        )


@console_text.register
def _(x: SummaryLM, style: Style) -> str:
    return format_summary_lm(x, style.digits)
