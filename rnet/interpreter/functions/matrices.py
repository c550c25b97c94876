"""Matrices: making, turning, multiplying, solving; sums along rows and columns."""

import math
from typing import Any

import numpy as np

from rnet.conditions import RError, warn
from rnet.interpreter.arithmetic import LARGEST
from rnet.interpreter.attributes import (
    attribute,
    dim_of,
    dimnames_of,
    is_data_frame,
    length_of,
    names_of,
)
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import as_kind, coerced, is_factor, is_true, strings
from rnet.interpreter.functions.dimnames import checked_dimnames
from rnet.interpreter.values import (
    MISSING,
    Array,
    Attributes,
    Value,
    Vector,
    boxed,
    character,
    integer,
    objects,
)
from rnet.memory import make_room
from rnet.sums import ordered_product


def _elements(value: Value) -> Vector:
    vector = boxed(value)
    if is_factor(vector):
        return character(strings(vector))
    if not isinstance(vector, Vector):
        raise RError("'data' must be of a vector type, was 'NULL'")
    return vector


def _extent(value: Value, name: str) -> int:
    numbers = as_kind(value, "double").data
    if not len(numbers):
        raise RError("non-numeric matrix extent")
    if numbers[0] > LARGEST:
        warn("NAs introduced by coercion to integer range")
    if numbers[0] != numbers[0] or numbers[0] > LARGEST:
        raise RError(f"invalid '{name}' value (too large or NA)")
    if numbers[0] < 0:
        raise RError(f"invalid '{name}' value (< 0)")
    return int(numbers[0])


@builtin("matrix", "data = NA, nrow = .missing, ncol = .missing, byrow = FALSE, dimnames = NULL")
def matrix(data: Value, nrow: Value, ncol: Value, byrow: Value, dimnames: Value) -> Any:
    """R's `matrix`."""
    if is_data_frame(data):
        from rnet.interpreter.functions.frame_matrix import matrix_of_frame

        return matrix_of_frame(data)
    vector = _elements(data)
    length = len(vector.data)
    rows, columns = _shape(length, nrow, ncol)
    cells = rows * columns
    if length > 1 and cells % length:
        _warn_of_misfit(length, rows, columns)
    elif length > 1 and cells == 0:
        warn(f"data length differs from size of matrix: [{length} != {rows} x {columns}]")
    make_room(cells, vector.data.itemsize)
    values = _filled(vector, cells)
    if is_true(byrow):
        values = values.reshape(rows, columns).reshape(-1, order="F")
    own: Attributes = {"dim": integer([rows, columns])}
    if dimnames is not None and len(dimnames.data):
        own["dimnames"] = checked_dimnames(dimnames, own["dim"])
    return Vector(vector.kind, values, {k: v for k, v in own.items() if v is not None})


def _filled(vector: Vector, cells: int) -> Array:
    from rnet.interpreter.subscripts import taken

    if not len(vector.data):
        return taken(vector.data, np.full(cells, -1), vector.kind)
    return np.resize(vector.data, cells)


