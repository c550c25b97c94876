"""The fitted generalized linear model: R's components of a `glm` object, and its methods."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.language.tree import Call
from rnet.linear import later
from rnet.linear.family_record import Family
from rnet.linear.fit_statistics import LogLik
from rnet.linear.fitted_model import PICTURES, FittedModel
from rnet.linear.glm_control import GlmControl
from rnet.linear.glm_fit import IrlsFit
from rnet.linear.model_data import Floats, ModelData
from rnet.linear.print_lm import format_glm
from rnet.linear.qr import Reflections, decompose
from rnet.linear.residual_kinds import OF_LIKELIHOOD, glm_residuals, is_partial
from rnet.linear.start import Start
from rnet.linear.summary_glm import SummaryGLM, estimated_dispersion, summary_glm
from rnet.printing.show import Style, console_text
from rnet.values import named_matrix

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from rnet.linear.anova_table import AnovaTable
    from rnet.linear.leave_one_out import LeaveOneOut
    from rnet.linear.profile_glm import ProfileGLM


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class GLM(FittedModel):
    """A generalized linear model fitted by iteratively reweighted least squares.

    R's components are attributes: `fit["null.deviance"]` is `fit.null_deviance`. The component
    `residuals` (the working residuals) is `fit.working_residuals`, because `fit.residuals()` is
    the generic function: deviance residuals, padded after `na.exclude`.

    Attributes
    ----------
    call : Call
        The call.
    model_data : ModelData
        Model frame and design matrix, n cases and p columns.
    family : Family
        Distribution and link.
    start : Start
        Response, prior weights and trials as the iteration saw them.
    fit : IrlsFit
        The numbers, without names.
    null_deviance : float
        Deviance of the model with nothing but intercept and offset.
    control : GlmControl
        The settings of the iteration.
    arguments : mapping
        The arguments of `glm` by name, for `update`.
    steps : DataFrame or None
        The path `step` took; R's component `anova`.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "coefficients", "residuals", "fitted.values", "effects", "R", "rank", "qr", "family",
        "linear.predictors", "deviance", "aic", "null.deviance", "iter", "weights",
        "prior.weights", "df.residual", "df.null", "y", "converged", "boundary", "model",
        "na.action", "call", "formula", "terms", "data", "offset", "control", "method",
        "contrasts", "xlevels", "anova",
    )  # fmt: skip
    KEPT_AS: ClassVar[Mapping[str, str]] = {"residuals": "working_residuals", "anova": "steps"}
    LISTED_WHEN_KNOWN: ClassVar[tuple[str, ...]] = ("na.action", "anova")

    call: Call
    model_data: ModelData
    family: Family
    start: Start
    fit: IrlsFit
    null_deviance: float
    control: GlmControl
    arguments: Mapping[str, Any]
    steps: pd.DataFrame | None = None

    def __str__(self) -> str:
        return _text(self, None)

    @property
    def estimates(self) -> Floats:
        """The coefficients, shape (p,); NaN where collinear."""
        return self.fit.coefficients

    @property
    def decomposition(self) -> Reflections:
        """The decomposition of the last weighted design matrix."""
        if self.fit.step is None:
            return decompose(np.zeros((len(self.start.weights), 0)))
        return self.fit.step.qr

    @property
    def scale_squared(self) -> float:
        """The dispersion: 1, or estimated from Pearson's residuals."""
        if not self.family.distribution.has_dispersion:
            return 1.0
        found = self.fit
        return estimated_dispersion(
            found.working_weights, found.working_residuals, self.df_residual
        )

    @property
    def used(self) -> npt.NDArray[np.bool_]:
        """Which cases told the last step something, shape (n,)."""
        return self.fit.working_weights > 0

    def deletion(self) -> "LeaveOneOut":
        """Return what the last step would be without each of these cases."""
        return later.deletion_of(self)

    def pearson(self) -> Floats:
        """Return Pearson's residuals of these cases."""
        return later.kind_of(self, "pearson")[self.used]

    @property
    def case_weights(self) -> "pd.Series[float]":
        """The prior weights of the cases used."""
        return self.prior_weights

    def standardized_residuals(self, kind: str | None) -> Floats:
        """Return residuals of these cases by their standard deviations."""
        return later.standardized_of(self, kind)

    def studentized_residuals(self) -> Floats:
        """Return residuals of these cases by their standard deviations without the case."""
        return later.studentized_of(self)

    @property
    def working_residuals(self) -> "pd.Series[float]":
        """The residuals of the last weighted least squares step."""
        return self.model_data.named(self.fit.working_residuals)

    @property
    def linear_predictors(self) -> "pd.Series[float]":
        """The linear predictors of the cases used."""
        return self.model_data.named(self.fit.linear_predictors)

    @property
    def effects(self) -> "pd.Series[float] | None":
        """Q'z of the last step, named by columns; None for a model without columns."""
        step = self.fit.step
        return None if step is None else self.model_data.rotated(step.effects, step.qr)

    @property
    def R(self) -> pd.DataFrame | None:  # noqa: N802 - R's name
        """The triangular factor of the last step, a matrix; None for a model without columns."""
        if self.fit.step is None:
            return None
        names = self.model_data.independent_columns(self.fit.step.qr)
        return named_matrix(self.fit.step.qr.upper, names, names)

    @property
    def qr(self) -> Reflections | None:
        """The decomposition of the last weighted design matrix."""
        return None if self.fit.step is None else self.fit.step.qr

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
    def weights(self) -> "pd.Series[float]":
        """The working weights of the last step."""
        return self.model_data.named(self.fit.working_weights)

    @property
    def prior_weights(self) -> "pd.Series[float]":
        """The weights given; for binomial counts times the numbers of trials."""
        return self.model_data.named(self.start.weights)

    @property
    def df_residual(self) -> int:
        """Residual degrees of freedom."""
        return self.nobs() - self.rank

    @property
    def df_null(self) -> int:
        """Residual degrees of freedom of the model with nothing but an intercept."""
        return self.nobs() - self.model_data.frame.terms.intercept

    @property
    def y(self) -> "pd.Series[float]":
        """The response as numbers: of a factor 0 and 1, of counts the proportion."""
        return self.model_data.named(self.start.response)

    @property
    def converged(self) -> bool:
        """Whether the deviance settled."""
        return self.fit.converged

    @property
    def boundary(self) -> bool:
        """Whether the last step had to be halved to stay inside the family's range."""
        return self.fit.at_boundary

    @property
    def data(self) -> Any:
        """The data the model was fitted to."""
        return self.model_data.data

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
        """Return tests of the coefficients.

        Parameters
        ----------
        dispersion : float, optional
            A known dispersion; by default 1 or estimated, as the family has it.
        correlation : bool, default False
            Whether correlations of the coefficients are computed and printed.
        symbolic_cor : bool, default False
            Whether they print as symbols.
        """
        return summary_glm(self, dispersion, correlation=correlation, symbolic_cor=symbolic_cor)

    @property
    def coefficients_table(self) -> pd.DataFrame:
        """Estimate, standard error, z or t, and p of every coefficient that is not collinear."""
        return pd.DataFrame(self.summary().coefficients)

    def residuals(self, type: str = "deviance") -> Any:  # noqa: A002 - R's name
        """Return the residuals, missing for cases that `na.exclude` dropped.

        Parameters
        ----------
        type : {"deviance", "pearson", "working", "response", "partial"}
            Signed root of the deviance; response residual over its standard deviation; those of
            the last least squares step; response less mean; working residuals with the
            contribution of each term added, a matrix.
        """
        if is_partial(type, OF_LIKELIHOOD):
            return later.partial_residuals(self, self.fit.working_residuals)
        found = glm_residuals(type, self.fit, self.start, self.family.distribution)
        return self.model_data.padded(found)

    def predict(
        self,
        newdata: Any = None,
        type: str = "link",  # noqa: A002 - R's name
        se_fit: bool = False,
        dispersion: float | None = None,
        terms: Sequence[str | int] | str | int | None = None,
    ) -> Any:
        """Predict on the scale of the linear predictor or of the response, or by terms.

        Parameters
        ----------
        newdata : DataFrame, optional
            New cases; left out, the fitted ones.
        type : {"link", "response", "terms"}
            With "response" a binomial model gives probabilities.
        se_fit : bool, default False
            Whether standard errors are returned too.
        dispersion : float, optional
            A known dispersion for the standard errors.
        terms : str, int or sequence of them, optional
            Which terms, by label or number from 1.

        Returns
        -------
        Series, TermPredictions or Prediction
            By row name; missing where a predictor is. With `se_fit` R's components.

        Raises
        ------
        RError
            ``object 'x' not found``; ``factor g has new level q``.
        """
        chosen = [terms] if isinstance(terms, str | int) else terms
        return later.predict_glm(
            self, newdata, type, se_fit=se_fit, dispersion=dispersion, terms=chosen
        )

    def confint(self, parm: Any = None, level: float = 0.95) -> Any:
        """Return confidence limits from the profiled deviance; of one coefficient two numbers.

        Parameters
        ----------
        parm : str, int or sequence of them, optional
            Which coefficients, by name or number from 1; all by default.
        level : float, default 0.95
            Probability of the interval.
        """
        return later.profile_limits(self, parm, level)

    def profile(
        self, which: Any = None, alpha: float = 0.01, maxsteps: int = 10, delta: float | None = None
    ) -> "ProfileGLM":
        """Return the deviance with one coefficient held, as `rnet.profile` explains."""
        return later.profile_of(self, which, alpha, maxsteps, delta)

    def anova(
        self,
        *others: FittedModel,
        test: str | bool | None = None,
        dispersion: float | None = None,
    ) -> "AnovaTable":
        """Test the terms in order, or this model against others.

        Parameters
        ----------
        *others : GLM
            Models of the same response, usually growing; other models do not count.
        test : {"Chisq", "LRT", "Rao", "F", "Cp"} or False, optional
            By default F where the dispersion is estimated, else chi-squared; none before R 4.4.
        dispersion : float, optional
            A known dispersion.
        """
        compared = [self, *(other for other in others if isinstance(other, GLM))]
        if len(compared) == 1:
            return later.anova_glm(self, test, dispersion)
        return later.anova_several_glm(compared, test, dispersion)

    def extractAIC(  # noqa: N802 - R's name
        self, scale: float = 0.0, k: float = 2.0
    ) -> npt.NDArray[np.float64]:
        """Return the number of parameters and Akaike's criterion, k for each of them."""
        del scale
        return np.array([self.rank, self.aic + (k - 2) * self.rank])

    def plot(self, which: int | Sequence[int] = PICTURES, id_n: int = 3) -> "Figure":
        """Draw R's diagnostic pictures and return the matplotlib figure.

        Parameters
        ----------
        which : int or sequence of int, default (1, 2, 3, 5)
            1 residuals, 2 quantiles, 3 spread, 4 Cook's distances, 5 leverage, 6 both.
        id_n : int, default 3
            How many extreme points get their names.
        """
        predicted, pearson = self.fit.linear_predictors, later.kind_of(self, "pearson")
        return later.plot_diagnostics(self, predicted, pearson, is_glm=True, which=which, id_n=id_n)

    def glance(self) -> pd.DataFrame:
        """Return a data frame of one row: deviances and their degrees of freedom, AIC, ..."""
        return later.glance_glm(self)

    def augment(self) -> pd.DataFrame:
        """Return the model frame with linear predictors, residuals and influence of cases."""
        return later.augmented(self, self.linear_predictors, self.residuals("deviance"))

    def nobs(self) -> int:
        """Return the number of cases with a positive prior weight."""
        return int(np.sum(self.start.weights != 0))

    def logLik(self) -> LogLik:  # noqa: N802 - R's name
        """Return the log likelihood; NA for quasi families."""
        df = self.rank + int(self.family.distribution.counts_dispersion)
        return LogLik(df - self.aic / 2, df, len(self.start.weights))


@console_text.register
def _(x: GLM, style: Style) -> str:
    return _text(x, style.digits)


def _text(fit: GLM, digits: int | None) -> str:
    return format_glm(
        fit.call,
        fit.coefficients,
        df_null=fit.df_null,
        df_residual=fit.df_residual,
        omitted=len(fit.model_data.frame.omitted),
        null_deviance=fit.null_deviance,
        deviance=fit.deviance,
        aic=fit.aic,
        digits=digits,
    )
