"""The one place that asks joblib where to work: here, or on the cluster the user chose."""

import sys
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

# joblib's backends on this machine, where rnet's own threads do the same with less ado
LOCAL = {"LokyBackend", "MultiprocessingBackend", "SequentialBackend", "ThreadingBackend"}


def cluster_size() -> int:
    """Return how many workers the cluster has that `joblib.parallel_config` chose; 0 for none.

    Examples
    --------
    >>> cluster_size()
    0
    """
    backend = _backend()
    if backend is None or type(backend).__name__ in LOCAL:
        return 0
    return max(1, int(backend.effective_n_jobs(-1)))


def inside_worker() -> bool:
    """Whether this runs inside a task of joblib, whose siblings have the processors."""
    backend = _backend()
    return backend is not None and (getattr(backend, "nesting_level", 0) or 0) > 0


def map_on_cluster(function: Callable[[T], R], tasks: Iterable[T]) -> list[R]:
    """Return `function` of every task, computed by the workers of the cluster."""
    import joblib  # noqa: PLC0415 - loaded by then

    found: list[Any] = joblib.Parallel(n_jobs=-1)(joblib.delayed(function)(task) for task in tasks)
    return found


def _backend() -> Any:
    """Return the backend in force; None while nobody has loaded joblib."""
    joblib = sys.modules.get("joblib")
    return None if joblib is None else joblib.parallel.get_active_backend()[0]
