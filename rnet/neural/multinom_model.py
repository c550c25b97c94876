"""`Multinom`: a fitted multinomial model, with R's components and methods."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.language.tree import Call
from rnet.linear.fit_statistics import LogLik
from rnet.neural.multinom_data import MultinomData
from rnet.neural.nnet_fit import NnetProblem
from rnet.neural.nnet_hessian import hessian
from rnet.neural.nnet_model import ALWAYS, Nnet
from rnet.record import Record
from rnet.values import named_matrix

Doubles = npt.NDArray[np.float64]

OWN = (
    "terms", "weights", "deviance", "rank", "lab", "coefnames", "vcoefnames", "na.action",
    "contrasts", "xlevels", "edf", "AIC", "model", "Hessian",
)  # fmt: skip
_ONLY_WHEN_KNOWN = {"lev", "lab", "na.action", "contrasts", "xlevels", "model", "Hessian"}
_OF_NET = {name for name in ALWAYS if name != "call"} | {
    "terms",
    "na.action",
    "contrasts",
    "xlevels",
}
SINGULAR = float(np.sqrt(np.finfo(np.float64).eps))


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Multinom(Record):
    """A fitted multinomial log-linear model (classes `multinom` and `nnet` in R).

    The components that a network has, too, are those of `fit.net`: `fit["nunits"]` is
    `fit.net.nunits`.

    Attributes
    ----------
    call : Call
    net : Nnet
        The network without hidden units that is the model.
    cases : MultinomData
        Design matrix, response, classes.
    keeps_hessian, keeps_model : bool
        Whether these are components.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (*ALWAYS, *OWN)

    call: Call
    net: Nnet
    cases: MultinomData
    keeps_hessian: bool
    keeps_model: bool

    def __str__(self) -> str:
        from rnet.neural.print_multinom import format_multinom  # noqa: PLC0415 - imports this

        return format_multinom(self)

    def names(self) -> list[str]:
        """Return R's component names; na.action and the like only when there are any."""
        return [
            name
            for name in self.COMPONENTS
            if name not in _ONLY_WHEN_KNOWN or self[name] is not None
        ]

    def __getitem__(self, name: str) -> Any:
        """Return a component by its R name; None where R gives NULL."""
        return self.net[name] if name in _OF_NET else Record.__getitem__(self, name)

    @property
    def value(self) -> float:
        """The criterion: minus the log likelihood, and the decay."""
        return self.net.value

    @property
    def wts(self) -> Doubles:
        """The weights of the network, fixed ones too."""
        return self.net.wts

    @property
    def convergence(self) -> int:
        """0 for a minimum, 1 where `maxit` was reached."""
        return self.net.convergence

    @property
    def fitted_values(self) -> pd.DataFrame:
        """The probability of each class for each case fitted."""
        return self.net.fitted_values

    @property
    def lev(self) -> list[str] | None:
        """The classes of a factor response that have cases; None for counts."""
        return self.cases.levels

    @property
    def weights(self) -> Doubles:
        """The case weights, shape (n,)."""
        return self.cases.weights

    @property
    def deviance(self) -> float:
        """Twice the criterion."""
        return 2 * self.net.value

    @property
    def rank(self) -> int:
        """The rank of the design matrix."""
        return self.cases.rank

    @property
    def lab(self) -> list[str] | None:
        """The classes; None where there are two."""
        return None if self.cases.is_binomial else self.cases.classes

    @property
    def coefnames(self) -> list[str]:
        """The columns of the design matrix."""
        return list(self.cases.origin.design.column_names)

    @property
    def vcoefnames(self) -> list[str]:
        """The columns of the design matrix."""
        return self.coefnames

    @property
    def edf(self) -> int:
        """The effective number of coefficients."""
        return self._compared * self.rank

    @property
    def AIC(self) -> float:  # noqa: N802 - R's name
        """Akaike's criterion."""
        return self.deviance + 2 * self.edf

    @property
    def model(self) -> pd.DataFrame | None:
        """The model frame, where asked for."""
        return self.cases.origin.frame.to_pandas() if self.keeps_model else None

    @property
    def Hessian(self) -> pd.DataFrame | None:  # noqa: N802 - R's name
        """Second derivatives of the criterion by the coefficients, where asked for."""
        return self._named_by_coefficient(self.second_derivatives()) if self.keeps_hessian else None

    @property
    def _compared(self) -> int:
        """How many classes are compared with the first."""
        return 1 if self.cases.is_binomial else self.cases.y.shape[1] - 1

    @property
    def compared_classes(self) -> list[str]:
        """The classes compared with the first."""
        return self.cases.classes[1:]

    def coefficient_array(self) -> Doubles:
        """Return the coefficients, shape (compared classes, columns)."""
        return self.net.wts[self.cases.free.ravel()].reshape(self._compared, -1)

    def second_derivatives(self) -> Doubles:
        """Return those of the criterion by the coefficients, class by class, without decay."""
        net = self.net.architecture
        count, free = net.weights, np.flatnonzero(self.cases.free.ravel())
        problem = NnetProblem(
            net, self.cases.inputs, self.cases.y, self.weights, np.zeros(count), np.arange(count)
        )
        return np.asarray(hessian(problem, self.net.wts)[np.ix_(free, free)])

    def coef(self) -> "pd.Series[float] | pd.DataFrame":
        """Return the log odds against the first class: by column, for more classes a matrix."""
        found = self.coefficient_array()
        if self.cases.is_binomial:
            return pd.Series(found[0], index=pd.Index(self.coefnames, dtype=object))
        return named_matrix(found, self.compared_classes, self.coefnames)

    def vcov(self) -> pd.DataFrame:
        """Return the covariances of the coefficients, named `class:column`."""
        return self._named_by_coefficient(generalized_inverse(self.second_derivatives()))

    def standard_errors(self) -> Doubles:
        """Return those of the coefficients, shape (compared classes, columns)."""
        variances = np.diag(generalized_inverse(self.second_derivatives()))
        with np.errstate(invalid="ignore"):
            return np.asarray(np.sqrt(variances).reshape(self._compared, -1))

    def _named_by_coefficient(self, values: Doubles) -> pd.DataFrame:
        columns = self.coefnames
        names = [f"{c}:{column}" for c in self.compared_classes for column in columns]
        used = columns if self.cases.is_binomial else names
        return named_matrix(values, used, used)

    def confint(self, parm: Any = None, level: float = 0.95) -> Any:
        """Return confidence limits; see `rnet.neural.multinom_intervals.intervals`."""
        from rnet.neural.multinom_intervals import intervals  # noqa: PLC0415 - imports this

        return intervals(self, parm, level)

    def fitted(self) -> pd.DataFrame:
        """Return the class probabilities, padded for `na.exclude`."""
        return self.net.fitted()

    def residuals(self) -> pd.DataFrame:
        """Return response less probability, padded for `na.exclude`."""
        return self.net.residuals()

    def predict(self, newdata: Any = ..., type: str = "class") -> Any:  # noqa: A002 - R's name
        """Predict for new cases; see `rnet.neural.predict_multinom.predict_multinom`."""
        from rnet.neural.predict_multinom import predict_multinom  # noqa: PLC0415 - imports this

        return predict_multinom(self, newdata, type)

    def logLik(self) -> LogLik:  # noqa: N802 - R's name
        """Return the log likelihood; the number of cases is the sum of the weights."""
        return LogLik(-self.deviance / 2, self.edf, float(self.weights.sum()))

    def summary(
        self,
        correlation: bool = False,
        digits: int | None = None,
        Wald_ratios: bool = False,  # noqa: N803 - R's name
    ) -> Any:
        """Return the summary, with standard errors.

        Parameters
        ----------
        correlation : bool
            Whether to show the correlations of the coefficients.
        digits : int, optional
            Significant digits to print.
        Wald_ratios : bool
            Whether to show coefficients over standard errors.
        """
        from rnet.neural.print_multinom import SummaryMultinom  # noqa: PLC0415 - imports this

        return SummaryMultinom(self, bool(correlation), digits, bool(Wald_ratios))


def generalized_inverse(matrix: Doubles) -> Doubles:
    """Return the Moore-Penrose inverse; small singular values count as 0, as in R's `ginv`."""
    if not np.isfinite(matrix).all():
        raise RError("'X' must be a numeric or complex matrix", "The Hessian is not finite.")
    return np.asarray(np.linalg.pinv(matrix, rcond=SINGULAR))
