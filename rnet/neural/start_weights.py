"""Start weights: drawn from R's normal generator, or the user's own."""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError, warn
from rnet.neural.exclude import FixedWeights
from rnet.neural.network import Layout

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
    if isinstance(startweights, list | tuple) and any(map(_is_nested, startweights)):
        warn(
            "'startweights' is a list and was not used",
            "R counts the elements of the list and draws the weights instead; with flatten=True "
            "lists of matrices, such as fit.weights, are taken.",
        )
        return None
    try:
        return np.asarray(startweights, dtype=np.float64).ravel(order="F")
    except (TypeError, ValueError):
        raise RError("requires numeric/complex matrix/vector arguments", _NUMBERS) from None


def _is_nested(part: Any) -> bool:
    return part is None or isinstance(part, list | tuple) or np.ndim(part) > 0


def flattened_start_weights(startweights: Any, layout: Layout, fixed: FixedWeights) -> Any:
    """Return lists of weight matrices as the vector of start weights that R takes.

    Parameters
    ----------
    startweights : list of matrices, or list of such lists
        The weights of one repetition, such as `fit.weights[0]`, or of several, such as
        `fit.weights`; repetitions without weights (None) are left out. Anything else is returned
        as it is.
    layout : Layout
    fixed : FixedWeights
        Weights that are not trained: what stands in their places is not looked at.

    Raises
    ------
    RError
        `non-conformable arguments` for matrices of other sizes.
    """
    if not isinstance(startweights, list | tuple) or not any(map(_is_nested, startweights)):
        return startweights
    known = [part for part in startweights if part is not None]
    repetitions = known if known != [] and _holds_matrices(known[0]) else [startweights]
    free = fixed.free(layout.size)
    return np.concatenate([_joined(matrices, layout)[free] for matrices in repetitions])


def _holds_matrices(part: Any) -> bool:
    """Whether this is a list of matrices; a matrix itself may be a list of rows."""
    try:
        return isinstance(part, list | tuple) and np.ndim(part[0]) == 2
    except (ValueError, IndexError):
        return False


def _joined(matrices: Any, layout: Layout) -> Doubles:
    try:
        parts = [np.asarray(matrix, dtype=np.float64) for matrix in matrices]
    except (TypeError, ValueError):
        raise RError("requires numeric/complex matrix/vector arguments", _NUMBERS) from None
    shapes = tuple(part.shape for part in parts)
    if shapes != tuple(layout.shapes):
        raise RError(
            "non-conformable arguments",
            f"The start weights are matrices of {shapes}, the network's of {layout.shapes}.",
        )
    return layout.join(parts)


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
