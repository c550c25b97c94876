"""The checks of arguments that deep models share."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.deep.shuffle import random_order
from rnet.rng._stream import Stream

Wholes = npt.NDArray[np.int64]


def whole(value: Any, name: str, least: int = 1) -> int:
    """Return a whole number not below `least`.

    Raises
    ------
    RError
        `'n_epochs' must be a whole number not below 1`

    Examples
    --------
    >>> whole(20.0, "n_epochs")
    20
    """
    if not _is_number(value) or value != int(value) or value < least:
        raise RError(f"'{name}' must be a whole number not below {least}", f"Not {value!r}.")
    return int(value)


def not_negative(value: Any, name: str) -> float:
    """Return a finite number that is not negative."""
    if not _is_number(value) or value < 0:
        raise RError(f"'{name}' must be a number that is not negative", f"Not {value!r}.")
    return float(value)


def positive(value: Any, name: str) -> float:
    """Return a positive number."""
    number = not_negative(value, name)
    if number == 0:
        raise RError(f"'{name}' must be positive", f"Not {value!r}.")
    return number


def share(value: Any, name: str) -> float:
    """Return a number in [0, 1)."""
    number = not_negative(value, name)
    if number >= 1:
        raise RError(f"'{name}' must be in [0, 1)", f"Not {value!r}.")
    return number


def units(value: Any, name: str = "hidden") -> tuple[int, ...]:
    """Return the numbers of units of one layer or several.

    Examples
    --------
    >>> units(5), units((64, 2, 64))
    ((5,), (64, 2, 64))
    """
    given = value if isinstance(value, Sequence | np.ndarray) else [value]
    if isinstance(given, str) or len(given) == 0:
        raise RError(f"'{name}' must be numbers of units", f"Such as (100, 50), not {value!r}.")
    return tuple(whole(size, name) for size in given)


def batch_of(value: Any, cases: int) -> int:
    """Return a batch size not above the number of cases.

    Raises
    ------
    RError
        `the batch size 100 is larger than the 50 cases`
    """
    size = whole(value, "batch_size")
    if size > cases:
        raise RError(
            f"the batch size {size} is larger than the {cases} cases", "Use a smaller `batch_size`."
        )
    return size


def patience_of(given: Any, apart: int) -> int | None:
    """Return after how many epochs without progress to stop, or None.

    Raises
    ------
    RError
        `'patience' needs cases held out`
    """
    if given is None:
        return None
    if not apart:
        raise RError("'patience' needs cases held out", "Give `val_prop`, such as 0.1.")
    return whole(given, "patience")


def held_out(cases: int, val_prop: Any, generator: Stream) -> tuple[Wholes, Wholes]:
    """Return the places of the cases to train on and of those held out, both in order.

    Without a share to hold out nothing is drawn; else `sample` of all cases.

    Raises
    ------
    RError
        `no cases are left to train on`
    """
    everything = np.arange(cases)
    count = round(share(val_prop, "val_prop") * cases)
    if not val_prop:
        return everything, everything[:0]
    count = max(count, 1)
    if count >= cases:
        raise RError("no cases are left to train on", "Use a smaller `val_prop`.")
    order = random_order(cases, generator)
    return np.sort(order[count:]), np.sort(order[:count])


def _is_number(value: Any) -> bool:
    number = isinstance(value, int | float | np.number) and not isinstance(value, bool | np.bool_)
    return number and bool(np.isfinite(value))
