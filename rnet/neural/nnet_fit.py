"""Fit a network with one hidden layer by R's variable metric method."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.neural import _nnet
from rnet.neural.architecture import Architecture

Doubles = npt.NDArray[np.float64]
Positions = npt.NDArray[np.int64]
Report = Callable[[int, float], None]
"""Told the number of an iteration, 0 for the start, and the value of the criterion there."""


@dataclass(frozen=True, slots=True, eq=False)
class NnetProblem:
    """What is to be fitted.

    Attributes
    ----------
    architecture : Architecture
    covariate : ndarray, shape (n, inputs)
    response : ndarray, shape (n, outputs)
    case_weights : ndarray, shape (n,)
    decay : ndarray, shape (weights,)
        Penalty factor of each squared weight.
    free : ndarray of int, shape (free weights,)
        Positions of the weights that may change.
    """

    architecture: Architecture
    covariate: Doubles
    response: Doubles
    case_weights: Doubles
    decay: Doubles
    free: Positions


@dataclass(frozen=True, slots=True)
class StoppingRule:
    """When the minimiser stops.

    Attributes
    ----------
    maxit : int
        Iterations at most; none at all where it is not positive.
    abstol : float
        A value of the criterion that is good enough.
    reltol : float
        A relative decrease that is too small to go on.
    """

    maxit: int
    abstol: float
    reltol: float


@dataclass(frozen=True, slots=True, eq=False)
class NnetFit:
    """What came out.

    Attributes
    ----------
    weights : ndarray, shape (weights,)
    value : float
        The criterion, penalty included.
    iterations : int
        R's counter: one more than the steps taken; 0 where none were wanted.
    converged : bool
        Whether it stopped before the limit of iterations.
    fitted : ndarray, shape (n, outputs)
    """

    weights: Doubles
    value: float
    iterations: int
    converged: bool
    fitted: Doubles


def fit_nnet(
    problem: NnetProblem, start: Doubles, rule: StoppingRule, report: Report | None = None
) -> NnetFit:
    """Minimise the criterion from start weights, shape (weights,).

    Raises
    ------
    RError
        Where the criterion is infinite or not a number at the start.
    """
    architecture = problem.architecture
    weights = np.array(start, dtype=np.float64)
    value, iterations, converged = _nnet.minimise(
        np.ascontiguousarray(problem.covariate),
        np.ascontiguousarray(problem.response),
        np.ascontiguousarray(problem.case_weights),
        hidden=architecture.hidden,
        skip=architecture.skip,
        criterion=architecture.criterion.code,
        weights=weights,
        free=problem.free,
        decay=np.ascontiguousarray(problem.decay),
        iterations=rule.maxit,
        absolute=rule.abstol,
        relative=rule.reltol,
        report=report,
    )
    if rule.maxit > 0 and not np.isfinite(value):
        raise RError(
            "initial value in 'vmmin' is not finite",
            "Smaller start weights (rang=) or scaled columns help.",
        )
    return NnetFit(
        weights, value, iterations, converged, outputs(architecture, weights, problem.covariate)
    )


def outputs(architecture: Architecture, weights: Doubles, covariate: Doubles) -> Doubles:
    """Return the outputs for rows of predictors, shape (n, outputs)."""
    return _nnet.outputs(
        np.ascontiguousarray(covariate),
        hidden=architecture.hidden,
        outputs=architecture.outputs,
        skip=architecture.skip,
        criterion=architecture.criterion.code,
        weights=np.ascontiguousarray(weights),
    )
