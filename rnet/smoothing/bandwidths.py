"""R's automatic bandwidths of a density: `bw_nrd0`, `bw_nrd`, `bw_ucv`, `bw_bcv`, `bw_SJ`."""

import math
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError, warn
from rnet.describe.arguments import numeric_values
from rnet.describe.quantiles import quantiles
from rnet.hypothesis.root import brent_root
from rnet.match_arg import match_arg
from rnet.optimisation.brent import brent_minimum
from rnet.smoothing.bandwidth_criteria import PairDistances, pair_distances

Doubles = npt.NDArray[np.float64]

NORMAL_IQR = 1.349
FEW = "need at least 2 data points"


def bw_nrd0(x: Any) -> float:
    """Return Silverman's rule of thumb: 0.9 times the spread times n^(-1/5).

    Parameters
    ----------
    x : array_like of float

    Raises
    ------
    RError
        `need at least 2 data points`.

    Notes
    -----
    R page: `?bw.nrd0`. The spread is the standard deviation, or the interquartile range by 1.34
    where that is less.

    Examples
    --------
    >>> from rnet import bw_nrd0, data
    >>> round(bw_nrd0(data("mtcars")["mpg"]), 4)
    2.4767
    """
    values = _sample(x)
    high = _deviation(values)
    low = min(high, _quartile_range(values) / 1.34)
    spread = low or high or abs(float(values[0])) or 1.0
    return float(0.9 * spread * len(values) ** -0.2)


def bw_nrd(x: Any) -> float:
    """Return Scott's rule: 1.06 times the spread times n^(-1/5) (R page `?bw.nrd`).

    Parameters
    ----------
    x : array_like of float

    Raises
    ------
    RError
        `need at least 2 data points`.

    Examples
    --------
    >>> from rnet import bw_nrd, data
    >>> round(bw_nrd(data("mtcars")["mpg"]), 4)
    2.917
    """
    values = _sample(x)
    spread = min(_deviation(values), _quartile_range(values) / 1.34)
    return float(1.06 * spread * len(values) ** -0.2)


def bw_ucv(
    x: Any,
    nb: int = 1000,
    lower: float | None = None,
    upper: float | None = None,
    tol: float | None = None,
) -> float:
    """Return the bandwidth of unbiased cross-validation (R page `?bw.ucv`).

    Parameters
    ----------
    x : array_like of float
    nb : int
        Bins for the distances.
    lower, upper, tol : float, optional
        Where the minimum is sought, and how exactly.

    Raises
    ------
    RError
        `need at least 2 data points`.

    Examples
    --------
    >>> from rnet import bw_ucv, data
    >>> round(bw_ucv(data("faithful")["eruptions"]), 4)
    0.1019
    """
    return _cross_validated(x, nb, lower, upper, tol, PairDistances.unbiased)


def bw_bcv(
    x: Any,
    nb: int = 1000,
    lower: float | None = None,
    upper: float | None = None,
    tol: float | None = None,
) -> float:
    """Return the bandwidth of biased cross-validation (R page `?bw.bcv`).

    Parameters
    ----------
    x : array_like of float
    nb : int
        Bins for the distances.
    lower, upper, tol : float, optional
        Where the minimum is sought, and how exactly.

    Raises
    ------
    RError
        `need at least 2 data points`.

    Examples
    --------
    >>> from rnet import bw_bcv, data
    >>> round(bw_bcv(data("rivers")), 3)
    59.024
    """
    return _cross_validated(x, nb, lower, upper, tol, PairDistances.biased)


