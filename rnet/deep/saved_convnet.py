"""Networks for pictures as files."""

from collections.abc import Callable, Sequence
from dataclasses import fields
from os import PathLike
from typing import Any, cast

import numpy as np

from rnet.deep.convnet_model import Convnet, Targets
from rnet.deep.image_layers import Layer, Shape, conv, dense, dropout, pool
from rnet.deep.model_file import Arrays, SavedModel, damaged, write_model
from rnet.deep.optimizers import CONSTANTS, OPTIMIZERS, optimizer_named
from rnet.deep.pictures import Pictures
from rnet.deep.saved_layers import (
    call_content,
    call_of,
    encoder_content,
    encoder_of,
    history_content,
    history_of,
    levels_content,
    levels_of,
    one_of,
)
from rnet.deep.torch_engine import Weights
from rnet.deep.torch_settings import TorchSettings
from rnet.neural.json_reader import JsonValue

MOST = 2**20  # pixels of a side, units, filters
LOSSES = ("ce", "hinge", "mse")

LAYERS: dict[str, Callable[[JsonValue], Layer]] = {
    "conv": lambda p: conv(
        p["filters"].whole(1, MOST),
        p["size"].whole(1, MOST),
        p["stride"].whole(1, MOST),
        p["padding"].text(),
        p["act"].text(),
    ),
    "pool": lambda p: pool(p["size"].whole(1, MOST), p["type"].text()),
    "dense": lambda p: dense(p["units"].whole(1, MOST), p["act"].text()),
    "dropout": lambda p: dropout(p["rate"].number()),
}


def save_convnet(fit: Convnet, path: str | PathLike[str]) -> None:
    """Write a network for pictures, without the cases it was fitted to."""
    names, history = history_content(fit.history)
    p = fit.pictures
    content = {
        "call": call_content(fit.call),
        "layers": [_layer_content(layer) for layer in fit.layers],
        "sizes": [p.height, p.width, p.channels],
        "range": [p.low, p.span],
        "targets": targets_content(fit.targets),
        "encoder": encoder_content(fit.encoder),
        "settings": settings_content(fit.settings),
        "history": names,
        "best.epoch": fit.best_epoch,
    }
    write_model(path, "convnet", content, {**weights_content(fit.arrays), "history": history})


def convnet_of(file: SavedModel) -> Convnet:
    """Return the network for pictures of a file."""
    content = file.content
    layers = tuple(LAYERS[one_of(part["kind"], LAYERS)](part) for part in content["layers"])
    pictures = _pictures(content["sizes"], content["range"])
    shapes: list[Shape] = [pictures.shape]
    for layer in layers:
        shapes.append(layer.output_shape(shapes[-1]))
    targets = targets_of_content(content["targets"])
    if not layers or shapes[-1] != (len(targets.names),):
        damaged("the outputs do not fit the last layer")
    history = history_of(content["history"], file)
    wanted = [layer.weight_shapes(below) for layer, below in zip(layers, shapes, strict=False)]
    return Convnet(
        call=call_of(content["call"]),
        layers=layers,
        arrays=weights_of(file, wanted),
        pictures=pictures,
        encoder=encoder_of(content["encoder"], int(np.prod(pictures.shape))),
        targets=targets,
        settings=settings_of(content["settings"], len(layers)),
        history=history,
        best_epoch=content["best.epoch"].whole(1, len(history)),
        cases=None,
    )


def _layer_content(layer: Layer) -> dict[str, Any]:
    own = {field.name: getattr(layer, field.name) for field in fields(cast(Any, layer))}
    return {"kind": layer.kind, **own}


def _pictures(sizes: JsonValue, pixels: JsonValue) -> Pictures:
    found = sizes.wholes(1, MOST).tolist()
    if len(found) != 3:
        sizes.wrong("height, width and channels")
    low, span = pixels.numbers(2).tolist()
    return Pictures(found[0], found[1], found[2], low, span)


def weights_content(weights: Weights) -> Arrays:
    """Return weights as arrays by name."""
    return {
        f"{number}.{part}": array
        for number, arrays in enumerate(weights, 1)
        for part, array in enumerate(arrays, 1)
    }


def weights_of(file: SavedModel, shapes: Sequence[Sequence[Shape]]) -> Weights:
    """Return the weights of a file, whose shapes are known."""
    return tuple(
        tuple(
            file.array(f"{number}.{part}", shape).astype(np.float32)
            for part, shape in enumerate(wanted, 1)
        )
        for number, wanted in enumerate(shapes, 1)
    )


def targets_content(targets: Targets) -> dict[str, Any]:
    """Return what outputs stand for as JSON."""
    return {
        "levels": None if targets.levels is None else list(targets.levels),
        "names": list(targets.names),
        "centre": targets.centre.tolist(),
        "spread": targets.spread.tolist(),
    } | levels_content(targets.factor_levels)


def targets_of_content(part: JsonValue) -> Targets:
    """Return what the outputs of a file stand for."""
    levels, names = part["levels"].optional(JsonValue.texts), part["names"].texts()
    if levels is not None and levels != names:
        part["levels"].wrong("the names of the outputs")
    centre, spread = (part[name].numbers(len(names)) for name in ("centre", "spread"))
    used = None if levels is None else tuple(levels)
    return Targets(used, tuple(names), centre, spread, levels_of(part, levels))


def settings_content(settings: TorchSettings) -> dict[str, Any]:
    """Return how a network was trained as JSON."""
    o = settings.optimizer
    return {
        "loss": settings.loss,
        "optimizer": {"name": o.name} | {c: getattr(o, c) for c in CONSTANTS},
        "learn.rate": settings.learn_rate,
        "n.epochs": settings.n_epochs,
        "batch.size": settings.batch_size,
        "L2": settings.L2,
        "patience": settings.patience,
        "clip": settings.clip,
        "frozen": settings.frozen,
    }


def settings_of(part: JsonValue, layers: int) -> TorchSettings:
    """Return how the network of a file was trained."""
    constants = {name: part["optimizer"][name].number() for name in CONSTANTS}
    return TorchSettings(
        loss=one_of(part["loss"], LOSSES),
        optimizer=optimizer_named(one_of(part["optimizer"]["name"], OPTIMIZERS), **constants),
        learn_rate=part["learn.rate"].number(),
        n_epochs=part["n.epochs"].whole(1),
        batch_size=part["batch.size"].whole(1),
        L2=part["L2"].number(),
        patience=part["patience"].optional(JsonValue.whole),
        clip=part["clip"].optional(JsonValue.number),
        frozen=part["frozen"].whole(0, layers),
    )
