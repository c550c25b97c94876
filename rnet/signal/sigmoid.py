"""`sigmoid`, the logistic function, and its first two derivatives."""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError

Doubles = npt.NDArray[np.float64]


def sigmoid(x: Any) -> Any:
    """Return 1 / (1 + exp(-x)), elementwise.

    Parameters
    ----------
    x : float, array_like, Series or DataFrame

    Returns
    -------
    float, ndarray, Series or DataFrame
        Shaped as `x`, with its names.

    Raises
    ------
    RError
        `invalid argument to unary operator` for text.

    Notes
    -----
    R page: `?sigmoid` of package e1071.

    Examples
    --------
    >>> sigmoid(0)
    0.5
    """
    return _elementwise(x, _logistic)


def dsigmoid(x: Any) -> Any:
    """Return the first derivative of `sigmoid`, s (1 - s), elementwise.

    Parameters
    ----------
    x : float, array_like, Series or DataFrame

    Returns
    -------
    float, ndarray, Series or DataFrame
        Shaped as `x`, with its names.

    Raises
    ------
    RError
        `invalid argument to unary operator` for text.

    Notes
    -----
    R page: `?dsigmoid` of package e1071.

    Examples
    --------
    >>> dsigmoid([0, 50]).tolist()
    [0.25, 0.0]
    """
    return _elementwise(x, _slope)


def d2sigmoid(x: Any) -> Any:
    """Return the second derivative of `sigmoid`, s (1 - s) (1 - 2 s), elementwise.

    Parameters
    ----------
    x : float, array_like, Series or DataFrame

    Returns
    -------
    float, ndarray, Series or DataFrame
        Shaped as `x`, with its names.

    Raises
    ------
    RError
        `invalid argument to unary operator` for text.

    Notes
    -----
    R page: `?d2sigmoid` of package e1071.

    Examples
    --------
    >>> d2sigmoid(0)
    0.0
    """
    return _elementwise(x, _curvature)


def _logistic(x: Doubles) -> Doubles:
    with np.errstate(over="ignore"):
        return np.asarray(1 / (1 + np.exp(-x)))


def _slope(x: Doubles) -> Doubles:
    value = _logistic(x)
    return value * (1 - value)


def _curvature(x: Doubles) -> Doubles:
    value = _logistic(x)
    return value * (1 - value) * (1 - 2 * value)


def _elementwise(x: Any, function: Callable[[Doubles], Doubles]) -> Any:
    values = np.asarray(x)
    if values.dtype.kind not in "biuf":
        raise RError("invalid argument to unary operator", "Give numbers.")
    found = function(values.astype(np.float64))
    if isinstance(x, pd.DataFrame):
        frame = pd.DataFrame(found, index=x.index, columns=x.columns)
        frame.attrs.update(x.attrs)
        return frame
    if isinstance(x, pd.Series):
        return pd.Series(found, index=x.index)
    return found if found.ndim else float(found)
