"""The one file that talks to LIBSVM: scikit-learn's build, or LIBSVM's own binding.

scikit-learn's solver walks e1071's path for C-classification and eps-regression; its nu and
one-class solvers start elsewhere, so these need the package `libsvm-official`.
"""

import functools
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError, warn
from rnet.vector_machine.kernels import Kernel, KernelParameters
from rnet.vector_machine.svm_types import C_CLASSIFICATION, EPS_REGRESSION, SvmType

FEWEST_ITERATIONS = 10_000_000
ITERATIONS_PER_ROW = 100
LARGEST_C_INT = 2**31 - 1


@dataclass(frozen=True, slots=True)
class SolverSettings:
    """What the solver is told beside the data; LIBSVM's own parameters.

    Attributes
    ----------
    type : SvmType
        Which problem to solve.
    kernel : Kernel
        The kernel, and in `parameters` its numbers.
    parameters : KernelParameters
        Degree, gamma, coef0.
    cost : float
        Upper bound of a coefficient (times the class weight).
    nu, epsilon : float
        Share of support vectors; half width of the tube.
    cachesize : float
        Kernel cache in megabytes.
    tolerance : float
        Largest violation of the optimality conditions at the end.
    shrinking : bool
        Whether to set bounded coefficients aside while solving.
    """

    type: SvmType
    kernel: Kernel
    parameters: KernelParameters
    cost: float
    nu: float
    epsilon: float
    cachesize: float
    tolerance: float
    shrinking: bool


@dataclass(frozen=True, slots=True)
class Solution:
    """A solved machine with k classes (k = 2 stands for the single function of other types).

    Attributes
    ----------
    labels : numpy.ndarray of int, shape (k,)
        Class codes in order of first appearance; zeros when there are no classes.
    counts : numpy.ndarray of int, shape (k,)
        Support vectors of each class; zeros when there are no classes.
    index : numpy.ndarray of int, shape (s,)
        Rows that are support vectors, counted from 0, grouped by class.
    coefs : numpy.ndarray, shape (s, k - 1)
        Signed coefficients; for classes at positions i < j those of i in column j - 1 and
        those of j in column i.
    rho : numpy.ndarray, shape (k (k - 1) / 2,)
        Subtracted from each decision value; pairs in the order (0, 1), (0, 2), ..., (1, 2), ...
    """

    labels: npt.NDArray[np.intp]
    counts: npt.NDArray[np.intp]
    index: npt.NDArray[np.intp]
    coefs: npt.NDArray[np.float64]
    rho: npt.NDArray[np.float64]


Engine: TypeAlias = Callable[
    [SolverSettings, npt.NDArray[np.float64], npt.NDArray[np.float64], npt.NDArray[np.float64]],
    Solution,
]


def solve(
    settings: SolverSettings,
    x: npt.NDArray[np.float64],
    y: npt.NDArray[np.float64],
    weights: npt.NDArray[np.float64],
) -> Solution:
    """Solve a machine.

    Parameters
    ----------
    settings : SolverSettings
        Type, kernel and numbers, already checked.
    x : numpy.ndarray, shape (n, p)
        Finite rows, scaled as they are to be used.
    y : numpy.ndarray, shape (n,)
        Class codes from 0, or the response; not looked at by one-classification.
    weights : numpy.ndarray, shape (number of codes,)
        Factor of `cost` for each class code; used by C-classification only.

    Returns
    -------
    Solution
        Classes and signs in LIBSVM's own order, whatever build computed it.

    Raises
    ------
    RError
        If the build at hand cannot solve this type, or the numbers overflow.
    """
    if not settings.type.classifies:
        target = y if settings.type.regresses else np.ones(len(x))
        return _engine(settings.type)(settings, x, target, weights)
    labels, codes = by_first_appearance(y)
    if len(labels) == 1:
        return _solution_of_one_class(labels)
    solution = _engine(settings.type)(settings, x, codes.astype(np.float64), weights[labels])
    return Solution(labels, solution.counts, solution.index, solution.coefs, solution.rho)


def load_solver() -> None:
    """Import scikit-learn now rather than in the first fit, so that timing a fit leaves it out."""
    import sklearn.svm  # noqa: F401, PLC0415 - wanted for its effect


