"""Layers as arrays: what a dense network computes, and its derivatives by backpropagation.

A layer sends its inputs x through z = x W + b, then, where asked for, batch normalisation; its
activation f(z) is the output, plus x itself in a residual layer. While training, inputs may be
dropped out and noise added to the sums: masks and noise come in as arguments.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from rnet.deep.activations import Activation
from rnet.deep.losses import Loss

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class BatchNorm:
    """Batch normalisation of q sums (Ioffe and Szegedy 2015).

    Attributes
    ----------
    scale, shift : ndarray, shape (q,)
        What follows the standardisation; learnt.
    mean, variance : ndarray, shape (q,)
        Moving averages over the batches, for prediction.
    momentum : float
        Share of a new batch in them.
    epsilon : float
        Added to variances.
    """

    scale: Doubles
    shift: Doubles
    mean: Doubles
    variance: Doubles
    momentum: float = 0.1
    epsilon: float = 1e-5


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """A dense layer of q units on p inputs.

    Attributes
    ----------
    weights : ndarray, shape (p, q)
    bias : ndarray, shape (q,)
    activation : Activation
    batch_norm : BatchNorm or None
    dropout : float
        Share of the inputs left out while training; the rest is scaled up for it.
    noise : float
        Standard deviation of the noise added to the sums while training.
    residual : bool
        Whether the inputs are added to the outputs; p is q then.
    """

    weights: Doubles
    bias: Doubles
    activation: Activation
    batch_norm: BatchNorm | None = None
    dropout: float = 0.0
    noise: float = 0.0
    residual: bool = False

    @property
    def parameters(self) -> int:
        """How many numbers are learnt."""
        learnt = self.weights.size + self.bias.size
        return learnt if self.batch_norm is None else learnt + 2 * self.bias.size


@dataclass(frozen=True, slots=True, eq=False)
class Disturbance:
    """What training does to one layer at random.

    Attributes
    ----------
    mask : ndarray, shape (n, p), or None
        0 where an input is dropped, 1 / (1 - dropout) where it stays.
    noise : ndarray, shape (n, q), or None
        Added to the sums.
    """

    mask: Doubles | None = None
    noise: Doubles | None = None


@dataclass(frozen=True, slots=True, eq=False)
class LayerPass:
    """What one layer did on n rows.

    Attributes
    ----------
    inputs : ndarray, shape (n, p)
        After dropout.
    standard : ndarray, shape (n, q), or None
        Standardised sums of batch normalisation.
    spread : ndarray, shape (q,), or None
        One over the standard deviations.
    sums : ndarray, shape (n, q)
        What the activation is applied to (pre-activations).
    activated : ndarray, shape (n, q)
    outputs : ndarray, shape (n, q)
        The same but in a residual layer, where the inputs are added.
    """

    inputs: Doubles
    standard: Doubles | None
    spread: Doubles | None
    sums: Doubles
    activated: Doubles
    outputs: Doubles


@dataclass(frozen=True, slots=True, eq=False)
class LayerGradient:
    """Derivatives of a loss by the parameters of a layer, in their shapes."""

    weights: Doubles
    bias: Doubles
    scale: Doubles | None = None
    shift: Doubles | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Gradients:
    """A loss with its derivatives.

    Attributes
    ----------
    loss : float
    layers : tuple of LayerGradient
    inputs : ndarray, shape (n, p)
        Derivatives by the inputs of the network.
    """

    loss: float
    layers: tuple[LayerGradient, ...]
    inputs: Doubles


def forward(
    layers: Sequence[Layer],
    x: Doubles,
    *,
    training: bool = False,
    disturbances: Sequence[Disturbance] | None = None,
) -> list[LayerPass]:
    """Send rows through the layers.

    Parameters
    ----------
    layers : sequence of Layer
    x : ndarray, shape (n, p)
    training : bool
        Batch normalisation uses the moments of these rows instead of the moving averages,
        and brings the averages up to date in place.
    disturbances : sequence of Disturbance, optional
        One for each layer; none without it.
    """
    passes: list[LayerPass] = []
    with np.errstate(over="ignore", invalid="ignore", under="ignore"):
        for k, layer in enumerate(layers):
            disturbance = disturbances[k] if disturbances else None
            passes.append(_layer_forward(layer, x, training, disturbance))
            x = passes[-1].outputs
    return passes


def outputs(layers: Sequence[Layer], x: Doubles) -> Doubles:
    """Return what the last layer gives for rows x, (n, q)."""
    return forward(layers, x)[-1].outputs if layers else x


def _layer_forward(
    layer: Layer, x: Doubles, training: bool, disturbance: Disturbance | None
) -> LayerPass:
    if disturbance is not None and disturbance.mask is not None:
        x = x * disturbance.mask
    z = x @ layer.weights
    z += layer.bias
    standard = spread = None
    norm = layer.batch_norm
    if norm is not None:
        standard, spread = _standardised(norm, z, training)
        z = standard * norm.scale
        z += norm.shift
    if disturbance is not None and disturbance.noise is not None:
        z = z + disturbance.noise
    a = layer.activation.value(z)
    return LayerPass(x, standard, spread, z, a, a + x if layer.residual else a)


def _standardised(norm: BatchNorm, z: Doubles, training: bool) -> tuple[Doubles, Doubles]:
    if not training:
        spread = 1.0 / np.sqrt(norm.variance + norm.epsilon)
        return (z - norm.mean) * spread, spread
    n = len(z)
    mean = np.add.reduce(z, axis=0) / n
    standard = z - mean
    variance = np.einsum("ij,ij->j", standard, standard) / n
    spread = 1.0 / np.sqrt(variance + norm.epsilon)
    standard *= spread
    norm.mean[:] += norm.momentum * (mean - norm.mean)
    norm.variance[:] += norm.momentum * (variance * (n / max(n - 1, 1)) - norm.variance)
    return standard, spread


def gradients(
    layers: Sequence[Layer],
    x: Doubles,
    y: Doubles,
    loss: Loss,
    *,
    training: bool = False,
    disturbances: Sequence[Disturbance] | None = None,
) -> Gradients:
    """Return the loss on rows x with targets y, and its derivatives by everything learnt.

    Parameters
    ----------
    layers : sequence of Layer
    x, y : ndarray, shapes (n, p) and (n, q)
    loss : Loss
    training, disturbances
        As in `forward`.
    """
    passes = forward(layers, x, training=training, disturbances=disturbances)
    into = [empty_gradient(layer) for layer in layers]
    with np.errstate(over="ignore", invalid="ignore", under="ignore"):
        value = loss_of(layers, passes, y, loss)
        slopes = backward(
            layers, passes, y, loss, into, training=training, disturbances=disturbances
        )
    return Gradients(value, tuple(into), slopes)


def loss_of(layers: Sequence[Layer], passes: Sequence[LayerPass], y: Doubles, loss: Loss) -> float:
    """Return the loss of the outputs of a pass."""
    last = passes[-1]
    return loss.at(layers[-1].activation, last.sums, last.outputs, y)


def empty_gradient(layer: Layer) -> LayerGradient:
    """Return a place for the derivatives of a layer."""
    norm = layer.batch_norm
    return LayerGradient(
        np.empty_like(layer.weights),
        np.empty_like(layer.bias),
        None if norm is None else np.empty_like(norm.scale),
        None if norm is None else np.empty_like(norm.shift),
    )


def backward(
    layers: Sequence[Layer],
    passes: Sequence[LayerPass],
    y: Doubles,
    loss: Loss,
    into: Sequence[LayerGradient],
    *,
    training: bool = True,
    disturbances: Sequence[Disturbance] | None = None,
    to_inputs: bool = True,
) -> Doubles:
    """Fill in the derivatives of a pass; return those by the inputs (of layer 1, if not wanted)."""
    last = passes[-1]
    slopes = loss.backward(layers[-1].activation, last.sums, last.activated, y)
    for k in range(len(layers) - 1, -1, -1):
        layer, run = layers[k], passes[k]
        passing = slopes  # what a residual layer hands on beside its sums
        if k < len(layers) - 1:
            slopes = layer.activation.backward(run.sums, run.activated, slopes)
        if layer.batch_norm is not None:
            slopes = _norm_backward(layer.batch_norm, run, slopes, into[k], training)
        np.matmul(run.inputs.T, slopes, out=into[k].weights)
        np.add.reduce(slopes, axis=0, out=into[k].bias)
        if k == 0 and not to_inputs:
            return slopes
        slopes = slopes @ layer.weights.T
        if layer.residual:
            slopes += passing
        if disturbances and (mask := disturbances[k].mask) is not None:
            slopes *= mask
    return slopes


def _norm_backward(
    norm: BatchNorm, run: LayerPass, slopes: Doubles, into: LayerGradient, training: bool
) -> Doubles:
    """Return the slopes by the sums before normalisation."""
    assert run.standard is not None  # a pass through this layer keeps them
    assert run.spread is not None
    assert into.scale is not None
    assert into.shift is not None
    np.einsum("ij,ij->j", slopes, run.standard, out=into.scale)
    np.add.reduce(slopes, axis=0, out=into.shift)
    factor = norm.scale * run.spread
    if not training:
        return slopes * factor
    n = len(slopes)
    centred = slopes - into.shift / n
    centred -= run.standard * (into.scale / n)
    centred *= factor
    return centred


def weights_by_name(layers: Sequence[Layer]) -> dict[str, Doubles]:
    """Return all that layers have learnt, by `layer1.weights`, `layer1.biases`, `layer1.scale`."""
    found: dict[str, Doubles] = {}
    for number, layer in enumerate(layers, 1):
        found |= {f"layer{number}.weights": layer.weights, f"layer{number}.biases": layer.bias}
        if (norm := layer.batch_norm) is not None:
            found |= {f"layer{number}.scale": norm.scale, f"layer{number}.shift": norm.shift}
    return found


@dataclass(frozen=True, slots=True, eq=False)
class FlatLayers:
    """Layers whose parameters are parts of one vector, so that one step moves them all.

    Attributes
    ----------
    parameters, gradient : ndarray, shape (m,)
    layers : tuple of Layer
        Views of `parameters`.
    into : tuple of LayerGradient
        Views of `gradient`.
    weights : tuple of slice
        Where each layer's weights lie.
    """

    parameters: Doubles
    gradient: Doubles
    layers: tuple[Layer, ...]
    into: tuple[LayerGradient, ...]
    weights: tuple[slice, ...]


def flat_layers(layers: Sequence[Layer]) -> FlatLayers:
    """Copy layers into one vector; moving averages of batch normalisation are copied too."""
    count = sum(layer.parameters for layer in layers)
    flat, gradient = np.empty(count), np.zeros(count)
    views, into, places, at = [], [], [], 0
    for layer in layers:
        p, q = layer.weights.shape
        places.append(slice(at, at + p * q))
        views.append(_placed(layer, flat, at))
        into.append(_gradient_at(layer, gradient, at))
        at += layer.parameters
    return FlatLayers(flat, gradient, tuple(views), tuple(into), tuple(places))


def _parts(layer: Layer, flat: Doubles, at: int) -> list[Doubles]:
    """Return the views of a layer's weights, bias and, with batch normalisation, scale, shift."""
    p, q = layer.weights.shape
    parts = [flat[at : at + p * q].reshape(p, q)]
    at += p * q
    for _ in range(1 if layer.batch_norm is None else 3):
        parts.append(flat[at : at + q])
        at += q
    return parts


def _placed(layer: Layer, flat: Doubles, at: int) -> Layer:
    weights, bias, *learnt = _parts(layer, flat, at)
    weights[:], bias[:] = layer.weights, layer.bias
    norm = layer.batch_norm
    if norm is not None:
        scale, shift = learnt
        scale[:], shift[:] = norm.scale, norm.shift
        norm = replace(
            norm, scale=scale, shift=shift, mean=norm.mean.copy(), variance=norm.variance.copy()
        )
    return replace(layer, weights=weights, bias=bias, batch_norm=norm)


def _gradient_at(layer: Layer, gradient: Doubles, at: int) -> LayerGradient:
    weights, bias, *learnt = _parts(layer, gradient, at)
    scale, shift = learnt if learnt else (None, None)
    return LayerGradient(weights, bias, scale, shift)


def copied(layers: Sequence[Layer]) -> tuple[Layer, ...]:
    """Return layers with arrays of their own."""
    return flat_layers(layers).layers
