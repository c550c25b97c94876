"""`convnet`: convolutional networks for pictures, by formula."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.deep.activations import activation_named
from rnet.deep.cases import Cases, cases_of
from rnet.deep.convnet_model import Convnet, Targets, targets_of
from rnet.deep.image_layers import Dense, Layer, Shape, conv, pool
from rnet.deep.initialisation import initialisation_named
from rnet.deep.pictures import Pictures, pictures_of
from rnet.deep.torch_engine import Weights, train_layers
from rnet.deep.torch_settings import (
    TorchSettings,
    learning_and_held_out,
    torch_settings,
    usual_batch,
)
from rnet.formulas.formula import Formula
from rnet.language.tree import Argument, Call, Symbol
from rnet.match_arg import match_arg
from rnet.matched_call import keeps_call
from rnet.rng.state import DRAWING

LOSSES = ("ce", "hinge", "mse")


@keeps_call("convnet")
def convnet(
    call: Call,
    formula: str | Formula,
    data: Any,
    image: Sequence[int] | None = None,
    layers: Sequence[Layer] | None = None,
    *,
    loss: str | None = None,
    optim: Any = "adam",
    learn_rates: float | None = None,
    n_epochs: int = 40,
    batch_size: int | None = None,
    L2: float = 0.0,  # noqa: N803 - as the other penalties are called
    val_prop: float = 0.0,
    patience: int | None = None,
    clip: float | None = None,
    progress: bool | None = None,
) -> Convnet:
    """Fit a convolutional network to pictures.

    Parameters
    ----------
    formula : str or Formula
        Class, or numbers, on the left; the pixels on the right, row by row from the upper left
        corner (the channels of a pixel side by side): ``"digit ~ ."``.
    data : DataFrame
        One picture a row.
    image : sequence of int, optional
        Height, width and, if there are several, channels; by default ``data.attrs["image"]``.
    layers : sequence of Layer, optional
        What `conv`, `pool`, `dense` and `dropout` describe, from the input up; an output layer
        is added. By default two convolutions of 16 and 32 filters of 3 x 3, each with pooling.
    loss : {"ce", "hinge", "mse"}, optional
        By default cross-entropy for classes, mean squared error for numbers.
    optim : str or Optimizer, default "adam"
        "sgd", "momentum", "nesterov", "adagrad", "rmsprop" or "adam".
    learn_rates : float, optional
        By default the optimiser's usual one.
    n_epochs : int
        How often all cases are seen.
    batch_size : int, optional
        How many cases a step uses; by default 32, or all of fewer.
    L2 : float
        Penalty L2 / 2 * sum w^2.
    val_prop : float
        The share of cases held out, drawn at random.
    patience : int, optional
        Stop after so many epochs without a smaller loss on the cases held out, and return to
        the best.
    clip : float, optional
        Shorten gradients to this length.
    progress : bool, optional
        Whether to show a progress bar; by default at a terminal.

    Returns
    -------
    Convnet
        Prints layers, parameters and loss; `predict`, `summary`, `plot` (history, filters,
        featuremaps), `history`, `weights`, `save`, `to_torch`.

    Raises
    ------
    RError
        For a wrong image size, one class, missing values, batches larger than the data, zero
        epochs, layers that do not fit, a loss that explodes (with the layer and what to try);
        where PyTorch is missing: ``pip install "rnet-stats[deep]"``.

    Notes
    -----
    No R function; the words are those of package ANN2 (`?neuralnetwork`). Pixels are brought to
    [0, 1] by the range of all of them. Start weights (He et al. 2015 for "relu", Glorot and
    Bengio 2010 else), the order of the cases and the cases held out come from R's stream, so
    `set_seed` makes results repeatable; PyTorch computes in single precision on one thread.

    Examples
    --------
    >>> from rnet import convnet, data, set_seed
    >>> from rnet.deep import conv, pool
    >>> digits = data("digits")
    >>> set_seed(1)
    >>> fit = convnet("digit ~ .", digits[:600], layers=[conv(4, 3), pool(2)], n_epochs=3)
    >>> fit.parameters, fit.history["loss"].is_monotonic_decreasing
    (690, True)
    """
    cases = cases_of(formula, data, response=True)
    pictures = pictures_of(image, cases.encoder.image, cases.x.shape[1]).scaled_to(cases.x)
    targets = targets_of(cases)
    stack = (*_checked(layers), Dense(len(targets.names), "linear"))
    settings = torch_settings(
        loss=loss_for(loss, targets),
        optim=optim,
        learn_rates=learn_rates,
        n_epochs=n_epochs,
        batch_size=usual_batch(batch_size, len(cases)),
        L2=L2,
        patience=patience,
        clip=clip,
        progress=progress,
    )
    with DRAWING:
        start = start_weights(stack, pictures.shape)
        return fitted(_shown(call), cases, stack, start, pictures, targets, settings, val_prop)


def fitted(
    call: Call,
    cases: Cases,
    layers: tuple[Layer, ...],
    start: Weights,
    pictures: Pictures,
    targets: Targets,
    settings: TorchSettings,
    val_prop: float,
) -> Convnet:
    """Train layers on cases, some of them held out, and return the fit."""
    learning, apart = learning_and_held_out(len(cases), val_prop, settings)
    assert cases.y is not None
    x, y = pictures.maps(cases.x), targets.learned(cases.y)
    held_out = (x[apart], y[apart]) if len(apart) else None
    found = train_layers(
        layers, pictures.shape, start, (x[learning], y[learning]), held_out, settings
    )
    return Convnet(
        call,
        layers,
        found.weights,
        pictures,
        replace(cases.encoder, image=pictures.image),
        targets,
        settings,
        found.history,
        found.best_epoch,
        cases,
    )


def start_weights(layers: Sequence[Layer], shape: Shape) -> Weights:
    """Draw start weights from R's stream, as suits each activation; biases are 0."""
    found = []
    for layer in layers:
        shapes = layer.weight_shapes(shape)
        found.append(_drawn(layer, shapes) if shapes else ())
        shape = layer.output_shape(shape)
    return tuple(found)


