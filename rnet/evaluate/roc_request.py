"""What a call of `roc` asks for: its four ways of naming data brought into one form."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from rnet.conditions import RError
from rnet.formulas.formula import Formula, parse_formula
from rnet.formulas.model_frame import model_frame
from rnet.formulas.na_pass import na_pass
from rnet.language.deparse import deparse_line
from rnet.language.parser import parse_expression
from rnet.language.tree import Argument, Call, Symbol


@dataclass(frozen=True, slots=True)
class RocRequest:
    """One curve to build.

    Attributes
    ----------
    call : Call
        The call as R shows it.
    response, predictor : Any
        The data; None when `controls` and `cases` are given.
    controls, cases : Any
        The values of both classes, or None.
    names : tuple of str or None
        How the call names predictor and response.
    """

    call: Call
    response: Any = None
    predictor: Any = None
    controls: Any = None
    cases: Any = None
    names: tuple[str, str] | None = None


def roc_request(
    call: Call,
    response: Any,
    predictor: Any,
    controls: Any,
    cases: Any,
    formula: Any,
    data: pd.DataFrame | None,
) -> dict[str, RocRequest]:
    """Return the curves asked for, by predictor.

    Raises
    ------
    RError
        `No valid data provided.` and messages about the columns of a data frame.
    """
    written = [node for argument in call.arguments if (node := argument.value) is not None]
    if formula is None and (isinstance(response, Formula) or _is_formula(response)):
        formula, data = response, predictor if data is None else data
    if formula is not None:
        names = [_given(call, "data"), *written[1:2]]
        return _from_formula(
            call, formula, data, names[0] or (names[1] if len(names) > 1 else None)
        )
    if isinstance(response, pd.DataFrame) and isinstance(predictor, str):
        return _from_frame(call, response, predictor, controls)
    if data is not None:
        return _from_frame(call, data, response, predictor)
    if response is not None and predictor is not None:
        names_in_print = tuple(
            deparse_line(node) if (node := _given(call, which)) is not None else which
            for which in ("predictor", "response")
        )
        return {
            "": RocRequest(call, response, predictor, names=(names_in_print[0], names_in_print[1]))
        }
    if controls is None or cases is None:
        raise RError("No valid data provided.", "Give response and predictor, or a formula.")
    return {"": RocRequest(call, controls=controls, cases=cases)}


def _is_formula(value: object) -> bool:
    return isinstance(value, str) and "~" in value


def _given(call: Call, name: str) -> Any:
    return next((a.value for a in call.arguments if a.name == name), None)


def _from_formula(call: Call, formula: Any, data: Any, data_node: Any) -> dict[str, RocRequest]:
    parsed = parse_formula(formula)
    frame = model_frame(parsed, data, na_action=na_pass)
    response = deparse_line(parsed.response) if parsed.response is not None else None
    if response is None:
        raise RError("Invalid formula: exactly 1 response is required in a formula.")
    others = [name for name in frame.variables if name != response]
    found = {}
    rest = [a for a in call.arguments if a.name not in ("formula", "data", "response", "predictor")]
    for name in others:
        own = parse_expression(f"{response} ~ {name}")
        given = [Argument("formula", own)]
        if data is not None:
            given.append(Argument("data", data_node))
        shown = Call(Symbol("roc.formula"), (*given, *rest))
        found[name] = RocRequest(
            shown, frame.response, frame.variables[name], names=(name, response)
        )
    if not found:
        raise RError("Invalid formula: at least 1 predictor is required in a formula.")
    return found


def _from_frame(
    call: Call, data: pd.DataFrame, response: Any, predictor: Any
) -> dict[str, RocRequest]:
    for what in (response, predictor):
        if not isinstance(what, str) or what not in data.columns:
            raise RError(f"Column {what} not present in data data", "Name two columns.")
    named = [a.value for a in call.arguments[:3]]
    names = ("data", "response", "predictor")
    given = tuple(Argument(name, node) for name, node in zip(names, named, strict=False))
    shown = Call(Symbol("roc.data.frame"), (*given, *call.arguments[3:]))
    columns = data[response], data[predictor]
    return {"": RocRequest(shown, *columns, names=(predictor, response))}
