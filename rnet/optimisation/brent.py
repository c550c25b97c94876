"""A minimum between two points (Brent, Algorithms for Minimization without Derivatives, 1973)."""

import math
import sys
from collections.abc import Callable

GOLDEN = (3.0 - math.sqrt(5.0)) * 0.5


def brent_minimum(
    function: Callable[[float], float], lower: float, upper: float, tolerance: float
) -> float:
    """Return where a function has a minimum, by golden sections and parabolas.

    Parameters
    ----------
    function : callable
    lower, upper : float
    tolerance : float
        How exact the place is to be.

    Examples
    --------
    >>> round(brent_minimum(lambda x: (x - 1) ** 2, 0.0, 3.0, 1e-8), 6)
    1.0
    """
    a, b = lower, upper
    v = w = x = a + GOLDEN * (b - a)
    fv = fw = fx = function(x)
    d = e = 0.0
    while True:
        middle = (a + b) * 0.5
        near = math.sqrt(sys.float_info.epsilon) * abs(x) + tolerance / 3.0
        if abs(x - middle) <= near * 2.0 - (b - a) * 0.5:
            return x
        p = q = r = 0.0
        if abs(e) > near:
            r = (x - w) * (fx - fv)
            q = (x - v) * (fx - fw)
            p = (x - v) * q - (x - w) * r
            q = (q - r) * 2.0
            p, q = (-p, q) if q > 0.0 else (p, -q)
            r, e = e, d
        if abs(p) >= abs(q * 0.5 * r) or p <= q * (a - x) or p >= q * (b - x):
            e = b - x if x < middle else a - x
            d = GOLDEN * e
        else:
            d = p / q
            u = x + d
            if u - a < near * 2.0 or b - u < near * 2.0:
                d = near if x < middle else -near
        u = x + d if abs(d) >= near else x + (near if d > 0.0 else -near)
        fu = function(u)
        if fu <= fx:
            a, b = (a, x) if u < x else (x, b)
            v, w, x = w, x, u
            fv, fw, fx = fw, fx, fu
            continue
        a, b = (u, b) if u < x else (a, u)
        if fu <= fw or w == x:
            v, fv, w, fw = w, fw, u, fu
        elif fu <= fv or v in (x, w):
            v, fv = u, fu
