"""Train all repetitions of a network, and compute the errors of those that converged."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, partial

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.neural.activations import Activation
from rnet.neural.arguments import Arguments
from rnet.neural.cases import TrainingCases
from rnet.neural.exclude import FixedWeights
from rnet.neural.extensions import Extensions
from rnet.neural.lifesign import Lifesign
from rnet.neural.memory import check_memory
from rnet.neural.model_data import ModelData
from rnet.neural.network import Layout, Network, forward
from rnet.neural.optimizers import Optimizer
from rnet.neural.problem import Outcome, Problem, Status
from rnet.neural.progress import progress_bar
from rnet.neural.scaling import check_scalable, standardisation
from rnet.neural.start_weights import start_weights, warn_if_short
from rnet.neural.total_error import reported_error, training_error
from rnet.neural.train import train, train_on_cluster
from rnet.neural.training_record import TrainingRecord
from rnet.neural.watch import Watch
from rnet.parallel import cluster_size
from rnet.rng.state import DRAWING, generator

Doubles = npt.NDArray[np.float64]

NOT_FINITE = "missing value where TRUE/FALSE needed"
ERROR_DERIVATIVE = (
    "the error derivative contains a NA; varify that the derivative function does not divide by 0 "
    "(e.g. cross entropy)"
)
NEURON_DERIVATIVE = (
    "neuron derivatives contain a NA; varify that the derivative function does not divide by 0"
)


@dataclass(frozen=True, slots=True, eq=False)
class Repetition:
    """A repetition that converged.

    Attributes
    ----------
    start, weights : ndarray
        All weights in flat order, before and after.
    output : ndarray, shape (n, responses)
    criteria : dict
        "error" and, with `likelihood`, "aic" and "bic".
    """

    start: Doubles
    weights: Doubles
    output: Doubles
    criteria: dict[str, float]


@dataclass(frozen=True, slots=True, eq=False)
class Repetitions:
    """All repetitions of a fit.

    Attributes
    ----------
    outcomes : list of Outcome
        How each ended.
    converged : list of Repetition or None
        None for one that did not converge.
    record : TrainingRecord
    """

    outcomes: list[Outcome]
    converged: list[Repetition | None]
    record: TrainingRecord


def fit_repetitions(
    cases: TrainingCases, given: Arguments, more: Extensions, layout: Layout, fixed: FixedWeights
) -> Repetitions:
    """Draw start weights in R's order, train, and compute the errors.

    Raises
    ------
    RError
        Where R stops in training; the random numbers are then where R leaves them.
    """
    data = cases.data
    check_memory(layout, len(data.covariate), given.rep)
    free = fixed.free(layout.size)
    state = generator().save()
    draw = partial(
        start_weights, layout.size, fixed, given=given.startweights, normal=generator().normal
    )
    if data.training_error is not None:
        draw(repetitions=1)
        raise data.training_error
    warn_if_short(given.startweights, len(free), given.rep)
    with DRAWING:
        starts = draw(repetitions=given.rep)
    record = _record(cases, given, more, free, starts)
    task = _Task(cases, given, more, Network(layout, *_activations(given)), record, fixed)
    outcomes = task.train()
    if outcomes[-1].status.is_failure:
        generator().restore(state)
        draw(repetitions=len(outcomes))
        raise _failure(outcomes[-1], data, given, starts[len(outcomes) - 1])
    converged = [
        task.repetition(number) if outcome.status == Status.CONVERGED else None
        for number, outcome in enumerate(outcomes)
    ]
    return Repetitions(outcomes, converged, task.record)


def _activations(given: Arguments) -> tuple[Activation, Activation]:
    return given.hidden_activation, given.output_activation


def _record(
    cases: TrainingCases,
    given: Arguments,
    more: Extensions,
    free: npt.NDArray[np.int64],
    starts: Doubles,
) -> TrainingRecord:
    """Return the record before training."""
    stepwise = not isinstance(given.algorithm, Optimizer)
    scaling = None
    if more.scale:
        linear = given.linear_output and given.error.name == "sse"
        scaling = standardisation(*_columns(cases.data), linear)
    return TrainingRecord(
        settings=given.training_settings(len(free), more.workers),
        free=free,
        simple_cross_entropy=given.simple_cross_entropy,
        case_weights=cases.weights,
        scaling=scaling,
        starts=starts,
        weights=starts.copy(),
        step_sizes=np.full((given.rep, len(free)), np.nan) if stepwise else None,
        histories=(),
    )


def _columns(data: ModelData) -> tuple[Doubles, Doubles]:
    covariate = data.covariate.to_numpy(dtype=np.float64)
    return covariate, data.response.to_numpy(dtype=np.float64)


class _Task:
    """The training of one fit, and what its repetitions gave."""

    def __init__(
        self,
        cases: TrainingCases,
        given: Arguments,
        more: Extensions,
        network: Network,
        record: TrainingRecord,
        fixed: FixedWeights,
    ) -> None:
        self.cases, self.given, self.more, self.record = cases, given, more, record
        self.parameters = network.layout.size - len(fixed.at_zero)
        columns = _columns(cases.data)
        self.problem = record.problem(*columns, network, given.error)
        self.original = self.problem
        if record.scaling is not None:
            check_scalable(fixed, network.layout)
            self.original = replace(self.problem, covariate=columns[0], response=columns[1])
        self.repetition = cache(self._repetition)

    def train(self) -> list[Outcome]:
        """Train all repetitions; the record holds the weights afterwards."""
        given, more, record = self.given, self.more, self.record
        watches = [self._watch() for _ in record.starts] if self._is_watched() else None
        lifesign = None
        if given.lifesign != "none":
            lifesign = _lifesign(given, lambda number: self.repetition(number).criteria)
            lifesign.begin(0)
        with progress_bar(given.rep, more.progress, lifesign is not None) as bar:
            report = lifesign or bar
            where = (self.problem, record.weights, record.settings)
            if watches is None and report is None and given.rep > 1 and cluster_size():
                outcomes = train_on_cluster(*where, record.step_sizes)
            else:
                outcomes = train(*where, report, watches, record.step_sizes)
        if watches is not None:
            self.record = replace(record, histories=tuple(watch.history() for watch in watches))
        return outcomes

    def _is_watched(self) -> bool:
        return self.more.history or self.cases.held_out is not None

    def _watch(self) -> Watch:
        held_out = None
        if self.cases.held_out is not None:
            rows = self.cases.held_out
            held_out = replace(
                self.original, covariate=rows.covariate, response=rows.response, case_weights=None
            )
        return Watch(
            error=self._error_on(self.original),
            validation_error=None if held_out is None else self._error_on(held_out),
            patience=self.more.patience,
            keeps_weights=self.more.history_weights,
        )

    def _error_on(self, problem: Problem) -> Callable[[Doubles], float]:
        return lambda flat: training_error(problem, self._original_scale(flat))

    def _original_scale(self, flat: Doubles) -> Doubles:
        return self.record.original_scale(flat, self.problem.network.layout)

    def _repetition(self, number: int) -> Repetition:
        weights = self._original_scale(self.record.weights[number])
        layout = self.problem.network.layout
        output = forward(
            self.problem.network, layout.split(weights), self.original.covariate
        ).output
        criteria = _criteria(self.original, output, self.given.likelihood, self.parameters)
        return Repetition(self.record.starts[number], weights, output, criteria)


def _lifesign(given: Arguments, criteria: Callable[[int], dict[str, float]]) -> Lifesign:
    return Lifesign(
        hidden=given.hidden_as_given,
        threshold=given.threshold,
        stepmax=given.stepmax,
        repetitions=given.rep,
        criteria=criteria,
    )


def _criteria(
    problem: Problem, output: Doubles, likelihood: bool, parameters: int
) -> dict[str, float]:
    """Return the error and, reading it as negative log-likelihood, AIC and BIC.

    `parameters` counts weights fixed at a constant other than 0, as R does.
    """
    counted = problem.case_weights
    error = reported_error(problem.error, output, problem.response, counted)
    if not likelihood:
        return {"error": error}
    rows = len(problem.response) if counted is None else int((counted > 0).sum())
    return {
        "error": error,
        "aic": 2.0 * error + 2.0 * parameters,
        "bic": 2.0 * error + float(np.log(rows)) * parameters,
    }


_NO_PROBABILITIES = (
    "err.fct 'ce' needs outputs between 0 and 1: set linear_output=False and "
    "output_act_fct='logistic'."
)
_DIVERGED = "The training diverged: scale the predictors (scale=True)."
_OUT_OF_RANGE = (
    "An output came to exactly 0 or 1, or out of the range of numbers; scale the predictors "
    "or use another activation."
)


def _failure(outcome: Outcome, data: ModelData, given: Arguments, start: Doubles) -> RError:
    """Return R's error for derivatives that are not numbers, with the likely cause."""
    status = outcome.status
    message = {
        Status.ERROR_DERIVATIVE_NAN: ERROR_DERIVATIVE,
        Status.NEURON_DERIVATIVE_NAN: NEURON_DERIVATIVE,
    }.get(status, NOT_FINITE)
    covariate = data.covariate.to_numpy(dtype=np.float64)
    missing = np.flatnonzero(np.isnan(covariate).any(axis=0))
    if len(missing):
        name = data.variables[missing[0]]
        rows = int(np.isnan(covariate[:, missing[0]]).sum())
        return RError(message, f"`{name}` is missing in {rows} row(s); drop them first.")
    if np.isnan(start).any():
        return RError(message, "A start weight is missing.")
    if not (np.isfinite(covariate).all() and np.isfinite(start).all()):
        return RError(message, "A predictor or start weight is infinite.")
    if given.learning_rate is not None:
        rate = float(given.learning_rate.max())
        return RError(
            message,
            f"The training diverged after {outcome.steps - 1:g} step(s): the learningrate "
            f"{rate:g} is too large. Try learningrate={rate / 10:g}, or scale=True.",
        )
    if given.error.name == "ce" and given.output_activation.name != "logistic":
        return RError(message, _NO_PROBABILITIES)
    return RError(message, _DIVERGED if status == Status.DIVERGED else _OUT_OF_RANGE)
