"""The planes of a machine with linear kernel."""

import numpy as np
import numpy.typing as npt

from rnet.vector_machine.decision import pair_weights
from rnet.vector_machine.kernels import Rows
from rnet.vector_machine.problem import Solution
from rnet.vector_machine.scaling import Scaling

Doubles = npt.NDArray[np.float64]


def linear_functions(solution: Solution, support: Rows) -> Doubles:
    """Return intercept and slopes of every pair of classes, on the scaled data.

    Parameters
    ----------
    solution : Solution
        s support vectors.
    support : numpy.ndarray or csr_matrix, shape (s, p)

    Returns
    -------
    numpy.ndarray, shape (1 + p, pairs)
    """
    weights = pair_weights(solution)
    if isinstance(support, np.ndarray):
        # Summed in order: where terms cancel, BLAS would give other digits than R.
        slopes = np.add.accumulate(support[:, :, None] * weights[:, None, :], axis=0)[-1]
    else:
        slopes = support.T @ weights
    return np.vstack([-solution.rho[None, :], slopes])


def in_original_units(
    functions: Doubles, scaling: Scaling | None, response: tuple[float, float] | None
) -> Doubles:
    """Return linear functions of scaled columns as functions of the columns themselves.

    Parameters
    ----------
    functions : numpy.ndarray, shape (1 + p, pairs)
        Intercepts, then slopes.
    scaling : Scaling or None
        Of the columns.
    response : tuple of float or None
        Mean and standard deviation of a scaled response.
    """
    values = functions.copy()
    if scaling is not None:
        rows = scaling.positions + 1
        values[rows] /= scaling.scales[:, None]
        values[0] -= scaling.centers @ values[rows]
    if response is not None:
        center, scale = response
        values *= scale
        values[0] += center
    return values
