"""Groups with covariances of their own, as arrays."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.formulas.householder import decompose
from rnet.multivariate.linear_discriminants import group_means, t_weights

Doubles = npt.NDArray[np.float64]
Codes = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Ellipses:
    """Means and covariances of groups.

    Attributes
    ----------
    means : ndarray, shape (groups, p)
    scaling : ndarray, shape (p, p, groups)
        Upper triangular; turns the variables of a group into ones of unit covariance.
    determinants : ndarray, shape (groups,)
        Logarithms of the covariances' determinants.
    """

    means: Doubles
    scaling: Doubles
    determinants: Doubles

    def distances(self, values: Doubles) -> Doubles:
        """Return squared distances to all groups, shape (n, groups)."""
        away = [
            (values - mean) @ self.scaling[:, :, group] for group, mean in enumerate(self.means)
        ]
        return np.column_stack([(part**2).sum(axis=1) for part in away])


def ellipses(values: Doubles, codes: Codes, names: list[str], method: str, nu: float) -> Ellipses:
    """Estimate mean and covariance of each group.

    Raises
    ------
    RError
        `rank deficiency in group setosa`.
    """
    p, groups = values.shape[1], int(codes.max()) + 1
    means, scaling = np.empty((groups, p)), np.empty((p, p, groups))
    determinants = np.empty(groups)
    for group in range(groups):
        own = values[codes == group]
        means[group], inner = _standardised(own, method, nu)
        parts = decompose(inner)
        if parts.rank < p:
            raise RError(f"rank deficiency in group {names[group]}", "Its variables are collinear.")
        upper = parts.upper
        scaling[:, :, group] = _inverse(upper)
        determinants[group] = 2 * np.log(np.abs(np.diag(upper))).sum()
    return Ellipses(means, scaling, determinants)


def _standardised(own: Doubles, method: str, nu: float) -> tuple[Doubles, Doubles]:
    """Return the mean of a group, and its cases so that their crossproduct is the covariance."""
    n, p = own.shape
    one = np.zeros(n, dtype=np.int64)
    if method != "t":
        mean = group_means(own, one)[0]
        return mean, (own - mean) / np.sqrt(n - 1 if method == "moment" else n)
    weights = t_weights(own, one, nu)
    mean = group_means(own, one, weights)[0]
    return mean, np.sqrt(weights * (1 + p / nu) / n)[:, None] * (own - mean)


def _inverse(upper: Doubles) -> Doubles:
    from scipy.linalg import solve_triangular  # noqa: PLC0415 - SciPy is heavy

    return np.asarray(solve_triangular(upper, np.eye(len(upper))), dtype=np.float64)


def left_out_ellipses(
    found: Ellipses, values: Doubles, codes: Codes, *, unbiased: bool
) -> tuple[Doubles, Doubles]:
    """Return squared distances and log determinants as learnt without each case, (n, groups).

    Only those of the case's own group change, by an update of rank one.
    """
    n, p = values.shape
    counts = np.bincount(codes).astype(np.float64)[codes]
    squares = found.distances(values)
    determinants = np.tile(found.determinants, (n, 1))
    own = squares[np.arange(n), codes]
    divisor = counts - 1 if unbiased else counts
    rest = 1 - own * counts / ((counts - 1) * divisor)
    fewer = divisor - 1
    squares[np.arange(n), codes] = (counts / (counts - 1)) ** 2 * own * fewer / divisor / rest
    determinants[np.arange(n), codes] += np.log(rest) + p * np.log(divisor / fewer)
    return squares, determinants
