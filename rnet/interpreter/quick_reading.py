"""Reading single elements and plain parts of vectors, without looking for methods.

Every function answers None where it is not so easy: the long way is then to be gone.
"""

from typing import Any

import numpy as np

from rnet.interpreter.environment import Environment
from rnet.interpreter.values import NA_INTEGER, Array, Vector, scalar

_NUMBERS = frozenset({float, int})


def quick_element(vector: Any, index: Any) -> Any:
    """Return an element by one positive number as a Python scalar, None where it is not so easy."""
    if type(vector) is not Vector or vector.attributes is not None:
        return None
    if type(index) is not int and type(index) is not float:
        return None
    data = vector.data
    if not 1 <= index < len(data) + 1:
        return None
    if vector.kind == "double":
        return data.item(int(index) - 1)
    return _plain(vector, int(index) - 1)


def _plain(vector: Vector, position: int) -> Any:
    item = vector.data.item(position)
    match vector.kind:
        case "double" | "character":
            return item
        case "integer":
            return None if item == NA_INTEGER else item
        case "logical":
            return None if item == NA_INTEGER else item != 0
    return None


def quick_cell(matrix: Any, row: Any, column: Any) -> Any:
    """Return a cell of a matrix without names, None where it is not so easy."""
    if type(matrix) is not Vector or matrix.attributes is None or len(matrix.attributes) != 1:
        return None
    dim = matrix.attributes.get("dim")
    if dim is None or len(dim.data) != 2:
        return None
    if type(row) not in (int, float) or type(column) not in (int, float):
        return None
    rows, columns = dim.data.tolist()
    if not (1 <= row < rows + 1 and 1 <= column < columns + 1):
        return None
    return _plain(matrix, (int(column) - 1) * rows + int(row) - 1)


def quick_line(matrix: Any, index: Any, rows: bool) -> Vector | None:
    """Return a row or column of a matrix by one number, None where it is not so easy."""
    if type(matrix) is not Vector or matrix.attributes is None or matrix.kind == "list":
        return None
    own = matrix.attributes
    dim = own.get("dim")
    if dim is None or not own.keys() <= _OF_SHAPE or len(dim.data) != 2:
        return None
    across, down = dim.data.tolist()
    if type(index) not in (int, float) or not 1 <= index < (across if rows else down) + 1:
        return None
    if (down if rows else across) < 2:
        return None
    start = int(index) - 1
    data = matrix.data[start::across] if rows else matrix.data[start * across :][:across]
    names = own["dimnames"].data[1 if rows else 0] if "dimnames" in own else None
    return Vector(matrix.kind, data.copy(), None if names is None else {"names": names})


_OF_SHAPE = frozenset({"dim", "dimnames"})


def quick_selection(vector: Any, index: Any) -> Any:
    """Return the elements that a bare index picks out of a vector with no more than names."""
    if type(vector) is not Vector or vector.kind == "list" or index is None:
        return None
    own = vector.attributes
    if own is not None and own.keys() != {"names"}:
        return None
    where = _picked(index, len(vector.data))
    if where is None:
        return None
    data = vector.data[where]
    if own is not None:
        names = Vector("character", own["names"].data[where])
        return Vector(vector.kind, data, {"names": names})
    found = Vector(vector.kind, data)
    return scalar(found) if len(data) == 1 else found


def _picked(index: Any, length: int) -> Array | None:
    """Return a mask or places for an index without NA, zeros and places beyond the end."""
    if type(index) in _NUMBERS:
        if not -length <= index <= -1:
            return None
        mask = np.ones(length, dtype=bool)
        mask[-int(index) - 1] = False
        return mask
    if type(index) is not Vector or index.attributes is not None or not len(index.data):
        return None
    least = index.data.min() if index.kind in ("logical", "integer", "double") else -1
    if index.kind == "logical":
        fits = least >= 0 and len(index.data) == length
        return index.data.astype(bool) if fits else None
    if not (least >= 1 and index.data.max() < length + 1):
        return None
    return index.data.astype(np.intp) - 1


def quick_item(holder: Any, index: Any) -> Any:
    """Return an item of a list without class by its number or name, or a variable by its name."""
    if type(holder) is Environment:
        known = holder.attributes is None and type(index) is str
        found = holder.variables.get(index) if known else None
        return _held(found) if type(found) in _PLAIN else None
    if type(holder) is not Vector or holder.kind != "list":
        return None
    own = holder.attributes
    if own is not None and own.keys() != {"names"}:
        return None
    if type(index) is str and own is not None:
        names = own["names"].data.tolist()
        return _held(holder.data[names.index(index)]) if index in names else None
    if type(index) in _NUMBERS and 1 <= index < len(holder.data) + 1:
        return _held(holder.data[int(index) - 1])
    return None


_PLAIN = frozenset({Vector, float, int, str, bool})


def _held(item: Any) -> Any:
    """Return an item that somebody else holds, too."""
    if type(item) is Vector:
        item.shared = True
        return scalar(item)
    return item
