"""A root between two points (Brent, Algorithms for Minimization without Derivatives, 1973)."""

import sys
from collections.abc import Callable
from dataclasses import dataclass

MOST_STEPS = 1000


@dataclass(frozen=True, slots=True)
class Root:
    """A root, the value there, how exact it is, evaluations between the ends, convergence."""

    place: float
    value: float
    precision: float
    steps: int
    converged: bool


def brent_root(
    function: Callable[[float], float], lower: float, upper: float, tolerance: float
) -> float:
    """Return a root by Brent's procedure `zero`, as R's `uniroot` steps to it.

    SciPy's `brentq` stops elsewhere within the tolerance; where the tolerance is wide, as in
    Wilcoxon's intervals, printed digits depend on the steps.

    Parameters
    ----------
    function : callable
        Its signs at both ends differ.
    lower, upper : float
    tolerance : float
        Width of the last bracket.

    Examples
    --------
    >>> round(brent_root(lambda x: x * x - 2, 0.0, 2.0, 1e-10), 8)
    1.41421356
    """
    return root_between(
        function, (lower, upper), (function(lower), function(upper)), tolerance
    ).place


def root_between(
    function: Callable[[float], float],
    ends: tuple[float, float],
    values: tuple[float, float],
    tolerance: float,
    most: int = MOST_STEPS,
) -> Root:
    """Return the same with all that is known of it; the values at the ends are known."""
    (a, b), (fa, fb) = ends, values
    if fa == 0:
        return Root(a, fa, 0.0, 0, converged=True)
    if fb == 0:
        return Root(b, fb, 0.0, 0, converged=True)
    c, fc = a, fa
    for done in range(most + 1):
        last = b - a
        if abs(fc) < abs(fb):
            a, b, c = b, c, b
            fa, fb, fc = fb, fc, fb
        reach = 2 * sys.float_info.epsilon * abs(b) + tolerance / 2
        half = (c - b) / 2
        if abs(half) <= reach or fb == 0:
            return Root(b, fb, abs(c - b), done, converged=True)
        step = half
        if abs(last) >= reach and abs(fa) > abs(fb):
            step = _interpolated((a, fa), (b, fb), (c, fc), last, reach)
        if abs(step) < reach:
            step = reach if step > 0 else -reach
        a, fa = b, fb
        b += step
        fb = function(b)
        if (fb > 0 and fc > 0) or (fb < 0 and fc < 0):
            c, fc = a, fa
    return Root(b, fb, abs(c - b), most, converged=False)


def _interpolated(
    a: tuple[float, float],
    b: tuple[float, float],
    c: tuple[float, float],
    last: float,
    reach: float,
) -> float:
    """Return the secant or inverse quadratic step from b, or half the bracket if that is safer."""
    width = c[0] - b[0]
    if a[0] == c[0]:
        ratio = b[1] / a[1]
        p, q = width * ratio, 1 - ratio
    else:
        q, r, s = a[1] / c[1], b[1] / c[1], b[1] / a[1]
        p = s * (width * q * (q - r) - (b[0] - a[0]) * (r - 1))
        q = (q - 1) * (r - 1) * (s - 1)
    p, q = (p, -q) if p > 0 else (-p, q)
    is_inside = p < 0.75 * width * q - abs(reach * q) / 2 and p < abs(last * q / 2)
    return p / q if is_inside else width / 2
