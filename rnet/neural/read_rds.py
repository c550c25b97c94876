"""Read a network that R's `saveRDS` wrote, by the parser of the package rdata.

The file is only taken apart, never run: closures in it are looked at for their attribute `type`.
"""

import math
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError
from rnet.files.read_rds import parsed, text_of, texts_of
from rnet.language.tree import Argument, Call, Constant, Node, Symbol
from rnet.neural.activations import ACTIVATIONS, Activation
from rnet.neural.error_functions import ERROR_FUNCTIONS, ErrorFunction
from rnet.neural.exclude import FixedWeights
from rnet.neural.fit_nn import Repetition
from rnet.neural.model_data import ModelData, matrix_row_names
from rnet.neural.network import Layout
from rnet.neural.nn import NN
from rnet.neural.nn_parts import network_record
from rnet.neural.predict_nn import no_weights
from rnet.neural.problem import Outcome, Status
from rnet.values import is_na, named_matrix

Doubles = npt.NDArray[np.float64]
RObject: TypeAlias = Any  # rdata's, which has no types

WANTED = ("call", "response", "covariate", "model.list", "err.fct", "act.fct", "weights")
CONSTANTS = {"REAL": "double", "INT": "integer", "LGL": "logical", "STR": "character"}


def read_rds(content: bytes) -> NN:
    """Return the network in an `.rds` file.

    Parameters
    ----------
    content : bytes
        The file, packed or not.

    Raises
    ------
    RError
        Without rdata, and for other objects and damaged files.
    """
    top = parsed(content, ".rds").object
    try:
        return _network(_list(top), _attributes(top))
    except (KeyError, IndexError, TypeError, AttributeError, ValueError) as error:
        if isinstance(error, RError):
            raise
        raise RError("the object of class nn is damaged", f"{error}") from error


# ---- R's values ----


def _kind(value: RObject) -> str:
    if value.info.type.name == "REF":
        return _kind(value.referenced_object)
    return str(value.info.type.name)


def _pairs(value: RObject) -> list[tuple[str | None, RObject]]:
    """Return the elements of a pairlist with their tags."""
    found = []
    while value is not None and _kind(value) in ("LIST", "LANG", "ATTRLIST", "ATTRLANG"):
        found.append((None if value.tag is None else _name(value.tag), value.value[0]))
        value = value.value[1]
    return found


def _attributes(value: RObject) -> dict[str, RObject]:
    return {str(tag): part for tag, part in _pairs(value.attributes)}


def _name(symbol: RObject) -> str:
    symbol = symbol.referenced_object if symbol.info.type.name == "REF" else symbol
    return text_of(symbol.value)


def _list(value: RObject) -> dict[str, RObject]:
    """Return a list with names."""
    if _kind(value) != "VEC" or "names" not in _attributes(value):
        raise RError("the file holds no object of class nn", "It holds no list with names.")
    return dict(zip(texts_of(_attributes(value)["names"]), value.value, strict=True))


def _numbers(value: RObject) -> Doubles:
    """Return a vector of numbers or logical values; NA as R's NA."""
    if _kind(value) not in ("REAL", "INT", "LGL"):
        raise RError("the object of class nn is damaged", "Numbers were expected.")
    if np.ma.isMaskedArray(value.value):
        return np.ma.filled(value.value.astype(np.float64), np.nan)
    return np.asarray(value.value, dtype=np.float64)


def _matrix(value: RObject) -> Doubles:
    """Return a matrix; R stores its columns one after the other."""
    rows, columns = (int(size) for size in _numbers(_attributes(value)["dim"]))
    return _numbers(value).reshape((rows, columns), order="F")


def _dimnames(value: RObject) -> list[list[str] | None]:
    names = _attributes(value).get("dimnames")
    if names is None:
        return [None, None]
    return [texts_of(part) if _kind(part) == "STR" else None for part in names.value]


def _named(value: RObject) -> pd.DataFrame:
    found: npt.NDArray[Any] = _matrix(value)
    if _kind(value) == "LGL":
        found = found != 0
    return named_matrix(found, *_dimnames(value))


def _node(value: RObject) -> Node:
    """Return a piece of a call; what cannot be typed stands as dots."""
    kind = _kind(value)
    if kind == "SYM":
        return Symbol(_name(value))
    if kind in ("LANG", "ATTRLANG"):
        (_, function), *arguments = _pairs(value)
        return Call(_node(function), tuple(Argument(tag, _node(part)) for tag, part in arguments))
    if kind in CONSTANTS and len(value.value) == 1:
        return Constant(CONSTANTS[kind], _scalar(value, kind))  # type: ignore[arg-type]
    return Constant("NULL", None) if kind in ("NIL", "NILVALUE") else Symbol("...")


def _scalar(value: RObject, kind: str) -> Any:
    if kind == "STR":
        return text_of(value.value[0])
    number = float(_numbers(value)[0])
    if math.isnan(number):
        return None
    return bool(number) if kind == "LGL" else number


# ---- data frames ----


def _frame(value: RObject) -> pd.DataFrame:
    columns = {name: _column(part) for name, part in _list(value).items()}
    return pd.DataFrame(columns, index=_row_index(_attributes(value)["row.names"]))


