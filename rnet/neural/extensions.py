"""The arguments of `neuralnet` that R does not have, checked."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.parallel import worker_count

HISTORIES: dict[Any, tuple[bool, bool]] = {
    False: (False, False),
    True: (True, False),
    "weights": (True, True),
}


@dataclass(frozen=True, slots=True)
class Extensions:
    """What R's neuralnet does not know.

    Attributes
    ----------
    scale : bool
        Train on standardised columns.
    patience : float
        Steps without a better validation error after which training stops.
    history, history_weights : bool
        Whether to record every step, and the weights of every step.
    workers : int
        Threads that train repetitions.
    progress : bool or None
        Show a progress bar; None: for long work at a terminal.
    flatten : bool
        Take start weights as matrices.
    """

    scale: bool
    patience: float
    history: bool
    history_weights: bool
    workers: int
    progress: bool | None
    flatten: bool


def check_extensions(
    *, scale: Any, patience: Any, history: Any, n_jobs: Any, progress: Any, flatten: Any
) -> Extensions:
    """Check the arguments.

    Raises
    ------
    RError
        For values that mean nothing.
    """
    if not isinstance(scale, bool | np.bool_):
        raise RError("Argument 'scale' must be TRUE or FALSE.")
    if not isinstance(flatten, bool | np.bool_):
        raise RError("Argument 'flatten' must be TRUE or FALSE.")
    if not (isinstance(history, bool | str) and history in HISTORIES):
        raise RError("Argument 'history' must be True, False or 'weights'.")
    if progress is not None and not isinstance(progress, bool):
        raise RError("Argument 'progress' must be TRUE or FALSE.", "Or None: for long work only.")
    errors, weights = HISTORIES[history]
    return Extensions(
        scale=bool(scale),
        patience=_patience(patience),
        history=errors,
        history_weights=weights,
        workers=worker_count(n_jobs),
        progress=progress,
        flatten=bool(flatten),
    )


def _patience(given: Any) -> float:
    number = float(given) if isinstance(given, int | float | np.number) else math.nan
    if not number >= 1:
        raise RError("Argument 'patience' must be a number of steps", "1 or more.")
    return number
