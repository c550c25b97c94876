"""Orthogonal polynomials on given points, and on new ones through their recursion."""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnet.formulas.householder import decompose
from rnet.sums import extended_sum, running_total

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Recursion:
    """Coefficients of the three-term recursion p_{j+1} = (x - alpha_j) p_j - beta_j p_{j-1}.

    Attributes
    ----------
    alpha : ndarray, shape (degree,)
    norm2 : ndarray, shape (degree + 2,)
        Squared norms of the monic polynomials, a 1 in front.
    """

    alpha: Doubles
    norm2: Doubles


def orthonormal(x: Doubles, degree: int) -> tuple[Doubles, Recursion]:
    """Return the orthonormal polynomials of degree 1 to `degree` at the points x.

    Parameters
    ----------
    x : ndarray, shape (n,)
        More than `degree` distinct points.
    degree : int

    Returns
    -------
    values : ndarray, shape (n, degree)
    recursion : Recursion
        What gives the same polynomials elsewhere.

    Notes
    -----
    Kennedy, W. J. and Gentle, J. E. (1980), Statistical Computing, section 8.3.
    """
    centre = float(running_total(x) / len(x))
    centre += float(running_total(x - np.longdouble(centre)) / len(x))
    centred = x - centre
    qr = decompose(np.column_stack([_power(centred, power) for power in range(degree + 1)]))
    raw = np.empty((len(x), degree + 1))
    for j in range(degree + 1):
        unit = np.zeros(len(x))
        unit[j] = qr.diagonal[j]
        raw[:, j] = qr.times(unit)
    squares = raw * raw
    norm2 = np.array([extended_sum(column) for column in squares.T])
    alpha = np.array([extended_sum(centred * column) for column in squares.T]) / norm2 + centre
    values = raw / np.sqrt(norm2)
    return values[:, 1:], Recursion(alpha[:degree], np.concatenate([[1.0], norm2]))


def at(recursion: Recursion, x: Doubles) -> Doubles:
    """Return the orthonormal polynomials of a recursion at other points, shape (n, degree)."""
    degree = len(recursion.alpha)
    values = np.ones((len(x), degree + 1))
    values[:, 1] = x - recursion.alpha[0]
    norm2 = recursion.norm2
    for j in range(1, degree):
        values[:, j + 1] = (x - recursion.alpha[j]) * values[:, j] - (
            norm2[j + 1] / norm2[j]
        ) * values[:, j - 1]
    return values[:, 1:] / np.sqrt(norm2[2:])


def _power(x: Doubles, exponent: int) -> Doubles:
    """Return x^exponent with the C library's rounding, which is R's."""
    if exponent <= 2:
        return x**exponent
    return np.array([math.pow(value, exponent) for value in x.tolist()])
