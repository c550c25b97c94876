"""Rows of a table as sequences for a recurrent network, and back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError

Doubles = npt.NDArray[np.float64]
Singles = npt.NDArray[np.float32]
Wholes = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class SequencePlaces:
    """Where the rows of a table stand among padded sequences.

    Attributes
    ----------
    sequence, step : ndarray of int, shape (rows,)
        Of each row its sequence and its place there, from 0.
    lengths : ndarray of int, shape (sequences,)
    names : list of str
        Of the sequences.
    """

    sequence: Wholes
    step: Wholes
    lengths: Wholes
    names: list[str]

    def padded(self, values: Doubles) -> Doubles:
        """Return rows, (rows, p), as sequences, (sequences, longest, p), with zeros behind."""
        shape = len(self.lengths), int(self.lengths.max()), values.shape[1]
        found = np.zeros(shape)
        found[self.sequence, self.step] = values
        return found

    def rows(self, sequences: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Return sequences as rows again, in the order of the table."""
        return np.asarray(sequences[self.sequence, self.step])

    def last(self) -> Wholes:
        """Return the last place of each sequence."""
        return self.lengths - 1

    def mask(self, ahead: int, *, last_only: bool) -> npt.NDArray[np.bool_]:
        """Return at which places, (sequences, longest), there is something to learn."""
        places = np.arange(int(self.lengths.max()))
        end = (self.lengths - ahead)[:, None]
        return np.asarray(places == end - 1 if last_only else places < end)


def shifted(sequences: Doubles, ahead: int) -> Doubles:
    """Return sequences, (s, t, k), in which each place holds what comes `ahead` places later."""
    found = np.zeros_like(sequences)
    found[:, : sequences.shape[1] - ahead] = sequences[:, ahead:]
    return found


def delayed(sequences: Doubles, ahead: int) -> Doubles:
    """Return forecasts, (s, t, k), at the places they are for; NaN at the first `ahead`."""
    found = np.full(sequences.shape, np.nan)
    found[:, ahead:] = sequences[:, : sequences.shape[1] - ahead]
    return found


def places_of(data: pd.DataFrame, id: str | None, time: str | None) -> SequencePlaces:  # noqa: A002
    """Return how the rows of a table are sequences.

    Parameters
    ----------
    data : DataFrame
    id : str or None
        The column that tells sequences apart; None: all rows are one.
    time : str or None
        The column that orders rows; None: as they stand.

    Raises
    ------
    RError
        For a column that is not there or misses values, and times that occur twice.
    """
    for name in (id, time):
        if name is not None and name not in data:
            raise RError(f"object '{name}' not found", f"Columns: {', '.join(map(str, data))}.")
        if name is not None and data[name].isna().any():
            raise RError(f"missing values in '{name}'", "Drop these rows.")
    if id is None:
        codes, names = np.zeros(len(data), dtype=np.int64), ["1"]
    else:
        found, levels = pd.factorize(data[id])
        codes, names = found.astype(np.int64), [str(level) for level in levels]
    order = _order(data, codes, time)
    step = np.empty(len(data), dtype=np.int64)
    lengths = np.bincount(codes, minlength=len(names))
    begins = np.cumsum(lengths) - lengths
    step[order] = np.arange(len(data)) - begins[codes[order]]
    return SequencePlaces(codes, step, lengths.astype(np.int64), names)


def _order(data: pd.DataFrame, codes: Wholes, time: str | None) -> Wholes:
    """Return the rows sequence by sequence, each in time."""
    if time is None:
        return np.argsort(codes, kind="stable")
    times = data[time].to_numpy()
    if pd.DataFrame({"id": codes, "time": times}).duplicated().any():
        raise RError(f"a value of '{time}' occurs twice in one sequence", "Give `id`.")
    return np.lexsort((times, codes))


def check_lengths(places: SequencePlaces, ahead: int) -> None:
    """Refuse sequences that are too short to look ahead."""
    short: Sequence[str] = [
        name for name, length in zip(places.names, places.lengths, strict=True) if length <= ahead
    ]
    if short:
        raise RError(f"sequence {short[0]} has no more than {ahead} rows", "Use a smaller `ahead`.")
