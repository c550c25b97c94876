"""Start weights: drawn from R's normal generator, or the user's own."""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError, warn
from rnet.neural.exclude import FixedWeights

Doubles = npt.NDArray[np.float64]


def start_weights(
    size: int,
    fixed: FixedWeights,
    repetitions: int,
    given: Doubles | None,
    normal: Callable[[int], Doubles],
) -> Doubles:
    """Return the start weights of all repetitions in flat order.

    Parameters
    ----------
    size : int
        Weights of the network.
    fixed : FixedWeights
        Those that are not trained.
    repetitions : int
        How many rows to make.
    given : ndarray or None
        The user's free weights, repetition after repetition. A repetition it does not reach is
        drawn.
    normal : callable
        `normal(n)` draws n standard normal numbers.

    Returns
    -------
    ndarray, shape (repetitions, size)

    Notes
    -----
    For each repetition R draws exactly as many numbers as weights are free, in flat order, just
    before training it; training draws none. So all can be drawn beforehand.
    """
    free = fixed.free(size)
    weights = np.empty((repetitions, size))
    weights[:, fixed.positions] = fixed.values
    for repetition in range(repetitions):
        start, stop = repetition * len(free), (repetition + 1) * len(free)
        own = given is not None and len(given) >= stop
        weights[repetition, free] = given[start:stop] if own else normal(len(free))  # type: ignore[index]
    return weights


def given_start_weights(startweights: Any) -> Doubles | None:
    """Return the user's start weights as one vector, None where R would not use them.

    Raises
    ------
    RError
        If they are not numbers.
    """
    if startweights is None:
        return None
    if isinstance(startweights, list | tuple) and any(np.ndim(part) > 0 for part in startweights):
        warn(
            "'startweights' is a list and was not used",
            "R counts the elements of the list and draws the weights instead; put all weights in "
            "one vector: numpy.concatenate([w.ravel(order='F') for w in weights]).",
        )
        return None
    try:
        return np.asarray(startweights, dtype=np.float64).ravel(order="F")
    except (TypeError, ValueError):
        raise RError("requires numeric/complex matrix/vector arguments", _NUMBERS) from None


_NUMBERS = "'startweights' must be a vector of numbers."


def warn_if_short(given: Doubles | None, free: int, repetitions: int) -> None:
    """Say so where R silently draws although start weights were given."""
    if given is not None and len(given) < free * repetitions:
        used = len(given) // free
        warn(
            f"'startweights' has {len(given)} of {free * repetitions} weights",
            f"The weights of {repetitions - used} of {repetitions} repetition(s) were drawn at "
            "random, as in R.",
        )
