"""`permutations`: all orders of 1 to n, in e1071's order."""

import math
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError

MOST = 10
"""Eleven numbers have forty million orders, three gigabytes of them."""


def permutations(n: Any) -> npt.NDArray[np.int64]:
    """Return all orders of the numbers 1 to n.

    Parameters
    ----------
    n : int
        At most 10.

    Returns
    -------
    ndarray of int, shape (n!, n)

    Raises
    ------
    RError
        `n must be a positive integer`.

    Notes
    -----
    R page: `?permutations` of package e1071. The orders of n numbers are those of n - 1 with n
    put at their end, then all of these turned left by one place, by two, and so on.

    Examples
    --------
    >>> permutations(2).tolist()
    [[1, 2], [2, 1]]
    """
    whole = isinstance(n, int | float | np.number) and math.isfinite(n) and n == int(n)
    if not whole or n < 1:
        raise RError("n must be a positive integer", f"Not {n!r}.")
    if n > MOST:
        raise RError(
            f"cannot allocate the {math.factorial(int(n))} permutations of {int(n)}",
            f"Take n up to {MOST}.",
        )
    rows = np.ones((1, 1), dtype=np.int64)
    for last in range(2, int(n) + 1):
        longer = np.column_stack([rows, np.full(len(rows), last)])
        rows = np.concatenate([np.roll(longer, -turn, axis=1) for turn in range(last)])
    return rows
