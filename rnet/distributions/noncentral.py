"""Families with a non-centrality parameter, from SciPy's (Boost's) three functions."""

import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.distributions.family import Family, log_of

Doubles = npt.NDArray[np.float64]


def noncentral_family(
    *,
    density: Callable[..., Any],
    lower: Callable[..., Any],
    upper: Callable[..., Any],
    valid: Callable[..., npt.NDArray[np.bool_]],
    support: tuple[float, float],
) -> Family:
    """Return the family of a density and its two tails; quantiles are searched for."""

    def as_density(x: Doubles, *given: Doubles) -> Doubles:
        return _quietly(density, x, *given)

    def log_density(x: Doubles, *given: Doubles) -> Doubles:
        return np.log(as_density(x, *given))

    def tail(x: Doubles, *given: Doubles, **side: bool) -> Doubles:
        found = _quietly(lower if side["lower"] else upper, x, *given)
        return np.clip(found, 0.0, 1.0)

    return Family(
        valid=valid,
        support=lambda *given: support,  # noqa: ARG005 - of every family's form
        log_density=log_density,
        tail=tail,
        log_tail=log_of(tail),
        density=as_density,
    )


def _quietly(function: Callable[..., Any], *arguments: Doubles) -> Doubles:
    """Return what a function of SciPy's says, without its warnings that digits were lost."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return np.asarray(function(*arguments), dtype=np.float64)


def noncentral(name: str, method: str) -> Callable[..., Any]:
    """Return a method (`pdf`, `cdf`, `sf`) of one of SciPy's distributions: nct, ncx2 or ncf.

    `scipy.stats` is slow to load: that waits for the first call.

    Examples
    --------
    >>> round(float(noncentral("ncx2", "cdf")(1.0, 2.0, 3.0)), 4)
    0.1218
    """

    def values(*parameters: Any) -> Any:
        from scipy import stats  # noqa: PLC0415 - see above

        return getattr(getattr(stats, name), method)(*parameters)

    return values
