"""Making vectors: c, vector, numeric, list, unlist, rep, rev, append, head, tail."""

from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.interpreter.attributes import attribute, dim_of, is_data_frame, length_of, with_attribute
from rnet.interpreter.builtin import builtin, plainly
from rnet.interpreter.coerce import as_kind, is_factor, is_true, text, whole
from rnet.interpreter.frame import Context
from rnet.interpreter.index_code import apply_subset
from rnet.interpreter.indexing import kept_attributes
from rnet.interpreter.joining import empty, flattened, joined, joined_factors
from rnet.interpreter.quick_ways import strings
from rnet.interpreter.subscripts import taken
from rnet.interpreter.values import (
    KINDS,
    MISSING,
    Array,
    Kind,
    Model,
    Named,
    Value,
    Vector,
    boxed,
    character,
    integer,
    objects,
)
from rnet.memory import make_room


@builtin("c", "..., recursive = FALSE, use.names = TRUE", generic=True)
def combine(dots: list[Named], recursive: Value, use_names: Value) -> Any:
    """R's `c`."""
    found = joined(dots, names=is_true(use_names))
    if is_true(recursive) and isinstance(found, Vector) and found.kind == "list":
        return flattened(found, names=is_true(use_names))
    return found


_NUMBERS = frozenset({float, int})
_WHOLE_ONLY = frozenset({int})
_TEXT_ONLY = frozenset({str})


def _plain_combine(*values: Value) -> Vector | None:
    """Return numbers, or a bare vector of doubles and numbers behind it, as one vector."""
    kinds = set(map(type, values))
    if kinds == _WHOLE_ONLY:
        return Vector("integer", np.array(values, dtype=np.int32))
    if kinds and kinds <= _NUMBERS:
        return Vector("double", np.array(values))
    if kinds == _TEXT_ONLY:
        return strings(values)
    first = values[0] if values else None
    if type(first) is Vector and first.kind == "double" and first.attributes is None:
        rest = values[1:]
        if rest and all(type(value) in _NUMBERS for value in rest):
            data = np.empty(len(first.data) + len(rest))
            data[: -len(rest)] = first.data
            data[-len(rest) :] = rest
            return Vector("double", data)
    return None


plainly("c", _plain_combine)


@builtin("c.factor", "..., recursive = TRUE")
def combine_factors(dots: list[Named], recursive: Value) -> Any:
    """R's `c` of factors."""
    if all(is_factor(value) for _, value in dots):
        return joined_factors([value for _, value in dots])
    return joined(dots)


_OF_TIMES = ("class", "units", "tzone")


@builtin("c.Date c.difftime c.POSIXct", "..., recursive = FALSE")
def combine_dates(dots: list[Named], recursive: Value) -> Any:
    """R's `c` of dates."""
    found = joined(dots)
    kept = {k: v for k, v in (dots[0][1].attributes or {}).items() if k in _OF_TIMES}
    own = {} if found.attributes is None else found.attributes
    return Vector("double", as_kind(found, "double").data, {**own, **kept})


@builtin("list", "...")
def make_list(dots: list[Named]) -> Any:
    """R's `list`."""
    for _, item in dots:
        if type(item) is Vector:
            item.shared = True
    names = None
    if any(name for name, _ in dots):
        names = {"names": character([name or "" for name, _ in dots])}
    return Vector("list", objects([value for _, value in dots]), names)


@builtin("unlist", "x, recursive = TRUE, use.names = TRUE")
def unlist(x: Value, recursive: Value, use_names: Value) -> Any:
    """R's `unlist`."""
    if isinstance(x, Model):
        from rnet.interpreter.models import unclassed

        x = unclassed(x)
    if not isinstance(x, Vector) or x.kind not in ("list", "expression"):
        return x
    keep = is_true(use_names)
    if is_true(recursive):
        return flattened(x, names=keep)
    names = attribute(x, "names")
    labels = [None] * len(x.data) if names is None else list(names.data)
    return joined(list(zip(labels, x.data, strict=True)), names=keep)


