"""Exponential smoothing with level, trend and season (Winters, Management Science 6, 1960)."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Smoothed:
    """A series filtered once.

    Attributes
    ----------
    level, trend, season : ndarray
        The states, shapes (m + 1,), (m + 1,) and (m + period,) for m filtered values; trend and
        season are zeros (ones) where the model has none.
    squares : float
        Sum of the squared one-step errors.
    """

    level: Floats
    trend: Floats
    season: Floats
    squares: float


def filtered(
    x: Floats,
    start: tuple[float, float, Floats],
    weights: tuple[float, float | None, float | None],
    *,
    multiplies: bool,
) -> Smoothed:
    """Filter the values x, shape (m,), from a level, a trend and the states of one period.

    Parameters
    ----------
    x : ndarray, shape (m,)
    start : (float, float, ndarray)
        Level, trend and, shape (period,), season before the first value.
    weights : (float, float or None, float or None)
        Of level, trend and season; None where the model has no such part.
    multiplies : bool
        Whether the season multiplies the level rather than being added.

    Examples
    --------
    >>> once = filtered(np.array([2.0, 4.0]), (1.0, 0.0, np.zeros(1)), (0.5, None, None),
    ...                 multiplies=False)
    >>> once.level.tolist(), once.squares
    ([1.0, 1.5, 2.75], 7.25)
    """
    alpha, beta, gamma = weights
    level, trend = start[0], start[1]
    season = start[2].tolist()
    period = len(season)
    levels, trends, squares = [level], [trend], 0.0
    for t, value in enumerate(x.tolist()):
        own = season[t] if gamma is not None else (1.0 if multiplies else 0.0)
        expected = (level + trend) * own if multiplies else level + trend + own
        squares += (value - expected) ** 2
        seen = value / own if multiplies else value - own
        before = level
        level = alpha * seen + (1 - alpha) * (level + trend)
        if beta is not None:
            trend = beta * (level - before) + (1 - beta) * trend
        if gamma is not None:
            now = value / level if multiplies else value - level
            season.append(gamma * now + (1 - gamma) * own)
        levels.append(level)
        trends.append(trend)
    states = np.array(season if gamma is not None else season[:period])
    return Smoothed(np.array(levels), np.array(trends), states, squares)