def _row_index(names: RObject) -> "pd.Index[Any]":
    if _kind(names) == "STR":
        return pd.Index(texts_of(names), dtype=object)
    numbers = _numbers(names)
    if len(numbers) == 2 and np.isnan(numbers[0]):  # R's short form of 1 to n
        return pd.RangeIndex(int(abs(numbers[1])))
    return pd.Index(numbers.astype(np.int64) - 1)


def _column(value: RObject) -> Any:
    attributes, kind = _attributes(value), _kind(value)
    if "levels" in attributes:
        codes = np.nan_to_num(_numbers(value), nan=0.0).astype(np.int64) - 1
        ordered = "ordered" in texts_of(attributes["class"])
        levels: Any = texts_of(attributes["levels"])
        return pd.Categorical.from_codes(codes, levels, ordered)
    if kind == "STR":
        return [None if item.value is None else text_of(item) for item in value.value]
    numbers = _numbers(value)
    if kind == "REAL" or np.isnan(numbers).any():
        return numbers
    return numbers != 0 if kind == "LGL" else numbers.astype(np.int64)


# ---- the network ----


def _network(parts: Mapping[str, RObject], attributes: Mapping[str, RObject]) -> NN:
    if "class" not in attributes or "nn" not in texts_of(attributes["class"]):
        raise RError("the file holds no object of class nn", "It holds something else of R.")
    if "weights" not in parts:
        raise no_weights()
    absent = [name for name in WANTED if name not in parts]
    if absent:
        raise RError("the object of class nn is damaged", f"It has no component {absent[0]}.")
    data = _model_data(parts)
    weights = [_layers(part) for part in parts["weights"].value]
    first = next(layers for layers in weights if layers is not None)
    layout = Layout((len(data.variables), *(matrix.shape[1] for matrix in first)))
    if layout.shapes != [matrix.shape for matrix in first]:
        raise RError("the object of class nn is damaged", "Its weights have other shapes.")
    missing = np.flatnonzero(is_na(layout.join(first)) | np.isnan(layout.join(first)))
    hidden = _activation(parts["act.fct"])
    outcomes, repetitions = _repetitions(parts, layout, weights)
    call = _node(parts["call"])
    return network_record(
        call=call if isinstance(call, Call) else Call(Symbol("neuralnet"), ()),
        error=_error(parts["err.fct"]),
        hidden=hidden,
        output=_activation(parts["output.act.fct"]) if "output.act.fct" in parts else hidden,
        linear_output=bool(_numbers(parts["linear.output"])[0]),
        exclude=_exclude(parts["exclude"]) if "exclude" in parts else None,
        data=data,
        layout=layout,
        fixed=FixedWeights(missing.astype(np.int64), np.zeros(len(missing))),
        outcomes=outcomes,
        repetitions=repetitions,
        training=None,
    )


def _model_data(parts: Mapping[str, RObject]) -> ModelData:
    names = _list(parts["model.list"])
    frame = _frame(parts["data"])
    variables = tuple(texts_of(names["variables"]))
    covariate = _matrix(parts["covariate"])
    row_names = matrix_row_names(frame)
    return ModelData(
        frame=frame,
        responses=tuple(texts_of(names["response"])),
        variables=variables,
        response=_named(parts["response"]),
        covariate=named_matrix(covariate, row_names, variables),
        row_names=row_names,
        training_error=None,
    )


def _layers(value: RObject) -> list[Doubles] | None:
    return [_matrix(part) for part in value.value] if _kind(value) == "VEC" else None


def _repetitions(
    parts: Mapping[str, RObject], layout: Layout, weights: list[list[Doubles] | None]
) -> tuple[list[Outcome], list[Repetition | None]]:
    table = _named(parts["result.matrix"])
    outcomes: list[Outcome] = []
    found: list[Repetition | None] = []
    for number, layers in enumerate(weights):
        if layers is None:
            outcomes.append(Outcome(Status.STEP_LIMIT, *[math.nan] * 4))
            found.append(None)
            continue
        column = table.iloc[:, sum(repetition is not None for repetition in found)]
        steps, reached = float(column["steps"]), float(column["reached.threshold"])
        outcomes.append(Outcome(Status.CONVERGED, steps, reached, reached, math.nan))
        starts = _layers(parts["startweights"].value[number])
        found.append(
            Repetition(
                start=layout.join(layers if starts is None else starts),
                weights=np.nan_to_num(layout.join(layers), nan=0.0),
                output=_matrix(parts["net.result"].value[number]),
                criteria={n: float(column[n]) for n in ("error", "aic", "bic") if n in column},
            )
        )
    return outcomes, found


def _typed(value: RObject, known: Mapping[str, Any]) -> Any:
    """Return the function that the attribute `type` names."""
    kind = _attributes(value).get("type")
    name = texts_of(kind)[0] if kind is not None else "function"
    if name not in known:
        raise RError(
            "a network with a custom function cannot be read from R",
            "Train it here: give the function as an R expression.",
        )
    return known[name]


def _activation(value: RObject) -> Activation:
    found: Activation = _typed(value, ACTIVATIONS)
    return found


def _error(value: RObject) -> ErrorFunction:
    found: ErrorFunction = _typed(value, ERROR_FUNCTIONS)
    return found


def _exclude(value: RObject) -> Doubles | None:
    if _kind(value) not in ("REAL", "INT"):
        return None
    read: Callable[[RObject], Doubles] = _matrix if "dim" in _attributes(value) else _numbers
    return read(value)
