"""The one file that imports PyTorch: networks of layer records, built, trained and evaluated.

Arrays come in and go out; start weights and the order of the cases are drawn from R's stream.
PyTorch works on one thread, and its number of threads and random state are put back afterwards.
"""

import itertools
import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.deep.history import EpochSums, History
from rnet.deep.image_layers import Conv, Dense, Dropout, Layer, Pool, Shape
from rnet.deep.shuffle import random_order
from rnet.deep.torch_settings import TorchSettings
from rnet.deep.training import EXPLODED
from rnet.rng.state import generator

Array = npt.NDArray[Any]
Weights = tuple[tuple[Array, ...], ...]
"""For each layer its weights and biases; empty for one that learns nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class TrainedWeights:
    """What training gives.

    Attributes
    ----------
    weights : tuple of tuple of ndarray
    history : DataFrame
        As of `rnet.deep.training.TrainedLayers`.
    best_epoch : int
        The epoch the weights come from where training may stop early, counted from 1.
    """

    weights: Weights
    history: pd.DataFrame
    best_epoch: int


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """A network and what it is to learn.

    Attributes
    ----------
    torch, net : module
    run : callable
        Inputs -> outputs of the network.
    watched : sequence of module
        Those whose gradient norms are noted.
    cases : int
        How many there are.
    part : callable
        Places of cases -> inputs and targets.
    count : callable
        Targets -> how many of them.
    loss : callable
        Outputs and targets -> loss.
    right : callable
        Outputs and targets -> number of cases whose class is right.
    held_out : callable
        () -> loss, outputs and targets of the cases held out, as arrays; None without any.
    place : callable
        Inputs -> text that says where values became too large.
    """

    torch: Any
    net: Any
    run: Callable[[Any], Any]
    watched: Sequence[Any]
    cases: int
    part: Callable[[Any], tuple[Any, Any]]
    count: Callable[[Any], int]
    loss: Callable[[Any, Any], Any]
    right: Callable[[Any, Any], int]
    held_out: Callable[[], tuple[float, Array, Array] | None]
    place: Callable[[Any], str]


def torch_module() -> Any:
    """Return PyTorch.

    Raises
    ------
    RError
        Where it is missing: what to install.
    """
    try:
        import torch  # noqa: PLC0415 - the extra `deep`; slow to import
    except ImportError as problem:
        raise RError("this model needs PyTorch", 'pip install "rnet-stats[deep]"') from problem
    return torch


@contextmanager
def session(*, seeded: bool = False) -> Iterator[Any]:
    """Give PyTorch on one thread, seeded from R's stream if asked; put its state back after."""
    torch = torch_module()
    threads, state = torch.get_num_threads(), torch.get_rng_state()
    torch.set_num_threads(1)
    try:
        if seeded:
            torch.default_generator.manual_seed(int(generator().index(2**31)))
        with torch.enable_grad():
            yield torch
    finally:
        torch.set_num_threads(threads)
        torch.set_rng_state(state)


def build(torch: Any, layers: Sequence[Layer], shape: Shape, weights: Weights) -> Any:
    """Return a `torch.nn.Sequential` with one block for each layer, in the weights' precision."""
    dtype = next(torch.from_numpy(a).dtype for arrays in weights for a in arrays)
    place = {"dtype": dtype, "device": "cpu"}  # whatever the user's defaults are
    blocks = []
    for layer, arrays in zip(layers, weights, strict=True):
        block = torch.nn.Sequential(*_parts(torch.nn, layer, shape, place))
        fill(torch, block, arrays)
        blocks.append(block)
        shape = layer.output_shape(shape)
    return torch.nn.Sequential(*blocks)


def fill(torch: Any, module: Any, arrays: Sequence[Array]) -> None:
    """Copy arrays into the parameters of a module."""
    with torch.no_grad():
        for parameter, array in zip(module.parameters(), arrays, strict=True):
            parameter.copy_(torch.from_numpy(array))


def arrays_of(module: Any) -> tuple[Array, ...]:
    """Return copies of a module's parameters."""
    return tuple(parameter.detach().numpy().copy() for parameter in module.parameters())


def _parts(nn: Any, layer: Layer, shape: Shape, place: dict[str, Any]) -> list[Any]:
    match layer:
        case Conv():
            before, after = layer.margins
            around = [] if before == after else [nn.ZeroPad2d((before, after, before, after))]
            margin = before if before == after else 0
            sizes = shape[0], layer.filters, layer.size, layer.stride, margin
            return [*around, nn.Conv2d(*sizes, **place), *activation(nn, layer.act)]
        case Pool():
            return [(nn.MaxPool2d if layer.type == "max" else nn.AvgPool2d)(layer.size)]
        case Dense():
            flat = [nn.Flatten()] if len(shape) > 1 else []
            linear = nn.Linear(math.prod(shape), layer.units, **place)
            return [*flat, linear, *activation(nn, layer.act)]
        case Dropout():
            return [nn.Dropout(layer.rate)]
    raise AssertionError(layer)


