"""Parts and totals of arrays: rowSums, row, upper.tri, aperm."""

from collections.abc import Callable
from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.interpreter.attributes import (
    attribute,
    dim_of,
    dimnames_of,
    is_data_frame,
    length_of,
    names_of,
)
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import as_kind, is_true, whole
from rnet.interpreter.functions.matrices import grid
from rnet.interpreter.values import (
    Array,
    Attributes,
    Named,
    Value,
    Vector,
    boxed,
    character,
    integer,
    list_of,
    objects,
)


def _line_totals(
    x: Value, na_rm: Value, combine: Callable[[Array, int], Array], *, rows: bool, first: int = 1
) -> Vector:
    """Return sums or means along rows or columns, added in extended precision."""
    if is_data_frame(x):
        x = grid(x)[0]
    sizes = dim_of(x)
    if sizes is None or len(sizes) < 2:
        raise RError("'x' must be an array of at least two dimensions")
    if x.kind not in ("logical", "integer", "double"):
        raise RError("'x' must be numeric")
    if not 1 <= first < len(sizes):
        raise RError("invalid 'dims'")
    shape = (int(np.prod(sizes[:first])), int(np.prod(sizes[first:])))
    cells = as_kind(x, "double").data.reshape(shape, order="F")
    wide = cells.astype(np.longdouble)
    gone = np.isnan(cells)
    axis = 1 if rows else 0
    counts: Any = cells.shape[axis]
    if is_true(na_rm):
        wide = np.where(gone, 0, wide)
        counts = (~gone).sum(axis=axis)
    with np.errstate(all="ignore"):
        totals = np.add.reduce(wide, axis=axis) if rows else _column_sums(wide)
        found = combine(totals, counts).astype(np.float64)
    if not is_true(na_rm) and gone.any():
        from rnet.values import NA, is_na

        missing = is_na(cells.reshape(-1)).reshape(cells.shape).any(axis=axis)
        found = np.where(missing, NA, found)
    return Vector("double", found, _line_labels(x, slice(first) if rows else slice(first, None)))


def _line_labels(x: Vector, kept: slice) -> Attributes | None:
    """Return the names of totals, or their dimensions where more than one is left."""
    sizes, lines = (dim_of(x) or ())[kept], attribute(x, "dimnames")
    labels = [None] * len(sizes) if lines is None else list(lines.data[kept])
    if len(sizes) == 1:
        return None if labels[0] is None else {"names": labels[0]}
    own: Attributes = {"dim": integer(sizes)}
    if any(label is not None for label in labels):
        titles = names_of(lines)
        own["dimnames"] = list_of(labels, None if titles is None else titles[kept])
    return own


def _column_sums(wide: Array) -> Array:
    if wide.shape[0] == 0:
        return np.zeros(wide.shape[1], dtype=np.longdouble)
    return np.asarray(np.add.accumulate(wide, axis=0)[-1])


def _declare(name: str, combine: Callable[[Array, int], Array], *, rows: bool) -> None:
    @builtin(name, "x, na.rm = FALSE, dims = 1L")
    def run(x: Value, na_rm: Value, dims: Value) -> Any:
        return _line_totals(x, na_rm, combine, rows=rows, first=whole(dims, "dims"))


_declare("rowSums", lambda totals, _: totals, rows=True)


_declare("colSums", lambda totals, _: totals, rows=False)


_declare("rowMeans", lambda totals, counts: totals / counts, rows=True)


_declare("colMeans", lambda totals, counts: totals / counts, rows=False)


@builtin("row", "x")
def row(x: Value) -> Any:
    """R's `row`."""
    _, (rows, columns) = grid(x)
    return Vector(
        "integer",
        np.tile(np.arange(1, rows + 1, dtype=np.int32), columns),
        {"dim": integer([rows, columns])},
    )


@builtin("col", "x")
def col(x: Value) -> Any:
    """R's `col`."""
    _, (rows, columns) = grid(x)
    return Vector(
        "integer",
        np.repeat(np.arange(1, columns + 1, dtype=np.int32), rows),
        {"dim": integer([rows, columns])},
    )


@builtin("lower.tri", "x, diag = FALSE")
def lower_tri(x: Value, diag: Value) -> Any:
    """R's `lower.tri`."""
    return _triangle(x, -1 if not is_true(diag) else 0, lower=True)


@builtin("upper.tri", "x, diag = FALSE")
def upper_tri(x: Value, diag: Value) -> Any:
    """R's `upper.tri`."""
    return _triangle(x, 1 if not is_true(diag) else 0, lower=False)


def _triangle(x: Value, offset: int, *, lower: bool) -> Vector:
    sizes = dim_of(x) or (length_of(x), 1)
    ones = np.ones(sizes[:2], dtype=np.int32)
    cells = np.tril(ones, offset) if lower else np.triu(ones, offset)
    return Vector("logical", cells.reshape(-1, order="F"), {"dim": integer(list(sizes[:2]))})


@builtin("isSymmetric", "object, tol = 1.490116e-12, ...")
def is_symmetric(x: Value, tol: Value, dots: list[Named]) -> Any:
    """R's `isSymmetric`."""
    sizes = dim_of(x)
    if sizes is None or len(sizes) != 2 or sizes[0] != sizes[1]:
        return False
    rows, columns = dimnames_of(x) or [None, None]
    if rows is not None and columns is not None and rows != columns:
        return False
    cells = as_kind(x, "double").data.reshape(sizes, order="F")
    limit = 100 * np.finfo(float).eps
    size = float(np.abs(cells).mean()) if cells.size else 1.0
    return bool(np.abs(cells - cells.T).mean() <= limit * max(size, limit)) if cells.size else True


def _axes(perm: Value, a: Vector) -> list[int]:
    """Return the dimensions that numbers or names mean, counted from 0."""
    wanted = boxed(perm)
    if wanted.kind != "character":
        return [int(place) - 1 for place in as_kind(wanted, "integer").data]
    titles = names_of(attribute(a, "dimnames")) or []
    if not set(wanted.data) <= set(titles):
        raise RError("'perm[1]' does not match a dimension name")
    return [titles.index(name) for name in wanted.data]


@builtin("aperm", "a, perm = NULL, resize = TRUE, ...", generic=True)
def aperm(a: Value, perm: Value, resize: Value, dots: Value) -> Any:
    """R's `aperm`."""
    sizes = dim_of(a)
    if sizes is None:
        raise RError("invalid first argument, must be an array")
    order = list(range(len(sizes)))[::-1]
    if perm is not None:
        order = _axes(perm, a)
    data = a.data.reshape(sizes, order="F").transpose(order).reshape(-1, order="F")
    own: Attributes = {"dim": integer([sizes[i] for i in order])}
    dimnames = attribute(a, "dimnames")
    if dimnames is not None:
        titles = attribute(dimnames, "names")
        kept = None if titles is None else {"names": character([titles.data[i] for i in order])}
        own["dimnames"] = Vector("list", objects([dimnames.data[i] for i in order]), kept)
    kinds = attribute(a, "class")
    if kinds is not None:
        own["class"] = kinds
    return Vector(a.kind, data, own)


@builtin("arrayInd", "ind, .dim, .dimnames = NULL, useNames = FALSE")
def array_indices(ind: Value, dim: Value, dimnames: Value, use_names: Value) -> Any:
    """R's `arrayInd`."""
    sizes = tuple(as_kind(dim, "integer").data.tolist())
    cells = np.array(np.unravel_index(as_kind(ind, "integer").data - 1, sizes, order="F")) + 1
    return integer(cells.reshape(-1), {"dim": integer([cells.shape[1], len(sizes)])})
