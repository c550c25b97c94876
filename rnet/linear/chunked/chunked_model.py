"""What fits of large tables have in common: everything but the single cases."""

from abc import abstractmethod
from typing import Any, NoReturn

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.distributions.tails import normal_quantile
from rnet.linear.chunked.lm_pass import Cases
from rnet.linear.confidence_limits import wald_limits
from rnet.linear.fitted_model import FittedModel
from rnet.linear.model_data import Floats


class ChunkedModel(FittedModel):
    """A model fitted chunk by chunk, which keeps no cases; the abstract base of two.

    Attributes
    ----------
    cases : Cases
        Numbers of cases, and sums over them.
    """

    __slots__ = ()

    cases: Cases

    @property
    def keeps_cases(self) -> bool:
        """No: there is no vector as long as the table."""
        return False

    @property
    def case_count(self) -> int:
        """How many complete cases there were."""
        return self.cases.rows

    @property
    def omitted(self) -> int:
        """How many cases were left out for missing values."""
        return self.cases.omitted

    @property
    def predictor_means(self) -> Floats:
        """The means of the columns of the design matrix, shape (p,)."""
        return self.cases.columns / self.cases.rows

    @property
    def has_offset(self) -> bool:
        """Whether a term has coefficient 1."""
        return bool(self.terms.offsets) or self.model_data.offset is not None

    @property
    def na_action(self) -> None:
        """Which cases were left out is not kept; `omitted` tells how many."""

    @abstractmethod
    def predict(self, newdata: Any = None, **wanted: Any) -> Any:
        """Predict for new data."""

    def confint(self, parm: Any = None, level: float = 0.95) -> pd.DataFrame:
        """Return confidence limits from the standard errors, a matrix.

        Parameters
        ----------
        parm : str, int or sequence of them, optional
            Which coefficients, by name or number from 1; all by default.
        level : float, default 0.95
            Probability of the interval.
        """
        return wald_limits(self, parm, level, self.quantile(1 - (1 - level) / 2))

    def quantile(self, probability: float) -> float:
        """Return the quantile that standard errors are multiplied by."""
        return float(normal_quantile(probability))

    def _refuse(self, what: str) -> NoReturn:
        raise RError(
            f"the {what} of a model fitted by chunks are not kept",
            "They are as long as the table: read it chunk by chunk and compare each chunk's "
            "response with predict(fit, chunk).",
        )

    @property
    def used(self) -> npt.NDArray[np.bool_]:
        """Not kept."""
        self._refuse("cases")

    @property
    def fitted_values(self) -> "pd.Series[float]":
        """Not kept."""
        self._refuse("fitted values")

    @property
    def model(self) -> pd.DataFrame:
        """Not kept."""
        self._refuse("cases")

    @property
    def offset(self) -> Floats | None:
        """Not kept."""
        self._refuse("offsets")

    @property
    def case_weights(self) -> "pd.Series[float] | None":
        """Not kept."""
        self._refuse("weights")

    def fitted(self) -> "pd.Series[float]":
        """Raise an error: fitted values are not kept."""
        self._refuse("fitted values")

    def residuals(self, type: str = "working") -> Any:  # noqa: A002, ARG002 - R's name
        """Raise an error: residuals are not kept."""
        self._refuse("residuals")

    def scaled_residuals(self) -> Floats:
        """Raise an error: residuals are not kept."""
        self._refuse("residuals")

    def deletion(self) -> NoReturn:
        """Raise an error: measures of influence need the cases."""
        self._refuse("measures of influence")

    def pearson(self) -> Floats:
        """Raise an error: residuals are not kept."""
        self._refuse("residuals")

    def standardized_residuals(self, kind: str | None) -> Floats:  # noqa: ARG002
        """Raise an error: residuals are not kept."""
        self._refuse("residuals")

    def drop1(self, *scope: Any, **wanted: Any) -> NoReturn:  # noqa: ARG002
        """Raise an error: the models must be fitted one by one."""
        self._refuse("columns for drop1()")

    def add1(self, *scope: Any, **wanted: Any) -> NoReturn:  # noqa: ARG002
        """Raise an error: the models must be fitted one by one."""
        self._refuse("columns for add1()")
