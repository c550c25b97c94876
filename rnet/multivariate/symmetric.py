"""Eigenvalues of symmetric matrices, by the routine of LAPACK that R calls."""

import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]


def eigen_symmetric(matrix: Doubles) -> tuple[Doubles, Doubles]:
    """Return eigenvalues, largest first, and eigenvectors in columns, with R's signs.

    Parameters
    ----------
    matrix : ndarray, shape (p, p)
        Its lower triangle is read.

    Examples
    --------
    >>> eigen_symmetric(np.array([[2.0, 0.0], [0.0, 3.0]]))[0].tolist()
    [3.0, 2.0]
    """
    from scipy.linalg import eigh  # noqa: PLC0415 - SciPy is heavy

    values, vectors = eigh(matrix, lower=True, driver="evr")
    return values[::-1], vectors[:, ::-1]
