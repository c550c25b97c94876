"""Why a network did not converge, or learnt nothing: what `fit.diagnose()` looks at."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError, warn
from rnet.neural.network import derivatives, forward
from rnet.neural.nn import NN, repetition_number
from rnet.neural.optimizers import Optimizer
from rnet.neural.problem import Outcome, Problem, Status
from rnet.neural.rprop import ALGORITHMS, start
from rnet.neural.total_error import training_error
from rnet.neural.train import gradient_of
from rnet.neural.train_numpy import GradientError
from rnet.neural.training_record import TrainingRecord
from rnet.record import Record

Doubles = npt.NDArray[np.float64]

MORE_STEPS = 100  # how far training is continued to see whether the error still falls
STILL_FALLING = 1e-4  # relative fall over those steps that more steps would profit from
LARGE = 10.0  # a column with larger values saturates units that start with weights around 1
SMALL = 0.01  # a column that varies less has no influence on them
FLAT = 0.02  # a slope below this share of the steepest is flat
MOST_ROWS = 0.95  # flat on so many rows: saturated
ROUNDINGS = 8.0  # a derivative is known to some roundings of its largest terms
RISEN = 1.0 + 1e-9
ENOUGH = 10  # updates before sizes tell: they start at 0.1, which is the default limit
FROZEN = 0.5  # share of step sizes at a limit that is worth a word
STEEPEST = {"logistic": 0.25, "tanh": 1.0, "relu": 1.0}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong.

    Attributes
    ----------
    cause : str
        "rate", "threshold", "unscaled", "saturated", "limit" or "steps".
    text : str
        What was seen.
    advice : str
        What to try, as arguments of `neuralnet`.
    """

    cause: str
    text: str
    advice: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Diagnosis(Record):
    """Why one repetition ended as it did, the likeliest cause first.

    Attributes
    ----------
    repetition : int
        Counted from 1.
    converged : bool
    reached, smallest, threshold : float
        Largest derivative at the end, its smallest value on the way, and where training stops.
    steps : float
    error_at_start, error : float
    error_later : float
        The error after some more steps.
    findings : tuple of Finding
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "repetition",
        "converged",
        "reached",
        "smallest",
        "threshold",
        "steps",
        "error.at.start",
        "error",
        "error.later",
        "findings",
    )

    repetition: int
    converged: bool
    reached: float
    smallest: float
    threshold: float
    steps: float
    error_at_start: float
    error: float
    error_later: float
    findings: tuple[Finding, ...]

    @property
    def causes(self) -> tuple[str, ...]:
        """The causes found, the likeliest first."""
        return tuple(finding.cause for finding in self.findings)

    def __str__(self) -> str:
        from rnet.neural.print_diagnosis import format_diagnosis  # noqa: PLC0415 - imports this

        return format_diagnosis(self)


def diagnose(fit: NN, rep: int | str | None = None) -> Diagnosis:
    """Say why a repetition did not converge, or why its result is poor.

    Parameters
    ----------
    fit : NN
        A network, converged or not.
    rep : int or "best", optional
        Which repetition, from 1; by default the first that did not converge, else the best.

    Returns
    -------
    Diagnosis
        `causes`, `findings` with what to try, and the figures they rest on.

    Raises
    ------
    RError
        For a network read from a file, of which it is not known how it was trained.

    Notes
    -----
    Looks at the ranges of the columns, at units whose activation is flat on nearly all rows, at
    step sizes at their limits, at how exactly the derivatives can be known, and continues the
    training for a hundred steps to see whether the error still falls. Draws no random numbers.
    """
    if fit.training is None:
        raise RError("the network was read from a file", "It is not known how it was trained.")
    number = _first_missed(fit) if rep is None else repetition_number(fit, rep)
    if number not in range(1, len(fit.outcomes) + 1):
        raise RError("'rep' does not exist", f"There are {len(fit.outcomes)} repetition(s).")
    problem = fit.training.problem(
        fit.covariate.to_numpy(dtype=np.float64),
        fit.response.to_numpy(dtype=np.float64),
        fit.network,
        fit.err_fct,
    )
    return _Examination(fit, fit.training, problem, number - 1).diagnosis()


def warn_unless_converged(fit: NN) -> None:
    """Give R's warning, with what was reached, why, and what to try."""
    missed = [n for n, outcome in enumerate(fit.outcomes) if outcome.status == Status.STEP_LIMIT]
    if missed:
        from rnet.neural.print_diagnosis import format_reasons  # noqa: PLC0415 - imports this

        nearest = min(missed, key=lambda number: fit.outcomes[number].smallest)
        warn(
            f"Algorithm did not converge in {len(missed)} of {len(fit.outcomes)} repetition(s) "
            "within the stepmax.",
            format_reasons(diagnose(fit, nearest + 1)),
        )


