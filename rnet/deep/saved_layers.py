"""Dense layers, settings and encoders as parts of a model file, and back."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.deep.activations import ACTIVATIONS
from rnet.deep.cases import Encoder
from rnet.deep.class_outputs import Outputs
from rnet.deep.losses import LOSSES
from rnet.deep.model_file import SavedModel, damaged
from rnet.deep.network import BatchNorm, Layer
from rnet.deep.optimizers import CONSTANTS, OPTIMIZERS, optimizer_named
from rnet.deep.training import TrainingSettings
from rnet.language.deparse import deparse_line
from rnet.language.parser import parse_expression
from rnet.language.tree import Call
from rnet.neural.json_reader import JsonValue

Arrays = dict[str, npt.NDArray[np.float64]]
MOST_UNITS = 2**31


def layers_content(layers: Sequence[Layer], prefix: str = "layer") -> tuple[list[Any], Arrays]:
    """Return layers as JSON, and their arrays by name.

    Raises
    ------
    RError
        For an activation that is a function of the user's: it cannot be written.
    """
    content: list[Any] = []
    arrays: Arrays = {}
    for number, layer in enumerate(layers, 1):
        if ACTIVATIONS.get(layer.activation.name) is not layer.activation:
            raise RError(
                f"the activation function '{layer.activation.name}' cannot be saved",
                f"Only names can: {', '.join(ACTIVATIONS)}.",
            )
        norm, name = layer.batch_norm, f"{prefix}{number}"
        arrays |= {f"{name}.weights": layer.weights, f"{name}.biases": layer.bias}
        if norm is not None:
            arrays |= {f"{name}.{part}": getattr(norm, part) for part in _NORM}
        content.append(
            {
                "inputs": len(layer.weights),
                "units": len(layer.bias),
                "activation": layer.activation.name,
                "batch.norm": None if norm is None else [norm.momentum, norm.epsilon],
                "dropout": layer.dropout,
                "noise": layer.noise,
                "residual": layer.residual,
            }
        )
    return content, arrays


_NORM = ("scale", "shift", "mean", "variance")


def layers_of(content: JsonValue, file: SavedModel, prefix: str = "layer") -> tuple[Layer, ...]:
    """Return the layers of a file: checked to fit each other."""
    layers: list[Layer] = []
    for number, part in enumerate(content, 1):
        name = f"{prefix}{number}"
        p, q = (part[side].whole(1, MOST_UNITS) for side in ("inputs", "units"))
        if layers and len(layers[-1].bias) != p:
            damaged(f"layer {number} does not fit the one below")
        residual = part["residual"].flag()
        if residual and p != q:
            damaged(f"layer {number} cannot be residual")
        layers.append(
            Layer(
                weights=file.array(f"{name}.weights", (p, q)),
                bias=file.array(f"{name}.biases", (q,)),
                activation=ACTIVATIONS[one_of(part["activation"], ACTIVATIONS)],
                batch_norm=_norm_of(part["batch.norm"], file, name, q),
                dropout=part["dropout"].number(),
                noise=part["noise"].number(),
                residual=residual,
            )
        )
    if not layers:
        damaged("it has no layers")
    return tuple(layers)


def _norm_of(numbers: JsonValue, file: SavedModel, name: str, units: int) -> BatchNorm | None:
    if numbers.is_null:
        return None
    momentum, epsilon = numbers.numbers(2).tolist()
    parts = {part: file.array(f"{name}.{part}", (units,)) for part in _NORM}
    if (parts["variance"] + epsilon <= 0).any():
        damaged(f"variances of {name} are not positive")
    return BatchNorm(**parts, momentum=momentum, epsilon=epsilon)


def one_of(part: JsonValue, known: Any) -> str:
    """Return a text that is among those known."""
    name = part.text()
    return name if name in known else part.wrong(f"one of {', '.join(known)}")


def outputs_content(outputs: Outputs) -> dict[str, Any]:
    """Return the meaning of outputs as JSON."""
    levels = None if outputs.levels is None else list(outputs.levels)
    content = {"names": list(outputs.names), "levels": levels, "output": outputs.output}
    return content | levels_content(outputs.factor_levels)


def levels_content(every: tuple[str, ...] | None) -> dict[str, Any]:
    """Return all levels of a response as JSON; nothing where it is no factor."""
    return {} if every is None else {"factor.levels": list(every)}


def levels_of(part: JsonValue, used: list[str] | None) -> tuple[str, ...] | None:
    """Return all levels of the response of a file; older files have those with cases only."""
    if used is None or not part.has("factor.levels"):
        return None
    every = part["factor.levels"].texts()
    if not set(used) <= set(every) or len(set(every)) < len(every):
        part["factor.levels"].wrong("levels among which the classes are")
    return tuple(every)


def outputs_of(part: JsonValue, units: int) -> Outputs:
    """Return the meaning of the outputs of a file's network."""
    names, levels = part["names"].texts(), part["levels"].optional(JsonValue.texts)
    fits = levels is None or len(levels) == units or (units == 1 and len(levels) == 2)
    if len(names) != units or not fits:
        part.wrong(f"the names of {units} outputs")
    used = None if levels is None else tuple(levels)
    return Outputs(tuple(names), used, part["output"].text(), levels_of(part, levels))


