"""An autoencoder beside as many principal components."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import numpy.typing as npt

from rnet.multivariate.prcomp import Prcomp, prcomp
from rnet.printing.matrix import format_matrix
from rnet.printing.numbers import format_real
from rnet.record import Record
from rnet.values import named_matrix

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class PcaComparison(Record):
    """What an autoencoder and principal components leave of the same cases.

    Attributes
    ----------
    k : int
        Code units, and components.
    error, error_pca : float
        Mean squared errors of the reconstructions of n cases of p variables.
    angles : ndarray, shape (min(k, p),)
        Principal angles in degrees, the smallest first, between the first k directions of the
        autoencoder's reconstructions of the cases fitted and those of the cases: all 0 where
        both span the same space.
    pca : Prcomp
        All components of the cases fitted.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("k", "error", "error.pca", "angles", "pca")

    k: int
    error: float
    error_pca: float
    angles: Doubles
    pca: Prcomp

    def __str__(self) -> str:
        return format_comparison(self)


def compare_with_pca(
    x: Doubles,
    rows: Doubles,
    restore: Callable[[Doubles], Doubles],
    k: int,
    names: Sequence[str],
) -> PcaComparison:
    """Compare on rows, (m, p), an autoencoder with k components, both of cases x, (n, p)."""
    pca = components(x, names)
    kept = min(k, pca.rotation.shape[1])
    directions = pca.rotation.to_numpy()[:, :kept]
    # The space of a linear decoder is that of its reconstructions; of others the best one is.
    found = components(restore(x), names).rotation.to_numpy()[:, :kept]
    return PcaComparison(
        k=k,
        error=_error(rows, restore(rows)),
        error_pca=_error(rows, pca_reconstruction(pca, rows, kept)),
        angles=principal_angles(directions, found),
        pca=pca,
    )


def components(x: Doubles, names: Sequence[str]) -> Prcomp:
    """Return the principal components of cases, (n, p)."""
    return prcomp(named_matrix(x, None, list(names)))


def pca_reconstruction(pca: Prcomp, x: Doubles, k: int) -> Doubles:
    """Return what k components leave of cases x, (n, p)."""
    center, directions = np.asarray(pca.center), pca.rotation.to_numpy()[:, :k]
    return np.asarray((x - center) @ directions @ directions.T + center)


def principal_angles(a: Doubles, b: Doubles) -> Doubles:
    """Return the angles in degrees between the spaces of columns that are orthonormal, (p, k).

    Small angles by their sines, which tell them apart where cosines round to 1 (Bjoerck and Golub
    1973).

    Examples
    --------
    >>> principal_angles(np.eye(3)[:, :2], np.eye(3)[:, 1:]).tolist()
    [0.0, 90.0]
    """
    cosines = np.clip(np.linalg.svd(a.T @ b, compute_uv=False), 0.0, 1.0)
    sines = np.clip(np.linalg.svd(b - a @ (a.T @ b), compute_uv=False)[::-1], 0.0, 1.0)
    angles = np.where(cosines**2 > 0.5, np.arcsin(sines), np.arccos(cosines))
    return np.asarray(np.degrees(np.sort(angles)))


def format_comparison(result: PcaComparison) -> str:
    """Return the errors and the angles."""
    errors = format_real(np.array([result.error_pca, result.error]), digits=4)
    rows = ["principal components", "autoencoder"]
    table = format_matrix(
        [[error] for error in errors], rows, ["mean squared error"], right=True, quote=False
    )
    angles = " ".join(text.strip() for text in format_real(result.angles, digits=3))
    return f"Code of {result.k} units\n\n{table}\n\nprincipal angles in degrees: {angles}"


def _error(x: Doubles, found: Doubles) -> float:
    return float(np.mean((found - x) ** 2))
