"""Elementwise functions of arrays with the C library's bits; NumPy's own differ in the last."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from rnet.neural import _kernel

Doubles = npt.NDArray[np.float64]


def c_function(function: Callable[[Doubles], Doubles]) -> Callable[[Doubles], Doubles]:
    """Apply a kernel function of contiguous vectors to an array of any shape."""

    def applied(x: Doubles) -> Doubles:
        flat = np.ascontiguousarray(x, dtype=np.float64).ravel()
        return function(flat).reshape(np.shape(x))

    return applied


exp = c_function(_kernel.exp)
log = c_function(_kernel.log)
tanh = c_function(_kernel.tanh)
