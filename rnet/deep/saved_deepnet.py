"""deepnet's networks, machines and stacks as files, and back."""

from os import PathLike
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.deep.backprop_fit import HIDDEN_CODES, OUTPUT_CODES
from rnet.deep.deepnet_data import Names, vector_with_names, with_names
from rnet.deep.deepnet_nn import DeepnetNN
from rnet.deep.deepnet_rbm import DeepnetDBN, DeepnetRBM
from rnet.deep.model_file import Arrays, SavedModel, damaged, write_model
from rnet.deep.saved_layers import one_of
from rnet.neural.json_reader import JsonValue
from rnet.values import axis_names

Reals = npt.NDArray[np.float64]
RATES = ("learningrate", "momentum", "learningrate_scale")
SHARES = ("hidden_dropout", "visible_dropout")
MOST_UNITS = 2**31


def save_deepnet_nn(fit: DeepnetNN, path: str | PathLike[str]) -> None:
    """Write a network with all its components but the row names of the last batch."""
    content: dict[str, Any] = {name: getattr(fit, name) for name in (*RATES, *SHARES)}
    content |= {
        "size": fit.size.tolist(),
        "activationfun": fit.activationfun,
        "output": fit.output,
        "quirks": fit.quirks,
        "inputs": _names(fit.W[0], "columns"),
        "outputs": _names(fit.B[-1], "index"),
        "cases": len(fit.e),
        "steps": None if fit.L is None else len(fit.L),
        "masks": [mask is not None for mask in fit.dropout_mask or []],
    }
    arrays: dict[str, Any] = {"e": _numbers(fit.e)}
    for name in ("W", "B", "vW", "vB", "post"):
        arrays |= {f"{name}{k}": _numbers(part) for k, part in enumerate(fit[name])}
    arrays |= {f"pre{k}": _numbers(part) for k, part in enumerate(fit.pre) if part is not None}
    masks = enumerate(fit.dropout_mask or [])
    arrays |= {f"mask{k}": _numbers(mask) for k, mask in masks if mask is not None}
    if fit.L is not None:
        arrays["L"] = _numbers(fit.L)
    write_model(path, "nn_train", content, arrays)


def deepnet_nn_of(file: SavedModel) -> DeepnetNN:
    """Return the network of a file."""
    content = file.content
    sizes = content["size"].wholes(1, MOST_UNITS)
    if len(sizes) < 2:
        damaged("a network has two layers or more")
    n = [int(size) for size in sizes]
    depth, cases = len(n) - 1, content["cases"].whole(1)
    inputs, outputs = _names_of(content["inputs"], n[0]), _names_of(content["outputs"], n[-1])
    quirks, steps = content["quirks"].flag(), content["steps"].optional(JsonValue.whole)
    rates = {name: content[name].number() for name in (*RATES, *SHARES)}
    moved = (inputs, outputs) if rates["momentum"] > 0 else (None, None)

    def weights(name: str, first: Names, last: Names) -> list[Any]:
        found = [file.array(f"{name}{k}", (n[k + 1], n[k])) for k in range(depth)]
        names = {depth - 1: last}
        return [with_names(w, names.get(k), None if k else first) for k, w in enumerate(found)]

    def biases(name: str, last: Names) -> list[Any]:
        found: list[Any] = [file.array(f"{name}{k}", (n[k + 1],)) for k in range(depth)]
        return [*found[:-1], vector_with_names(found[-1], last)]

    def values(name: str, k: int) -> Any:
        columns = outputs if k == depth else None if k else inputs
        return with_names(file.array(f"{name}{k}", (cases, n[k])), None, columns)

    there = [flag.flag() for flag in content["masks"]]
    if len(there) > depth:
        damaged("there are more masks than layers")
    shapes = [(n[k],) if quirks else (cases, n[k]) for k in range(depth)]
    masks = [file.array(f"mask{k}", shapes[k]) if known else None for k, known in enumerate(there)]
    return DeepnetNN(
        input_dim=n[0],
        output_dim=n[-1],
        hidden=sizes[1:-1],
        size=sizes,
        activationfun=one_of(content["activationfun"], HIDDEN_CODES),
        output=one_of(content["output"], OUTPUT_CODES),
        **rates,
        W=weights("W", inputs, outputs),
        vW=weights("vW", *moved),
        B=biases("B", outputs),
        vB=biases("vB", moved[1]),
        dropout_mask=masks or None,
        post=[values("post", k) for k in range(depth + 1)],
        pre=[None, *(values("pre", k) for k in range(1, depth + 1))],
        e=with_names(file.array("e", (cases, n[-1])), None, outputs),
        L=None if steps is None else file.array("L", (steps,)),
        quirks=quirks,
    )


