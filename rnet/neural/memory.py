"""Whether a network fits in memory."""

import os

from rnet.conditions import RError


def check_memory(weights: int, repetitions: int) -> None:
    """Refuse a network that cannot be held, instead of being killed for it.

    Parameters
    ----------
    weights : int
        Of one repetition.
    repetitions : int
        How many are held at once.

    Raises
    ------
    RError
        R's `cannot allocate vector of size ...`
    """
    needed = 8.0 * weights * (repetitions + 6)
    if needed > _memory():
        raise RError(
            f"cannot allocate vector of size {_size_text(8.0 * weights)}",
            f"{repetitions} repetition(s) of {weights} weights do not fit in memory.",
        )


def _memory() -> float:
    try:
        return float(os.sysconf("SC_PHYS_PAGES")) * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):  # not a POSIX system
        return 2.0**34


def _size_text(size: float) -> str:
    for unit, scale in (("Gb", 2.0**30), ("Mb", 2.0**20)):
        if size > scale:
            return f"{size / scale:.1f} {unit}"
    return f"{size / 1024:.1f} Kb"