def settings_content(settings: TrainingSettings) -> dict[str, Any]:
    """Return how a network was trained as JSON."""
    optimizer = settings.optimizer
    return {
        "loss": settings.loss.name,
        "optimizer": {"name": optimizer.name} | {c: getattr(optimizer, c) for c in CONSTANTS},
        "learn.rates": list(settings.learn_rates),
        "batch.size": settings.batch_size,
        "L1": settings.L1,
        "L2": settings.L2,
        "clip": settings.clip,
        "patience": settings.patience,
        "counts.classes": settings.counts_classes,
    }


def settings_of(part: JsonValue) -> TrainingSettings:
    """Return how the network of a file was trained."""
    optimizer = part["optimizer"]
    constants = {name: optimizer[name].number() for name in CONSTANTS}
    return TrainingSettings(
        loss=LOSSES[one_of(part["loss"], LOSSES)],
        optimizer=optimizer_named(one_of(optimizer["name"], OPTIMIZERS), **constants),
        learn_rates=tuple(part["learn.rates"].numbers().tolist()),
        batch_size=part["batch.size"].whole(1),
        L1=part["L1"].number(),
        L2=part["L2"].number(),
        clip=part["clip"].optional(JsonValue.number),
        patience=part["patience"].optional(JsonValue.whole),
        counts_classes=part["counts.classes"].flag(),
    )


def history_content(history: pd.DataFrame) -> tuple[list[str], npt.NDArray[np.float64]]:
    """Return the names and the numbers of a history."""
    return list(history.columns), history.to_numpy(dtype=np.float64)


def history_of(part: JsonValue, file: SavedModel) -> pd.DataFrame:
    """Return the history of a file."""
    names = part.texts()
    found = file.arrays.get("history")
    if found is None or found.ndim != 2 or found.dtype.kind != "f" or found.shape[1] != len(names):
        damaged("the history is no table")
    history = pd.DataFrame(found, columns=names)
    wanted = {"epoch", "step", "loss"}
    if not wanted <= set(names) or len(set(names)) != len(names) or not len(history):
        damaged("the history lacks epochs")
    counted = history[["epoch", "step"]].to_numpy(dtype=np.float64)
    if not np.isfinite(counted).all() or np.abs(counted).max() > 2**53:
        damaged("the history lacks epochs")
    return history.astype({"epoch": np.int64, "step": np.int64})


def call_content(call: Call) -> str:
    """Return a call as R code."""
    return deparse_line(call)


def call_of(part: JsonValue) -> Call:
    """Return the call of a file: read as a tree, never run."""
    try:
        tree = parse_expression(part.text())
    except RError:
        part.wrong("an R call")
    return tree if isinstance(tree, Call) else part.wrong("an R call")


def encoder_content(encoder: Encoder) -> dict[str, Any]:
    """Return what new data need as JSON."""
    from rnet.deep.saved_terms import terms_content  # noqa: PLC0415 - formulas only

    return {
        "terms": terms_content(encoder.terms),
        "inputs": list(encoder.input_names),
        "image": None if encoder.image is None else list(encoder.image),
    }


def encoder_of(part: JsonValue, inputs: int) -> Encoder:
    """Return what new data need for the network of a file."""
    from rnet.deep.saved_terms import terms_of_content  # noqa: PLC0415 - formulas only

    names = part["inputs"].texts()
    if len(names) != inputs:
        part["inputs"].wrong(f"the names of {inputs} inputs")
    image = part["image"].optional(lambda p: tuple(p.wholes(1, MOST_UNITS).tolist()))
    return Encoder(terms_of_content(part["terms"]), tuple(names), image)