def save_deepnet_rbm(fit: DeepnetRBM, path: str | PathLike[str]) -> None:
    """Write a machine."""
    content, arrays = _machine(fit, "")
    write_model(path, "rbm_train", {"machine": content}, arrays)


def deepnet_rbm_of(file: SavedModel) -> DeepnetRBM:
    """Return the machine of a file."""
    return _machine_of(file.content["machine"], file, "")


def save_deepnet_dbn(fit: DeepnetDBN, path: str | PathLike[str]) -> None:
    """Write a stack of machines."""
    parts = [_machine(machine, f"{k}.") for k, machine in enumerate(fit.rbm)]
    arrays: Arrays = {name: values for _, own in parts for name, values in own.items()}
    write_model(path, "dbn_train", {"machines": [content for content, _ in parts]}, arrays)


def deepnet_dbn_of(file: SavedModel) -> DeepnetDBN:
    """Return the stack of a file."""
    parts = list(file.content["machines"])
    machines = [_machine_of(part, file, f"{k}.") for k, part in enumerate(parts)]
    if not machines:
        damaged("a stack has a machine")
    sizes = [int(machines[0].size[0]), *(int(machine.size[1]) for machine in machines)]
    if any(int(machine.size[0]) != sizes[k] for k, machine in enumerate(machines)):
        damaged("the machines do not fit together")
    return DeepnetDBN(np.array(sizes), machines)


def _machine(fit: DeepnetRBM, prefix: str) -> tuple[dict[str, Any], Arrays]:
    content: dict[str, Any] = {name: getattr(fit, name) for name in (*RATES, "cd")}
    content |= {"size": fit.size.tolist(), "visible": _names(fit.B, "index"), "steps": len(fit.e)}
    names = ("W", "vW", "B", "vB", "C", "vC", "e")
    return content, {prefix + name: _numbers(fit[name]) for name in names}


def _machine_of(content: JsonValue, file: SavedModel, prefix: str) -> DeepnetRBM:
    size = content["size"].wholes(1, MOST_UNITS)
    if len(size) != 2:
        damaged("a machine has two layers")
    visible, hidden = int(size[0]), int(size[1])
    names, steps = _names_of(content["visible"], visible), content["steps"].whole(1)

    def matrix(name: str) -> Any:
        return with_names(file.array(prefix + name, (hidden, visible)), None, names)

    def below(name: str) -> Any:
        return vector_with_names(file.array(prefix + name, (visible,)), names)

    return DeepnetRBM(
        size=size,
        W=matrix("W"),
        vW=matrix("vW"),
        B=below("B"),
        vB=below("vB"),
        C=file.array(prefix + "C", (hidden,)),
        vC=file.array(prefix + "vC", (hidden,)),
        hidden_type="bin",
        visible_type="bin",
        cd=content["cd"].number(),
        e=file.array(prefix + "e", (steps,)),
        **{name: content[name].number() for name in RATES},
    )


def _numbers(part: Any) -> Reals:
    found = np.asarray(part, dtype=np.float64)
    if not np.isfinite(found).all():
        raise RError(
            "a network with missing or infinite numbers cannot be saved",
            "Its training went astray: take a smaller learning rate.",
        )
    return found


def _names(part: Any, axis: str) -> Names:
    index = getattr(part, axis, None)
    return None if index is None or callable(index) else axis_names(index)


def _names_of(part: JsonValue, count: int) -> Names:
    names = part.optional(JsonValue.texts)
    if names is not None and len(names) != count:
        part.wrong(f"{count} names")
    return None if names is None else list(names)