def _shape(length: int, nrow: Value, ncol: Value) -> tuple[int, int]:
    if nrow is MISSING and ncol is MISSING:
        return length, 1
    if nrow is MISSING:
        columns = _extent(ncol, "ncol")
        return -(-length // columns) if columns else 0, columns
    rows = _extent(nrow, "nrow")
    if ncol is MISSING:
        return rows, -(-length // rows) if rows else 0
    return rows, _extent(ncol, "ncol")


def _warn_of_misfit(length: int, rows: int, columns: int) -> None:
    by_rows = (length > rows and length // rows * rows != length) or (
        length < rows and rows // length * length != length
    )
    if by_rows:
        warn(
            f"data length [{length}] is not a sub-multiple or multiple of the number of rows "
            f"[{rows}]"
        )
    elif (length > columns and length // columns * columns != length) or (
        length < columns and columns // length * length != length
    ):
        warn(
            f"data length [{length}] is not a sub-multiple or multiple of the number of columns "
            f"[{columns}]"
        )
    else:
        warn(f"data length differs from size of matrix: [{length} != {rows} x {columns}]")


@builtin("array", "data = NA, dim = .missing, dimnames = NULL")
def array(data: Value, dim: Value, dimnames: Value) -> Any:
    """R's `array`."""
    vector = _elements(data)
    sizes = as_kind(dim, "integer").data if dim is not MISSING else np.array([len(vector.data)])
    if (sizes < 0).any():
        raise RError("negative length vectors are not allowed")
    cells = math.prod(sizes.tolist())
    make_room(cells, vector.data.itemsize)
    values = _filled(vector, cells)
    own: Attributes = {"dim": integer(sizes)}
    if dimnames is not None and len(dimnames.data):
        own["dimnames"] = checked_dimnames(dimnames, own["dim"])
    return Vector(vector.kind, values, {k: v for k, v in own.items() if v is not None})


def grid(value: Value) -> tuple[Vector, tuple[int, int]]:
    """Return a matrix or data frame as a matrix with its two extents.

    Raises
    ------
    RError
        `argument is not a matrix`
    """
    if is_data_frame(value):
        from rnet.interpreter.functions.frame_matrix import matrix_of_frame

        value = matrix_of_frame(value)
    sizes = dim_of(value)
    if not isinstance(value, Vector) or sizes is None or len(sizes) != 2:
        raise RError("argument is not a matrix")
    return value, (sizes[0], sizes[1])


@builtin("t", "x", generic=True)
def transpose(x: Value) -> Any:
    """R's `t`."""
    if not isinstance(x, Vector):
        raise RError("argument is not a matrix")
    sizes = dim_of(x)
    own: Attributes = {
        k: v for k, v in (x.attributes or {}).items() if k not in ("names", "dim", "dimnames")
    }
    if sizes is None or len(sizes) == 1:
        names = names_of(x)
        own["dim"] = integer([1, len(x.data)])
        if names is not None:
            dimnames = attribute(x, "dimnames")
            titles = None if dimnames is None else attribute(dimnames, "names")
            kept = None if titles is None else {"names": character(["", *titles.data])}
            own["dimnames"] = Vector("list", objects([None, character(names)]), kept)
        return Vector(x.kind, x.data, own)
    if len(sizes) != 2:
        raise RError("argument is not a matrix")
    data = x.data.reshape(sizes, order="F").T.reshape(-1, order="F")
    own["dim"] = integer(list(sizes[::-1]))
    dimnames = attribute(x, "dimnames")
    if dimnames is not None:
        titles = attribute(dimnames, "names")
        kept = None if titles is None else {"names": character(titles.data[::-1])}
        own["dimnames"] = Vector("list", objects(list(dimnames.data)[::-1]), kept)
    return Vector(x.kind, data, own)


def numbers(value: Value, *, tall: bool) -> tuple[Array, list[Any]]:
    """Return an operand of a product as a 2-d array, and its dimnames; a vector is one column.

    Raises
    ------
    RError
        `requires numeric/complex matrix/vector arguments`
    """
    if is_data_frame(value):
        raise RError("requires numeric/complex matrix/vector arguments")
    if not isinstance(value, Vector) or value.kind not in ("logical", "integer", "double"):
        raise RError("requires numeric/complex matrix/vector arguments")
    data = as_kind(value, "double").data
    sizes = dim_of(value)
    if sizes is None or len(sizes) != 2:
        names = (dimnames_of(value) or [None]) if sizes is not None and len(sizes) == 1 else [None]
        if tall:
            return data.reshape(-1, 1), [names[0], None]
        return data.reshape(1, -1), [None, names[0]]
    return data.reshape(sizes, order="F"), dimnames_of(value) or [None, None]


def _product(left: Array, right: Array, rows: Any, columns: Any) -> Vector:
    if left.shape[1] != right.shape[0]:
        raise RError(
            "non-conformable arguments",
            f"{left.shape[0]} x {left.shape[1]} times {right.shape[0]} x {right.shape[1]}.",
        )
    return matrix_of(ordered_product(left, right), rows, columns)


def matrix_of(cells: Array, rows: Any = None, columns: Any = None) -> Vector:
    """Return a 2-d array of doubles as a matrix with names along its dimensions."""
    own: Attributes = {"dim": integer(list(cells.shape))}
    if rows is not None or columns is not None:
        lines = [None if line is None else character(line) for line in (rows, columns)]
        own["dimnames"] = Vector("list", objects(lines))
    return Vector("double", cells.reshape(-1, order="F"), own)


def _titled(found: Vector, x: Value, y: Value, first: int, second: int) -> Vector:
    """Return a product with the titles its operands' dimensions have, be they empty."""
    own, others = _titles(x), _titles(y)
    dimnames = attribute(found, "dimnames")
    if dimnames is None or (own is None and others is None):
        return found
    titles = ["" if own is None else own[first], "" if others is None else others[second]]
    named = Vector("list", dimnames.data, {"names": character(titles)})
    return Vector("double", found.data, {**(found.attributes or {}), "dimnames": named})


def _titles(value: Value) -> Any:
    dimnames = None if _is_plain(value) else attribute(value, "dimnames")
    titles = None if dimnames is None else attribute(dimnames, "names")
    return None if titles is None else titles.data


def _is_plain(value: Value) -> bool:
    sizes = dim_of(value)
    return sizes is None or len(sizes) != 2


@builtin("%*%", "x, y")
def multiply(x: Value, y: Value) -> Any:
    """R's matrix product; a vector is a row or a column as it fits."""
    if _is_plain(x) and _is_plain(y):
        n, m = length_of(x), length_of(y)
        if n == m:
            return _product(*_ends(x, y), None, None)
        left, _ = numbers(x, tall=m == 1)
        right, _ = numbers(y, tall=n == 1 and m != 1)
        return _product(left, right, None, None)
    if _is_plain(x):
        right, names = numbers(y, tall=True)
        left, own = numbers(x, tall=length_of(x) != right.shape[0])
        return _titled(_product(left, right, own[0], names[1]), x, y, 0, 1)
    left, names = numbers(x, tall=True)
    if _is_plain(y):
        right, _ = numbers(y, tall=length_of(y) == left.shape[1])
        return _titled(_product(left, right, names[0], None), x, y, 0, 1)
    right, others = numbers(y, tall=True)
    return _titled(_product(left, right, names[0], others[1]), x, y, 0, 1)


def _ends(x: Value, y: Value) -> tuple[Array, Array]:
    return numbers(x, tall=False)[0], numbers(y, tall=True)[0]


@builtin("crossprod", "x, y = NULL")
def crossprod(x: Value, y: Value) -> Any:
    """R's `crossprod`."""
    left, names = numbers(x, tall=True)
    right, others = (left, names) if y is None else numbers(y, tall=True)
    found = _product(left.T, right, names[1], others[1])
    return _titled(found, x, x if y is None else y, 1, 1)


@builtin("tcrossprod", "x, y = NULL")
def tcrossprod(x: Value, y: Value) -> Any:
    """R's `tcrossprod`."""
    left, names = numbers(x, tall=True)
    right, others = (left, names) if y is None else numbers(y, tall=True)
    found = _product(left, right.T, names[0], others[0])
    return _titled(found, x, x if y is None else y, 0, 0)


@builtin("diag", "x = 1, nrow = .missing, ncol = .missing, names = TRUE")
def diag(x: Value, nrow: Value, ncol: Value, names: Value) -> Any:
    """R's `diag`: takes the diagonal of a matrix, or makes a matrix."""
    sizes = dim_of(x)
    if sizes is not None and len(sizes) == 2:
        return _diagonal(x, sizes)
    vector = as_kind(x, "double") if x.kind == "logical" else Vector(x.kind, x.data)
    if len(vector.data) == 1 and nrow is MISSING and ncol is MISSING:
        vector, rows = Vector("double", np.ones(1)), _extent(vector, "nrow")
    else:
        rows = len(vector.data) if nrow is MISSING else _extent(nrow, "nrow")
        if nrow is MISSING and ncol is not MISSING:
            rows = len(vector.data)
    columns = rows if ncol is MISSING else _extent(ncol, "ncol")
    cells = np.zeros((rows, columns), dtype=vector.data.dtype)
    size = min(rows, columns)
    cells[np.arange(size), np.arange(size)] = np.resize(vector.data, size)
    kind = vector.kind
    return Vector(kind, cells.reshape(-1, order="F"), {"dim": integer([rows, columns])})


def _diagonal(x: Vector, sizes: tuple[int, ...]) -> Vector:
    size = min(sizes)
    where = np.arange(size) * (sizes[0] + 1)
    rows, columns = dimnames_of(x) or [None, None]
    named = rows is not None and columns is not None and rows[:size] == columns[:size]
    own = {"names": character(rows[:size])} if rows is not None and named else None
    return Vector(x.kind, x.data[where], own)


@builtin("diag<-", "x, value")
def set_diag(x: Value, value: Value) -> Any:
    """R's `diag<-`."""
    from rnet.interpreter.assigning import assign_subset

    sizes = dim_of(x)
    if sizes is None or len(sizes) != 2:
        raise RError("only matrix diagonals can be replaced")
    size = min(sizes)
    if length_of(value) not in (1, size):
        raise RError("replacement diagonal has wrong length")
    return assign_subset(x, [integer(np.arange(size) * (sizes[0] + 1) + 1)], value)


@builtin("kronecker %x%", "X, Y")
def kronecker(x: Value, y: Value) -> Any:
    """R's `kronecker`."""
    return matrix_of(np.kron(numbers(x, tall=True)[0], numbers(y, tall=True)[0]))


def cells_of(value: Vector) -> Array:
    """Return a matrix as a 2-d array of doubles."""
    sizes = dim_of(value)
    assert sizes is not None
    return coerced(value, "double").reshape(sizes, order="F")
