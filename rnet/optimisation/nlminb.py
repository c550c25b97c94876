"""`nlminb`: minima within bounds by a trust region."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError, warn
from rnet.optimisation.lbfgsb import bounded
from rnet.optimisation.objective import Objective
from rnet.optimisation.optim import parameters_of
from rnet.optimisation.trust_region import Walk, walk_downhill
from rnet.printing.plain_list import PlainList

Doubles = npt.NDArray[np.float64]
EPS = float(np.finfo(np.float64).eps)
DEFAULTS: dict[str, Any] = {
    "eval.max": 200, "iter.max": 150, "trace": 0, "abs.tol": 0.0, "rel.tol": 1e-10,
    "x.tol": 1.5e-8, "xf.tol": 2.2e-14, "step.min": 1.0, "step.max": 1.0, "sing.tol": 1e-10,
}  # fmt: skip
MESSAGES = {
    3: "X-convergence (3)",
    4: "relative convergence (4)",
    5: "both X-convergence and relative convergence (5)",
    6: "absolute function convergence (6)",
    7: "singular convergence (7)",
    8: "false convergence (8)",
    9: "function evaluation limit reached without convergence (9)",
    10: "iteration limit reached without convergence (10)",
}


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class BoundedMinimum(PlainList):
    """A minimum, perhaps within bounds.

    Attributes
    ----------
    par : ndarray or Series, shape (p,)
        Where it is.
    objective : float
        What the function is there.
    convergence, iterations : int
        0, or 1 where it did not converge.
    evaluations : Series
        How often function and gradient were evaluated.
    message : str
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "par", "objective", "convergence", "iterations", "evaluations", "message",
    )  # fmt: skip

    par: Any
    objective: float
    convergence: int
    iterations: int
    evaluations: "pd.Series[int]"
    message: str


def nlminb(
    start: Any,
    objective: Callable[..., Any],
    gradient: Callable[..., Any] | None = None,
    hessian: Callable[..., Any] | None = None,
    *args: Any,
    control: Mapping[str, Any] | None = None,
    lower: Any = -np.inf,
    upper: Any = np.inf,
    **kwargs: Any,
) -> BoundedMinimum:
    """Find a minimum of a function of several numbers, perhaps within bounds.

    Parameters
    ----------
    start : array_like, shape (p,)
        Where to start; names of a Series are kept.
    objective, gradient, hessian : callable
        From parameters to a number, to the slopes, to the second derivatives; without a gradient
        differences are taken.
    *args, **kwargs
        Further arguments of them.
    control : mapping, optional
        R's `eval.max`, `iter.max`, `trace`, `abs.tol`, `rel.tol`, `x.tol`, `xf.tol`, `step.max`.
    lower, upper : float or array_like
        Bounds.

    Returns
    -------
    BoundedMinimum
        Prints as R's list of `par`, `objective`, `convergence` (0 or 1), `iterations`,
        `evaluations` and `message`.

    Notes
    -----
    R page: `?nlminb`. Gay (1983), ACM TOMS 9:503. With a gradient and without bounds iterations
    and evaluations are R's; by differences, with a Hessian or bounds (where L-BFGS-B takes over)
    they are counted otherwise, and the minimum agrees to the digits the tolerances promise.

    Examples
    --------
    >>> from rnet import nlminb
    >>> found = nlminb([10, 10], lambda x: ((x - [3, 5]) ** 2).sum(), lambda x: 2 * (x - [3, 5]))
    >>> found.par.round(6).tolist(), found.message
    ([3.0, 5.0], 'both X-convergence and relative convergence (5)')
    """
    x, names = parameters_of(start)
    settings = _settings(control)

    def value(at: Doubles) -> float:
        found = np.asarray(objective(at, *args, **kwargs), dtype=np.float64).ravel()
        if len(found) != 1:
            raise RError("objective function in optimize evaluates to length "
                         f"{len(found)} not 1", "It must return one number.")  # fmt: skip
        if np.isnan(found[0]):
            warn("NA/NaN function evaluation", f"At {at}.")
        return float(found[0])

    given = None if gradient is None else lambda at: _slopes(gradient(at, *args, **kwargs))
    low, high = (np.broadcast_to(np.asarray(b, np.float64), x.shape) for b in (lower, upper))
    if np.any(np.isfinite(low)) or np.any(np.isfinite(high)):
        return _within(x, names, value, given, (low, high), settings)
    counted = [0]

    def slopes(at: Doubles, here: float, diagonal: Doubles) -> Doubles:
        if given is not None:
            counted[0] += 1
            return given(at)
        del here, diagonal
        found, used = differences(value, at)
        counted[0] += used
        return found

    walk = Walk(
        value=value,
        slopes=slopes,
        curvature=None if hessian is None else lambda at: np.asarray(hessian(at, *args, **kwargs)),
        rel_tol=settings["rel.tol"],
        x_tol=settings["x.tol"],
        xf_tol=settings["xf.tol"],
        abs_tol=settings["abs.tol"],
        step_max=settings["step.max"],
        iter_max=int(settings["iter.max"]),
        eval_max=int(settings["eval.max"]),
        report=_reporter(int(settings["trace"])),
    )
    place, least, iterations, code = walk_downhill(walk, x)
    return _answer(place, names, least, iterations, (walk.functions, counted[0]), code)


