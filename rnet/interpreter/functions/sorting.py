"""Sorting: order, sort, rank, is.unsorted."""

from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.interpreter.attributes import attribute, classes_of, is_data_frame, names_of
from rnet.interpreter.builtin import builtin
from rnet.interpreter.calls import call_function
from rnet.interpreter.coerce import is_true, text
from rnet.interpreter.dispatch import method_for
from rnet.interpreter.frame import STATE
from rnet.interpreter.functions.splitting import plain_part
from rnet.interpreter.order import ordered_positions, sort_ranks
from rnet.interpreter.packages import base_function
from rnet.interpreter.values import (
    NA_INTEGER,
    Array,
    Closure,
    Named,
    Value,
    Vector,
    boxed,
    character,
    double,
    integer,
    list_of,
)


def _last(value: Value) -> bool | None:
    vector = boxed(value)
    if vector.data[0] == NA_INTEGER:
        return None
    return bool(vector.data[0])


@builtin("order", "..., na.last = TRUE, decreasing = FALSE, method = 'auto'")
def order(dots: list[Named], na_last: Value, decreasing: Value, method: Value) -> Any:
    """R's `order`."""
    keys = [value for _, value in dots]
    if len(keys) == 1 and is_data_frame(keys[0]):
        keys = list(keys[0].data)
    if any(not isinstance(key, Vector) or key.kind == "list" for key in keys):
        raise RError("unimplemented type 'list' in 'orderVector1'\n")
    if not keys:
        return integer([])
    if len({len(key.data) for key in keys}) > 1:
        raise RError("argument lengths differ")
    downwards = [bool(item) for item in np.resize(decreasing.data, len(keys))]
    return integer(ordered_positions(keys, decreasing=downwards, na_last=_last(na_last)) + 1)


@builtin("sort.list", "x, partial = NULL, na.last = TRUE, decreasing = FALSE, method = 'auto'")
def sort_list(x: Value, partial: Value, na_last: Value, decreasing: Value, method: Value) -> Any:
    """R's `sort.list`."""
    return order([(None, x)], na_last, decreasing, method)


@builtin("sort sort.default", "x, decreasing = FALSE, na.last = NA, ...", generic=True)
def sort(x: Value, decreasing: Value, na_last: Value, dots: list[Named]) -> Any:
    """R's `sort`."""
    if x is None:
        return None
    if not isinstance(x, Vector) or x.kind == "list":
        raise RError("'x' must be atomic")
    if _is_bare(x):
        data = np.sort(x.data)
        return Vector(x.kind, data[::-1] if is_true(decreasing) else data)
    where = ordered_positions([x], decreasing=[is_true(decreasing)], na_last=_last(na_last))
    names = names_of(x)
    dim = attribute(x, "dim")
    if classes_of(x):
        method = method_for("[", classes_of(x), STATE.session.globals)
        if method is None:
            return Vector(x.kind, x.data[where])
        if isinstance(method[0], Closure):
            return call_function(base_function("["), [(None, x), (None, integer(where + 1))])
    if dim is not None and len(dim.data) == 1:
        from rnet.interpreter.indexing import subset

        found = subset(x, [integer(where + 1)], drop=False)
        kinds = attribute(x, "class")
        own = {**(found.attributes or {}), **({} if kinds is None else {"class": kinds})}
        return Vector(found.kind, found.data, own)
    bare = x
    if dim is not None:
        bare = Vector(x.kind, x.data)
    elif names is not None:
        bare = Vector(x.kind, x.data, x.attributes)
    return plain_part(bare, where)


def _is_bare(x: Vector) -> bool:
    """Whether a vector holds numbers only, none missing, of which equal ones look the same."""
    if x.attributes is not None or x.kind not in ("integer", "double"):
        return False
    if x.kind == "integer":
        return not (x.data == NA_INTEGER).any()
    return not np.isnan(x.data).any() and not (np.signbit(x.data) & (x.data == 0)).any()


@builtin(
    "sort.int",
    "x, partial = NULL, na.last = NA, decreasing = FALSE, method = 'auto', index.return = FALSE",
)
def sort_int(
    x: Value, partial: Value, na_last: Value, decreasing: Value, method: Value, index: Value
) -> Any:
    """R's `sort.int`."""
    found = sort(x, decreasing, na_last, [])
    if not is_true(index):
        return found
    places = order([(None, x)], na_last, decreasing, method)
    return list_of([found, places], ["x", "ix"])


@builtin("rank", "x, na.last = TRUE, ties.method = 'average'", generic=True)
def rank(x: Value, na_last: Value, ties: Value) -> Any:
    """R's `rank`."""
    method = text(ties, "ties.method")
    ranks, missing = sort_ranks(x)
    keep = np.flatnonzero(~missing)
    found = np.full(len(ranks), np.nan)
    found[keep] = _ranked(ranks[keep], method)
    last = "keep" if na_last.kind == "character" else _last(na_last)
    if last is True:
        found[missing] = len(keep) + 1 + np.arange(missing.sum())
    elif last is False:
        found += missing.sum()
        found[missing] = 1 + np.arange(missing.sum())
    names = names_of(x)
    own = None if names is None else {"names": character(names)}
    if last is None:
        found = found[keep]
        own = None if names is None else {"names": character([names[i] for i in keep])}
    if method == "average" or np.isnan(found).any():
        from rnet.values import NA

        return double(np.where(np.isnan(found), NA, found), own)
    return integer(found.astype(np.int64), own)


def _ranked(values: Array, method: str) -> Array:
    """Return ranks from 1; ties by their mean, smallest, largest or order."""
    where = np.argsort(values, kind="stable")
    ordered = values[where]
    result = np.empty(len(values))
    if method in ("first", "last", "random"):
        if method == "last":
            where = np.lexsort((-np.arange(len(values)), values))
        result[where] = np.arange(1, len(values) + 1)
        return result
    low = np.searchsorted(ordered, values, side="left") + 1.0
    high = np.searchsorted(ordered, values, side="right").astype(np.float64)
    return {"average": (low + high) / 2, "min": low, "max": high}[method]


@builtin("is.unsorted", "x, na.rm = FALSE, strictly = FALSE")
def is_unsorted(x: Value, na_rm: Value, strictly: Value) -> Any:
    """R's `is.unsorted`."""
    ranks, missing = sort_ranks(x)
    if missing.any() and not is_true(na_rm):
        return Vector("logical", np.array([NA_INTEGER], dtype=np.int32))
    steps = np.diff(ranks[~missing])
    return bool((steps <= 0).any() if is_true(strictly) else (steps < 0).any())


@builtin("xtfrm", "x", generic=True)
def xtfrm(x: Value) -> Any:
    """R's `xtfrm`."""
    if x.kind in ("double", "integer"):
        return Vector(x.kind, x.data)
    return double(sort_ranks(x)[0])
