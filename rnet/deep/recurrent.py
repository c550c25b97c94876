"""What `lstm`, `gru` and `rnn` share: from a formula to a trained recurrent network."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.deep.arguments import whole
from rnet.deep.cases import cases_of
from rnet.deep.convnet import loss_for
from rnet.deep.convnet_model import Targets, targets_of
from rnet.deep.recurrent_model import Recurrent, SeriesPlan
from rnet.deep.sequences import SequencePlaces, check_lengths, places_of, shifted
from rnet.deep.torch_recurrent import (
    RecurrentPlan,
    SequenceCases,
    start_weights,
    train_recurrent,
)
from rnet.deep.torch_settings import learning_and_held_out, torch_settings, usual_batch
from rnet.formulas.formula import Formula, parse_formula
from rnet.formulas.names import symbols_in
from rnet.language.tree import Call, Symbol
from rnet.language.tree import call as tree_call
from rnet.match_arg import match_arg
from rnet.rng.state import DRAWING

Doubles = npt.NDArray[np.float64]

TARGETS = ("each", "last")


@dataclass(frozen=True, slots=True)
class RecurrentRequest:
    """What a user asked for; see `lstm`."""

    kind: str
    hidden: Any
    n_layers: Any
    ahead: Any
    target: Any
    output: str
    loss: str | None
    training: dict[str, Any]
    val_prop: float


def fit_recurrent(
    call: Call,
    formula: str | Formula,
    data: Any,
    id: str | None,  # noqa: A002 - the name of the argument
    time: str | None,
    request: RecurrentRequest,
) -> Recurrent:
    """Fit a recurrent network to the sequences of a table."""
    if not isinstance(data, pd.DataFrame):
        raise RError("'data' must be a data frame", "Columns are variables, rows are times.")
    series = SeriesPlan(
        id, time, whole(request.ahead, "ahead", 0), match_arg(request.target, TARGETS) == "last"
    )
    parsed = parse_formula(formula)
    kept = data.drop(columns=[c for c in (id, time) if c in data and c not in _named(parsed)])
    cases = cases_of(_with_past(parsed) if series.ahead else parsed, kept, response=True)
    if series.ahead and cases.levels is not None:
        raise RError("'ahead' needs a numeric response", "Its past is an input.")
    places = places_of(data, id, time)
    check_lengths(places, series.ahead)
    targets = targets_of(cases)
    if request.output != "linear":  # bounded outputs: the response stays as it is
        targets = replace(targets, centre=targets.centre * 0, spread=targets.spread * 0 + 1)
    settings = torch_settings(
        loss=loss_for(request.loss, targets),
        **{
            **request.training,
            "batch_size": usual_batch(request.training["batch_size"], len(places.lengths)),
        },
    )
    plan = RecurrentPlan(
        request.kind,
        cases.x.shape[1],
        whole(request.hidden, "hidden"),
        whole(request.n_layers, "n_layers"),
        len(targets.names),
        request.output,
    )
    centre, spread = _scale(cases.x)
    assert cases.y is not None
    sequences = _sequences((cases.x - centre) / spread, targets, cases.y, places, series)
    with DRAWING:
        learning, apart = learning_and_held_out(len(places.lengths), request.val_prop, settings)
        trained = train_recurrent(
            plan,
            start_weights(plan),
            _chosen(sequences, learning),
            _chosen(sequences, apart) if len(apart) else None,
            settings,
        )
    return Recurrent(
        call,
        plan,
        series,
        trained.weights,
        cases.encoder,
        targets,
        centre,
        spread,
        settings,
        trained.history,
        trained.best_epoch,
        data,
    )


def _scale(x: Doubles) -> tuple[Doubles, Doubles]:
    """Return mean and standard deviation of each column; zeros and ones stay as they are."""
    centre, spread = x.mean(axis=0), x.std(axis=0)
    indicators = ((x == 0) | (x == 1)).all(axis=0)
    centre[indicators], spread[indicators | (spread == 0)] = 0.0, 1.0
    return centre, spread


def _named(formula: Formula) -> set[str]:
    """Return the variables a formula names."""
    left = [] if formula.response is None else symbols_in(formula.response)
    return {*left, *symbols_in(formula.right)}


def _with_past(formula: Formula) -> Formula:
    """Return a formula whose response is, by its past, a predictor too."""
    if formula.response is None:
        return formula
    past = tree_call("I", formula.response)
    right = past if formula.right == Symbol("1") else tree_call("+", past, formula.right)
    return Formula(formula.response, right)


def _sequences(
    x: Doubles,
    targets: Targets,
    y: Doubles,
    places: SequencePlaces,
    series: SeriesPlan,
) -> SequenceCases:
    return SequenceCases(
        places.padded(x).astype(np.float32),
        shifted(places.padded(targets.learned(y)), series.ahead).astype(np.float32),
        places.mask(series.ahead, last_only=series.last_only),
    )


def _chosen(cases: SequenceCases, which: npt.NDArray[np.int64]) -> SequenceCases:
    return SequenceCases(cases.x[which], cases.y[which], cases.mask[which])
