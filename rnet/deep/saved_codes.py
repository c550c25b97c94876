"""Machines, autoencoders and their stacks as files, and back."""

from os import PathLike
from typing import Any

from rnet.deep.autoencoder_model import Autoencoder
from rnet.deep.boltzmann import VISIBLE_UNITS, Machine, RbmSettings
from rnet.deep.model_file import Arrays, SavedModel, damaged, write_model
from rnet.deep.rbm_model import Rbm, Standard
from rnet.deep.saved_layers import (
    call_content,
    call_of,
    encoder_content,
    encoder_of,
    history_content,
    history_of,
    layers_content,
    layers_of,
    one_of,
    settings_content,
    settings_of,
)
from rnet.neural.json_reader import JsonValue


def save_autoencoder(fit: Autoencoder, path: str | PathLike[str]) -> None:
    """Write an autoencoder, without the cases it was fitted to."""
    content, arrays = autoencoder_content(fit)
    write_model(path, "autoencoder", content, arrays)


def autoencoder_content(fit: Autoencoder) -> tuple[dict[str, Any], Arrays]:
    """Return an autoencoder as JSON and its arrays by name."""
    layers, arrays = layers_content(fit.layers)
    names, history = history_content(fit.history)
    content = {
        "call": call_content(fit.call),
        "layers": layers,
        "code.layers": fit.code_layers,
        "binary": fit.binary,
        "encoder": encoder_content(fit.encoder),
        "standardized": fit.standard is not None,
        "settings": settings_content(fit.settings),
        "history": names,
        "best.epoch": fit.best_epoch,
    }
    return content, {**arrays, **_standard_arrays(fit.standard), "history": history}


def autoencoder_of(file: SavedModel) -> Autoencoder:
    """Return the autoencoder of a file."""
    content = file.content
    layers = layers_of(content["layers"], file)
    inputs = len(layers[0].weights)
    if len(layers[-1].bias) != inputs:
        damaged("the outputs are not as many as the inputs")
    history = history_of(content["history"], file)
    return Autoencoder(
        call=call_of(content["call"]),
        layers=layers,
        code_layers=content["code.layers"].whole(1, len(layers) - 1),
        binary=content["binary"].flag(),
        encoder=encoder_of(content["encoder"], inputs),
        standard=_standard_of(content["standardized"], file, inputs),
        settings=settings_of(content["settings"]),
        history=history,
        best_epoch=content["best.epoch"].whole(1, len(history)),
        cases=None,
    )


def save_rbm(fit: Rbm, path: str | PathLike[str]) -> None:
    """Write a restricted Boltzmann machine, without the cases it was fitted to."""
    content, arrays = rbm_content(fit)
    write_model(path, "rbm", content, arrays)


def rbm_content(fit: Rbm) -> tuple[dict[str, Any], Arrays]:
    """Return a machine as JSON and its arrays by name."""
    machine, s = fit.machine, fit.settings
    names, history = history_content(fit.history)
    p, q = machine.weights.shape
    content = {
        "call": call_content(fit.call),
        "visible": p,
        "hidden": q,
        "visible.type": machine.visible.name,
        "encoder": encoder_content(fit.encoder),
        "standardized": fit.standard is not None,
        "settings": {
            "cd": s.cd,
            "n.epochs": s.n_epochs,
            "batch.size": s.batch_size,
            "learn.rate": s.learn_rate,
            "momentum": s.momentum,
            "L2": s.L2,
            "sample.visible": s.sample_visible,
        },
        "history": names,
    }
    arrays = {
        "weights": machine.weights,
        "visible.bias": machine.visible_bias,
        "hidden.bias": machine.hidden_bias,
        "history": history,
        **_standard_arrays(fit.standard),
    }
    return content, arrays


def rbm_of(file: SavedModel) -> Rbm:
    """Return the restricted Boltzmann machine of a file."""
    content = file.content
    p, q = (content[side].whole(1, 2**31) for side in ("visible", "hidden"))
    machine = Machine(
        file.array("weights", (p, q)),
        file.array("visible.bias", (p,)),
        file.array("hidden.bias", (q,)),
        VISIBLE_UNITS[one_of(content["visible.type"], VISIBLE_UNITS)],
    )
    return Rbm(
        call=call_of(content["call"]),
        machine=machine,
        settings=_rbm_settings_of(content["settings"]),
        encoder=encoder_of(content["encoder"], p),
        standard=_standard_of(content["standardized"], file, p),
        history=history_of(content["history"], file),
        cases=None,
    )


def _rbm_settings_of(part: JsonValue) -> RbmSettings:
    return RbmSettings(
        cd=part["cd"].whole(1),
        n_epochs=part["n.epochs"].whole(1),
        batch_size=part["batch.size"].whole(1),
        learn_rate=part["learn.rate"].number(),
        momentum=part["momentum"].number(),
        L2=part["L2"].number(),
        sample_visible=part["sample.visible"].flag(),
    )


def _standard_arrays(standard: Standard | None) -> dict[str, Any]:
    if standard is None:
        return {}
    return {"center": standard.center, "spread": standard.spread}


def _standard_of(flag: JsonValue, file: SavedModel, inputs: int) -> Standard | None:
    if not flag.flag():
        return None
    standard = Standard(file.array("center", (inputs,)), file.array("spread", (inputs,)))
    if (standard.spread <= 0).any():
        damaged("standard deviations are not positive")
    return standard
