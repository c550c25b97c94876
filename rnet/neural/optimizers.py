"""Minimisers of SciPy as training algorithms: rnet's own, beside R's five."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Optimizer:
    """A minimiser of `scipy.optimize.minimize`, run until the threshold is reached.

    Attributes
    ----------
    name : str
        What `algorithm` says.
    method : str
        SciPy's name.
    options : mapping
        SciPy's options that keep it from stopping by a rule of its own.
    uses_curvature : bool
        Whether it wants products of the Hessian with a vector.
    """

    name: str
    method: str
    options: Mapping[str, Any] = field(default_factory=dict)
    uses_curvature: bool = False


OPTIMIZERS = {
    optimizer.name: optimizer
    for optimizer in (
        Optimizer("lbfgs", "L-BFGS-B", {"ftol": 0.0, "gtol": 0.0, "maxls": 50, "maxfun": 2**31}),
        Optimizer("bfgs", "BFGS", {"gtol": 0.0}),
        Optimizer("cg", "CG", {"gtol": 0.0}),
        Optimizer("newton-cg", "Newton-CG", {"xtol": 0.0}, uses_curvature=True),
        Optimizer("trust-ncg", "trust-ncg", {"gtol": 0.0}, uses_curvature=True),
        Optimizer("trust-krylov", "trust-krylov", {"gtol": 0.0}, uses_curvature=True),
    )
}
