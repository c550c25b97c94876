"""What the playground's JSON says: settings and weights, checked."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.deep.playground_settings import checked_settings

Doubles = npt.NDArray[np.float64]

FORMAT = "rnet playground 1"
MOST_EPOCHS = 5000
"""That the page trains at once when it is opened."""
ADVICE = "Copy the whole text of the tab JSON."


@dataclass(frozen=True, slots=True)
class PlaygroundRun:
    """A run of the page.

    Attributes
    ----------
    settings : dict
        All settings, by their names in the JSON.
    epochs : int
    weights : tuple of ndarray, each (inputs, units)
    biases : tuple of ndarray, each (units,)
    """

    settings: Mapping[str, Any]
    epochs: int
    weights: tuple[Doubles, ...]
    biases: tuple[Doubles, ...]


def read_json(text: str | Mapping[str, Any]) -> dict[str, Any]:
    """Return the object a JSON text holds; a mapping is taken as it is.

    Raises
    ------
    RError
        For a text that is no JSON object.
    """
    if isinstance(text, Mapping):
        return dict(text)
    try:
        found = json.loads(text)
    except (TypeError, ValueError) as error:
        raise RError(f"this is no JSON: {error}", ADVICE) from error
    if not isinstance(found, dict):
        raise RError("the JSON holds no playground", ADVICE)
    return found


def read_run(text: str | Mapping[str, Any]) -> PlaygroundRun:
    """Return the run that the page's JSON describes.

    Raises
    ------
    RError
        For JSON that is none or is another's, settings the page does not have, layers that do not
        fit them, a net that was not trained or whose weights are no numbers.
    """
    given = read_json(text)
    if given.get("format") != FORMAT:
        raise no_part(f'format": "{FORMAT}')
    for part, kind in (("settings", Mapping), ("layers", list), ("epochs", int)):
        if not isinstance(given.get(part), kind) or given[part] is True:
            raise no_part(part)
    settings = checked_settings(given["settings"])
    epochs = given["epochs"]
    if given.get("exploded"):
        raise RError(
            f"the training exploded in epoch {given['exploded']}", "Lower the learning rate."
        )
    if epochs < 1:
        raise RError("the net has not been trained", "Press Play or Step before copying.")
    hidden = settings["hidden"]
    sizes = [len(settings["features"]), *hidden, 1]
    if len(given["layers"]) != len(sizes) - 1:
        raise RError(f"{len(given['layers'])} layers for hidden = {hidden}", ADVICE)
    layers = [
        _layer(layer, number, (p, q))
        for number, (layer, p, q) in enumerate(
            zip(given["layers"], sizes, sizes[1:], strict=False), 1
        )
    ]
    return PlaygroundRun(
        settings, epochs, tuple(layer[0] for layer in layers), tuple(layer[1] for layer in layers)
    )


def no_part(part: str) -> RError:
    """Return the error for JSON that lacks something."""
    return RError(f'the JSON has no "{part}"', ADVICE)


def _layer(layer: Any, number: int, shape: tuple[int, int]) -> tuple[Doubles, Doubles]:
    """Return weights and biases of a layer of the JSON."""
    try:
        weights = np.array(layer["weights"], dtype=np.float64)
        bias = np.array(layer["bias"], dtype=np.float64)
    except (KeyError, TypeError, ValueError):
        raise RError(f"layer {number} has no weights and bias", ADVICE) from None
    if weights.shape != shape or bias.shape != shape[1:]:
        raise RError(
            f"layer {number} has weights {weights.shape} and bias {bias.shape}",
            f"The settings ask for {shape} and {shape[1:]}.",
        )
    if not (np.isfinite(weights).all() and np.isfinite(bias).all()):
        raise RError(
            f"weights of layer {number} are no numbers",
            "The training diverged: lower the learning rate.",
        )
    return weights, bias
