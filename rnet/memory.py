"""How much memory there is: what does not fit is refused in R's words, before it is tried."""

import os
from pathlib import Path

from rnet.conditions import RError

SLACK = 2.0**29
"""Bytes of a process that are not data: code, and what is mapped from files."""


def physical_memory() -> float:
    """Return the bytes of memory of the machine."""
    try:
        return float(os.sysconf("SC_PHYS_PAGES")) * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):  # not a POSIX system
        return 2.0**34


def size_text(size: float) -> str:
    """Return a number of bytes as R writes the size of a vector.

    Examples
    --------
    >>> size_text(8e12)
    '7450.6 Gb'
    """
    for unit, scale in (("Gb", 2.0**30), ("Mb", 2.0**20)):
        if size > scale:
            return f"{size / scale:.1f} {unit}"
    return f"{size / 1024:.1f} Kb"


def refusal(size: float, advice: str = "There is not so much memory.") -> RError:
    """Return R's error for a vector of so many bytes; it names no call."""
    error = RError(f"cannot allocate vector of size {size_text(size)}", advice)
    error.call = None
    return error


def make_room(count: float, each: float = 8) -> None:
    """Refuse a vector of so many elements that memory cannot hold.

    Raises
    ------
    RError
        R's `cannot allocate vector of size ...`
    """
    if count * each > physical_memory():
        raise refusal(count * each)


def refused(error: MemoryError) -> RError:
    """Return what Python could not hold as R's error; NumPy tells how large it would have been."""
    shape, kind = getattr(error, "shape", None), getattr(error, "dtype", None)
    if shape is None or kind is None:
        advice = "There is not so much memory."
        plain = RError("memory exhausted (limit reached?)", advice)
        plain.call = None
        return plain
    size = float(kind.itemsize)
    for extent in shape:
        size *= extent
    return refusal(size)


def keep_within_memory() -> None:
    """Let this process have no more memory than is free now: it fails, but is never killed."""
    try:
        import resource  # noqa: PLC0415 - only POSIX has it

        free = _free_memory()
    except (ImportError, OSError, ValueError, IndexError):  # no Linux
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if soft == resource.RLIM_INFINITY or soft > free:
        resource.setrlimit(resource.RLIMIT_DATA, (int(free + SLACK), hard))


def _free_memory() -> float:
    """Return the bytes that are free, here or in the container this runs in."""
    lines = Path("/proc/meminfo").read_text("ascii").splitlines()
    free = next(float(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable"))
    limit = Path("/sys/fs/cgroup/memory.max")
    if limit.exists():
        most = limit.read_text("ascii").strip()
        used = Path("/sys/fs/cgroup/memory.current").read_text("ascii")
        free = free if most == "max" else min(free, float(most) - float(used))
    return free
