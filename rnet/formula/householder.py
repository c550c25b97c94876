"""QR decomposition by Householder reflections, summed in order as LINPACK's `dqrdc` does.

LAPACK's blocked routines round differently; orthogonal polynomials show the difference in
their last bits, and R prints them (`contr.poly(3)` has -7.850462e-17 where 0 would do).
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

NEGLIGIBLE = 1e-7
"""R's tolerance for linear dependence."""

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Reflections:
    """A decomposition X = QR.

    Attributes
    ----------
    vectors : ndarray, shape (n, p)
        Column j holds the j-th reflection's vector below and on the diagonal.
    diagonal : ndarray, shape (p,)
        The diagonal of R.
    rank : int
        How many reflections Q is the product of: columns not moved to the right edge.
    """

    vectors: Doubles
    diagonal: Doubles
    rank: int

    def times(self, y: Doubles) -> Doubles:
        """Return Q y for a vector of length n."""
        found = y.copy()
        for j in reversed(range(self.rank)):
            _reflect(self.vectors[j:, j], found[j:])
        return found

    def transposed_times(self, y: Doubles) -> Doubles:
        """Return Q' y for a vector of length n."""
        found = y.copy()
        for j in range(self.rank):
            _reflect(self.vectors[j:, j], found[j:])
        return found


def decompose(x: Doubles) -> Reflections:
    """Return the Householder decomposition of a matrix of n rows and p columns.

    As in R's `qr`, a column that the columns before it explain but for `NEGLIGIBLE` of its
    length is moved to the right edge; the columns behind it move up.
    """
    work = np.array(x, dtype=np.float64, order="F")
    n, p = work.shape
    lengths = np.array([_length(column) for column in work.T])
    diagonal = np.zeros(p)
    rank = p
    for j in range(min(n, p)):
        while j < rank and _length(work[j:, j]) < lengths[j] * NEGLIGIBLE:
            order = [*range(j), *range(j + 1, p), j]
            work, lengths = np.asfortranarray(work[:, order]), lengths[order]
            rank -= 1
        column = work[j:, j]
        length = _length(column)
        if j == n - 1 or length == 0.0:
            diagonal[j] = column[0]
            work[j:, j] = 0.0
            continue
        length = np.copysign(length, column[0])
        column *= 1.0 / length
        column[0] += 1.0
        for other in range(j + 1, p):
            _reflect(column, work[j:, other])
        diagonal[j] = -length
        work[:j, j] = 0.0
    return Reflections(work, diagonal, min(rank, n))


def _length(vector: Doubles) -> float:
    return float(np.sqrt(ordered_sum(vector * vector)))


def ordered_sum(values: Doubles) -> float:
    """Return the sum from first to last, without the pairing NumPy's `sum` does."""
    return float(np.cumsum(values)[-1]) if len(values) else 0.0


def _reflect(vector: Doubles, y: Doubles) -> None:
    """Apply one reflection in place."""
    if vector[0] != 0.0:
        y += (-ordered_sum(vector * y) / vector[0]) * vector
