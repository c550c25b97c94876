"""The one random generator of the session, shared by everything that draws numbers.

R has no threads. Here all threads draw from the one stream, until a thread calls `set_seed`: from
then on it has a stream of its own, and neither it nor the others disturb each other's numbers.
"""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.rng._stream import Stream


class _Session:
    """A stream, and whether anybody has seeded it yet."""

    def __init__(self) -> None:
        self.stream = Stream()
        self.seeded = False


class _Own(threading.local):
    """The session a thread started by seeding it; None: it shares that of the process."""

    session: _Session | None = None


DRAWING = threading.RLock()
"""Held while a fit draws, so that its numbers follow each other in a shared stream."""

_SHARED = _Session()
_OWN = _Own()


def _session() -> _Session:
    return _OWN.session or _SHARED


def claim_stream() -> None:
    """Give this thread, unless it is the main one, a stream of its own of the same kinds."""
    if threading.current_thread() is threading.main_thread() or _OWN.session is not None:
        return
    session = _Session()
    session.stream.choose(_SHARED.stream.code)
    _OWN.session = session


@contextmanager
def own_stream() -> Iterator[None]:
    """Give this thread, inside the block, a stream of its own of the same kinds, yet unseeded.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> with own_stream():
    ...     rnet.set_seed(2)
    >>> rnet.runif(1).round(7).tolist()
    [0.2655087]
    """
    before, session = _OWN.session, _Session()
    session.stream.choose(_session().stream.code)
    _OWN.session = session
    try:
        yield
    finally:
        _OWN.session = before


def generator() -> Stream:
    """Return the session's generator, seeded from time and process if nobody has yet.

    Returns
    -------
    Stream
        `.uniform(n)`, `.normal(n)`, `.exponential(n)` give float64 arrays of length n,
        `.index(n)` a whole number in [0, n), `.save()` the state (R's `.Random.seed`) and
        `.restore(state)` puts it back.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> state = generator().save()
    >>> first = generator().uniform(3)
    >>> generator().restore(state)
    >>> bool((generator().uniform(3) == first).all())
    True
    """
    session = _session()
    if not session.seeded:
        reseed(time_seed())
    return session.stream


def stream() -> Stream:
    """Return the generator as it is, seeded or not."""
    return _session().stream


def reseed(seed: int) -> None:
    """Start the stream from a 32-bit number."""
    session = _session()
    session.stream.seed(seed & 0xFFFFFFFF)
    session.seeded = True


def time_seed() -> int:
    """Return a seed made of the time and the process number."""
    return (time.time_ns() ^ (os.getpid() << 16)) & 0xFFFFFFFF


def replace_state(state: npt.NDArray[np.int32]) -> None:
    """Put a saved state in place; it counts as seeded."""
    claim_stream()
    session = _session()
    try:
        session.stream.restore(state)
    except ValueError as problem:
        raise RError(str(problem), "Give what random_seed() returned.") from None
    session.seeded = True
