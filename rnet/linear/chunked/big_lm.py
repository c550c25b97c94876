"""The linear model of a large table."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.distributions.tails import t_quantile
from rnet.language.tree import Call
from rnet.linear.anova_lm import anova_several_lm, response_line, term_table, with_first_response
from rnet.linear.anova_table import AnovaTable
from rnet.linear.broom import glance_lm
from rnet.linear.chunked.chunked_model import ChunkedModel
from rnet.linear.chunked.lm_pass import Cases, LmWork, summed
from rnet.linear.chunked.recipe import recipe_of
from rnet.linear.chunked.source import Source
from rnet.linear.chunked.survey import surveyed
from rnet.linear.chunked.triangle import least_squares
from rnet.linear.fit_statistics import LogLik
from rnet.linear.lm_fit import LeastSquares
from rnet.linear.model_data import Floats, ModelData, warn_of_factor
from rnet.linear.predict_lm import Wanted, predict_lm
from rnet.linear.print_lm import format_lm
from rnet.linear.qr import NEGLIGIBLE, Reflections
from rnet.linear.summary_lm import SummaryLM, summary_lm
from rnet.printing.show import Style, console_text
from rnet.sums import extended_sum


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class BigLM(ChunkedModel):
    """A linear model of a table that was read by chunks.

    It prints, and answers `summary`, `anova`, `vcov`, `confint` and `predict` on new data, as an
    LM does. Residuals and fitted values, as long as the table, are not kept.

    Attributes
    ----------
    call : Call
        The call.
    model_data : ModelData
        Terms, encoding and column names; the design matrix holds its triangle, shape (p, p).
    fit : LeastSquares
        The numbers, without those of single cases.
    arguments : mapping
        The arguments of `lm` by name, for `update`.
    cases : Cases
        Numbers of cases, and sums over them.
    deviance_kept : float
        The residual sum of squares.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "coefficients", "effects", "rank", "assign", "qr", "df.residual", "contrasts", "xlevels",
        "call", "terms",
    )  # fmt: skip
    LISTED_WHEN_KNOWN: ClassVar[tuple[str, ...]] = ("contrasts",)

    call: Call
    model_data: ModelData
    fit: LeastSquares
    arguments: Mapping[str, Any]
    cases: Cases
    deviance_kept: float

    def __str__(self) -> str:
        return format_lm(self.call, self.coefficients)

    @property
    def estimates(self) -> Floats:
        """The coefficients, shape (p,); NaN where collinear."""
        return self.fit.coefficients

    @property
    def decomposition(self) -> Reflections:
        """The decomposition of the design matrix's triangle."""
        return self.fit.qr

    @property
    def qr(self) -> Reflections:
        """The decomposition of the design matrix's triangle."""
        return self.fit.qr

    @property
    def effects(self) -> "pd.Series[float]":
        """The first elements of Q'y, named by the columns they were rotated onto."""
        return self.model_data.rotated(self.fit.effects, self.fit.qr)

    @property
    def assign(self) -> npt.NDArray[np.int64]:
        """The term each coefficient belongs to; 0 is the intercept."""
        return self.model_data.design.assign

    @property
    def scale_squared(self) -> float:
        """The residual variance."""
        with np.errstate(all="ignore"):
            return float(np.float64(self.deviance) / self.df_residual)

    @property
    def df_residual(self) -> int:
        """Residual degrees of freedom."""
        return self.fit.df_residual

    @property
    def deviance(self) -> float:
        """The (weighted) residual sum of squares."""
        return self.deviance_kept

    @property
    def weights(self) -> None:
        """Not kept."""

    def sums_of_squares(self) -> tuple[float, float]:
        """Return the sums of squares of residuals and of the model, without offset."""
        explained = self.fit.effects[: self.rank] ** 2
        return self.deviance, extended_sum(explained[self.terms.intercept :])

    def quantile(self, probability: float) -> float:
        """Return the quantile of Student's t with the residual degrees of freedom."""
        return float(t_quantile(probability, self.df_residual))

    def summary(self, correlation: bool = False, symbolic_cor: bool = False) -> SummaryLM:
        """Return tests of the coefficients and measures of the fit; arguments as for `lm`."""
        return summary_lm(self, correlation=correlation, symbolic_cor=symbolic_cor)

    @property
    def coefficients_table(self) -> pd.DataFrame:
        """Estimate, standard error, t and p of every coefficient that is not collinear."""
        return pd.DataFrame(self.summary().coefficients)

    def predict(self, newdata: Any = None, **wanted: Any) -> Any:
        """Predict for new data, a DataFrame; other arguments as for `lm`."""
        if newdata is None:
            self._refuse("fitted values")
        kind, terms = wanted.pop("type", "response"), wanted.pop("terms", None)
        chosen = [terms] if isinstance(terms, str | int) else terms
        return predict_lm(self, newdata, kind, Wanted(terms=chosen, **wanted))

    def anova(self, *others: Any, test: str | bool | None = None, scale: float = 0.0) -> AnovaTable:
        """Test the terms in order, or this model against others; arguments as for `lm`."""
        kept: list[Any] = with_first_response([self, *others])
        if len(kept) > 1:
            return anova_several_lm(kept, test, scale)
        heading = ["Analysis of Variance Table\n", response_line(self)]
        return term_table(self.fit, self.assign, self.terms.labels, self.deviance, heading)

    def extractAIC(  # noqa: N802 - R's name
        self, scale: float = 0.0, k: float = 2.0
    ) -> npt.NDArray[np.float64]:
        """Return the number of parameters and the criterion `step` minimises."""
        n, squares = self.nobs(), self.deviance
        fit = n * np.log(squares / n) if scale <= 0 else squares / scale - n
        return np.array([self.rank, fit + k * self.rank])

    def glance(self) -> pd.DataFrame:
        """Return a data frame of one row: R squared, sigma, F, likelihood, ..."""
        return glance_lm(self)

    def nobs(self) -> int:
        """Return the number of cases with a positive weight."""
        return self.cases.used

    def logLik(self) -> LogLik:  # noqa: N802 - R's name
        """Return the log likelihood at the maximum likelihood variance."""
        n = self.nobs()
        with np.errstate(divide="ignore"):
            spread = np.log(2 * np.pi) + 1 - np.log(n) + np.log(self.deviance)
            value = (self.cases.log_weights - n * spread) / 2
        return LogLik(float(value), self.rank + 1, n)


def lm_by_chunks(call: Call, arguments: Mapping[str, Any], source: Source) -> BigLM:
    """Fit the model that the arguments of `lm`, by name, describe, in one pass."""
    recipe = surveyed(recipe_of(arguments, source), source)
    found = summed(source.each(recipe.columns, LmWork(recipe), "lm"))
    warn_of_factor(found.made.frame)
    fit, residual = least_squares(
        found.triangle, found.cases.used, arguments.get("tol", NEGLIGIBLE)
    )
    if not arguments["singular_ok"] and fit.rank < len(fit.coefficients):
        raise RError("singular fit encountered", "Some columns are collinear; see `?lm`.")
    design = replace(found.made.design, values=found.triangle.upper)
    made = replace(found.made, design=design)
    return BigLM(call, made, fit, dict(arguments), found.cases, residual)


@console_text.register
def _(x: BigLM, style: Style) -> str:
    return format_lm(x.call, x.coefficients, style.digits)
