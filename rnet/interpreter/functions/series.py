"""Differences, runs and combinations of vectors."""

import math
from itertools import combinations
from typing import Any

import numpy as np

from rnet.conditions import RError, warn
from rnet.interpreter.arithmetic import LARGEST
from rnet.interpreter.attributes import attribute, dim_of, dimnames_of, names_of
from rnet.interpreter.builtin import builtin
from rnet.interpreter.calls import apply, call_function, match_function
from rnet.interpreter.coerce import flag, given, whole
from rnet.interpreter.frame import Context
from rnet.interpreter.functions.printing import invisible
from rnet.interpreter.operators import apply_operator
from rnet.interpreter.packages import base_function
from rnet.interpreter.print_value import write
from rnet.interpreter.values import (
    Named,
    Value,
    Vector,
    boxed,
    character,
    integer,
    list_of,
    objects,
)
from rnet.language.parser import parse_expression
from rnet.language.tree import Argument, Call, Symbol
from rnet.memory import make_room


@builtin("diff", "x, lag = 1L, differences = 1L, ...", context=True, generic=True)
@builtin("diff.default diff.Date diff.difftime", "x, lag = 1L, differences = 1L, ...", context=True)
def diff(context: Context, x: Vector, lag: Value, differences: Value, dots: list[Named]) -> Value:
    """Return differences of elements so far apart."""
    del dots
    step, times = whole(lag, "lag"), whole(differences, "differences")
    if step < 1 or times < 1:
        raise RError("'lag' and 'differences' must be integers >= 1")
    dim = dim_of(x)
    if dim is not None and len(dim) == 2:
        return _row_differences(x, step, times)
    result: Any = x
    for _ in range(times):
        n = len(result.data)
        if n <= step:
            return Vector(result.kind, result.data[:0], None)
        later = _elements(context, result, integer(np.arange(step + 1, n + 1)))
        earlier = _elements(context, result, integer(np.arange(1, n - step + 1)))
        names = attribute(later, "names")
        node = Call(Symbol("-"), (Argument(None, Symbol("x")), Argument(None, Symbol("y"))))
        bare = [_nameless(later), _nameless(earlier)]
        result = boxed(apply_operator("-", bare, context.environment, node))
        if names is not None:
            result = Vector(result.kind, result.data, {"names": names, **(result.attributes or {})})
    return result


def _elements(context: Context, x: Vector, where: Vector) -> Any:
    if x.attributes is None and len(where.data):
        return Vector(x.kind, x.data[where.data[0] - 1 : where.data[-1]])
    function = base_function("[")
    assert function is not None
    return boxed(apply(function, [(None, x), (None, where)], context.environment, context.call))


def _nameless(x: Any) -> Vector:
    own = {k: v for k, v in (x.attributes or {}).items() if k != "names"}
    return Vector(x.kind, x.data, own)


def _row_differences(x: Vector, step: int, times: int) -> Vector:
    cells = x.data.reshape(dim_of(x), order="F")
    for _ in range(times):
        cells = cells[step:] - cells[:-step]
    own: dict[str, Any] = {"dim": integer(cells.shape)}
    names = dimnames_of(x)
    if names is not None:
        rows = None if names[0] is None else character(names[0][step * times :])
        columns = None if names[1] is None else character(names[1])
        own["dimnames"] = Vector(
            "list", objects([rows, columns]), attribute(x, "dimnames").attributes
        )
    return Vector(x.kind, cells.ravel(order="F"), own)


_MATRIX_CALL = parse_expression("matrix(r, nrow = len.r, ncol = count)")


@builtin("combn", "x, m, FUN = NULL, simplify = TRUE, ...", context=True)
def combn(
    context: Context, x: Value, m: Value, function: Value, simplify: Value, dots: list[Named]
) -> Value:
    """Return all combinations of so many elements, column by column."""
    vector = boxed(x)
    if vector.kind in ("integer", "double") and len(vector.data) == 1 and vector.data[0] >= 1:
        vector = integer(np.arange(1, int(vector.data[0]) + 1))
    size = whole(m, "m")
    if size > len(vector.data):
        raise RError("n < m")
    if math.comb(len(vector.data), size) > LARGEST:
        warn("NAs introduced by coercion to integer range")
        too_many = RError("invalid 'ncol' value (too large or NA)")
        too_many.call = _MATRIX_CALL
        raise too_many
    make_room(math.comb(len(vector.data), size) * size, 64)
    rows = [list(places) for places in combinations(range(len(vector.data)), size)]
    parts: list[Any] = [Vector(vector.kind, vector.data[places]) for places in rows]
    if function is not None:
        called = match_function(function, context.environment)
        parts = [
            boxed(call_function(called, [(None, part), *dots], context.environment))
            for part in parts
        ]
    if not flag(simplify, "simplify"):
        return list_of(parts)
    data = np.concatenate([part.data for part in parts])
    length = len(parts[0].data)
    if length == 1 and function is not None:
        return Vector(parts[0].kind, data)
    return Vector(parts[0].kind, data, {"dim": integer([length, len(parts)])})


@builtin("print.rle", "x, digits = NULL, prefix = '', ...")
def print_rle(x: Vector, digits: Value, prefix: Value, dots: list[Named]) -> Value:
    """Print runs: lengths and values."""
    del digits, prefix, dots
    from rnet.interpreter.signalling import component
    from rnet.interpreter.structure_text import Outline, structure_lines
    from rnet.printing.structure import Place

    write("Run Length Encoding")
    for label, name in (("lengths:", "lengths"), ("values :", "values")):
        first, *rest = structure_lines(component(x, name), Outline(Place()))
        write("\n".join([f"  {label}{first}", *rest]))
    return invisible(x)


@builtin("embed", "x, dimension = 1")
def embed(x: Vector, dimension: Value) -> Value:
    """Return a matrix of a series beside itself, shifted."""
    width = whole(dimension, "dimension")
    n = len(x.data)
    if not 1 <= width <= n:
        raise RError("wrong embedding dimension")
    rows = n - width + 1
    columns = [x.data[width - 1 - j : width - 1 - j + rows] for j in range(width)]
    return Vector(x.kind, np.concatenate(columns), {"dim": integer([rows, width])})


@builtin("modifyList", "x, val, keep.null = FALSE")
def modify_list(x: Vector, val: Vector, keep_null: Value) -> Value:
    """Return a list with components replaced; NULL takes one away."""
    names = [n or "" for n in names_of(x) or []]
    parts = dict(zip(names, x.data, strict=True))
    for name, item in zip(names_of(val) or [], val.data, strict=False):
        old = boxed(parts.get(name or ""))
        new = boxed(item)
        if new is None and not flag(keep_null, "keep.null"):
            parts.pop(name or "", None)
        elif isinstance(old, Vector) and old.kind == "list" and getattr(new, "kind", "") == "list":
            parts[name or ""] = modify_list(old, new, keep_null)
        else:
            parts[name or ""] = item
    return list_of(list(parts.values()), list(parts))


@builtin("weighted.mean", "x, w = .missing, ..., na.rm = FALSE", generic=True)
def weighted_mean(x: Value, w: Value, dots: list[Named], na_rm: Value) -> Value:
    """Return a weighted mean."""
    del dots
    import rnet
    from rnet.interpreter.coerce import doubles

    weights = doubles(w) if given(w) else None
    return float(rnet.weighted_mean(doubles(x), weights, flag(na_rm, "na.rm")))
