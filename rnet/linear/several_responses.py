"""Linear models of several responses on the same predictors: R's class `mlm`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.formulas.fitted import HasDesign
from rnet.formulas.formula import Formula
from rnet.formulas.model_frame import ModelFrame
from rnet.formulas.model_matrix import DesignMatrix
from rnet.formulas.terms import Terms
from rnet.language.tree import Call
from rnet.linear.anova_lm import check_sizes, models, with_first_response
from rnet.linear.anova_table import AnovaTable
from rnet.linear.linear_model import LM
from rnet.linear.manova import Products, manova_table, several_manova
from rnet.linear.print_mlm import format_mlm, format_summary_mlm
from rnet.linear.summary_lm import SummaryLM
from rnet.printing.show import Style, console_text
from rnet.record import Record
from rnet.values import named_matrix

Floats: TypeAlias = npt.NDArray[np.float64]

NO_LIKELIHOOD = "'logLik.lm' does not support multiple responses"
ONE_AT_A_TIME = "`fit.fits[name]` is the model of one response."


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class MLM(Record, HasDesign):
    """A linear model of k responses.

    Attributes
    ----------
    call : Call
    fits : mapping of str to LM
        The model of each response, by its name.
    arguments : mapping
        The arguments of `lm` by name, for `update`.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "coefficients", "residuals", "effects", "rank", "fitted.values", "assign", "qr",
        "df.residual", "xlevels", "call", "terms", "model",
    )  # fmt: skip
    KEPT_AS: ClassVar[Mapping[str, str]] = {"residuals": "response_residuals"}

    call: Call
    fits: Mapping[str, LM]
    arguments: Mapping[str, Any]

    def __str__(self) -> str:
        return format_mlm(self.call, self.coefficients)

    @property
    def first(self) -> LM:
        """The model of the first response; what does not depend on the response is the same."""
        return next(iter(self.fits.values()))

    def _matrix(self, columns: "Sequence[pd.Series[float]]") -> pd.DataFrame:
        values = np.column_stack([column.to_numpy() for column in columns])
        return named_matrix(values, list(columns[0].index), list(self.fits))

    @property
    def coefficients(self) -> pd.DataFrame:
        """The coefficients, a matrix with a column for each response."""
        return self._matrix([fit.coefficients for fit in self.fits.values()])

    @property
    def response_residuals(self) -> pd.DataFrame:
        """The residuals, a matrix, cases by responses."""
        return self._matrix([fit.response_residuals for fit in self.fits.values()])

    @property
    def fitted_values(self) -> pd.DataFrame:
        """The fitted values, a matrix, cases by responses."""
        return self._matrix([fit.fitted_values for fit in self.fits.values()])

    @property
    def effects(self) -> pd.DataFrame:
        """The effects, a matrix with a column for each response."""
        return self._matrix([fit.effects for fit in self.fits.values()])

    @property
    def rank(self) -> int:
        """How many coefficients of each response could be estimated."""
        return self.first.rank

    @property
    def assign(self) -> npt.NDArray[np.int64]:
        """The term each coefficient belongs to; 0 is the intercept."""
        return self.first.assign

    @property
    def qr(self) -> Any:
        """The decomposition of the design matrix."""
        return self.first.qr

    @property
    def df_residual(self) -> int:
        """Residual degrees of freedom."""
        return self.first.df_residual

    @property
    def xlevels(self) -> dict[str, list[str]]:
        """The levels of every factor among the predictors."""
        return self.first.xlevels

    @property
    def terms(self) -> Terms:
        """The terms."""
        return self.first.terms

    @property
    def formula(self) -> Formula:
        """The formula, with `.` written out."""
        return self.terms.formula

    @property
    def model(self) -> pd.DataFrame:
        """The model frame."""
        return self.first.model

    @property
    def used_frame(self) -> ModelFrame:
        """The model frame."""
        return self.first.used_frame

    @property
    def used_design(self) -> DesignMatrix:
        """The design matrix."""
        return self.first.used_design

    @property
    def deviance(self) -> "pd.Series[float]":
        """The residual sum of squares of each response."""
        return pd.Series({name: fit.deviance for name, fit in self.fits.items()})

    def coef(self) -> pd.DataFrame:
        """Return the coefficients."""
        return self.coefficients

    def fitted(self) -> pd.DataFrame:
        """Return the fitted values, missing for cases that `na.exclude` dropped."""
        return self._matrix([fit.fitted() for fit in self.fits.values()])

    def residuals(self, type: str = "working") -> pd.DataFrame:  # noqa: A002 - R's name
        """Return the residuals, missing for cases that `na.exclude` dropped."""
        return self._matrix([fit.residuals(type) for fit in self.fits.values()])

    def predict(self, newdata: Any = None) -> pd.DataFrame:
        """Predict all responses, a matrix; standard errors there are none, as in R."""
        return self._matrix([fit.predict(newdata) for fit in self.fits.values()])

    def sigma(self) -> "pd.Series[float]":
        """Return the residual standard deviation of each response."""
        return pd.Series({name: fit.sigma() for name, fit in self.fits.items()})

    def nobs(self) -> int:
        """Return the number of cases with a positive weight."""
        return self.first.nobs()

    def logLik(self) -> None:  # noqa: N802 - R's name
        """Refuse, as R does."""
        raise RError(NO_LIKELIHOOD, ONE_AT_A_TIME)

    def residual_products(self) -> Products:
        """Return sums of squares and products of the residuals."""
        if self.first.weights is not None:
            raise RError("'mlm' objects with weights are not supported", ONE_AT_A_TIME)
        scaled = np.column_stack([fit.scaled_residuals() for fit in self.fits.values()])
        return Products(np.asarray(scaled.T @ scaled, dtype=np.float64), self.df_residual)

    def _coefficient_names(self) -> list[str]:
        columns = self.first.model_data.design.column_names
        return [f"{name}:{column}" for name in self.fits for column in columns]

    def vcov(self) -> pd.DataFrame:
        """Return the covariances of all coefficients, a matrix."""
        unscaled = self.first.vcov().to_numpy() / self.first.scale_squared
        names = self._coefficient_names()
        products = self.residual_products().values / self.df_residual
        return named_matrix(np.kron(products, unscaled), names, names)

    def confint(self, parm: Any = None, level: float = 0.95) -> pd.DataFrame:
        """Return confidence limits of the coefficients of each response, a matrix."""
        parts = [fit.confint(parm, level) for fit in self.fits.values()]
        names = [
            f"{name}:{row}"
            for name, part in zip(self.fits, parts, strict=True)
            for row in part.index
        ]
        values = np.vstack([part.to_numpy() for part in parts])
        return named_matrix(values, names, list(parts[0].columns))

    def summary(self) -> "SummaryMLM":
        """Return the summary of each response's model."""
        return SummaryMLM({name: fit.summary() for name, fit in self.fits.items()})

    def anova(self, *others: Any, test: str = "Pillai") -> AnovaTable:
        """Test every term on all responses at once, or this model against others.

        Parameters
        ----------
        *others : MLM
            Models of the same responses.
        test : {"Pillai", "Wilks", "Hotelling-Lawley", "Roy", "Spherical"}
            The last is the F test of independent responses of equal variance.
        """
        kept = with_first_response([self, *others])
        if len(kept) > 1:
            check_sizes([fit.nobs() for fit in kept])
            return several_manova([fit.residual_products() for fit in kept], models(kept), test)
        effects = np.column_stack([fit.fit.effects for fit in self.fits.values()])
        numbers = self.assign[self.first.estimated]
        labels = ["(Intercept)", *self.terms.labels]
        parts = {labels[k]: effects[: self.rank][numbers == k] for k in np.unique(numbers)}
        return manova_table(parts, self.residual_products(), test)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class SummaryMLM(Record):
    """The summaries of the responses, by name."""

    COMPONENTS: ClassVar[tuple[str, ...]] = ("responses",)

    responses: Mapping[str, SummaryLM]

    def __str__(self) -> str:
        return format_summary_mlm(self.responses)

    def __getitem__(self, name: str) -> SummaryLM:
        """Return the summary of a response, by its name or R's "Response name"."""
        return self.responses[name.removeprefix("Response ")]


@console_text.register
def _(x: MLM, style: Style) -> str:
    return format_mlm(x.call, x.coefficients, style.digits)
