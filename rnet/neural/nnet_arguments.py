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
from rnet.neural.nnet_data import NnetData
from rnet.neural.nnet_fit import NnetProblem, StoppingRule
from rnet.rng.state import generator

Doubles = npt.NDArray[np.float64]


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
    if isinstance(size, str) or np.ndim(size) > 0 or float(size) != np.floor(float(size)):
        raise RError("invalid 'size'", "Give one whole number of hidden units.")
    if not inputs:
        raise RError("no weights to fit", "There are no predictors.")
    hidden = int(size)
    if hidden < 0 or (hidden == 0 and not skip):
        raise RError("no weights to fit", "Give size=1 or more, or skip=True.")
    net = Architecture(inputs, hidden, outputs, skip, criterion)
    check_size(net, largest)
    return net


def check_size(net: Architecture, largest: float) -> None:
    """Refuse networks with more weights than allowed."""
    if net.weights > largest:
        raise RError(f"too many ({net.weights}) weights", f"Allow them with MaxNWts={net.weights}.")


def start_weights(given: Any, count: int, rang: float) -> Doubles:
    """Return the weights given, or draw them from [-rang, rang] in one call."""
    if given is not None:
        weights = np.atleast_1d(np.asarray(given, dtype=np.float64))
        if weights.shape != (count,):
            raise RError("weights vector of incorrect length", f"The network has {count} weights.")
        return weights
    if rang > 0:
        low, high = np.array([-float(rang)]), np.array([float(rang)])
        return generator().uniform_between(count, low, high)[0]
    return np.zeros(count)


def free_weights(mask: Any, count: int) -> npt.NDArray[np.int64]:
    """Return the positions of the weights that may change."""
    if mask is None:
        return np.arange(count)
    wanted = np.atleast_1d(np.asarray(mask, dtype=np.bool_))
    if wanted.shape != (count,):
        raise RError("incorrect length of 'mask'", f"The network has {count} weights.")
    return np.flatnonzero(wanted)


def problem_of(
    net: Architecture, data: NnetData, decay: Doubles, free: npt.NDArray[np.int64]
) -> NnetProblem:
    """Return what is to be fitted, with one case weight and one decay each."""
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


def stopping_rule(maxit: Any, abstol: float, reltol: float) -> StoppingRule:
    """Return when to stop; `maxit` is cut to a whole number as in R."""
    if np.isnan(maxit):
        raise RError("NAs in foreign function call (arg 7)", "'maxit' is missing.")
    for place, value in (("10", abstol), ("11", reltol)):
        if not np.isfinite(value):
            raise RError(f"NA/NaN/Inf in foreign function call (arg {place})")
    return StoppingRule(int(min(maxit, 2**31 - 1)), float(abstol), float(reltol))
