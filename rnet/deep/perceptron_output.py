"""`perceptron_output`: what a unit with the step function answers."""

from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.matched_call import refuses_unknown


@refuses_unknown
def perceptron_output(
    x: Any, w: Any, threshold: float = 0.0, bias: float = 0.0
) -> float | npt.NDArray[np.float64]:
    """Return 1 where the weighted sum of the inputs, plus the bias, reaches the threshold.

    Parameters
    ----------
    x : array_like, shape (inputs,) or (cases, inputs)
        One case, or one in each row.
    w : array_like, shape (inputs,)
        The weights.
    threshold : float
        What the sum must reach. A bias of `-threshold` does the same.
    bias : float
        Added to the sum.

    Returns
    -------
    float or ndarray, shape (cases,)
        0 or 1.

    Raises
    ------
    RError
        `non-conformable arguments`; missing numbers.

    Notes
    -----
    No R function. `perceptron(..., act="step")` learns the weights and the bias.

    Examples
    --------
    >>> import rnet
    >>> rnet.perceptron_output([0, 1, 1], [2, 3, 4], threshold=5)
    1.0
    >>> rnet.perceptron_output([[0, 0], [0, 1], [1, 1]], [1, 1], bias=-2).tolist()
    [0.0, 0.0, 1.0]
    """
    try:
        cases, weights = np.asarray(x, dtype=np.float64), np.asarray(w, dtype=np.float64)
        level = float(threshold) - float(bias)
    except (TypeError, ValueError):
        raise RError("non-numeric argument to binary operator", "Give numbers.") from None
    if weights.ndim != 1 or cases.ndim not in (1, 2) or cases.shape[-1] != len(weights):
        raise RError("non-conformable arguments", f"There are {weights.size} weights.")
    if not (np.isfinite(cases).all() and np.isfinite(weights).all() and np.isfinite(level)):
        raise RError("missing or infinite numbers", "A unit answers complete cases only.")
    answers = (cases @ weights >= level).astype(np.float64)
    return float(answers) if cases.ndim == 1 else answers
