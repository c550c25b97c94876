"""The four kernels, evaluated in LIBSVM's order of operations, with R's exp and tanh."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnet.neural._kernel import exp, tanh

Matrix = npt.NDArray[np.float64]


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
        From the rows of `u`, shape (m, p), and of `v`, shape (n, p), to the (m, n) kernel values.
    """

    name: str
    code: int
    short_name: str
    prints_degree: bool
    prints_coef0: bool
    evaluate: Callable[[KernelParameters, Matrix, Matrix], Matrix]


def inner_products(u: Matrix, v: Matrix) -> Matrix:
    """Return u.v for all pairs of rows, summed column by column."""
    total = np.zeros((len(u), len(v)))
    products = np.empty_like(total)
    for left, right in zip(np.ascontiguousarray(u.T), np.ascontiguousarray(v.T), strict=True):
        np.multiply(left[:, None], right, out=products)
        total += products
    return total


def squared_distances(u: Matrix, v: Matrix) -> Matrix:
    """Return |u - v|^2 for all pairs of rows, summed column by column.

    Differences are squared: the expanded form loses digits.
    """
    total = np.zeros((len(u), len(v)))
    differences = np.empty_like(total)
    for left, right in zip(np.ascontiguousarray(u.T), np.ascontiguousarray(v.T), strict=True):
        np.subtract(left[:, None], right, out=differences)
        np.multiply(differences, differences, out=differences)
        total += differences
    return total


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


def _linear(parameters: KernelParameters, u: Matrix, v: Matrix) -> Matrix:
    del parameters
    return inner_products(u, v)


def _polynomial(parameters: KernelParameters, u: Matrix, v: Matrix) -> Matrix:
    base = parameters.gamma * inner_products(u, v) + parameters.coef0
    return whole_power(base, int(parameters.degree))


def _radial(parameters: KernelParameters, u: Matrix, v: Matrix) -> Matrix:
    exponents = -parameters.gamma * squared_distances(u, v)
    return exp(exponents.ravel()).reshape(exponents.shape)


def _sigmoid(parameters: KernelParameters, u: Matrix, v: Matrix) -> Matrix:
    angles = parameters.gamma * inner_products(u, v) + parameters.coef0
    return tanh(angles.ravel()).reshape(angles.shape)


LINEAR = Kernel("linear", 0, "linear", False, False, _linear)
POLYNOMIAL = Kernel("polynomial", 1, "poly", True, True, _polynomial)
RADIAL = Kernel("radial", 2, "rbf", False, False, _radial)
SIGMOID = Kernel("sigmoid", 3, "sigmoid", False, True, _sigmoid)

KERNELS = (LINEAR, POLYNOMIAL, RADIAL, SIGMOID)
