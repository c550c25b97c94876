"""How deepnet goes through the cases: epochs, batches, and R's descending counts."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError

Positions = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Batches:
    """The batches of an epoch.

    Attributes
    ----------
    places : ndarray of int, shape (visits,)
        Places in the epoch's permutation, batch after batch.
    starts : ndarray of int, shape (batches + 1,)
        Where in `places` each batch begins; last, their number.
    """

    places: Positions
    starts: Positions

    @property
    def largest(self) -> int:
        """The size of the largest batch."""
        return int(np.diff(self.starts).max())


def split_epoch(cases: int, batch_size: int, *, repeats_a_case: bool) -> Batches:
    """Return the batches of an epoch: whole ones, then what is left.

    With `repeats_a_case` what is left begins one case early, with the last one before it; a batch
    larger than the data holds every case once.

    Examples
    --------
    >>> split_epoch(5, 2, repeats_a_case=True).places.tolist()
    [0, 1, 2, 3, 3, 4]
    >>> split_epoch(5, 2, repeats_a_case=False).starts.tolist()
    [0, 2, 4, 5]
    """
    whole, left = divmod(cases, batch_size)
    starts = list(range(0, whole * batch_size + 1, batch_size))
    places = np.arange(whole * batch_size)
    if left:
        first = whole * batch_size - (1 if repeats_a_case and whole else 0)
        rest = np.arange(first, cases)
        places = np.concatenate([places, rest])
        starts.append(starts[-1] + len(rest))
    return Batches(places.astype(np.int64), np.array(starts, dtype=np.int64))


def counted(name: str, number: float, *, counts_down: bool) -> list[int]:
    """Return R's `1:number`, which for numbers below 1 counts down: 1, 0, -1, ...

    Raises
    ------
    RError
        Below 1, unless `counts_down`.

    Examples
    --------
    >>> counted("numepochs", 0, counts_down=True)
    [1, 0]
    """
    if number < 1 and not counts_down:
        raise RError(f"'{name}' must be at least 1", f"It is {number:g}.")
    size = int(abs(number - 1) + 1e-10) + 1
    return list(range(1, 1 + size) if number >= 1 else range(1, 1 - size, -1))
