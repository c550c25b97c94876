"""The incomplete beta function of x and 1 - x, and its logarithm beyond the range of numbers."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from rnet.distributions.family import SAFE
from rnet.special_functions import special

Doubles = npt.NDArray[np.float64]

betainc: Callable[..., Doubles] = special().betainc
betaincc: Callable[..., Doubles] = special().betaincc
betainccinv: Callable[..., Doubles] = special().betainccinv
betaincinv: Callable[..., Doubles] = special().betaincinv
betaln: Callable[..., Doubles] = special().betaln

TRUSTED = 1e-200
_MOST_TERMS = 10_000
_TINY = 1e-300
_ROUNDING = np.finfo(np.float64).eps


def beta_tail(x: Doubles, y: Doubles, a: Doubles, b: Doubles, *, lower: bool) -> Doubles:
    """Return I_x(a, b), or 1 less it; y is 1 - x, known to all its digits."""
    if not lower:
        x, y, a, b = y, x, b, a
    found = np.where(x <= y, betainc(a, b, x), betaincc(b, a, y))
    tiny = found < SAFE
    if tiny.any():
        found[tiny] = np.exp(_far(x[tiny], y[tiny], a[tiny], b[tiny]))
    return found


def log_beta_tail(x: Doubles, y: Doubles, a: Doubles, b: Doubles, *, lower: bool) -> Doubles:
    """Return the logarithm of `beta_tail`."""
    value = beta_tail(x, y, a, b, lower=lower)
    rest = beta_tail(x, y, a, b, lower=not lower)
    found = np.where(value > 0.5, np.log1p(-rest), np.log(value))
    tiny = value < SAFE
    if tiny.any():
        some = (x[tiny], y[tiny], a[tiny], b[tiny])
        found[tiny] = _far(*some) if lower else _far(some[1], some[0], some[3], some[2])
    return found


def _far(x: Doubles, y: Doubles, a: Doubles, b: Doubles) -> Doubles:
    """Return log I_x(a, b) where it is tiny: the front factor and its continued fraction."""
    log_x = np.where(x > 0.5, np.log1p(-y), np.log(x))
    log_y = np.where(y > 0.5, np.log1p(-x), np.log(y))
    return a * log_x + b * log_y - np.log(a) - betaln(a, b) + np.log(_fraction(x, a, b))


def _fraction(x: Doubles, a: Doubles, b: Doubles) -> Doubles:
    """Return the continued fraction of the incomplete beta function, by Lentz."""
    c = np.ones_like(x)
    d = _away(1 - (a + b) * x / (a + 1))
    d = 1 / d
    h = d.copy()
    for m in range(1, _MOST_TERMS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        d = 1 / _away(1 + even * d)
        c = _away(1 + even / c)
        h = h * d * c
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        d = 1 / _away(1 + odd * d)
        c = _away(1 + odd / c)
        h = h * d * c
        if not (np.abs(d * c - 1) > _ROUNDING).any():
            break
    return h


def _away(values: Doubles) -> Doubles:
    return np.where(np.abs(values) < _TINY, _TINY, values)


def beta_inverse(p: Doubles, q: Doubles, a: Doubles, b: Doubles) -> tuple[Doubles, Doubles]:
    """Return x and 1 - x, each exact, with I_x(a, b) = p = 1 - q; NaN if p or q is tiny."""
    left = p <= q
    x = np.where(left, betaincinv(a, b, p), betainccinv(a, b, q))
    y = np.where(left, betainccinv(b, a, p), betaincinv(b, a, q))
    lost = (np.minimum(p, q) < TRUSTED) | (np.minimum(x, y) < SAFE)  # SciPy loses digits there
    return np.where(lost, np.nan, x), np.where(lost, np.nan, y)
