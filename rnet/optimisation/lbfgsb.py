"""L-BFGS-B by SciPy: the one file that talks to it here."""

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.optimisation.objective import Minimum, Objective

Doubles = npt.NDArray[np.float64]
REDUCED = "CONVERGENCE: REL_REDUCTION_OF_F <= FACTR*EPSMCH"
FLAT = "CONVERGENCE: NORM OF PROJECTED GRADIENT <= PGTOL"
LIMIT = "NEW_X"
ABNORMAL = "ABNORMAL_TERMINATION_IN_LNSRCH"


def bounded(
    objective: Objective, start: Doubles, *, maxit: int, lmm: int, factr: float, pgtol: float
) -> Minimum:
    """Minimise within the bounds of the objective (Byrd et al. 1995).

    Parameters
    ----------
    start : ndarray, shape (p,)
    maxit : int
        Iterations.
    lmm : int
        Updates remembered.
    factr, pgtol : float
        When to stop: relative reduction in units of the machine's precision, projected gradient.
    """
    from scipy.optimize import minimize  # noqa: PLC0415 - SciPy is heavy

    def value(x: Doubles) -> float:
        found = objective.value(x)
        if not np.isfinite(found):
            raise RError("L-BFGS-B needs finite values of 'fn'", "Tighten the bounds.")
        return found

    found = minimize(
        value,
        np.clip(start, objective.lower, objective.upper),
        jac=objective.gradient,
        method="L-BFGS-B",
        bounds=list(zip(objective.lower, objective.upper, strict=True)),
        options={"maxcor": lmm, "ftol": factr * np.finfo(np.float64).eps, "gtol": pgtol,
                 "maxiter": maxit, "maxfun": 2**31 - 1},
    )  # fmt: skip
    code, message = _ending(int(found.status), str(found.message))
    return Minimum(found.x, float(found.fun), int(found.nfev), int(found.nfev), code, message)


def _ending(status: int, message: str) -> tuple[int, str]:
    if status == 1:
        return 1, LIMIT
    if status == 0:
        return 0, FLAT if "PROJECTED" in message.upper() or "PGTOL" in message.upper() else REDUCED
    return 52, ABNORMAL
