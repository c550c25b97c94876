"""`NN` made from its parts: what training gave, or what a file holds."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.language.tree import Call
from rnet.neural.activations import Activation
from rnet.neural.error_functions import ErrorFunction
from rnet.neural.exclude import FixedWeights
from rnet.neural.fit_nn import Repetition
from rnet.neural.model_data import ModelData
from rnet.neural.network import Layout
from rnet.neural.nn import NN
from rnet.neural.problem import Outcome
from rnet.neural.training_record import TrainingRecord
from rnet.values import NA, named_matrix

Doubles = npt.NDArray[np.float64]


def network_record(
    *,
    call: Call,
    error: ErrorFunction,
    hidden: Activation,
    output: Activation,
    linear_output: bool,
    exclude: Any,
    data: ModelData,
    layout: Layout,
    fixed: FixedWeights,
    outcomes: Sequence[Outcome],
    repetitions: Sequence[Repetition | None],
    training: TrainingRecord | None,
) -> NN:
    """Return the record a user holds."""
    return NN(
        call=call,
        response=data.response,
        covariate=data.covariate,
        model_list={"response": list(data.responses), "variables": list(data.variables)},
        err_fct=error,
        act_fct=hidden,
        output_act_fct=output,
        linear_output=linear_output,
        data=data.frame,
        exclude=exclude,
        outcomes=tuple(outcomes),
        layout=layout,
        training=training,
        **_component_lists(data, layout, fixed, outcomes, repetitions),
    )


def _component_lists(
    data: ModelData,
    layout: Layout,
    fixed: FixedWeights,
    outcomes: Sequence[Outcome],
    repetitions: Sequence[Repetition | None],
) -> dict[str, Any]:
    """Return net_result, weights, startweights and result_matrix by name.

    All are None if no repetition converged.
    """
    if not any(repetitions):
        return dict.fromkeys(("net_result", "weights", "startweights", "result_matrix"))

    def matrices(flat: Doubles) -> list[Doubles]:
        shown = flat.copy()
        shown[fixed.at_zero] = NA
        return layout.split(shown)

    return {
        "net_result": [r and named_matrix(r.output, data.row_names) for r in repetitions],
        "weights": [r and matrices(r.weights) for r in repetitions],
        "startweights": [r and matrices(r.start) for r in repetitions],
        "result_matrix": _result_matrix(data, layout, outcomes, repetitions),
    }


def _result_matrix(
    data: ModelData,
    layout: Layout,
    outcomes: Sequence[Outcome],
    repetitions: Sequence[Repetition | None],
) -> pd.DataFrame:
    columns = []
    names: list[str] = []
    for outcome, repetition in zip(outcomes, repetitions, strict=True):
        if repetition is None:
            continue
        criteria = dict(repetition.criteria)
        values = {
            "error": criteria.pop("error"),
            "reached.threshold": outcome.reached,
            "steps": outcome.steps,
            **criteria,
        }
        names = list(values)
        columns.append(np.concatenate([list(values.values()), repetition.weights]))
    rows = names + layout.names(data.variables, [str(c) for c in data.response.columns])
    return named_matrix(np.column_stack(columns), rows)
