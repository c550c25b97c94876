"""`optim`: minima of functions of several numbers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError, warn
from rnet.match_arg import match_arg
from rnet.optimisation.annealing import annealing
from rnet.optimisation.brent import brent_minimum
from rnet.optimisation.conjugate_gradients import conjugate_gradients
from rnet.optimisation.lbfgsb import bounded
from rnet.optimisation.nelder_mead import nelder_mead
from rnet.optimisation.objective import Minimum, Objective
from rnet.optimisation.variable_metric import variable_metric
from rnet.printing.plain_list import PlainList
from rnet.rng.state import DRAWING

Doubles = npt.NDArray[np.float64]
METHODS = ("Nelder-Mead", "BFGS", "CG", "L-BFGS-B", "SANN", "Brent")
ROOT_EPS = float(np.sqrt(np.finfo(np.float64).eps))
DEFAULTS: dict[str, Any] = {
    "trace": 0, "fnscale": 1.0, "parscale": 1.0, "ndeps": 1e-3, "maxit": 100, "abstol": -np.inf,
    "reltol": ROOT_EPS, "alpha": 1.0, "beta": 0.5, "gamma": 2.0, "REPORT": 10, "type": 1,
    "lmm": 5, "factr": 1e7, "pgtol": 0.0, "tmax": 10, "temp": 10.0, "warn_1d_NelderMead": True,
}  # fmt: skip
MAXIT = {"Nelder-Mead": 500, "SANN": 10000}


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Optim(PlainList):
    """A minimum.

    Attributes
    ----------
    par : ndarray or Series, shape (p,)
        Where it is.
    value : float
        What the function is there.
    counts : Series
        How often function and gradient were evaluated; NA where that is not counted.
    convergence : int
        0; 1 at the limit of iterations; 10 where the polytope degenerated; 52 where L-BFGS-B
        failed.
    message : str or None
    hessian : ndarray or None, shape (p, p)
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "par", "value", "counts", "convergence", "message", "hessian",
    )  # fmt: skip
    LISTED_WHEN_KNOWN: ClassVar[tuple[str, ...]] = ("hessian",)

    par: Any
    value: float
    counts: "pd.Series[Any]"
    convergence: int
    message: str | None
    hessian: Any


def optim(
    par: Any,
    fn: Callable[..., Any],
    gr: Callable[..., Any] | None = None,
    *args: Any,
    method: str | None = None,
    lower: Any = -np.inf,
    upper: Any = np.inf,
    control: Mapping[str, Any] | None = None,
    hessian: bool = False,
    **kwargs: Any,
) -> Optim:
    """Find a minimum of a function of several numbers.

    Parameters
    ----------
    par : array_like, shape (p,)
        Where to start; names of a Series are kept.
    fn : callable
        From parameters, an array of shape (p,), to a number.
    gr : callable, optional
        From parameters to the gradient; by default differences. For "SANN" it gives the next
        point to try.
    *args, **kwargs
        Further arguments of `fn` and `gr`.
    method : {"Nelder-Mead", "BFGS", "CG", "L-BFGS-B", "SANN", "Brent"}
        "Nelder-Mead" by default, with bounds "L-BFGS-B"; "Brent" is for one number.
    lower, upper : float or array_like
        Bounds.
    control : mapping, optional
        R's `maxit`, `abstol`, `reltol`, `fnscale`, `parscale`, `ndeps`, `alpha`, `beta`,
        `gamma`, `type`, `lmm`, `factr`, `pgtol`, `tmax`, `temp`.
    hessian : bool
        Whether to return the second derivatives at the minimum.

    Returns
    -------
    Optim

    Raises
    ------
    RError
        `function cannot be evaluated at initial parameters`, `initial value in 'vmmin' is not
        finite`, `non-finite finite-difference value [1]` and R's other words.

    Notes
    -----
    R page: `?optim`. Nash (1990), Compact Numerical Methods for Computers; L-BFGS-B is SciPy's,
    a later version than R's. Where R is odd: along a conjugate direction it tries half the step
    after every step, and at the limit of iterations returns the point before the last step.
    "SANN" draws from R's random stream. Nothing is traced.

    Examples
    --------
    >>> from rnet import optim
    >>> found = optim([-1.2, 1], lambda x: 100 * (x[1] - x[0] ** 2) ** 2 + (1 - x[0]) ** 2)
    >>> int(found.counts.iloc[0]), found.value < 1e-7
    (195, True)
    """
    start, names = parameters_of(par)
    fn = with_arguments(fn, args, kwargs)
    gr = with_arguments(gr, args, kwargs)
    is_bounded = bool(np.any(np.isfinite(lower)) or np.any(np.isfinite(upper)))
    chosen = match_arg(method, METHODS) if method is not None else METHODS[0]
    if is_bounded and chosen not in ("L-BFGS-B", "Brent"):
        if method is not None:
            warn("bounds can only be used with method L-BFGS-B (or Brent)", "It is used instead.")
        chosen = "L-BFGS-B"
    settings = settings_of(control, chosen)
    objective = objective_of(fn, gr if chosen != "SANN" else None, start, settings, (lower, upper))
    if chosen == "Nelder-Mead" and len(start) == 1 and settings["warn_1d_NelderMead"]:
        warn(
            "one-dimensional optimization by Nelder-Mead is unreliable:\n"
            'use "Brent" or optimize() directly'
        )
    found = _run(chosen, objective, start / objective.parscale, settings, gr)
    place = found.parameters * objective.parscale
    second = hessian_at(objective, found.parameters) if hessian else None
    return Optim(
        par=place if names is None else pd.Series(place, index=names),
        value=found.value * objective.fnscale,
        counts=_counts(found),
        convergence=found.convergence,
        message=found.message,
        hessian=second,
    )


