"""QR decomposition by Householder reflections, summed in order as LINPACK's `dqrdc` does.

LAPACK's blocked routines round differently, and R prints the difference: `contr.poly(3)` has
-7.850462e-17 where 0 would do, a mean of 20.090625 prints 20.09062 or 20.09063. With sums in
LINPACK's order coefficients have R's bits. (Dongarra and others, LINPACK Users' Guide, ch. 9.)
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnet.formulas import _householder

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
        return self._rotated(y, backwards=True)

    def transposed_times(self, y: Doubles) -> Doubles:
        """Return Q' y for a vector of length n."""
        return self._rotated(y, backwards=False)

    def _rotated(self, y: Doubles, *, backwards: bool) -> Doubles:
        found = np.array(y, dtype=np.float64, order="C")
        _householder.rotate(self.packed, found, self.rank, backwards)
        return found

    def solve(self, y: Doubles) -> Doubles:
        """Return the solution b of R b = y for the independent columns, shape (rank,)."""
        found = y[: self.rank].copy()
        for j in reversed(range(self.rank)):
            found[j] /= self.diagonal[j]
            found[:j] -= found[j] * self.packed[:j, j]
        return found


def decompose(
    x: Doubles,
    tolerance: float = NEGLIGIBLE,
    factors: Doubles | None = None,
    room: Doubles | None = None,
    carried: Doubles | None = None,
) -> Reflections:
    """Return the Householder decomposition of a matrix of n rows and p columns.

    As in R's `qr`, a column that the columns before it explain but for `tolerance` of its
    length is moved to the right edge; the columns behind it move up.

    Parameters
    ----------
    x : ndarray, shape (n, p)
    tolerance : float
    factors : ndarray, shape (n,), optional
        What the rows of x are multiplied by.
    room : ndarray, optional
        The packed columns of a decomposition no longer needed: their memory is used again.
    carried : ndarray, shape (n,), optional
        A vector y, overwritten by Q'y: what `transposed_times` gives, in the same pass.
    """
    given = np.asarray(x, dtype=np.float64, order="F")
    is_roomy = room is not None and room.shape == given.shape and room.flags.f_contiguous
    work = room if is_roomy and room is not None else np.empty(given.shape, order="F")
    diagonal, pivot = np.zeros(given.shape[1]), np.arange(given.shape[1], dtype=np.int64)
    rows = None if factors is None else np.ascontiguousarray(factors, dtype=np.float64)
    rank = _householder.decompose(given, rows, work, carried, diagonal, pivot, tolerance)
    moved = (np.diff(pivot) != 1).any()
    packed = np.asfortranarray(work[:, pivot]) if moved else work
    return Reflections(packed, diagonal, pivot.astype(np.intp), rank)
