"""A function of the values in every group: tapply, ave."""

from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.interpreter.attributes import attribute, length_of
from rnet.interpreter.builtin import builtin
from rnet.interpreter.calls import match_function
from rnet.interpreter.coerce import common_kind, is_true
from rnet.interpreter.frame import Context
from rnet.interpreter.functions.apply import each
from rnet.interpreter.functions.factors import as_factor
from rnet.interpreter.functions.splitting import grouping, plain_part, positions_by_level
from rnet.interpreter.order import order_of_codes
from rnet.interpreter.simplify import joined
from rnet.interpreter.values import (
    DTYPES,
    NA_INTEGER,
    Array,
    Attributes,
    Named,
    Value,
    Vector,
    boxed,
    integer,
    list_of,
    objects,
)

_NA = Vector("logical", np.array([NA_INTEGER], dtype=np.int32))


@builtin("tapply", "X, INDEX, FUN = NULL, ..., default = NA, simplify = TRUE", context=True)
def tapply(
    context: Context, x: Value, index: Value, fun: Value, dots: list[Named], default: Value,
    simplify: Value,
) -> Any:  # fmt: skip
    """R's `tapply`."""
    factors = _factors(index)
    if any(len(factor.data) != length_of(x) for factor in factors):
        raise RError("arguments must have same length")
    sizes = [len(attribute(factor, "levels").data) for factor in factors]
    cells = _cells(factors, sizes)
    if fun is None:
        return integer(np.where(cells < 0, NA_INTEGER, cells + 1))
    function = match_function(fun, context.environment)
    order = order_of_codes(cells)
    count = int(np.prod(sizes))
    starts = np.searchsorted(cells[order], np.arange(count + 1))
    filled = np.flatnonzero(np.diff(starts))
    pieces = [_piece(x, order[starts[cell] : starts[cell + 1]]) for cell in filled]
    results = [boxed(found) for found in each(pieces, function, dots, context)]
    whole = _filled(results, filled, count, default if is_true(simplify) else None)
    return Vector(whole.kind, whole.data, _dimensions(factors, sizes, index))


def _factors(index: Value) -> list[Vector]:
    value = boxed(index)
    if isinstance(value, Vector) and value.kind == "list":
        if not len(value.data):
            raise RError("'INDEX' is of length zero")
        return [as_factor(boxed(item)) for item in value.data]
    return [as_factor(value)]


def _cells(factors: list[Vector], sizes: list[int]) -> Array:
    """Return the cell of every value, the first factor running fastest; -1 for none."""
    cells = np.zeros(len(factors[0].data), dtype=np.int64)
    step = 1
    for factor, size in zip(factors, sizes, strict=True):
        cells += step * (factor.data.astype(np.int64) - 1)
        step *= size
    unknown = np.any([factor.data == NA_INTEGER for factor in factors], axis=0)
    return np.where(unknown, -1, cells)


def _piece(x: Value, where: Array) -> Any:
    from rnet.interpreter.frames import row_part

    value = boxed(x)
    if attribute(value, "names") is None:
        return plain_part(value, where)
    return row_part(value, where)


def _filled(results: list[Any], filled: Array, count: int, default: Value) -> Vector:
    """Return one element for each cell: numbers where all results are, else a list."""
    single = default is not None and all(
        isinstance(result, Vector) and len(result.data) == 1 for result in results
    )
    together = joined([Vector(r.kind, r.data) for r in results]) if single else None
    if together is None:
        data = objects([None] * count)
        for cell, result in zip(filled, results, strict=True):
            data[cell] = result
        return Vector("list", data)
    if len(filled) == count:
        return together
    from rnet.interpreter.coerce import coerced

    blank = boxed(default)
    kind = common_kind([together.kind, blank.kind])
    data = np.empty(count, dtype=DTYPES[kind])
    data[:] = coerced(blank, kind)[0]
    data[filled] = coerced(together, kind)
    return Vector(kind, data)


def _dimensions(factors: list[Vector], sizes: list[int], index: Value) -> Attributes:
    names = attribute(boxed(index), "names")
    is_list = boxed(index).kind == "list"
    labels = [attribute(factor, "levels") for factor in factors]
    titles = None if names is None or not is_list else list(names.data)
    return {"dim": integer(sizes), "dimnames": list_of(labels, titles)}


@builtin("ave", "x, ..., FUN = .missing", context=True)
def ave(context: Context, x: Value, dots: list[Named], fun: Value) -> Any:
    """R's `ave`."""
    from rnet.interpreter.assigning import assign_subset
    from rnet.interpreter.packages import base_function
    from rnet.interpreter.values import MISSING

    mean = base_function("mean")
    function = mean if fun is MISSING else match_function(fun, context.environment)
    assert function is not None
    value = boxed(x)
    if dots:
        groups = grouping(list_of([factor for _, factor in dots]), None)
        rows = [row for row in positions_by_level(groups, len(value.data)) if len(row)]
    else:
        rows = [np.arange(len(value.data))]
    results = each([plain_part(value, row) for row in rows], function, [], context)
    for row, found in zip(rows, results, strict=True):
        value = assign_subset(value, [integer(row + 1)], found)
    return value
