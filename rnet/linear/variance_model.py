"""The fitted analysis of variance: R's class `aov`, without error strata."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import pandas as pd

from rnet.formula.formula import Formula
from rnet.formula.terms import Terms
from rnet.language.tree import Call
from rnet.linear.alias import Aliases
from rnet.linear.anova_lm import anova_lm
from rnet.linear.anova_table import AnovaTable
from rnet.linear.fit_statistics import LogLik
from rnet.linear.linear_model import LM
from rnet.linear.print_aov import format_aov, format_summary_aov
from rnet.printing.show import Style, console_text
from rnet.record import Record


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class AOV(Record):
    """An analysis of variance model.

    Attributes
    ----------
    linear : LM
        The same model as `lm` fits it: `fit.linear.summary()` is R's `summary.lm(fit)`.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "coefficients", "residuals", "effects", "rank", "fitted.values", "assign", "qr",
        "df.residual", "na.action", "contrasts", "xlevels", "call", "terms", "model",
    )  # fmt: skip
    LISTED_WHEN_KNOWN: ClassVar[tuple[str, ...]] = ("na.action", "contrasts")

    linear: LM

    def __str__(self) -> str:
        return format_aov(self)

    def __getitem__(self, name: str) -> Any:
        """Return a component by its R name."""
        return self.linear[name]

    @property
    def call(self) -> Call:
        """The call."""
        return self.linear.call

    @property
    def arguments(self) -> Mapping[str, Any]:
        """The arguments of `aov` by name, for `update`."""
        return self.linear.arguments

    @property
    def terms(self) -> Terms:
        """The terms."""
        return self.linear.terms

    @property
    def formula(self) -> Formula:
        """The formula, with `.` written out."""
        return self.linear.formula

    @property
    def coefficients(self) -> "pd.Series[float]":
        """The coefficients by column name; NaN (NA) where collinear."""
        return self.linear.coefficients

    @property
    def deviance(self) -> float:
        """The residual sum of squares."""
        return self.linear.deviance

    @property
    def df_residual(self) -> int:
        """Residual degrees of freedom."""
        return self.linear.df_residual

    @property
    def na_action(self) -> "pd.Series[int] | None":
        """The cases dropped because of missing values, or None."""
        return self.linear.na_action

    def coef(self) -> "pd.Series[float]":
        """Return the coefficients that could be estimated."""
        return self.linear.coefficients.dropna()

    def fitted(self) -> "pd.Series[float]":
        """Return the fitted values, missing for cases that `na.exclude` dropped."""
        return self.linear.fitted()

    def residuals(self, type: str = "working") -> Any:  # noqa: A002 - R's name
        """Return the residuals; kinds as for `lm`."""
        return self.linear.residuals(type)

    def predict(self, newdata: Any = None, **wanted: Any) -> Any:
        """Predict the response; arguments as for `lm`."""
        return self.linear.predict(newdata, **wanted)

    def plot(self, **wanted: Any) -> Any:
        """Draw R's diagnostic pictures; arguments as for `lm`."""
        return self.linear.plot(**wanted)

    def anova(self) -> AnovaTable:
        """Return the table of the terms, as `lm` has it."""
        return anova_lm(self.linear)

    def summary(self) -> "SummaryAOV":
        """Return the table of the terms as analyses of variance print it."""
        return SummaryAOV(
            self.anova(), bool(self.terms.intercept), len(self.linear.model_data.frame.omitted)
        )

    def alias(self) -> Aliases:
        """Return which coefficients depend on which."""
        return self.linear.alias()

    def nobs(self) -> int:
        """Return the number of cases with a positive weight."""
        return self.linear.nobs()

    def logLik(self) -> LogLik:  # noqa: N802 - R's name
        """Return the log likelihood at the maximum likelihood variance."""
        return self.linear.logLik()

    def sigma(self) -> float:
        """Return the residual standard deviation."""
        return self.linear.sigma()


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class SummaryAOV(Record):
    """The summary of an analysis of variance: its table.

    Attributes
    ----------
    table : AnovaTable
    has_intercept : bool
        R leaves room for the name of the intercept.
    omitted : int
        How many cases were dropped because of missing values.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("table",)

    table: AnovaTable
    has_intercept: bool
    omitted: int

    def __str__(self) -> str:
        return format_summary_aov(self)

    @property
    def frame(self) -> pd.DataFrame:
        """The table as a data frame."""
        return self.table.frame


@console_text.register
def _(x: SummaryAOV, style: Style) -> str:
    return format_summary_aov(x, style.digits)
