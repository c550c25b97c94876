"""The layers of a network before training: sizes, activations, drawn weights."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.deep.activations import Activation, activation_named
from rnet.deep.arguments import share
from rnet.deep.initialisation import initialisation_named
from rnet.deep.network import BatchNorm, Layer, weights_by_name
from rnet.deep.wording import counted

Doubles = npt.NDArray[np.float64]
PARTS = ("weights", "biases", "scale", "shift")
DIFFERENCE = float(np.cbrt(np.finfo(np.float64).eps))


@dataclass(frozen=True, slots=True)
class LayerPlan:
    """What a network is to look like.

    Attributes
    ----------
    sizes : tuple of int
        Inputs, hidden units layer by layer, outputs.
    act : str, Activation, function, or a sequence of them
        Of the hidden layers.
    output : Activation
    init : str, float or None
        None: what suits each activation.
    dropout : float or sequence of float
        Share of the units dropped, of all hidden layers or each.
    visible_dropout : float
    batch_norm, residual : bool
        In hidden layers; residual where a layer has as many units as inputs, but the first.
    """

    sizes: tuple[int, ...]
    act: Any
    output: Activation
    init: Any = None
    dropout: Any = 0.0
    visible_dropout: float = 0.0
    batch_norm: bool = False
    residual: bool = False


def start_layers(plan: LayerPlan) -> tuple[Layer, ...]:
    """Return layers with weights drawn from R's stream, layer by layer, column by column."""
    hidden = len(plan.sizes) - 2
    activations = [*_hidden_activations(plan.act, hidden), plan.output]
    drops = [plan.visible_dropout, *_dropouts(plan.dropout, hidden)]
    layers = []
    for k, (p, q) in enumerate(zip(plan.sizes, plan.sizes[1:], strict=False)):
        inner = k < hidden
        init = initialisation_named(activations[k].init if plan.init is None else plan.init)
        layers.append(
            Layer(
                weights=init.draw(p, q),
                bias=np.zeros(q),
                activation=activations[k],
                batch_norm=fresh_batch_norm(q) if plan.batch_norm and inner else None,
                dropout=drops[k],
                residual=plan.residual and inner and k > 0 and p == q,
            )
        )
    return tuple(layers)


def with_start_weights(
    layers: Sequence[Layer], given: Mapping[str, Any] | None
) -> tuple[Layer, ...]:
    """Return layers with weights given by the names of `weights_by_name`; the others stay.

    Raises
    ------
    RError
        For a name that is none, another shape, or values that are no finite numbers.
    """
    known = weights_by_name(layers)
    found = {name: _given_array(name, value, known) for name, value in (given or {}).items()}
    changed = []
    for number, layer in enumerate(layers, 1):
        parts = {part: found.get(f"layer{number}.{part}") for part in PARTS}
        norm = layer.batch_norm
        if norm is not None:
            scale, shift = parts["scale"], parts["shift"]
            norm = replace(
                norm,
                scale=norm.scale if scale is None else scale,
                shift=norm.shift if shift is None else shift,
            )
        weights, bias = parts["weights"], parts["biases"]
        changed.append(
            replace(
                layer,
                weights=layer.weights if weights is None else weights,
                bias=layer.bias if bias is None else bias,
                batch_norm=norm,
            )
        )
    return tuple(changed)


def _given_array(name: str, value: Any, known: Mapping[str, Doubles]) -> Doubles:
    if name not in known:
        raise RError(f"there are no weights '{name}'", f"Names: {', '.join(known)}.")
    try:
        array = np.array(value, dtype=np.float64)
    except (TypeError, ValueError):
        raise RError(f"start weights '{name}' are no numbers", "Give an array.") from None
    if array.shape != known[name].shape or not np.isfinite(array).all():
        shape = " x ".join(map(str, known[name].shape))
        raise RError(f"start weights '{name}' are not {shape} finite numbers", "Give an array.")
    return array


def fresh_batch_norm(units: int) -> BatchNorm:
    """Return batch normalisation before training: scale and variance 1, shift and mean 0."""
    return BatchNorm(np.ones(units), np.zeros(units), np.zeros(units), np.ones(units))


def activation_of(given: Any) -> Activation:
    """Return an activation by name, as a record, or of a function of an array.

    The derivative of a function is taken by central differences.

    Raises
    ------
    RError
        For unknown names, and functions that do not give one number for each.
    """
    if callable(given) and not isinstance(given, Activation):
        return _own_activation(given)
    return activation_named(given)


def _own_activation(function: Callable[..., Any]) -> Activation:
    def value(z: Doubles) -> Doubles:
        found = np.asarray(function(z), dtype=np.float64)
        if found.shape != z.shape:
            raise RError(
                "the activation function does not give one number for each it gets",
                f"It made {found.shape} of {z.shape}.",
            )
        return found

    def derivative(z: Doubles, a: Doubles) -> Doubles:
        del a
        h = DIFFERENCE * np.maximum(1.0, np.abs(z))
        return np.asarray((value(z + h) - value(z - h)) / (2 * h))

    value(np.linspace(-1.0, 1.0, 6).reshape(2, 3))
    name = getattr(function, "__name__", "<lambda>").replace("<lambda>", "function")
    return Activation(name, value, derivative, "glorot")


def _hidden_activations(given: Any, layers: int) -> list[Activation]:
    several = isinstance(given, Sequence | np.ndarray) and not isinstance(given, str)
    each = list(given) if several else [given] * layers
    if len(each) != layers:
        raise RError(
            f"{counted(len(each), 'activation')} for {counted(layers, 'hidden layer')}",
            "Give one, or each.",
        )
    found = [activation_of(one) for one in each]
    if any(activation.name == "step" for activation in found):
        raise RError(
            "a step unit cannot be trained by its slope, which is 0 everywhere",
            "Use 'logistic', or perceptron() with Rosenblatt's rule.",
        )
    return found


def _dropouts(given: Any, layers: int) -> list[float]:
    several = hasattr(given, "__len__") and not isinstance(given, str)
    each = list(given) if several else [given] * layers
    if len(each) != layers:
        raise RError(
            f"{counted(len(each), 'dropout')} for {counted(layers, 'hidden layer')}",
            "Give one, or each.",
        )
    return [share(one, "dropout") for one in each]