@builtin("vector", "mode = 'logical', length = 0L")
def vector(mode: Value, length: Value) -> Any:
    """R's `vector`."""
    word = text(mode, "mode")
    kind: Any = "double" if word == "numeric" else word
    if kind not in KINDS:
        raise RError(f"vector: cannot make a vector of mode '{word}'.")
    return empty(kind, _length(length))


def _length(value: Value) -> int:
    count = whole(value, "length")
    if length_of(value) != 1 or count < 0:
        raise RError("invalid 'length' argument")
    return count


def _declare(name: str, kind: Kind) -> None:
    @builtin(name, "length = 0L")
    def make(length: Value) -> Any:
        return empty(kind, _length(length))


for _name, _kind in {
    "logical": "logical",
    "integer": "integer",
    "numeric": "double",
    "double": "double",
    "character": "character",
}.items():
    _declare(_name, _kind)  # type: ignore[arg-type]


@builtin("rep", "x, times = .missing, each = .missing, length.out = .missing, ...", generic=True)
def rep(x: Value, times: Value, each: Value, length_out: Value, dots: list[Named]) -> Any:
    """R's `rep`."""
    vector = boxed(x)
    if vector is None:
        return None
    if not isinstance(vector, Vector):
        raise RError("attempt to replicate an object of type 'closure'")
    where = _repeated(len(vector.data), times, each, length_out)
    return _at(vector, where)


def _at(vector: Vector, where: Array) -> Vector:
    own = vector.attributes or {}
    kept = dict(kept_attributes(own, where) or {})
    kinds = own.get("class")
    if kinds is not None and "Date" in kinds.data.tolist():
        kept["class"] = kinds
    return Vector(vector.kind, taken(vector.data, where, vector.kind), kept)


def _repeated(length: int, times: Value, each: Value, length_out: Value) -> Array:
    """Return the positions `rep` takes."""
    where = np.arange(length)
    if each is not MISSING and each is not None:
        number = as_kind(each, "double").data
        if len(number) and number[0] == number[0] and number[0] != 1:
            if number[0] < 0:
                raise RError("invalid 'each' argument")
            make_room(length * number[0], 4)
            where = np.repeat(where, int(number[0]))
    if length_out is not MISSING and length_out is not None:
        count = as_kind(length_out, "double").data
        if len(count) != 1 or not count[0] >= 0:
            raise RError("invalid 'length.out' argument")
        make_room(count[0])
        if not len(where):
            return np.full(int(count[0]), -1)
        return np.resize(where, int(count[0]))
    return where if times is MISSING or times is None else _many_times(where, times)


def _many_times(where: Array, times: Value) -> Array:
    counts = as_kind(times, "double").data
    if np.isnan(counts).any() or (counts < 0).any():
        raise RError("invalid 'times' argument")
    if len(counts) == 1:
        return np.tile(where, int(counts[0]))
    if len(counts) != len(where):
        raise RError("invalid 'times' argument", "Give one number, or one for each element.")
    return np.repeat(where, counts.astype(np.int64))


@builtin("rep.int rep_int", "x, times")
def rep_int(x: Value, times: Value) -> Any:
    """R's `rep.int`."""
    vector = boxed(x)
    found = _repeated(len(vector.data), times, MISSING, MISSING)
    return Vector(vector.kind, vector.data[found], _factor_only(vector))


@builtin("rep_len", "x, length.out")
def rep_len(x: Value, length_out: Value) -> Any:
    """R's `rep_len`."""
    count = as_kind(length_out, "double").data
    if len(count) != 1 or not count[0] >= 0:
        raise RError("invalid 'length.out' value")
    vector = boxed(x)
    found = _repeated(len(vector.data), MISSING, MISSING, length_out)
    return Vector(vector.kind, taken(vector.data, found, vector.kind), _factor_only(vector))


def _factor_only(vector: Vector) -> dict[str, Any] | None:
    if not is_factor(vector):
        return None
    return {name: attribute(vector, name) for name in ("levels", "class")}


