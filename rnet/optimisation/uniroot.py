"""`uniroot`: a root of a function between two points."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from rnet.conditions import RError, warn
from rnet.hypothesis.root import root_between
from rnet.match_arg import match_arg
from rnet.printing.plain_list import PlainList
from rnet.values import NA

QUARTER_EPS = float(np.finfo(np.float64).eps ** 0.25)
EXTENSIONS = ("no", "yes", "downX", "upX")
FIRST_SHARE, LEAST_SIZE = 0.01, 1e-4


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Root(PlainList):
    """A root.

    Attributes
    ----------
    root, f_root : float
        Where it is, and what the function is there.
    iter : int
        How many iterations it took.
    init_it : int or NA
        How many of them made the interval wider; missing where that was not wanted.
    estim_prec : float
        How exact it is.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("root", "f.root", "iter", "init.it", "estim.prec")

    root: float
    f_root: float
    iter: int
    init_it: Any
    estim_prec: float


@dataclass(frozen=True, slots=True)
class Bracket:
    """Two points, the values there, and how often they were moved."""

    lower: float
    upper: float
    at_lower: float
    at_upper: float
    moves: int


def uniroot(
    f: Callable[..., Any],
    interval: Sequence[float] | None = None,
    *args: Any,
    lower: float | None = None,
    upper: float | None = None,
    extendInt: str = "no",  # noqa: N803 - R's name
    check_conv: bool = False,
    tol: float = QUARTER_EPS,
    maxiter: int = 1000,
    **kwargs: Any,
) -> Root:
    """Find a root of a function between two points at which its signs differ.

    Parameters
    ----------
    f : callable
        From a number to a number.
    interval : two float
        Where to look; or give `lower` and `upper`.
    *args, **kwargs
        Further arguments of `f`.
    extendInt : {"no", "yes", "downX", "upX"}
        Whether the interval is made wider until the signs differ; for a function known to fall
        or to rise only the end that must.
    check_conv : bool
        Whether it is an error, not a warning, not to converge.
    tol : float
        How exact the root is to be.
    maxiter : int
        Most iterations.

    Returns
    -------
    Root
        Prints as R's list of `root`, `f.root`, `iter`, `init.it`, `estim.prec`.

    Raises
    ------
    RError
        `f() values at end points not of opposite sign`, `lower < upper  is not fulfilled`, `no
        sign change found in 1000 iterations`.

    Notes
    -----
    R page: `?uniroot`. Brent (1973), Algorithms for Minimization without Derivatives. R's
    `trace` is not available.

    Examples
    --------
    >>> from rnet import uniroot
    >>> found = uniroot(lambda x: x * x - 2, (0, 2))
    >>> round(found.root, 5), found.iter
    (1.41421, 6)
    """
    low = min(interval) if interval is not None else lower
    high = max(interval) if interval is not None else upper
    if low is None or high is None or not low < high:
        raise RError("lower < upper  is not fulfilled", "Give an interval.")

    def value(x: float) -> float:
        found = f(x, *args, **kwargs)
        return float(np.asarray(NA if found is None else found, dtype=np.float64).ravel()[0])

    start = _started(value, float(low), float(high))
    found = _extended(value, start, match_arg(extendInt, EXTENSIONS), maxiter)
    return _root(value, found, tol, maxiter, check_conv=check_conv)


def _started(value: Callable[[float], float], low: float, high: float) -> Bracket:
    ends = [value(low), value(high)]
    for name, end in zip(("f.lower", "f.upper"), ends, strict=True):
        if np.isnan(end):
            raise RError(f"{name} = f({name[2:]}) is NA", "The function must have values there.")
    return Bracket(low, high, ends[0], ends[1], 0)


def _extended(value: Callable[[float], float], at: Bracket, how: str, maxiter: int) -> Bracket:
    """Return an interval with different signs at its ends."""
    if how == "no":
        if at.at_lower * at.at_upper > 0:
            raise RError(
                "f() values at end points not of opposite sign",
                f"They are {[at.at_lower, at.at_upper]}.",
            )
        return at
    sign = {"downX": -1.0, "upX": 1.0}.get(how)
    low, high, f_low, f_high, moves = at.lower, at.upper, at.at_lower, at.at_upper, 0
    steps = [FIRST_SHARE * max(LEAST_SIZE, abs(end)) for end in (low, high)]
    while True:
        move_low = f_low * f_high > 0 if sign is None else sign * f_low > 0
        move_high = f_low * f_high > 0 if sign is None else sign * f_high < 0
        if not (move_low or move_high):
            return Bracket(low, high, f_low, f_high, moves)
        moves += 1
        if moves > maxiter:
            raise RError(f"no sign change found in {maxiter} iterations", "Look elsewhere.")
        if move_low:
            low, f_low = _moved(value, low, -steps[0], f_low)
        if move_high:
            high, f_high = _moved(value, high, steps[1], f_high)
        steps = [2 * step for step in steps]


def _moved(
    value: Callable[[float], float], end: float, step: float, before: float
) -> tuple[float, float]:
    """Return a moved end and its value; where there is none the end stays."""
    with np.errstate(all="ignore"):
        found = value(end + step)
    return (end, before) if np.isnan(found) else (end + step, found)


def _root(
    value: Callable[[float], float], at: Bracket, tol: float, maxiter: int, *, check_conv: bool
) -> Root:
    ends, values = (at.lower, at.upper), (at.at_lower, at.at_upper)
    found = root_between(value, ends, values, float(tol), maxiter)
    if not found.converged:
        message = f"_NOT_ converged in {maxiter} iterations"
        if check_conv:
            raise RError(message, "Allow more by `maxiter`.")
        warn(message, "Allow more by `maxiter`.")
    steps = found.steps + at.moves
    return Root(found.place, found.value, steps, at.moves or NA, found.precision)
