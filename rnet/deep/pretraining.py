"""Layer by layer: what networks are started from, as arrays.

Three ways to train the layers of a network one after the other, each on what the ones below make
of the cases: Boltzmann machines (Hinton, Osindero and Teh 2006), autoencoders, and networks with
one hidden layer that know the targets (Bengio, Lamblin, Popovici and Larochelle 2007).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.deep.activations import LOGISTIC, Activation, activation_named
from rnet.deep.boltzmann import (
    VISIBLE_UNITS,
    RbmFit,
    RbmSettings,
    VisibleUnits,
    draw_binary,
    train_rbm,
)
from rnet.deep.losses import Loss, loss_named
from rnet.deep.network import Layer, outputs
from rnet.deep.start_layers import LayerPlan, start_layers
from rnet.deep.training import TrainedLayers, TrainingSettings, train
from rnet.rng._stream import Stream

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Greedy:
    """How the layers of a stack are trained one by one.

    Attributes
    ----------
    sizes : tuple of int
        Hidden units, layer by layer.
    act : Activation
        Of the hidden layers; machines are always logistic.
    settings : TrainingSettings
        How autoencoders and supervised layers are trained.
    """

    sizes: tuple[int, ...]
    act: Activation
    settings: TrainingSettings


def pretrain_machines(
    x: Doubles,
    sizes: Sequence[int],
    visible: VisibleUnits,
    settings: RbmSettings,
    source: Stream,
    *,
    draws: bool = False,
    after_epoch: Callable[[], object] | None = None,
) -> list[RbmFit]:
    """Train a machine on cases x, (n, p), one on its hidden units, and so on.

    Parameters
    ----------
    draws : bool
        Whether the next machine gets drawn states of the hidden units, or their probabilities.
    """
    fits: list[RbmFit] = []
    for number, size in enumerate(sizes, 1):
        try:
            fit = train_rbm(x, size, visible, settings, source, None, after_epoch)
        except RError as error:
            raise RError(f"layer {number}: {error.message}", error.advice) from None
        fits.append(fit)
        x, visible = fit.machine.up(x), VISIBLE_UNITS["bin"]
        if draws:
            x = draw_binary(x, source)
    return fits


def layers_of_machines(fits: Sequence[RbmFit]) -> tuple[Layer, ...]:
    """Return the layers that go up the machines, as a network starts from them."""
    return tuple(
        Layer(fit.machine.weights.copy(), fit.machine.hidden_bias.copy(), LOGISTIC) for fit in fits
    )


def pretrain_autoencoders(x: Doubles, greedy: Greedy, source: Stream) -> list[TrainedLayers]:
    """Train an autoencoder on cases x, (n, p), one on its code, and so on.

    Values between 0 and 1 are restored by logistic units and compared by binary cross-entropy,
    others by sums and their squared errors.
    """
    fits = []
    for number, size in enumerate(greedy.sizes, 1):
        output, loss = restoring(x)
        plan = LayerPlan((x.shape[1], size, x.shape[1]), greedy.act, output)
        settings = replace(greedy.settings, loss=loss, counts_classes=False)
        fits.append(_trained(number, start_layers(plan), x, x, settings, source))
        x = outputs(fits[-1].layers[:1], x)
    return fits


def restoring(x: Doubles) -> tuple[Activation, Loss]:
    """Return output units and loss that suit values x."""
    shares = x.min() >= 0 and x.max() <= 1
    name, loss = ("logistic", "bce") if shares else ("linear", "mse")
    return activation_named(name), loss_named(loss)


def pretrain_supervised(
    x: Doubles, y: Doubles, greedy: Greedy, output: Activation, source: Stream
) -> list[TrainedLayers]:
    """Train a network with one hidden layer for targets y, (n, k), one on its hidden units, ..."""
    fits = []
    for number, size in enumerate(greedy.sizes, 1):
        plan = LayerPlan((x.shape[1], size, y.shape[1]), greedy.act, output)
        fits.append(_trained(number, start_layers(plan), x, y, greedy.settings, source))
        x = outputs(fits[-1].layers[:1], x)
    return fits


def first_layers(fits: Sequence[TrainedLayers]) -> tuple[Layer, ...]:
    """Return the hidden layers of networks trained one above the other."""
    return tuple(fit.layers[0] for fit in fits)


def _trained(
    number: int, start: Any, x: Doubles, y: Doubles, settings: TrainingSettings, source: Stream
) -> TrainedLayers:
    try:
        return train(start, x, y, settings, source)
    except RError as error:
        raise RError(f"pre-training layer {number}: {error.message}", error.advice) from None
