"""The fitted generalized linear model: R's components of a `glm` object, and its methods."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import pandas as pd

from rnet.conditions import RError
from rnet.formula.formula import Formula
from rnet.formula.terms import Terms
from rnet.language.tree import Call
from rnet.linear.families import Family
from rnet.linear.fit_statistics import LogLik
from rnet.linear.glm_control import GlmControl
from rnet.linear.glm_fit import IrlsFit
from rnet.linear.model_data import Floats, ModelData, new_design, warn_of_deficiency
from rnet.linear.predict_linear import as_predictions, linear_predictor
from rnet.linear.print_lm import format_glm
from rnet.linear.qr import Reflections
from rnet.linear.residual_kinds import glm_residuals
from rnet.linear.start import Start
from rnet.match_arg import match_arg
from rnet.printing.show import Style, console_text
from rnet.record import Record
from rnet.values import NA, named_matrix

SCALES = ("link", "response", "terms")


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class GLM(Record):
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
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "coefficients", "residuals", "fitted.values", "effects", "R", "rank", "qr", "family",
        "linear.predictors", "deviance", "aic", "null.deviance", "iter", "weights",
        "prior.weights", "df.residual", "df.null", "y", "converged", "boundary", "model",
        "na.action", "call", "formula", "terms", "data", "offset", "control", "method",
        "contrasts", "xlevels",
    )  # fmt: skip
    KEPT_AS: ClassVar[Mapping[str, str]] = {"residuals": "working_residuals"}
    LISTED_WHEN_KNOWN: ClassVar[tuple[str, ...]] = ("na.action",)

    call: Call
    model_data: ModelData
    family: Family
    start: Start
    fit: IrlsFit
    null_deviance: float
    control: GlmControl

    def __str__(self) -> str:
        return _text(self, None)

    @property
    def coefficients(self) -> "pd.Series[float]":
        """The coefficients by column name; NaN (NA) where collinear."""
        return self.model_data.by_column(self.fit.coefficients)

    @property
    def working_residuals(self) -> "pd.Series[float]":
        """The residuals of the last weighted least squares step."""
        return self.model_data.named(self.fit.working_residuals)

    @property
    def fitted_values(self) -> "pd.Series[float]":
        """The fitted means of the cases used."""
        return self.model_data.named(self.fit.fitted_values)

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
    def rank(self) -> int:
        """How many coefficients could be estimated."""
        return self.fit.rank

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
    def model(self) -> pd.DataFrame:
        """The model frame."""
        return self.model_data.model

    @property
    def na_action(self) -> "pd.Series[int] | None":
        """The cases dropped because of missing values, or None."""
        return self.model_data.na_action

    @property
    def terms(self) -> Terms:
        """The terms, with the encoding of the variables."""
        return self.model_data.design.terms

    @property
    def formula(self) -> Formula:
        """The formula, with `.` written out."""
        return self.terms.formula

    @property
    def data(self) -> Any:
        """The data the model was fitted to."""
        return self.model_data.data

    @property
    def offset(self) -> Floats | None:
        """The sum of all offsets, or None."""
        return self.model_data.frame.offset

    @property
    def method(self) -> str:
        """R's name of the fitter."""
        return "glm.fit"

    @property
    def contrasts(self) -> dict[str, Any] | None:
        """The contrasts by factor, or None."""
        return self.model_data.contrasts

    @property
    def xlevels(self) -> dict[str, list[str]]:
        """The levels of every factor among the predictors."""
        return self.model_data.xlevels

    def coef(self) -> "pd.Series[float]":
        """Return the coefficients."""
        return self.coefficients

    def fitted(self) -> "pd.Series[float]":
        """Return the fitted means, missing for cases that `na.exclude` dropped."""
        return self.model_data.padded(self.fit.fitted_values)

    def residuals(self, type: str = "deviance") -> "pd.Series[float]":  # noqa: A002 - R's name
        """Return the residuals, missing for cases that `na.exclude` dropped.

        Parameters
        ----------
        type : {"deviance", "pearson", "working", "response"}
            Signed root of the deviance; response residual over its standard deviation; those of
            the last least squares step; response less mean.
        """
        found = glm_residuals(type, self.fit, self.start, self.family.distribution)
        return self.model_data.padded(found)

    def predict(self, newdata: Any = None, type: str = "link") -> "pd.Series[float]":  # noqa: A002
        """Predict on the scale of the linear predictor or of the response.

        Parameters
        ----------
        newdata : DataFrame, optional
            New cases; left out, the fitted ones.
        type : {"link", "response"}
            With "response" a binomial model gives probabilities.

        Returns
        -------
        Series
            By row name; missing where a predictor is.

        Raises
        ------
        RError
            ``object 'x' not found``; ``factor g has new level q``.
        """
        scale = match_arg(type, SCALES)
        if scale == "terms":
            raise RError("predictions of single terms are not here yet", "Choose link or response.")
        if newdata is None:
            known = self.fit.linear_predictors if scale == "link" else self.fit.fitted_values
            return self.model_data.padded(known)
        design, offset = new_design(self.model_data, newdata)
        if self.qr is not None:
            warn_of_deficiency(self.model_data, self.qr.pivot[: self.rank], design.values)
        eta = linear_predictor(design, self.fit.coefficients, offset)
        if scale == "link":
            return as_predictions(design, eta)
        means = np.where(np.isnan(eta), NA, self.family.linkinv(eta))
        return as_predictions(design, means)

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