def bw_SJ(  # noqa: N802 - R's name
    x: Any,
    nb: int = 1000,
    lower: float | None = None,
    upper: float | None = None,
    method: str = "ste",
    tol: float | None = None,
) -> float:
    """Return the bandwidth of Sheather and Jones.

    Parameters
    ----------
    x : array_like of float
    nb : int
        Bins for the distances.
    lower, upper, tol : float, optional
        Where the equation is solved, and how exactly.
    method : {"ste", "dpi"}
        Solve the equation, or plug in directly.

    Raises
    ------
    RError
        `need at least 2 data points`, `sample is too sparse to find TD`,
        `no solution in the specified range of bandwidths`.

    Notes
    -----
    R page: `?bw.SJ`.

    Examples
    --------
    >>> from rnet import bw_SJ, data
    >>> round(bw_SJ(data("faithful")["eruptions"]), 3)
    0.14
    """
    values = _sample(x)
    way = match_arg(method, ("ste", "dpi"))
    n = len(values)
    if values.min() == values.max():
        raise RError("sample is too sparse to find TD", "All values are equal.")
    pairs = pair_distances(values, int(nb))
    spread = min(_deviation(values), _quartile_range(values) / NORMAL_IQR)
    share = 1 / (2 * math.sqrt(math.pi) * n)
    sixth = -pairs.sixth(1.23 * spread * n ** (-1 / 9))
    if not math.isfinite(sixth) or sixth <= 0:
        raise RError("sample is too sparse to find TD", "Increase 'nb'.")
    if way == "dpi":
        return _plugged_in(pairs, share, (2.394 / (n * sixth)) ** (1 / 7))
    factor = 1.357 * (pairs.fourth(1.24 * spread * n ** (-1 / 7)) / sixth) ** (1 / 7)
    highest = 1.144 * spread * n ** (-1 / 5)
    low = 0.1 * highest if lower is None else float(lower)
    high = highest if upper is None else float(upper)

    def excess(h: float) -> float:
        return _plugged_in(pairs, share, factor * h ** (5 / 7)) - h

    low, high = _bracketed(excess, low, high, widen=lower is None and upper is None)
    return brent_root(excess, low, high, 0.1 * low if tol is None else float(tol))


def _plugged_in(pairs: PairDistances, share: float, h: float) -> float:
    return float((share / pairs.fourth(h)) ** 0.2)


def _bracketed(
    excess: Callable[[float], float], low: float, high: float, *, widen: bool
) -> tuple[float, float]:
    """Return ends at which the function has different signs."""
    turn = 1
    while excess(low) * excess(high) > 0:
        if not widen or turn > 99:
            raise RError(
                "no solution in the specified range of bandwidths", "Give 'lower' and 'upper'."
            )
        if turn % 2:
            high *= 1.2
        else:
            low /= 1.2
        turn += 1
    return low, high


def _cross_validated(
    x: Any,
    bins: int,
    lower: float | None,
    upper: float | None,
    tol: float | None,
    criterion: Callable[[PairDistances, float], float],
) -> float:
    values = _sample(x)
    highest = 1.144 * _deviation(values) * len(values) ** -0.2
    low = 0.1 * highest if lower is None else float(lower)
    high = highest if upper is None else float(upper)
    exact = 0.1 * low if tol is None else float(tol)
    pairs = pair_distances(values, int(bins))
    found = brent_minimum(lambda h: criterion(pairs, h), low, high, exact)
    if found < low + exact or found > high - exact:
        warn("minimum occurred at one end of the range", stacklevel=4)
    return float(found)


def _sample(x: Any) -> Doubles:
    values = numeric_values(x, "invalid 'x'")
    if len(values) < 2:
        raise RError(FEW, "A spread needs two values.")
    if not np.isfinite(values).all():
        raise RError("invalid 'x'", "Leave out what is missing or infinite.")
    return values


def _deviation(values: Doubles) -> float:
    return float(np.sqrt(((values - values.mean()) ** 2).sum() / (len(values) - 1)))


def _quartile_range(values: Doubles) -> float:
    low, high = quantiles(values, np.array([0.25, 0.75]), 7)
    return float(high - low)


RULES: Mapping[str, Callable[[Any], float]] = {
    "nrd0": bw_nrd0,
    "nrd": bw_nrd,
    "ucv": bw_ucv,
    "bcv": bw_bcv,
    "sj": bw_SJ,
    "sj-ste": bw_SJ,
    "sj-dpi": lambda x: bw_SJ(x, method="dpi"),
}
"""The rules `density` knows, in small letters."""
