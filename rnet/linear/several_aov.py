"""Analyses of variance of several responses: R's class `maov`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from rnet.linear.anova_table import AnovaTable
from rnet.linear.print_aov import format_several_aov, format_summary_several_aov
from rnet.linear.several_responses import MLM
from rnet.linear.variance_model import AOV
from rnet.printing.show import Style, console_text
from rnet.record import Record


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class MAOV(Record):
    """An analysis of variance of several responses.

    Attributes
    ----------
    linear : MLM
        The same model as `lm` fits it; what is not said here (`coef`, `residuals`, ...) is its
        answer, and `fits["yield"]` the model of one response.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = MLM.COMPONENTS

    linear: MLM

    def __str__(self) -> str:
        return format_several_aov(self)

    def __getitem__(self, name: str) -> Any:
        """Return a component by its R name."""
        return self.linear[name]

    def __getattr__(self, name: str) -> Any:
        """Return what only the linear model has."""
        if name == "linear" or name.startswith("_"):  # while a copy is being built
            raise AttributeError(name)
        return getattr(self.linear, name)

    @property
    def responses(self) -> dict[str, AOV]:
        """The analysis of each response, by name; number if it has none."""
        fits = self.linear.fits.items()
        return {name or str(number): AOV(fit) for number, (name, fit) in enumerate(fits, start=1)}

    def anova(self, *others: Any, **wanted: Any) -> AnovaTable:
        """Test the terms on all responses at once; arguments as for `lm`."""
        models = (other.linear if isinstance(other, MAOV) else other for other in others)
        return self.linear.anova(*models, **wanted)

    def summary(self, **wanted: Any) -> "SummaryMAOV":
        """Return the table of each response; arguments as for one response."""
        found = self.responses.items()
        return SummaryMAOV({name: fit.summary(**wanted).table for name, fit in found})


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class SummaryMAOV(Record):
    """The tables of the responses, by name."""

    COMPONENTS: ClassVar[tuple[str, ...]] = ("tables",)

    tables: Mapping[str, AnovaTable]

    def __str__(self) -> str:
        return format_summary_several_aov(self.tables)

    def __getitem__(self, name: str) -> AnovaTable:
        """Return the table of a response, by its name or R's " Response name"."""
        return self.tables[name.strip().removeprefix("Response ")]


@console_text.register
def _(x: SummaryMAOV, style: Style) -> str:
    return format_summary_several_aov(x.tables, style.digits)
