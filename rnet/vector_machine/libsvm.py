"""The one file that talks to LIBSVM: its own library, or scikit-learn's build of it.

The library (package `libsvm-official`) walks e1071's path for all five types. scikit-learn walks
it for C-classification and eps-regression; its nu and one-class solvers start elsewhere, and end
within the tolerance of the same machine only.
"""

import ctypes
import re
import threading
import warnings
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError, warn
from rnet.vector_machine.kernels import Rows
from rnet.vector_machine.libsvm_library import Machine, Node, Parameter, Problem, Say, library
from rnet.vector_machine.problem import Solution, SolverSettings
from rnet.vector_machine.svm_types import (
    C_CLASSIFICATION,
    EPS_REGRESSION,
    NU_CLASSIFICATION,
    NU_REGRESSION,
    ONE_CLASSIFICATION,
    SvmType,
)
from rnet.vector_machine.threads import single_thread

Doubles = npt.NDArray[np.float64]

FEWEST_ITERATIONS = 10_000_000
ITERATIONS_PER_ROW = 100
LARGEST_C_INT = 2**31 - 1

SCIKIT_LEARN_CLASS = {
    C_CLASSIFICATION: "SVC",
    NU_CLASSIFICATION: "NuSVC",
    ONE_CLASSIFICATION: "OneClassSVM",
    EPS_REGRESSION: "SVR",
    NU_REGRESSION: "NuSVR",
}


def solve(settings: SolverSettings, x: Rows, y: Doubles, weights: Doubles) -> Solution:
    """Solve a machine; other threads run on meanwhile.

    Parameters
    ----------
    settings : SolverSettings
        Type, kernel and numbers, already checked.
    x : numpy.ndarray or csr_matrix, shape (n, p)
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
        scikit-learn's words if it refuses the problem.

    Notes
    -----
    Numbers that overflow give coefficients that are not finite, or none.
    """
    engine = _by_scikit_learn if library() is None else _by_libsvm
    if not settings.type.classifies:
        target = y if settings.type.regresses else np.ones(x.shape[0])
        return engine(settings, x, target, weights)
    labels, codes = by_first_appearance(y)
    if len(labels) == 1:
        return _solution_of_one_class(labels)
    solution = engine(settings, x, codes.astype(np.float64), weights[labels])
    return Solution(labels, solution.counts, solution.index, solution.coefs, solution.rho)


def load_solver() -> None:
    """Import the solver now rather than in the first fit, so that timing a fit leaves it out."""
    if library() is None:
        import sklearn.svm  # noqa: F401, PLC0415 - wanted for its effect


def warn_of_another_path(kind: SvmType) -> None:
    """Warn if the build at hand does not reproduce e1071's numbers for this type of machine."""
    if kind in (C_CLASSIFICATION, EPS_REGRESSION) or library() is not None:
        return
    warn(
        f"scikit-learn's solver for {kind.name} starts elsewhere than e1071's: support vectors "
        "and coefficients may differ",
        "For R's numbers install LIBSVM's own binding: pip install 'rnet-stats[libsvm]'.",
        stacklevel=5,
    )


def by_first_appearance(y: Doubles) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
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


def _by_libsvm(settings: SolverSettings, x: Rows, y: Doubles, weights: Doubles) -> Solution:
    solver = library()
    problem, _kept = _libsvm_problem(x, np.ascontiguousarray(y, dtype=np.float64))
    parameter = _libsvm_parameter(settings, weights)
    solver.svm_set_print_string_function(_LISTENING)
    _said.words.clear()
    # Threads share out single rows of the kernel, and wait for each other ten times as long.
    with single_thread("openmp"):
        machine = solver.svm_train(problem, parameter)
    try:
        index, coefs, rho, counts = _parts(machine.contents)
    finally:
        solver.svm_free_and_destroy_model(ctypes.pointer(machine))
    iterations = re.findall(r"#iter = (\d+)", "".join(_said.words))
    if max(map(int, iterations), default=0) >= _most_iterations(x.shape[0]):
        _warn_of_the_limit()
    if not settings.type.classifies:
        return _single_function(index, coefs, rho)
    return Solution(np.arange(len(counts)), counts, index, coefs, rho)


