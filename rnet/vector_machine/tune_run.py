"""Fit and test every setting on every sample, the random numbers drawn in R's order."""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from itertools import chain, product
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.parallel import cluster_size, map_in_threads, map_on_cluster
from rnet.rng.state import generator, replace_state
from rnet.settings import Settings, current, options
from rnet.vector_machine.draw_forecast import Forecast, State
from rnet.vector_machine.tune_data import Test, TuningData
from rnet.vector_machine.tune_rows import SampleRows
from rnet.vector_machine.tune_samples import Rows

Task: TypeAlias = tuple[int, int]

PARTS_PER_WORKER = 4  # so that a worker that is done early finds more to do


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
    read : list of SampleRows or None
        The samples as the method reads them, where that is known.
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
    read: list[SampleRows] | None = None

    def tasks(self) -> list[Task]:
        """Return setting and sample of every fit, in R's order."""
        ordered = product(range(len(self.settings)), range(len(self.training)), range(self.repeats))
        return [(setting, sample) for setting, sample, _ in ordered]

    def fit_all(self, setting: int) -> Any:
        """Return one setting fitted to all rows."""
        positional, named = self.data.all_arguments()
        return self.fit(*positional, **named, **self.settings[setting], **self.always)

    def error_of(self, task: Task) -> float:
        """Return the error of one setting, fitted to one sample."""
        setting, sample = task
        positional, named = self._training(sample)
        fit = self.fit(*positional, **named, **self.settings[setting], **self.always)
        test = self.tests[sample]
        newdata = test.newdata if self.read is None else self.read[sample].test
        return _number(self.error(test.truth, self.predict(fit, newdata)))

    def _training(self, sample: int) -> tuple[tuple[Any, ...], dict[str, Any]]:
        if self.read is None:
            return self.data.training_arguments(self.training[sample])
        return (self.read[sample].training,), self.read[sample].arguments


@dataclass(frozen=True, slots=True, eq=False)
class Job:
    """Fits for a worker: the random numbers each starts from, and the options they work under."""

    work: Work
    tasks: list[Task]
    starts: list[State]
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

    Workers begin before it is known what earlier fits draw. Each is given the random numbers that
    follow if the forecast of these draws is right; what it finds counts only if it was. From a fit
    that the forecast missed all is done again, so the errors and the random numbers afterwards are
    those of fits done one after the other.

    Parameters
    ----------
    work : Work
    workers : int
        How many fits are done at the same time, by threads or by the cluster joblib chose.
    advance : callable or None
        Called after each fit.
    """
    tasks = work.tasks()
    move = advance or (lambda: None)
    found: list[float] = []
    forecast = Forecast(len(work.training) * work.repeats)
    while len(found) < len(tasks):
        before = generator().save()
        rest = tasks[len(found) :]
        if workers > 1 and len(rest) > 1 and forecast.is_ready:
            starts = forecast.starts(len(found), len(tasks), before)
            for error in _as_forecast(Job(work, rest, starts, current()), workers, forecast):
                found.append(error)
                move()
        else:
            error = work.error_of(rest[0])
            forecast.learn(len(found), before, generator().save())
            found.append(error)
            move()
    shape = len(work.settings), len(work.training), work.repeats
    return np.array(found, dtype=np.float64).reshape(shape)


def _as_forecast(job: Job, workers: int, forecast: Forecast) -> Iterator[float]:
    """Yield the errors of fits done at the same time, up to one that failed or was missed.

    The random numbers are left as the last of these fits left them.
    """
    for outcome, follows in zip(_outcomes(job, workers), [*job.starts[1:], None], strict=True):
        if outcome.error is None:
            forecast.give_up()
            return
        generator().restore(outcome.end)
        yield outcome.error
        if follows is not None and not np.array_equal(outcome.end, follows):
            forecast.missed()
            return


def _outcomes(job: Job, workers: int) -> Iterator[Outcome]:
    """Yield the outcomes of all fits, in order, as workers find them."""
    size = cluster_size()
    if not size:
        single = [
            replace(job, tasks=[t], starts=[s]) for t, s in zip(job.tasks, job.starts, strict=True)
        ]
        for found in map_in_threads(run_job, single, workers):
            yield found[0]
        return
    parts = np.array_split(np.arange(len(job.tasks)), min(len(job.tasks), PARTS_PER_WORKER * size))
    jobs = [
        replace(job, tasks=[job.tasks[i] for i in part], starts=[job.starts[i] for i in part])
        for part in parts
    ]
    yield from chain.from_iterable(map_on_cluster(run_job, jobs))


def run_job(job: Job) -> list[Outcome]:
    """Fit and test in a worker; a failure is left to be met again in the session itself."""
    found = []
    with options(**asdict(job.options)):
        for task, start in zip(job.tasks, job.starts, strict=True):
            replace_state(start)
            try:
                error = job.work.error_of(task)
            except Exception:  # whatever it is, the session meets it again
                found.append(Outcome(None, start))
            else:
                found.append(Outcome(error, generator().save()))
    return found


def _number(error: Any) -> float:
    values = np.ravel(np.asarray(error, dtype=np.float64))
    if not len(values):
        raise RError("replacement has length zero", "error_fun gave nothing.")
    return float(values[0])
