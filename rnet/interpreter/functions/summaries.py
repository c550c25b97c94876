"""Sums, extremes, means; `any` and `all`; running sums."""

from collections.abc import Callable
from typing import Any

import numpy as np

from rnet.conditions import RError, warn
from rnet.interpreter.arithmetic import filled
from rnet.interpreter.attributes import is_data_frame, names_of
from rnet.interpreter.builtin import builtin, plainly, quick
from rnet.interpreter.coerce import as_kind, coerced, common_kind, flag
from rnet.interpreter.frame import STATE
from rnet.interpreter.totals import mean_of, plain_mean, plain_sum, total_of
from rnet.interpreter.values import (
    NA_INTEGER,
    Kind,
    Named,
    Value,
    Vector,
    boxed,
    character,
    integer,
)
from rnet.language.tree import Argument, Call, Symbol
from rnet.sums import running_totals
from rnet.values import NA, is_na

NUMERIC: tuple[Kind, ...] = ("logical", "integer", "double")
LARGEST = 2**31 - 1


def _vectors(dots: list[Named]) -> list[Vector]:
    """Return the arguments of a summary; a data frame counts as its columns."""
    found: list[Vector] = []
    for _, item in dots:
        value = boxed(item)
        if isinstance(value, Vector) and is_data_frame(value):
            found.extend(boxed(column) for column in value.data)
        elif value is not None:
            if not isinstance(value, Vector) or value.kind in ("list", "expression"):
                from rnet.interpreter.coerce import type_name

                raise RError(f"invalid 'type' ({type_name(value)}) of argument")
            found.append(value)
    return found


def _numbers(dots: list[Named], na_rm: Value, *, texts: bool = False) -> Vector:
    """Return all numbers of the arguments in one vector; without missing ones if asked."""
    vectors = _vectors(dots)
    kind = common_kind([vector.kind for vector in vectors] or ["integer"])
    if kind == "character" and not texts:
        raise RError("invalid 'type' (character) of argument")
    if kind == "logical":
        kind = "integer"
    parts = [coerced(vector, kind) for vector in vectors]
    data = (
        parts[0] if len(parts) == 1 else np.concatenate(parts) if parts else np.empty(0, np.int32)
    )
    if flag(na_rm, "na.rm"):
        data = data[~missing(Vector(kind, data))]
    return Vector(kind, data)


def missing(vector: Vector) -> Any:
    """Where a vector is missing, NaN included."""
    match vector.kind:
        case "double" | "complex":
            return np.isnan(vector.data)
        case "character":
            return np.asarray(vector.data == None, dtype=bool)  # noqa: E711 - each element
        case "list" | "expression":
            return np.array([_lone_missing(boxed(item)) for item in vector.data], dtype=bool)
    return vector.data == NA_INTEGER


def _lone_missing(item: Any) -> bool:
    if not isinstance(item, Vector) or item.kind == "list" or len(item.data) != 1:
        return False
    return bool(missing(item)[0])


@builtin("sum", "..., na.rm = FALSE", generic=True)
def sum_(dots: list[Named], na_rm: Value) -> Value:
    """Return the sum."""
    vector = _numbers(dots, na_rm)
    if vector.kind == "complex":
        return complex(vector.data.sum())
    if vector.kind == "integer":
        if (vector.data == NA_INTEGER).any():
            return integer([None])
        total = int(vector.data.sum(dtype=np.int64))
        return total if abs(total) <= LARGEST else float(total)
    return total_of(vector.data)


@builtin("prod", "..., na.rm = FALSE", generic=True)
def prod(dots: list[Named], na_rm: Value) -> Value:
    """Return the product."""
    vector = _numbers(dots, na_rm)
    data = coerced(vector, "double")
    if is_na(data).any():
        return Vector("double", np.array([NA]))
    with np.errstate(all="ignore"):
        return float(np.multiply.reduce(data.astype(np.longdouble)))


def _extreme(dots: list[Named], na_rm: Value, name: str) -> Value:
    vector = _numbers(dots, na_rm, texts=True)
    if not len(vector.data):
        return _of_nothing(vector, name)
    if vector.kind == "character":
        return _extreme_text(vector.data.tolist(), name)
    if missing(vector).any():
        if vector.kind == "integer":
            return integer([None])
        gone = is_na(vector.data).any()
        return Vector("double", np.array([NA if gone else np.nan]))
    found = vector.data.max() if name == "max" else vector.data.min()
    return int(found) if vector.kind == "integer" else float(found)


def _of_nothing(vector: Vector, name: str) -> Value:
    if vector.kind == "character":
        raise RError(f"no non-missing arguments to {name}; returning {_END[name]}")
    warn(f"no non-missing arguments to {name}; returning {_END[name]}")
    return float("-inf") if name == "max" else float("inf")


_END = {"max": "-Inf", "min": "Inf"}


def _extreme_text(texts: list[str | None], name: str) -> Value:
    from rnet.printing.collation import sort_key

    known = [text for text in texts if text is not None]
    if len(known) < len(texts):
        return character([None])
    return (max if name == "max" else min)(known, key=sort_key)


