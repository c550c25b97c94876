"""QR decomposition by Householder reflections, summed in order as LINPACK's `dqrdc` does.

LAPACK's blocked routines round differently; orthogonal polynomials show the difference in
their last bits, and R prints them (`contr.poly(3)` has -7.850462e-17 where 0 would do).
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

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
    """

    vectors: Doubles
    diagonal: Doubles

    def times(self, y: Doubles) -> Doubles:
        """Return Q y for a vector of length n."""
        found = y.copy()
        for j in reversed(range(self.vectors.shape[1])):
            _reflect(self.vectors[j:, j], found[j:])
        return found

    def transposed_times(self, y: Doubles) -> Doubles:
        """Return Q' y for a vector of length n."""
        found = y.copy()
        for j in range(self.vectors.shape[1]):
            _reflect(self.vectors[j:, j], found[j:])
        return found


def decompose(x: Doubles) -> Reflections:
    """Return the Householder decomposition of a matrix of full rank, n rows, p columns."""
    work = np.array(x, dtype=np.float64, order="F")
    n, p = work.shape
    diagonal = np.zeros(p)
    for j in range(min(n, p)):
        column = work[j:, j]
        length = np.sqrt(ordered_sum(column * column))
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
    return Reflections(work, diagonal)


def ordered_sum(values: Doubles) -> float:
    """Return the sum from first to last, without the pairing NumPy's `sum` does."""
    return float(np.cumsum(values)[-1]) if len(values) else 0.0


def _reflect(vector: Doubles, y: Doubles) -> None:
    """Apply one reflection in place."""
    if vector[0] != 0.0:
        y += (-ordered_sum(vector * y) / vector[0]) * vector