def _drawn(layer: Any, shapes: tuple[Shape, ...]) -> tuple[Any, ...]:
    units, *rest = shapes[0]
    draw = initialisation_named(activation_named(layer.act).init).draw
    weights = draw(int(np.prod(rest)), units).T.reshape(shapes[0])
    return weights.astype(np.float32), np.zeros(units, dtype=np.float32)


def _checked(layers: Any) -> tuple[Layer, ...]:
    if layers is None:
        return conv(16, 3), pool(2), conv(32, 3), pool(2)
    given = [layers] if isinstance(layers, Layer) else layers
    if isinstance(given, dict):  # a list of R
        given = list(given.values())
    for layer in given:
        if not isinstance(layer, Layer):
            raise RError(
                "'layers' must be a list of layers",
                f"Write conv(16, 3), pool(2), dense(64), dropout(0.5), not {layer!r}.",
            )
    return tuple(given)


def loss_for(loss: str | None, targets: Targets) -> str:
    """Return the loss given, or the usual one; check that it suits the response."""
    if loss is None:
        return "mse" if targets.levels is None else "ce"
    chosen = match_arg(loss, LOSSES)
    if (chosen == "mse") != (targets.levels is None):
        what = "numbers" if targets.levels is None else "classes"
        raise RError(f"loss '{chosen}' does not suit a response of {what}", "Leave `loss` out.")
    return chosen


def _shown(call: Call) -> Call:
    """Return the call with `list(conv(16, 3), pool(2))`, as R would have it, not `c(...)`."""
    arguments = []
    for a in call.arguments:
        value = a.value
        if a.name == "layers" and isinstance(value, Call) and value.function == Symbol("c"):
            value = Call(Symbol("list"), value.arguments)
        arguments.append(Argument(a.name, value))
    return Call(call.function, tuple(arguments))
