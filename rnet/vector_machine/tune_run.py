"""Fit and test every setting on every sample, the random numbers drawn in R's order."""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from itertools import product
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.parallel import map_in_threads
from rnet.rng.state import generator, replace_state
from rnet.settings import Settings, current, options
from rnet.vector_machine.tune_data import Test, TuningData
from rnet.vector_machine.tune_samples import Rows

State = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Work:
    """What is fitted and tested.

    Attributes
    ----------
    fit, predict : callable
        The method and what predicts from its fits.
    data : TuningData
    training : list of numpy.ndarray
        Rows to train on, one array for each sample.
    tests : list of Test
        What to test on, one for each sample.
    settings : list of dict
        Arguments to try.
    always : dict
        Arguments of every fit.
    error : callable
        From true and predicted values to an error.
    repeats : int
        Fits of each setting to each sample.
    """

    fit: Callable[..., Any]
    predict: Callable[..., Any]
    data: TuningData
    training: list[Rows]
    tests: list[Test]
    settings: list[dict[str, Any]]
    always: dict[str, Any]
    error: Callable[[Any, Any], Any]
    repeats: int

    def tasks(self) -> list[tuple[int, int]]:
        """Return setting and sample of every fit, in R's order."""
        ordered = product(range(len(self.settings)), range(len(self.training)), range(self.repeats))
        return [(setting, sample) for setting, sample, _ in ordered]

    def fit_all(self, setting: int) -> Any:
        """Return one setting fitted to all rows."""
        positional, named = self.data.all_arguments()
        return self.fit(*positional, **named, **self.settings[setting], **self.always)

    def error_of(self, task: tuple[int, int]) -> float:
        """Return the error of one setting, fitted to one sample."""
        setting, sample = task
        positional, named = self.data.training_arguments(self.training[sample])
        fit = self.fit(*positional, **named, **self.settings[setting], **self.always)
        test = self.tests[sample]
        return _number(self.error(test.truth, self.predict(fit, test.newdata)))


@dataclass(frozen=True, slots=True, eq=False)
class Job:
    """One fit for a worker: the random numbers it starts from, and the options it works under."""

    work: Work
    task: tuple[int, int]
    start: State
    options: Settings


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """The error a worker found, and the random numbers after it; None where the fit failed."""

    error: float | None
    end: State


def errors_of(
    work: Work, workers: int, advance: Callable[[], object] | None
) -> npt.NDArray[np.float64]:
    """Return the errors, shape (settings, samples, repeats).

    Workers begin before it is known what earlier fits draw. Each is given the state of the random
    numbers that follows if fits draw none; what it finds counts if that was the state indeed, or
    if it drew none itself. Otherwise the fit is done again, and the rest one after the other.

    Parameters
    ----------
    work : Work
    workers : int
        How many threads; a cluster chosen with joblib counts as many more.
    advance : callable or None
        Called after each fit.
    """
    tasks = work.tasks()
    move = advance or (lambda: None)
    found: list[float] = []
    if workers > 1 and len(tasks) > 1:
        for error in _until_one_draws(work, tasks, workers):
            found.append(error)
            move()
    for task in tasks[len(found) :]:
        found.append(work.error_of(task))
        move()
    shape = len(work.settings), len(work.training), work.repeats
    return np.array(found, dtype=np.float64).reshape(shape)


def _until_one_draws(work: Work, tasks: list[tuple[int, int]], workers: int) -> Iterator[float]:
    """Yield the errors of fits done at the same time, up to one that failed or drew numbers."""
    start = generator().save()
    jobs = [Job(work, task, start, current()) for task in tasks]
    for outcome in map_in_threads(run_job, jobs, workers):
        if outcome.error is None or not np.array_equal(outcome.end, start):
            break
        yield outcome.error


def run_job(job: Job) -> Outcome:
    """Fit and test in a worker; a failure is left to be met again in the session itself."""
    with options(**asdict(job.options)):
        replace_state(job.start)
        try:
            error = job.work.error_of(job.task)
        except Exception:
            return Outcome(None, job.start)
        return Outcome(error, generator().save())


def _number(error: Any) -> float:
    values = np.ravel(np.asarray(error, dtype=np.float64))
    if not len(values):
        raise RError("replacement has length zero", "error_fun gave nothing.")
    return float(values[0])
