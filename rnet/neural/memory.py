"""Whether a network fits in memory."""

from rnet.conditions import RError
from rnet.memory import physical_memory, size_text
from rnet.neural.network import Layout

BLOCK = 64  # rows the kernel works on at once


def check_memory(layout: Layout, rows: int, repetitions: int) -> None:
    """Refuse a network that cannot be held, instead of being killed for it.

    Parameters
    ----------
    layout : Layout
        The network's layers.
    rows : int
        Of the data.
    repetitions : int
        How many are held at once.

    Raises
    ------
    RError
        R's `cannot allocate vector of size ...`
    """
    weights = 8.0 * layout.size
    activations = 8.0 * (rows + BLOCK) * sum(layout.units)
    if weights * (2 * repetitions + 6) + activations * 3 > physical_memory():
        largest = max(weights * repetitions, activations)
        raise RError(
            f"cannot allocate vector of size {size_text(largest)}",
            f"{repetitions} repetition(s) of {layout.size} weights on {rows} rows do not fit in "
            "memory.",
        )


def check_allocation(size: float, count: int) -> None:
    """Refuse `count` vectors of so many bytes that memory cannot hold.

    Raises
    ------
    RError
        R's `cannot allocate vector of size ...`
    """
    if size * count > physical_memory():
        raise RError(
            f"cannot allocate vector of size {size_text(size)}",
            "The network has too many weights for this machine's memory.",
        )
