"""Networks with pre-trained layers as files, and back."""

from collections.abc import Callable
from os import PathLike
from typing import Any

from rnet.deep.autoencoder_model import Autoencoder
from rnet.deep.model_file import SavedModel, damaged, write_model
from rnet.deep.network import Layer
from rnet.deep.rbm_model import Rbm
from rnet.deep.saved_codes import autoencoder_content, autoencoder_of, rbm_content, rbm_of
from rnet.deep.saved_layers import call_content, call_of
from rnet.deep.saved_mlp import mlp_content, mlp_of
from rnet.deep.stacked_model import Dbn, Sae, Stacked


def save_stacked(fit: Stacked, path: str | PathLike[str]) -> None:
    """Write a network with its pre-trained layers, without the cases it was fitted to."""
    parts = {"net": mlp_content(fit.net), "pretrained": mlp_content(fit.pretrained)}
    for number, part in enumerate(fit.layers, 1):
        own = isinstance(part, Rbm)
        parts[f"part{number}"] = rbm_content(part) if own else autoencoder_content(part)
    content: dict[str, Any] = {"call": call_content(fit.call), "parts": len(fit.layers)}
    content |= {name: of_part for name, (of_part, _) in parts.items()}
    arrays = {f"{name}.{key}": a for name, (_, held) in parts.items() for key, a in held.items()}
    write_model(path, "dbn" if isinstance(fit, Dbn) else "sae", content, arrays)


def dbn_of(file: SavedModel) -> Dbn:
    """Return the deep belief network of a file."""
    layers: tuple[Rbm, ...] = _layers(file, rbm_of)
    found = Dbn(call_of(file.content["call"]), layers, *_networks(file))
    _check_sizes(found, [rbm.machine.weights.shape for rbm in layers])
    return found


def sae_of(file: SavedModel) -> Sae:
    """Return the stacked autoencoders of a file."""
    layers: tuple[Autoencoder, ...] = _layers(file, autoencoder_of)
    found = Sae(call_of(file.content["call"]), layers, *_networks(file))
    _check_sizes(found, [part.layers[0].weights.shape for part in layers])
    return found


def _layers(file: SavedModel, read: Callable[[SavedModel], Any]) -> tuple[Any, ...]:
    count = file.content["parts"].whole(1, 10_000)
    return tuple(read(_part(file, f"part{number}")) for number in range(1, count + 1))


def _networks(file: SavedModel) -> tuple[Any, Any]:
    return mlp_of(_part(file, "pretrained")), mlp_of(_part(file, "net"))


def _part(file: SavedModel, name: str) -> SavedModel:
    prefix = f"{name}."
    arrays = {k.removeprefix(prefix): a for k, a in file.arrays.items() if k.startswith(prefix)}
    return SavedModel(file.kind, file.content[name], arrays)


def _check_sizes(fit: Stacked, shapes: list[tuple[int, ...]]) -> None:
    for net in (fit.pretrained, fit.net):
        if [_shape(layer) for layer in net.layers[:-1]] != shapes:
            damaged("the network does not fit its layers")


def _shape(layer: Layer) -> tuple[int, ...]:
    return layer.weights.shape