@builtin("max", "..., na.rm = FALSE", generic=True)
def max_(dots: list[Named], na_rm: Value) -> Value:
    """Return the largest."""
    return _extreme(dots, na_rm, "max")


@builtin("min", "..., na.rm = FALSE", generic=True)
def min_(dots: list[Named], na_rm: Value) -> Value:
    """Return the smallest."""
    return _extreme(dots, na_rm, "min")


@builtin("range range.default", "..., na.rm = FALSE, finite = FALSE", generic=True)
def range_(dots: list[Named], na_rm: Value, finite: Value) -> Value:
    """Return the smallest and the largest."""
    if flag(finite, "finite"):
        vector = _numbers(dots, boxed(True))
        if vector.kind == "double":
            vector = Vector("double", vector.data[np.isfinite(vector.data)])
        dots = [(None, vector)]
    ends = []
    outer = STATE.call
    for name in ("min", "max"):
        STATE.call = Call(Symbol(name), (Argument(None, Symbol("x")),))  # as warnings name it
        ends.append(boxed(_extreme(dots, na_rm, name)))
    STATE.call = outer
    return Vector(ends[0].kind, np.concatenate([end.data for end in ends]))


def _truths(dots: list[Named], na_rm: Value) -> Any:
    parts = []
    for vector in _vectors(dots):
        if vector.kind == "character":
            raise RError("invalid 'type' (character) of argument")
        if vector.kind == "double" and len(vector.data):
            warn("coercing argument of type 'double' to logical")
        parts.append(coerced(vector, "logical"))
    data = np.concatenate(parts) if parts else np.empty(0, np.int32)
    return data[data != NA_INTEGER] if flag(na_rm, "na.rm") else data


@builtin("any", "..., na.rm = FALSE", generic=True)
def any_(dots: list[Named], na_rm: Value) -> Value:
    """Return whether one is TRUE."""
    data = _truths(dots, na_rm)
    if (data == 1).any():
        return True
    return Vector("logical", data[:1] * 0 + NA_INTEGER) if (data == NA_INTEGER).any() else False


@builtin("all", "..., na.rm = FALSE", generic=True)
def all_(dots: list[Named], na_rm: Value) -> Value:
    """Return whether all are TRUE."""
    data = _truths(dots, na_rm)
    if (data == 0).any():
        return False
    return Vector("logical", data[:1] * 0 + NA_INTEGER) if (data == NA_INTEGER).any() else True


@builtin("mean", "x, ...", generic=True)
def mean(x: Value, dots: list[Named]) -> Value:
    """Return the mean."""
    named = {name or "": value for name, value in dots}
    return mean_default(x, named.get("trim", boxed(0.0)), named.get("na.rm", boxed(False)), [])


@builtin("mean.default", "x, trim = 0, na.rm = FALSE, ...")
def mean_default(x: Value, trim: Value, na_rm: Value, dots: list[Named]) -> Value:
    """Return the mean of a vector; NA with a warning of anything else."""
    del dots
    vector = boxed(x)
    if not isinstance(vector, Vector) or vector.kind not in (*NUMERIC, "complex"):
        warn("argument is not numeric or logical: returning NA")
        return Vector("double", np.array([NA]))
    if vector.kind == "complex":
        return complex(vector.data.mean())
    data = coerced(vector, "double")
    if flag(na_rm, "na.rm"):
        data = data[~np.isnan(data)]
    part = float(boxed(trim).data[0])
    if part > 0 and len(data) and not np.isnan(data).any():
        data = _trimmed(data, part)
    return mean_of(data)


def _trimmed(data: Any, part: float) -> Any:
    if part >= 0.5:
        return np.array([np.median(data)])
    cut = int(len(data) * part)
    return np.sort(data)[cut : len(data) - cut]


