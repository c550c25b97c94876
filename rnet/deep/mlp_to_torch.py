"""Dense networks as PyTorch's modules."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.deep.image_layers import ACTIVATIONS, Dense
from rnet.deep.network import Layer
from rnet.deep.torch_engine import to_torch


def mlp_to_torch(layers: Sequence[Layer]) -> Any:
    """Return layers as a `torch.nn.Sequential` in double precision, as they predict.

    Batch normalisation goes into the weights; dropout is left out. A softmax output layer gives
    its sums, as PyTorch's losses want them.

    Raises
    ------
    RError
        For residual layers, which are no sequence, and activations PyTorch has no module for.
    """
    *hidden, last = [layer.activation.name for layer in layers]
    names = [*hidden, "linear" if last == "softmax" else last]
    unknown = [name for name in names if name not in ACTIVATIONS]
    if unknown or any(layer.residual for layer in layers):
        what = f"'{unknown[0]}' layers" if unknown else "residual layers"
        raise RError(f"{what} are no plain sequence of modules", "Use fit.weights.")
    dense = [Dense(len(one.bias), act) for one, act in zip(layers, names, strict=True)]
    weights = tuple(_folded(layer) for layer in layers)
    return to_torch(dense, (len(layers[0].weights),), weights)


def _folded(layer: Layer) -> tuple[Any, ...]:
    """Return weights, (units, inputs), and biases with batch normalisation in them."""
    weights, bias, norm = layer.weights, layer.bias, layer.batch_norm
    if norm is not None:
        factor = norm.scale / np.sqrt(norm.variance + norm.epsilon)
        weights, bias = weights * factor, (bias - norm.mean) * factor + norm.shift
    return np.ascontiguousarray(weights.T), bias
