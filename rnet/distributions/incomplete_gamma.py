"""The incomplete gamma function: both tails, and their logarithms beyond the range of numbers."""

import numpy as np
import numpy.typing as npt

from rnet.distributions.family import SAFE, log_of
from rnet.distributions.saddle_point import log_poisson_term
from rnet.special_functions import special

gammainc = special().gammainc
gammaincc = special().gammaincc
gammainccinv = special().gammainccinv
gammaincinv = special().gammaincinv

Doubles = npt.NDArray[np.float64]

_MOST_TERMS = 10_000
_TINY = 1e-300
_ROUNDING = np.finfo(np.float64).eps / 4


def gamma_tail(x: Doubles, shape: Doubles, *, lower: bool) -> Doubles:
    """Return the lower or upper tail of the gamma distribution of scale 1."""
    found = np.asarray((gammainc if lower else gammaincc)(shape, x), dtype=np.float64)
    tiny = (found < SAFE) & (x > 0)
    if tiny.any():
        found[tiny] = np.exp(_far(x[tiny], shape[tiny], lower=lower))
    return found


def _far(x: Doubles, shape: Doubles, *, lower: bool) -> Doubles:
    """Return the logarithm of a tail that is tiny."""
    front = log_poisson_term(shape, x)
    found = front + np.log(_series(x, shape) if lower else shape * _fraction(x, shape))
    return np.where(x > 1e290, 0.0 if lower else -x, found)


def _series(x: Doubles, shape: Doubles) -> Doubles:
    """Return the sum of x^k / ((shape + 1) ... (shape + k)), k = 0, 1, ..."""
    total, term = np.ones_like(x), np.ones_like(x)
    for k in range(1, _MOST_TERMS):
        term = term * x / (shape + k)
        total = total + term
        if not (term > _ROUNDING * total).any():
            break
    return total


def _fraction(x: Doubles, shape: Doubles) -> Doubles:
    """Return Legendre's continued fraction of Gamma(shape, x) exp(x) / x^shape, by Lentz."""
    b = x + 1 - shape
    c = np.full_like(x, 1 / _TINY)
    d = 1 / b
    h = d.copy()
    for k in range(1, _MOST_TERMS):
        a = -k * (k - shape)
        b = b + 2
        d = a * d + b
        d = 1 / np.where(np.abs(d) < _TINY, _TINY, d)
        c = b + a / c
        c = np.where(np.abs(c) < _TINY, _TINY, c)
        h = h * d * c
        if not (np.abs(d * c - 1) > 4 * _ROUNDING).any():
            break
    return h


log_gamma_tail = log_of(gamma_tail, _far)


def gamma_inverse(p: Doubles, q: Doubles, shape: Doubles) -> Doubles:
    """Return the quantile of lower probability p = 1 - q, from the smaller; NaN if that is tiny."""
    found = np.where(p <= q, gammaincinv(shape, p), gammainccinv(shape, q))
    return np.where(np.minimum(p, q) < SAFE, np.nan, found)
