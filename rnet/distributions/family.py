"""A family of distributions as a record of array functions, and what R does around them all."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import warn
from rnet.distributions.search import smallest_count, smallest_double
from rnet.distributions.vectors import over_vectors

Doubles = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
Values = Callable[..., Doubles]

NEARLY_WHOLE = 1e-7  # R takes a count this near to a whole number for it
EQUAL = 64 * np.finfo(np.float64).eps  # probabilities this near count as reached
SAFE = 1e-290  # below this a probability on the plain scale has lost digits


@dataclass(frozen=True, slots=True)
class Family:
    """A family of distributions; every function takes equally long vectors.

    Attributes
    ----------
    valid : callable
        Which parameters are allowed, of the parameters.
    support : callable
        Its two ends, of the parameters.
    log_density : callable
        Of values within the support and parameters.
    tail : callable
        `tail(x, *parameters, lower=True)`: P(X <= x), else P(X > x), for x within the support.
    log_tail : callable
        The same on the logarithmic scale.
    is_discrete : bool
        Whether the support is whole numbers.
    density : callable, optional
        The density itself, where that is not exp(log_density).
    inverse : callable, optional
        `inverse(p, q, *parameters)`: the quantile for lower and upper probabilities p = 1 - q,
        both exact, NaN where it cannot say; quantiles without it are searched for.
    whole : callable
        What becomes of a value between whole numbers before its probability is taken.
    looks_at_p_first : bool
        Whether R gives the ends of the support for probabilities 0 and 1 whatever the parameters.
    """

    valid: Callable[..., Mask]
    support: Callable[..., tuple[Any, Any]]
    log_density: Values
    tail: Values
    log_tail: Values
    is_discrete: bool = False
    density: Values | None = None
    inverse: Values | None = None
    whole: Callable[[Doubles], Doubles] = np.floor
    looks_at_p_first: bool = False


def density(family: Family, x: Any, parameters: tuple[Any, ...], log: Any) -> Any:
    """Return densities of any vectors, or their logarithms."""

    def at(x: Doubles, *given: Doubles) -> Doubles:
        low, high = family.support(*given)
        inside = (x >= low) & (x <= high) & np.isfinite(x)
        if family.is_discrete:
            nearest = np.round(x)
            off = np.abs(x - nearest) > NEARLY_WHOLE * np.maximum(1.0, np.abs(x))
            for value in x[off]:
                warn(f"non-integer x = {value:f}", stacklevel=7)
            inside &= ~off
            x = nearest
        found = np.full(x.shape, -np.inf if log else 0.0)
        some = tuple(values[inside] for values in (x, *given))
        if log or family.density is None:
            values = family.log_density(*some)
            found[inside] = values if log else np.exp(values)
        else:
            found[inside] = family.density(*some)
        return found

    return over_vectors(_where_valid(family, at), x, *parameters)


def probability(
    family: Family, q: Any, parameters: tuple[Any, ...], lower_tail: Any, log_p: Any
) -> Any:
    """Return P(X <= q), or P(X > q), of any vectors, or their logarithms."""

    def at(q: Doubles, *given: Doubles) -> Doubles:
        return _tail(family, q, given, bool(lower_tail), bool(log_p))

    return over_vectors(_where_valid(family, at), q, *parameters)


def quantile(
    family: Family, p: Any, parameters: tuple[Any, ...], lower_tail: Any, log_p: Any
) -> Any:
    """Return quantiles of any vectors of probabilities, or of their logarithms."""
    lower, log = bool(lower_tail), bool(log_p)

    none, certain = (-np.inf, 0.0) if log else (0.0, 1.0)

    def ends(p: Doubles, *given: Doubles) -> Doubles:
        low, high = (np.broadcast_to(end, p.shape) for end in family.support(*given))
        at_end = np.where(p == (none if lower else certain), low, high)
        return np.where((p == none) | (p == certain), at_end, np.nan)

    def at(p: Doubles, *given: Doubles) -> Doubles:
        found = ends(p, *given)
        inner = (p > none) & (p < certain)
        some = tuple(values[inner] for values in given)
        found[inner] = _inner_quantile(family, p[inner], some, (lower, log))
        return found

    outside = ends if family.looks_at_p_first else None
    return over_vectors(_where_valid(family, at, outside), p, *parameters)


def _where_valid(family: Family, at: Values, elsewhere: Values | None = None) -> Values:
    """Return a function that is asked for allowed parameters only; NaN for others."""

    def asked(x: Doubles, *given: Doubles) -> Doubles:
        valid = family.valid(*given)
        found = np.full(x.shape, np.nan) if elsewhere is None else elsewhere(x, *given)
        if valid.any():
            found[valid] = at(x[valid], *(values[valid] for values in given))
        return found

    return asked


def _tail(
    family: Family, x: Doubles, given: tuple[Doubles, ...], lower: bool, log: bool
) -> Doubles:
    """Return probabilities, also outside the support."""
    low, high = family.support(*given)
    if family.is_discrete:
        x = family.whole(x + NEARLY_WHOLE)
        below, above = x < low, x >= high
    else:
        below, above = x <= low, x >= high
    found = np.where(above == lower, 1.0, 0.0)
    if log:
        found = np.log(found)
    inside = ~(below | above)
    some = tuple(values[inside] for values in (x, *given))
    found[inside] = (family.log_tail if log else family.tail)(*some, lower=lower)
    return found


def _inner_quantile(
    family: Family, p: Doubles, given: tuple[Doubles, ...], flags: tuple[bool, bool]
) -> Doubles:
    """Return quantiles for probabilities above 0 and below 1."""
    lower, log = flags
    if family.inverse is None:
        return _searched(family, p, given, flags)
    plain, rest = (np.exp(p), -np.expm1(p)) if log else (p, 0.5 - p + 0.5)
    both = (plain, rest) if lower else (rest, plain)
    found = family.inverse(*both, *given)
    lost = np.isnan(found)
    if lost.any():
        found[lost] = _searched(family, p[lost], tuple(values[lost] for values in given), flags)
    return found


def _searched(
    family: Family, p: Doubles, given: tuple[Doubles, ...], flags: tuple[bool, bool]
) -> Doubles:
    lower, log = flags
    slack = EQUAL * np.abs(p) if family.is_discrete else 0.0
    low, high = (np.broadcast_to(end, p.shape).astype(float) for end in family.support(*given))

    def reached(x: Doubles) -> Mask:
        found = _tail(family, x, given, lower, log)
        return np.asarray((found >= p - slack) if lower else (found <= p + slack))

    return (smallest_count if family.is_discrete else smallest_double)(reached, low, high)


def log_of(tail: Values, far: Values | None = None) -> Values:
    """Return the logarithmic twin of a tail function.

    Parameters
    ----------
    tail : callable
        `tail(x, *parameters, lower=...)`, exact also where it is small.
    far : callable, optional
        The logarithm where the tail itself has left the range of numbers.
    """

    def log_tail(x: Doubles, *given: Doubles, lower: bool) -> Doubles:
        value, rest = tail(x, *given, lower=lower), tail(x, *given, lower=not lower)
        found = np.where(value > 0.5, np.log1p(-rest), np.log(value))
        if far is not None:
            tiny = value < SAFE
            if tiny.any():
                found[tiny] = far(x[tiny], *(values[tiny] for values in given), lower=lower)
        return found

    return log_tail
