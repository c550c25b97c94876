"""`nlm`: minima by a quasi-Newton method."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from rnet.calculus.deriv import DerivedValue
from rnet.conditions import RError
from rnet.optimisation.optim import parameters_of
from rnet.optimisation.print_walk import ENDINGS, format_iteration
from rnet.optimisation.uncmin import EPS, Settings, Terrain, quasi_newton
from rnet.printing.plain_list import PlainList

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class QuasiNewtonMinimum(PlainList):
    """A minimum.

    Attributes
    ----------
    minimum : float
        What the function is there.
    estimate, gradient : ndarray, shape (p,)
        Where it is, and the slopes there.
    hessian : ndarray or None, shape (p, p)
    code : int
        1 gradient near 0, 2 steps tiny, 3 no lower point found, 4 limit of iterations, 5 steps
        too long.
    iterations : int
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = (
        "minimum", "estimate", "gradient", "hessian", "code", "iterations",
    )  # fmt: skip
    LISTED_WHEN_KNOWN: ClassVar[tuple[str, ...]] = ("hessian",)

    minimum: float
    estimate: Doubles
    gradient: Doubles
    hessian: Doubles | None
    code: int
    iterations: int


def nlm(
    f: Callable[..., Any],
    p: Any,
    *args: Any,
    hessian: bool = False,
    typsize: Any = 1.0,
    fscale: float = 1.0,
    print_level: int = 0,
    ndigit: int = 12,
    gradtol: float = 1e-6,
    stepmax: float | None = None,
    steptol: float = 1e-6,
    iterlim: int = 100,
    **kwargs: Any,
) -> QuasiNewtonMinimum:
    """Find a minimum of a function of several numbers.

    Parameters
    ----------
    f : callable
        From parameters, an array of shape (p,), to a number; or to a pair of it and its gradient
        (R's attribute `gradient`), or to what `deriv` returns.
    p : array_like, shape (p,)
        Where to start.
    *args, **kwargs
        Further arguments of `f`.
    hessian : bool
        Whether to return the second derivatives at the minimum.
    typsize : float or array_like
        What parameters at the minimum are like.
    fscale : float
        What the minimum is like.
    print_level : {0, 1, 2}
        Whether start and end, or all iterations, are printed.
    ndigit : int
        How many digits of the function are right.
    gradtol, steptol : float
        Relative gradient and relative step at which to stop.
    stepmax : float, optional
        The longest step.
    iterlim : int
        Most iterations.

    Returns
    -------
    QuasiNewtonMinimum
        Prints as R's list of `minimum`, `estimate`, `gradient`, `hessian` if asked for, `code` and
        `iterations`.

    Raises
    ------
    RError
        `invalid function value in 'nlm' optimizer`.

    Notes
    -----
    R page: `?nlm`. Dennis and Schnabel (1983), Numerical Methods for Unconstrained Optimization;
    Schnabel, Koontz and Weiss (1985). Second derivatives that `f` returns are not used.

    Examples
    --------
    >>> from rnet import nlm
    >>> found = nlm(lambda x: ((x - [3, 5]) ** 2).sum(), [10, 10])
    >>> found.estimate.round(6).tolist(), found.code, found.iterations
    ([3.0, 5.0], 1, 2)
    """
    start, _ = parameters_of(p)
    sizes = np.broadcast_to(np.asarray(typsize, dtype=np.float64), start.shape).copy()

    def evaluated(x: Doubles) -> tuple[float, Doubles | None]:
        return _value_and_slopes(f(x, *args, **kwargs))

    first, slopes = evaluated(start)
    if not np.isfinite(first):
        raise _invalid()
    of = Terrain(
        lambda x: _large(evaluated(x)[0]),
        None if slopes is None else lambda x: _given(evaluated(x)[1]),
        sizes,
        max(10.0**-ndigit, EPS),
    )
    longest = 1000 * max(float(np.sqrt(np.sum((start / sizes) ** 2))), 1.0)
    limit = longest if stepmax is None else float(stepmax)
    settings = Settings(gradtol, steptol, int(iterlim), fscale, limit)

    def report(number: int, step: Doubles, x: Doubles, value: float, slope: Doubles) -> None:
        if print_level == 2 or (print_level == 1 and number == 0):
            sys.stdout.write(format_iteration(number, step, x, value, slope) + "\n")

    found = quasi_newton(of, start, settings, report)
    if print_level:
        last = format_iteration(found.iterations, None, found.x, found.value, found.gradient)
        sys.stdout.write(f"{last}\n{ENDINGS[found.code]}\n\n")
    curvature = of.hessian(found.x, found.value) if hessian else None
    return QuasiNewtonMinimum(
        float(found.value), found.x, found.gradient, curvature, found.code, found.iterations
    )


def _value_and_slopes(found: Any) -> tuple[float, Doubles | None]:
    if isinstance(found, DerivedValue):
        return _number(found.value), found.gradient.ravel()
    if isinstance(found, tuple) and len(found) == 2:
        return _number(found[0]), np.asarray(found[1], dtype=np.float64).ravel()
    return _number(found), None


def _number(found: Any) -> float:
    try:
        values = np.asarray(found, dtype=np.float64).ravel()
    except (TypeError, ValueError) as error:
        raise _invalid() from error
    if len(values) != 1:
        raise _invalid()
    return float(values[0])


def _given(slopes: Doubles | None) -> Doubles:
    if slopes is None:
        raise RError("invalid function value in 'nlm' optimizer", "It lost its gradient.")
    return slopes


def _large(value: float) -> float:
    return value if np.isfinite(value) else np.inf


def _invalid() -> RError:
    return RError("invalid function value in 'nlm' optimizer", "It must return one finite number.")
