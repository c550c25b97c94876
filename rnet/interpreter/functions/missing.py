"""Missing values: `is.na`, `complete.cases`, `na.omit`."""

from typing import Any

import numpy as np

from rnet.interpreter.attributes import attribute, is_data_frame, names_of, row_count, row_names_of
from rnet.interpreter.builtin import builtin
from rnet.interpreter.functions.format import shape_of
from rnet.interpreter.functions.summaries import missing
from rnet.interpreter.values import (
    Kind,
    Named,
    Value,
    Vector,
    boxed,
    character,
    integer,
    logical,
)
from rnet.values import is_na

NUMERIC: tuple[Kind, ...] = ("logical", "integer", "double", "complex")


@builtin("is.na", "x", generic=True)
def is_na_(x: Value) -> Value:
    """Return which elements are missing."""
    vector = boxed(x)
    if vector is None:
        return logical([])
    if not isinstance(vector, Vector):
        return False
    return logical(missing(vector), shape_of(vector))


@builtin("is.na.data.frame", "x")
def is_na_data_frame(x: Vector) -> Value:
    """Return which cells of a data frame are missing, as a matrix."""
    from rnet.interpreter.attributes import is_compact
    from rnet.interpreter.values import list_of

    columns = [missing(boxed(column)) for column in x.data]
    rows = attribute(x, "row.names")
    names = None if rows is None or is_compact(rows) else character(row_names_of(x))
    data = np.concatenate(columns) if columns else np.empty(0, bool)
    dimnames = list_of([names, attribute(x, "names")])
    return logical(data, {"dim": integer([row_count(x), len(columns)]), "dimnames": dimnames})


@builtin("anyNA", "x, recursive = FALSE", generic=True)
def any_na(x: Value, recursive: Value) -> Value:
    """Return whether an element is missing."""
    vector = boxed(x)
    if not isinstance(vector, Vector):
        return False
    if vector.kind == "list" and (is_data_frame(vector) or recursive.data[0] == 1):
        return any(bool(missing(boxed(c)).any()) for c in vector.data if c is not None)
    return bool(missing(vector).any())


def _of_doubles(name: str, test: Any, whole: bool) -> None:
    @builtin(name, "x", generic=True)
    def run(x: Value) -> Value:
        vector = boxed(x)
        if vector is None:
            return logical([])
        if vector.kind == "double":
            return logical(test(vector.data), shape_of(vector))
        known = vector.kind in ("logical", "integer")
        found = ~missing(vector) if known and whole else np.zeros(len(vector.data), dtype=bool)
        return logical(found, shape_of(vector))


_of_doubles("is.nan", lambda data: np.isnan(data) & ~is_na(data), False)
_of_doubles("is.finite", np.isfinite, True)
_of_doubles("is.infinite", np.isinf, False)


@builtin("complete.cases", "...")
def complete_cases(dots: list[Named]) -> Value:
    """Return which rows have no missing value."""
    complete: Any = None
    for _, item in dots:
        for part in _columns(boxed(item)):
            complete = ~part if complete is None else complete & ~part
    return logical([] if complete is None else complete)


def _columns(value: Any) -> list[Any]:
    """Return, for each column of a value, which rows are missing."""
    if isinstance(value, Vector) and value.kind == "list":
        return [part for column in value.data for part in _columns(boxed(column))]
    dim = attribute(value, "dim")
    gone = missing(value)
    if dim is None:
        return [gone]
    return list(gone.reshape(tuple(dim.data), order="F").T)


@builtin("na.omit", "object, ...", generic=True)
@builtin("na.omit.default", "object, ...")
def na_omit(x: Value, dots: list[Named]) -> Value:
    """Return a vector or the rows of a matrix without missing values."""
    del dots
    vector = boxed(x)
    if not isinstance(vector, Vector) or vector.kind == "list":
        return x
    dim = attribute(vector, "dim")
    if dim is not None and len(dim.data) == 2:
        return _matrix_without(vector, tuple(dim.data))
    gone = missing(vector)
    if not gone.any():
        return vector
    own = {k: v for k, v in (vector.attributes or {}).items() if k not in ("dim", "dimnames")}
    if "names" in own:
        own["names"] = character(own["names"].data[~gone])
    own["na.action"] = omitted(gone, names_of(vector))
    own["class"] = own.pop("class", None)
    return Vector(vector.kind, vector.data[~gone], {k: v for k, v in own.items() if v is not None})


def omitted(gone: Any, names: Any) -> Vector:
    """Return the positions of omitted elements with class "omit"."""
    places = np.flatnonzero(gone)
    own: dict[str, Any] = {}
    if names is not None:
        own["names"] = character([names[i] for i in places])
    own["class"] = character(["omit"])
    return integer(places + 1, own)


def _matrix_without(vector: Vector, dim: tuple[int, ...]) -> Vector:
    from rnet.interpreter.attributes import dimnames_of
    from rnet.interpreter.values import list_of

    gone = missing(vector).reshape(dim, order="F").any(axis=1)
    if not gone.any():
        return vector
    cells = vector.data.reshape(dim, order="F")[~gone]
    names = dimnames_of(vector)
    own: dict[str, Any] = {"dim": integer(cells.shape)}
    if names is not None:
        rows = None if names[0] is None else character(np.array(names[0], object)[~gone])
        columns = None if names[1] is None else character(names[1])
        own["dimnames"] = list_of([rows, columns])
    own["na.action"] = omitted(gone, None if names is None else names[0])
    return Vector(vector.kind, cells.ravel(order="F"), own)


@builtin("na.omit.data.frame", "object, ...")
def na_omit_data_frame(x: Vector, dots: list[Named]) -> Value:
    """Return the rows of a data frame without missing values."""
    del dots
    columns = _columns(x)
    gone = np.logical_or.reduce(columns) if columns else np.zeros(0, dtype=bool)
    if not gone.any():
        return x
    kept = np.empty(len(x.data), dtype=object)
    for position, column in enumerate(x.data):
        kept[position] = _rows(boxed(column), ~gone)
    own = dict(x.attributes or {})
    names = row_names_of(x)
    from rnet.interpreter.attributes import is_compact

    if is_compact(own["row.names"]):
        own["row.names"] = integer(np.flatnonzero(~gone) + 1)
    else:
        row_names = own["row.names"]
        own["row.names"] = Vector(row_names.kind, row_names.data[~gone])
    own["na.action"] = omitted(gone, names)
    return Vector("list", kept, own)


def _rows(column: Vector, keep: Any) -> Vector:
    dim = attribute(column, "dim")
    own = dict(column.attributes or {})
    if dim is None:
        if "names" in own:
            own["names"] = character(own["names"].data[keep])
        return Vector(column.kind, column.data[keep], own)
    cells = column.data.reshape(tuple(dim.data), order="F")[keep]
    own["dim"] = integer(cells.shape)
    own.pop("dimnames", None)
    return Vector(column.kind, cells.ravel(order="F"), own)
