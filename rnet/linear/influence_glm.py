"""Influence of single cases on generalized linear models, as R 4.6 and older R have it.

Since R 4.6 residuals are Pearson's and a known dispersion is taken as known; before, they were
the deviance's and the dispersion always estimated.
"""

from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import numpy.typing as npt

from rnet.linear.leave_one_out import LeaveOneOut, leave_one_out, standardized
from rnet.linear.residual_kinds import glm_residuals
from rnet.match_arg import match_arg
from rnet.settings import current

if TYPE_CHECKING:
    from rnet.linear.generalized_model import GLM

Floats: TypeAlias = npt.NDArray[np.float64]


def kind_of(fit: "GLM", kind: str) -> Floats:
    """Return the residuals of all cases, shape (n,)."""
    return glm_residuals(kind, fit.fit, fit.start, fit.family.distribution)


def deletion_of(fit: "GLM") -> LeaveOneOut:
    """Return what the last step would be without each of the cases that count."""
    if not current().follows("4.6"):
        return leave_one_out(fit.decomposition, kind_of(fit, "deviance")[fit.used])
    residuals = np.sqrt(fit.fit.working_weights) * fit.fit.working_residuals
    known = None if fit.family.distribution.has_dispersion else 1.0
    return leave_one_out(fit.decomposition, residuals[fit.used], known)


def standardized_of(fit: "GLM", kind: str | None) -> Floats:
    """Return residuals by their standard deviations; by default Pearson's since R 4.6."""
    default = "pearson" if current().follows("4.6") else "deviance"
    chosen = match_arg(default if kind is None else kind, ("pearson", "deviance"))
    residuals = kind_of(fit, chosen)[fit.used]
    return standardized(residuals, fit.deletion().leverages, fit.scale_squared)


def studentized_of(fit: "GLM") -> Floats:
    """Return residuals by their standard deviations without the case.

    Before R 4.6 the deviance residual and Pearson's were joined (Williams, 1987).
    """
    found = fit.deletion()
    scale = found.scales if fit.family.distribution.has_dispersion else np.ones(1)
    pearson = fit.pearson()
    if current().follows("4.6"):
        return standardized(pearson, found.leverages, 1.0) / scale
    with np.errstate(all="ignore"):
        pull = found.leverages * pearson**2 / (1 - found.leverages)
        joined = np.sign(found.residuals) * np.sqrt(found.residuals**2 + pull)
    return np.asarray(joined / scale, dtype=np.float64)
