"""Sums and products formed as R forms them: to the last digit where that can be had."""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


def total(values: npt.ArrayLike) -> float:
    """Return the sum, carried in extended precision as R's `sum` is.

    Examples
    --------
    >>> total([0.1] * 10)
    1.0
    """
    return float(np.sum(np.asarray(values, dtype=np.float64), dtype=np.longdouble))


def linear_combination(matrix: Floats, coefficients: Floats) -> Floats:
    """Return matrix (n, p) times coefficients (p,), column after column; NaN ones are left out.

    Examples
    --------
    >>> linear_combination(np.array([[1.0, 2.0]]), np.array([3.0, np.nan])).tolist()
    [3.0]
    """
    found = np.zeros(len(matrix))
    for j in np.flatnonzero(~np.isnan(coefficients)):
        found += matrix[:, j] * coefficients[j]
    return found
