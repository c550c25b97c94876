"""Check the numbers a user gives the solver, with R's and LIBSVM's words."""

import math
from dataclasses import dataclass
from itertools import combinations
from numbers import Real

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.vector_machine.kernels import Kernel, KernelParameters
from rnet.vector_machine.problem import SolverSettings
from rnet.vector_machine.svm_types import NU_CLASSIFICATION, ONE_CLASSIFICATION, SvmType

SMALLEST_CACHE = 0.1

# R reports a number that is not finite by its place in the call of the C code.
PLACES = {
    "degree": 9,
    "gamma": 10,
    "coef0": 11,
    "cost": 12,
    "nu": 13,
    "cachesize": 17,
    "tolerance": 18,
    "epsilon": 19,
}


@dataclass(frozen=True, slots=True)
class Numbers:
    """The solver's numbers as the user gave them; `gamma` None stands for R's default."""

    degree: float
    gamma: float | None
    coef0: float
    cost: float
    nu: float
    epsilon: float
    cachesize: float
    tolerance: float

    def check_given(self) -> None:
        """Raise R's error for a parameter that is NULL."""
        for name in ("degree", "coef0", "cost", "nu", "epsilon", "tolerance"):
            if getattr(self, name) is None:
                raise RError(f"‘{name}’ must not be NULL!", "Leave it out for its default.")


def solver_settings(
    kind: SvmType, kernel: Kernel, given: Numbers, default_gamma: float, shrinking: bool
) -> SolverSettings:
    """Return settings LIBSVM accepts.

    Parameters
    ----------
    kind, kernel : SvmType, Kernel
        What to solve.
    given : Numbers
        As the user gave them.
    default_gamma : float
        1 / number of columns.
    shrinking : bool
        Whether to shrink.

    Raises
    ------
    RError
        R's message for a number that is none, LIBSVM's for one out of range.
    """
    gamma = default_gamma if given.gamma is None else given.gamma
    cachesize = max(_finite("cachesize", given.cachesize), SMALLEST_CACHE)
    degree, coef0 = _finite("degree", given.degree), _finite("coef0", given.coef0)
    settings = SolverSettings(
        type=kind,
        kernel=kernel,
        parameters=KernelParameters(degree, _finite("gamma", gamma), coef0),
        cost=_finite("cost", given.cost),
        nu=_finite("nu", given.nu),
        epsilon=_finite("epsilon", given.epsilon),
        cachesize=cachesize,
        tolerance=_finite("tolerance", given.tolerance),
        shrinking=shrinking,
    )
    _check_ranges(settings)
    return settings


def _finite(name: str, value: object) -> float:
    advice = f"Give `{name}` as one finite number."
    if not isinstance(value, Real):
        raise RError(f"NAs introduced by coercion: ‘{name}’ is not a number", advice)
    number = float(value)
    if not math.isfinite(number):
        kind = "NAs" if name == "degree" else "NA/NaN/Inf"
        raise RError(f"{kind} in foreign function call (arg {PLACES[name]})", advice)
    return number


def _check_ranges(settings: SolverSettings) -> None:
    """Raise for the first number out of range, in the order LIBSVM checks them."""
    kind, parameters = settings.type, settings.parameters
    wrong = (
        (parameters.gamma < 0, "gamma < 0", "gamma"),
        (int(parameters.degree) < 0, "degree of polynomial kernel < 0", "degree"),
        (settings.tolerance <= 0, "eps <= 0", "tolerance"),
        (kind.uses_cost and settings.cost <= 0, "C <= 0", "cost"),
        (kind.uses_nu and not 0 < settings.nu <= 1, "nu <= 0 or nu > 1", "nu"),
        (kind.uses_epsilon and settings.epsilon < 0, "p < 0", "epsilon"),
    )
    for condition, words, name in wrong:
        if condition:
            raise RError(f"{words}!", f"LIBSVM refuses this value of `{name}`.")


def check_solvable(
    settings: SolverSettings, codes: npt.NDArray[np.float64], *, probability: bool
) -> None:
    """Raise LIBSVM's words for what no solver can do with this response.

    Parameters
    ----------
    settings : SolverSettings
        In range.
    codes : numpy.ndarray, shape (n,)
        Class codes, when there are classes.
    probability : bool
        Whether probabilities are wanted.
    """
    if probability and settings.type == ONE_CLASSIFICATION:
        raise RError("one-class SVM probability output not supported yet!", "Leave it out.")
    if settings.type == NU_CLASSIFICATION:
        _, counts = np.unique(codes, return_counts=True)
        for first, second in combinations(counts, 2):
            if settings.nu * (first + second) / 2 > min(first, second):
                raise RError("specified nu is infeasible!", "Lower `nu`: a class is too small.")
