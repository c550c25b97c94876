"""`summary` of a network: what it is, what it was trained on, how each repetition ended."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import pandas as pd

from rnet.language.tree import Call, Constant
from rnet.neural.nn import NN
from rnet.neural.nn_statistics import coef_nn, nobs_nn, trained_weights
from rnet.neural.problem import Status
from rnet.record import Record
from rnet.values import NA, named_matrix

DEFAULT_ALGORITHM = "rprop+"


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class SummaryNN(Record):
    """What a network is and how its training went. R has no such summary.

    Attributes
    ----------
    call : Call
    units : tuple of int
        Units of each layer, predictors first.
    hidden_activation, output_activation, error_function, algorithm : str
        Names.
    variables, responses : list of str
    nobs : int
        Cases.
    weight_count, trained_count : int
        All weights, and those not excluded.
    repetitions : DataFrame
        One row for each repetition: error, reached.threshold, steps, (aic, bic,) converged;
        error, aic and bic are NA where it did not converge.
    best : int or None
        The repetition with the smallest error, from 1.
    coefficients : DataFrame or None
        A matrix of the weights of the best repetition: at the start and trained.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("call", "repetitions", "best", "coefficients")

    call: Call
    units: tuple[int, ...]
    hidden_activation: str
    output_activation: str
    error_function: str
    algorithm: str
    variables: list[str]
    responses: list[str]
    nobs: int
    weight_count: int
    trained_count: int
    repetitions: pd.DataFrame
    best: int | None
    coefficients: pd.DataFrame | None

    @staticmethod
    def of(fit: NN) -> "SummaryNN":
        """Return the summary of a network."""
        best = None if fit.result_matrix is None else fit.best()
        return SummaryNN(
            call=fit.call,
            units=fit.layout.units,
            hidden_activation=fit.act_fct.name,
            output_activation="linear" if fit.linear_output else fit.output_act_fct.name,
            error_function=fit.err_fct.name,
            algorithm=_algorithm(fit),
            variables=list(fit.model_list["variables"]),
            responses=list(fit.model_list["response"]),
            nobs=nobs_nn(fit),
            weight_count=fit.layout.size,
            trained_count=trained_weights(fit),
            repetitions=_repetitions(fit),
            best=best,
            coefficients=None if best is None else _coefficients(fit, best),
        )

    def __str__(self) -> str:
        from rnet.neural.print_summary_nn import (  # noqa: PLC0415 - imports this module
            format_summary_nn,
        )

        return format_summary_nn(self)


def _algorithm(fit: NN) -> str:
    """Return the name of the algorithm; of a network read from a file what its call says."""
    if fit.training is not None:
        return fit.training.settings.algorithm.name
    given = next((a.value for a in fit.call.arguments if a.name == "algorithm"), None)
    return str(given.value) if isinstance(given, Constant) else DEFAULT_ALGORITHM


def _repetitions(fit: NN) -> pd.DataFrame:
    rows = range(1, len(fit.outcomes) + 1)
    columns: dict[str, list[float]] = {
        "error": [NA] * len(rows),
        "reached.threshold": [outcome.reached for outcome in fit.outcomes],
        "steps": [outcome.steps for outcome in fit.outcomes],
    }
    if fit.result_matrix is not None:
        for name in ("error", "aic", "bic"):
            if name in fit.result_matrix.index:
                known = dict(zip(fit.converged, fit.result_matrix.loc[name], strict=True))
                columns[name] = [float(known.get(number, NA)) for number in rows]
    frame = pd.DataFrame(columns, index=pd.Index([str(number) for number in rows], dtype=object))
    frame["converged"] = [outcome.status == Status.CONVERGED for outcome in fit.outcomes]
    return frame


def _coefficients(fit: NN, best: int) -> pd.DataFrame:
    trained = coef_nn(fit, best)
    assert fit.startweights is not None  # there is a best repetition
    start = fit.startweights[best - 1]
    assert start is not None
    values = np.column_stack([fit.layout.join(start), trained.to_numpy()])
    return named_matrix(values, [str(name) for name in trained.index], ["Start", "Weight"])
