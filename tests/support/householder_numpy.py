"""The Householder decomposition in NumPy alone: the twin the compiled one is tested against."""

from collections.abc import Iterator

import numpy as np

from rnet.formulas.householder import Doubles, Reflections

NEGLIGIBLE = 1e-7
SMALLEST_SQUARE = 1e-280
CACHED_NUMBERS = 16384


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


def reflect(vector: Doubles, y: Doubles) -> None:
    """Apply one reflection in place."""
    if vector[0] != 0.0:
        y += (-ordered_sum(vector * y) / vector[0]) * vector


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


def ordered_sum(values: Doubles) -> float:
    """Return the sum from first to last, without the pairing NumPy's `sum` does."""
    return float(np.cumsum(values)[-1]) if len(values) else 0.0