def with_arguments(function: Any, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Any:
    """Return a function of the parameters alone: its further arguments are these."""
    if function is None or not (args or kwargs):
        return function
    return lambda at: function(at, *args, **kwargs)


def parameters_of(par: Any) -> tuple[Doubles, Any]:
    """Return parameters, shape (p,), and their names or None."""
    names = par.index if isinstance(par, pd.Series) else None
    return np.atleast_1d(np.asarray(par, dtype=np.float64)).copy(), names


def settings_of(control: Mapping[str, Any] | None, method: str) -> dict[str, Any]:
    """Return the control settings of a method, defaults filled in."""
    given = {name.replace(".", "_"): value for name, value in (control or {}).items()}
    unknown = [name for name in given if name not in DEFAULTS]
    if unknown:
        listed = ", ".join(unknown)
        warn(f"unknown names in control: {listed}", f"Known: {', '.join(DEFAULTS)}.")
    return {**DEFAULTS, "maxit": MAXIT.get(method, 100), **given}


def objective_of(
    fn: Any, gr: Any, start: Doubles, settings: Mapping[str, Any], bounds: tuple[Any, Any]
) -> Objective:
    """Return the function with the scales, steps and bounds of the settings."""
    p = len(start)
    scale = np.broadcast_to(np.asarray(settings["parscale"], dtype=np.float64), p).copy()
    steps = np.broadcast_to(np.asarray(settings["ndeps"], dtype=np.float64), p).copy()
    limits = [np.resize(np.asarray(b, dtype=np.float64), p) / scale for b in bounds]
    return Objective(fn, gr, float(settings["fnscale"]), scale, steps, limits[0], limits[1])


def _run(
    method: str, objective: Objective, start: Doubles, s: Mapping[str, Any], gr: Any
) -> Minimum:
    limits: dict[str, Any] = {
        "maxit": int(s["maxit"]),
        "abstol": s["abstol"],
        "reltol": s["reltol"],
    }
    if method == "Nelder-Mead":
        shape: dict[str, Any] = {name: float(s[name]) for name in ("alpha", "beta", "gamma")}
        return nelder_mead(objective, start, **limits, **shape)
    if method == "BFGS":
        return variable_metric(objective, start, **limits)
    if method == "CG":
        return conjugate_gradients(objective, start, **limits, kind=int(s["type"]))
    if method == "L-BFGS-B":
        memory = {"lmm": int(s["lmm"]), "factr": s["factr"], "pgtol": s["pgtol"]}
        return bounded(objective, start, maxit=limits["maxit"], **memory)
    if method == "SANN":
        with DRAWING:
            heat: dict[str, Any] = {"tmax": int(s["tmax"]), "temp": float(s["temp"])}
            return annealing(objective, start, maxit=limits["maxit"], candidate=gr, **heat)
    return _brent(objective, start, s)


def _brent(objective: Objective, start: Doubles, s: Mapping[str, Any]) -> Minimum:
    if len(start) != 1:
        raise RError(
            'method = "Brent" is only available for one-dimensional optimization', "Use BFGS."
        )
    low, high = float(objective.lower[0]), float(objective.upper[0])
    if not (np.isfinite(low) and np.isfinite(high)):
        raise RError("'lower' and 'upper' must be finite values", "Give an interval.")
    place = brent_minimum(lambda x: objective.value(np.array([x])), low, high, float(s["reltol"]))
    return Minimum(np.array([place]), objective.value(np.array([place])), None, None)


def _counts(found: Minimum) -> "pd.Series[Any]":
    names = pd.Index(["function", "gradient"], dtype=object)
    return pd.Series([found.functions, found.gradients], index=names, dtype="Int64")


def hessian_at(objective: Objective, scaled: Doubles) -> Doubles:
    """Return the second derivatives by differences of gradients, shape (p, p)."""
    p = len(scaled)
    found = np.zeros((p, p))
    for place in range(p):
        step = np.zeros(p)
        step[place] = objective.ndeps[place] / objective.parscale[place]
        change = objective.gradient(scaled + step) - objective.gradient(scaled - step)
        found[place] = objective.fnscale * change / (2 * step[place])
        found[place] /= objective.parscale[place] * objective.parscale
    return (found + found.T) / 2
