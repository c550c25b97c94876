"""Shape of a sample in three conventions, from its sums of powers."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.sums import corrected_mean, extended_sum
from rnet.values import NA

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Shape:
    """A measure of shape.

    Attributes
    ----------
    power : int
        The power of the deviations it sums.
    least : int
        The observations its unbiased form (type 2) needs.
    types : dict
        The measure by type, from the standardised moment and n.
    """

    power: int
    least: int
    types: dict[int, Callable[[float, int], float]]


SKEWNESS = Shape(
    3,
    3,
    {
        1: lambda g, _n: g,
        2: lambda g, n: g * np.sqrt(n * (n - 1)) / (n - 2),
        3: lambda g, n: g * (1 - 1 / n) ** 1.5,
    },
)
KURTOSIS = Shape(
    4,
    4,
    {
        1: lambda r, _n: r - 3,
        2: lambda r, n: ((n + 1) * (r - 3) + 6) * (n - 1) / ((n - 2) * (n - 3)),
        3: lambda r, n: r * (1 - 1 / n) ** 2 - 3,
    },
)


def shape_of(values: Doubles, shape: Shape, kind: object) -> float:
    """Return a measure of shape: NA with missing values, NaN for a constant sample.

    Raises
    ------
    RError
        `Need at least 3 complete observations.`, `Invalid 'type' argument.`
    """
    if np.isnan(values).any():
        return NA
    if not isinstance(kind, int | float) or kind not in shape.types:
        raise RError("Invalid 'type' argument.", "type is 1, 2 or 3.")
    n = len(values)
    if kind == 2 and n < shape.least:
        raise RError(
            f"Need at least {shape.least} complete observations.",
            f"There are {n}; type=1 and type=3 take fewer.",
        )
    if not n:
        return float("nan")
    return float(shape.types[int(kind)](float(standardised_moment(values, shape.power)), n))


def standardised_moment(values: Doubles, power: int) -> np.float64:
    """Return the mean power of the deviations over that of their standard deviation.

    Examples
    --------
    >>> float(standardised_moment(np.array([1.0, 2.0, 9.0]), 3))
    0.6654688661238353
    """
    with np.errstate(all="ignore"):
        deviations = values - corrected_mean(values)
        top = np.float64(extended_sum(deviations**power))
        bottom = np.float64(extended_sum(deviations**2))
        if power == SKEWNESS.power:
            return np.float64(np.sqrt(len(values)) * top / bottom**1.5)
        return np.float64(len(values) * top / bottom**2)
