"""The one place that says where work is done: here in threads, or on the cluster joblib chose."""

import operator
import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from itertools import islice
from typing import Any, TypeVar

from rnet.conditions import RError

T = TypeVar("T")
R = TypeVar("R")

# joblib's backends on this machine, where rnet's own threads do the same with less ado
LOCAL = {"LokyBackend", "MultiprocessingBackend", "SequentialBackend", "ThreadingBackend"}

TASKS_AHEAD = 2  # of each thread, so that little is done in vain when the rest is not wanted


def available_processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def worker_count(n_jobs: Any) -> int:
    """Return how many threads: all processors by default, one inside a task of joblib.

    Raises
    ------
    RError
        For what is no whole number, or 0.

    Examples
    --------
    >>> worker_count(3)
    3
    """
    if n_jobs is None:
        return 1 if inside_worker() else available_processors()
    try:
        count = 0 if isinstance(n_jobs, bool) else operator.index(n_jobs)
    except TypeError:
        count = 0
    if count == 0:
        raise RError("Argument 'n_jobs' must be a whole number", "-1 means all processors.")
    if count < 0:  # joblib's convention: -2 leaves one processor free
        return max(1, available_processors() + 1 + count)
    return count


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


def map_in_threads(function: Callable[[T], R], tasks: Sequence[T], workers: int) -> Iterator[R]:
    """Yield `function` of every task, in order, computed by threads.

    A long task does not keep the other threads waiting: they go on with later ones. Whoever stops
    asking leaves the tasks that have not begun undone.
    """
    with ThreadPoolExecutor(workers, thread_name_prefix="rnet") as pool:
        waiting = iter(tasks)
        begun: deque[Future[R]] = deque()
        running: set[Future[R]] = set()

        def top_up() -> None:
            new = [pool.submit(function, t) for t in islice(waiting, ahead - len(running))]
            begun.extend(new)
            running.update(new)

        ahead = TASKS_AHEAD * workers
        try:
            top_up()
            while begun:
                while not begun[0].done():
                    running = wait(running, return_when=FIRST_COMPLETED).not_done
                    top_up()
                yield begun.popleft().result()
                running = {task for task in running if not task.done()}
                top_up()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _backend() -> Any:
    """Return the backend in force; None while nobody has loaded joblib."""
    joblib = sys.modules.get("joblib")
    return None if joblib is None else joblib.parallel.get_active_backend()[0]