@builtin("rev rev.default", "x", context=True, generic=True)
def rev(context: Context, x: Value) -> Any:
    """R's `rev`."""
    if x is None:
        return None
    where = integer(np.arange(length_of(x), 0, -1))
    if dim_of(x) is not None and not is_data_frame(x) and len(dim_of(x) or ()) > 1:
        bare = with_attribute(with_attribute(x, "dim", None), "dimnames", None)
        return apply_subset("[", bare, [(None, where)], context.environment, context.call)
    return apply_subset("[", x, [(None, where)], context.environment, context.call)


@builtin("replace", "x, list, values")
def replace(x: Value, where: Value, values: Value) -> Any:
    """R's `replace`."""
    from rnet.interpreter.assigning import assign_subset

    return assign_subset(x, [where], values)


@builtin("append", "x, values, after = .missing", context=True)
def append(context: Context, x: Value, values: Value, after: Value) -> Any:
    """R's `append`."""
    length = length_of(x)
    place = length if after is MISSING else int(as_kind(after, "double").data[0])
    if place <= 0:
        return _c(context, [values, x])
    if place >= length:
        return _c(context, [x, values])
    first = _part(context, x, 0, place)
    return _c(context, [first, values, _part(context, x, place, length)])


def _c(context: Context, values: list[Value]) -> Any:
    from rnet.interpreter.compile import evaluate_call

    return evaluate_call("c", values, context.environment, context.call)


def _part(context: Context, x: Value, start: int, stop: int) -> Any:
    where = integer(np.arange(start + 1, stop + 1))
    return apply_subset("[", x, [(None, where)], context.environment, context.call)


def ends(x: Value, n: Value, *, first: bool) -> Array:
    """Return the positions, from 1, that `head` or `tail` takes of a length."""
    sizes = dim_of(x)
    length = sizes[0] if sizes is not None and len(sizes) > 1 else length_of(x)
    count = int(as_kind(n, "double").data[0])
    count = max(length + count, 0) if count < 0 else min(count, length)
    return np.arange(1, count + 1) if first else np.arange(length - count + 1, length + 1)


def _take_rows(context: Context, x: Value, where: Array) -> Any:
    sizes = dim_of(x)
    given: list[Named] = [(None, integer(where))]
    if sizes is not None and len(sizes) > 1:
        given += [(None, MISSING)] * (len(sizes) - 1)
        given.append(("drop", boxed(False)))
    return apply_subset("[", x, given, context.environment, context.call)


@builtin("head", "x, n = 6L, ...", context=True, generic=True)
def head(context: Context, x: Value, n: Value, dots: list[Named]) -> Any:
    """R's `head`."""
    if x is None:
        return None
    return _columns_too(context, _take_rows(context, x, ends(x, n, first=True)), n, first=True)


@builtin("tail", "x, n = 6L, keepnums = TRUE, ...", context=True, generic=True)
def tail(context: Context, x: Value, n: Value, keepnums: Value, dots: list[Named]) -> Any:
    """R's `tail`: the rows of a matrix without names keep their numbers."""
    if x is None:
        return None
    where = ends(x, n, first=False)
    found = _columns_too(context, _take_rows(context, x, where), n, first=False)
    sizes = dim_of(x)
    if sizes is None or len(sizes) < 2 or is_data_frame(x) or not is_true(keepnums):
        return found
    own = attribute(found, "dimnames")
    lines = [None] * len(sizes) if own is None else list(own.data)
    if lines[0] is None and len(where):
        width = len(str(where[-1])) + 3
        lines[0] = character([f"[{i},]".rjust(width) for i in where])
        kept = None if own is None else own.attributes
        return with_attribute(found, "dimnames", Vector("list", objects(lines), kept))
    return found


def _columns_too(context: Context, x: Value, n: Value, *, first: bool) -> Any:
    counts = as_kind(n, "double").data
    sizes = dim_of(x)
    if len(counts) < 2 or sizes is None or len(sizes) < 2 or counts[1] != counts[1]:
        return x
    size, count = sizes[1], int(counts[1])
    count = max(size + count, 0) if count < 0 else min(count, size)
    where = np.arange(1, count + 1) if first else np.arange(size - count + 1, size + 1)
    given: list[Named] = [(None, MISSING), (None, integer(where)), ("drop", boxed(False))]
    return apply_subset("[", x, given, context.environment, context.call)
