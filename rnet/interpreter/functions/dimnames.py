"""Dimensions and the names along them, of arrays and data frames."""

from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.interpreter.attributes import (
    attribute,
    classes_of,
    compact_row_names,
    dim_of,
    is_data_frame,
    length_of,
    row_count,
    row_names_of,
    with_attribute,
    with_attributes,
)
from rnet.interpreter.builtin import builtin
from rnet.interpreter.calls import call_function
from rnet.interpreter.coerce import as_kind, is_factor, is_true, strings, text
from rnet.interpreter.frame import Context
from rnet.interpreter.functions.attributes import set_names
from rnet.interpreter.packages import base_function
from rnet.interpreter.values import (
    Value,
    Vector,
    boxed,
    character,
    integer,
    list_of,
    objects,
)


@builtin("dim", "x", generic=True)
def dim(x: Value) -> Any:
    """R's `dim`."""
    sizes = dim_of(x)
    return None if sizes is None else integer(list(sizes))


@builtin("dim<-", "x, value", generic=True)
def set_dim(x: Value, value: Value) -> Any:
    """R's `dim<-`."""
    if value is None:
        own = {k: v for k, v in (x.attributes or {}).items() if k not in ("dim", "dimnames")}
        return with_attributes(x, own)
    sizes = as_kind(value, "integer").data
    if not isinstance(x, Vector):
        raise RError("invalid first argument, must be vector (list or atomic)")
    if len(sizes) == 0:
        raise RError("length-0 dimension vector is invalid")
    if (sizes < 0).any():
        raise RError("the dims contain negative values")
    cells = int(np.prod(sizes.astype(np.int64)))
    if cells != len(x.data):
        raise RError(f"dims [product {cells}] do not match the length of object [{len(x.data)}]")
    own = {k: v for k, v in (x.attributes or {}).items() if k not in ("names", "dim", "dimnames")}
    return with_attributes(x, {**own, "dim": integer(sizes)})


def _sizes(context: Context, x: Value) -> tuple[int, ...] | None:
    """Return the dimensions, as a method of a class may tell them."""
    if not classes_of(x) or is_data_frame(x):
        return dim_of(x)
    found = boxed(call_function(base_function("dim"), [(None, x)], context.environment))
    return None if found is None else tuple(as_kind(found, "integer").data.tolist())


@builtin("nrow", "x", context=True)
def nrow(context: Context, x: Value) -> Any:
    """R's `nrow`."""
    sizes = _sizes(context, x)
    return None if sizes is None else sizes[0]


@builtin("ncol", "x", context=True)
def ncol(context: Context, x: Value) -> Any:
    """R's `ncol`."""
    sizes = _sizes(context, x)
    return None if sizes is None or len(sizes) < 2 else sizes[1]


@builtin("NROW", "x")
def nrow_of_any(x: Value) -> Any:
    """R's `NROW`."""
    sizes = dim_of(x)
    return length_of(x) if not sizes else sizes[0]


@builtin("NCOL", "x")
def ncol_of_any(x: Value) -> Any:
    """R's `NCOL`."""
    sizes = dim_of(x)
    return 1 if sizes is None or len(sizes) < 2 else sizes[1]


@builtin("dimnames", "x", generic=True)
def dimnames(x: Value) -> Any:
    """R's `dimnames`."""
    if is_data_frame(x):
        return list_of([character(row_names_of(x)), attribute(x, "names")])
    return attribute(x, "dimnames")


@builtin("dimnames<-", "x, value", generic=True)
def set_dimnames(x: Value, value: Value) -> Any:
    """R's `dimnames<-`."""
    if is_data_frame(x):
        return set_names(set_row_names(x, value.data[0]), value.data[1])
    if value is None or not len(value.data):
        return with_attribute(x, "dimnames", None)
    return with_attribute(x, "dimnames", checked_dimnames(value, attribute(x, "dim")))


