"""`bincombinations`: all vectors of zeros and ones."""

from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError

MOST = 24


def bincombinations(p: Any) -> npt.NDArray[np.int64]:
    """Return all vectors of p zeros and ones, in the order in which one counts.

    Parameters
    ----------
    p : int
        1 to 24.

    Returns
    -------
    ndarray of int, shape (2^p, p)

    Raises
    ------
    RError
        `subscript out of bounds` for 0; R's `invalid 'ncol' value (< 0)`.

    Notes
    -----
    R page: `?bincombinations` of package e1071.

    Examples
    --------
    >>> bincombinations(2).tolist()
    [[0, 0], [0, 1], [1, 0], [1, 1]]
    """
    if not isinstance(p, int | float | np.number) or p != int(p) or p > MOST:
        raise RError("invalid 'ncol' value", f"p is a whole number from 1 to {MOST}.")
    if p < 1:
        message = "invalid 'ncol' value (< 0)" if p < 0 else "subscript out of bounds"
        raise RError(message, f"p is a whole number from 1 to {MOST}.")
    numbers = np.arange(2 ** int(p))
    return np.asarray((numbers[:, None] >> np.arange(int(p))[::-1]) & 1)
