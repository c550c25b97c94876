"""Solutions of linear systems and determinants, every sum formed in R's order.

R's own library adds products one after the other; fast libraries add them in blocks and fuse
multiplication with addition, which gives other last bits.
"""

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError

Doubles = npt.NDArray[np.float64]


def factored(a: Doubles) -> tuple[Doubles, list[int], int]:
    """Return a square matrix's triangular factors by partial pivoting.

    Returns
    -------
    factors : ndarray
        The unit lower factor below the diagonal, the upper one on and above it.
    swaps : list of int
        The row each row was exchanged with.
    singular : int
        The number, from 1, of the first zero on the diagonal; 0 for none.
    """
    work = np.array(a, dtype=np.float64)
    swaps: list[int] = []
    singular = 0
    for k in range(len(work)):
        pivot = k + int(np.argmax(np.abs(work[k:, k])))
        swaps.append(pivot)
        if work[pivot, k] == 0.0:
            singular = singular or k + 1
            continue
        if pivot != k:
            work[[k, pivot]] = work[[pivot, k]]
        work[k + 1 :, k] *= 1.0 / work[k, k]
        work[k + 1 :, k + 1 :] -= work[k + 1 :, k, None] * work[k, k + 1 :]
    return work, swaps, singular


def determinant(a: Doubles) -> float:
    """Return the determinant, by the logarithms of the diagonal as R forms it."""
    factors, swaps, singular = factored(a)
    if singular:
        return 0.0
    diagonal = np.diag(factors)
    exchanged = sum(k != pivot for k, pivot in enumerate(swaps))
    sign = -1.0 if (int((diagonal < 0).sum()) + exchanged) % 2 else 1.0
    modulus = 0.0
    for item in diagonal:
        modulus += float(np.log(abs(item)))
    return sign * float(np.exp(modulus))


def solution(a: Doubles, b: Doubles) -> Doubles:
    """Return x of a x = b.

    Raises
    ------
    RError
        `Lapack routine dgesv: system is exactly singular`, `computationally singular`.
    """
    factors, swaps, singular = factored(a)
    if singular:
        place = f"U[{singular},{singular}] = 0"
        raise RError(f"Lapack routine dgesv: system is exactly singular: {place}")
    _refuse_ill_conditioned(a, factors)
    x = np.array(b, dtype=np.float64)
    for k, pivot in enumerate(swaps):
        if pivot != k:
            x[[k, pivot]] = x[[pivot, k]]
    for k in range(len(x)):
        x[k + 1 :] -= factors[k + 1 :, k, None] * x[k]
    for k in range(len(x) - 1, -1, -1):
        x[k] /= factors[k, k]
        x[:k] -= factors[:k, k, None] * x[k]
    return x


def _refuse_ill_conditioned(a: Doubles, factors: Doubles) -> None:
    from scipy.linalg import lapack

    reciprocal, _ = lapack.dgecon(factors, np.abs(a).sum(axis=0).max())
    if reciprocal < np.finfo(float).eps:
        from rnet.printing.numbers import number_text

        raise RError(
            "system is computationally singular: reciprocal condition number = "
            f"{number_text(float(reciprocal), 6)}"
        )
