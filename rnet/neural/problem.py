"""What is trained and how: the records the compiled loop and its NumPy twin both take."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from rnet.neural.error_functions import ErrorFunction
from rnet.neural.network import Network
from rnet.neural.optimizers import Optimizer
from rnet.neural.rprop import Algorithm, StepSizes

Doubles = npt.NDArray[np.float64]


class Status(IntEnum):
    """How the training of one repetition ended; the kernel's numbers."""

    CONVERGED = 0
    STEP_LIMIT = 1
    ERROR_DERIVATIVE_NAN = 2
    NEURON_DERIVATIVE_NAN = 3
    DIVERGED = 4
    STOPPED = 5

    @property
    def is_failure(self) -> bool:
        """Whether R stops with an error here."""
        return self >= Status.ERROR_DERIVATIVE_NAN


class Outcome(NamedTuple):
    """How one repetition ended.

    Attributes
    ----------
    steps : float
        1 + updates of the weights.
    reached : float
        Largest size of a derivative at the end.
    smallest : float
        The smallest value of that on the way.
    seconds : float
        Wall time.
    """

    status: Status
    steps: float
    reached: float
    smallest: float
    seconds: float


Report = Callable[[int, float, float, bool, int, float, float], None]
"""(repetition from 0, step, smallest gradient so far, finished, status, reached, seconds)."""


@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    """Data and network.

    Attributes
    ----------
    covariate : ndarray, shape (n, predictors)
    response : ndarray, shape (n, responses)
    network : Network
    error : ErrorFunction
    simple_cross_entropy : bool
        Whether the output's delta is o (1 - y) - y (1 - o) at once. R does this for "ce" with
        logistic *hidden* units and without linear output.
    free : ndarray of int64
        Positions of the trained weights in flat order.
    case_weights : ndarray, shape (n,), or None
        How much each row counts in the error; None: all the same.
    """

    covariate: Doubles
    response: Doubles
    network: Network
    error: ErrorFunction
    simple_cross_entropy: bool
    free: npt.NDArray[np.int64]
    case_weights: Doubles | None = None


@dataclass(frozen=True, slots=True, eq=False)
class TrainingSettings:
    """How to train.

    Attributes
    ----------
    algorithm : Algorithm or Optimizer
    threshold : float
        Stop when no derivative is larger.
    step_limit : float
        R's `stepmax`.
    sizes : StepSizes
    report_every : int
        Report progress every so many steps; 0: only when a repetition is finished.
    workers : int
        Threads that train repetitions at the same time; no influence on the result.
    """

    algorithm: Algorithm | Optimizer
    threshold: float
    step_limit: float
    sizes: StepSizes
    report_every: int
    workers: int
