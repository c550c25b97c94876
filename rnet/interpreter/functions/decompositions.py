"""Linear systems and decompositions of matrices: solve, det, eigen, svd, chol."""

from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.interpreter.attributes import dim_of, is_data_frame, with_attribute
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import as_kind, is_true
from rnet.interpreter.frame import STATE, Context
from rnet.interpreter.functions.matrices import grid, matrix_of, numbers
from rnet.interpreter.linear_systems import determinant, solution
from rnet.interpreter.naming import naming
from rnet.interpreter.print_value import print_value
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
from rnet.language.parser import parse_expression


def _square(value: Value, message: str) -> tuple[Array, list[Any]]:
    cells, names = numbers(grid(value)[0] if is_data_frame(value) else value, tall=True)
    if cells.shape[0] != cells.shape[1]:
        raise RError(message)
    return cells, names


@builtin("det", "x, ...")
def det(x: Value, dots: list[Named]) -> Any:
    """R's `det`."""
    cells, _ = numbers(x, tall=True)
    if cells.shape[0] != cells.shape[1]:
        error = RError("'x' must be a square matrix")
        error.call = parse_expression("determinant.matrix(x, logarithm = TRUE, ...)")
        raise error
    return determinant(cells)


@builtin("solve solve.default", "a, b = .missing, tol = .missing, ...", context=True, generic=True)
def solve(context: Context, a: Value, b: Value, tol: Value, dots: list[Named]) -> Any:
    """R's `solve`."""
    with naming("solve.default", context):
        return _solved(a, b)


def _solved(a: Value, b: Value) -> Vector:
    left, names = numbers(grid(a)[0] if is_data_frame(a) else a, tall=True)
    if left.shape[0] != left.shape[1]:
        raise RError(f"'a' ({left.shape[0]} x {left.shape[1]}) must be square")
    if b is MISSING:
        return matrix_of(solution(left, np.eye(left.shape[0])), names[1], names[0])
    right, others = numbers(b, tall=True)
    if right.shape[0] != left.shape[0]:
        raise RError(
            f"'b' ({right.shape[0]} x {right.shape[1]}) must be compatible with 'a' "
            f"({left.shape[0]} x {left.shape[1]})"
        )
    found = solution(left, right)
    sizes = dim_of(b)
    if sizes is None or len(sizes) != 2:
        own = {} if names[1] is None else {"names": character(names[1])}
        return Vector("double", found.reshape(-1), own)
    return matrix_of(found, names[1], others[1])


@builtin("eigen", "x, symmetric = .missing, only.values = FALSE, EISPACK = FALSE")
def eigen(x: Value, symmetric: Value, only_values: Value, eispack: Value) -> Any:
    """R's `eigen` of a symmetric matrix, or of one whose eigenvalues are real."""
    from scipy.linalg import eigh

    cells, names = _square(x, "non-square matrix in 'eigen'")
    if names[0] is not None:
        names = [None, None]
    even = np.allclose(cells, cells.T, rtol=100 * np.finfo(float).eps, atol=0)
    if even if symmetric is MISSING else is_true(symmetric):
        values, vectors = eigh(cells, driver="evr")
        values, vectors = values[::-1], vectors[:, ::-1]
    else:
        values, vectors = _general(cells)
    shown = None if is_true(only_values) else _whole(np.asarray(vectors))
    return list_of([_whole(values), shown], ["values", "vectors"], {"class": character(["eigen"])})


@builtin("print.eigen", "x, ...", context=True)
def print_eigen(context: Context, x: Vector, dots: list[Named]) -> Any:
    """Print eigenvalues and vectors."""
    STATE.session.write("eigen() decomposition\n")
    print_value(with_attribute(x, "class", None), context.environment)
    STATE.visible = False
    return x


def _general(cells: Array) -> tuple[Array, Array]:
    values, vectors = np.linalg.eig(cells)
    order = np.argsort(-np.abs(values), kind="stable")
    return values[order], vectors[:, order]


def _whole(values: Array) -> Vector:
    """Return numbers, or a matrix of them, as doubles or complex numbers."""
    if not np.iscomplexobj(values):
        return matrix_of(values) if values.ndim > 1 else double(values)
    own = {"dim": integer(list(values.shape))} if values.ndim > 1 else None
    return Vector("complex", values.ravel(order="F"), own)


