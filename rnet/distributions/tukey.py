"""ptukey, qtukey: the studentized range."""

import functools
import math
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.special import gammainccinv, gammaincinv, log_ndtr

from rnet.distributions.family import Family, log_of, probability, quantile
from rnet.distributions.search import steep_root

Doubles = npt.NDArray[np.float64]

MOST_DF = 25_000  # beyond this many degrees of freedom the range is not studentized
_NEGLIGIBLE = 1e-20
_KEPT = 64
_NODES = 16
_PIECE_OF_Z = 2.0
_RATIO_OF_S = 1.5
_FEWEST_PIECES = 8


def _rule(edges: Doubles) -> tuple[Doubles, Doubles]:
    """Return nodes and weights of Gauss and Legendre on each piece between edges."""
    places, weights = np.polynomial.legendre.leggauss(_NODES)
    middles, halves = (edges[1:] + edges[:-1]) / 2, np.diff(edges) / 2
    nodes = middles[:, None] + halves[:, None] * places
    return nodes.ravel(), (halves[:, None] * weights).ravel()


_Z, _WEIGHT_OF_Z = _rule(np.arange(-9.0, 17.0, _PIECE_OF_Z))
_LOG_BELOW = log_ndtr(_Z)
_DENSITY = _WEIGHT_OF_Z * np.exp(-0.5 * _Z * _Z) / math.sqrt(2 * math.pi)


def _range_beyond(w: Doubles, means: float) -> Doubles:
    """Return the probability that the range of normals exceeds w, exact where it is small.

    The largest is at z: k phi(z) times the probability that the k - 1 others lie below z, and not
    all of them between z - w and z.
    """
    front = means * _DENSITY * np.exp((means - 1) * _LOG_BELOW)
    share = np.exp(log_ndtr(_Z - w[:, None]) - _LOG_BELOW)
    outside = -np.expm1((means - 1) * np.log1p(-np.minimum(share, 1.0)))
    return np.asarray(np.clip((front * outside).sum(axis=1), 0.0, 1.0))


@functools.lru_cache(_KEPT)
def _deviations(df: float) -> tuple[Doubles, Doubles]:
    """Return nodes and weights for the standard deviation with so many degrees of freedom."""
    half = df / 2
    squares = np.array([gammaincinv(half, _NEGLIGIBLE), gammainccinv(half, _NEGLIGIBLE)]) / half
    low, high = np.sqrt(squares)
    pieces = max(_FEWEST_PIECES, math.ceil(math.log(high / low) / math.log(_RATIO_OF_S)))
    s, weight = _rule(np.geomspace(low, high, pieces + 1))
    weight = weight * np.exp((df - 1) * np.log(s) - half * (s * s - 1))
    return s, weight / weight.sum()


def _beyond(q: float, means: float, df: float, ranges: float) -> tuple[float, float]:
    """Return P(Q > q) and P(Q <= q), both summed."""
    s, weight = (np.ones(1), np.ones(1)) if df > MOST_DF else _deviations(df)
    with np.errstate(all="ignore"):
        inside = ranges * np.log1p(-_range_beyond(q * s, means))
    return float((weight * -np.expm1(inside)).sum()), float((weight * np.exp(inside)).sum())


def _tail(q: Doubles, means: Doubles, df: Doubles, ranges: Doubles, *, lower: bool) -> Doubles:
    rows = zip(q.tolist(), means.tolist(), df.tolist(), ranges.tolist(), strict=True)
    found = [
        _beyond(*row)[int(lower)] if row[1] >= 2 and row[2] >= 2 and row[3] >= 1 else math.nan
        for row in rows
    ]
    return np.clip(np.array(found, dtype=np.float64), 0.0, 1.0)


def _inverse(p: Doubles, q: Doubles, means: Doubles, df: Doubles, ranges: Doubles) -> Doubles:
    rows = zip(*(v.tolist() for v in (p, q, means, df, ranges)), strict=True)
    return np.array([_root(*row) for row in rows], dtype=np.float64)


def _root(p: float, q: float, means: float, df: float, ranges: float) -> float:
    if means < 2 or df < 2 or ranges < 1:
        return math.nan
    lower = p < q

    def off(x: float) -> float:
        with np.errstate(all="ignore"):
            return float(np.log(_beyond(x, means, df, ranges)[int(lower)] / min(p, q)))

    return steep_root(off, rises=lower)


STUDENTIZED_RANGE = Family(
    valid=lambda means, df, ranges: (means >= 2) & (df >= 2) & (ranges >= 1),
    support=lambda means, df, ranges: (0.0, np.inf),  # noqa: ARG005 - of every family's form
    log_density=lambda q, means, df, ranges: np.full_like(q, np.nan),  # noqa: ARG005 - R has none
    tail=_tail,
    log_tail=log_of(_tail),
    inverse=_inverse,
)


def ptukey(
    q: Any,
    nmeans: Any,
    df: Any,
    nranges: Any = 1,
    lower_tail: bool = True,
    log_p: bool = False,
) -> Any:
    """Return probabilities of the studentized range up to a value, or beyond it.

    Parameters
    ----------
    q : float or vector
        Values.
    nmeans : float or vector
        How many means are compared.
    df : float or vector
        Degrees of freedom of the standard error, at least 2; more than 25,000 count as infinite.
    nranges : float or vector, default 1
        How many groups of means the largest range is taken of.
    lower_tail : bool, default True
        P(X <= x); otherwise P(X > x).
    log_p : bool, default False
        Probabilities are logarithms.

    Returns
    -------
    float, ndarray or Series
        As long as the longest argument, with its names; shorter ones are repeated.

    Warns
    -----
    RWarning
        `NaNs produced`, where an argument is not allowed.

    Notes
    -----
    R page: `?ptukey`. Gauss-Legendre quadrature; small upper probabilities, where R subtracts
    from 1, keep their digits.

    Examples
    --------
    >>> round(ptukey(3.5, 3, 20), 7)
    0.9441082
    """
    return probability(STUDENTIZED_RANGE, q, (nmeans, df, nranges), lower_tail, log_p)


def qtukey(
    p: Any,
    nmeans: Any,
    df: Any,
    nranges: Any = 1,
    lower_tail: bool = True,
    log_p: bool = False,
) -> Any:
    """Return quantiles of the studentized range.

    Parameters
    ----------
    p : float or vector
        Probabilities.
    nmeans, df, nranges : float or vector
        As in `ptukey`.
    lower_tail : bool, default True
        P(X <= x); otherwise P(X > x).
    log_p : bool, default False
        Probabilities are logarithms.

    Returns
    -------
    float, ndarray or Series
        As long as the longest argument, with its names; shorter ones are repeated.

    Warns
    -----
    RWarning
        `NaNs produced`, where an argument is not allowed.

    Notes
    -----
    R page: `?qtukey`. R's own answer is exact to about four decimals only, as its page says; this
    one is exact.

    Examples
    --------
    >>> round(qtukey(0.95, 3, 20), 4)
    3.5779
    """
    return quantile(STUDENTIZED_RANGE, p, (nmeans, df, nranges), lower_tail, log_p)
