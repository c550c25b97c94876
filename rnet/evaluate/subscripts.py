"""R's subscripts in Python's clothes: labels, positions from 0, slices, masks, lists of these."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError

Positions = int | npt.NDArray[np.intp]


def resolve(subscript: Any, labels: Sequence[str | None]) -> Positions:
    """Return the positions a subscript means along one dimension.

    Parameters
    ----------
    subscript : str, int, slice, or sequence of str, int or bool
        Labels as R's; positions count from 0 and negative ones from the end, as in Python.
    labels : sequence of str
        The labels of the dimension.

    Returns
    -------
    int or ndarray
        One position for a scalar (the dimension is dropped), else an array of positions.

    Raises
    ------
    RError
        R's `subscript out of bounds`, with the labels there are.

    Examples
    --------
    >>> resolve("b", ["a", "b"]), resolve(["b", "a"], ["a", "b"]).tolist()
    (1, [1, 0])
    """
    if isinstance(subscript, slice):
        return np.arange(len(labels))[subscript]
    if isinstance(subscript, str | int | np.integer) and not isinstance(subscript, bool):
        return _position(subscript, labels)
    chosen = np.asarray(subscript.array if isinstance(subscript, pd.Series) else subscript)
    if chosen.dtype == bool:
        if len(chosen) != len(labels):
            raise RError("(subscript) logical subscript too long", f"Needed: {len(labels)}.")
        return np.flatnonzero(chosen)
    return np.array([_position(one, labels) for one in chosen.tolist()], dtype=np.intp)


def _position(subscript: Any, labels: Sequence[str | None]) -> int:
    if isinstance(subscript, str) and subscript in labels:
        return list(labels).index(subscript)
    if isinstance(subscript, int | np.integer) and -len(labels) <= subscript < len(labels):
        return int(subscript) % len(labels)
    known = ", ".join(repr(label) for label in labels[:20])
    raise RError("subscript out of bounds", f"Not there: {subscript!r}. Labels: {known}.")