def differences(value: Callable[[Doubles], float], x: Doubles) -> tuple[Doubles, int]:
    """Return the gradient by central differences, and how often the function was evaluated."""
    steps = EPS ** (1 / 3) * np.maximum(np.abs(x), 1e-3)
    found = np.zeros(len(x))
    for place, step in enumerate(steps.tolist()):
        ahead, behind = x.copy(), x.copy()
        ahead[place] += step
        behind[place] -= step
        found[place] = (value(ahead) - value(behind)) / (ahead[place] - behind[place])
    return found, 2 * len(x)


def _settings(control: Mapping[str, Any] | None) -> dict[str, Any]:
    given = {name.replace("_", "."): value for name, value in (control or {}).items()}
    unknown = [name for name in given if name not in DEFAULTS]
    if unknown:
        known = ", ".join(DEFAULTS)
        warn(f"unrecognized control elements named ‘{', '.join(unknown)}’ ignored", known)
    return {**DEFAULTS, **{name: v for name, v in given.items() if name in DEFAULTS}}


def _slopes(found: Any) -> Doubles:
    return np.asarray(found, dtype=np.float64).ravel()


def _reporter(trace: int) -> Callable[[int, float, Doubles], None]:
    def report(number: int, value: float, x: Doubles) -> None:
        if trace and number % trace == 0:
            listed = " ".join(format(part, "#8.6g") for part in x.tolist())
            sys.stdout.write(f"{number:3d}:{value:#14.8g}: {listed}\n")

    return report


def _within(
    x: Doubles,
    names: Any,
    value: Callable[[Doubles], float],
    slopes: Callable[[Doubles], Doubles] | None,
    bounds: tuple[Doubles, Doubles],
    settings: Mapping[str, Any],
) -> BoundedMinimum:
    ones = np.ones(len(x))
    of = Objective(value, slopes, 1.0, ones, EPS ** (1 / 3) * ones, *bounds)
    found = bounded(
        of, x, maxit=int(settings["iter.max"]), lmm=10, factr=settings["rel.tol"] / EPS / 100,
        pgtol=0.0,
    )  # fmt: skip
    code = 4 if found.convergence in (0, 52) else 10
    counts = (found.functions or 0, found.gradients or 0)
    return _answer(found.parameters, names, found.value, counts[1], counts, code)


def _answer(
    x: Doubles, names: Any, value: float, iterations: int, counts: tuple[int, int], code: int
) -> BoundedMinimum:
    index = pd.Index(["function", "gradient"], dtype=object)
    place = x if names is None else pd.Series(x, index=names)
    evaluations = pd.Series(counts, index=index)
    return BoundedMinimum(
        place, float(value), int(code > 6), iterations, evaluations, MESSAGES[code]
    )
