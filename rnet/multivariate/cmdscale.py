"""`cmdscale`: points whose distances are given."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError, warn
from rnet.multivariate.distances import read_distances
from rnet.multivariate.symmetric import eigen_symmetric
from rnet.printing.show import format_r
from rnet.record import Record
from rnet.values import named_matrix

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Scaling(Record):
    """Points and how well they fit.

    Attributes
    ----------
    points : DataFrame or ndarray, shape (n, k)
    eig : ndarray or None, shape (n,)
        All eigenvalues.
    x : ndarray or None, shape (n, n)
        The doubly centred matrix.
    ac : float
        The constant added to the distances.
    GOF : ndarray, shape (2,)
        Share of the kept eigenvalues in all absolute, and in all positive ones.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("points", "eig", "x", "ac", "GOF")

    points: Any
    eig: Doubles | None
    x: Doubles | None
    ac: float
    GOF: Doubles

    def __str__(self) -> str:
        return format_r({name: self[name] for name in self.COMPONENTS})


def cmdscale(
    d: Any,
    k: int = 2,
    eig: bool = False,
    add: bool = False,
    x_ret: bool = False,
    list_: bool | None = None,
) -> Any:
    """Find points in few dimensions whose distances are nearly those given.

    Parameters
    ----------
    d : Dist or square matrix
    k : int
        Dimensions.
    eig, x_ret : bool
        Whether to return the eigenvalues and the doubly centred matrix.
    add : bool
        Whether to add the smallest constant to the distances that makes them Euclidean.
    list_ : bool, optional
        Whether to return a record; by default where one of the others is True.

    Returns
    -------
    DataFrame or ndarray, shape (n, k); or Scaling

    Raises
    ------
    RError
        `NA values not allowed in 'd'`, `'k' must be in {1, 2, ..  n - 1}`.

    Notes
    -----
    R page: `?cmdscale`. Torgerson (1958); Cailliez (1983), Psychometrika 48:343.

    Examples
    --------
    >>> from rnet import cmdscale, dist
    >>> abs(cmdscale(dist([0.0, 1.0, 3.0]), k=1)).round(3).ravel().tolist()
    [1.333, 0.333, 1.667]
    """
    given = read_distances(d, "distances must be result of 'dist' or a square matrix")
    if np.isnan(given.values).any():
        raise RError("NA values not allowed in 'd'", "Fill in the missing distances.")
    n, size = given.size, int(k)
    if not 1 <= size <= n - 1:
        raise RError("'k' must be in {1, 2, ..  n - 1}", f"There are {n} objects.")
    square = given.square()
    constant = _additive_constant(square) if add else 0.0
    if add:
        square = np.where(np.eye(n, dtype=np.bool_), 0.0, square + constant)
    centred = _doubly_centred(square**2)
    values, vectors = eigen_symmetric(-centred / 2)
    kept = values[:size] > 0
    if not kept.all():
        warn(
            f"only {int(kept.sum())} of the first {size} eigenvalues are > 0",
            "Fewer dimensions hold these distances.",
        )
    points = vectors[:, :size][:, kept] * np.sqrt(values[:size][kept])
    named = points if given.labels is None else named_matrix(points, given.labels)
    if not (eig or add or x_ret if list_ is None else list_):
        return named
    total = float(values[:size].sum())
    fit = total / np.array([np.abs(values).sum(), np.maximum(values, 0).sum()])
    return Scaling(named, values if eig else None, centred if x_ret else None, constant, fit)


def _doubly_centred(squares: Doubles) -> Doubles:
    by_row = squares - squares.mean(axis=1, keepdims=True)
    return np.asarray(by_row - by_row.mean(axis=0))


def _additive_constant(square: Doubles) -> float:
    """Return the largest eigenvalue of Cailliez' matrix."""
    n = len(square)
    block = np.zeros((2 * n, 2 * n))
    block[:n, n:] = -_doubly_centred(square**2)
    block[n:, :n] = -np.eye(n)
    block[n:, n:] = 2 * _doubly_centred(square)
    return float(np.linalg.eigvals(block).real.max())
