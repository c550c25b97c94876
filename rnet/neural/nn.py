"""`NN`: a trained network, with R's components and methods."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.language.tree import Call
from rnet.neural.activations import LINEAR, Activation
from rnet.neural.error_functions import ErrorFunction
from rnet.neural.generalized_weights import generalized_weights
from rnet.neural.network import Layout, Network
from rnet.neural.problem import Outcome
from rnet.neural.training_record import TrainingRecord
from rnet.neural.watch import History
from rnet.record import Record
from rnet.values import named_matrix

if TYPE_CHECKING:
    from os import PathLike

    from matplotlib.figure import Figure

    from rnet.linear.fit_statistics import LogLik
    from rnet.neural.component_table import ComponentTable
    from rnet.neural.diagnose import Diagnosis
    from rnet.neural.summary_nn import SummaryNN

Doubles = npt.NDArray[np.float64]
WeightList = list[Doubles]

ALWAYS = (
    "call",
    "response",
    "covariate",
    "model.list",
    "err.fct",
    "act.fct",
    "output.act.fct",
    "linear.output",
    "data",
    "exclude",
)
IF_CONVERGED = (
    "net.result",
    "weights",
    "generalized.weights",
    "startweights",
    "result.matrix",
)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class NN(Record):
    """A trained network (class `nn` in R).

    The last five components are None where no repetition converged; otherwise four of them are
    lists over all repetitions, None for those that did not converge, and `result_matrix` has a
    column for each converged repetition, in order (`converged` says which).

    Attributes
    ----------
    call : Call
        The matched call.
    response : DataFrame
        A matrix, n x responses.
    covariate : DataFrame
        A matrix, n x predictors.
    model_list : dict
        Names: `{"response": [...], "variables": [...]}`.
    err_fct : ErrorFunction
    act_fct, output_act_fct : Activation
    linear_output : bool
    data : DataFrame
        The data as given.
    exclude : array_like or None
        As given.
    net_result : list of DataFrame
        Output matrices, n x responses.
    weights, startweights : list of list of ndarray
        One matrix per layer; its first row is the intercept. A weight fixed at 0 is NA.
    result_matrix : DataFrame
        Rows error, reached.threshold, steps, (aic, bic,) and every weight.
    outcomes : tuple of Outcome
        How each repetition ended, also those that did not converge.
    layout : Layout
        Sizes of the layers.
    training : TrainingRecord or None
        How it was trained; None for a network read from R's file.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ALWAYS + IF_CONVERGED

    call: Call
    response: pd.DataFrame
    covariate: pd.DataFrame
    model_list: dict[str, list[str]]
    err_fct: ErrorFunction
    act_fct: Activation
    output_act_fct: Activation
    linear_output: bool
    data: pd.DataFrame
    exclude: Any
    net_result: list[pd.DataFrame | None] | None
    weights: list[WeightList | None] | None
    startweights: list[WeightList | None] | None
    result_matrix: pd.DataFrame | None
    outcomes: tuple[Outcome, ...]
    layout: Layout
    training: TrainingRecord | None = None
    _generalized: dict[int, pd.DataFrame] = field(default_factory=dict)

    @property
    def network(self) -> Network:
        """Layers and activations."""
        output = LINEAR if self.linear_output else self.output_act_fct
        return Network(self.layout, self.act_fct, output)

    @property
    def converged(self) -> list[int]:
        """The repetitions that converged, counted from 1; they are `result_matrix`'s columns."""
        found = self.weights or []
        return [number + 1 for number, weights in enumerate(found) if weights is not None]

    @property
    def generalized_weights(self) -> list[pd.DataFrame | None] | None:
        """The generalized weights of each repetition, n x (predictors * responses).

        Computed when first asked for.
        """
        if self.weights is None:
            return None
        return [
            None if weights is None else self._generalized_weights(number, weights)
            for number, weights in enumerate(self.weights)
        ]

    def _generalized_weights(self, number: int, weights: WeightList) -> pd.DataFrame:
        if number not in self._generalized:
            values = generalized_weights(
                self.network, without_missing(weights), self.covariate.to_numpy(dtype=np.float64)
            )
            index = self.covariate.index
            names = None if isinstance(index, pd.RangeIndex) else list(index)
            self._generalized[number] = named_matrix(values, names)
        return self._generalized[number]

    @property
    def history(self) -> tuple[History, ...]:
        """What happened step by step, one `History` for each repetition.

        Empty unless the network was trained with `history` or `validation`.
        """
        return self.training.histories if self.training is not None else ()

    def names(self) -> list[str]:
        """Return R's component names; fewer where nothing converged."""
        return list(ALWAYS if self.weights is None else self.COMPONENTS)

    def best(self) -> int:
        """Return the repetition with the smallest error, counted from 1."""
        from rnet.neural.predict_nn import no_weights  # noqa: PLC0415 - imports this module

        if self.result_matrix is None:
            raise no_weights()
        errors = self.result_matrix.loc["error"].to_numpy(dtype=np.float64)
        return self.converged[int(np.argmin(np.where(np.isnan(errors), np.inf, errors)))]

    def predict(self, newdata: Any = ..., rep: int | str = 1, all_units: bool = False) -> Any:
        """Return the output on new data; see `rnet.neural.predict_nn.predict_nn`."""
        from rnet.neural.predict_nn import predict_nn  # noqa: PLC0415 - imports this module

        return predict_nn(self, newdata, rep, all_units)

    def plot(self, rep: int | str | None = None, **arguments: Any) -> "Figure | list[Figure]":
        """Draw the network, or with ``rep="history"`` how its training went.

        See `rnet.neural.plot_nn.plot_nn` and `rnet.neural.plot_history.plot_history`.
        """
        from rnet.neural.plot_history import plot_history  # noqa: PLC0415 - imports this module
        from rnet.neural.plot_nn import plot_nn  # noqa: PLC0415 - imports this module

        if isinstance(rep, str) and rep == "history":
            return plot_history(self)

        return plot_nn(self, rep, **arguments)

    def equation(self, language: str = "R", rep: int | str = 1) -> str | dict[str, str]:
        """Write the network as an expression; see `rnet.neural.equation.equation`."""
        from rnet.neural.equation import equation  # noqa: PLC0415 - imports this module

        return equation(self, language, rep)

    def save(self, path: "str | PathLike[str]") -> None:
        """Write the network to a file of plain text; see `rnet.neural.save_nn.save_nn`."""
        from rnet.neural.save_nn import save_nn  # noqa: PLC0415 - imports this module

        save_nn(self, path)

    def diagnose(self, rep: int | str | None = None) -> "Diagnosis":
        """Say why a repetition did not converge; see `rnet.neural.diagnose.diagnose`."""
        from rnet.neural.diagnose import diagnose  # noqa: PLC0415 - imports this module

        return diagnose(self, rep)

    def fitted(self, rep: int | str = 1) -> pd.DataFrame:
        """Return the outputs for the training data; see `rnet.neural.nn_statistics`."""
        from rnet.neural.nn_statistics import fitted_nn  # noqa: PLC0415 - imports this module

        return fitted_nn(self, rep)

    def residuals(self, rep: int | str = 1) -> pd.DataFrame:
        """Return response less output; see `rnet.neural.nn_statistics`."""
        from rnet.neural.nn_statistics import residuals_nn  # noqa: PLC0415 - imports this module

        return residuals_nn(self, rep)

    def coef(self, rep: int | str = 1) -> "pd.Series[float]":
        """Return the weights by name; see `rnet.neural.nn_statistics`."""
        from rnet.neural.nn_statistics import coef_nn  # noqa: PLC0415 - imports this module

        return coef_nn(self, rep)

    def nobs(self) -> int:
        """Return how many cases the network was trained on."""
        from rnet.neural.nn_statistics import nobs_nn  # noqa: PLC0415 - imports this module

        return nobs_nn(self)

    def logLik(self, rep: int | str = 1) -> "LogLik":  # noqa: N802 - R's name
        """Return the log likelihood, where the error is one; see `rnet.neural.nn_statistics`."""
        from rnet.neural.nn_statistics import log_lik_nn  # noqa: PLC0415 - imports this module

        return log_lik_nn(self, rep)

    def summary(self, *, components: bool = False) -> "SummaryNN | ComponentTable":
        """Return architecture, data, every repetition and the weights of the best.

        R has only a table of length, class and mode of each component: `components=True`.
        """
        from rnet.neural.component_table import (  # noqa: PLC0415 - imports this module
            ComponentTable,
        )
        from rnet.neural.summary_nn import SummaryNN  # noqa: PLC0415 - imports this module

        return ComponentTable.of(self) if components else SummaryNN.of(self)

    def __str__(self) -> str:
        from rnet.neural.print_nn import format_nn  # noqa: PLC0415 - imports this module

        return format_nn(self)


def repetition_number(fit: NN, rep: Any) -> int:
    """Return the number, from 1, of a repetition or of the "best" one; 0 for what is neither."""
    if isinstance(rep, str):
        return fit.best() if rep == "best" else 0
    if not isinstance(rep, int | float | np.number) or rep != np.floor(rep) or np.isinf(rep):
        return 0
    return int(rep)


def without_missing(weights: WeightList) -> WeightList:
    """Return weight matrices with 0 for NA: a weight fixed at 0."""
    return [np.where(np.isnan(matrix), 0.0, matrix) for matrix in weights]


def check_network(x: Any) -> None:
    """Refuse what is no network of `neuralnet`.

    Raises
    ------
    RError
        `$ operator is invalid for atomic vectors`
    """
    if not isinstance(x, NN):
        raise RError(
            "$ operator is invalid for atomic vectors",
            f"Give a network of neuralnet, not {type(x).__name__}.",
        )
