"""R's text of distances."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from rnet.printing.matrix import format_matrix
from rnet.printing.numbers import format_real


def format_dist(
    square: npt.NDArray[np.float64],
    labels: Sequence[str] | None,
    *,
    diag: bool,
    upper: bool,
    digits: int | None = None,
) -> str:
    """Return the triangle of distances as R prints it, without the last newline.

    Parameters
    ----------
    square : ndarray, shape (n, n)
    labels : sequence of str, optional
        Names of the objects; by default their numbers.
    diag, upper : bool
        Whether the diagonal and the upper triangle are shown.
    digits : int, optional
        Significant digits.

    Examples
    --------
    >>> print(format_dist(np.array([[0.0, 5.0], [5.0, 0.0]]), None, diag=False, upper=False))
      1
    2 5
    """
    n = len(square)
    if n < 2:
        return "dist(0)"
    names = list(labels or [str(place + 1) for place in range(n)])
    cells = np.array(format_real(square.ravel(), digits), dtype=object).reshape(n, n)
    if not upper:
        cells[np.triu_indices(n, 1)] = ""
    if not diag:
        np.fill_diagonal(cells, "")
    first, last = (0, n) if diag or upper else (1, n - 1)
    return format_matrix(cells[first:, :last], names[first:], names[:last], right=True)