def by_first_appearance(
    y: npt.NDArray[np.float64],
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Return the codes in order of first appearance, and for each row its place among them.

    Examples
    --------
    >>> labels, places = by_first_appearance(np.array([2.0, 0.0, 2.0]))
    >>> labels.tolist(), places.tolist()
    ([2, 0], [0, 1, 0])
    """
    codes, first, inverse = np.unique(y, return_index=True, return_inverse=True)
    order = np.argsort(first, kind="stable")
    place = np.empty(len(codes), dtype=np.intp)
    place[order] = np.arange(len(codes))
    return codes[order].astype(np.intp), place[inverse]


def _solution_of_one_class(labels: npt.NDArray[np.intp]) -> Solution:
    nothing = np.zeros(0, dtype=np.intp)
    return Solution(labels, np.zeros(1, dtype=np.intp), nothing, np.zeros((0, 0)), np.zeros(0))


def _engine(kind: SvmType) -> Engine:
    if kind is C_CLASSIFICATION:
        return _classes_by_scikit_learn
    return _numbers_by_scikit_learn if kind is EPS_REGRESSION else _by_libsvm


def _classes_by_scikit_learn(
    settings: SolverSettings,
    x: npt.NDArray[np.float64],
    y: npt.NDArray[np.float64],
    weights: npt.NDArray[np.float64],
) -> Solution:
    from sklearn.svm import SVC  # noqa: PLC0415 - only when a machine is fitted

    machine = SVC(
        C=settings.cost,
        class_weight={float(code): float(weight) for code, weight in enumerate(weights)},
        decision_function_shape="ovo",
        **_shared_arguments(settings, len(x)),
    )
    _run_scikit_learn(machine, x, y)
    counts = np.asarray(machine.n_support_, dtype=np.intp)
    # scikit-learn turns the signs of a machine with two classes.
    sign = -1.0 if len(counts) == 2 else 1.0
    return Solution(
        labels=np.arange(len(counts)),
        counts=counts,
        index=np.asarray(machine.support_, dtype=np.intp),
        coefs=np.ascontiguousarray(sign * machine.dual_coef_.toarray().T),
        rho=np.asarray(-sign * machine.intercept_, dtype=np.float64),
    )


def _numbers_by_scikit_learn(
    settings: SolverSettings,
    x: npt.NDArray[np.float64],
    y: npt.NDArray[np.float64],
    weights: npt.NDArray[np.float64],
) -> Solution:
    from sklearn.svm import SVR  # noqa: PLC0415 - only when a machine is fitted

    del weights
    machine = SVR(C=settings.cost, epsilon=settings.epsilon, **_shared_arguments(settings, len(x)))
    _run_scikit_learn(machine, x, y)
    return _single_function(
        index=np.asarray(machine.support_, dtype=np.intp),
        coefs=np.ascontiguousarray(machine.dual_coef_.toarray().T),
        rho=np.asarray(-machine.intercept_, dtype=np.float64),
    )


def _shared_arguments(settings: SolverSettings, rows: int) -> dict[str, Any]:
    iterations = max(FEWEST_ITERATIONS, ITERATIONS_PER_ROW * rows)
    return {
        "kernel": settings.kernel.short_name,
        "degree": int(settings.parameters.degree),
        "gamma": float(settings.parameters.gamma),
        "coef0": float(settings.parameters.coef0),
        "tol": float(settings.tolerance),
        "cache_size": float(settings.cachesize),
        "shrinking": settings.shrinking,
        "max_iter": min(iterations, LARGEST_C_INT),
    }


def _run_scikit_learn(machine: Any, x: npt.NDArray[np.float64], y: npt.NDArray[np.float64]) -> None:
    import sklearn  # noqa: PLC0415 - only when a machine is fitted
    from scipy.sparse import csr_matrix  # noqa: PLC0415 - as above
    from sklearn.exceptions import ConvergenceWarning  # noqa: PLC0415 - as above

    # The settings and the rows are checked already; in a cross-validation of small machines
    # checking them again takes longer than solving.
    unchecked = sklearn.config_context(assume_finite=True, skip_parameter_validation=True)
    with unchecked, warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            machine.fit(csr_matrix(x), y)
        except ValueError as error:
            raise RError(
                "the solver's coefficients are not finite",
                f"Scale the columns, or choose smaller parameters. (scikit-learn: {error})",
            ) from error
    if any(issubclass(warning.category, ConvergenceWarning) for warning in caught):
        warn(
            "reaching max number of iterations",
            "The coefficients are those of the last iteration; scale the columns or lower `cost`.",
            stacklevel=8,
        )


def _single_function(
    index: npt.NDArray[np.intp], coefs: npt.NDArray[np.float64], rho: npt.NDArray[np.float64]
) -> Solution:
    zeros = np.zeros(2, dtype=np.intp)
    return Solution(zeros, zeros, index, coefs, rho)


def _by_libsvm(
    settings: SolverSettings,
    x: npt.NDArray[np.float64],
    y: npt.NDArray[np.float64],
    weights: npt.NDArray[np.float64],
) -> Solution:
    try:
        from libsvm import svm as binding  # noqa: PLC0415 - an optional package
    except ImportError as error:
        raise RError(
            f"{settings.type.name} is not available with scikit-learn's solver",
            "Install LIBSVM's own binding: pip install 'rnet-stats[libsvm]'.",
        ) from error
    del weights  # without effect on the nu types
    problem = binding.svm_problem(y, x)
    # Threads share out single rows of the kernel, and wait for each other ten times as long.
    with _thread_pools().limit(limits=1, user_api="openmp"):
        result = binding.libsvm.svm_train(problem, _libsvm_parameter(binding, settings))
    model = binding.toPyModel(result)
    classes, size = model.nr_class, model.l
    columns = [np.ctypeslib.as_array(model.sv_coef[j], (size,)) for j in range(classes - 1)]
    index = np.array(model.sv_indices[:size], dtype=np.intp) - 1
    coefs = np.array(columns, dtype=np.float64).reshape(classes - 1, size).T.copy()
    rho = np.array(model.rho[: classes * (classes - 1) // 2], dtype=np.float64)
    if not settings.type.classifies:
        return _single_function(index, coefs, rho)
    counts = np.array(model.nSV[:classes], dtype=np.intp)
    return Solution(np.arange(classes), counts, index, coefs, rho)


@functools.cache
def _thread_pools() -> Any:
    """Return the control over the threads of all libraries loaded by now."""
    from threadpoolctl import ThreadpoolController  # noqa: PLC0415 - scikit-learn brings it

    return ThreadpoolController()


def _libsvm_parameter(binding: Any, settings: SolverSettings) -> Any:
    parameter = binding.svm_parameter("-q")
    parameter.svm_type = settings.type.code
    parameter.kernel_type = settings.kernel.code
    parameter.degree = int(settings.parameters.degree)
    parameter.gamma = settings.parameters.gamma
    parameter.coef0 = settings.parameters.coef0
    parameter.cache_size = settings.cachesize
    parameter.eps = settings.tolerance
    parameter.C = settings.cost
    parameter.nu = settings.nu
    parameter.p = settings.epsilon
    parameter.shrinking = int(settings.shrinking)
    return parameter
