"""What `summary` tells of a nonlinear regression."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.formulas.formula import Formula
from rnet.linear.coefficient_tests import correlations, tested
from rnet.nonlinear.print_nls import format_summary_nls
from rnet.printing.show import Style, console_text
from rnet.record import Record
from rnet.values import named_matrix

if TYPE_CHECKING:
    from rnet.nonlinear.nonlinear_model import NLS

COLUMNS = ("Estimate", "Std. Error", "t value", "Pr(>|t|)")


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class SummaryNLS(Record):
    """Tests of the parameters of a nonlinear regression.

    Attributes
    ----------
    fit : NLS
    with_correlation, symbolic_cor : bool
        Whether correlations of the parameters are printed, and as symbols.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "formula", "residuals", "sigma", "df", "cov.unscaled", "call", "convInfo", "control",
        "na.action", "coefficients", "parameters", "correlation",
    )  # fmt: skip
    LISTED_WHEN_KNOWN: ClassVar[tuple[str, ...]] = ("correlation",)

    fit: "NLS"
    with_correlation: bool
    symbolic_cor: bool

    def __str__(self) -> str:
        return format_summary_nls(self)

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
        return format_summary_nls(self, digits, signif_stars, symbolic_cor)

    @property
    def formula(self) -> Formula:
        """The formula."""
        return self.fit.formula

    @property
    def residuals(self) -> npt.NDArray[np.float64]:
        """The residuals times the root of the weights."""
        return self.fit.ending.point.residuals

    @property
    def sigma(self) -> float:
        """The residual standard deviation."""
        return self.fit.sigma()

    @property
    def df(self) -> npt.NDArray[np.int64]:
        """Number of parameters, residual degrees of freedom."""
        return np.array([len(self.fit.coef()), self.fit.df_residual])

    @property
    def cov_unscaled(self) -> pd.DataFrame:
        """The inverse of the crossproduct of the slopes."""
        names = list(self.fit.coef().index)
        return named_matrix(self.fit.unscaled, names, names)

    @property
    def call(self) -> Any:
        """The call of the fit."""
        return self.fit.call

    @property
    def convInfo(self) -> Mapping[str, Any]:  # noqa: N802 - R's name
        """How iterations ended."""
        return self.fit.convInfo

    @property
    def control(self) -> Any:
        """The settings of the fit."""
        return self.fit.control

    @property
    def na_action(self) -> Any:
        """The cases left out for missing values, or None."""
        return self.fit.na_action

    @property
    def coefficients(self) -> pd.DataFrame:
        """Estimate, standard error, t and p of every parameter."""
        estimates = self.fit.coef()
        values = np.asarray(estimates, dtype=np.float64)
        variances = np.asarray(self.sigma**2 * np.diag(self.fit.unscaled), dtype=np.float64)
        found = tested(values, variances, self.fit.df_residual)
        return named_matrix(found.table(), list(estimates.index), COLUMNS)

    @property
    def parameters(self) -> pd.DataFrame:
        """The same table."""
        return self.coefficients

    def coef(self) -> pd.DataFrame:
        """Return the table of parameters."""
        return self.coefficients

    @property
    def correlation(self) -> pd.DataFrame | None:
        """The correlations of the parameters, if they were asked for."""
        if not self.with_correlation:
            return None
        names = list(self.fit.coef().index)
        return named_matrix(correlations(self.fit.unscaled), names, names)


@console_text.register
def _(x: SummaryNLS, style: Style) -> str:
    return format_summary_nls(x, style.digits)
