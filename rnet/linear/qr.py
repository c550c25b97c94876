"""Least squares by Householder QR; collinear columns go to the right, the others keep their order.

R decomposes with limited column pivoting (R page `?qr`): a column whose norm, after the columns
before it have been swept out, is below `tolerance` times its own norm counts as collinear.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.linalg import lapack, solve_triangular

from rnet.values import NA

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class PivotedQR:
    """A decomposition of a matrix (n, p) of numerical rank r.

    Attributes
    ----------
    packed : ndarray, shape (n, p)
        R in the upper triangle, Householder vectors below, of the columns in `pivot` order.
    tau : ndarray, shape (min(n, p),)
        Factors of the reflections.
    pivot : ndarray of int, shape (p,)
        Where each column came from, 0-based; the first `rank` are independent.
    rank : int
        Number of independent columns.
    """

    packed: Floats
    tau: Floats
    pivot: npt.NDArray[np.intp]
    rank: int

    @property
    def upper(self) -> Floats:
        """The triangular factor of the independent columns, shape (rank, rank)."""
        return np.triu(self.packed[: self.rank, : self.rank])


def decompose(matrix: Floats, tolerance: float = 1e-7) -> PivotedQR:
    """Decompose a matrix (n, p), n at least 1."""
    columns = matrix.shape[1]
    pivot = np.arange(columns)
    packed, tau = _householder(matrix)
    if not _all_independent(packed, matrix, tolerance):
        pivot, rank = _limited_pivot(matrix, tolerance)
        packed, tau = _householder(matrix[:, pivot])
        return PivotedQR(packed, tau, pivot, rank)
    return PivotedQR(packed, tau, pivot, columns)


def rotate(qr: PivotedQR, values: Floats) -> Floats:
    """Return Q'y: the effects, shape (n,)."""
    return _reflect(qr, values, "T")


def rotate_back(qr: PivotedQR, effects: Floats) -> Floats:
    """Return Q times the effects, shape (n,)."""
    return _reflect(qr, effects, "N")


def coefficients(qr: PivotedQR, effects: Floats) -> Floats:
    """Return the coefficients in the order of the matrix's columns, NA for collinear ones."""
    solution = np.full(len(qr.pivot), NA)
    if qr.rank:
        solution[qr.pivot[: qr.rank]] = solve_triangular(qr.upper, effects[: qr.rank])
    return solution


def _householder(matrix: Floats) -> tuple[Floats, Floats]:
    if matrix.size == 0:
        return np.array(matrix), np.zeros(0)
    packed, tau, _, _ = lapack.dgeqrf(matrix)
    return packed, tau


def _reflect(qr: PivotedQR, values: Floats, transpose: str) -> Floats:
    reflections = min(qr.rank, len(values))
    if reflections == 0:
        return np.array(values)
    vectors = np.asfortranarray(qr.packed[:, :reflections])
    column = np.asfortranarray(values.reshape(-1, 1))
    work = int(lapack.dormqr("L", transpose, vectors, qr.tau[:reflections], column, -1)[1][0])
    turned = lapack.dormqr("L", transpose, vectors, qr.tau[:reflections], column, work)[0]
    return np.asarray(turned[:, 0], dtype=np.float64)


def _column_norms(matrix: Floats) -> Floats:
    norms = np.linalg.norm(matrix, axis=0)
    return np.where(norms == 0, 1.0, norms)


def _all_independent(packed: Floats, matrix: Floats, tolerance: float) -> bool:
    rows, columns = matrix.shape
    if columns > rows:
        return False
    return bool(np.all(np.abs(np.diagonal(packed)) >= tolerance * _column_norms(matrix)))


def _limited_pivot(matrix: Floats, tolerance: float) -> tuple[npt.NDArray[np.intp], int]:
    """Sweep the columns one by one and put those with nothing of their own last."""
    rows, columns = matrix.shape
    smallest = tolerance * _column_norms(matrix)
    basis = np.zeros((rows, min(rows, columns)), order="F")
    kept: list[int] = []
    collinear: list[int] = []
    for j in range(columns):
        remainder = _sweep(basis[:, : len(kept)], matrix[:, j])
        norm = float(np.linalg.norm(remainder))
        if len(kept) == rows or norm < smallest[j]:
            collinear.append(j)
        else:
            basis[:, len(kept)] = remainder / norm
            kept.append(j)
    return np.array(kept + collinear, dtype=np.intp), len(kept)


def _sweep(basis: Floats, column: Floats) -> Floats:
    # Twice is enough: the second pass removes what rounding left of the first (Kahan, Parlett).
    once = column - basis @ (basis.T @ column)
    return np.asarray(once - basis @ (basis.T @ once), dtype=np.float64)
