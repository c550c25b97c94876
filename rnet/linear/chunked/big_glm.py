"""The generalized linear model of a large table."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.language.tree import Call
from rnet.linear.anova_glm import anova_glm, anova_several_glm
from rnet.linear.anova_table import AnovaTable
from rnet.linear.broom import glance_glm
from rnet.linear.chunked.chunked_model import ChunkedModel
from rnet.linear.chunked.lm_pass import Cases
from rnet.linear.family_record import Family
from rnet.linear.fit_statistics import LogLik
from rnet.linear.glm_control import GlmControl
from rnet.linear.glm_fit import IrlsFit
from rnet.linear.model_data import Floats, ModelData
from rnet.linear.predict_glm import predict_glm
from rnet.linear.print_lm import format_glm
from rnet.linear.qr import Reflections, decompose
from rnet.linear.summary_glm import SummaryGLM, summary_glm
from rnet.printing.show import Style, console_text
from rnet.values import named_matrix


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class BigGLM(ChunkedModel):
    """A generalized linear model of a table that was read by chunks.

    It prints, and answers `summary`, `anova`, `vcov`, `confint` (from standard errors) and
    `predict` on new data, as a GLM does. Residuals and fitted values are not kept.

    Attributes
    ----------
    call : Call
        The call.
    model_data : ModelData
        Terms, encoding and column names; the design matrix holds its triangle, shape (p, p).
    family : Family
        Distribution and link.
    fit : IrlsFit
        The numbers, without those of single cases.
    null_deviance : float
        Deviance of the model with nothing but intercept and offset.
    control : GlmControl
        The settings of the iteration.
    arguments : mapping
        The arguments of `glm` by name, for `update`.
    cases : Cases
        Numbers of cases, and sums over them.
    chi_squared : float
        The sum of squares of Pearson's residuals.
    terms_added : callable
        Fits the model with its first 0, 1, ... terms: passes over the table.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "coefficients", "effects", "R", "rank", "qr", "family", "deviance", "aic",
        "null.deviance", "iter", "df.residual", "df.null", "converged", "boundary", "call",
        "formula", "terms", "control", "method", "contrasts", "xlevels",
    )  # fmt: skip

    call: Call
    model_data: ModelData
    family: Family
    fit: IrlsFit
    null_deviance: float
    control: GlmControl
    arguments: Mapping[str, Any]
    cases: Cases
    chi_squared: float
    terms_added: Any

    def __str__(self) -> str:
        return _text(self, None)

    @property
    def estimates(self) -> Floats:
        """The coefficients, shape (p,); NaN where collinear."""
        return self.fit.coefficients

    @property
    def decomposition(self) -> Reflections:
        """The decomposition of the last step's triangle."""
        return decompose(np.zeros((0, 0))) if self.fit.step is None else self.fit.step.qr

    @property
    def qr(self) -> Reflections:
        """The decomposition of the last step's triangle."""
        return self.decomposition

    @property
    def effects(self) -> "pd.Series[float] | None":
        """The first elements of Q'z of the last step, named by columns."""
        step = self.fit.step
        return None if step is None else self.model_data.rotated(step.effects, step.qr)

    @property
    def R(self) -> pd.DataFrame:  # noqa: N802 - R's name
        """The triangular factor of the last step, a matrix."""
        names = self.model_data.independent_columns(self.decomposition)
        return named_matrix(self.decomposition.upper, names, names)

    @property
    def scale_squared(self) -> float:
        """The dispersion: 1, or estimated from Pearson's residuals."""
        if not self.family.distribution.has_dispersion:
            return 1.0
        return self.chi_squared / self.df_residual if self.df_residual > 0 else float("nan")

    @property
    def deviance(self) -> float:
        """Twice the distance of the log likelihood from that of a perfect fit."""
        return self.fit.deviance

    @property
    def aic(self) -> float:
        """Akaike's criterion; NaN (NA) for quasi families."""
        return self.fit.aic

    @property
    def iter(self) -> int:
        """How many Fisher scoring steps were taken."""
        return self.fit.iterations

    @property
    def df_residual(self) -> int:
        """Residual degrees of freedom."""
        return self.nobs() - self.rank

    @property
    def df_null(self) -> int:
        """Residual degrees of freedom of the model with nothing but an intercept."""
        return self.nobs() - self.terms.intercept

    @property
    def converged(self) -> bool:
        """Whether the deviance settled."""
        return self.fit.converged

    @property
    def boundary(self) -> bool:
        """Whether the last step had to be halved to stay inside the family's range."""
        return self.fit.at_boundary

    @property
    def method(self) -> str:
        """R's name of the fitter."""
        return "glm.fit"

    def summary(
        self,
        dispersion: float | None = None,
        correlation: bool = False,
        symbolic_cor: bool = False,
    ) -> SummaryGLM:
        """Return tests of the coefficients; arguments as for `glm`."""
        return summary_glm(self, dispersion, correlation=correlation, symbolic_cor=symbolic_cor)

    @property
    def coefficients_table(self) -> pd.DataFrame:
        """Estimate, standard error, z or t, and p of every coefficient that is not collinear."""
        return pd.DataFrame(self.summary().coefficients)

    def predict(self, newdata: Any = None, **wanted: Any) -> Any:
        """Predict for new data, a DataFrame; other arguments as for `glm`."""
        if newdata is None:
            self._refuse("fitted values")
        kind, terms = wanted.pop("type", "link"), wanted.pop("terms", None)
        chosen = [terms] if isinstance(terms, str | int) else terms
        settings = {"se_fit": False, "dispersion": None, **wanted}
        return predict_glm(self, newdata, kind, terms=chosen, **settings)

    def anova(
        self, *others: Any, test: str | bool | None = None, dispersion: float | None = None
    ) -> AnovaTable:
        """Test the terms in order, or this model against others; arguments as for `glm`.

        Of one model all smaller ones are fitted: passes over the table for each term.
        """
        if test == "Rao":
            raise RError(
                "Rao's test needs the cases", "They are not kept; test='LRT' compares deviances."
            )
        if others:
            return anova_several_glm([self, *others], test, dispersion)
        return anova_glm(self, test, dispersion, [*self.terms_added(), self.fit])

    def extractAIC(  # noqa: N802 - R's name
        self, scale: float = 0.0, k: float = 2.0
    ) -> npt.NDArray[np.float64]:
        """Return the number of parameters and Akaike's criterion, k for each of them."""
        del scale
        return np.array([self.rank, self.aic + (k - 2) * self.rank])

    def glance(self) -> pd.DataFrame:
        """Return a data frame of one row: deviances and their degrees of freedom, AIC, ..."""
        return glance_glm(self)

    def nobs(self) -> int:
        """Return the number of cases with a positive prior weight."""
        return self.cases.used

    def logLik(self) -> LogLik:  # noqa: N802 - R's name
        """Return the log likelihood; NA for quasi families."""
        df = self.rank + int(self.family.distribution.counts_dispersion)
        return LogLik(df - self.aic / 2, df, self.cases.rows)


@console_text.register
def _(x: BigGLM, style: Style) -> str:
    return _text(x, style.digits)


def _text(fit: BigGLM, digits: int | None) -> str:
    return format_glm(
        fit.call,
        fit.coefficients,
        df_null=fit.df_null,
        df_residual=fit.df_residual,
        omitted=fit.omitted,
        null_deviance=fit.null_deviance,
        deviance=fit.deviance,
        aic=fit.aic,
        digits=digits,
    )
