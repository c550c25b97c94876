"""Check the arguments of `nnet` as R does, and make arrays and records of them."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.neural.architecture import Architecture
from rnet.neural.criteria import (
    CENSORED,
    ENTROPY,
    LINEAR_SQUARES,
    SOFTMAX,
    SQUARES,
    Criterion,
)
from rnet.neural.memory import check_allocation
from rnet.neural.nnet_data import NnetData
from rnet.neural.nnet_fit import NnetProblem, StoppingRule
from rnet.rng.state import generator

Doubles = npt.NDArray[np.float64]

VECTORS_OF_WEIGHTS = 8  # of this length are held at once


@dataclass(frozen=True, slots=True)
class Flags:
    """The four exclusive ways to fit; None where the user said nothing."""

    linout: bool
    entropy: bool | None
    softmax: bool | None
    censored: bool


def flags_of_formula(flags: Flags, levels: list[str] | None) -> Flags:
    """Return the flags with what a factor response implies: entropy or softmax."""
    if levels is None:
        return flags
    implied = "entropy" if len(levels) == 2 else "softmax"
    if (flags.entropy if implied == "entropy" else flags.softmax) is not None:
        raise RError(
            f'formal argument "{implied}" matched by multiple actual arguments',
            f"The response is a factor: {implied}=True is set already.",
        )
    return Flags(
        flags.linout,
        True if implied == "entropy" else flags.entropy,
        True if implied == "softmax" else flags.softmax,
        flags.censored,
    )


def criterion_of(flags: Flags, outputs: int) -> Criterion:
    """Return output units and loss; softmax and censored win over linout and entropy."""
    if flags.softmax or flags.censored:
        if outputs < 2:
            raise RError(
                "'softmax = TRUE' requires at least two response categories",
                "Give one column for each class, as class_ind() does.",
            )
        return CENSORED if flags.censored else SOFTMAX
    if flags.entropy:
        if flags.linout:
            raise RError("entropy fit only for logistic units", "Leave out linout or entropy.")
        return ENTROPY
    return LINEAR_SQUARES if flags.linout else SQUARES


def architecture_of(
    data: NnetData, size: Any, skip: bool, criterion: Criterion, largest: float
) -> Architecture:
    """Return the network; it must have weights, and not too many."""
    inputs, outputs = data.x.shape[1], data.y.shape[1]
    if size is None:
        raise RError('argument "size" is missing, with no default', "Give the hidden units.")
    number = number_of(size)
    if isinstance(size, str) or not np.isfinite(number) or number != np.floor(number):
        raise RError("invalid 'size'", "Give one whole number of hidden units.")
    if not inputs:
        raise RError("no weights to fit", "There are no predictors.")
    hidden = int(number)
    if hidden < 0 or (hidden == 0 and not skip):
        raise RError("no weights to fit", "Give size=1 or more, or skip=True.")
    net = Architecture(inputs, hidden, outputs, skip, criterion)
    check_size(net, largest)
    return net


def check_size(net: Architecture, largest: float) -> None:
    """Refuse networks with more weights than allowed, or than memory holds."""
    most = number_of(largest)
    if np.isnan(most):
        raise RError("invalid 'MaxNWts'", "Give the largest number of weights that is allowed.")
    if net.weights > most:
        raise RError(f"too many ({net.weights}) weights", f"Allow them with MaxNWts={net.weights}.")
    check_allocation(8.0 * net.weights, VECTORS_OF_WEIGHTS)


def number_of(given: Any) -> float:
    """Return one number, NaN for what is none: R makes NA of it on the way to its C code."""
    try:
        return float(given)
    except (TypeError, ValueError, OverflowError):
        return np.nan


def numbers_of(given: Any) -> Doubles:
    """Return numbers as a vector, NaN for what is no number."""
    try:
        return np.atleast_1d(np.asarray(given, dtype=np.float64))
    except (TypeError, ValueError, OverflowError):
        return np.array([np.nan])


def flag_of(given: Any, name: str) -> bool:
    """Return a logical argument; None is False.

    Raises
    ------
    RError
        `argument is not interpretable as logical`
    """
    if given is None:
        return False
    number = np.nan if isinstance(given, str) else number_of(given)
    if np.isnan(number):
        raise RError("argument is not interpretable as logical", f"'{name}' is True or False.")
    return bool(number)


def start_weights(given: Any, count: int, rang: Any) -> Doubles:
    """Return the weights given, or draw them from [-rang, rang] in one call."""
    if given is not None:
        weights = numbers_of(given)
        if weights.shape != (count,):
            raise RError("weights vector of incorrect length", f"The network has {count} weights.")
        return weights
    width = number_of(rang)
    if not np.isfinite(width):
        raise RError("invalid 'rang'", "Start weights are drawn between -rang and rang.")
    if width > 0:
        low, high = np.array([-width]), np.array([width])
        return generator().uniform_between(count, low, high)[0]
    return np.zeros(count)


def free_weights(mask: Any, count: int) -> npt.NDArray[np.int64]:
    """Return the positions of the weights that may change."""
    if mask is None:
        return np.arange(count)
    wanted = numbers_of(mask) != 0
    if wanted.shape != (count,):
        raise RError("incorrect length of 'mask'", f"The network has {count} weights.")
    return np.flatnonzero(wanted)


def problem_of(
    net: Architecture, data: NnetData, decay: Doubles, free: npt.NDArray[np.int64]
) -> NnetProblem:
    """Return what is to be fitted, with one case weight and one decay each."""
    check_allocation(4.0 * len(free) * (len(free) + 1), 1)  # the metric, a triangle
    penalties = np.resize(decay, net.weights) if len(decay) == 1 else decay
    if penalties.shape != (net.weights,):
        raise RError("invalid 'decay'", f"Give one number, or one for each of {net.weights}.")
    problem = NnetProblem(net, data.x, data.y, case_weights(data), penalties, free)
    _check_finite(problem)
    return problem


def case_weights(data: NnetData) -> Doubles:
    """Return the case weights, 1 where none were given."""
    weights = np.ones(len(data.x)) if data.weights is None else data.weights
    if weights.shape != (len(data.x),) or np.any(weights < 0):
        raise RError("invalid weights vector", "One number for each case, none negative.")
    if np.isnan(weights).any():
        raise RError("missing value where TRUE/FALSE needed", "A case weight is missing.")
    return weights


def _check_finite(problem: NnetProblem) -> None:
    parts = (problem.covariate, problem.response, problem.case_weights)
    if not all(np.isfinite(part).all() for part in parts):
        raise RError("NA/NaN/Inf in foreign function call (arg 2)", "A number is infinite.")
    if not np.isfinite(problem.decay).all():
        raise RError("NA/NaN/Inf in foreign function call (arg 4)", "'decay' is missing.")


def check_start(weights: Doubles) -> None:
    """Refuse start weights that are missing or infinite."""
    if not np.isfinite(weights).all():
        raise RError("NA/NaN/Inf in foreign function call (arg 5)", "A start weight is missing.")


def stopping_rule(maxit: Any, abstol: Any, reltol: Any) -> StoppingRule:
    """Return when to stop; `maxit` is cut to a whole number as in R."""
    steps = number_of(maxit)
    if np.isnan(steps):
        raise RError("NAs in foreign function call (arg 7)", "'maxit' is no number.")
    found = {}
    for place, name, value in (("10", "abstol", abstol), ("11", "reltol", reltol)):
        found[name] = number_of(value)
        if not np.isfinite(found[name]):
            raise RError(
                f"NA/NaN/Inf in foreign function call (arg {place})", f"'{name}' is no number."
            )
    return StoppingRule(int(min(max(steps, -1), 2**31 - 1)), **found)
