"""`format` and its methods, `formatC`, `prettyNum`, `format.pval`."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from rnet.conditions import RError
from rnet.interpreter.attributes import classes_of, with_attributes
from rnet.interpreter.builtin import builtin
from rnet.interpreter.calls import apply
from rnet.interpreter.coerce import flag, is_factor, strings, text, whole
from rnet.interpreter.environment import Environment
from rnet.interpreter.frame import Context
from rnet.interpreter.packages import base_function
from rnet.interpreter.values import (
    Attributes,
    Language,
    Named,
    Value,
    Vector,
    boxed,
    character,
)
from rnet.language.tree import Argument, Call, Symbol
from rnet.memory import make_room

if TYPE_CHECKING:
    from rnet.printing.format import TextLayout

_FORMAT = (
    "x, trim = FALSE, digits = NULL, nsmall = 0L, justify = 'left', width = NULL, "
    "na.encode = TRUE, scientific = NA, big.mark = '', big.interval = 3L, decimal.mark = '.', "
    "drop0trailing = FALSE, ..."
)
_SHAPE = ("names", "dim", "dimnames")


def formatted(value: Value, digits: int | None, environment: Environment) -> Vector:
    """Return a value formatted by the method of its class."""
    function = base_function("format")
    assert function is not None
    given: list[Named] = [(None, value)]
    if digits is not None:
        given.append(("digits", boxed(digits)))
    node = Call(Symbol("format"), (Argument(None, Symbol("x")),))
    result: Vector = boxed(apply(function, given, environment, node))
    return result


def shape_of(value: Value) -> Attributes | None:
    """Return the attributes a vector of texts takes from the values it is made from."""
    own = getattr(value, "attributes", None) or {}
    return {name: own[name] for name in _SHAPE if name in own} or None


@builtin("format", _FORMAT, context=True, generic=True)
@builtin("format.default", _FORMAT, context=True)
def format_default(
    context: Context,
    x: Value,
    trim: Value,
    digits: Value,
    nsmall: Value,
    justify: Value,
    width: Value,
    na_encode: Value,
    scientific: Value,
    big_mark: Value,
    big_interval: Value,
    decimal_mark: Value,
    drop0trailing: Value,
    dots: list[Named],
) -> Value:
    """Format values in a layout they share."""
    del dots
    from rnet.printing.format import checked_layout
    from rnet.printing.marks import checked_marks

    if x is None:
        return "NULL"
    if width is not None:
        make_room(abs(whole(width, "width")), 16)  # bytes a character takes on the way
    layout = checked_layout(
        flag(trim, "trim"),
        None if digits is None else whole(digits, "digits"),
        whole(nsmall, "nsmall"),
        text(justify, "justify"),
        0 if width is None else whole(width, "width"),
        flag(na_encode, "na.encode"),
        _scientific(scientific),
        checked_marks(
            text(big_mark, "big.mark"),
            whole(big_interval, "big.interval"),
            text(decimal_mark, "decimal.mark"),
            flag(drop0trailing, "drop0trailing"),
        ),
    )
    return _by_layout(x, layout, context.environment)


def _scientific(value: Vector) -> bool | int | None:
    if value.kind == "logical":
        return None if value.data[0] < 0 else bool(value.data[0])
    if value.kind not in ("integer", "double"):
        raise RError("invalid 'scientific' argument")
    return int(value.data[0])


def _by_layout(x: Any, layout: "TextLayout", environment: Environment) -> Value:
    from rnet.interpreter.shown import shown_vector
    from rnet.printing.format import vector_texts

    if isinstance(x, Language):
        from rnet.language.deparse import deparse

        return character(["\n".join(deparse(x.node))])
    if not isinstance(x, Vector):
        from rnet.interpreter.value_text import function_text

        return character(function_text(x).split("\n"))
    if is_factor(x):
        labels = character(strings(x), shape_of(x))
        return _by_layout(labels, layout, environment)
    if x.kind in ("list", "expression"):
        items = [_item(boxed(item), layout, environment) for item in x.data]
        texts = vector_texts(shown_vector(character(items)), replace(layout, side=None))
    else:
        texts = vector_texts(shown_vector(x), layout)
    return character(texts, shape_of(x))


def list_items(value: Vector, digits: int | None, environment: Environment) -> list[str]:
    """Return each element of a list as one text, its own elements joined by commas."""
    from rnet.printing.format import checked_layout
    from rnet.printing.marks import Marks

    layout = checked_layout(True, digits, 0, "none", 0, True, None, Marks())
    return [_item(boxed(item), layout, environment) for item in value.data]


def _item(item: Any, layout: "TextLayout", environment: Environment) -> str:
    if item is None:
        return "NULL"
    if isinstance(item, Vector) and not len(item.data):
        return "NULL" if item.kind == "list" else ""
    inner = replace(layout, trim=True, width=0)
    if isinstance(item, Vector) and is_factor(item):
        item = Vector("integer", item.data)
    if isinstance(item, Vector) and item.kind == "list":
        return ", ".join(_item(boxed(part), inner, environment) for part in item.data)
    if classes_of(item) and isinstance(item, Vector):
        texts = formatted(item, layout.digits, environment)
    else:
        texts = _by_layout(item, inner, environment)
    return ", ".join("NA" if t is None else t for t in texts.data)


@builtin("format.factor", "x, ...", context=True)
def format_factor(context: Context, x: Vector, dots: list[Named]) -> Value:
    """Format a factor as its labels."""
    labels = character(strings(x), shape_of(x))
    function = base_function("format.default")
    assert function is not None
    return apply(function, [(None, labels), *dots], context.environment, context.call)


@builtin("format.data.frame", "x, ..., justify = 'none'", context=True)
def format_data_frame(context: Context, x: Vector, dots: list[Named], justify: Value) -> Value:
    """Format a data frame column by column."""
    generic = base_function("format")
    assert generic is not None
    columns = np.empty(len(x.data), dtype=object)
    for position, column in enumerate(x.data):
        given = [(None, column), ("justify", justify), *dots]
        cells = boxed(apply(generic, given, context.environment, context.call))
        columns[position] = Vector("character", cells.data, shape_of(cells))
    return Vector("list", columns, x.attributes)


@builtin("format.noquote format.AsIs", "x, ...", context=True)
def format_plainly(context: Context, x: Vector, dots: list[Named]) -> Value:
    """Format a value without its class."""
    bare = with_attributes(x, {k: v for k, v in (x.attributes or {}).items() if k != "class"})
    if bare.kind == "list":
        return character(list_items(bare, None, context.environment), shape_of(x))
    function = base_function("format.default")
    assert function is not None
    return apply(function, [(None, bare), *dots], context.environment, context.call)
