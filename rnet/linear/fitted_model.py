"""What linear and generalized linear models have in common: components and methods."""

from abc import abstractmethod
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.distributions.tails import normal_quantile
from rnet.formulas.fitted import HasDesign
from rnet.formulas.formula import Formula
from rnet.formulas.model_frame import ModelFrame
from rnet.formulas.model_matrix import DesignMatrix
from rnet.formulas.terms import Terms
from rnet.language.tree import Call
from rnet.linear import later
from rnet.linear.coefficient_tests import unscaled_covariance
from rnet.linear.glm_fit import IrlsFit
from rnet.linear.lm_fit import LeastSquares
from rnet.linear.model_data import Floats, ModelData
from rnet.linear.qr import Reflections
from rnet.record import Record
from rnet.values import NA, named_matrix

if TYPE_CHECKING:
    from rnet.linear.alias import Aliases
    from rnet.linear.anova_table import AnovaTable
    from rnet.linear.influence import CaseNames, InfluenceMeasures, LmInfluence
    from rnet.linear.leave_one_out import LeaveOneOut

PICTURES = (1, 2, 3, 5)
"""The diagnostic pictures `plot` draws unless others are named."""


class FittedModel(Record, HasDesign):
    """A model with a linear predictor, fitted; the abstract base of `LM` and `GLM`.

    Attributes
    ----------
    call : Call
        The call.
    model_data : ModelData
        Model frame and design matrix, n cases and p columns.
    arguments : mapping
        The arguments of the function that fitted it, by name.
    """

    __slots__ = ()

    call: Call
    model_data: ModelData
    fit: LeastSquares | IrlsFit
    arguments: Mapping[str, Any]

    @property
    @abstractmethod
    def estimates(self) -> Floats:
        """The coefficients, shape (p,); NaN where collinear."""

    @property
    @abstractmethod
    def decomposition(self) -> Reflections:
        """The decomposition of the weighted design matrix; without columns an empty one."""

    @property
    @abstractmethod
    def scale_squared(self) -> float:
        """The variance of the response up to its weight and variance function."""

    @property
    @abstractmethod
    def df_residual(self) -> int:
        """Residual degrees of freedom."""

    @property
    @abstractmethod
    def deviance(self) -> float:
        """The deviance; of a linear model the residual sum of squares."""

    @property
    @abstractmethod
    def used(self) -> npt.NDArray[np.bool_]:
        """Which cases count, shape (n,): those with a positive weight."""

    @abstractmethod
    def deletion(self) -> "LeaveOneOut":
        """Return what the fit would be without each of the cases that count."""

    @abstractmethod
    def pearson(self) -> Floats:
        """Return the residuals of these cases that Cook's distance takes."""

    @abstractmethod
    def standardized_residuals(self, kind: str | None) -> Floats:
        """Return the residuals of these cases by their standard deviations."""

    @property
    def coefficients(self) -> "pd.Series[float]":
        """The coefficients by column name; NaN (NA) where collinear."""
        return self.model_data.by_column(self.estimates)

    @property
    def rank(self) -> int:
        """How many coefficients could be estimated."""
        return self.decomposition.rank

    @property
    def estimated(self) -> npt.NDArray[np.intp]:
        """The columns whose coefficients could be estimated, in order."""
        return self.decomposition.pivot[: self.rank]

    @property
    def estimated_names(self) -> list[str]:
        """The names of these columns."""
        return [self.model_data.design.column_names[j] for j in self.estimated]

    @property
    def keeps_cases(self) -> bool:
        """Whether residuals and fitted values are kept."""
        return True

    @property
    def case_count(self) -> int:
        """How many cases were fitted, those of weight zero included."""
        return len(self.fit.fitted_values)

    @property
    def omitted(self) -> int:
        """How many cases were left out for missing values."""
        return len(self.model_data.frame.omitted)

    @property
    def predictor_means(self) -> Floats:
        """The means of the columns of the design matrix, shape (p,)."""
        return np.asarray(self.model_data.design.values.mean(axis=0), dtype=np.float64)

    @property
    def aliased(self) -> "pd.Series[bool]":
        """Which coefficients are collinear with others, by name."""
        coefficients = self.coefficients
        return pd.Series(coefficients.isna().to_numpy(), index=coefficients.index)

    @property
    def na_action(self) -> "pd.Series[int] | None":
        """The cases dropped because of missing values, or None."""
        return self.model_data.na_action

    @property
    def offset(self) -> Floats | None:
        """The sum of all offsets, or None."""
        return self.model_data.frame.offset

    @property
    def contrasts(self) -> dict[str, Any] | None:
        """The contrasts by factor, or None."""
        return self.model_data.contrasts

    @property
    def xlevels(self) -> dict[str, list[str]]:
        """The levels of every factor among the predictors."""
        return self.model_data.xlevels

    @property
    def terms(self) -> Terms:
        """The terms, with the encoding of the variables."""
        return self.model_data.design.terms

    @property
    def formula(self) -> Formula:
        """The formula, with `.` written out."""
        return self.terms.formula

    @property
    def model(self) -> pd.DataFrame:
        """The model frame."""
        return self.model_data.model

    @property
    def fitted_values(self) -> "pd.Series[float]":
        """The fitted means of the cases used."""
        return self.model_data.named(self.fit.fitted_values)

    def fitted(self) -> "pd.Series[float]":
        """Return the fitted means, missing for cases that `na.exclude` dropped."""
        return self.model_data.padded(self.fit.fitted_values)

    @abstractmethod
    def confint(self, parm: Any = None, level: float = 0.95) -> Any:
        """Return confidence limits of the coefficients."""

    @property
    @abstractmethod
    def coefficients_table(self) -> pd.DataFrame:
        """Estimate, standard error, statistic and p of the coefficients not collinear."""

    def tidy(self, conf_int: bool = False, conf_level: float = 0.95) -> pd.DataFrame:
        """Return a data frame with a row a coefficient, with broom's column names.

        Parameters
        ----------
        conf_int : bool, default False
            Whether confidence limits are added.
        conf_level : float, default 0.95
            Their probability.
        """
        names = self.model_data.design.column_names
        limits = self.confint(names, conf_level) if conf_int else None
        return later.tidy_frame(self, self.coefficients_table, limits)

    def coef(self) -> "pd.Series[float]":
        """Return the coefficients."""
        return self.coefficients

    @property
    def used_frame(self) -> ModelFrame:
        """The model frame."""
        return self.model_data.frame

    @property
    def used_design(self) -> DesignMatrix:
        """The design matrix."""
        return self.model_data.design

    def unscaled_vcov(self) -> pd.DataFrame:
        """Return the inverse of X'WX of the columns that are not collinear, a matrix."""
        names = self.estimated_names
        return named_matrix(unscaled_covariance(self.decomposition), names, names)

    def vcov(self) -> pd.DataFrame:
        """Return the covariances of the coefficients, a matrix; NA where collinear."""
        names, columns = self.model_data.design.column_names, self.estimated
        cells = np.full((len(names), len(names)), NA)
        covariance = self.scale_squared * unscaled_covariance(self.decomposition)
        cells[np.ix_(columns, columns)] = covariance
        return named_matrix(cells, names, names)

    def sigma(self) -> float:
        """Return the residual standard deviation, the root of deviance by degrees of freedom."""
        with np.errstate(all="ignore"):
            return float(np.sqrt(np.float64(self.deviance) / self.df_residual))

    def _cases(self) -> "CaseNames":
        return later.CaseNames(self, self.used)

    @abstractmethod
    def extractAIC(  # noqa: N802 - R's name
        self, scale: float = 0.0, k: float = 2.0
    ) -> npt.NDArray[np.float64]:
        """Return the number of parameters and the criterion `step` minimises."""

    def update(self, formula: Any = None, **changes: Any) -> "FittedModel":
        """Fit again with a changed formula or other arguments.

        Parameters
        ----------
        formula : str or Formula, optional
            In it `.` stands for the old sides: ``". ~ . + x"``.
        **changes
            Other arguments of the model function; None takes one away.
        """
        from rnet.linear.update import update  # noqa: PLC0415 - it needs lm and glm

        found: FittedModel = update(self, formula, **changes)
        return found

    def drop1(
        self, scope: Any = None, scale: float = 0.0, test: str = "none", k: float = 2.0
    ) -> "AnovaTable":
        """Return what the model would be without each of its terms.

        Parameters
        ----------
        scope : str, Formula or sequence of str, optional
            Terms to drop; by default all that no other term contains.
        scale : float, default 0
            A known residual variance.
        test : {"none", "F", "Chisq", "Rao"}
        k : float, default 2
            Penalty per parameter.
        """
        from rnet.linear.single_terms import drop_terms  # noqa: PLC0415 - it needs the fits

        return drop_terms(self, scope, scale, test, k)

    def add1(
        self, scope: Any = None, scale: float = 0.0, test: str = "none", k: float = 2.0
    ) -> "AnovaTable":
        """Return what the model would be with each of some further terms.

        Parameters
        ----------
        scope : str, Formula or sequence of str
            Terms to add: a formula in which `.` stands for the model's terms, or labels.
        scale : float, default 0
            A known residual variance.
        test : {"none", "F", "Chisq", "Rao"}
        k : float, default 2
            Penalty per parameter.
        """
        from rnet.linear.single_terms import add_terms  # noqa: PLC0415

        return add_terms(self, scope, scale, test, k)

    def hatvalues(self) -> "pd.Series[float]":
        """Return the leverages, the diagonal of the hat matrix."""
        return self._cases().named(self.deletion().leverages, 0.0)

    def cooks_distance(self) -> "pd.Series[float]":
        """Return Cook's distances."""
        leverages = self.deletion().leverages
        found = later.cooks(self.pearson(), leverages, self.scale_squared, self.rank)
        return self._cases().named(found)

    def rstandard(self, type: str | None = None) -> "pd.Series[float]":  # noqa: A002 - R's name
        """Return residuals by their standard deviation.

        Parameters
        ----------
        type : str, optional
            Of a linear model "sd.1" or "predictive" (as if the case had been left out); of a
            generalized one "pearson", the default since R 4.6, or "deviance".
        """
        return self._cases().named(self.standardized_residuals(type))

    def rstudent(self) -> "pd.Series[float]":
        """Return residuals by their standard deviation without the case."""
        return self._cases().named(self.studentized_residuals())

    def studentized_residuals(self) -> Floats:
        """Return these residuals of the cases that count."""
        return later.studentized(self.deletion())

    def dffits(self) -> "pd.Series[float]":
        """Return how far the fitted value moves when the case is left out, scaled."""
        return self._cases().named(later.fit_changes(self.deletion()))

    def dfbeta(self) -> pd.DataFrame:
        """Return how far coefficients move when a case is left out, a matrix."""
        return self._cases().matrix(self.deletion().changes, self.estimated_names, 0.0)

    def dfbetas(self) -> pd.DataFrame:
        """Return how far coefficients move, by their standard errors, a matrix."""
        return self._cases().matrix(
            later.scaled_changes(self.deletion()), self.estimated_names, 0.0
        )

    def covratio(self) -> "pd.Series[float]":
        """Return how the determinant of the covariances changes when a case is left out."""
        found = self.deletion()
        df = len(found.leverages) - self.rank
        return self._cases().named(later.covariance_ratios(found, df))

    def lm_influence(self) -> "LmInfluence":
        """Return leverages, changes of coefficients, standard deviations and residuals."""
        return later.lm_influence_of(self._cases(), self.deletion())

    def influence_measures(self) -> "InfluenceMeasures":
        """Return all measures of influence, large ones marked."""
        return later.influence_measures_of(
            self._cases(), self.deletion(), self.pearson(), self.scale_squared
        )

    def confint_default(self, parm: Any = None, level: float = 0.95) -> pd.DataFrame:
        """Return confidence limits from the normal distribution, a matrix.

        Parameters
        ----------
        parm : str, int or sequence of them, optional
            Which coefficients, by name or number from 1; all by default.
        level : float, default 0.95
            Probability of the interval.
        """
        return later.wald_limits(self, parm, level, normal_quantile(1 - (1 - level) / 2))

    @property
    @abstractmethod
    def case_weights(self) -> "pd.Series[float] | None":
        """The prior weights of the cases used, or None."""

    def alias(self, complete: bool = True, partial: bool = False) -> "Aliases":
        """Return which coefficients depend on which; arguments as `rnet.alias`."""
        return later.alias_of(self, complete=complete, partial=partial)

    def kappa(self, exact: bool = False) -> float:
        """Return the condition number of the design; exact, the ratio of the singular values."""
        return later.condition(self, exact=exact)
