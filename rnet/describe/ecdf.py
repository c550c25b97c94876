"""`ecdf`: the empirical distribution function."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError
from rnet.describe.arguments import numeric_values
from rnet.language.tree import Call
from rnet.matched_call import keeps_written_call
from rnet.printing.steps import format_steps
from rnet.record import Record


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class EmpiricalDistribution(Record):
    """An empirical distribution function; call it with values.

    Attributes
    ----------
    call : Call
    knots : ndarray of float
        The distinct values, increasing.
    heights : ndarray of float
        The share of values up to each of them.
    cases : int
        How many values there are.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ()

    call: Call
    knots: npt.NDArray[np.float64]
    heights: npt.NDArray[np.float64]
    cases: int = 0

    def __str__(self) -> str:
        """Return the text of R's print method."""
        return format_steps(self.call, self.knots)

    def __call__(self, x: Any) -> npt.NDArray[np.float64]:
        """Return the share of values up to each of `x`."""
        places = np.searchsorted(self.knots, np.atleast_1d(numeric_values(x)), side="right")
        return np.append(0.0, self.heights)[places]


@keeps_written_call("ecdf")
def ecdf(call: Call, x: Any) -> EmpiricalDistribution:
    """Return the empirical distribution function of a sample.

    Parameters
    ----------
    x : array_like of float
        Missing values are left out.

    Returns
    -------
    EmpiricalDistribution
        A function of values.

    Raises
    ------
    RError
        `'x' must have 1 or more non-missing values`.

    Notes
    -----
    R page: `?ecdf`.

    Examples
    --------
    >>> from rnet import ecdf
    >>> ecdf([3, 1, 2])([0, 2, 9]).round(3).tolist()
    [0.0, 0.667, 1.0]
    """
    values = numeric_values(x)
    known = values[~np.isnan(values)]
    if not len(known):
        raise RError("'x' must have 1 or more non-missing values", "There is nothing to count.")
    knots, counts = np.unique(known, return_counts=True)
    return EmpiricalDistribution(call, knots, np.cumsum(counts) / len(known), len(known))