def _parts(
    machine: Machine,
) -> tuple[npt.NDArray[np.intp], Doubles, Doubles, npt.NDArray[np.intp]]:
    """Return rows, coefficients, constants, and where there are classes how many rows of each."""
    classes, size = machine.nr_class, machine.l
    columns = [_copy(machine.sv_coef[j], size) for j in range(classes - 1)]
    coefs = np.array(columns, dtype=np.float64).reshape(classes - 1, size).T.copy()
    index = _copy(machine.sv_indices, size).astype(np.intp) - 1
    rho = np.array(machine.rho[: classes * (classes - 1) // 2], dtype=np.float64)
    counts = machine.nSV[:classes] if machine.nSV else []
    return index, coefs, rho, np.array(counts, dtype=np.intp)


def _libsvm_problem(x: Rows, y: Doubles) -> tuple[Problem, tuple[Any, ...]]:
    """Return LIBSVM's rows of nodes, and the arrays they live in, to be kept while it works.

    Parameters
    ----------
    x : numpy.ndarray or csr_matrix, shape (n, p)
    y : numpy.ndarray, shape (n,)
    """
    lengths, columns, values = _rows_of_numbers(x)
    rows, count = len(lengths), len(values)
    nodes = np.empty(count + rows, dtype=np.dtype(Node))
    nodes["index"] = -1  # ends a row
    ends = np.cumsum(lengths)
    places = np.arange(count) + np.repeat(np.arange(rows), lengths)
    nodes["index"][places] = columns + 1
    nodes["value"][places] = values
    offsets = ends - lengths + np.arange(rows)
    starts = nodes.ctypes.data + nodes.itemsize * offsets.astype(np.int64)
    problem = Problem(
        rows,
        y.ctypes.data_as(ctypes.POINTER(ctypes.c_double)),
        starts.ctypes.data_as(ctypes.POINTER(ctypes.POINTER(Node))),
    )
    return problem, (nodes, starts, y)


def _rows_of_numbers(x: Rows) -> tuple[npt.NDArray[np.intp], npt.NDArray[Any], Doubles]:
    """Return how many numbers that are not 0 each row has, their columns, and the numbers."""
    if isinstance(x, np.ndarray):
        full = x != 0
        return full.sum(axis=1), np.nonzero(full)[1], x[full]
    x.sort_indices()
    return np.diff(x.indptr), x.indices, x.data


def _copy(pointer: Any, size: int) -> npt.NDArray[Any]:
    return np.ctypeslib.as_array(pointer, (size,)).copy() if size else np.zeros(0)


class _Listener(threading.local):
    """What LIBSVM said to each thread while it solved."""

    def __init__(self) -> None:
        self.words: list[str] = []


_said = _Listener()
_LISTENING = Say(lambda text: _said.words.append(text.decode()))


def _libsvm_parameter(settings: SolverSettings, weights: Doubles) -> Parameter:
    parameter = Parameter(
        svm_type=settings.type.code,
        kernel_type=settings.kernel.code,
        degree=int(settings.parameters.degree),
        gamma=settings.parameters.gamma,
        coef0=settings.parameters.coef0,
        cache_size=settings.cachesize,
        eps=settings.tolerance,
        C=settings.cost,
        nu=settings.nu,
        p=settings.epsilon,
        shrinking=int(settings.shrinking),
    )
    if settings.type == C_CLASSIFICATION:
        count = len(weights)
        parameter.nr_weight = count
        parameter.weight_label = (ctypes.c_int * count)(*range(count))
        parameter.weight = (ctypes.c_double * count)(*weights)
    return parameter


def _by_scikit_learn(settings: SolverSettings, x: Rows, y: Doubles, weights: Doubles) -> Solution:
    import sklearn.svm  # noqa: PLC0415 - only when a machine is fitted

    kind = settings.type
    rows = x.shape[0]
    given: dict[str, Any] = {
        "kernel": settings.kernel.short_name,
        "degree": int(settings.parameters.degree),
        "gamma": float(settings.parameters.gamma),
        "coef0": float(settings.parameters.coef0),
        "tol": float(settings.tolerance),
        "cache_size": float(settings.cachesize),
        "shrinking": settings.shrinking,
        "max_iter": _most_iterations(rows),
    }
    if kind.uses_cost:
        given["C"] = settings.cost
    if kind.uses_nu:
        given["nu"] = settings.nu
    if kind.uses_epsilon:
        given["epsilon"] = settings.epsilon
    if kind.classifies:
        given["decision_function_shape"] = "ovo"
    if kind == C_CLASSIFICATION:
        given["class_weight"] = {float(code): float(weight) for code, weight in enumerate(weights)}
    machine = getattr(sklearn.svm, SCIKIT_LEARN_CLASS[kind])(**given)
    _run_scikit_learn(machine, x, y)
    index = np.asarray(machine.support_, dtype=np.intp)
    # scikit-learn turns the signs of a machine with two classes.
    sign = -1.0 if kind.classifies and len(machine.n_support_) == 2 else 1.0
    coefs = np.ascontiguousarray(sign * machine.dual_coef_.toarray().T)
    rho = np.asarray(-sign * machine.intercept_, dtype=np.float64)
    if not kind.classifies:
        return _single_function(index, coefs, rho)
    counts = np.asarray(machine.n_support_, dtype=np.intp)
    return Solution(np.arange(len(counts)), counts, index, coefs, rho)


def _run_scikit_learn(machine: Any, x: Rows, y: Doubles) -> None:
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
            # Coefficients that are not finite are kept; whoever predicts with them complains.
            if "not finite" not in str(error):
                raise RError(f"{error}!", "scikit-learn's solver refuses this problem.") from error
    if any(issubclass(warning.category, ConvergenceWarning) for warning in caught):
        _warn_of_the_limit()


def _most_iterations(rows: int) -> int:
    return min(max(FEWEST_ITERATIONS, ITERATIONS_PER_ROW * rows), LARGEST_C_INT)


def _warn_of_the_limit() -> None:
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
