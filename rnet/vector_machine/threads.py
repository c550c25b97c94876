"""Keep compiled libraries from spreading small tasks over threads that wait for each other."""

import functools
from contextlib import AbstractContextManager
from typing import Any


def single_thread(library: str) -> AbstractContextManager[Any]:
    """Return a context in which "openmp" or "blas" works in the calling thread alone."""
    return _thread_pools(library).limit(limits=1, user_api=library)  # type: ignore[no-any-return]


@functools.cache
def _thread_pools(library: str) -> Any:
    """Return the control over the threads of all libraries loaded when `library` first worked."""
    del library
    from threadpoolctl import ThreadpoolController  # noqa: PLC0415 - scikit-learn brings it

    return ThreadpoolController()
