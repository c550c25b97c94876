"""Single units as files, and back."""

from os import PathLike

import numpy as np

from rnet.conditions import RError
from rnet.deep.activations import ACTIVATIONS
from rnet.deep.model_file import SavedModel, damaged, write_model
from rnet.deep.perceptron_fit import Path
from rnet.deep.perceptron_model import Perceptron
from rnet.deep.saved_layers import (
    call_content,
    call_of,
    encoder_content,
    encoder_of,
    one_of,
    outputs_content,
    outputs_of,
)


def save_perceptron(fit: Perceptron, path: str | PathLike[str]) -> None:
    """Write a unit with all its steps, without the cases it was fitted to.

    Raises
    ------
    RError
        For an activation that is a function of the user's: it cannot be written.
    """
    if ACTIVATIONS.get(fit.act.name) is not fit.act:
        raise RError(
            f"the activation function '{fit.act.name}' cannot be saved",
            f"Only names can: {', '.join(ACTIVATIONS)}.",
        )
    content = {
        "call": call_content(fit.call),
        "activation": fit.act.name,
        "outputs": outputs_content(fit.outputs),
        "encoder": encoder_content(fit.encoder),
        "inputs": len(fit.encoder.input_names),
        "steps": fit.steps,
        "settled": fit.converged,
    }
    run = fit.path
    noted = np.column_stack([run.losses, run.wrong, np.nan_to_num(run.slopes)])
    write_model(path, "perceptron", content, {"weights": run.weights, "noted": noted})


def perceptron_of(file: SavedModel) -> Perceptron:
    """Return the unit of a file."""
    content = file.content
    inputs, steps = content["inputs"].whole(1), content["steps"].whole(0)
    unit = ACTIVATIONS[one_of(content["activation"], ACTIVATIONS)]
    weights = file.array("weights", (steps + 1, inputs + 1))
    losses, wrong, slopes = file.array("noted", (steps + 1, 3)).T
    if wrong.min() < 0 or wrong.max() > 2**53:
        damaged("the mistakes are no counts")
    path = Path(weights, losses, wrong.astype(np.int64), slopes, content["settled"].flag())
    return Perceptron(
        call=call_of(content["call"]),
        act=unit,
        path=path,
        outputs=outputs_of(content["outputs"], 1),
        encoder=encoder_of(content["encoder"], inputs),
        cases=None,
        wanted=None,
    )
