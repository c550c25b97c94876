"""Exponential smoothing: laws of the filter itself; R's answers stand with the R functions."""

import numpy as np

from rnet.smoothing.holt_winters import filtered

NONE = np.zeros(1)


def test_without_trend_and_season_the_level_is_a_weighted_mean() -> None:
    x = np.array([3.0, 5.0, 4.0])
    found = filtered(x, (1.0, 0.0, NONE), (0.5, None, None), multiplies=False)
    assert found.level.tolist() == [1.0, 2.0, 3.5, 3.75]
    assert found.squares == 2.0**2 + 3.0**2 + 0.5**2


def test_a_straight_line_is_followed_without_errors() -> None:
    x = np.arange(3.0, 9.0)
    found = filtered(x, (2.0, 1.0, NONE), (0.3, 0.2, None), multiplies=False)
    assert np.isclose(found.squares, 0.0)
    assert np.allclose(found.trend, 1.0)


def test_a_season_that_multiplies_is_followed() -> None:
    season = np.array([0.5, 1.5])
    x = np.array([10.0, 30.0, 10.0, 30.0])
    found = filtered(x, (20.0, 0.0, season), (0.4, 0.1, 0.3), multiplies=True)
    assert np.isclose(found.squares, 0.0)
