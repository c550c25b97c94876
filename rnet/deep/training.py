"""Train layers: minibatches, learning rates, penalties, early stopping, and the history of it."""

import math
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.deep.history import EpochSums, History
from rnet.deep.losses import Loss
from rnet.deep.network import (
    Disturbance,
    FlatLayers,
    Layer,
    LayerPass,
    backward,
    copied,
    flat_layers,
    forward,
    loss_of,
)
from rnet.deep.optimizers import Optimizer
from rnet.deep.shuffle import random_order
from rnet.progress import counting_bar
from rnet.rng._stream import Stream

Doubles = npt.NDArray[np.float64]
Corruption = Callable[[Doubles, Stream], Doubles]
EXPLODED = 1e10
"""A loss this many times the first one (or 1) will not come back."""


@dataclass(frozen=True, slots=True, eq=False)
class TrainingSettings:
    """How to train.

    Attributes
    ----------
    loss : Loss
    optimizer : Optimizer
    learn_rates : tuple of float
        One for each epoch; their number is the number of epochs.
    batch_size : int
        Rows of a minibatch; the last of an epoch may be smaller.
    L1, L2 : float
        Penalty L1 * sum |w| + L2 / 2 * sum w^2 on the weights; biases are free.
    clip : float or None
        The gradient is scaled down to this length where it is longer.
    patience : int or None
        Stop after so many epochs without a lower validation loss and return the best weights;
        None: go on to the end and return the last.
    corrupt : callable or None
        Changes the inputs of each minibatch (denoising); gets them and the generator.
    counts_classes : bool
        Whether accuracy means something.
    progress : bool or None
        Whether to show a progress bar; None: at a terminal.
    title : str
        What the bar is called.
    """

    loss: Loss
    optimizer: Optimizer
    learn_rates: tuple[float, ...]
    batch_size: int
    L1: float = 0.0
    L2: float = 0.0
    clip: float | None = None
    patience: int | None = None
    corrupt: Corruption | None = None
    counts_classes: bool = False
    progress: bool | None = False
    title: str = "mlp"


@dataclass(frozen=True, slots=True, eq=False)
class TrainedLayers:
    """What training gives.

    Attributes
    ----------
    layers : tuple of Layer
    history : DataFrame
        A row for each epoch: epoch, step (so far), loss (mean over the epoch's minibatches, while
        training), val_loss, accuracy, val_accuracy, grad_norm_1, ... (mean length of the
        gradient of each layer's weights).
    best_epoch : int
        The epoch the layers come from, counted from 1.
    """

    layers: tuple[Layer, ...]
    history: Any
    best_epoch: int


def train(
    layers: Sequence[Layer],
    x: Doubles,
    y: Doubles,
    settings: TrainingSettings,
    generator: Stream,
    validation: tuple[Doubles, Doubles] | None = None,
) -> TrainedLayers:
    """Train layers on rows x, (n, p), with targets y, (n, q).

    Parameters
    ----------
    layers : sequence of Layer
        Where to start; they stay as they are.
    x, y : ndarray
    settings : TrainingSettings
    generator : Stream
        R's generator: the order of the rows (`sample` of all, each epoch), masks and noise.
    validation : pair of ndarray, optional
        Rows and targets held out, looked at after each epoch.

    Raises
    ------
    RError
        When the loss explodes: where, and what to try.
    """
    from threadpoolctl import threadpool_limits  # noqa: PLC0415 - only when training

    x, y = np.ascontiguousarray(x), np.ascontiguousarray(y)
    run = Run(flat_layers(layers), x, y, settings, generator, validation)
    with ExitStack() as stack:
        # threads of BLAS that wait for each other cost more than these small products
        stack.enter_context(threadpool_limits(limits=1, user_api="blas"))
        stack.enter_context(np.errstate(over="ignore", invalid="ignore", under="ignore"))
        if settings.optimizer.update is None:
            if run.disturbed or settings.corrupt is not None:
                raise RError(
                    "L-BFGS needs the same loss each time it asks",
                    "Dropout and noise go with the other optimisers.",
                )
            if settings.clip is not None:
                raise RError(
                    "L-BFGS needs the gradients as they are",
                    "Leave out `clip`, or take another optimiser.",
                )
            from rnet.deep.train_scipy import train_scipy  # noqa: PLC0415 - imports this module

            return train_scipy(run)
        return run.descend()


