"""Decision values of a solved machine, and the votes of its pairs of classes."""

from collections.abc import Callable
from itertools import combinations

import numpy as np
import numpy.typing as npt

from rnet.vector_machine.kernels import Kernel, KernelParameters, Rows, as_sparse, keeps_digits
from rnet.vector_machine.problem import Solution
from rnet.vector_machine.threads import single_thread

# A block of kernel values stays in the processor's cache.
VALUES_AT_ONCE = 2**17
FEWEST_ROWS_AT_ONCE = 64
# From here on BLAS evaluates kernels; R's last bits, which it misses, would cost a second.
MANY_VALUES = 2**24


def decision_values(
    solution: Solution,
    support: Rows,
    kernel: Kernel,
    parameters: KernelParameters,
    rows: Rows,
) -> npt.NDArray[np.float64]:
    """Return the value of every decision function at every row.

    Parameters
    ----------
    solution : Solution
        s support vectors, k classes.
    support : numpy.ndarray or csr_matrix, shape (s, p)
        The support vectors.
    kernel, parameters : Kernel, KernelParameters
        As in the fit.
    rows : numpy.ndarray or csr_matrix, shape (n, p)
        Where to evaluate, scaled as in the fit.

    Returns
    -------
    numpy.ndarray, shape (n, k (k - 1) / 2)
        Sums of coefficient times kernel, in the order of the support vectors, less rho; a row's
        value does not depend on the rows beside it, unless there are very many.
    """
    n, s = rows.shape[0], support.shape[0]
    evaluate: Callable[[KernelParameters, Rows, Rows], npt.NDArray[np.float64]] = kernel.evaluate
    if not (isinstance(rows, np.ndarray) and isinstance(support, np.ndarray)):
        support, rows, evaluate = as_sparse(support), as_sparse(rows), kernel.evaluate_many
    elif n * s >= MANY_VALUES and keeps_digits(kernel, parameters, support, rows):
        evaluate = kernel.evaluate_many
    weights = pair_weights(solution)
    result = np.empty((n, len(solution.rho)))
    step = max(VALUES_AT_ONCE // max(s, 1), FEWEST_ROWS_AT_ONCE)
    with single_thread("blas"):
        for start in range(0, n, step):
            block = rows[start : start + step]
            alone = block.shape[0] == 1
            # NumPy would add up a single row in another order.
            kernel_values = evaluate(parameters, support, block[[0, 0]] if alone else block)
            sums = np.einsum("sj,sk->jk", weights, kernel_values)
            found = (sums - solution.rho[:, None]).T
            result[start : start + step] = found[:1] if alone else found
    return result


def pair_weights(solution: Solution) -> npt.NDArray[np.float64]:
    """Return each support vector's coefficient in each pair, shape (s, pairs); 0 where absent."""
    if not len(solution.coefs):
        return np.zeros((0, len(solution.rho)))
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