def checked_dimnames(value: Vector, sizes: Vector | None) -> Vector | None:
    """Return names along dimensions as strings, checked against the sizes."""
    if sizes is None:
        raise RError("'dimnames' applied to non-array")
    if value.kind != "list":
        raise RError("'dimnames' must be a list")
    if len(value.data) > len(sizes.data):
        raise RError(
            f"length of 'dimnames' [{len(value.data)}] must match that of 'dims' "
            f"[{len(sizes.data)}]"
        )
    lines: list[Any] = []
    for axis, (line, size) in enumerate(zip(value.data, sizes.data, strict=False)):
        if line is None or not length_of(line):
            lines.append(None)
            continue
        texts = strings(line)
        if len(texts) != size:
            raise RError(f"length of 'dimnames' [{axis + 1}] not equal to array extent")
        lines.append(character(texts))
    lines += [None] * (len(sizes.data) - len(lines))
    titles = attribute(value, "names")
    if all(line is None for line in lines) and titles is None:
        return None
    return Vector("list", objects(lines), None if titles is None else {"names": titles})


def _line(x: Value, axis: int) -> Any:
    if is_data_frame(x):
        return character(row_names_of(x)) if axis == 0 else attribute(x, "names")
    own = attribute(x, "dimnames")
    return None if own is None or len(own.data) <= axis else own.data[axis]


@builtin("rownames row.names", "x, do.NULL = TRUE, prefix = 'row'", generic=True)
def rownames(x: Value, do_null: Value, prefix: Value) -> Any:
    """R's `rownames`."""
    return _line_or_made(x, 0, do_null, prefix)


@builtin("colnames", "x, do.NULL = TRUE, prefix = 'col'")
def colnames(x: Value, do_null: Value, prefix: Value) -> Any:
    """R's `colnames`."""
    return _line_or_made(x, 1, do_null, prefix)


def _line_or_made(x: Value, axis: int, do_null: Value, prefix: Value) -> Any:
    line = _line(x, axis)
    if line is not None or is_true(do_null):
        return line
    sizes = dim_of(x) or (0, 0)
    return character([f"{text(prefix, 'prefix')}{i + 1}" for i in range(sizes[axis])])


def _set_line(x: Value, axis: int, value: Value) -> Any:
    sizes = dim_of(x)
    if sizes is None or len(sizes) <= axis:
        which = "colnames" if axis else "rownames"
        raise RError(f"attempt to set '{which}' on an object with less than two dimensions")
    own = attribute(x, "dimnames")
    lines = [None] * len(sizes) if own is None else list(own.data)
    lines[axis] = None if value is None else character(strings(value))
    kept = None if own is None else own.attributes
    return set_dimnames(x, Vector("list", objects(lines), kept))


@builtin("colnames<-", "x, value")
def set_colnames(x: Value, value: Value) -> Any:
    """R's `colnames<-`."""
    return set_names(x, value) if is_data_frame(x) else _set_line(x, 1, value)


@builtin("rownames<- row.names<-", "x, value", generic=True)
def set_rownames(x: Value, value: Value) -> Any:
    """R's `rownames<-`."""
    return set_row_names(x, value) if is_data_frame(x) else _set_line(x, 0, value)


def set_row_names(frame: Vector, value: Value) -> Any:
    """Return a data frame with other row names; NULL makes them automatic."""
    count = row_count(frame)
    if value is None:
        return with_attribute(frame, "row.names", compact_row_names(count))
    vector = boxed(value)
    texts = strings(vector)
    if len(texts) != count and len(frame.data):
        raise RError("invalid 'row.names' length")
    if any(item is None for item in texts):
        raise RError("missing values in 'row.names' are not allowed")
    if len(set(texts)) < len(texts):
        _refuse_duplicates(texts)
    whole = vector.kind in ("integer", "double") and not is_factor(vector)
    if whole and vector.kind == "integer":
        return with_attribute(frame, "row.names", integer(vector.data))
    return with_attribute(frame, "row.names", character(texts))


def _refuse_duplicates(texts: list[Any]) -> None:
    from rnet.conditions import warn

    seen: set[Any] = set()
    twice: list[str] = []
    for item in texts:
        if item in seen and item not in twice:
            twice.append(item)
        seen.add(item)
    shown = ", ".join(f"‘{item}’" for item in twice)
    word = "values" if len(twice) > 1 else "value"
    warn(f"non-unique {word} when setting 'row.names': {shown}")
    raise RError("duplicate 'row.names' are not allowed")
