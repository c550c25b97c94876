"""The training loop in NumPy, with every sum in R's order.

For custom functions, for steps that are watched one by one, and for tests.
"""

from collections.abc import Callable, Sequence
from time import perf_counter

import numpy as np
import numpy.typing as npt

from rnet.neural.network import derivatives, forward, product
from rnet.neural.problem import Outcome, Problem, Report, Status, TrainingSettings
from rnet.neural.rprop import Algorithm, start
from rnet.neural.watch import Watch

Doubles = npt.NDArray[np.float64]

ROWS_AT_ONCE = 256


class GradientError(Exception):
    """A derivative is NaN; `status` says which."""

    def __init__(self, status: Status) -> None:
        super().__init__(status.name)
        self.status = status


Gradient = Callable[[Doubles], Doubles]
Tell = Callable[[float, float], None]
TrainOne = Callable[[int, Doubles, Tell | None], Outcome]


def train_numpy(
    problem: Problem,
    weights: Doubles,
    settings: TrainingSettings,
    report: Report | None,
    *,
    gradient: Gradient | None = None,
    watches: Sequence[Watch] | None = None,
    step_sizes: Doubles | None = None,
) -> list[Outcome]:
    """Train all repetitions one after the other.

    Parameters
    ----------
    problem : Problem
    weights : ndarray, shape (repetitions, weights)
        Start weights; hold the trained ones afterwards.
    settings : TrainingSettings
    report : callable or None
    gradient : callable, optional
        Derivatives by the free weights at flat weights; `problem_gradient` by default.
    watches : sequence of Watch, optional
        One for each repetition.
    step_sizes : ndarray, shape (repetitions, free weights), optional
        Holds the last step sizes afterwards.
    """
    find = gradient or (lambda flat: problem_gradient(problem, flat))

    def one(repetition: int, flat: Doubles, tell: Tell | None) -> Outcome:
        sizes = np.empty(len(problem.free)) if step_sizes is None else step_sizes[repetition]
        watch = watches[repetition] if watches else None
        return _train_one(problem.free, flat, settings, find, tell, watch, sizes)

    return train_in_turn(one, weights, settings.report_every, report)


def train_in_turn(
    train_one: TrainOne, weights: Doubles, report_every: int, report: Report | None
) -> list[Outcome]:
    """Train repetitions one after the other, up to the first whose derivatives are NaN, as R."""
    outcomes = []
    for repetition, flat in enumerate(weights):
        began = perf_counter()
        tell = _reporter(report, repetition, report_every)
        outcome = train_one(repetition, flat, tell)._replace(seconds=perf_counter() - began)
        outcomes.append(outcome)
        if outcome.status.is_failure:
            break
        if report is not None:
            report(
                repetition,
                outcome.steps,
                outcome.smallest,
                True,
                outcome.status,
                outcome.reached,
                outcome.seconds,
            )
    return outcomes


def _reporter(report: Report | None, repetition: int, every: int) -> Tell | None:
    if report is None or not every:
        return None

    def tell(step: float, smallest: float) -> None:
        if step % every == 0:
            report(repetition, step, smallest, False, Status.STOPPED, 0.0, 0.0)

    return tell


def _train_one(
    free: npt.NDArray[np.int64],
    flat: Doubles,
    settings: TrainingSettings,
    find: Gradient,
    tell: Tell | None,
    watch: Watch | None,
    step_sizes: Doubles,
) -> Outcome:
    assert isinstance(settings.algorithm, Algorithm)  # the others are SciPy's
    steps, reached, smallest = 1.0, np.nan, np.inf
    state = start(flat[free])
    try:
        gradient = find(flat)
        reached = smallest = float(np.abs(gradient).max())
        stop = watch is not None and watch(steps, flat, reached)
        while not stop and steps < settings.step_limit and reached > settings.threshold:
            if tell is not None:
                tell(steps, smallest)
            settings.algorithm.update(state, gradient, settings.sizes)
            flat[free] = state.weights
            steps += 1
            gradient = find(flat)
            reached = float(np.abs(gradient).max())
            smallest = min(smallest, reached)
            stop = watch is not None and watch(steps, flat, reached)
    except GradientError as error:
        return Outcome(error.status, steps, reached, smallest, 0.0)
    finally:
        step_sizes[:] = state.steps
    return ended(flat, Outcome(Status.STOPPED, steps, reached, smallest, 0.0), settings, watch)


def ended(flat: Doubles, last: Outcome, settings: TrainingSettings, watch: Watch | None) -> Outcome:
    """Return how a repetition ended; after early stopping `flat` is set back to the best step."""
    best = watch.best if watch is not None else None
    if best is not None and last.steps < settings.step_limit:
        flat[:] = best.weights
        return Outcome(Status.CONVERGED, best.step, best.reached, last.smallest, 0.0)
    status = Status.STEP_LIMIT if last.reached > settings.threshold else Status.CONVERGED
    return last._replace(status=status)


def problem_gradient(problem: Problem, flat: Doubles) -> Doubles:
    """Return the derivatives of the total error by the free weights, in flat order.

    Raises
    ------
    GradientError
        Where R stops because a derivative is NaN.
    """
    network = problem.network
    weights = network.layout.split(flat)
    run = forward(network, weights, problem.covariate)
    slopes = derivatives(network, run)
    if any(d.size == 1 and np.isnan(d).all() for d in slopes):
        raise GradientError(Status.NEURON_DERIVATIVE_NAN)
    delta = _output_delta(problem, run.output, slopes[-1])
    gradients = [ordered_crossproduct(run.inputs[-1], delta)]
    with np.errstate(over="ignore", invalid="ignore"):
        for layer in range(len(weights) - 2, -1, -1):
            delta = slopes[layer] * product(delta, weights[layer + 1][1:].T)
            gradients.insert(0, ordered_crossproduct(run.inputs[layer], delta))
    gradient = network.layout.join(gradients)[problem.free]
    if np.isnan(gradient).any():
        raise GradientError(Status.DIVERGED)
    return gradient


def _output_delta(problem: Problem, o: Doubles, slope: Doubles) -> Doubles:
    y = problem.response
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        if problem.simple_cross_entropy:
            by_output = o * (1.0 - y) - y * (1.0 - o)
        else:
            by_output = problem.error.derivative(o, y)
        if np.isnan(by_output).any():
            raise GradientError(Status.ERROR_DERIVATIVE_NAN)
        delta = by_output if problem.simple_cross_entropy else slope * by_output
        return delta if problem.case_weights is None else delta * problem.case_weights[:, None]


def ordered_crossproduct(a: Doubles, b: Doubles) -> Doubles:
    """Return a'b with every sum over the rows formed from the first to the last, as R forms it.

    Parameters
    ----------
    a : ndarray, shape (n, k)
    b : ndarray, shape (n, m)

    Returns
    -------
    ndarray, shape (k, m)
    """
    total = np.zeros((1, a.shape[1], b.shape[1]))
    with np.errstate(over="ignore", invalid="ignore"):
        for begin in range(0, len(a), ROWS_AT_ONCE):
            rows = slice(begin, begin + ROWS_AT_ONCE)
            products = a[rows, :, None] * b[rows, None, :]
            total = np.cumsum(np.concatenate([total, products]), axis=0)[-1:]
    return np.asarray(total[0])
