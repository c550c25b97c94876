"""What LIBSVM is told and what it answers, whatever build is asked."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnet.vector_machine.kernels import Kernel, KernelParameters
from rnet.vector_machine.svm_types import SvmType


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
