"""The texts of multinomial models and of their summaries."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.language.deparse import deparse
from rnet.neural.multinom_model import Multinom
from rnet.printing.matrix import format_matrix
from rnet.printing.numbers import format_real
from rnet.printing.rounding import round_r
from rnet.printing.show import Style, console_text
from rnet.printing.vectors import format_named_vector
from rnet.record import Record
from rnet.settings import current
from rnet.values import named_matrix

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class SummaryMultinom(Record):
    """The summary of a multinomial model; components of the fit are components of it.

    Attributes
    ----------
    object : Multinom
        The fit.
    shows_correlation, shows_ratios : bool
        Whether correlations and Wald ratios are wanted.
    wanted_digits : int or None
        Significant digits to print.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        *Multinom.COMPONENTS, "is.binomial", "digits", "coefficients", "standard.errors",
        "Wald.ratios", "correlation",
    )  # fmt: skip

    object: Multinom
    shows_correlation: bool
    wanted_digits: int | None
    shows_ratios: bool

    def __str__(self) -> str:
        return format_summary(self, None)

    def names(self) -> list[str]:
        """Return R's component names."""
        extra = [n for n in ("Wald.ratios", "correlation") if self[n] is not None]
        return [*self.object.names(), *self.COMPONENTS[-6:-2], *extra]

    def __getitem__(self, name: str) -> Any:
        """Return a component by its R name; None where R gives NULL."""
        if name in Multinom.COMPONENTS:
            return self.object[name]
        return Record.__getitem__(self, name)

    @property
    def is_binomial(self) -> bool:
        """Whether there are two classes."""
        return self.object.cases.is_binomial

    @property
    def digits(self) -> int:
        """Significant digits to print."""
        return current().digits if self.wanted_digits is None else self.wanted_digits

    @property
    def coefficients(self) -> "pd.Series[float] | pd.DataFrame":
        """The coefficients."""
        return self.object.coef()

    @property
    def standard_errors(self) -> "pd.Series[float] | pd.DataFrame":
        """The standard errors, shaped as the coefficients."""
        return self._shaped(self.object.standard_errors())

    @property
    def Wald_ratios(self) -> "pd.Series[float] | pd.DataFrame | None":  # noqa: N802 - R's name
        """Coefficients over standard errors, where asked for."""
        if not self.shows_ratios:
            return None
        return self._shaped(self.object.coefficient_array() / self.object.standard_errors())

    @property
    def correlation(self) -> pd.DataFrame | None:
        """Correlations of the coefficients, where asked for."""
        if not self.shows_correlation:
            return None
        covariances = self.object.vcov()
        errors = self.object.standard_errors().ravel()
        names = list(covariances.index)
        return named_matrix(covariances.to_numpy() / np.outer(errors, errors), names, names)

    def _shaped(self, values: Doubles) -> "pd.Series[float] | pd.DataFrame":
        fit = self.object
        if self.is_binomial:
            return pd.Series(values[0], index=pd.Index(fit.coefnames, dtype=object))
        return named_matrix(values, fit.compared_classes, fit.coefnames)


def format_multinom(fit: Multinom, digits: int | None = None) -> str:
    """Return what R prints of a multinomial model: call, coefficients, deviance."""
    values = fit.coefficient_array()
    if fit.cases.is_binomial:
        shown = format_named_vector(format_real(values[0], digits=digits), fit.coefnames)
    else:
        shown = _matrix(fit, values, digits)
    return "\n".join([_title(fit), "Coefficients:", shown, _deviance(fit)])


def format_summary(summary: SummaryMultinom, digits: int | None) -> str:
    """Return what R prints of a summary: coefficients, standard errors, ratios, correlations."""
    fit = summary.object
    digits = summary.digits if digits is None else digits
    values, errors = fit.coefficient_array(), fit.standard_errors()
    parts = [_title(fit), "Coefficients:"]
    if summary.is_binomial:
        columns = {"Values": values[0], "Std. Err.": errors[0]}
        if summary.shows_ratios:
            columns["Value/SE"] = values[0] / errors[0]
        cells = np.column_stack(list(columns.values()))
        parts += [format_matrix(cells, fit.coefnames, list(columns), digits=digits)]
    else:
        parts += [_matrix(fit, values, digits), "", "Std. Errors:", _matrix(fit, errors, digits)]
        if summary.shows_ratios:
            parts += ["", "Value/SE (Wald statistics):", _matrix(fit, values / errors, digits)]
    parts += [_deviance(fit), *_correlations(summary, digits)]
    return "\n".join(parts)


def _title(fit: Multinom) -> str:
    return "Call:\n" + "\n".join(deparse(fit.call)) + "\n"


def _matrix(fit: Multinom, values: Doubles, digits: int | None) -> str:
    return format_matrix(values, fit.compared_classes, fit.coefnames, digits=digits)


def _deviance(fit: Multinom) -> str:
    deviance, aic = (format_real(np.array([value]))[0] for value in (fit.deviance, fit.AIC))
    return f"\nResidual Deviance: {deviance} \nAIC: {aic} "


def _correlations(summary: SummaryMultinom, digits: int) -> list[str]:
    """Return the lower triangle of the correlations, rounded."""
    correlation = summary.correlation
    if correlation is None or len(correlation) < 2:
        return []
    values = correlation.to_numpy(dtype=np.float64)
    names = list(correlation.index)
    below = np.tril_indices(len(values), -1)
    cells = np.full(values.shape, "", dtype=object)
    cells[below] = format_real(round_r(values[below], digits), digits=digits)
    title = "\nCorrelation of Coefficients:"
    if len(values) == 2:
        return [title, f"[1] {cells[1, 0]}"]
    return [title, format_matrix(cells[1:, :-1], names[1:], names[:-1])]


@console_text.register
def _(x: Multinom, style: Style) -> str:
    return format_multinom(x, style.digits)


@console_text.register
def _(x: SummaryMultinom, style: Style) -> str:
    return format_summary(x, style.digits)
