"""`optimize`: the minimum of a function of one number."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from rnet.conditions import RError, warn
from rnet.optimisation.brent import brent_minimum
from rnet.printing.plain_list import PlainList

QUARTER_EPS = float(np.finfo(np.float64).eps ** 0.25)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Optimum(PlainList):
    """A minimum or maximum between two points.

    Attributes
    ----------
    minimum, maximum : float or None
        Where it is; the one that was not wanted is None.
    objective : float
        What the function is there.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("minimum", "maximum", "objective")
    LISTED_WHEN_KNOWN: ClassVar[tuple[str, ...]] = ("minimum", "maximum")

    minimum: float | None
    maximum: float | None
    objective: float


def optimize(
    f: Callable[..., Any],
    interval: Sequence[float] | None = None,
    *args: Any,
    lower: float | None = None,
    upper: float | None = None,
    maximum: bool = False,
    tol: float = QUARTER_EPS,
    **kwargs: Any,
) -> Optimum:
    """Find a minimum, or a maximum, of a function between two points.

    Parameters
    ----------
    f : callable
        From a number to a number.
    interval : two float
        Where to look; or give `lower` and `upper`.
    *args, **kwargs
        Further arguments of `f`.
    maximum : bool
        Whether a maximum is wanted.
    tol : float
        How exact the place is to be.

    Returns
    -------
    Optimum
        Prints as R's list of `minimum` (or `maximum`), the place, and `objective`, the value.

    Raises
    ------
    RError
        `invalid 'xmin' value`, `'xmin' not less than 'xmax'`.

    Notes
    -----
    R page: `?optimize`. Brent (1973), Algorithms for Minimization without Derivatives.

    Examples
    --------
    >>> from rnet import optimize
    >>> round(optimize(lambda x: (x - 1 / 3) ** 2, (0, 1)).minimum, 6)
    0.333333
    """
    low = min(interval) if interval is not None else lower
    high = max(interval) if interval is not None else upper
    for name, bound in (("xmin", low), ("xmax", high)):
        if bound is None or not np.isfinite(bound):
            raise RError(f"invalid '{name}' value", "Give the interval.")
    assert low is not None
    assert high is not None
    if not low < high:
        raise RError("'xmin' not less than 'xmax'", "The interval is empty.")
    sign = -1.0 if maximum else 1.0

    def at(x: float) -> float:
        found = f(x, *args, **kwargs)
        if found is None or np.size(found) != 1:
            raise RError("invalid function value in 'optimize'", f"At {x}.")
        return float(np.asarray(found, dtype=np.float64).ravel()[0])

    def value(x: float) -> float:
        found = at(x)
        if np.isfinite(found):
            return sign * found
        warn("NA/Inf replaced by maximum positive value", f"At {x}.")
        return sys.float_info.max

    place = brent_minimum(value, float(low), float(high), float(tol))
    return Optimum(None if maximum else place, place if maximum else None, at(place))
