"""rwiener, rbridge: paths of Brownian motion."""

import math

import numpy as np

from rnet.conditions import RError
from rnet.rng.location_scale import rnorm
from rnet.signal.time_series import TimeSeries
from rnet.values import NA


def rwiener(end: float = 1, frequency: float = 1000) -> TimeSeries:
    """Draw a Wiener process.

    Parameters
    ----------
    end : float
        The time of the last observation.
    frequency : float
        Observations per unit of time; the first stands at 1 / frequency.

    Returns
    -------
    TimeSeries
        `values` and `time()`.

    Raises
    ------
    RError
        `'ts' object must have one or more observations`, `invalid arguments`.

    Notes
    -----
    R page: `?rwiener` of package e1071: cumulated normal increments of variance 1 / frequency.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> path = rnet.rwiener(frequency=20)
    >>> len(path), round(float(path.values[-1]), 4)
    (20, 0.852)
    """
    for value in (end, frequency):
        if not isinstance(value, int | float | np.number):
            raise RError("non-numeric argument to binary operator", "Give two numbers.")
    if not end * frequency >= 0 or math.isinf(end * frequency):
        raise RError("invalid arguments", "end and frequency are positive.")
    if end * frequency < 1:
        raise RError(
            "'ts' object must have one or more observations",
            "end times frequency is how many there are.",
        )
    steps = rnorm(end * frequency) / math.sqrt(frequency)
    path = np.add.accumulate(steps, dtype=np.longdouble).astype(np.float64)
    return TimeSeries(path, 1 / frequency, float(frequency))


def rbridge(end: float = 1, frequency: float = 1000) -> TimeSeries:
    """Draw a Brownian bridge: a Wiener process tied to 0 at time 1.

    Parameters
    ----------
    end : float
        The time of the last observation.
    frequency : float
        Observations per unit of time; the first stands at 1 / frequency.

    Returns
    -------
    TimeSeries

    Raises
    ------
    RError
        As `rwiener`.

    Notes
    -----
    R page: `?rbridge` of package e1071. As in R it is tied at time 1 whatever `end` is; when
    `end` is less, all values are NA.

    Examples
    --------
    >>> import rnet
    >>> rnet.set_seed(1)
    >>> float(rnet.rbridge(frequency=20).values[-1])
    0.0
    """
    free = rwiener(end, frequency)
    tied = int(frequency) - 1
    last = free.values[tied] if tied < len(free) else NA
    with np.errstate(invalid="ignore"):  # NA is a signalling NaN
        values = free.values - free.time() * last
    return TimeSeries(np.where(np.isnan(values), NA, values), free.start, free.frequency)
