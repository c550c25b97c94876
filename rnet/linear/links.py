"""Link functions of generalized linear models: one record per link (R page `?make.link`).

`eta = function(mu)`, `mu = inverse(eta)`, `derivative` is d mu / d eta. The inverse links keep
mu off the ends of its range where R does, by the machine epsilon.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.linear.c_math import exp, log
from rnet.special_functions import special

Floats: TypeAlias = npt.NDArray[np.float64]
Transform: TypeAlias = Callable[[Floats], Floats]

EPSILON = float(np.finfo(np.float64).eps)


@dataclass(frozen=True, slots=True)
class Link:
    """A link: its R name, the function, its inverse and the derivative of the inverse.

    `is_valid` says whether linear predictors lie in the domain of the inverse.
    """

    name: str
    function: Transform
    inverse: Transform
    derivative: Transform
    is_valid: Callable[[Floats], bool]

    def __reduce__(self) -> "tuple[Callable[[str], Link], tuple[str]]":
        """Pickle by name: a fit goes to other processes, functions do not."""
        return make_link, (self.name,)


def make_link(name: str) -> Link:
    """Return the link of this R name.

    Raises
    ------
    RError
        R's message for a link that does not exist.

    Examples
    --------
    >>> make_link("logit").inverse(np.array([0.0])).tolist()
    [0.5]
    """
    if name not in LINKS:
        raise RError(f"‘{name}’ link not recognised", f"Links are: {', '.join(LINKS)}.")
    return LINKS[name]


def _always(eta: Floats) -> bool:
    del eta
    return True


def _finite_and_positive(eta: Floats) -> bool:
    return bool(np.all(np.isfinite(eta)) and np.all(eta > 0))


def _finite_and_nonzero(eta: Floats) -> bool:
    return bool(np.all(np.isfinite(eta)) and np.all(eta != 0))


def _floats(values: npt.ArrayLike) -> Floats:
    return np.asarray(values, dtype=np.float64)


def _logit(mu: Floats) -> Floats:
    outside = mu[(mu < 0) | (mu > 1)]
    if len(outside):
        raise RError(
            f"Value {outside[0]:g} out of range (0, 1)",
            "Under the logit link a mean is a probability; check response, `mustart` and `link`.",
        )
    return _floats(log(mu / (1 - mu)))


def _logistic(eta: Floats) -> Floats:
    odds = exp(np.clip(eta, -31, 31))
    odds[eta < -30] = EPSILON
    odds[eta > 30] = 1 / EPSILON
    return _floats(odds / (1 + odds))


def _logistic_density(eta: Floats) -> Floats:
    raised = exp(np.clip(eta, -31, 31))
    return np.where(np.abs(eta) > 30, EPSILON, raised / (1 + raised) ** 2)


def _probit(mu: Floats) -> Floats:
    ndtri = special().ndtri

    return _floats(ndtri(mu))


def _normal(eta: Floats) -> Floats:
    ndtr, ndtri = special().ndtr, special().ndtri

    bound = -float(ndtri(EPSILON))
    return _floats(ndtr(np.clip(eta, -bound, bound)))


def _normal_density(eta: Floats) -> Floats:
    return _floats(np.maximum(exp(-(eta**2) / 2) / np.sqrt(2 * np.pi), EPSILON))


def _cauchy(eta: Floats) -> Floats:
    # The quantile at the machine epsilon, beyond which mu would be 0 or 1.
    bound = 1 / np.tan(np.pi * EPSILON)
    inside = np.clip(eta, -bound, bound)
    # atan(1/x) keeps the digits of a tail probability that 1/2 + atan(x) / pi loses.
    with np.errstate(divide="ignore"):
        tail = np.arctan(1 / np.abs(inside)) / np.pi
    return np.where(inside > 0, 1 - tail, tail)


def _cauchy_density(eta: Floats) -> Floats:
    return np.maximum(1 / (np.pi * (1 + eta**2)), EPSILON)


def _cauchy_quantile(mu: Floats) -> Floats:
    return np.where(mu > 0.5, 1 / np.tan(np.pi * (1 - mu)), -1 / np.tan(np.pi * mu))


def _complementary(eta: Floats) -> Floats:
    return _floats(np.clip(-np.expm1(-exp(eta)), EPSILON, 1 - EPSILON))


def _complementary_density(eta: Floats) -> Floats:
    bounded = np.minimum(eta, 700)
    return _floats(np.maximum(exp(bounded) * exp(-exp(bounded)), EPSILON))


def _positive_exp(eta: Floats) -> Floats:
    return np.maximum(exp(eta), EPSILON)


_IN_ORDER = (
    Link("logit", _logit, _logistic, _logistic_density, _always),
    Link("probit", _probit, _normal, _normal_density, _always),
    Link("cauchit", _cauchy_quantile, _cauchy, _cauchy_density, _always),
    Link(
        "cloglog",
        lambda mu: log(-np.log1p(-mu)),
        _complementary,
        _complementary_density,
        _always,
    ),
    Link("identity", np.array, np.array, np.ones_like, _always),
    Link("log", log, _positive_exp, _positive_exp, _always),
    Link("sqrt", np.sqrt, np.square, lambda eta: 2 * eta, _finite_and_positive),
    Link(
        "1/mu^2",
        lambda mu: 1 / mu**2,
        lambda eta: 1 / np.sqrt(eta),
        lambda eta: -1 / (2 * eta**1.5),
        _finite_and_positive,
    ),
    Link(
        "inverse",
        lambda mu: 1 / mu,
        lambda eta: 1 / eta,
        lambda eta: -1 / eta**2,
        _finite_and_nonzero,
    ),
)

LINKS: Mapping[str, Link] = {link.name: link for link in _IN_ORDER}