class Run:
    """One training: the moving parts."""

    def __init__(
        self,
        flat: FlatLayers,
        x: Doubles,
        y: Doubles,
        settings: TrainingSettings,
        generator: Stream,
        validation: tuple[Doubles, Doubles] | None,
    ) -> None:
        self.flat, self.x, self.y = flat, x, y
        self.settings, self.generator, self.validation = settings, generator, validation
        self.history = History(len(flat.layers), settings.counts_classes, validation is not None)
        self.first_loss: float | None = None
        self.best = flat.layers
        self.steps = 0
        self.disturbed = any(layer.dropout or layer.noise for layer in flat.layers)
        self.normalised = any(layer.batch_norm is not None for layer in flat.layers)

    def descend(self) -> TrainedLayers:
        """Take the optimiser's steps, epoch by epoch."""
        settings = self.settings
        step = settings.optimizer.steps(self.flat.parameters, self.flat.gradient)
        batches = self._batches()
        rows = (np.empty_like(self.x), np.empty_like(self.y))
        epochs = len(settings.learn_rates)
        with counting_bar(epochs, settings.title, "epoch", settings.progress) as move:
            for rate in settings.learn_rates:
                order = random_order(len(self.x), self.generator)
                np.take(self.x, order, axis=0, out=rows[0])
                np.take(self.y, order, axis=0, out=rows[1])
                sums = EpochSums(len(self.flat.layers))
                for batch in batches:
                    self._differentiate_batch(rows[0][batch], rows[1][batch], sums)
                    step(rate, self.steps)
                if move is not None:
                    move()
                if self.end_of_epoch(sums):
                    break
        return self.result()

    def _batches(self) -> list[slice]:
        """Return the rows of the minibatches; one row alone cannot be normalised."""
        size, n = self.settings.batch_size, len(self.x)
        starts = list(range(0, n, size))
        if self.normalised and len(starts) > 1 and n - starts[-1] == 1:
            starts.pop()
        return [slice(a, b) for a, b in zip(starts, [*starts[1:], n], strict=True)]

    def _differentiate_batch(self, x: Doubles, y: Doubles, sums: EpochSums) -> None:
        settings, flat = self.settings, self.flat
        if settings.corrupt is not None:
            x = settings.corrupt(x, self.generator)
        loss, outputs = self.differentiate(x, y)
        gradient = flat.gradient
        sums.add(loss, len(x), gradient, flat.weights)
        if settings.counts_classes:
            sums.count_right(outputs, y)
        if settings.L1 or settings.L2:
            self.penalise()
        if settings.clip is not None:
            _clip(gradient, settings.clip)
        self.steps += 1

    def differentiate(self, x: Doubles, y: Doubles) -> tuple[float, Doubles]:
        """Fill in the gradient on a batch; return loss and outputs."""
        flat = self.flat
        disturbances = self._disturbances(len(x)) if self.disturbed else None
        passes = forward(flat.layers, x, training=True, disturbances=disturbances)
        loss = loss_of(flat.layers, passes, y, self.settings.loss)
        self._check(loss, passes)
        backward(
            flat.layers, passes, y, self.settings.loss, flat.into,
            disturbances=disturbances, to_inputs=False,
        )  # fmt: skip
        return loss, passes[-1].outputs

    def _disturbances(self, n: int) -> list[Disturbance]:
        return [disturbance(layer, n, self.generator) for layer in self.flat.layers]

    def penalise(self) -> None:
        """Add the slopes of the penalties to the gradient."""
        for layer, into in zip(self.flat.layers, self.flat.into, strict=True):
            if self.settings.L2:
                into.weights[:] += self.settings.L2 * layer.weights
            if self.settings.L1:
                into.weights[:] += self.settings.L1 * np.sign(layer.weights)

    def penalty(self) -> float:
        """Return the penalties of the weights as they are."""
        total = 0.0
        for layer in self.flat.layers:
            flat = layer.weights.ravel()
            total += self.settings.L1 * float(np.abs(flat).sum())
            total += self.settings.L2 / 2 * float(flat @ flat)
        return total

    def _check(self, loss: float, passes: Sequence[LayerPass]) -> None:
        if self.first_loss is None:
            self.first_loss = max(abs(loss), 1.0)
        if not loss < EXPLODED * self.first_loss:  # NaN too
            raise exploded(self.history.epochs + 1, self.steps + 1, passes)

    def look(self) -> bool:
        """Note where L-BFGS is, an epoch on all rows; True where training ends early."""
        if self.normalised:
            self._settle()
        loss, outputs = self.differentiate(self.x, self.y)
        sums = EpochSums(len(self.flat.layers))
        sums.add(loss, len(self.x), self.flat.gradient, self.flat.weights)
        if self.settings.counts_classes:
            sums.count_right(outputs, self.y)
        self.steps += 1
        return self.end_of_epoch(sums)

    def _settle(self) -> None:
        """Set the moving averages of batch normalisation to the moments of all rows."""
        layers = [
            layer
            if layer.batch_norm is None
            else replace(layer, batch_norm=replace(layer.batch_norm, momentum=1.0))
            for layer in self.flat.layers
        ]
        forward(layers, self.x, training=True)  # changes the arrays, which both share

    def end_of_epoch(self, sums: EpochSums) -> bool:
        """Note the epoch; True where training ends early."""
        held_out = None
        if self.validation is not None:
            x, y = self.validation
            last = forward(self.flat.layers, x)
            held_out = loss_of(self.flat.layers, last, y, self.settings.loss), last[-1].outputs, y
        better = self.history.add(sums, self.steps, held_out)
        if self.settings.patience is None:
            return False
        if better:
            self.best = copied(self.flat.layers)
        return self.history.epochs - self.history.best_epoch >= self.settings.patience

    def result(self) -> TrainedLayers:
        """Return the layers, with arrays of their own, and the history."""
        early = self.settings.patience is not None
        layers = self.best if early else copied(self.flat.layers)
        best = self.history.best_epoch if early else self.history.epochs
        return TrainedLayers(layers, self.history.frame(), best)


