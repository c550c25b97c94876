"""SciPy's matrix product, for compiled code."""

from functools import cache
from typing import Any


@cache
def dgemm() -> Any:
    """Return the capsule of SciPy's `dgemm`; None where SciPy hides it."""
    from scipy.linalg import cython_blas  # noqa: PLC0415 - takes long, and only training wants it

    return getattr(cython_blas, "__pyx_capi__", {}).get("dgemm")
