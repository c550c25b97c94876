"""Generators and discriminators as files."""

import itertools
from dataclasses import asdict
from os import PathLike
from typing import Any

import numpy as np

from rnet.deep.arguments import not_negative
from rnet.deep.gan_model import Gan
from rnet.deep.gan_settings import GanSettings, gan_settings
from rnet.deep.model_file import SavedModel, damaged, write_model
from rnet.deep.saved_layers import (
    call_content,
    call_of,
    encoder_content,
    encoder_of,
    history_content,
    history_of,
)
from rnet.deep.torch_gan import State
from rnet.neural.json_reader import JsonValue

MOST = 2**20
COLUMNS = {"epoch", "step", "loss", "loss_d", "grad_norm_g", "grad_norm_d"}
NETWORKS = ("generator", "discriminator")


def save_gan(fit: Gan, path: str | PathLike[str]) -> None:
    """Write a generator and a discriminator, without the cases they were fitted to."""
    names, history = history_content(fit.history)
    shapes = {
        who: {name: list(array.shape) for name, array in getattr(fit, who).items()}
        for who in NETWORKS
    }
    content = {
        "call": call_content(fit.call),
        "encoder": encoder_content(fit.encoder),
        "settings": {k: v for k, v in asdict(fit.settings).items() if k != "progress"},
        "networks": shapes,
        "history": names,
        "samples": list(fit.samples.shape),
        "sample.steps": fit.sample_steps.tolist(),
    }
    arrays = {**fit.weights, "history": history, "samples": fit.samples}
    counts = {name: np.asarray(a, dtype=np.float64) for name, a in arrays.items()}
    write_model(path, "gan", content, {**counts, "low": fit.low, "span": fit.span})


def gan_of(file: SavedModel) -> Gan:
    """Return the generator and the discriminator of a file."""
    content = file.content
    width = len(content["encoder"]["inputs"].texts())
    history = history_of(content["history"], file)
    if not set(history.columns) >= COLUMNS:
        damaged("the history lacks columns")
    settings = _settings(content["settings"])
    shape = tuple(content["samples"].wholes(1, MOST).tolist())
    steps = content["sample.steps"].wholes(0, 2**53)
    if len(shape) != 3 or shape[2] != width or len(steps) != shape[0]:
        damaged("the samples do not fit")
    states = {who: _state(content["networks"][who], file, who) for who in NETWORKS}
    _check(states["generator"], _wanted(settings, width))
    return Gan(
        call=call_of(content["call"]),
        generator=states["generator"],
        discriminator=states["discriminator"],
        encoder=encoder_of(content["encoder"], width),
        low=file.array("low", (width,)),
        span=file.array("span", (width,)),
        settings=settings,
        history=history,
        samples=file.array("samples", shape),
        sample_steps=steps,
        cases=None,
    )


def _settings(part: JsonValue) -> GanSettings:
    flags = {name: part[name].flag() for name in ("batch_norm", "minibatch_sd")}
    wholes = {
        name: part[name].whole(0, MOST)
        for name in ("latent", "k_d", "k_g", "n_epochs", "batch_size", "snapshots")
    }
    pairs = {name: part[name].numbers(2).tolist() for name in ("rate", "betas")}
    shares = {
        name: not_negative(part[name].number(), name) for name in ("dropout", "label_smoothing")
    }
    hidden = [part[name].wholes(1, MOST).tolist() for name in ("hidden", "hidden_d")]
    loss, output = part["loss"].text(), part["output"].text()
    given: dict[str, Any] = {**flags, **wholes, **pairs, **shares, "loss": loss, "progress": None}
    return gan_settings(MOST, output=output, hidden=hidden, **given)


def _state(part: JsonValue, file: SavedModel, who: str) -> State:
    if not isinstance(part.value, dict):
        part.wrong("an object")
    found: State = {}
    for name in part.value:
        array = file.array(f"{who}.{name}", tuple(part[name].wholes(1, MOST).tolist()))
        counted = name.endswith("num_batches_tracked")
        found[name] = array.astype(np.int64 if counted else np.float32)
    return found


def _wanted(settings: GanSettings, width: int) -> list[tuple[int, ...]]:
    """Return the shapes of the weights of a generator, in order."""
    sizes = [settings.latent, *settings.hidden, width]
    return [(above, below) for below, above in itertools.pairwise(sizes)]


def _check(state: State, shapes: list[tuple[int, ...]]) -> None:
    found = [array.shape for array in state.values() if array.ndim == 2]
    if found != shapes:
        damaged("the weights do not fit the settings")
