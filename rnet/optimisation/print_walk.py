"""What `nlm` prints of its iterations."""

import numpy as np
import numpy.typing as npt

from rnet.printing.show import format_r

Doubles = npt.NDArray[np.float64]

ENDINGS = {
    1: "Relative gradient close to zero.\nCurrent iterate is probably solution.",
    2: "Successive iterates within tolerance.\nCurrent iterate is probably solution.",
    3: (
        "Last global step failed to locate a point lower than x.\n"
        "Either x is an approximate local minimum of the function,\n"
        "the function is too non-linear for this algorithm,\n"
        "or steptol is too large."
    ),
    4: "Iteration limit exceeded.  Algorithm failed.",
    5: (
        "Maximum step size exceeded 5 consecutive times.\n"
        "Either the function is unbounded below,\n"
        "becomes asymptotic to a finite value\n"
        "from above in some direction,\n"
        "or stepmx is too small."
    ),
}


def format_iteration(
    number: int, step: Doubles | None, x: Doubles, value: float, slope: Doubles
) -> str:
    """Return the lines on one iteration; the last one does not show its step."""
    lines = [f"iteration = {number}"]
    if step is not None:
        lines += ["Step:", format_r(step)]
    lines += ["Parameter:", format_r(x), "Function Value", format_r(value)]
    return "\n".join([*lines, "Gradient:", format_r(slope), ""])
