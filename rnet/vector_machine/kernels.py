"""The four kernels, evaluated in LIBSVM's order of operations, with R's exp and tanh."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from rnet.neural.c_math import exp, tanh

Matrix = npt.NDArray[np.float64]

Rows: TypeAlias = Any
"""Rows of numbers: a NumPy matrix, or a SciPy csr_matrix (SciPy is loaded when needed only)."""

CANCELLED_DIGITS = 1e-12


@dataclass(frozen=True, slots=True)
class KernelParameters:
    """The numbers a kernel may use; each uses some.

    Attributes
    ----------
    degree : float
        Exponent of the polynomial; only its whole part counts.
    gamma : float
        Factor of the inner product or squared distance.
    coef0 : float
        Constant added to the inner product.
    """

    degree: float
    gamma: float
    coef0: float


@dataclass(frozen=True, slots=True)
class Kernel:
    """A kernel: R's name and code, what `print` shows of it, and its function.

    Attributes
    ----------
    name : str
        R's name.
    code : int
        LIBSVM's number, which the fit stores.
    short_name : str
        scikit-learn's name.
    prints_degree, prints_coef0 : bool
        Which parameters `print` shows.
    evaluate : callable
        From the rows of `u`, shape (m, p), and of `v`, shape (n, p), to the (m, n) kernel values,
        summed column by column as LIBSVM sums, to R's last bit; two or more rows of `v`.
    evaluate_many : callable
        The same, summed by BLAS or for sparse rows, in an order of its own.
    """

    name: str
    code: int
    short_name: str
    prints_degree: bool
    prints_coef0: bool
    evaluate: Callable[[KernelParameters, Matrix, Matrix], Matrix]
    evaluate_many: Callable[[KernelParameters, Rows, Rows], Matrix]

    def __reduce__(self) -> tuple[Any, tuple[str]]:
        return kernel_named, (self.name,)


def ordered_products(u: Matrix, v: Matrix) -> Matrix:
    """Return u.v for all pairs of rows, summed column by column.

    Two or more rows of `v`: for one alone NumPy adds up in another order.
    """
    columns = np.ascontiguousarray(u.T), np.ascontiguousarray(v.T)
    return np.asarray(np.einsum("pi,pk->ik", *columns))


def products(u: Rows, v: Rows) -> Matrix:
    """Return u.v for all pairs of rows, dense or sparse."""
    return np.asarray(u @ v.T if isinstance(u, np.ndarray) else (u @ v.T).toarray())


FEW_DISTANCES = 2**18
"""Up to so many, the sum below is done before SciPy's, with the same bits, is imported."""


def squared_distances(u: Matrix, v: Matrix) -> Matrix:
    """Return |u - v|^2 for all pairs of rows, summed column by column."""
    if len(u) * len(v) <= FEW_DISTANCES:
        total = np.zeros((len(u), len(v)))
        for own, other in zip(u.T, v.T, strict=True):
            apart = own[:, None] - other
            total += apart * apart
        return total
    from scipy.spatial.distance import cdist  # noqa: PLC0415 - only when a machine predicts

    return np.asarray(cdist(u, v, "sqeuclidean"))


def squared_norms(u: Rows) -> Matrix:
    """Return |u|^2 of each row, dense or sparse."""
    if isinstance(u, np.ndarray):
        return np.asarray(np.einsum("ip,ip->i", u, u))
    return np.asarray(u.multiply(u).sum(axis=1), dtype=np.float64).ravel()


def whole_power(base: Matrix, exponent: int) -> Matrix:
    """Return base^exponent by repeated squaring, LIBSVM's order of products."""
    result = np.ones_like(base)
    square = base
    while exponent > 0:
        if exponent % 2:
            result = result * square
        square = square * square
        exponent //= 2
    return result


Products: TypeAlias = Callable[[Rows, Rows], Matrix]


def _linear(inner: Products, parameters: KernelParameters, u: Rows, v: Rows) -> Matrix:
    del parameters
    return inner(u, v)


def _polynomial(inner: Products, parameters: KernelParameters, u: Rows, v: Rows) -> Matrix:
    base = parameters.gamma * inner(u, v) + parameters.coef0
    return whole_power(base, int(parameters.degree))


def _sigmoid(inner: Products, parameters: KernelParameters, u: Rows, v: Rows) -> Matrix:
    return tanh(parameters.gamma * inner(u, v) + parameters.coef0)


def _radial(parameters: KernelParameters, u: Matrix, v: Matrix) -> Matrix:
    return exp(-parameters.gamma * squared_distances(u, v))


def _radial_expanded(parameters: KernelParameters, u: Rows, v: Rows) -> Matrix:
    """Return the radial kernel from |u|^2 + |v|^2 - 2 u.v, as LIBSVM trains."""
    gamma = parameters.gamma
    exponents = products(u * (2 * gamma), v)
    exponents -= (gamma * squared_norms(u))[:, None]
    exponents -= gamma * squared_norms(v)
    return exp(np.minimum(exponents, 0.0, out=exponents))


def _from_products(
    name: str, code: int, short_name: str, degree: bool, coef0: bool, formula: Any
) -> Kernel:
    both = partial(formula, ordered_products), partial(formula, products)
    return Kernel(name, code, short_name, degree, coef0, *both)


LINEAR = _from_products("linear", 0, "linear", False, False, _linear)
POLYNOMIAL = _from_products("polynomial", 1, "poly", True, True, _polynomial)
RADIAL = Kernel("radial", 2, "rbf", False, False, _radial, _radial_expanded)
SIGMOID = _from_products("sigmoid", 3, "sigmoid", False, True, _sigmoid)

KERNELS = (LINEAR, POLYNOMIAL, RADIAL, SIGMOID)


def kernel_named(name: str) -> Kernel:
    """Return the kernel of this name; a pickled fit stores the name."""
    return next(kernel for kernel in KERNELS if kernel.name == name)


def as_sparse(rows: Rows) -> Rows:
    """Return rows as SciPy's compressed sparse rows."""
    from scipy.sparse import csr_matrix  # noqa: PLC0415 - only for sparse data

    return csr_matrix(rows)


def keeps_digits(kernel: Kernel, parameters: KernelParameters, u: Matrix, v: Matrix) -> bool:
    """Whether BLAS loses no more than the last few digits, whatever the rows.

    The radial kernel's expanded form loses those by which |u|^2 exceeds |u - v|^2.
    """
    if kernel != RADIAL:
        return True
    longest = squared_norms(u).max() + squared_norms(v).max()
    error = parameters.gamma * longest * u.shape[1] * np.finfo(np.float64).eps
    return bool(error < CANCELLED_DIGITS)
