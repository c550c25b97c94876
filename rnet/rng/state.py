"""The one random generator of the session, shared by everything that draws numbers."""

import os
import time

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.rng._stream import Stream

_STREAM = Stream()
_seeded = False


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
    if not _seeded:
        reseed(time_seed())
    return _STREAM


def stream() -> Stream:
    """Return the generator as it is, seeded or not."""
    return _STREAM


def reseed(seed: int) -> None:
    """Start the stream from a 32-bit number."""
    global _seeded  # noqa: PLW0603 - there is one stream, as in R
    _STREAM.seed(seed & 0xFFFFFFFF)
    _seeded = True


def time_seed() -> int:
    """Return a seed made of the time and the process number."""
    return (time.time_ns() ^ (os.getpid() << 16)) & 0xFFFFFFFF


def replace_state(state: npt.NDArray[np.int32]) -> None:
    """Put a saved state in place; it counts as seeded."""
    global _seeded  # noqa: PLW0603 - there is one stream, as in R
    try:
        _STREAM.restore(state)
    except ValueError as problem:
        raise RError(str(problem), "Give what random_seed() returned.") from None
    _seeded = True
