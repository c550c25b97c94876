"""The update rules: how one gradient changes weights and step sizes (Riedmiller and Braun 1993).

These are the NumPy forms; the kernel has the same rules under the same codes.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]

INITIAL_STEP = 0.1
GRT_TERM = 1e-6  # added to the sum of steps in globally convergent Rprop


@dataclass(frozen=True, slots=True)
class StepSizes:
    """How step sizes grow and shrink.

    Attributes
    ----------
    lowest, highest : float
        R's `learningrate.limit`.
    minus, plus : float
        R's `learningrate.factor`.
    fixed : ndarray, shape (free weights,)
        R's `learningrate`, recycled; used by "backprop" only.
    """

    lowest: float
    highest: float
    minus: float
    plus: float
    fixed: Doubles


@dataclass(slots=True)
class Progress:
    """The free weights while they are trained; arrays of one length, changed in place.

    Attributes
    ----------
    weights : ndarray
    steps : ndarray
        Step size of each weight.
    memory : ndarray
        What the rule remembers of the last gradient.
    """

    weights: Doubles
    steps: Doubles
    memory: Doubles


Update = Callable[[Progress, Doubles, StepSizes], None]


@dataclass(frozen=True, slots=True)
class Algorithm:
    """A training algorithm: R's name, the kernel's number, the rule."""

    name: str
    code: int
    update: Update

    def __reduce__(self) -> tuple[Callable[[str], "Algorithm"], tuple[str]]:
        return algorithm_named, (self.name,)


def start(weights: Doubles) -> Progress:
    """Return the state before the first step."""
    return Progress(weights, np.full(weights.shape, INITIAL_STEP), np.zeros(weights.shape))


def _with_backtracking(state: Progress, gradient: Doubles, sizes: StepSizes) -> None:
    sign = np.sign(gradient)
    turn = state.memory * sign
    back, on = turn < 0, turn > 0
    state.steps[on] = np.minimum(state.steps[on] * sizes.plus, sizes.highest)
    state.weights -= np.where(back, -state.memory, sign) * state.steps
    state.steps[back] = np.maximum(state.steps[back] * sizes.minus, sizes.lowest)
    state.memory = np.where(back, 0.0, sign)


def _adapt(state: Progress, gradient: Doubles, sizes: StepSizes) -> None:
    turn = state.memory * gradient
    back, on = turn < 0, turn > 0
    state.steps[on] = np.minimum(state.steps[on] * sizes.plus, sizes.highest)
    state.steps[back] = np.maximum(state.steps[back] * sizes.minus, sizes.lowest)


def _move(state: Progress, gradient: Doubles) -> None:
    state.weights -= np.sign(gradient) * state.steps
    state.memory = gradient.copy()


def _without_backtracking(state: Progress, gradient: Doubles, sizes: StepSizes) -> None:
    _adapt(state, gradient, sizes)
    _move(state, gradient)


def _balanced(smallest: Callable[[Progress, Doubles], Doubles]) -> Update:
    """Return globally convergent Rprop (Anastasiadis et al. 2005) replacing one step size."""

    def update(state: Progress, gradient: Doubles, sizes: StepSizes) -> None:
        _adapt(state, gradient, sizes)
        candidates = np.flatnonzero(gradient)
        if len(candidates):
            chosen = candidates[np.argmin(smallest(state, gradient)[candidates])]
            others = candidates[candidates != chosen]
            total = ordered_sum(state.steps[others] * gradient[others]) + GRT_TERM
            step = -total / gradient[chosen]
            state.steps[chosen] = min(max(step, sizes.lowest), sizes.highest)
        _move(state, gradient)

    return update


def _backprop(state: Progress, gradient: Doubles, sizes: StepSizes) -> None:
    state.weights -= gradient * sizes.fixed


def ordered_sum(values: Doubles) -> float:
    """Add doubles as R's `sum`: in order, in extended precision, rounded once."""
    if not values.size:
        return 0.0
    with np.errstate(over="ignore", invalid="ignore"):
        return float(np.cumsum(values.ravel(order="F"), dtype=np.longdouble)[-1])


def algorithm_named(name: str) -> Algorithm:
    """Return one of the five algorithms."""
    return ALGORITHMS[name]


ALGORITHMS = {
    algorithm.name: algorithm
    for algorithm in (
        Algorithm("rprop+", 0, _with_backtracking),
        Algorithm("rprop-", 1, _without_backtracking),
        Algorithm("sag", 2, _balanced(lambda _state, gradient: np.abs(gradient))),
        Algorithm("slr", 3, _balanced(lambda state, _gradient: state.steps)),
        Algorithm("backprop", 4, _backprop),
    )
}
