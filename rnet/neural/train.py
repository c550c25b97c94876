"""Train repetitions: in the compiled loop, or in NumPy where a custom function asks for it."""

import numpy as np
import numpy.typing as npt

from rnet.neural import _kernel
from rnet.neural.problem import Outcome, Problem, Report, Status, TrainingSettings
from rnet.neural.train_numpy import train_numpy

Doubles = npt.NDArray[np.float64]


def train(
    problem: Problem, weights: Doubles, settings: TrainingSettings, report: Report | None = None
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

    Returns
    -------
    list of Outcome
        One for each repetition, up to the first that failed.
    """
    codes = _codes(problem)
    if codes is None:
        return train_numpy(problem, weights, settings, report)
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
    )
    outcomes = [Outcome(Status(status), *rest) for status, *rest in found]
    failed = [i for i, outcome in enumerate(outcomes) if outcome.status.is_failure]
    return outcomes[: failed[0] + 1] if failed else outcomes


def _codes(problem: Problem) -> tuple[int, int, int] | None:
    """Return the kernel's numbers for the functions, None where one is custom."""
    network = problem.network
    hidden, output, loss = network.hidden.code, network.output.code, problem.error.code
    if hidden is None or output is None or loss is None:
        return None
    return hidden, output, loss
