"""Log probabilities of new cases: class and predictors together."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnet.values import NA, is_na

Doubles = npt.NDArray[np.float64]

INVERSE_ROOT_TWO_PI = 0.398942280401432677939946059934
FAR_OUT = 5.0
GRID = 65536.0


@dataclass(frozen=True, slots=True)
class Floor:
    """What stands for a probability that is too small.

    Attributes
    ----------
    threshold : float
        The substitute, of probabilities and of standard deviations.
    eps : float
        Everything not above it is substituted.
    """

    threshold: float
    eps: float

    def raised(self, values: Doubles) -> Doubles:
        """Return values with the small ones substituted; NaN stays."""
        return np.where(values <= self.eps, self.threshold, values)


def log_densities(values: Doubles, moments: Doubles, floor: Floor) -> Doubles:
    """Return log densities of numbers in each class, 0 where a number is missing.

    Parameters
    ----------
    values : ndarray, shape (n,)
    moments : ndarray, shape (classes, 2)
        Mean and standard deviation.

    Returns
    -------
    ndarray, shape (n, classes)
    """
    means, deviations = moments[:, 0], floor.raised(moments[:, 1])
    return _logs(normal_density(values[:, None], means, deviations), np.isnan(values), floor)


def log_shares(levels: npt.NDArray[np.int64], shares: Doubles, floor: Floor) -> Doubles:
    """Return log shares of levels in each class, 0 where the level is -1: not known.

    Parameters
    ----------
    levels : ndarray of int, shape (n,)
    shares : ndarray, shape (classes, levels)
    """
    return _logs(shares.T[levels], levels < 0, floor)


def _logs(probabilities: Doubles, missing: npt.NDArray[np.bool_], floor: Floor) -> Doubles:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(missing[:, None], 0.0, np.log(floor.raised(probabilities)))


def normal_density(x: Doubles, mean: Doubles, deviation: Doubles) -> Doubles:
    """Return normal densities; far out the square is split, so that no digits are lost.

    Examples
    --------
    >>> float(normal_density(np.array([0.0]), np.array([0.0]), np.array([1.0]))[0])
    0.3989422804014327
    """
    with np.errstate(all="ignore"):
        z = (x - mean) / deviation
        coarse = np.where(np.abs(z) < FAR_OUT, z, np.round(z * GRID) / GRID)
        rest = np.where(np.abs(z) < FAR_OUT, 0.0, z - coarse)
        density = np.exp(-0.5 * coarse * coarse) * np.exp((-0.5 * rest - coarse) * rest)
        density = INVERSE_ROOT_TWO_PI * density / deviation
        density = np.where(np.isinf(z), 0.0, density)
    return _with_missing(density, is_na(mean) | is_na(deviation))


def posterior(log_joint: Doubles) -> Doubles:
    """Return the probability of each class given the predictors, shape (n, classes).

    A row with a missing log probability is missing as a whole.

    Examples
    --------
    >>> posterior(np.log([[1.0, 3.0]])).round(3).tolist()
    [[0.25, 0.75]]
    """
    with np.errstate(all="ignore"):
        ratios = np.exp(log_joint[:, None, :] - log_joint[:, :, None])
        probabilities = 1.0 / ratios.sum(axis=2, dtype=np.longdouble).astype(np.float64)
    absent = np.asarray(is_na(log_joint).any(axis=1, keepdims=True), dtype=np.bool_)
    return _with_missing(probabilities, absent)


def most_probable(log_joint: Doubles) -> npt.NDArray[np.int64]:
    """Return the first of the most probable classes of each case, -1 where none is known."""
    known = ~np.isnan(log_joint)
    best = np.where(known, log_joint, -np.inf).argmax(axis=1)
    # A class of probability zero comes before one that is not known.
    fallback = known.argmax(axis=1)
    best = np.where(known[np.arange(len(best)), best], best, fallback)
    return np.asarray(np.where(known.any(axis=1), best, -1), dtype=np.int64)


def _with_missing(values: Doubles, absent: npt.NDArray[np.bool_]) -> Doubles:
    """Mark what is NA; any other NaN is what R prints as NaN."""
    return np.where(absent, NA, values)
