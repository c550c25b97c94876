"""Decision values of a solved machine, and the votes of its pairs of classes."""

from itertools import combinations

import numpy as np
import numpy.typing as npt

from rnet.vector_machine.kernels import Kernel, KernelParameters
from rnet.vector_machine.libsvm import Solution

# A block of kernel values and its scratch copy stay in the processor's cache.
ROWS_AT_ONCE = 1024
VECTORS_AT_ONCE = 32


def decision_values(
    solution: Solution,
    support: npt.NDArray[np.float64],
    kernel: Kernel,
    parameters: KernelParameters,
    rows: npt.NDArray[np.float64],
) -> npt.NDArray[np.float64]:
    """Return the value of every decision function at every row.

    Parameters
    ----------
    solution : Solution
        s support vectors, k classes.
    support : numpy.ndarray, shape (s, p)
        The support vectors.
    kernel, parameters : Kernel, KernelParameters
        As in the fit.
    rows : numpy.ndarray, shape (n, p)
        Where to evaluate, scaled as in the fit.

    Returns
    -------
    numpy.ndarray, shape (n, k (k - 1) / 2)
        Sums of coefficient times kernel, in the order of the support vectors, less rho; a row's
        value does not depend on the rows beside it.
    """
    weights = pair_weights(solution)
    result = np.empty((len(rows), len(solution.rho)))
    for start in range(0, len(rows), ROWS_AT_ONCE):
        block = rows[start : start + ROWS_AT_ONCE]
        total = np.zeros((len(solution.rho), len(block)))
        for first in range(0, len(support), VECTORS_AT_ONCE):
            some = slice(first, first + VECTORS_AT_ONCE)
            kernel_values = kernel.evaluate(parameters, support[some], block)
            for weight, values in zip(weights[some, :, None], kernel_values, strict=True):
                total += weight * values
        result[start : start + ROWS_AT_ONCE] = (total - solution.rho[:, None]).T
    return result


def pair_weights(solution: Solution) -> npt.NDArray[np.float64]:
    """Return each support vector's coefficient in each pair, shape (s, pairs); 0 where absent."""
    if not solution.counts.any():
        return solution.coefs
    bounds = np.concatenate([[0], np.cumsum(solution.counts)])
    pairs = list(combinations(range(len(solution.counts)), 2))
    weights = np.zeros((len(solution.coefs), len(pairs)))
    for column, (i, j) in enumerate(pairs):
        first, second = slice(*bounds[i : i + 2]), slice(*bounds[j : j + 2])
        weights[first, column] = solution.coefs[first, j - 1]
        weights[second, column] = solution.coefs[second, i]
    return weights


def votes(values: npt.NDArray[np.float64], classes: int) -> npt.NDArray[np.intp]:
    """Return for each row the position of the class that wins most pairs; ties to the first.

    Parameters
    ----------
    values : numpy.ndarray, shape (n, pairs)
        Decision values; positive votes for the first class of the pair.
    classes : int
        How many classes, k.

    Examples
    --------
    >>> votes(np.array([[-1.0, 2.0, -3.0]]), 3).tolist()
    [0]
    """
    counts = np.zeros((len(values), classes), dtype=np.intp)
    for column, (i, j) in enumerate(combinations(range(classes), 2)):
        counts[np.arange(len(values)), np.where(values[:, column] > 0, i, j)] += 1
    return np.asarray(np.argmax(counts, axis=1), dtype=np.intp)
