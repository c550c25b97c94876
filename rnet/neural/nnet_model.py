"""`Nnet`: a fitted network with one hidden layer, with R's components and methods."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.formulas.terms import Terms
from rnet.language.tree import Call
from rnet.neural.architecture import Architecture
from rnet.neural.nnet_data import NnetData
from rnet.neural.nnet_fit import NnetFit
from rnet.record import Record

Doubles = npt.NDArray[np.float64]

ALWAYS = (
    "n", "nunits", "nconn", "conn", "nsunits", "decay", "entropy", "softmax", "censored",
    "value", "wts", "convergence", "fitted.values", "residuals", "lev", "call",
)  # fmt: skip
OF_FORMULA = ("terms", "coefnames", "na.action", "contrasts", "xlevels")
_ONLY_WHEN_KNOWN = {"lev", "Hessian", "na.action", "contrasts", "xlevels"}
_OF_RECORD = {"residuals": "response_residuals"}


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Nnet(Record):
    """A fitted network (classes `nnet.formula` and `nnet` in R).

    R's components are attributes: `fit["fitted.values"]` is `fit.fitted_values`. The component
    `residuals` is `fit.response_residuals`, because `fit.residuals()` is the generic function.

    Attributes
    ----------
    call : Call
    architecture : Architecture
        Sizes, connections, criterion.
    decay : ndarray
        As given: one number or one for each weight.
    fit : NnetFit
        The numbers, without names.
    data : NnetData
        The cases used.
    lev : list of str or None
        The classes, where outputs are classes.
    Hessian : ndarray or None
        Second derivatives of the criterion, shape (weights, weights), where asked for.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (*ALWAYS, "Hessian", *OF_FORMULA)

    call: Call
    architecture: Architecture
    decay: Doubles
    fit: NnetFit
    data: NnetData
    lev: list[str] | None
    Hessian: Doubles | None

    def __str__(self) -> str:
        from rnet.neural.print_nnet import format_nnet  # noqa: PLC0415 - imports this module

        return format_nnet(self)

    def names(self) -> list[str]:
        """Return R's component names; those of a formula only with one."""
        listed = ALWAYS + ("Hessian",) + (OF_FORMULA if self.data.origin is not None else ())
        return [n for n in listed if n not in _ONLY_WHEN_KNOWN or self[n] is not None]

    def __getitem__(self, name: str) -> Any:
        """Return a component by its R name; None where R gives NULL."""
        if name in _OF_RECORD:
            return getattr(self, _OF_RECORD[name])
        return Record.__getitem__(self, name)

    @property
    def n(self) -> npt.NDArray[np.int64]:
        """Inputs, hidden units, outputs."""
        net = self.architecture
        return np.array([net.inputs, net.hidden, net.outputs])

    @property
    def nunits(self) -> int:
        """All units, the bias included."""
        return self.architecture.units

    @property
    def nsunits(self) -> int:
        """The number of the first unit that is a plain sum."""
        return self.architecture.logistic_units

    @property
    def nconn(self) -> npt.NDArray[np.int64]:
        """Where the weights of each unit begin, and the end."""
        return self.architecture.offsets

    @property
    def conn(self) -> npt.NDArray[np.int64]:
        """The unit each weight comes from: 0 the bias, then inputs, then hidden units."""
        return self.architecture.sources

    @property
    def entropy(self) -> bool:
        """Whether logistic outputs were fitted by maximum conditional likelihood."""
        return self.architecture.criterion.name == "entropy"

    @property
    def softmax(self) -> bool:
        """Whether the outputs are class probabilities."""
        return self.architecture.criterion.gives_probabilities

    @property
    def censored(self) -> bool:
        """Whether a response of several ones means possible classes."""
        return self.architecture.criterion.name == "censored"

    @property
    def value(self) -> float:
        """The criterion at the weights found, the penalty included."""
        return self.fit.value

    @property
    def wts(self) -> Doubles:
        """The weights found."""
        return self.fit.weights

    @property
    def convergence(self) -> int:
        """1 where the limit of iterations was reached, else 0."""
        return int(not self.fit.converged)

    @property
    def fitted_values(self) -> pd.DataFrame:
        """The outputs for the cases used, a matrix of n rows."""
        return self.data.matrix(self.fit.fitted)

    @property
    def response_residuals(self) -> pd.DataFrame:
        """Response less output, a matrix of n rows."""
        return self.data.matrix(self.data.y - self.fit.fitted)

    @property
    def terms(self) -> Terms | None:
        """The terms with the encoding of the variables; None without a formula."""
        return None if self.data.origin is None else self.data.origin.design.terms

    @property
    def coefnames(self) -> list[str] | None:
        """The columns of the design matrix but the intercept; None without a formula."""
        origin = self.data.origin
        if origin is None:
            return None
        return list(origin.design.column_names[int(origin.has_intercept) :])

    @property
    def na_action(self) -> "pd.Series[int] | None":
        """The cases dropped because of missing values, or None."""
        return None if self.data.origin is None else self.data.origin.na_action

    @property
    def contrasts(self) -> dict[str, Any] | None:
        """The contrasts by factor, or None."""
        return None if self.data.origin is None else self.data.origin.contrasts

    @property
    def xlevels(self) -> dict[str, list[str]] | None:
        """The levels of every factor among the predictors."""
        return None if self.data.origin is None else self.data.origin.xlevels

    def coef(self) -> "pd.Series[float]":
        """Return the weights by their names, `b->h1`, `i1->h1`, `h1->o`."""
        return pd.Series(self.wts, index=pd.Index(self.architecture.names, dtype=object))

    def fitted(self) -> pd.DataFrame:
        """Return the outputs, with rows of NaN for cases that `na.exclude` dropped."""
        return self._padded(self.fitted_values)

    def residuals(self) -> pd.DataFrame:
        """Return response less output, padded as `fitted` is."""
        return self._padded(self.response_residuals)

    def _padded(self, values: pd.DataFrame) -> pd.DataFrame:
        return values if self.data.origin is None else self.data.origin.padded(values)

    def predict(self, newdata: Any = ..., type: str = "raw") -> Any:  # noqa: A002 - R's name
        """Predict for new cases; see `rnet.neural.predict_nnet.predict_nnet`."""
        from rnet.neural.predict_nnet import predict_nnet  # noqa: PLC0415 - imports this module

        return predict_nnet(self, newdata, type)

    def summary(self) -> "SummaryNnet":
        """Return the summary: sizes, options, and the weights unit by unit."""
        return SummaryNnet(self)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class SummaryNnet(Record):
    """The summary of a network; its components are those of the fit.

    Attributes
    ----------
    object : Nnet
        The fit.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = Nnet.COMPONENTS

    object: Nnet

    def __str__(self) -> str:
        from rnet.neural.print_nnet import format_nnet_summary  # noqa: PLC0415 - imports this

        return format_nnet_summary(self.object)

    def names(self) -> list[str]:
        """Return R's component names."""
        return self.object.names()

    def __getitem__(self, name: str) -> Any:
        """Return a component of the fit by its R name."""
        return self.object[name]