def activation(nn: Any, name: str) -> list[Any]:
    """Return the module of an activation in a list, which is empty for the identity."""
    if name == "linear":
        return []
    kinds = {
        "logistic": nn.Sigmoid, "tanh": nn.Tanh, "relu": nn.ReLU, "elu": nn.ELU, "selu": nn.SELU,
        "softplus": nn.Softplus, "softsign": nn.Softsign,
        "leaky_relu": lambda: nn.LeakyReLU(0.2),
    }  # fmt: skip
    return [kinds[name]()]


def optimizer(torch: Any, settings: TorchSettings, parameters: Sequence[Any]) -> Any:
    """Return PyTorch's optimiser for a record of `rnet.deep.optimizers`; biases do not decay."""
    o, optim = settings.optimizer, torch.optim
    free = {"params": [p for p in parameters if p.ndim == 1], "weight_decay": 0.0}
    groups = [{"params": [p for p in parameters if p.ndim > 1]}, free]
    common = {"lr": settings.learn_rate, "weight_decay": settings.L2}
    kinds: dict[str, Callable[[], Any]] = {
        "sgd": lambda: optim.SGD(groups, **common),
        "momentum": lambda: optim.SGD(groups, momentum=o.momentum, **common),
        "nesterov": lambda: optim.SGD(groups, momentum=o.momentum, nesterov=True, **common),
        "adagrad": lambda: optim.Adagrad(groups, eps=o.epsilon, **common),
        "rmsprop": lambda: optim.RMSprop(groups, alpha=o.decay, eps=o.epsilon, **common),
        "adam": lambda: adam(torch, groups, betas=(o.beta1, o.beta2), eps=o.epsilon, **common),
    }
    return kinds[o.name]()


def adam(torch: Any, parameters: Any, **options: Any) -> Any:
    """Return Adam in its compiled form, where this PyTorch has one for processors (from 2.4)."""
    try:
        return torch.optim.Adam(parameters, fused=True, **options)
    except RuntimeError:
        return torch.optim.Adam(parameters, **options)


def loss_function(torch: Any, name: str) -> Callable[[Any, Any], Any]:
    """Return a loss of outputs (before any softmax) and targets (codes of classes, or numbers)."""
    functional = torch.nn.functional
    found: dict[str, Callable[[Any, Any], Any]] = {
        "ce": functional.cross_entropy,
        "hinge": functional.multi_margin_loss,
        "mse": functional.mse_loss,
    }
    return found[name]


def train_layers(
    layers: Sequence[Layer],
    shape: Shape,
    start: Weights,
    cases: tuple[Array, Array],
    validation: tuple[Array, Array] | None,
    settings: TorchSettings,
) -> TrainedWeights:
    """Train by minibatches.

    Parameters
    ----------
    start : Weights
        Their precision is that of all computations.
    cases, validation : pair of ndarray
        Inputs, (n, *shape), and targets, (n, outputs): numbers or indicators of classes.
    """
    with session(seeded=True) as torch:
        net = build(torch, layers, shape, start)
        for block in itertools.islice(net, settings.frozen):
            block.requires_grad_(requires_grad=False)
        loss = loss_function(torch, settings.loss)
        x, y = torch.from_numpy(cases[0]), _targets(torch, cases[1], settings)

        def held_out() -> tuple[float, Array, Array] | None:
            if validation is None:
                return None
            out = net(torch.from_numpy(validation[0]))
            known = _targets(torch, validation[1], settings)
            return float(loss(out, known)), out.numpy(), validation[1]

        task = Task(
            torch=torch,
            net=net,
            run=net,
            watched=[block for block, arrays in zip(net, start, strict=True) if arrays],
            cases=len(x),
            part=lambda places: (x[places], y[places]),
            count=len,
            loss=loss,
            right=lambda out, known: int((out.argmax(1) == known).sum()),
            held_out=held_out,
            place=lambda inputs: _place_of_failure(torch, net, layers, inputs),
        )
        history = run_epochs(task, settings)
        weights = tuple(arrays_of(block) for block in net)
        return TrainedWeights(weights, history.frame(), history.best_epoch)


def _targets(torch: Any, y: Array, settings: TorchSettings) -> Any:
    if settings.of_classes:
        return torch.from_numpy(y.argmax(axis=1))
    return torch.from_numpy(y.astype(np.float32))


