"""The variables of a nonlinear model: which names are columns, and their values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.formulas.all_vars import all_vars
from rnet.formulas.columns import Column, numbers
from rnet.formulas.evaluate import Scope, evaluate
from rnet.formulas.formula import Formula
from rnet.formulas.model_frame import ModelFrame, model_frame
from rnet.formulas.variables import data_frame
from rnet.frames import UserVariables
from rnet.language.tree import Call, Node, Symbol, call

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class ModelVariables:
    """The data of a nonlinear model.

    Attributes
    ----------
    frame : ModelFrame
        The variables of the cases used.
    columns : dict
        They by name.
    surroundings : mapping
        What surrounds the formula.
    response : ndarray, shape (n,)
    root_weights : ndarray, shape (n,)
    unknown : list of str
        Names in the formula that are neither columns nor variables around it: parameters.
    """

    frame: ModelFrame
    columns: dict[str, Column]
    surroundings: Mapping[str, Any]
    response: Doubles
    root_weights: Doubles
    unknown: list[str]


def model_variables(
    formula: Formula, arguments: Mapping[str, Any], self_starting: Mapping[str, Sequence[str]]
) -> ModelVariables:
    """Find and evaluate the variables of a formula.

    Parameters
    ----------
    formula : Formula
    arguments : mapping
        Those of `nls`.
    self_starting : mapping
        The parameters, which come last, of functions that start themselves.
    """
    data, start = arguments["data"], arguments["start"]
    table, around = data_frame(data), UserVariables()
    given = set() if start is None else _names(start)
    names = [name for name in all_vars(formula.tree) if name not in given]
    if start is None:
        own = _parameters(formula.right, self_starting)
        names = [name for name in names if name not in own]
    known = [n for n in names if (table is not None and n in table) or _is_value(around, n)]
    unknown = [name for name in names if name not in known]
    if unknown and start is not None:
        raise RError(
            f"parameters without starting value in 'data': {', '.join(unknown)}",
            "Give all parameters in `start`, all variables in `data`.",
        )
    scope = Scope(table, around)
    lengths = {name: len(found) for name in known if (found := scope.value(name)) is not None}
    longest = max((n for name, n in lengths.items()), default=0)
    if table is not None and len(table):
        longest = len(table)
    columns = [name for name in known if lengths.get(name) == longest]
    frame = _frame(columns, arguments)
    response = _response(formula, frame, around)
    weights = frame.weights
    if weights is not None and ((weights < 0).any() or np.isnan(weights).any()):
        raise RError("missing or negative weights not allowed", "Weight 0 leaves a row out.")
    root = np.ones(len(response)) if weights is None else np.sqrt(weights)
    return ModelVariables(frame, frame.variables, around, response, root, unknown)


def _names(start: Any) -> set[str]:
    keys = start.keys() if hasattr(start, "keys") else ()
    return {str(key) for key in keys}


def _is_value(around: Mapping[str, Any], name: str) -> bool:
    found = around.get(name)
    return (found is not None and not callable(found)) or name == "pi"


def _parameters(right: Node, self_starting: Mapping[str, Sequence[str]]) -> set[str]:
    match right:
        case Call(Symbol(function), given) if function in self_starting:
            own = given[-len(self_starting[function]) :]
            return {a.value.name for a in own if isinstance(a.value, Symbol)}
    return set()


def _frame(columns: list[str], arguments: Mapping[str, Any]) -> ModelFrame:
    if not columns:
        raise RError("no data to fit", "The formula has no variable of the data.")
    right: Node = Symbol(columns[0])
    for name in columns[1:]:
        right = call("+", right, Symbol(name))
    chosen = {name: arguments[name] for name in ("subset", "weights", "na_action")}
    return model_frame(Formula(None, right), arguments["data"], **chosen)


def _response(formula: Formula, frame: ModelFrame, around: Mapping[str, Any]) -> Doubles:
    assert formula.response is not None
    found = evaluate(formula.response, Scope(frame.variables, around))
    if found is None:
        raise RError("the response has no values", "Check the left side of the formula.")
    return np.resize(numbers(found), len(frame)).astype(np.float64)
