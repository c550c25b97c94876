"""Dense networks as parts of model files, and back."""

from os import PathLike
from typing import Any

from rnet.deep.mlp_model import Mlp
from rnet.deep.model_file import Arrays, SavedModel, write_model
from rnet.deep.network import Layer
from rnet.deep.saved_layers import (
    call_content,
    call_of,
    encoder_content,
    encoder_of,
    history_content,
    history_of,
    layers_content,
    layers_of,
    outputs_content,
    outputs_of,
    settings_content,
    settings_of,
)
from rnet.neural.json_reader import JsonValue


def save_mlp(fit: Mlp, path: str | PathLike[str]) -> None:
    """Write a dense network, without the cases it was fitted to.

    Raises
    ------
    RError
        For parts that are code of the user's: they cannot be written.
    """
    content, arrays = mlp_content(fit)
    write_model(path, "mlp", content, arrays)


def mlp_content(fit: Mlp) -> tuple[dict[str, Any], Arrays]:
    """Return a network as JSON and its arrays by name."""
    layers, arrays = layers_content(fit.layers)
    names, history = history_content(fit.history)
    content = {
        "call": call_content(fit.call),
        "layers": layers,
        "outputs": outputs_content(fit.outputs),
        "encoder": encoder_content(fit.encoder),
        "settings": settings_content(fit.settings),
        "history": names,
        "best.epoch": fit.best_epoch,
        "dead.units": list(fit.dead_units),
    }
    return content, {**arrays, "history": history}


def mlp_of(file: SavedModel) -> Mlp:
    """Return the dense network of a file."""
    content = file.content
    layers = layers_of(content["layers"], file)
    history = history_of(content["history"], file)
    return Mlp(
        call=call_of(content["call"]),
        layers=layers,
        outputs=outputs_of(content["outputs"], len(layers[-1].bias)),
        encoder=encoder_of(content["encoder"], len(layers[0].weights)),
        settings=settings_of(content["settings"]),
        history=history,
        best_epoch=content["best.epoch"].whole(1, len(history)),
        cases=None,
        dead_before=_dead(content, layers),
    )


def _dead(content: JsonValue, layers: tuple[Layer, ...]) -> tuple[int, ...]:
    """Return how many units were dead; older files do not say."""
    if not content.has("dead.units"):
        return ()
    counts = content["dead.units"]
    found = [one.whole(0, len(layer.bias)) for one, layer in zip(counts, layers, strict=False)]
    if len(found) not in (0, len(layers) - 1):
        counts.wrong(f"{len(layers) - 1} numbers of units")
    return tuple(found)
