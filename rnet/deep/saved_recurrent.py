"""Recurrent networks as files."""

from dataclasses import asdict
from os import PathLike

from rnet.deep.model_file import SavedModel, damaged, write_model
from rnet.deep.recurrent_model import Recurrent, SeriesPlan
from rnet.deep.saved_convnet import (
    settings_content,
    settings_of,
    targets_content,
    targets_of_content,
    weights_content,
    weights_of,
)
from rnet.deep.saved_layers import (
    call_content,
    call_of,
    encoder_content,
    encoder_of,
    history_content,
    history_of,
    one_of,
)
from rnet.deep.torch_recurrent import GATES, RecurrentPlan
from rnet.neural.json_reader import JsonValue

MOST = 2**20
OUTPUTS = ("linear", "logistic")


def save_recurrent(fit: Recurrent, path: str | PathLike[str]) -> None:
    """Write a recurrent network, without the data it was fitted to."""
    names, history = history_content(fit.history)
    content = {
        "call": call_content(fit.call),
        "plan": asdict(fit.plan),
        "series": asdict(fit.series),
        "targets": targets_content(fit.targets),
        "encoder": encoder_content(fit.encoder),
        "settings": settings_content(fit.settings),
        "history": names,
        "best.epoch": fit.best_epoch,
    }
    arrays = {"centre": fit.centre, "spread": fit.spread, "history": history}
    write_model(path, "recurrent", content, {**weights_content(fit.arrays), **arrays})


def recurrent_of(file: SavedModel) -> Recurrent:
    """Return the recurrent network of a file."""
    content = file.content
    plan = _plan(content["plan"])
    targets = targets_of_content(content["targets"])
    if len(targets.names) != plan.outputs:
        damaged("the outputs do not fit the last layer")
    series, history = content["series"], history_of(content["history"], file)
    return Recurrent(
        call=call_of(content["call"]),
        plan=plan,
        series=SeriesPlan(
            series["id"].optional(JsonValue.text),
            series["time"].optional(JsonValue.text),
            series["ahead"].whole(0, MOST),
            series["last_only"].flag(),
        ),
        arrays=weights_of(file, plan.shapes()),
        encoder=encoder_of(content["encoder"], plan.inputs),
        targets=targets,
        centre=file.array("centre", (plan.inputs,)),
        spread=file.array("spread", (plan.inputs,)),
        settings=settings_of(content["settings"], 0),
        history=history,
        best_epoch=content["best.epoch"].whole(1, len(history)),
        data=None,
    )


def _plan(part: JsonValue) -> RecurrentPlan:
    sizes = ("inputs", "hidden", "n_layers", "outputs")
    inputs, hidden, n_layers, outputs = (part[name].whole(1, MOST) for name in sizes)
    if n_layers > 1000:
        part["n_layers"].wrong("a number of layers")
    kind, output = one_of(part["kind"], GATES), one_of(part["output"], OUTPUTS)
    return RecurrentPlan(kind, inputs, hidden, n_layers, outputs, output)
