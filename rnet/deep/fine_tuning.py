"""A network that goes on from pre-trained layers: a new output layer, then all layers together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.deep.activations import Activation
from rnet.deep.arguments import batch_of, held_out, not_negative, patience_of, positive, whole
from rnet.deep.cases import Cases
from rnet.deep.class_outputs import Outputs, targets_for
from rnet.deep.initialisation import initialisation_named
from rnet.deep.learn_rates import rates_of
from rnet.deep.losses import loss_named
from rnet.deep.mlp_model import Mlp
from rnet.deep.network import Layer, forward, loss_of
from rnet.deep.optimizers import optimizer_named
from rnet.deep.start_layers import activation_of
from rnet.deep.training import TrainingSettings, train
from rnet.language.tree import Call
from rnet.rng._stream import Stream

Doubles = npt.NDArray[np.float64]
USUAL_BATCH = 32


@dataclass(frozen=True, slots=True, eq=False)
class FineTuning:
    """What a network is to learn, and how.

    Attributes
    ----------
    cases : Cases
    y : ndarray, shape (n, k)
        Targets.
    outputs : Outputs
        What the outputs mean.
    activation : Activation
        Of the output layer.
    settings : TrainingSettings
    learning, apart : ndarray of int
        The places of the cases to learn from, and of those held out.
    """

    cases: Cases
    y: Doubles
    outputs: Outputs
    activation: Activation
    settings: TrainingSettings
    learning: npt.NDArray[np.int64]
    apart: npt.NDArray[np.int64]


def fine_tuning(
    cases: Cases,
    source: Stream,
    *,
    loss: Any,
    optim: Any,
    learn_rates: Any,
    n_epochs: Any,
    batch_size: Any,
    L1: Any,  # noqa: N803 - the argument's name
    L2: Any,  # noqa: N803 - the argument's name
    clip: Any,
    val_prop: Any,
    patience: Any,
    progress: bool | None,
) -> FineTuning:
    """Check the arguments of fine-tuning; draw the cases held out."""
    chosen = loss_named(_usual_loss(cases) if loss is None else loss)
    activation = activation_of(chosen.output)
    y, outputs = targets_for(cases, chosen, activation.name)
    optimizer = optimizer_named(optim)
    rates = rates_of(learn_rates, 1.0, whole(n_epochs, "n_epochs"), optimizer)
    learning, apart = held_out(len(cases), val_prop, source)
    count = len(learning)
    settings = TrainingSettings(
        loss=chosen,
        optimizer=optimizer,
        learn_rates=rates,
        batch_size=usual_batch(batch_size, count),
        L1=not_negative(L1, "L1"),
        L2=not_negative(L2, "L2"),
        clip=None if clip is None else positive(clip, "clip"),
        patience=patience_of(patience, len(apart)),
        counts_classes=outputs.levels is not None,
        progress=progress,
        title="fine-tuning",
    )
    return FineTuning(cases, y, outputs, activation, settings, learning, apart)


def with_unlabelled(task: FineTuning, more: Doubles | None) -> Doubles:
    """Return the cases to pre-train on, (m, p): those to learn from, then further ones."""
    known = task.cases.x[task.learning]
    return known if more is None else np.concatenate([known, more])


def usual_batch(batch_size: Any, cases: int) -> int:
    """Return a batch size; by default 32, or all cases if there are fewer."""
    return min(USUAL_BATCH, cases) if batch_size is None else batch_of(batch_size, cases)


def started(call: Call, task: FineTuning, hidden: Sequence[Layer]) -> Mlp:
    """Return the network before fine-tuning: pre-trained layers and a drawn output layer."""
    below, units = len(hidden[-1].bias), task.y.shape[1]
    weights = initialisation_named(task.activation.init).draw(below, units)
    layers = (*hidden, Layer(weights, np.zeros(units), task.activation))
    x, y = task.cases.x[task.learning], task.y[task.learning]
    passes = forward(layers, x)
    loss = loss_of(layers, passes, y, task.settings.loss)
    history = pd.DataFrame({"epoch": [0], "step": [0], "loss": [loss]})
    return Mlp(
        call, layers, task.outputs, task.cases.encoder, task.settings, history, 1, task.cases
    )


def tuned(start: Mlp, task: FineTuning, source: Stream) -> Mlp:
    """Return the network after training all its layers together."""
    x, y = task.cases.x, task.y
    held = (x[task.apart], y[task.apart]) if len(task.apart) else None
    trained = train(start.layers, x[task.learning], y[task.learning], task.settings, source, held)
    return Mlp(
        start.call, trained.layers, start.outputs, start.encoder, start.settings,
        trained.history, trained.best_epoch, start.cases,
    )  # fmt: skip


def _usual_loss(cases: Cases) -> str:
    if cases.levels is None:
        return "mse"
    return "bce" if len(cases.levels) == 2 else "ce"