@builtin("svd", "x, nu = .missing, nv = .missing, LINPACK = FALSE")
def svd(x: Value, nu: Value, nv: Value, linpack: Value) -> Any:
    """R's `svd`; as many singular vectors as asked for."""
    cells, _ = numbers(grid(x)[0], tall=True)
    least = min(cells.shape)
    counts = [least if n is MISSING else int(as_kind(n, "double").data[0]) for n in (nu, nv)]
    left, values, right = np.linalg.svd(cells, full_matrices=max(counts) > least)
    parts = {"u": left[:, : counts[0]], "v": right.T[:, : counts[1]]}
    kept = ["d", *[name for name, n in zip("uv", counts, strict=True) if n > 0]]
    shown = [double(values), *[matrix_of(np.asarray(parts[name])) for name in kept[1:]]]
    return list_of(shown, kept)


@builtin("ginv", "X, tol = 1.4901161193847656e-08")
def ginv(x: Value, tol: Value) -> Any:
    """MASS's `ginv`: the inverse of Moore and Penrose, from the singular values that count."""
    if not isinstance(x, Vector) or x.kind not in ("double", "integer", "logical"):
        raise RError("'X' must be a numeric or complex matrix")
    bare = x if dim_of(x) is not None else matrix_of(x.data.astype(np.float64)[:, None])
    cells, _ = numbers(grid(bare)[0], tall=True)
    left, values, right = np.linalg.svd(cells, full_matrices=False)
    least = float(as_kind(tol, "double").data[0]) * float(values.max(initial=0.0))
    inverses = np.where(values > least, 1.0, 0.0) / np.where(values > least, values, 1.0)
    return matrix_of(np.asarray((right.T * inverses) @ left.T))


@builtin("chol", "x, ...", context=True, generic=True)
def chol(context: Context, x: Value, dots: list[Named]) -> Any:
    """R's `chol`: the upper factor."""
    from scipy.linalg import lapack

    with naming("chol.default", context):
        cells, names = _square(x, "'a' must be a square matrix")
        factor, info = lapack.dpotrf(cells, lower=0)
        if info > 0:
            raise RError(f"the leading minor of order {info} is not positive definite")
    return matrix_of(np.triu(factor), names[0], names[1])


@builtin("chol2inv", "x, ...")
def chol2inv(x: Value, dots: list[Named]) -> Any:
    """R's `chol2inv`."""
    from scipy.linalg import lapack

    inverse, _ = lapack.dpotri(_square(x, "'a' must be a square matrix")[0], lower=0)
    return matrix_of(np.triu(inverse) + np.triu(inverse, 1).T)


@builtin("backsolve", "r, x, k = .missing, upper.tri = TRUE, transpose = FALSE")
def backsolve(r: Value, x: Value, k: Value, upper: Value, transpose: Value) -> Any:
    """R's `backsolve`."""
    return _triangular(r, x, lower=not is_true(upper), turned=is_true(transpose))


@builtin("forwardsolve", "l, x, k = .missing, upper.tri = FALSE, transpose = FALSE")
def forwardsolve(r: Value, x: Value, k: Value, upper: Value, transpose: Value) -> Any:
    """R's `forwardsolve`."""
    return _triangular(r, x, lower=not is_true(upper), turned=is_true(transpose))


def _triangular(r: Value, x: Value, *, lower: bool, turned: bool) -> Any:
    from scipy.linalg import solve_triangular

    left, right = numbers(r, tall=True)[0], numbers(x, tall=True)[0]
    found = solve_triangular(left, right, lower=lower, trans=1 if turned else 0)
    sizes = dim_of(x)
    return matrix_of(found) if sizes is not None and len(sizes) == 2 else double(found.reshape(-1))


@builtin("norm", "x, type = 'O'")
def norm(x: Value, kind: Value) -> Any:
    """R's `norm`."""
    cells = numbers(x, tall=True)[0]
    letter = str(kind.data[0]).upper()[0]
    match letter:
        case "O" | "1":
            return float(np.abs(cells).sum(axis=0).max())
        case "I":
            return float(np.abs(cells).sum(axis=1).max())
        case "M":
            return float(np.abs(cells).max())
        case "2":
            return float(np.linalg.svd(cells, compute_uv=False)[0])
    return float(np.sqrt((cells**2).sum()))


@builtin("rcond", "x, norm = 'O', triangular = FALSE, ...")
def rcond(x: Value, kind: Value, triangular: Value, dots: list[Named]) -> Any:
    """R's `rcond`: the estimated reciprocal condition number."""
    from scipy.linalg import lapack

    del dots
    cells = numbers(x, tall=True)[0]
    letter = "I" if str(kind.data[0]).upper()[0] == "I" else "1"
    if is_true(triangular):
        return float(lapack.dtrcon(cells, norm=letter)[0])
    sums = np.abs(cells).sum(axis=1 if letter == "I" else 0)
    return float(lapack.dgecon(lapack.dgetrf(cells)[0], sums.max(), norm=letter)[0])
