"""R functions that derivatives may need and formulas do not know."""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.distributions.norm import dnorm, pnorm

Doubles = npt.NDArray[np.float64]


def _special(name: str, *orders: Any) -> Callable[[Doubles], Doubles]:
    def values(x: Doubles) -> Doubles:
        from scipy import special  # noqa: PLC0415 - slow to load

        return np.asarray(getattr(special, name)(*orders, x), dtype=np.float64)

    return values


def _psigamma(x: Doubles, deriv: Any = 0) -> Doubles:
    from scipy.special import polygamma  # noqa: PLC0415 - slow to load

    return np.asarray(polygamma(np.asarray(deriv, dtype=np.int64), x), dtype=np.float64)


def _times_pi(function: Callable[[Doubles], Doubles]) -> Callable[[Doubles], Doubles]:
    """Return a function of multiples of pi; whole and half ones are exact."""

    def values(x: Doubles) -> Doubles:
        found = function(np.pi * np.fmod(x, 2.0))
        return np.where(np.fmod(2 * x, 1.0) == 0, np.round(found), found)

    return values


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "gamma": _special("gamma"),
    "digamma": _special("digamma"),
    "trigamma": _special("polygamma", 1),
    "psigamma": _psigamma,
    "factorial": lambda x: _special("gamma")(np.asarray(x) + 1.0),
    "lfactorial": lambda x: _special("gammaln")(np.asarray(x) + 1.0),
    "cospi": _times_pi(np.cos),
    "sinpi": _times_pi(np.sin),
    "tanpi": lambda x: np.tan(np.pi * np.fmod(x, 1.0)),
    "dnorm": dnorm,
    "pnorm": pnorm,
}
