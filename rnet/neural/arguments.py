"""Check the arguments of `neuralnet` in R's order, with R's messages, and make them objects."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from rnet.conditions import RError, warn
from rnet.neural.activations import LINEAR, Activation, activation
from rnet.neural.error_functions import ErrorFunction, error_function
from rnet.neural.optimizers import OPTIMIZERS, Optimizer
from rnet.neural.problem import TrainingSettings
from rnet.neural.rprop import ALGORITHMS, Algorithm, StepSizes
from rnet.neural.start_weights import Doubles, given_start_weights

LIFESIGNS = ("none", "minimal", "full")
DEFAULT_LIMIT = (1e-10, 0.1)
DEFAULT_FACTOR = (0.5, 1.2)
LIMIT_NAMES, FACTOR_NAMES = ("min", "max"), ("minus", "plus")

_NO_LENGTH = "argument is of length zero"
_TWO_COMPONENTS = "Argument 'learningrate.factor' must consist of two components."
_LEARNINGRATE = (
    "Argument 'learningrate' must be a numeric value, if the backpropagation algorithm is used."
)
_HIDDEN = "Argument 'hidden' must be an integer vector or a single integer."
_THRESHOLD = "Argument 'threshold' must be a numeric value."


@dataclass(frozen=True, slots=True, eq=False)
class Arguments:
    """The checked arguments of `neuralnet` that do not depend on the data.

    Attributes
    ----------
    hidden_as_given : tuple of int
        Units of each hidden layer; a single 0 for none.
    rep : int
        Repetitions.
    hidden_activation : Activation
    output_choice : Activation
        What `output.act.fct` says, also where the output is linear.
    error : ErrorFunction
    linear_output, likelihood : bool
    startweights : ndarray or None
    learning_rate : ndarray or None
        Of "backprop", to be recycled over the free weights.
    lifesign : str
    lifesign_step : int
    threshold, stepmax : float
    algorithm : Algorithm or Optimizer
    limit, factor : tuple of float
    """

    hidden_as_given: tuple[int, ...]
    rep: int
    hidden_activation: Activation
    output_choice: Activation
    error: ErrorFunction
    linear_output: bool
    likelihood: bool
    startweights: Doubles | None
    learning_rate: Doubles | None
    lifesign: str
    lifesign_step: int
    threshold: float
    stepmax: float
    algorithm: Algorithm | Optimizer
    limit: tuple[float, float]
    factor: tuple[float, float]

    @property
    def hidden(self) -> tuple[int, ...]:
        """Units of each hidden layer; empty for none."""
        return () if self.hidden_as_given == (0,) else self.hidden_as_given

    @property
    def output_activation(self) -> Activation:
        """The activation of the output layer."""
        return LINEAR if self.linear_output else self.output_choice

    @property
    def simple_cross_entropy(self) -> bool:
        """Whether R takes o (1 - y) - y (1 - o) for the output's delta.

        R looks at the *hidden* activation to decide; a minimiser needs the true gradient.
        """
        deciding = self.hidden_activation
        if isinstance(self.algorithm, Optimizer):
            deciding = self.output_choice
        logistic = deciding.name == "logistic"
        return not self.linear_output and self.error.name == "ce" and logistic

    def training_settings(self, free: int, workers: int) -> TrainingSettings:
        """Return how to train a network of so many free weights on so many threads."""
        rate = np.zeros(free) if self.learning_rate is None else self.learning_rate
        return TrainingSettings(
            algorithm=self.algorithm,
            threshold=self.threshold,
            step_limit=self.stepmax,
            sizes=StepSizes(*self.limit, *self.factor, np.resize(rate, free).astype(np.float64)),
            report_every=self.lifesign_step if self.lifesign == "full" else 0,
            workers=workers,
        )


def check_arguments(
    *,
    formula: Any,
    data: Any,
    hidden: Any,
    threshold: Any,
    stepmax: Any,
    rep: Any,
    startweights: Any,
    learningrate_limit: Any,
    learningrate_factor: Any,
    learningrate: Any,
    lifesign: Any,
    lifesign_step: Any,
    algorithm: Any,
    err_fct: Any,
    act_fct: Any,
    output_act_fct: Any,
    linear_output: Any,
    likelihood: Any,
) -> Arguments:
    """Check arguments in R's order; the parameters are those of `neuralnet`.

    Raises
    ------
    RError
        R's message and a line of advice.
    """
    if data is None:
        raise RError("Missing 'data' argument.", "Give a data frame.")
    if formula is None:
        raise RError("Missing 'formula' argument.", "Give a formula such as 'y ~ a + b'.")
    limit = _pair(learningrate_limit, "learningrate.limit", LIMIT_NAMES, DEFAULT_LIMIT)
    factor = _pair(learningrate_factor, "learningrate.factor", FACTOR_NAMES, DEFAULT_FACTOR)
    rate = _learning_rate(learningrate, algorithm)
    _check_lifesign(lifesign)
    known: dict[str, Algorithm | Optimizer] = {**ALGORITHMS, **OPTIMIZERS}
    if not isinstance(algorithm, str) or algorithm not in known:
        raise RError("Unknown algorithm.", f"One of {', '.join(known)}.")
    limits = _number(threshold, "threshold", _THRESHOLD)
    layers = _hidden(hidden)
    repetitions = _repetitions(rep)
    steps = _number(stepmax, "stepmax", "Argument 'stepmax' must be an integer")
    inner = activation(act_fct, "Unknown activation function.")
    outer = (
        inner
        if output_act_fct is None
        else activation(output_act_fct, "Unknown output activation function.")
    )
    found = Arguments(
        hidden_as_given=layers,
        rep=repetitions,
        hidden_activation=inner,
        output_choice=outer,
        error=error_function(err_fct),
        linear_output=_flag(linear_output, "linear.output"),
        likelihood=_flag(likelihood, "likelihood"),
        startweights=given_start_weights(startweights),
        learning_rate=rate,
        lifesign=lifesign,
        lifesign_step=_whole(lifesign_step, "lifesign.step"),
        threshold=limits,
        stepmax=steps,
        algorithm=known[algorithm],
        limit=limit,
        factor=factor,
    )
    _warn_of_pitfalls(found)
    return found


def _pair(
    given: Any, name: str, names: tuple[str, str], default: tuple[float, float]
) -> tuple[float, float]:
    if given is None:
        return default
    values = _values(given)
    if len(values) != 2:
        raise RError(_TWO_COMPONENTS, f"'{name}' is two numbers: {names[0]}, {names[1]}.")
    numbers = [_as_float(value) for value in values]
    if any(math.isnan(number) for number in numbers):
        raise RError(f"'{name}' must be a numeric vector", "Of two numbers, none missing.")
    if isinstance(given, Mapping | pd.Series) and list(given.keys()) == list(names[::-1]):
        warn(
            f"the names in '{name}' were ignored",
            f"R takes the first as {names[0]}, the second as {names[1]}, whatever their names.",
        )
    return numbers[0], numbers[1]


def _values(given: Any) -> list[Any]:
    if isinstance(given, Mapping):
        return list(given.values())
    return [given] if _is_single(given) else list(given)


def _is_single(given: Any) -> bool:
    return isinstance(given, str) or not (isinstance(given, list | tuple) or np.ndim(given))


def _as_float(value: Any) -> float:
    """Return a number, NaN for what is none."""
    if isinstance(value, str) or value is None:
        return math.nan
    try:
        return float(value)
    except (TypeError, ValueError, OverflowError):
        return math.nan


def _learning_rate(learningrate: Any, algorithm: Any) -> Doubles | None:
    if not isinstance(algorithm, str) or algorithm != "backprop":
        return None
    rates = [] if learningrate is None else [_as_float(value) for value in _values(learningrate)]
    if not rates or any(math.isnan(rate) for rate in rates):
        raise RError(_LEARNINGRATE, "For instance learningrate=0.01.")
    return np.array(rates)


def _check_lifesign(lifesign: Any) -> None:
    if lifesign is None:
        raise RError(_NO_LENGTH, f"'lifesign' is one of {', '.join(LIFESIGNS)}.")
    if not isinstance(lifesign, str) or lifesign not in LIFESIGNS:
        raise RError("Argument 'lifesign' must be one of 'none', 'minimal', 'full'.")


def _number(given: Any, name: str, message: str) -> float:
    if given is None:
        raise RError(_NO_LENGTH, f"'{name}' must be a number.")
    number = _as_float(given) if _is_single(given) else math.nan
    if math.isnan(number):
        raise RError(message, f"'{name}' is one number.")
    return number


def _hidden(hidden: Any) -> tuple[int, ...]:
    advice = "Give the units of each hidden layer, whole numbers from 1; a single 0 for no layer."
    values = [] if hidden is None else _values(hidden)
    if not values:
        raise RError("replacement has length zero", advice)
    if any(isinstance(value, str) for value in values):
        raise RError("non-numeric argument to binary operator", advice)
    numbers = [_as_float(value) for value in values]
    if any(math.isnan(number) for number in numbers):
        raise RError(_HIDDEN, advice)
    if len(numbers) > 1 and 0 in numbers:
        raise RError("Argument 'hidden' contains at least one 0.", advice)
    if any(number < 0 for number in numbers):
        raise RError("invalid 'times' argument", advice)
    if not all(number.is_integer() for number in numbers):
        raise RError(_HIDDEN, advice)
    return tuple(int(number) for number in numbers)


def _repetitions(rep: Any) -> int:
    number = _number(rep, "rep", "Argument 'rep' must be an integer")
    if number < 1 or not number.is_integer():
        raise RError("Argument 'rep' must be an integer", "1 or more.")
    return int(number)


def _whole(given: Any, name: str) -> int:
    number = _as_float(given) if _is_single(given) else math.nan
    if not number >= 1 or math.isinf(number):
        raise RError(f"Argument '{name}' must be an integer", "1 or more.")
    return int(number)


def _flag(given: Any, name: str) -> bool:
    number = _as_float(given) if _is_single(given) else math.nan
    if math.isnan(number):
        missing = given is pd.NA or isinstance(given, float)
        raise RError(
            "missing value where TRUE/FALSE needed"
            if missing
            else "argument is not interpretable as logical",
            f"'{name}' is True or False.",
        )
    return number != 0


def _warn_of_pitfalls(given: Arguments) -> None:
    if given.error.name != "ce":
        return
    if given.linear_output:
        warn(
            "err.fct 'ce' with linear output",
            "The outputs are no probabilities; set linear_output=False.",
        )
    elif given.simple_cross_entropy and given.output_choice.name != "logistic":
        warn(
            "the gradient of err.fct 'ce' is that of a logistic output",
            "R takes the short form whenever the *hidden* units are logistic, whatever "
            f"output.act.fct is (here {given.output_choice.name}).",
        )
