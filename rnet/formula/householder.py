"""QR decomposition by Householder reflections, summed in order as LINPACK's `dqrdc` does.

LAPACK's blocked routines round differently, and R prints the difference: `contr.poly(3)` has
-7.850462e-17 where 0 would do, a mean of 20.090625 prints 20.09062 or 20.09063. With sums in
LINPACK's order coefficients have R's bits. (Dongarra and others, LINPACK Users' Guide, ch. 9.)
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

NEGLIGIBLE = 1e-7
"""R's tolerance for linear dependence."""

SMALLEST_SQUARE = 1e-280
"""Below this a sum of squares may have lost digits to underflow."""

CACHED_NUMBERS = 16384
"""How many doubles are worked on at a time."""

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
    work = np.array(x, dtype=np.float64, order="C")
    n, p = work.shape
    least = _least_lengths(work, tolerance)
    pivot, diagonal, rank = np.arange(p), np.zeros(p), p
    for j in range(min(n, p)):
        while j < rank and _length(work[j:, j]) < least[j]:
            order = [*range(j), *range(j + 1, p), j]
            # Rows must stay contiguous: NumPy adds down the columns in order only then.
            work, least, pivot = np.ascontiguousarray(work[:, order]), least[order], pivot[order]
            rank -= 1
        diagonal[j] = _annihilate(work[j:, j:])
    return Reflections(work, diagonal, pivot, min(rank, n))


def _least_lengths(work: Doubles, tolerance: float) -> Doubles:
    lengths = np.array([_length(column) for column in work.T])
    return np.asarray(tolerance * np.where(lengths == 0.0, 1.0, lengths), dtype=np.float64)


def _annihilate(block: Doubles) -> float:
    """Reflect a block so that its first column is zero below the top; return the top.

    The first column is overwritten by the vector of the reflection.
    """
    column = block[:, 0].copy()
    length = _length(column)
    if len(column) == 1 or length == 0.0:
        top = float(column[0])
        block[:, 0] = 0.0
        return top
    length = float(np.copysign(length, column[0]))
    column *= 1.0 / length
    column[0] += 1.0
    rest = block[:, 1:]
    factors = -_ordered_products(column, rest) / column[0]
    for rows in _row_blocks(rest):
        rest[rows] += factors * column[rows, np.newaxis]
    block[:, 0] = column
    return -length


def _length(vector: Doubles) -> float:
    with np.errstate(over="ignore", under="ignore"):
        squares = ordered_sum(vector * vector)
    if SMALLEST_SQUARE < squares < np.inf:
        return float(np.sqrt(squares))
    largest = float(np.max(np.abs(vector), initial=0.0))
    if largest == 0.0 or not np.isfinite(largest):
        return largest
    return largest * float(np.sqrt(ordered_sum((vector / largest) ** 2)))


def ordered_sum(values: Doubles) -> float:
    """Return the sum from first to last, without the pairing NumPy's `sum` does."""
    return float(np.cumsum(values)[-1]) if len(values) else 0.0


def _ordered_products(vector: Doubles, matrix: Doubles) -> Doubles:
    """Return vector (n,) times matrix (n, p), each of the p sums formed from first to last."""
    if matrix.shape[1] == 1:
        # NumPy would add a single column in pairs.
        return np.array([ordered_sum(vector * matrix[:, 0])])
    found = np.zeros((1, matrix.shape[1]))
    for rows in _row_blocks(matrix):
        products = vector[rows, np.newaxis] * matrix[rows]
        found = np.add.reduce(np.concatenate([found, products]), axis=0, keepdims=True)
    return np.asarray(found[0], dtype=np.float64)


def _row_blocks(matrix: Doubles) -> Iterator[slice]:
    """Yield slices of rows that stay in the processor's cache."""
    rows, columns = matrix.shape
    step = max(1, CACHED_NUMBERS // max(1, columns))
    return (slice(start, start + step) for start in range(0, rows, step))


def _reflect(vector: Doubles, y: Doubles) -> None:
    """Apply one reflection in place."""
    if vector[0] != 0.0:
        y += (-ordered_sum(vector * y) / vector[0]) * vector
