"""`[` and `[[` of dates, moments and other vectors that stay what they are."""

from typing import Any

from rnet.interpreter.attributes import dim_of, with_attribute, with_attributes
from rnet.interpreter.builtin import builtin
from rnet.interpreter.index_code import plain_element, plain_subset
from rnet.interpreter.values import Named, Vector, boxed, character

_SHAPE = ("names", "dim", "dimnames")
_TABLE = character(["table"])


@builtin("[.Date [.difftime [.POSIXct [.POSIXlt [.noquote [.AsIs [.summaryDefault", "x, ...")
def kept_subset(x: Vector, dots: list[Named]) -> Any:
    """Return elements with the class of the whole."""
    return _with_class(plain_subset(_bare(x), dots), x)


@builtin("[.table", "x, ...")
def table_subset(x: Vector, dots: list[Named]) -> Any:
    """Return part of a contingency table: itself one as long as it has dimensions."""
    result = boxed(plain_subset(x, dots))
    return result if dim_of(result) is None else with_attribute(result, "class", _TABLE)


@builtin("[[.Date [[.POSIXct [[.POSIXlt [[.difftime", "x, ...")
def kept_element(x: Vector, dots: list[Named]) -> Any:
    """Return an element with the class of the whole."""
    return _with_class(plain_element(_bare(x), dots), x)


def _bare(x: Vector) -> Any:
    return with_attributes(x, {k: v for k, v in (x.attributes or {}).items() if k in _SHAPE})


def _with_class(found: Any, x: Vector) -> Any:
    result = boxed(found)
    kept = {k: v for k, v in (x.attributes or {}).items() if k not in _SHAPE}
    return with_attributes(result, {**(result.attributes or {}), **kept})
