"""The condition number of a triangular matrix as LINPACK's `dtrco` estimates it.

Cline, Moler, Stewart and Wilkinson, SIAM J. Numer. Anal. 16 (1979); LINPACK Users' Guide, ch. 6.
R's `kappa` prints this estimate; LAPACK's is another.
"""

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float64]


def estimated_condition(upper: Floats) -> float:
    """Return the condition in the 1-norm of an upper triangular matrix, shape (k, k).

    Examples
    --------
    >>> estimated_condition(np.array([[2.0]]))
    1.0
    """
    if not len(upper):
        return 0.0
    norm = float(np.abs(upper).sum(axis=0).max())
    small = _growing_solution(upper)
    reciprocal = _shrinking(upper, small / np.abs(small).sum())
    return float(norm / reciprocal) if reciprocal else float("inf")


def _growing_solution(upper: Floats) -> Floats:
    """Solve U'z = e for the signs of e that make z grow."""
    size = len(upper)
    z, sign = np.zeros(size), 1.0
    for k in range(size):
        pivot = upper[k, k]
        if z[k] != 0:
            sign = np.copysign(sign, -z[k])
        if abs(sign - z[k]) > abs(pivot):
            scale = abs(pivot) / abs(sign - z[k])
            z, sign = z * scale, sign * scale
        first, second = sign - z[k], -sign - z[k]
        size_first, size_second = abs(first), abs(second)
        if pivot != 0:
            first, second = first / pivot, second / pivot
        else:
            first = second = 1.0
        rest, row = z[k + 1 :].copy(), upper[k, k + 1 :]
        size_first += np.abs(rest + first * row).sum()
        size_second += np.abs(rest + second * row).sum()
        chosen = second if size_first < size_second else first
        z[k + 1 :] = rest + chosen * row
        z[k] = chosen
    return z


def _shrinking(upper: Floats, start: Floats) -> float:
    """Solve Uz = y, scaled so that nothing overflows; return the norm of y by that of z."""
    z, norm = start.copy(), 1.0
    for k in reversed(range(len(upper))):
        pivot = abs(upper[k, k])
        if abs(z[k]) > pivot:
            scale = pivot / abs(z[k])
            z, norm = z * scale, norm * scale
        z[k] = z[k] / upper[k, k] if pivot else 1.0
        z[:k] -= z[k] * upper[:k, k]
    return norm / float(np.abs(z).sum())
