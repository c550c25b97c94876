"""The verbs of dplyr on plain data frames: filter, mutate, select, arrange, summarise, pull."""

from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.interpreter.attributes import (
    attribute,
    classes_of,
    compact_row_names,
    is_compact,
    is_data_frame,
    names_of,
    row_count,
    with_attribute,
)
from rnet.interpreter.builtin import builtin, special
from rnet.interpreter.calls import call_function, find_function
from rnet.interpreter.coerce import coerced, strings
from rnet.interpreter.compile import compiled
from rnet.interpreter.dispatch import method_for
from rnet.interpreter.environment import Environment
from rnet.interpreter.frame import STATE, Context
from rnet.interpreter.functions.evaluation import environment_for
from rnet.interpreter.lazy import code_of, force, promises
from rnet.interpreter.values import MISSING, Value, Vector, boxed, character, integer, list_of
from rnet.language.deparse import deparse_line
from rnet.language.parser import parse_expression
from rnet.language.tree import Argument, Call, Node, Symbol

Parts = list[tuple[str | None, Any]]


def _taken(context: Context, arguments: tuple[Argument, ...], verb: str) -> tuple[Vector, Parts]:
    """Return the data frame of a verb and its other arguments, not yet evaluated."""
    return _of_frame(promises(context, arguments), verb)


def _of_frame(given: Parts, verb: str) -> tuple[Vector, Parts]:
    first = next((i for i, (name, _) in enumerate(given) if name == ".data"), 0)
    frame = boxed(force(given[first][1])) if given else None
    if not isinstance(frame, Vector) or not is_data_frame(frame):
        raise RError(f"no applicable method for '{verb}': its first argument is no data frame")
    return frame, given[:first] + given[first + 1 :]


def _value(node: Node, frame: Vector, context: Context) -> Any:
    where = environment_for(frame, context.environment)
    where.variables["n"] = where.variables.get("n", _counter(frame))
    return boxed(code_of(node)(where))


def _counter(frame: Vector) -> Any:
    from rnet.interpreter.values import Builtin

    return Builtin("n", (), lambda: row_count(frame))


def _indexed(frame: Vector, rows: Any, columns: Any) -> Vector:
    given = [(None, frame), (None, rows), (None, columns), ("drop", False)]
    found = call_function(find_function("[", STATE.session.globals), given)
    assert isinstance(found, Vector)
    return found


def _rows(frame: Vector, places: Any) -> Vector:
    """Return the rows at places counted from 0; automatic row names count from 1 again."""
    found = _indexed(frame, integer(np.asarray(places) + 1), MISSING)
    names = attribute(frame, "row.names")
    if names is not None and names.kind == "character" and not is_compact(names):
        return found
    made = with_attribute(found, "row.names", compact_row_names(len(places)))
    assert isinstance(made, Vector)
    return made