@builtin("median median.default", "x, na.rm = FALSE, ...", generic=True)
def median(x: Value, na_rm: Value, dots: list[Named]) -> Value:
    """Return the middle value."""
    del dots
    vector = boxed(x)
    if isinstance(vector, Vector) and vector.kind == "character" and len(vector.data) % 2:
        from rnet.printing.collation import sorted_strings

        return sorted_strings(vector.data)[len(vector.data) // 2]
    if not isinstance(vector, Vector) or vector.kind not in NUMERIC:
        raise RError("need numeric data")
    if vector.attributes and "levels" in vector.attributes:
        raise RError("need numeric data")
    gone = missing(vector)
    if flag(na_rm, "na.rm"):
        vector = Vector(vector.kind, vector.data[~gone])
    elif gone.any():
        return _typed_missing(vector.kind)
    n = len(vector.data)
    if not n:
        return _typed_missing(vector.kind)
    ordered = np.sort(vector.data)
    if n % 2:
        middle = ordered[n // 2]
        return Vector(vector.kind, np.array([middle], dtype=ordered.dtype))
    found = mean_of(ordered[n // 2 - 1 : n // 2 + 1].astype(np.float64))
    if vector.kind == "integer" and isinstance(found, float) and found == int(found):
        return found
    return found


def _typed_missing(kind: Kind) -> Vector:
    if kind == "double":
        return Vector(kind, np.array([NA]))
    return Vector(kind, np.array([NA_INTEGER], dtype=np.int32))


def _running(name: str, function: Callable[[Any], Any]) -> None:
    @builtin(name, "x", generic=True)
    def run(x: Value) -> Value:
        vector = boxed(x) if boxed(x) is not None else Vector("double", np.empty(0))
        names = names_of(vector)
        kept = None if names is None else {"names": character(names)}
        if vector.kind in ("logical", "integer") and name != "cumprod":
            return Vector("integer", _running_whole(name, coerced(vector, "integer")), kept)
        data = coerced(as_kind(vector, "double"), "double")
        if name == "cumsum":
            found = running_totals(data)
        else:
            with np.errstate(all="ignore"):
                found = np.asarray(function(data.astype(np.longdouble)), dtype=np.float64)
        gone = np.isnan(data)
        if gone.any():
            found[np.argmax(gone) :] = data[np.argmax(gone)]
        return Vector("double", found, kept)


def _running_whole(name: str, data: Any) -> Any:
    gone = data == NA_INTEGER
    stop = int(np.argmax(gone)) if gone.any() else len(data)
    wide = data[:stop].astype(np.int64)
    found = _RUNNING[name](wide)
    outside = np.abs(found) > LARGEST
    if outside.any():
        warn("integer overflow in 'cumsum'; use 'cumsum(as.numeric(.))'")
        stop = int(np.argmax(outside))
    result = np.full(len(data), NA_INTEGER, dtype=np.int32)
    result[:stop] = found[:stop]
    return result


_RUNNING: dict[str, Callable[[Any], Any]] = {
    "cumsum": np.add.accumulate,
    "cumprod": np.multiply.accumulate,
    "cummax": np.maximum.accumulate,
    "cummin": np.minimum.accumulate,
}
for _name, _function in _RUNNING.items():
    _running(_name, _function)


def _parallel(dots: list[Named], na_rm: Value, name: str) -> Value:
    """Return the elementwise extremes of vectors, recycled to the longest."""
    vectors = [boxed(item) for _, item in dots]
    if not vectors:
        raise RError("no arguments")
    if any(not isinstance(v, Vector) or v.kind == "list" for v in vectors):
        raise RError("invalid input type")
    kind = common_kind([vector.kind for vector in vectors])
    longest = 0 if any(not len(v.data) for v in vectors) else max(len(v.data) for v in vectors)
    for vector in vectors:
        if len(vector.data) and longest % len(vector.data):
            warn("an argument will be fractionally recycled")
    parts = [filled(coerced(v, kind), longest) for v in vectors]
    found = parts[0]
    for part in parts[1:]:
        found = _pair(found, part, kind, name, flag(na_rm, "na.rm"))
    first = vectors[0]
    kept = first.attributes if len(first.data) == longest else None
    return Vector(kind, found, kept)


def _pair(a: Any, b: Any, kind: Kind, name: str, na_rm: bool) -> Any:
    gone_a, gone_b = missing(Vector(kind, a)), missing(Vector(kind, b))
    if kind == "character":
        from rnet.printing.collation import sort_key

        better = np.array(
            [
                p is not None
                and q is not None
                and ((sort_key(q) > sort_key(p)) if name == "pmax" else (sort_key(q) < sort_key(p)))
                for p, q in zip(a, b, strict=True)
            ],
            dtype=bool,
        )
    else:
        with np.errstate(all="ignore"):
            better = (b > a) if name == "pmax" else (b < a)
        if kind == "double" and not gone_a.any() and not gone_b.any():
            return (np.maximum if name == "pmax" else np.minimum)(a, b)
    take = np.where(gone_a, na_rm, np.where(gone_b, not na_rm, better)).astype(bool)
    return np.where(take, b, a)


@builtin("pmax", "..., na.rm = FALSE")
def pmax(dots: list[Named], na_rm: Value) -> Value:
    """Return the larger of each pair of elements."""
    return _parallel(dots, na_rm, "pmax")


@builtin("pmin", "..., na.rm = FALSE")
def pmin(dots: list[Named], na_rm: Value) -> Value:
    """Return the smaller of each pair of elements."""
    return _parallel(dots, na_rm, "pmin")


def _largest(*values: float) -> float | None:
    return _extreme_number(max, values)


def _smallest(*values: float) -> float | None:
    return _extreme_number(min, values)


def _extreme_number(function: Callable[..., float], values: tuple[float, ...]) -> float | None:
    """Return the extreme of numbers, a double if one of them is; NaN goes the long way."""
    if any(value != value for value in values):
        return None
    found = function(values)
    return found if all(type(value) is int for value in values) else float(found)


quick("max", _largest)
quick("min", _smallest)
plainly("sum", plain_sum)
plainly("mean", plain_mean)
