"""Sets and matching: unique, duplicated, match, union, intersect, setdiff, which, tabulate."""

from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.interpreter.attributes import (
    attribute,
    dim_of,
    inherits,
    is_data_frame,
    names_of,
)
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import as_kind, is_factor, is_true, strings
from rnet.interpreter.frames import rows_of
from rnet.interpreter.functions.splitting import plain_part
from rnet.interpreter.joining import joined
from rnet.interpreter.order import distinct, keys_of, matched_positions, repeated_elements
from rnet.interpreter.values import (
    MISSING,
    NA_INTEGER,
    Array,
    Attributes,
    Named,
    Value,
    Vector,
    boxed,
    character,
    integer,
    list_of,
)


def row_keys(frame: Vector) -> Vector:
    """Return a vector whose elements are equal where two rows of a data frame are."""
    columns = [keys_of(column) for column in frame.data]
    lines = [repr(line) for line in zip(*columns, strict=True)]
    return character(lines)


def _matrix_row_keys(x: Vector) -> Vector:
    rows, columns = dim_of(x) or (0, 1)
    keys = keys_of(Vector(x.kind, x.data))
    return character([repr(keys[i::rows][:columns]) for i in range(rows)])


_KEPT = ("levels", "class", "units", "tzone")


@builtin("unique unique.default unique.data.frame", "x, incomparables = FALSE, ...", generic=True)
def unique(x: Value, incomparables: Value, dots: list[Named]) -> Any:
    """R's `unique`."""
    if x is None:
        return None
    if is_data_frame(x):
        return rows_of(x, distinct(row_keys(x)))
    sizes = dim_of(x)
    if sizes is not None and len(sizes) == 2:
        from rnet.interpreter.indexing import subset

        where = integer(distinct(_matrix_row_keys(x)) + 1)
        return subset(x, [where, MISSING], drop=False)
    if not isinstance(x, Vector):
        raise RError("unique() applies only to vectors")
    own = {k: v for k, v in (x.attributes or {}).items() if k in _KEPT}
    if inherits(x, "noquote"):
        own = {}
    return Vector(x.kind, x.data[distinct(x)], own)


@builtin(
    "duplicated duplicated.default duplicated.data.frame",
    "x, incomparables = FALSE, fromLast = FALSE, ...",
    generic=True,
)
def duplicated(x: Value, incomparables: Value, from_last: Value, dots: list[Named]) -> Any:
    """R's `duplicated`."""
    if x is None:
        return Vector("logical", np.empty(0, dtype=np.int32))
    sizes = dim_of(x)
    keys = row_keys(x) if is_data_frame(x) else x
    if not is_data_frame(x) and sizes is not None and len(sizes) == 2:
        keys = _matrix_row_keys(x)
    found = repeated_elements(keys, from_last=is_true(from_last))
    return Vector("logical", found.astype(np.int32), None if keys is x else _row_labels(x))


def _row_labels(x: Vector) -> Attributes | None:
    """Return the dimension and the names of the rows of a matrix that has some."""
    labels = None if is_data_frame(x) else attribute(x, "dimnames")
    if labels is None or labels.data[0] is None:
        return None
    titles = names_of(labels)
    own = list_of([labels.data[0]], None if titles is None else titles[:1])
    return {"dim": integer([len(labels.data[0].data)]), "dimnames": own}


@builtin("anyDuplicated", "x, incomparables = FALSE, ...", generic=True)
def any_duplicated(x: Value, incomparables: Value, dots: list[Named]) -> Any:
    """R's `anyDuplicated`."""
    found = np.flatnonzero(duplicated(x, incomparables, boxed(False), []).data)
    return int(found[0]) + 1 if len(found) else 0


@builtin("match", "x, table, nomatch = NA_integer_, incomparables = NULL")
def match(x: Value, table: Value, nomatch: Value, incomparables: Value) -> Any:
    """R's `match`."""
    found = matched_positions(x, table)
    missing = as_kind(nomatch, "integer").data[0]
    return Vector("integer", np.where(found < 0, missing, found + 1).astype(np.int32))


@builtin("%in%", "x, table")
def is_in(x: Value, table: Value) -> Any:
    """R's `%in%`."""
    return Vector("logical", (matched_positions(x, table) >= 0).astype(np.int32))


@builtin("pmatch charmatch", "x, table, nomatch = NA_integer_, duplicates.ok = FALSE")
def pmatch(x: Value, table: Value, nomatch: Value, duplicates: Value) -> Any:
    """R's `pmatch`."""
    choices = strings(table)
    used: set[int] = set()
    missing = int(as_kind(nomatch, "integer").data[0])
    result = []
    for item in strings(x):
        exact = [i for i, c in enumerate(choices) if c == item and item and i not in used]
        near = [
            i for i, c in enumerate(choices) if c and item and c.startswith(item) and i not in used
        ]
        found = exact[:1] or (near if len(near) == 1 else [])
        result.append(found[0] + 1 if found else missing)
        if found and not is_true(duplicates):
            used.add(found[0])
    return Vector("integer", np.array(result, dtype=np.int32))


