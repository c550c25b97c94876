"""Row names that only count rows: a million of them are made when somebody asks."""

from collections.abc import Iterator, Sequence
from typing import Any, overload

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.values import counts_positions, row_names


class RowNumbers(Sequence[str]):
    """The names R gives rows without names: their numbers, counted from 1.

    Parameters
    ----------
    positions : ndarray of int
        The rows, counted from 0.

    Examples
    --------
    >>> list(RowNumbers(np.array([0, 2])))
    ['1', '3']
    """

    __slots__ = ("positions",)

    def __init__(self, positions: npt.NDArray[np.integer[Any]]) -> None:
        self.positions = positions

    def __len__(self) -> int:
        return len(self.positions)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> "RowNumbers": ...
    def __getitem__(self, place: int | slice) -> "str | RowNumbers":
        if isinstance(place, slice):
            return RowNumbers(self.positions[place])
        return str(int(self.positions[place]) + 1)

    def __iter__(self) -> Iterator[str]:
        return map(str, (self.positions + 1).tolist())

    def __eq__(self, other: object) -> bool:
        if isinstance(other, RowNumbers):
            return bool(np.array_equal(self.positions, other.positions))
        return list(self) == other

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return repr(list(self))


def names_of_rows(frame: pd.DataFrame) -> Sequence[str]:
    """Return R's row names of a data frame.

    Examples
    --------
    >>> names_of_rows(pd.DataFrame({"x": [5, 6]}, index=["a", "b"]))
    ['a', 'b']
    """
    if counts_positions(frame.index):
        return RowNumbers(frame.index.to_numpy())
    return row_names(frame)


def chosen_names(names: Sequence[str], rows: npt.NDArray[np.integer[Any]]) -> Sequence[str]:
    """Return the names of some rows, given by position.

    Examples
    --------
    >>> chosen_names(["a", "b"], np.array([1]))
    ['b']
    """
    if isinstance(names, RowNumbers):
        return RowNumbers(names.positions[rows])
    return [names[row] for row in rows]
