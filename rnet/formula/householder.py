"""QR decomposition by Householder reflections, summed in order as LINPACK's `dqrdc` does.

LAPACK's blocked routines round differently, and R prints the difference: `contr.poly(3)` has
-7.850462e-17 where 0 would do, a mean of 20.090625 prints 20.09062 or 20.09063. With sums in
LINPACK's order coefficients have R's bits. (Dongarra and others, LINPACK Users' Guide, ch. 9.)
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnet.formula import _householder

NEGLIGIBLE = 1e-7
"""R's tolerance for linear dependence."""

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Reflections:
    """A decomposition X = QR of n rows and p columns, some columns moved to the right edge.

    Attributes
    ----------
    packed : ndarray, shape (n, p)
        Column j holds the j-th reflection's vector on and below the diagonal, R's column above.
    diagonal : ndarray, shape (p,)
        The diagonal of R.
    pivot : ndarray of int, shape (p,)
        Where each column came from, 0-based; the first `rank` are independent.
    rank : int
        How many reflections Q is the product of: columns not moved to the right edge.
    """

    packed: Doubles
    diagonal: Doubles
    pivot: npt.NDArray[np.intp]
    rank: int

    @property
    def upper(self) -> Doubles:
        """R of the independent columns, shape (rank, rank)."""
        upper = np.triu(self.packed[: self.rank, : self.rank], 1)
        np.fill_diagonal(upper, self.diagonal[: self.rank])
        return upper

    def times(self, y: Doubles) -> Doubles:
        """Return Q y for a vector of length n."""
        found = y.copy()
        for j in reversed(range(self.rank)):
            _reflect(self.packed[j:, j], found[j:])
        return found

    def transposed_times(self, y: Doubles) -> Doubles:
        """Return Q' y for a vector of length n."""
        found = y.copy()
        for j in range(self.rank):
            _reflect(self.packed[j:, j], found[j:])
        return found

    def solve(self, y: Doubles) -> Doubles:
        """Return the solution b of R b = y for the independent columns, shape (rank,)."""
        found = y[: self.rank].copy()
        for j in reversed(range(self.rank)):
            found[j] /= self.diagonal[j]
            found[:j] -= found[j] * self.packed[:j, j]
        return found


def decompose(x: Doubles, tolerance: float = NEGLIGIBLE) -> Reflections:
    """Return the Householder decomposition of a matrix of n rows and p columns.

    As in R's `qr`, a column that the columns before it explain but for `tolerance` of its
    length is moved to the right edge; the columns behind it move up.
    """
    work = np.array(x, dtype=np.float64, order="F")
    diagonal, pivot = np.zeros(work.shape[1]), np.arange(work.shape[1], dtype=np.int64)
    rank = _householder.decompose(work, diagonal, pivot, tolerance)
    moved = (np.diff(pivot) != 1).any()
    return Reflections(work[:, pivot] if moved else work, diagonal, pivot.astype(np.intp), rank)


def ordered_sum(values: Doubles) -> float:
    """Return the sum from first to last, without the pairing NumPy's `sum` does."""
    return float(np.cumsum(values)[-1]) if len(values) else 0.0


def _reflect(vector: Doubles, y: Doubles) -> None:
    """Apply one reflection in place."""
    if vector[0] != 0.0:
        y += (-ordered_sum(vector * y) / vector[0]) * vector
