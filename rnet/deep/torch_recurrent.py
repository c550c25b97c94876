"""Recurrent networks on PyTorch: built, trained and run over sequences."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.deep.torch_engine import (
    Array,
    Task,
    TrainedWeights,
    Weights,
    activation,
    arrays_of,
    fill,
    loss_function,
    run_epochs,
    session,
)
from rnet.deep.torch_settings import TorchSettings
from rnet.rng.state import generator

Singles = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

GATES = {"rnn": 1, "gru": 3, "lstm": 4}


@dataclass(frozen=True, slots=True)
class RecurrentPlan:
    """The sizes of a recurrent network.

    Attributes
    ----------
    kind : str
        "rnn", "gru" or "lstm".
    inputs, hidden, n_layers, outputs : int
    output : str
        Activation of the outputs.
    """

    kind: str
    inputs: int
    hidden: int
    n_layers: int
    outputs: int
    output: str = "linear"

    def shapes(self) -> tuple[tuple[tuple[int, ...], ...], tuple[tuple[int, ...], ...]]:
        """Return the shapes of the weights of the recurrent layers and of the output layer."""
        rows, found = GATES[self.kind] * self.hidden, []
        below = self.inputs
        for _ in range(self.n_layers):
            found += [(rows, below), (rows, self.hidden), (rows,), (rows,)]
            below = self.hidden
        return tuple(found), ((self.outputs, self.hidden), (self.outputs,))


@dataclass(frozen=True, slots=True, eq=False)
class SequenceCases:
    """Sequences to learn from.

    Attributes
    ----------
    x : ndarray, shape (sequences, steps, inputs)
    y : ndarray, shape (sequences, steps, outputs)
        Numbers, or indicators of classes.
    mask : ndarray of bool, shape (sequences, steps)
        Where there is something to learn.
    """

    x: Singles
    y: Singles
    mask: Mask


def start_weights(plan: RecurrentPlan) -> Weights:
    """Draw start weights from R's stream: uniform in ±1 / sqrt(hidden), as PyTorch has them.

    The forget gates of an LSTM start at 1 more: at first nothing is forgotten (Jozefowicz et al.
    2015).
    """
    bound = 1 / math.sqrt(plan.hidden)
    cell, head = (tuple(_drawn(shape, bound) for shape in part) for part in plan.shapes())
    if plan.kind == "lstm":
        for biases in cell[2::4]:
            biases[plan.hidden : 2 * plan.hidden] += 1
    return cell, head


def _drawn(shape: tuple[int, ...], bound: float) -> Array:
    drawn = (2 * generator().uniform(math.prod(shape)) - 1) * bound
    return drawn.reshape(shape, order="F").astype(np.float32)


def _built(torch: Any, plan: RecurrentPlan, weights: Weights) -> tuple[Any, Any]:
    """Return the network, cell and head, and the function it is."""
    nn = torch.nn
    kinds = {"rnn": nn.RNN, "gru": nn.GRU, "lstm": nn.LSTM}
    place = {"dtype": torch.float32, "device": "cpu"}
    cell = kinds[plan.kind](plan.inputs, plan.hidden, plan.n_layers, batch_first=True, **place)
    last = activation(nn, plan.output)
    head = nn.Sequential(nn.Linear(plan.hidden, plan.outputs, **place), *last)
    for module, arrays in zip((cell, head), weights, strict=True):
        fill(torch, module, arrays)

    def run(x: Any) -> Any:
        return head(cell(x)[0])

    return nn.ModuleList([cell, head]), run


def train_recurrent(
    plan: RecurrentPlan,
    start: Weights,
    cases: SequenceCases,
    validation: SequenceCases | None,
    settings: TorchSettings,
) -> TrainedWeights:
    """Train by minibatches of sequences; the gradient runs through whole sequences."""
    with session(seeded=True) as torch:
        net, run = _built(torch, plan, start)
        loss = loss_function(torch, settings.loss)
        x, y, mask = _tensors(torch, cases, settings)

        def held_out() -> tuple[float, Array, Array] | None:
            if validation is None:
                return None
            inputs, known, where = _tensors(torch, validation, settings)
            out = run(inputs)[where]
            return float(loss(out, known[where])), out.numpy(), validation.y[validation.mask]

        task = Task(
            torch=torch,
            net=net,
            run=run,
            watched=list(net),
            cases=len(x),
            part=lambda places: (x[places], (y[places], mask[places])),
            count=lambda known: int(known[1].sum()),
            loss=lambda out, known: loss(out[known[1]], known[0][known[1]]),
            right=lambda out, known: int((out[known[1]].argmax(1) == known[0][known[1]]).sum()),
            held_out=held_out,
            place=lambda inputs: _place(torch, net, inputs),
        )
        history = run_epochs(task, settings)
        return TrainedWeights(
            tuple(arrays_of(part) for part in net), history.frame(), history.best_epoch
        )


def _tensors(torch: Any, cases: SequenceCases, settings: TorchSettings) -> tuple[Any, Any, Any]:
    y = torch.from_numpy(cases.y.argmax(axis=2) if settings.of_classes else cases.y)
    return torch.from_numpy(cases.x), y, torch.from_numpy(cases.mask)


def _place(torch: Any, net: Any, inputs: Any) -> str:
    cell, head = net
    with torch.no_grad():
        states = cell(inputs)[0]
    if not bool(torch.isfinite(states).all()):
        return "the recurrent layers are not finite"
    return f"the output layer reach {float(head(states).detach().abs().max()):.3g}"


def run_recurrent(plan: RecurrentPlan, weights: Weights, x: Singles) -> Singles:
    """Return the outputs at every step, (sequences, steps, outputs)."""
    with session() as torch, torch.no_grad():
        _, run = _built(torch, plan, weights)
        found: Singles = run(torch.from_numpy(x)).numpy()
    return found
