"""Values as one would type them in R: how an argument of Python stands in a printed call."""

import functools
import math
import types
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from rnet.frames import name_of
from rnet.language.parser import parse_expression
from rnet.language.tree import Argument, Call, Constant, Node, Symbol
from rnet.record import Record
from rnet.registry import ENTRIES
from rnet.values import is_na

LONGEST_INLINE_VECTOR = 10
EXPRESSIONS = {"formula", "subset", "weights", "offset"}  # whose texts are R code
NAMED_VECTORS = {"class_weights"}  # where a mapping is no list in R


@functools.singledispatch
def as_node(value: object) -> Node | None:
    """Return what one would type in R for a value, or None where only a name would do.

    Other modules register their own records (a family, a formula).
    """
    del value
    return None


@as_node.register
def _(value: bool | np.bool_) -> Node:
    return Constant("logical", bool(value))


@as_node.register
def _(value: int | float | np.integer | np.floating) -> Node:
    try:
        number = float(value)
    except OverflowError:  # a longer integer than a double holds
        number = math.inf if value > 0 else -math.inf
    if is_na(np.array([number]))[0]:
        return Constant("logical", None)
    if number < 0:
        return Call(Symbol("-"), (Argument(None, Constant("double", -number)),))
    return Constant("double", number)


@as_node.register
def _(value: complex) -> Node:
    return Constant("complex", complex(value))


@as_node.register
def _(value: str) -> Node:
    return Constant("character", value)


@as_node.register
def _(_value: None) -> Node:
    return Constant("NULL", None)


@as_node.register
def _(value: list | tuple | np.ndarray) -> Node | None:  # type: ignore[type-arg]
    if isinstance(value, np.ndarray) and value.ndim == 0:
        return as_node(value.item())
    if len(value) > LONGEST_INLINE_VECTOR:
        return None
    if any(isinstance(element, list | tuple | np.ndarray) for element in value):
        return _matrix_call([list(row) if _is_many(row) else [row] for row in value])
    return _vector_call("c", [(None, as_node(element)) for element in value])


def _is_many(value: object) -> bool:
    single = isinstance(value, np.ndarray) and value.ndim == 0
    return isinstance(value, list | tuple | np.ndarray) and not single


@as_node.register
def _(value: range) -> Node | None:
    if value.step != 1 or not value:
        return as_node(list(value))
    ends = tuple(Argument(None, as_node(end)) for end in (value[0], value[-1]))
    return Call(Symbol(":"), ends)


@as_node.register
def _(value: dict) -> Node | None:  # type: ignore[type-arg]
    return _vector_call("list", [(str(name), as_node(element)) for name, element in value.items()])


@as_node.register
def _(_value: pd.Series | pd.DataFrame) -> Node | None:
    return None


@as_node.register
def _(value: types.FunctionType) -> Node | None:
    own = _r_function(value)
    return None if own is None else Symbol(own)


@as_node.register(type(pd.NA))
def _(_value: object) -> Node:
    return Constant("logical", None)


def _vector_call(function: str, elements: list[tuple[str | None, Node | None]]) -> Node | None:
    known = tuple(Argument(name, node) for name, node in elements)
    return None if any(a.value is None for a in known) else Call(Symbol(function), known)


def _matrix_call(rows: list[list[Any]]) -> Node | None:
    """Return `matrix(c(...), byrow = TRUE, ncol = ...)` for a small matrix given by its rows."""
    cells = [cell for row in rows for cell in row]
    ragged = len({len(row) for row in rows}) > 1 or any(map(_is_many, cells))
    if ragged or len(cells) > LONGEST_INLINE_VECTOR:
        return None
    values = as_node(cells)
    if values is None:
        return None
    columns = Constant("double", float(len(rows[0])))
    by_row = Argument("byrow", Constant("logical", True))
    return Call(Symbol("matrix"), (Argument(None, values), by_row, Argument("ncol", columns)))


def as_argument(name: str | None, value: object, variables: Mapping[str, Any]) -> Argument:
    """Return a value as an argument: what one would type, or the name of its variable."""
    r_name = name and name.replace("_", ".")
    if name in EXPRESSIONS and isinstance(value, str):
        return Argument(r_name, parse_expression(value))
    if isinstance(value, list | dict | np.ndarray) or (
        isinstance(value, Record) and name != "formula"  # whose text is shown
    ):
        known = name_of(value, variables)
        if known is not None:
            return Argument(r_name, Symbol(known))
    node = as_node(value)
    if name in NAMED_VECTORS and isinstance(node, Call) and isinstance(value, dict):
        node = Call(Symbol("c"), node.arguments)
    if node is not None:
        return Argument(r_name, node)
    known = name_of(value, variables) or _function_name(value)
    if known is None and isinstance(value, pd.Series | pd.DataFrame):
        part = _part_node(value, variables)
        if part is not None:
            return Argument(r_name, part)
    return Argument(r_name, Symbol(known or r_name or "..."))


def _part_node(part: "pd.Series[Any] | pd.DataFrame", variables: Mapping[str, Any]) -> Node | None:
    """Return `mtcars$mpg`, or `iris[, 1:4]`, for columns of a data frame that the caller has."""
    for name, whole in variables.items():
        if not isinstance(whole, pd.DataFrame) or name.startswith(("_", "@")):
            continue
        one = part.name if isinstance(part, pd.Series) else None
        if isinstance(one, str) and one in whole and part.equals(whole[one]):
            return Call(Symbol("$"), (Argument(None, Symbol(name)), Argument(None, Symbol(one))))
        if isinstance(part, pd.DataFrame) and _has_columns(whole, part):
            chosen = _brackets([int(at) + 1 for at in whole.columns.get_indexer(part.columns)])
            return Call(Symbol("["), tuple(Argument(None, x) for x in (Symbol(name), *chosen)))
    return None


def _has_columns(whole: pd.DataFrame, part: pd.DataFrame) -> bool:
    fewer = whole.columns.is_unique and 0 < part.shape[1] < whole.shape[1]
    return (
        fewer
        and bool(part.columns.isin(whole.columns).all())
        and part.index.equals(whole.index)
        and part.equals(whole[part.columns])
    )


def _brackets(places: list[int]) -> tuple[Node | None, ...]:
    """Return what stands in R's brackets for columns counted from 1; one stays a data frame."""
    run = range(places[0], places[0] + len(places))
    many = None, as_node(run if list(run) == places else places)
    return many if len(places) > 1 else (as_node(places[0]),)


def _r_function(value: object) -> str | None:
    """Return R's name of a function of rnet: `rnet.inverse_gaussian` is `inverse.gaussian`."""
    if not str(getattr(value, "__module__", "")).startswith("rnet."):
        return None
    known = getattr(value, "__name__", "")
    return next((entry.r_name for entry in ENTRIES if entry.name == known), None)


def _function_name(value: object) -> str | None:
    name = getattr(value, "__name__", None)
    return None if name == "<lambda>" else name