def run_epochs(task: Task, settings: TorchSettings) -> History:
    """Train the network in place and return its history.

    With `patience` the weights of the epoch with the smallest loss on the cases held out stay.
    """
    free = [p for p in task.net.parameters() if p.requires_grad]
    if not free:
        raise RError("every layer is frozen", "Freeze fewer layers.")
    descend = optimizer(task.torch, settings, free)
    history, best, steps, first = _history(task, settings), None, 0, math.inf
    with settings.bar() as advance:
        for _ in range(settings.n_epochs):
            sums = _epoch(task, settings, descend, first)
            first, steps = min(first, sums.loss / sums.rows), steps + sums.steps
            if advance is not None:
                advance()
            better = history.add(sums, steps, _held_out(task))
            if settings.patience is None:
                continue
            best = _copied(task.net) if better else best
            if history.epochs - history.best_epoch >= settings.patience:
                break
    if best is not None:
        task.net.load_state_dict(best)
    return history


def _history(task: Task, settings: TorchSettings) -> History:
    return History(len(task.watched), settings.of_classes, _held_out(task) is not None)


def _held_out(task: Task) -> tuple[float, Array, Array] | None:
    task.net.eval()
    with task.torch.no_grad():
        return task.held_out()


def _epoch(task: Task, settings: TorchSettings, descend: Any, first: float) -> EpochSums:
    """Go once through the cases in a new order."""
    torch = task.torch
    task.net.train()
    sums = EpochSums(len(task.watched))
    order = random_order(task.cases, generator())
    for batch in torch.from_numpy(order).split(settings.batch_size):
        descend.zero_grad()
        inputs, targets = task.part(batch)
        out = task.run(inputs)
        loss = task.loss(out, targets)
        value = float(loss.detach())
        first = min(first, value)
        if not value < EXPLODED * max(first, 1.0):  # NaN too
            raise exploded(task.place(inputs), settings)
        loss.backward()
        count = task.count(targets)
        sums.loss += value * count
        sums.rows += count
        sums.steps += 1
        for number, block in enumerate(task.watched):
            sums.norms[number] += gradient_norm(torch, block)
        if settings.of_classes:
            sums.right += task.right(out.detach(), targets)
        if settings.clip is not None:
            torch.nn.utils.clip_grad_norm_(task.net.parameters(), settings.clip)
        descend.step()
    return sums


def exploded(place: str, settings: TorchSettings) -> RError:
    """Return the error for a loss that is no number or beyond all bounds."""
    return RError(
        f"the loss exploded: the values of {place}",
        f"Try a learn_rates below {settings.learn_rate:g}, clip=1, or scaled inputs.",
    )


def _place_of_failure(torch: Any, net: Any, layers: Sequence[Layer], x: Any) -> str:
    """Say in which layer values first stop being finite, or else are largest."""
    sizes = []
    with torch.no_grad():
        for number, (block, layer) in enumerate(zip(net, layers, strict=True), 1):
            x = block(x)
            sizes.append(float(x.abs().max()))
            if not math.isfinite(sizes[-1]):
                return f"layer {number}, {layer}, are not finite"
    number = int(np.argmax(sizes))
    return f"layer {number + 1}, {layers[number]}, reach {sizes[number]:.3g}"


def gradient_norm(torch: Any, module: Any) -> float:
    """Return the length of the gradient of a module's parameters; 0 where it is frozen."""
    slopes = [p.grad.ravel() for p in module.parameters() if p.grad is not None]
    return float(torch.cat(slopes).norm()) if slopes else 0.0


def _copied(net: Any) -> dict[str, Any]:
    return {name: tensor.clone() for name, tensor in net.state_dict().items()}


def layer_outputs(
    layers: Sequence[Layer], shape: Shape, weights: Weights, x: Array, batch: int = 1000
) -> list[Array]:
    """Return what comes out of every layer, dropout switched off; the last are the outputs."""
    found: list[list[Array]] = [[] for _ in layers]
    with session() as torch, torch.no_grad():
        net = build(torch, layers, shape, weights).eval()
        for part in torch.from_numpy(x).split(batch):
            value = part
            for kept, block in zip(found, net, strict=True):
                value = block(value)
                kept.append(value.numpy())
    return [np.concatenate(parts) for parts in found]


def to_torch(layers: Sequence[Layer], shape: Shape, weights: Weights) -> Any:
    """Return the network as a `torch.nn.Sequential`, the user's own to work on."""
    with session() as torch:
        return build(torch, layers, shape, weights).eval()
