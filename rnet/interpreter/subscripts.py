"""Subscripts: what `x[i]` means by any kind of index, as positions counted from 0."""

from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.interpreter.coerce import coerced, is_factor, type_name
from rnet.interpreter.values import MISSING, NA_INTEGER, Array, Value, Vector, boxed
from rnet.values import NA

ABSENT_POSITION = -1
"""Stands for an index that is NA or names nothing."""

MISSING_ELEMENTS: dict[str, Any] = {
    "raw": 0,
    "logical": NA_INTEGER,
    "integer": NA_INTEGER,
    "double": NA,
    "complex": complex(NA, 0.0),
    "character": None,
    "list": None,
    "expression": None,
}


def positions(index: Value, length: int, names: Array | None = None) -> Array:
    """Return the positions an index stands for, among so many elements with these names.

    Returns
    -------
    ndarray of int64
        Counted from 0; `ABSENT_POSITION` for NA and unknown names. They may lie beyond the end.

    Raises
    ------
    RError
        `only 0's may be mixed with negative subscripts`, `invalid subscript type`.
    """
    if index is MISSING:
        return np.arange(length)
    vector = boxed(index)
    if vector is None:
        return np.empty(0, dtype=np.int64)
    if not isinstance(vector, Vector) or vector.kind in ("list", "expression", "complex"):
        raise RError(f"invalid subscript type '{type_name(vector)}'")
    if vector.kind == "character":
        return _by_name(vector.data, names)
    if vector.kind == "logical":
        return _where(vector.data, length)
    return _by_number(vector, length)


def _by_number(vector: Vector, length: int) -> Array:
    data = vector.data
    if vector.kind == "double":
        absent = np.isnan(data)
        numbers = np.where(absent, 0.0, data).clip(-(2.0**62), 2.0**62).astype(np.int64)
    else:
        absent = data == NA_INTEGER
        numbers = np.where(absent, 0, data).astype(np.int64)
    if len(numbers) and numbers.min() < 0:
        if absent.any() or numbers.max() > 0:
            raise RError("only 0's may be mixed with negative subscripts")
        keep = np.ones(length, dtype=bool)
        out = -numbers[numbers < 0]
        keep[out[out <= length] - 1] = False
        return np.flatnonzero(keep)
    found = numbers - 1
    return np.asarray(found[(numbers != 0) | absent])


def _where(data: Array, length: int) -> Array:
    if len(data) == 0:
        return np.empty(0, dtype=np.int64)
    full = data if len(data) >= length else np.resize(data, length)
    found = np.flatnonzero(full)
    return np.where(full[found] == NA_INTEGER, ABSENT_POSITION, found)


def _by_name(wanted: Array, names: Array | None) -> Array:
    if names is None:
        return np.full(len(wanted), ABSENT_POSITION, dtype=np.int64)
    known: dict[Any, int] = {}
    if len(wanted) == 1:
        target = wanted[0]
        for position, name in enumerate(names):
            if name == target and name:
                return np.array([position])
        return np.array([ABSENT_POSITION])
    for position, name in enumerate(names):
        if name and name not in known:
            known[name] = position
    return np.array([known.get(name, ABSENT_POSITION) for name in wanted], dtype=np.int64)


def positions_to_assign(
    index: Value, length: int, names: Array | None = None
) -> tuple[Array, list[str | None]]:
    """Return the positions to write to; unknown names get new ones behind the end.

    Returns
    -------
    positions : ndarray of int64
    added : list of str or None
        The names of the new positions.
    """
    vector = boxed(index)
    if isinstance(vector, Vector) and vector.kind == "character":
        found = _by_name(vector.data, names)
        added: dict[str | None, int] = {}
        for i in np.flatnonzero(found == ABSENT_POSITION).tolist():
            name = vector.data[i]
            found[i] = length + added.setdefault(name, len(added))
        return found, list(added)
    return positions(index, length, names), []


def taken(data: Array, where: Array, kind: str) -> Array:
    """Return the elements at positions; NA for those beyond the end or absent."""
    if not len(where):
        return data[:0].copy()
    if where.min() >= 0 and where.max() < len(data):
        return data[where]
    outside = (where < 0) | (where >= len(data))
    result = np.empty(len(where), dtype=data.dtype)
    result[~outside] = data[where[~outside]]
    result[outside] = MISSING_ELEMENTS[kind]
    return result


def along(index: Value, size: int, names: Array | None) -> Array:
    """Return the positions along one dimension of an array.

    Raises
    ------
    RError
        `subscript out of bounds`
    """
    vector = boxed(index)
    found = positions(vector, size, names)
    unknown = isinstance(vector, Vector) and vector.kind == "character"
    if len(found) and (found.max() >= size or (unknown and found.min() < 0)):
        raise RError("subscript out of bounds", f"This dimension has {size} elements.")
    if isinstance(vector, Vector) and vector.kind == "logical" and len(vector.data) > size:
        raise RError("(subscript) logical subscript too long")
    return found


def matrix_positions(index: Vector, dim: tuple[int, ...], names: list[Any] | None) -> Array | None:
    """Return the positions a matrix index names row by row, None if it is no such index."""
    own = (index.attributes or {}).get("dim")
    if own is None or len(own.data) != 2 or int(own.data[1]) != len(dim) or is_factor(index):
        return None
    rows = int(own.data[0])
    if index.kind == "character":
        cells = np.column_stack(
            [
                _named_column(index.data[k * rows : (k + 1) * rows], names, k)
                for k in range(len(dim))
            ]
        )
    elif index.kind in ("integer", "double"):
        cells = _numbered_cells(index, rows, dim)
    else:
        return None
    strides = np.cumprod([1, *dim[:-1]])
    absent = (cells < 0).any(axis=1)
    return np.where(absent, ABSENT_POSITION, cells @ strides)


def _numbered_cells(index: Vector, rows: int, dim: tuple[int, ...]) -> Array:
    numbers = coerced(index, "double").reshape(len(dim), rows).T
    numbers = numbers[~(numbers == 0).any(axis=1)]
    if (numbers < 0).any():
        raise RError("negative values are not allowed in a matrix subscript")
    if (numbers > np.array(dim)).any():
        raise RError("subscript out of bounds")
    return np.where(np.isnan(numbers), 0, numbers).astype(np.int64) - 1


def _named_column(wanted: Array, names: list[Any] | None, axis: int) -> Array:
    own = None if names is None or names[axis] is None else names[axis].data
    found = _by_name(wanted, own)
    known = np.array([name is not None for name in wanted], dtype=bool)
    if (found[known] < 0).any():
        raise RError("subscript out of bounds")
    return found


def only_dimnames(value: Vector) -> Vector | None:
    """Return the names along the one dimension of an array, None without."""
    names = None if value.attributes is None else value.attributes.get("dimnames")
    found: Vector | None = names.data[0] if names is not None and len(names.data) == 1 else None
    return found