def _members(x: Value) -> Vector:
    """Return a value as a vector without attributes, a factor as its labels."""
    vector = boxed(x)
    if is_factor(vector):
        return character(strings(vector))
    if vector is None:
        return Vector("logical", np.empty(0, dtype=np.int32))
    return Vector(vector.kind, vector.data)


def _set(x: Vector) -> Vector:
    return Vector(x.kind, x.data[distinct(x)])


@builtin("union", "x, y")
def union(x: Value, y: Value) -> Any:
    """R's `union`."""
    if x is None and y is None:
        return None
    both = joined([(None, v if v is None else _members(v)) for v in (x, y)], names=False)
    return _set(both)


@builtin("intersect", "x, y")
def intersect(x: Value, y: Value) -> Any:
    """R's `intersect`."""
    if x is None or y is None:
        return None
    a, b = _members(x), _members(y)
    return _set(Vector(a.kind, a.data[matched_positions(a, b) >= 0]))


@builtin("setdiff", "x, y")
def setdiff(x: Value, y: Value) -> Any:
    """R's `setdiff`."""
    if x is None:
        return Vector("logical", np.empty(0, dtype=np.int32)) if y is None else None
    a, b = _members(x), _members(y)
    return _set(Vector(a.kind, a.data[matched_positions(a, b) < 0]))


@builtin("setequal", "x, y")
def setequal(x: Value, y: Value) -> Any:
    """R's `setequal`."""
    a, b = _members(x), _members(y)
    return bool((matched_positions(a, b) >= 0).all() and (matched_positions(b, a) >= 0).all())


@builtin("which", "x, arr.ind = FALSE, useNames = TRUE")
def which(x: Value, arr_ind: Value, use_names: Value) -> Any:
    """R's `which`."""
    if not isinstance(x, Vector) or x.kind != "logical":
        raise RError("argument to 'which' is not logical")
    where = np.flatnonzero(x.data == 1)
    sizes = dim_of(x)
    if is_true(arr_ind) and sizes is not None:
        return _array_indices(x, where, sizes)
    names = names_of(x) if is_true(use_names) else None
    own = None if names is None else {"names": character([names[i] for i in where])}
    return integer(where + 1, own)


def _array_indices(x: Vector, where: Array, sizes: tuple[int, ...]) -> Vector:
    from rnet.interpreter.values import objects

    cells = np.array(np.unravel_index(where, sizes, order="F")) + 1
    labels = ["row", "col"] if len(sizes) == 2 else [f"dim{i + 1}" for i in range(len(sizes))]
    own = attribute(x, "dimnames")
    titles = None if own is None else attribute(own, "names")
    if titles is not None:
        labels = list(titles.data)
    rows = None
    if own is not None and own.data[0] is not None:
        rows = character([own.data[0].data[i - 1] for i in cells[0]])
    lines = Vector("list", objects([rows, character(labels)]))
    return integer(cells.reshape(-1), {"dim": integer([len(where), len(sizes)]), "dimnames": lines})


@builtin("which.max", "x")
def which_max(x: Value) -> Any:
    """R's `which.max`."""
    return _extreme(x, -1.0)


@builtin("which.min", "x")
def which_min(x: Value) -> Any:
    """R's `which.min`."""
    return _extreme(x, 1.0)


def _extreme(x: Value, sign: float) -> Any:
    data = as_kind(x, "double").data * sign
    if not len(data) or np.isnan(data).all():
        return integer([])
    position = int(np.nanargmin(data))
    names = names_of(x)
    return integer(
        [position + 1], None if names is None else {"names": character([names[position]])}
    )


@builtin("tabulate", "bin, nbins = .missing")
def tabulate(bins: Value, nbins: Value) -> Any:
    """R's `tabulate`."""
    if bins is None or bins.kind not in ("integer", "double", "logical"):
        raise RError("'bin' must be numeric or a factor")
    data = as_kind(bins, "integer").data
    known = data[data != NA_INTEGER]
    count = max(1, int(known.max(initial=0))) if nbins is MISSING else int(nbins.data[0])
    known = known[(known >= 1) & (known <= count)]
    return integer(np.bincount(known - 1, minlength=count)[:count])


@builtin("rle", "x")
def rle(x: Value) -> Any:
    """R's `rle`."""
    from rnet.interpreter.values import list_of

    keys = keys_of(x)
    ends = [i for i in range(len(keys)) if i + 1 == len(keys) or keys[i] != keys[i + 1]]
    lengths = np.diff([-1, *ends])
    values = plain_part(x, np.array(ends, dtype=np.int64))
    names = names_of(x)
    own = None
    if names is not None:  # R keeps those of the elements after the ends, and none for the last
        own = {"names": character([*(names[i + 1] for i in ends[:-1]), ""])}
    return list_of(
        [integer(lengths, own), values], ["lengths", "values"], {"class": character(["rle"])}
    )


@builtin("inverse.rle", "x, ...")
def inverse_rle(x: Value, dots: list[Named]) -> Any:
    """R's `inverse.rle`."""
    lengths, values = x.data
    return plain_part(values, np.repeat(np.arange(len(values.data)), lengths.data))
