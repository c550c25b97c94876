"""Probabilities as percentages: the names R gives quantiles."""

import numpy as np
import numpy.typing as npt

from rnet.printing.formatC import formatC

DIGITS = 7


def percent_texts(probabilities: npt.ArrayLike, digits: int = DIGITS) -> list[str]:
    """Return probabilities as R names quantiles: fixed notation, no trailing zeros.

    Parameters
    ----------
    probabilities : array_like of float
        Between 0 and 1.
    digits : int
        Significant digits.

    Examples
    --------
    >>> percent_texts([0, 0.025, 1 / 3])
    ['0%', '2.5%', '33.33333%']
    """
    percents = 100 * np.atleast_1d(np.asarray(probabilities, dtype=np.float64))
    return [f"{text}%" for text in formatC(percents, format="fg", width=1, digits=digits)]
