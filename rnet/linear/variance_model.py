"""The fitted analysis of variance: R's class `aov`, without error strata."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import pandas as pd

from rnet.formulas.fitted import HasDesign
from rnet.formulas.model_frame import ModelFrame
from rnet.formulas.model_matrix import DesignMatrix
from rnet.language.tree import Call
from rnet.linear.anova_table import AnovaTable
from rnet.linear.broom import glance_aov, tidy_anova
from rnet.linear.linear_model import LM
from rnet.linear.print_aov import format_aov, format_summary_aov
from rnet.linear.split_terms import TermEffects, summary_table
from rnet.printing.show import Style, console_text
from rnet.record import Record


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class AOV(Record, HasDesign):
    """An analysis of variance model.

    Attributes
    ----------
    linear : LM
        The same model as `lm` fits it: `fit.linear.summary()` is R's `summary.lm(fit)`. What is
        not said here (`drop1`, `vcov`, `confint`, `hatvalues`, ...) is its answer.
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

    def __getattr__(self, name: str) -> Any:
        """Return what only the linear model has."""
        if name == "linear" or name.startswith("_"):  # while a copy is being built
            raise AttributeError(name)
        return getattr(self.linear, name)

    @property
    def call(self) -> Call:
        """The call."""
        return self.linear.call

    @property
    def used_frame(self) -> ModelFrame:
        """The model frame."""
        return self.linear.used_frame

    @property
    def used_design(self) -> DesignMatrix:
        """The design matrix."""
        return self.linear.used_design

    def coef(self) -> "pd.Series[float]":
        """Return the coefficients that could be estimated."""
        return self.linear.coefficients.dropna()

    def anova(self, *others: Any, **wanted: Any) -> AnovaTable:
        """Test the terms in order, or this model against others; arguments as for `lm`."""
        models = (other.linear if isinstance(other, AOV) else other for other in others)
        return self.linear.anova(*models, **wanted)

    def tidy(self) -> pd.DataFrame:
        """Return the table of the terms with broom's column names."""
        return tidy_anova(self.summary().frame)

    def glance(self) -> pd.DataFrame:
        """Return one row of figures: likelihood, criteria, share of variance."""
        return glance_aov(self.linear)

    def effects_by_term(self) -> TermEffects:
        """Return the effects, by term and column."""
        fit = self.linear
        columns = fit.model_data.design.column_names
        return TermEffects(fit.fit, fit.terms, fit.assign, columns, fit.deviance)

    def summary(
        self,
        intercept: bool = False,
        split: Mapping[str, Any] | None = None,
        expand_split: bool = True,
    ) -> "SummaryAOV":
        """Return the table of the terms as analyses of variance print it.

        Parameters
        ----------
        intercept : bool, default False
            Whether the intercept has a row.
        split : mapping, optional
            Contrasts that get rows of their own: by term, the contrasts (numbers from 1) by the
            name of the row: ``{"dose": {"linear": 1, "rest": [2, 3]}}``.
        expand_split : bool, default True
            Whether interactions of these terms are split too.
        """
        room = len("(Intercept)") if self.terms.intercept else 0
        table = summary_table(
            self.effects_by_term(), split, expand=expand_split, intercept=intercept, room=room
        )
        return SummaryAOV(table, len(self.linear.model_data.frame.omitted))


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class SummaryAOV(Record):
    """The summary of an analysis of variance: its table.

    Attributes
    ----------
    table : AnovaTable
        R pads the names of its rows; `table["group", "F value"]` finds them without.
    omitted : int
        How many cases were dropped because of missing values.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("table",)

    table: AnovaTable
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
