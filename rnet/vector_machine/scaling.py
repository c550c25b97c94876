"""R's `scale()`: columns minus their mean, over their standard deviation, to the last bit."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError, warn
from rnet.sums import extended_mean, extended_sum


@dataclass(frozen=True, slots=True)
class Scaling:
    """Centers and scales of some columns of a matrix.

    Attributes
    ----------
    positions : numpy.ndarray of int, shape (k,)
        The columns scaled, counted from 0.
    centers, scales : numpy.ndarray, shape (k,)
        Their means and standard deviations (n - 1).
    """

    positions: npt.NDArray[np.intp]
    centers: npt.NDArray[np.float64]
    scales: npt.NDArray[np.float64]

    def apply(self, matrix: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return a copy of `matrix`, shape (n, p), with these columns scaled."""
        result = np.array(matrix, dtype=np.float64)
        result[:, self.positions] = (result[:, self.positions] - self.centers) / self.scales
        return result


def training_scaling(
    matrix: npt.NDArray[np.float64],
    to_scale: npt.NDArray[np.bool_],
    column_names: Sequence[str],
) -> Scaling | None:
    """Return the scaling of training columns, None when there is nothing to scale.

    Parameters
    ----------
    matrix : numpy.ndarray, shape (n, p)
    to_scale : numpy.ndarray of bool, shape (p,)
    column_names : sequence of str
        p names, for the warning: one constant column and no column is scaled, as in R.

    Raises
    ------
    RError
        If a column to be scaled has no variance to speak of: one row, or not finite.
    """
    positions = [int(position) for position in np.flatnonzero(to_scale)]
    if not positions:
        return None
    if len(matrix) < 2 or not np.isfinite(matrix[:, positions]).all():
        raise RError(
            "missing value where TRUE/FALSE needed",
            "To scale a column takes two rows or more, all finite.",
        )
    constant = [
        f"‘{column_names[position]}’" for position in positions if is_constant(matrix[:, position])
    ]
    if constant:
        names = " and ".join(constant)
        warn(
            f"Variable(s) {names} constant. Cannot scale data.",
            f"No column at all is scaled now, nor a numeric response: leave out {names}.",
            stacklevel=5,
        )
        return None
    return scaling_of(matrix, positions)


def scaling_of(matrix: npt.NDArray[np.float64], positions: npt.ArrayLike) -> Scaling:
    """Return the scaling of the columns of `matrix`, shape (n, p), at `positions`."""
    chosen = np.asarray(positions, dtype=np.intp)
    moments = [mean_and_deviation(matrix[:, position]) for position in chosen]
    return Scaling(
        positions=chosen,
        centers=np.array([center for center, _ in moments], dtype=np.float64),
        scales=np.array([scale for _, scale in moments], dtype=np.float64),
    )


def mean_and_deviation(values: npt.NDArray[np.float64]) -> tuple[float, float]:
    """Return mean and standard deviation (n - 1) of two or more finite numbers as `scale()` does.

    R sums in 80-bit precision; a linear machine on heavily tied data shows one bit's difference.

    Examples
    --------
    >>> mean_and_deviation(np.array([1.0, 2.0, 4.0]))
    (2.3333333333333335, 1.5275252316519468)
    """
    center = extended_mean(values)
    squares = (values - center) ** 2
    return center, math.sqrt(extended_sum(squares) / (len(values) - 1))


def is_constant(values: npt.NDArray[np.float64]) -> bool:
    """Whether all numbers are the same, that is, the variance is exactly 0."""
    return len(values) > 1 and bool(np.all(values == values[0]))
