"""Train all repetitions of a network, and compute the errors of those that converged."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError, warn
from rnet.neural.arguments import Arguments
from rnet.neural.error_functions import ErrorFunction
from rnet.neural.exclude import FixedWeights
from rnet.neural.lifesign import Lifesign
from rnet.neural.memory import check_memory
from rnet.neural.model_data import ModelData
from rnet.neural.network import Layout, Network, forward
from rnet.neural.problem import Outcome, Problem, Status
from rnet.neural.rprop import ordered_sum
from rnet.neural.start_weights import start_weights, warn_if_short
from rnet.neural.train import train
from rnet.rng.state import generator

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


def fit_repetitions(
    data: ModelData, given: Arguments, layout: Layout, fixed: FixedWeights
) -> tuple[list[Outcome], list[Repetition | None]]:
    """Draw start weights in R's order, train, and compute the errors.

    Returns
    -------
    outcomes : list of Outcome
        How each repetition ended.
    repetitions : list of Repetition or None
        None for one that did not converge.

    Raises
    ------
    RError
        Where R stops in training; the random numbers are then where R leaves them.
    """
    check_memory(layout, len(data.covariate), given.rep)
    problem = _problem(data, given, layout, fixed)
    state = generator().save()
    draw = partial(
        start_weights, layout.size, fixed, given=given.startweights, normal=generator().normal
    )
    if data.training_error is not None:
        draw(repetitions=1)
        raise data.training_error
    warn_if_short(given.startweights, len(problem.free), given.rep)
    starts = draw(repetitions=given.rep)
    trained = starts.copy()

    @cache
    def repetition(number: int) -> Repetition:
        weights = trained[number]
        output = forward(problem.network, layout.split(weights), problem.covariate).output
        criteria = _criteria(problem, output, given.likelihood, layout.size - len(fixed.at_zero))
        return Repetition(starts[number], weights, output, criteria)

    lifesign = None
    if given.lifesign != "none":
        lifesign = _lifesign(given, lambda number: repetition(number).criteria)
        lifesign.begin(0)
    outcomes = train(problem, trained, given.training_settings(len(problem.free)), lifesign)
    if outcomes[-1].status.is_failure:
        generator().restore(state)
        draw(repetitions=len(outcomes))
        raise _failure(outcomes[-1].status, data, starts[len(outcomes) - 1])
    converged = [outcome.status == Status.CONVERGED for outcome in outcomes]
    return outcomes, [repetition(i) if done else None for i, done in enumerate(converged)]


def _problem(data: ModelData, given: Arguments, layout: Layout, fixed: FixedWeights) -> Problem:
    return Problem(
        covariate=data.covariate.to_numpy(dtype=np.float64),
        response=data.response.to_numpy(dtype=np.float64),
        network=Network(layout, given.hidden_activation, given.output_activation),
        error=given.error,
        simple_cross_entropy=given.simple_cross_entropy,
        free=fixed.free(layout.size),
    )


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
    error = total_error(problem.error, output, problem.response)
    if not likelihood:
        return {"error": error}
    rows = len(problem.response)
    return {
        "error": error,
        "aic": 2.0 * error + 2.0 * parameters,
        "bic": 2.0 * error + float(np.log(rows)) * parameters,
    }


def total_error(function: ErrorFunction, output: Doubles, response: Doubles) -> float:
    """Return the sum of the errors of all cells.

    With "ce" and outputs that are probabilities, cells of 0 log(0) are left out.
    """
    cells = function.value(output, response).ravel(order="F")
    total = ordered_sum(cells)
    if function.name == "ce":
        for argument in (output, 1.0 - output):
            if (argument < 0).any():
                warn("NaNs produced", "The logarithm of an output outside [0, 1].")
        if np.isnan(total) and ((output >= 0) & (output <= 1)).all():
            total = ordered_sum(cells[~np.isnan(cells)])
    if np.isnan(total):
        warn(
            "'err.fct' does not fit 'data' or 'act.fct'",
            "The error of the trained network is not a number.",
        )
    return total


def warn_unless_converged(outcomes: list[Outcome], threshold: float) -> None:
    """Give R's warning, with what was reached and what to try."""
    missed = [outcome for outcome in outcomes if outcome.status == Status.STEP_LIMIT]
    if missed:
        nearest = min(outcome.smallest for outcome in missed)
        warn(
            f"Algorithm did not converge in {len(missed)} of {len(outcomes)} repetition(s) "
            "within the stepmax.",
            f"The largest derivative came down to {nearest:.3g} at best (threshold {threshold:g}). "
            "Try a larger stepmax or threshold, scaled predictors, or other start weights.",
            stacklevel=5,
        )


def _failure(status: Status, data: ModelData, start: Doubles) -> RError:
    """Return R's error for derivatives that are not numbers, with the likely cause."""
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
    if status == Status.DIVERGED:
        return RError(
            message, "The training diverged: use a smaller learningrate, or scale the predictors."
        )
    return RError(
        message,
        "An output came to exactly 0 or 1, or out of the range of numbers; scale the predictors "
        "or use another activation.",
    )
