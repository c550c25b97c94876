"""The fitted linear model: R's components of an `lm` object, and its methods."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.formula.formula import Formula
from rnet.formula.terms import Terms
from rnet.language.tree import Call
from rnet.linear.fit_statistics import LogLik
from rnet.linear.lm_fit import LeastSquares
from rnet.linear.model_data import Floats, ModelData, new_design, warn_of_deficiency
from rnet.linear.predict_linear import as_predictions, linear_predictor
from rnet.linear.print_lm import format_lm
from rnet.linear.qr import Reflections
from rnet.linear.residual_kinds import lm_residuals
from rnet.printing.show import Style, console_text
from rnet.record import Record
from rnet.sums import extended_sum


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class LM(Record):
    """A linear model fitted by least squares.

    R's components are attributes: `fit["df.residual"]` is `fit.df_residual`. The component
    `residuals` is `fit.response_residuals`, because `fit.residuals()` is the generic function,
    which puts back rows left out by `na.exclude`.

    Attributes
    ----------
    call : Call
        The call.
    data : ModelData
        Model frame and design matrix, n cases and p columns.
    fit : LeastSquares
        The numbers, without names.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "coefficients", "residuals", "effects", "weights", "rank", "fitted.values", "assign",
        "qr", "df.residual", "na.action", "offset", "contrasts", "xlevels", "call", "terms",
        "model",
    )  # fmt: skip
    KEPT_AS: ClassVar[Mapping[str, str]] = {"residuals": "response_residuals"}
    LISTED_WHEN_KNOWN: ClassVar[tuple[str, ...]] = ("weights", "na.action", "offset", "contrasts")

    call: Call
    data: ModelData
    fit: LeastSquares

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
    def coefficients(self) -> "pd.Series[float]":
        """The coefficients by column name; NaN (NA) where collinear."""
        return self.data.by_column(self.fit.coefficients)

    @property
    def response_residuals(self) -> "pd.Series[float]":
        """Response less fitted values of the cases used."""
        return self.data.named(self.fit.residuals)

    @property
    def fitted_values(self) -> "pd.Series[float]":
        """The fitted values of the cases used."""
        return self.data.named(self.fit.fitted_values)

    @property
    def effects(self) -> "pd.Series[float]":
        """Q'y, named by the columns it was rotated onto."""
        return self.data.rotated(self.fit.effects, self.fit.qr)

    @property
    def weights(self) -> "pd.Series[float] | None":
        """The weights given, or None."""
        given = self.data.frame.weights
        return None if given is None else self.data.named(given)

    @property
    def rank(self) -> int:
        """How many coefficients could be estimated."""
        return self.fit.rank

    @property
    def assign(self) -> npt.NDArray[np.int64]:
        """The term each coefficient belongs to; 0 is the intercept."""
        return self.data.design.assign

    @property
    def qr(self) -> Reflections:
        """The decomposition of the weighted design matrix."""
        return self.fit.qr

    @property
    def df_residual(self) -> int:
        """Residual degrees of freedom."""
        return self.fit.df_residual

    @property
    def na_action(self) -> "pd.Series[int] | None":
        """The cases dropped because of missing values, or None."""
        return self.data.na_action

    @property
    def offset(self) -> Floats | None:
        """The sum of all offsets, or None."""
        return self.data.frame.offset

    @property
    def contrasts(self) -> dict[str, Any] | None:
        """The contrasts by factor, or None."""
        return self.data.contrasts

    @property
    def xlevels(self) -> dict[str, list[str]]:
        """The levels of every factor among the predictors."""
        return self.data.xlevels

    @property
    def terms(self) -> Terms:
        """The terms, with the encoding of the variables."""
        return self.data.design.terms

    @property
    def formula(self) -> Formula:
        """The formula, with `.` written out."""
        return self.terms.formula

    @property
    def model(self) -> pd.DataFrame:
        """The model frame."""
        return self.data.model

    @property
    def deviance(self) -> float:
        """The (weighted) residual sum of squares."""
        weights = self.data.frame.weights
        squares = self.fit.residuals**2
        return extended_sum(squares if weights is None else weights * squares)

    def coef(self) -> "pd.Series[float]":
        """Return the coefficients."""
        return self.coefficients

    def fitted(self) -> "pd.Series[float]":
        """Return the fitted values, missing for cases that `na.exclude` dropped."""
        return self.data.padded(self.fit.fitted_values)

    def residuals(self, type: str = "working") -> "pd.Series[float]":  # noqa: A002 - R's name
        """Return the residuals, missing for cases that `na.exclude` dropped.

        Parameters
        ----------
        type : {"working", "response", "deviance", "pearson"}
            The last two are multiplied by the root of the weights.
        """
        return self.data.padded(lm_residuals(type, self.fit, self.data.frame.weights))

    def predict(self, newdata: Any = None) -> "pd.Series[float]":
        """Predict the response.

        Parameters
        ----------
        newdata : DataFrame, optional
            New cases; left out, the fitted values.

        Returns
        -------
        Series
            By row name; missing where a predictor is.

        Raises
        ------
        RError
            ``object 'x' not found``; ``factor g has new level q``.
        """
        if newdata is None:
            return self.fitted()
        design, offset = new_design(self.data, newdata)
        warn_of_deficiency(self.data, self.qr.pivot[: self.rank], design.values)
        return as_predictions(design, linear_predictor(design, self.fit.coefficients, offset))

    def nobs(self) -> int:
        """Return the number of cases with a positive weight."""
        return len(self.fit.effects)

    def logLik(self) -> LogLik:  # noqa: N802 - R's name
        """Return the log likelihood at the maximum likelihood variance."""
        weights = self.data.frame.weights
        n = self.nobs()
        used = np.ones(n) if weights is None else weights[weights > 0]
        with np.errstate(divide="ignore"):
            spread = np.log(2 * np.pi) + 1 - np.log(n) + np.log(self.deviance)
            value = (extended_sum(np.log(used)) - n * spread) / 2
        return LogLik(float(value), self.rank + 1, n)


@console_text.register
def _(x: LM, style: Style) -> str:
    return format_lm(x.call, x.coefficients, style.digits)
