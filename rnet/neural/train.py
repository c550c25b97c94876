"""Train repetitions: in the compiled loop, in NumPy, by SciPy, or on a cluster."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from rnet.neural import _kernel
from rnet.neural.optimizers import Optimizer
from rnet.neural.problem import Outcome, Problem, Report, Status, TrainingSettings
from rnet.neural.train_numpy import Gradient, GradientError, problem_gradient, train_numpy
from rnet.neural.train_scipy import train_scipy
from rnet.neural.watch import Watch
from rnet.parallel import cluster_size, map_on_cluster

Doubles = npt.NDArray[np.float64]


def train(
    problem: Problem,
    weights: Doubles,
    settings: TrainingSettings,
    report: Report | None = None,
    watches: Sequence[Watch] | None = None,
    step_sizes: Doubles | None = None,
) -> list[Outcome]:
    """Train all repetitions.

    Parameters
    ----------
    problem : Problem
        Data and network.
    weights : ndarray, shape (repetitions, weights)
        Start weights in flat order; holds the trained ones afterwards.
    settings : TrainingSettings
        Rule and limits.
    report : callable, optional
        Told about progress, repetition by repetition in order.
    watches : sequence of Watch, optional
        One for each repetition, shown every step.
    step_sizes : ndarray, shape (repetitions, free weights), optional
        Holds the last step sizes afterwards; untouched by SciPy's minimisers.

    Returns
    -------
    list of Outcome
        One for each repetition, up to the first that failed.
    """
    if isinstance(settings.algorithm, Optimizer):
        find = gradient_of(problem)
        return train_scipy(problem, weights, settings, find, report, watches)
    codes = _codes(problem)
    if codes is None or watches is not None:
        return train_numpy(
            problem,
            weights,
            settings,
            report,
            gradient=gradient_of(problem),
            watches=watches,
            step_sizes=step_sizes,
        )
    return _train_compiled(problem, codes, weights, settings, report, step_sizes)


def _train_compiled(
    problem: Problem,
    codes: tuple[int, int, int],
    weights: Doubles,
    settings: TrainingSettings,
    report: Report | None,
    step_sizes: Doubles | None,
) -> list[Outcome]:
    assert not isinstance(settings.algorithm, Optimizer)
    hidden, output, loss = codes
    sizes = settings.sizes
    found = _kernel.train(
        np.ascontiguousarray(problem.covariate),
        np.ascontiguousarray(problem.response),
        np.array(problem.network.layout.units, dtype=np.int64),
        weights,
        problem.free,
        sizes.fixed,
        hidden=hidden,
        output=output,
        loss=loss,
        simple_cross_entropy=problem.simple_cross_entropy,
        rule=settings.algorithm.code,
        threshold=settings.threshold,
        step_limit=settings.step_limit,
        limit=(sizes.lowest, sizes.highest),
        factor=(sizes.minus, sizes.plus),
        workers=settings.workers,
        report_every=settings.report_every,
        report=report,
        case_weights=problem.case_weights,
        step_sizes=step_sizes,
    )
    outcomes = [Outcome(Status(status), *rest) for status, *rest in found]
    return until_failure(outcomes)


def train_on_cluster(
    problem: Problem, weights: Doubles, settings: TrainingSettings, step_sizes: Doubles | None
) -> list[Outcome]:
    """Train repetitions on the cluster joblib was told to use: the same numbers as here."""
    parts = np.array_split(np.arange(len(weights)), min(len(weights), cluster_size()))
    own = replace(settings, workers=1)
    tasks = [(problem, weights[part], own, step_sizes is not None) for part in parts]
    outcomes: list[Outcome] = []
    for part, found in zip(parts, map_on_cluster(_train_part, tasks), strict=True):
        some, weights[part], sizes = found
        outcomes += some
        if step_sizes is not None:
            step_sizes[part] = sizes
        if some[-1].status.is_failure:
            break
    return outcomes


def _train_part(
    task: tuple[Problem, Doubles, TrainingSettings, bool],
) -> tuple[list[Outcome], Doubles, Doubles]:
    problem, weights, settings, stepwise = task
    trained = np.array(weights, dtype=np.float64)
    sizes = np.full((len(trained), len(problem.free)), np.nan)
    outcomes = train(problem, trained, settings, step_sizes=sizes if stepwise else None)
    return outcomes, trained, sizes


def until_failure(outcomes: list[Outcome]) -> list[Outcome]:
    """Return the outcomes up to the first that failed: there R stops."""
    failed = [i for i, outcome in enumerate(outcomes) if outcome.status.is_failure]
    return outcomes[: failed[0] + 1] if failed else outcomes


def gradient_of(problem: Problem) -> Gradient:
    """Return what gives the derivatives by the free weights at flat weights, with R's bits.

    It raises GradientError where R stops because a derivative is NaN.
    """
    codes = _codes(problem)
    if codes is None:
        return lambda flat: problem_gradient(problem, flat)
    hidden, output, loss = codes
    compiled = _kernel.Gradient(
        np.ascontiguousarray(problem.covariate),
        np.ascontiguousarray(problem.response),
        np.array(problem.network.layout.units, dtype=np.int64),
        problem.free,
        hidden=hidden,
        output=output,
        loss=loss,
        simple_cross_entropy=problem.simple_cross_entropy,
        case_weights=problem.case_weights,
    )

    def find(flat: Doubles) -> Doubles:
        status, gradient = compiled.at(np.ascontiguousarray(flat))
        if status != Status.CONVERGED:
            raise GradientError(Status(status))
        return gradient

    return find


def _codes(problem: Problem) -> tuple[int, int, int] | None:
    """Return the kernel's numbers for the functions, None where one is custom."""
    network = problem.network
    hidden, output, loss = network.hidden.code, network.output.code, problem.error.code
    if hidden is None or output is None or loss is None:
        return None
    return hidden, output, loss