@special("filter")
def filter_rows(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Return the rows for which conditions hold; without dplyr, the filter of a series."""
    if not {"dplyr", "tidyverse"} & set(STATE.session.attached) and not _is_qualified(context):
        return _of_series(context, arguments)
    frame, conditions = _taken(context, arguments, "filter")
    kept = np.ones(row_count(frame), dtype=bool)
    for _, promise in conditions:
        answer = _value(promise.node, frame, context)
        kept &= np.broadcast_to(
            coerced(Vector(answer.kind, answer.data), "logical") == 1, kept.shape
        )
    STATE.visible = True
    return _rows(frame, np.flatnonzero(kept))


def _is_qualified(context: Context) -> bool:
    function = context.call.function
    return isinstance(function, Call) and function.arguments[0].value == Symbol("dplyr")


def _of_series(context: Context, arguments: tuple[Argument, ...]) -> Any:
    return compiled(Call(Symbol("stats.filter"), arguments))(context.environment)


@special("mutate transmute")
def mutate(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Return the data frame with columns added or changed."""
    frame, columns = _taken(context, arguments, "mutate")
    made = []
    for name, promise in columns:
        label = name or deparse_line(promise.node)
        frame = _with_column(frame, label, _value(promise.node, frame, context))
        made.append(label)
    STATE.visible = True
    function = context.call.function
    if isinstance(function, Symbol) and function.name == "transmute":
        return _indexed(frame, MISSING, character(made))
    return frame


_SET = parse_expression("frame[[label]] <- value")


def _with_column(frame: Vector, label: str, value: Value) -> Vector:
    """Return a data frame with a column set as R's assignment sets it."""
    where = Environment(STATE.session.globals)
    frame.shared = True
    where.variables.update({"frame": frame, "label": label, "value": value})
    code_of(_SET)(where)
    found = where.variables["frame"]
    assert isinstance(found, Vector)
    return found


@special("select")
def select(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Return some columns, by name, range of names, or without those after a minus."""
    given = promises(context, arguments)
    first = force(given[0][1]) if given else None
    method = method_for("select", classes_of(first), context.environment)
    if method is not None:  # MASS has a generic function of this name
        return call_function(method[0], [(name, force(part)) for name, part in given])
    frame, wanted = _of_frame(given, "select")
    names = [name or "" for name in names_of(frame) or []]
    places = Environment(context.environment)
    places.variables.update({name: position + 1 for position, name in enumerate(names)})
    chosen: dict[int, str] = {}
    for number, (label, promise) in enumerate(wanted):
        found = _positions(boxed(code_of(promise.node)(places)), names)
        dropped = [-position for position in found if position < 0]
        if dropped and not number:
            chosen = dict(enumerate(names, 1))
        for position in dropped:
            chosen.pop(position, None)
        chosen.update({p: label or names[p - 1] for p in found if p > 0})
    STATE.visible = True
    taken = _indexed(frame, MISSING, integer(list(chosen)))
    return with_attribute(taken, "names", character(list(chosen.values())))


def _positions(value: Value, names: list[str]) -> list[int]:
    if isinstance(value, Vector) and value.kind == "character":
        missing = [name for name in strings(value) if name not in names]
        if missing:
            raise RError(
                f"Can't subset columns that don't exist.\nColumn `{missing[0]}` doesn't exist."
            )
        return [names.index(name or "") + 1 for name in strings(value)]
    assert isinstance(value, Vector)
    return [int(position) for position in coerced(Vector(value.kind, value.data), "integer")]


@special("arrange")
def arrange(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Return the rows sorted by columns; `desc(x)` turns the order."""
    frame, keys = _taken(context, arguments, "arrange")
    given = [(None, _value(promise.node, frame, context)) for _, promise in keys]
    order = call_function(find_function("order", STATE.session.globals), given)
    STATE.visible = True
    return _rows(frame, boxed(order).data - 1)


@builtin("desc", "x")
def desc(value: Value) -> Any:
    """Return numbers that sort the other way round."""
    ranks = boxed(call_function(find_function("xtfrm", STATE.session.globals), [(None, value)]))
    assert isinstance(ranks, Vector)
    return Vector("double", -coerced(Vector(ranks.kind, ranks.data), "double"))


@special("summarise summarize")
def summarise(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Return a data frame of one row with summaries of the columns."""
    frame, columns = _taken(context, arguments, "summarise")
    labels = [name or deparse_line(promise.node) for name, promise in columns]
    values = [_value(promise.node, frame, context) for _, promise in columns]
    STATE.visible = True
    count = max((len(value.data) for value in values), default=1)
    own = {"class": character(["data.frame"]), "row.names": compact_row_names(count)}
    return list_of(values, labels, own)


@special("rename")
def rename(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Return the data frame with other names of columns: `new = old`."""
    frame, pairs = _taken(context, arguments, "rename")
    new = {deparse_line(promise.node).strip('`"'): name for name, promise in pairs}
    names = [new.get(name or "", name) for name in names_of(frame) or []]
    STATE.visible = True
    return with_attribute(frame, "names", character(names))


@special("pull")
def pull(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Return a column; the last one unless it is named."""
    frame, wanted = _taken(context, arguments, "pull")
    names = [name or "" for name in names_of(frame) or []]
    STATE.visible = True
    if not wanted:
        return frame.data[-1]
    places = Environment(context.environment)
    places.variables.update({name: position + 1 for position, name in enumerate(names)})
    position = _positions(boxed(code_of(wanted[0][1].node)(places)), names)[0]
    return frame.data[position - 1 if position > 0 else position]


@special("slice")
def slice_rows(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """Return rows by their numbers."""
    frame, wanted = _taken(context, arguments, "slice")
    everything = np.arange(row_count(frame))
    numbers = np.concatenate(
        [coerced(_value(promise.node, frame, context), "integer") for _, promise in wanted]
    )
    STATE.visible = True
    if (numbers < 0).any():
        return _rows(frame, np.setdiff1d(everything, -numbers - 1))
    return _rows(frame, numbers[(numbers > 0) & (numbers <= len(everything))] - 1)