def _first_missed(fit: NN) -> int:
    """Return the first repetition that did not converge, else the best, from 1."""
    missed = [n for n, outcome in enumerate(fit.outcomes) if outcome.status == Status.STEP_LIMIT]
    return missed[0] + 1 if missed else fit.best()


class _Examination:
    """What is known about one repetition, and each question asked about it."""

    def __init__(self, fit: NN, record: TrainingRecord, problem: Problem, repetition: int) -> None:
        self.fit, self.record, self.problem, self.repetition = fit, record, problem, repetition
        self.outcome: Outcome = fit.outcomes[repetition]
        self.weights = record.weights[repetition]
        self.missed = self.outcome.status == Status.STEP_LIMIT
        self.before = training_error(problem, record.starts[repetition])
        self.error = training_error(problem, self.weights)
        self.later = self._continued()

    def diagnosis(self) -> Diagnosis:
        questions: Sequence[Callable[[], Finding | None]] = (
            self._rate,
            self._threshold,
            self._unscaled,
            self._saturated,
            self._limit,
            self._steps,
        )
        findings = [finding for question in questions if (finding := question()) is not None]
        return Diagnosis(
            repetition=self.repetition + 1,
            converged=not self.missed,
            reached=self.outcome.reached,
            smallest=self.outcome.smallest,
            threshold=self.record.settings.threshold,
            steps=self.outcome.steps,
            error_at_start=self.before,
            error=self.error,
            error_later=self.later,
            findings=tuple(findings),
        )

    def _continued(self) -> float:
        """Return the smallest error within some more steps by the same rule."""
        record, free = self.record, self.record.free
        rule, flat = record.settings.algorithm, self.weights.copy()
        state = start(flat[free])
        if record.step_sizes is not None:
            state.steps[:] = record.step_sizes[self.repetition]
        else:
            rule = ALGORITHMS["rprop+"]
            state.steps[:] = 1e-3
        assert not isinstance(rule, Optimizer)
        least, find = self.error, gradient_of(self.problem)
        for _ in range(int(min(MORE_STEPS, max(10.0, self.outcome.steps)))):
            try:
                rule.update(state, find(flat), record.settings.sizes)
            except GradientError:
                break
            flat[free] = state.weights
            least = min(least, training_error(self.problem, flat))
        return least

    def _rate(self) -> Finding | None:
        """Ask whether a fixed learning rate throws the weights about."""
        if self.record.settings.algorithm.name != "backprop":
            return None
        rate = float(self.record.settings.sizes.fixed.max())
        if not self.error <= self.before * RISEN:
            text = f"the error rose from {self.before:.4g} to {self.error:.4g}"
        elif self.missed and self._bounces():
            text = "a step raises the error where one a tenth as long lowers it"
        else:
            return None
        return Finding(
            "rate",
            f"{text}: the learningrate {rate:g} is too large",
            f"learningrate={rate / 10:.3g}, or algorithm='rprop+', which finds its own",
        )

    def _bounces(self) -> bool:
        """Whether one step at the rate raises the error, and a tenth of it lowers it."""
        free, rates = self.record.free, self.record.settings.sizes.fixed
        try:
            gradient = gradient_of(self.problem)(self.weights)
        except GradientError:
            return True
        after = []
        for share in (1.0, 0.1):
            flat = self.weights.copy()
            flat[free] -= share * rates * gradient
            after.append(training_error(self.problem, flat))
        whole, tenth = after
        return not whole <= self.error and tenth < self.error

    def _threshold(self) -> Finding | None:
        """Ask whether the threshold is below what rounding lets one know of a derivative."""
        threshold = self.record.settings.threshold
        finest = self._finest_derivative()
        if not self.missed or threshold > finest:
            return None
        return Finding(
            "threshold",
            f"the threshold {threshold:g} is below rounding: the derivatives are sums of "
            f"{len(self.problem.response)} terms, known to about {finest:.1g}",
            f"threshold={10 ** np.ceil(np.log10(100 * finest)):.0e}",
        )

    def _finest_derivative(self) -> float:
        """Return the rounding error of the derivatives: eps times the sizes of their terms."""
        problem, network = self.problem, self.problem.network
        matrices = network.layout.split(self.weights)
        run = forward(network, matrices, problem.covariate)
        with np.errstate(all="ignore"):
            delta = np.abs(run.output) + np.abs(problem.response)
            slopes = derivatives(network, run)
            largest = 0.0
            for layer in range(len(matrices) - 1, -1, -1):
                terms = np.abs(run.inputs[layer]).T @ (delta * np.abs(slopes[layer]))
                largest = max(largest, float(np.nan_to_num(terms).max(initial=0.0)))
                if layer:
                    delta = (delta * np.abs(slopes[layer])) @ np.abs(matrices[layer][1:]).T
        return float(ROUNDINGS * np.finfo(np.float64).eps * largest)

    def _unscaled(self) -> Finding | None:
        """Ask for columns whose size weights around 1 cannot deal with."""
        found = [
            *_odd_columns(self.fit.model_list["variables"], self.problem.covariate),
            *(
                _odd_columns(self.fit.model_list["response"], self.problem.response)
                if self.fit.linear_output
                else []
            ),
        ]
        if not found:
            return None
        shown = ", ".join(found[:5]) + (", ..." if len(found) > 5 else "")
        return Finding(
            "unscaled", f"columns are far from a range of about 1: {shown}", "scale=True"
        )

    def _saturated(self) -> Finding | None:
        """Ask for hidden units that are flat on nearly all rows."""
        network = self.problem.network
        run = forward(network, network.layout.split(self.weights), self.problem.covariate)
        steepest = STEEPEST.get(network.hidden.name, 1.0)
        names: list[str] = []
        for layer, slope in enumerate(derivatives(network, run)[:-1]):
            flat = (np.abs(slope) <= FLAT * steepest).mean(axis=0) >= MOST_ROWS
            names += [f"{layer + 1}layhid{unit + 1}" for unit in np.flatnonzero(flat)]
        if not names:
            return None
        hidden = sum(network.layout.units[1:-1])
        shown = ", ".join(names[:5]) + (", ..." if len(names) > 5 else "")
        return Finding(
            "saturated",
            f"{len(names)} of {hidden} hidden units do the same on nearly all rows ({shown}): "
            "their weights hardly change any more",
            "scale=True, smaller startweights, or rep=10 for other start weights",
        )

    def _limit(self) -> Finding | None:
        """Ask whether step sizes are at learningrate.limit."""
        sizes = self.record.settings.sizes
        few = self.outcome.steps <= ENOUGH
        if self.record.step_sizes is None or not self.missed or few:
            return None
        steps = self.record.step_sizes[self.repetition]
        if self.record.settings.algorithm.name == "backprop" or np.isnan(steps).any():
            return None
        low, high = (steps <= sizes.lowest).mean(), (steps >= sizes.highest).mean()
        if low >= FROZEN:
            text = f"{low:.0%} of the step sizes are at their lower limit {sizes.lowest:g}"
            return Finding("limit", text, f"learningrate_limit=[1e-30, {sizes.highest:g}]")
        if high >= FROZEN:
            text = f"{high:.0%} of the step sizes are at their upper limit {sizes.highest:g}"
            advice = f"learningrate_limit=[{sizes.lowest:g}, {10 * sizes.highest:g}]"
            return Finding("limit", text, advice)
        return None

    def _steps(self) -> Finding | None:
        """Ask whether the error still falls."""
        if not self.missed or not self.error - self.later > STILL_FALLING * abs(self.error):
            return None
        more = 10 * self.record.settings.step_limit
        stepwise = self.record.step_sizes is not None
        return Finding(
            "steps",
            f"the error still fell: from {self.error:.4g} to {self.later:.4g} within the next "
            "steps",
            f"stepmax={more:g}" + (", or algorithm='lbfgs', which needs fewer" if stepwise else ""),
        )


def _odd_columns(names: Sequence[str], columns: Doubles) -> list[str]:
    found = []
    for name, column in zip(names, columns.T, strict=True):
        low, high = float(column.min()), float(column.max())
        if max(abs(low), abs(high)) > LARGE or 0 < high - low < SMALL:
            found.append(f"{name} ({low:.4g} to {high:.4g})")
    return found
