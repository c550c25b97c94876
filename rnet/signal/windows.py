"""Window functions: weights of the points of a signal."""

import math
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError

Doubles = npt.NDArray[np.float64]


def hamming_window(n: Any) -> Doubles:
    """Return the Hamming window, 0.54 - 0.46 cos(2 pi i / (n - 1)).

    Parameters
    ----------
    n : int
        How many points, at least 1.

    Returns
    -------
    ndarray, shape (n,)

    Raises
    ------
    RError
        `non-numeric argument to binary operator`; for less than one point.

    Notes
    -----
    R page: `?hamming.window` of package e1071.

    Examples
    --------
    >>> hamming_window(3).round(2).tolist()
    [0.08, 1.0, 0.08]
    """
    return _cosine_window(n, 0.54, 0.46)


def hanning_window(n: Any) -> Doubles:
    """Return the Hann window, 0.5 - 0.5 cos(2 pi i / (n - 1)).

    Parameters
    ----------
    n : int
        How many points, at least 1.

    Returns
    -------
    ndarray, shape (n,)

    Raises
    ------
    RError
        `non-numeric argument to binary operator`; for less than one point.

    Notes
    -----
    R page: `?hanning.window` of package e1071.

    Examples
    --------
    >>> hanning_window(3).tolist()
    [0.0, 1.0, 0.0]
    """
    return _cosine_window(n, 0.5, 0.5)


def rectangle_window(n: Any) -> Doubles:
    """Return the rectangular window, n ones.

    Parameters
    ----------
    n : int
        How many points.

    Returns
    -------
    ndarray, shape (n,)

    Raises
    ------
    RError
        `invalid 'times' argument` for a negative number.

    Notes
    -----
    R page: `?rectangle.window` of package e1071.

    Examples
    --------
    >>> rectangle_window(2).tolist()
    [1.0, 1.0]
    """
    if not isinstance(n, int | float | np.number) or not math.isfinite(n) or n < 0:
        raise RError("invalid 'times' argument", "Give a number of points, zero or more.")
    return np.ones(int(n))


def _cosine_window(n: Any, mean: float, swing: float) -> Doubles:
    if not isinstance(n, int | float | np.number):
        raise RError("non-numeric argument to binary operator", "Give a number of points.")
    if not (math.isfinite(n) and n >= 1):
        raise RError("invalid 'times' argument", "Give a number of points, at least 1.")
    if n == 1:
        return np.ones(1)
    steps = np.arange(math.floor(n))
    return np.asarray(mean - swing * np.cos(2 * np.pi * steps / (n - 1)))
