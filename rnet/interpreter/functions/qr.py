"""The QR decomposition as R's list, and what is read off it: qr, qr.Q, qr.R, qr.coef, qr.solve."""

from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.interpreter.attributes import attribute, classes_of, dim_of, is_data_frame
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import as_kind, is_true
from rnet.interpreter.functions.matrices import grid, matrix_of, numbers
from rnet.interpreter.indexing import component_of
from rnet.interpreter.values import (
    MISSING,
    Array,
    Named,
    Value,
    Vector,
    character,
    double,
    integer,
    list_of,
)


@builtin("qr", "x, tol = 1e-07, ...", generic=True)
def qr(x: Value, tol: Value, dots: list[Named]) -> Any:
    """R's `qr` by Householder reflections with limited pivoting."""
    from rnet.formulas.householder import decompose

    if "qr" in classes_of(x):
        return x
    cells, names = numbers(grid(x)[0] if is_data_frame(x) else x, tall=True)
    found = decompose(cells, float(as_kind(tol, "double").data[0]))
    parts = list_of_reflections(found, names)
    return list_of(parts, ["qr", "rank", "qraux", "pivot"], {"class": character(["qr"])})


def list_of_reflections(found: Any, names: Any) -> list[Any]:
    """Return a decomposition as R packs it: the matrix, the rank, `qraux`, `pivot`.

    `names` are those of the rows and of the columns before they were moved.
    """
    packed = np.array(found.packed)
    count = min(packed.shape)
    where = np.arange(count)
    auxiliary = np.zeros(packed.shape[1])
    auxiliary[:count] = packed[where, where]
    packed[where, where] = found.diagonal[:count]
    columns = None if names[1] is None else [names[1][i] for i in found.pivot]
    return [
        matrix_of(packed, names[0], columns),
        integer([found.rank]),
        double(auxiliary),
        integer(found.pivot + 1),
    ]


def _reflections(value: Value) -> Any:
    """Return R's list, or the list of a fit, as the decomposition it stands for."""
    from rnet.formulas.householder import Reflections

    if "qr" not in classes_of(value):
        raise RError("argument is not a QR decomposition")
    packed = np.array(numbers(component_of(value, "qr"), tall=True)[0], order="F")
    auxiliary = as_kind(component_of(value, "qraux"), "double").data
    where = np.arange(min(packed.shape))
    diagonal = np.zeros(packed.shape[1])
    diagonal[: len(where)] = packed[where, where]
    packed[where, where] = auxiliary[: len(where)]
    pivot = as_kind(component_of(value, "pivot"), "integer").data.astype(np.intp) - 1
    rank = int(as_kind(component_of(value, "rank"), "integer").data[0])
    return Reflections(packed, diagonal, pivot, rank)


def _columns(value: Value) -> list[Any] | None:
    names = attribute(component_of(value, "qr"), "dimnames")
    return None if names is None or names.data[1] is None else list(names.data[1].data)


def _each_column(y: Value, change: Any) -> Any:
    cells = numbers(y, tall=True)[0]
    found = np.column_stack([change(np.ascontiguousarray(column)) for column in cells.T])
    return found if _is_matrix(y) else found[:, 0]


def _is_matrix(y: Value) -> bool:
    sizes = dim_of(y)
    return sizes is not None and len(sizes) == 2


def _value(found: Array) -> Vector:
    return matrix_of(found) if found.ndim == 2 else double(found)


@builtin("qr.Q", "qr, complete = FALSE, Dvec = NULL")
def qr_q(value: Value, complete: Value, dvec: Value) -> Any:
    """R's `qr.Q`."""
    found = _reflections(value)
    rows, columns = found.packed.shape
    count = rows if as_kind(complete, "logical").data[0] == 1 else min(rows, columns)
    return matrix_of(np.column_stack([found.times(row) for row in np.eye(rows)[:count]]))


@builtin("qr.R", "qr, complete = FALSE, ...")
def qr_r(value: Value, complete: Value, dots: list[Named]) -> Any:
    """R's `qr.R`."""
    packed, names = numbers(component_of(value, "qr"), tall=True)
    count = min(packed.shape)
    size = packed.shape[0] if is_true(complete) else count
    rows = None if names[0] is None else names[0][:size]
    return matrix_of(np.triu(packed[:size]), rows, names[1])


@builtin("qr.qty", "qr, y")
def qr_qty(value: Value, y: Value) -> Any:
    """R's `qr.qty`."""
    return _value(_each_column(y, _reflections(value).transposed_times))


@builtin("qr.qy", "qr, y")
def qr_qy(value: Value, y: Value) -> Any:
    """R's `qr.qy`."""
    return _value(_each_column(y, _reflections(value).times))


@builtin("qr.coef", "qr, y")
def qr_coef(value: Value, y: Value) -> Any:
    """R's `qr.coef`."""
    from rnet.values import NA

    found = _reflections(value)

    def solved(column: Array) -> Array:
        coefficients = np.full(len(found.pivot), NA)
        coefficients[found.pivot[: found.rank]] = found.solve(found.transposed_times(column))
        return coefficients

    cells = _each_column(y, solved)
    names = _columns(value)
    labels = None if names is None else [names[i] for i in np.argsort(found.pivot)]
    if cells.ndim == 2:
        return matrix_of(cells, labels)
    return double(cells, None if labels is None else {"names": character(labels)})


def _kept(value: Value, y: Value, *, fitted: bool) -> Any:
    found = _reflections(value)

    def part(column: Array) -> Array:
        effects = found.transposed_times(column)
        effects[slice(found.rank, None) if fitted else slice(None, found.rank)] = 0.0
        return np.asarray(found.times(effects))

    return _value(_each_column(y, part))


@builtin("qr.fitted", "qr, y, k = NULL")
def qr_fitted(value: Value, y: Value, k: Value) -> Any:
    """R's `qr.fitted`."""
    return _kept(value, y, fitted=True)


@builtin("qr.resid", "qr, y")
def qr_resid(value: Value, y: Value) -> Any:
    """R's `qr.resid`."""
    return _kept(value, y, fitted=False)


@builtin("qr.solve solve.qr", "a, b = .missing, tol = 1e-07, ...")
def qr_solve(a: Value, b: Value, tol: Value, dots: list[Named]) -> Any:
    """R's `qr.solve`."""
    value = qr(a, tol, [])
    rows, columns = numbers(component_of(value, "qr"), tall=True)[0].shape
    if int(component_of(value, "rank").data[0]) < min(rows, columns):
        raise RError("singular matrix 'a' in solve")
    return qr_coef(value, matrix_of(np.eye(rows)) if b is MISSING else b)
