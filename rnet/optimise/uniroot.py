"""`uniroot`: a root of a function between two points."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.hypothesis.root import brent_root
from rnet.values import NA

QUARTER_EPS = float(np.finfo(np.float64).eps ** 0.25)


def uniroot(
    f: Callable[[float], Any],
    interval: Sequence[float] | None = None,
    lower: float | None = None,
    upper: float | None = None,
    tol: float = QUARTER_EPS,
) -> dict[str, Any]:
    """Find a root of a function between two points at which its signs differ.

    Parameters
    ----------
    f : callable
        From a number to a number.
    interval : two float
        Where to look; or give `lower` and `upper`.
    tol : float
        How exact the root is to be.

    Returns
    -------
    dict
        R's `root`, `f.root`, `iter`, `init.it` (missing: the interval is not extended) and
        `estim.prec`.

    Raises
    ------
    RError
        `f() values at end points not of opposite sign`, `lower < upper  is not fulfilled`.

    Notes
    -----
    R page: `?uniroot`. Brent (1973), Algorithms for Minimization without Derivatives. R's
    `extendInt`, `maxiter` and `trace` are not available.

    Examples
    --------
    >>> from rnet import uniroot
    >>> found = uniroot(lambda x: x * x - 2, (0, 2))
    >>> round(found["root"], 5), found["iter"]
    (1.41421, 6)
    """
    low = min(interval) if interval is not None else lower
    high = max(interval) if interval is not None else upper
    if low is None or high is None or not low < high:
        raise RError("lower < upper  is not fulfilled", "Give an interval.")
    ends = [float(f(float(low))), float(f(float(high)))]
    for name, end in zip(("f.lower", "f.upper"), ends, strict=True):
        if np.isnan(end):
            raise RError(f"{name} = f({name[2:]}) is NA", "The function must have values there.")
    if ends[0] * ends[1] > 0:
        raise RError("f() values at end points not of opposite sign", f"They are {ends}.")
    seen: list[tuple[float, float]] = []

    def noted(x: float) -> float:
        seen.append((x, float(f(x))))
        return seen[-1][1]

    root = brent_root(noted, float(low), float(high), float(tol))
    value = dict(seen)[root]
    others = [x for x, found in seen if (found > 0) != (value > 0)]
    return {
        "root": root,
        "f.root": value,
        "iter": len(seen) if value == 0 and len(seen) <= 2 else len(seen) - 2,
        "init.it": NA,
        "estim.prec": 0.0 if value == 0 else abs(root - others[-1]),
    }
