"""The fitted linear model: R's components of an `lm` object, and its methods."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.distributions.tails import t_quantile
from rnet.language.tree import Call
from rnet.linear import later
from rnet.linear.fit_statistics import LogLik
from rnet.linear.fitted_model import PICTURES, FittedModel
from rnet.linear.lm_fit import LeastSquares
from rnet.linear.model_data import Floats, ModelData
from rnet.linear.print_lm import format_lm
from rnet.linear.qr import Reflections
from rnet.linear.residual_kinds import OF_LEAST_SQUARES, is_partial, lm_residuals
from rnet.linear.summary_lm import SummaryLM, summary_lm
from rnet.match_arg import match_arg
from rnet.printing.show import Style, console_text
from rnet.record import Record
from rnet.settings import current
from rnet.sums import corrected_mean, extended_sum

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from rnet.linear.anova_table import AnovaTable
    from rnet.linear.leave_one_out import LeaveOneOut


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class LM(FittedModel):
    """A linear model fitted by least squares.

    R's components are attributes: `fit["df.residual"]` is `fit.df_residual`. The component
    `residuals` is `fit.response_residuals`, because `fit.residuals()` is the generic function,
    which puts back rows left out by `na.exclude`.

    Attributes
    ----------
    call : Call
        The call.
    model_data : ModelData
        Model frame and design matrix, n cases and p columns.
    fit : LeastSquares
        The numbers, without names.
    arguments : mapping
        The arguments of `lm` by name, for `update`.
    steps : DataFrame or None
        The path `step` took; R's component `anova`.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "coefficients", "residuals", "effects", "weights", "rank", "fitted.values", "assign",
        "qr", "df.residual", "na.action", "offset", "contrasts", "xlevels", "call", "terms",
        "model", "anova",
    )  # fmt: skip
    KEPT_AS: ClassVar[Mapping[str, str]] = {"residuals": "response_residuals", "anova": "steps"}
    LISTED_WHEN_KNOWN: ClassVar[tuple[str, ...]] = (
        "weights", "na.action", "offset", "contrasts", "anova",
    )  # fmt: skip

    call: Call
    model_data: ModelData
    fit: LeastSquares
    arguments: Mapping[str, Any]
    steps: pd.DataFrame | None = None

    def __str__(self) -> str:
        return format_lm(self.call, self.coefficients)

    def names(self) -> list[str]:
        """Return R's component names; weights, offset and the like only when there are any."""
        known = Record.names(self)
        if self.weights is None:
            return known
        return ["coefficients", "residuals", "fitted.values", "effects", "weights", "rank"] + [
            name for name in known[5:] if name != "fitted.values"
        ]

    @property
    def estimates(self) -> Floats:
        """The coefficients, shape (p,); NaN where collinear."""
        return self.fit.coefficients

    @property
    def decomposition(self) -> Reflections:
        """The decomposition of the weighted design matrix."""
        return self.fit.qr

    @property
    def scale_squared(self) -> float:
        """The residual variance."""
        with np.errstate(all="ignore"):
            return float(np.float64(self.deviance) / self.df_residual)

    @property
    def used(self) -> npt.NDArray[np.bool_]:
        """Which cases have a positive weight, shape (n,)."""
        weights = self.model_data.frame.weights
        return np.ones(len(self.fit.residuals), np.bool_) if weights is None else weights > 0

    def deletion(self) -> "LeaveOneOut":
        """Return what the fit would be without each of these cases."""
        return later.leave_one_out(self.fit.qr, self.pearson())

    def pearson(self) -> Floats:
        """Return the residuals of these cases times the root of their weights."""
        return self.scaled_residuals()[self.used]

    def standardized_residuals(self, kind: str | None) -> Floats:
        """Return these residuals by their standard deviations, or as if predicted."""
        leverages = self.deletion().leverages
        if match_arg("sd.1" if kind is None else kind, ("sd.1", "predictive")) == "sd.1":
            return later.standardized(self.pearson(), leverages, self.scale_squared)
        return self.pearson() / (1 - leverages)

    @property
    def case_weights(self) -> "pd.Series[float] | None":
        """The weights given, or None."""
        return self.weights

    @property
    def response_residuals(self) -> "pd.Series[float]":
        """Response less fitted values of the cases used."""
        return self.model_data.named(self.fit.residuals)

    @property
    def effects(self) -> "pd.Series[float]":
        """Q'y, named by the columns it was rotated onto."""
        return self.model_data.rotated(self.fit.effects, self.fit.qr)

    @property
    def weights(self) -> "pd.Series[float] | None":
        """The weights given, or None."""
        given = self.model_data.frame.weights
        return None if given is None else self.model_data.named(given)

    @property
    def assign(self) -> npt.NDArray[np.int64]:
        """The term each coefficient belongs to; 0 is the intercept."""
        return self.model_data.design.assign

    @property
    def qr(self) -> Reflections:
        """The decomposition of the weighted design matrix."""
        return self.fit.qr

    @property
    def df_residual(self) -> int:
        """Residual degrees of freedom."""
        return self.fit.df_residual

    @property
    def deviance(self) -> float:
        """The (weighted) residual sum of squares."""
        weights = self.model_data.frame.weights
        squares = self.fit.residuals**2
        return extended_sum(squares if weights is None else weights * squares)

    def sums_of_squares(self) -> tuple[float, float]:
        """Return the sums of squares of residuals and of the model."""
        fitted = self.fit.fitted_values
        if self.offset is not None and current().follows("4.3"):
            fitted = fitted - self.offset
        weights = self.model_data.frame.weights
        if weights is None:
            centre = corrected_mean(fitted) if self.terms.intercept else 0.0
            return extended_sum(self.fit.residuals**2), extended_sum((fitted - centre) ** 2)
        centre = 0.0
        if self.terms.intercept:
            centre = extended_sum(weights * fitted / extended_sum(weights))
        return self.deviance, extended_sum(weights * (fitted - centre) ** 2)

    def summary(self, correlation: bool = False, symbolic_cor: bool = False) -> SummaryLM:
        """Return tests of the coefficients and measures of the fit.

        Parameters
        ----------
        correlation : bool, default False
            Whether correlations of the coefficients are computed and printed.
        symbolic_cor : bool, default False
            Whether they print as symbols.
        """
        return summary_lm(self, correlation=correlation, symbolic_cor=symbolic_cor)

    @property
    def coefficients_table(self) -> pd.DataFrame:
        """Estimate, standard error, t and p of every coefficient that is not collinear."""
        return pd.DataFrame(self.summary().coefficients)

    def scaled_residuals(self) -> Floats:
        """Return the residuals of the cases used times the root of their weights, shape (n,)."""
        return lm_residuals("deviance", self.fit, self.model_data.frame.weights)

    def residuals(self, type: str = "working") -> Any:  # noqa: A002 - R's name
        """Return the residuals, missing for cases that `na.exclude` dropped.

        Parameters
        ----------
        type : {"working", "response", "deviance", "pearson", "partial"}
            Deviance and Pearson residuals are multiplied by the root of the weights; partial
            ones are a matrix with a column for each term, its contribution added.
        """
        if is_partial(type, OF_LEAST_SQUARES):
            return later.partial_residuals(self, self.fit.residuals)
        return self.model_data.padded(lm_residuals(type, self.fit, self.model_data.frame.weights))

    def predict(
        self,
        newdata: Any = None,
        se_fit: bool = False,
        scale: float | None = None,
        df: float | None = None,
        interval: str = "none",
        level: float = 0.95,
        type: str = "response",  # noqa: A002 - R's name
        terms: Sequence[str | int] | str | int | None = None,
        pred_var: Any = None,
        weights: Any = None,
    ) -> Any:
        """Predict the response, or what each term adds to it.

        Parameters
        ----------
        newdata : DataFrame, optional
            New cases; left out, the fitted ones.
        se_fit : bool, default False
            Whether standard errors are returned too.
        scale, df : float, optional
            A known residual standard deviation and its degrees of freedom.
        interval : {"none", "confidence", "prediction"}
            Limits of the mean, or of a future response.
        level : float, default 0.95
            Probability of the interval.
        type : {"response", "terms"}
        terms : str, int or sequence of them, optional
            Which terms, by label or number from 1.
        pred_var, weights : array_like or str, optional
            Variance or precision of future responses.

        Returns
        -------
        Series, DataFrame, TermPredictions or Prediction
            By row name, missing where a predictor is; with an interval a matrix with columns
            fit, lwr, upr; with `se_fit` a record with R's components.

        Raises
        ------
        RError
            ``object 'x' not found``; ``factor g has new level q``.
        """
        chosen = [terms] if isinstance(terms, str | int) else terms
        wanted = later.Wanted(se_fit, interval, level, scale, df, chosen, weights, pred_var)
        return later.predict_lm(self, newdata, type, wanted)

    def confint(self, parm: Any = None, level: float = 0.95) -> pd.DataFrame:
        """Return confidence limits of the coefficients, a matrix.

        Parameters
        ----------
        parm : str, int or sequence of them, optional
            Which coefficients, by name or number from 1; all by default.
        level : float, default 0.95
            Probability of the interval.
        """
        return later.wald_limits(
            self, parm, level, t_quantile(1 - (1 - level) / 2, self.df_residual)
        )

    def anova(
        self, *others: FittedModel, test: str | bool | None = None, scale: float = 0.0
    ) -> "AnovaTable":
        """Test the terms in order, or this model against others.

        Parameters
        ----------
        *others : LM
            Models of the same response, usually growing.
        test : {"F", "Chisq", "Cp"} or False, default "F"
            How models are compared; False leaves the test out.
        scale : float, default 0
            The residual variance; 0 takes that of the largest model.
        """
        kept: list[Any] = later.with_first_response([self, *others])
        return later.anova_lm(self) if len(kept) == 1 else later.anova_several_lm(kept, test, scale)

    def extractAIC(  # noqa: N802 - R's name
        self, scale: float = 0.0, k: float = 2.0
    ) -> npt.NDArray[np.float64]:
        """Return the number of parameters and the criterion `step` minimises.

        Parameters
        ----------
        scale : float, default 0
            A known residual variance: the criterion is Mallows' Cp.
        k : float, default 2
            Penalty per parameter.
        """
        n, squares = self.nobs(), self.deviance
        fit = n * np.log(squares / n) if scale <= 0 else squares / scale - n
        return np.array([self.rank, fit + k * self.rank])

    def plot(self, which: int | Sequence[int] = PICTURES, id_n: int = 3) -> "Figure":
        """Draw R's diagnostic pictures and return the matplotlib figure.

        Parameters
        ----------
        which : int or sequence of int, default (1, 2, 3, 5)
            1 residuals, 2 quantiles, 3 spread, 4 Cook's distances, 5 leverage, 6 both.
        id_n : int, default 3
            How many extreme points get their names.
        """
        return later.plot_diagnostics(
            self,
            self.fit.fitted_values,
            self.scaled_residuals(),
            is_glm=False,
            which=which,
            id_n=id_n,
        )

    def glance(self) -> pd.DataFrame:
        """Return a data frame of one row: R squared, sigma, F, likelihood, ..."""
        return later.glance_lm(self)

    def augment(self) -> pd.DataFrame:
        """Return the model frame with fitted values, residuals and influence of each case."""
        return later.augmented(self, self.fitted_values, self.response_residuals)

    def nobs(self) -> int:
        """Return the number of cases with a positive weight."""
        return len(self.fit.effects)

    def logLik(self) -> LogLik:  # noqa: N802 - R's name
        """Return the log likelihood at the maximum likelihood variance."""
        weights = self.model_data.frame.weights
        n = self.nobs()
        used = np.ones(n) if weights is None else weights[weights > 0]
        with np.errstate(divide="ignore"):
            spread = np.log(2 * np.pi) + 1 - np.log(n) + np.log(self.deviance)
            value = (extended_sum(np.log(used)) - n * spread) / 2
        return LogLik(float(value), self.rank + 1, n)


@console_text.register
def _(x: LM, style: Style) -> str:
    return format_lm(x.call, x.coefficients, style.digits)