def disturbance(layer: Layer, n: int, generator: Stream) -> Disturbance:
    """Draw what training does to a layer on n rows: dropped inputs, noise; column by column."""
    p, q = layer.weights.shape
    mask = noise = None
    if layer.dropout:
        kept = generator.uniform(n * p).reshape((n, p), order="F") >= layer.dropout
        mask = kept / (1.0 - layer.dropout)
    if layer.noise:
        noise = generator.normal(n * q).reshape((n, q), order="F") * layer.noise
    return Disturbance(mask, noise)


def _clip(gradient: Doubles, longest: float) -> None:
    length = math.sqrt(float(gradient @ gradient))
    if length > longest:
        gradient *= longest / length


def exploded(epoch: int, step: int, passes: Sequence[LayerPass]) -> RError:
    """Return the error for a loss that is no number or beyond all bounds."""
    sizes = [float(np.abs(run.sums).max()) for run in passes]
    broken = [k for k, size in enumerate(sizes) if not math.isfinite(size)]
    worst = broken[0] if broken else int(np.argmax(sizes))
    size = "are not finite" if broken else f"reach {sizes[worst]:.3g}"
    return RError(
        f"the loss exploded in epoch {epoch} (step {step}): the sums of layer {worst + 1} {size}",
        "Try a smaller learn_rates, clip=1, batch_norm=True, another init, or scaled inputs.",
    )
