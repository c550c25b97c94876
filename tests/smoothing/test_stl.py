"""Decomposition by loess, against statsmodels' port of the authors' program."""

import numpy as np
import pytest

import rnet
from rnet.smoothing.stl import Loess, decomposed

ROUNDING = 1e-9
"""Sums are taken in another order."""


@pytest.mark.parametrize(("inner", "outer"), [(2, 0), (1, 15)])
@pytest.mark.parametrize("seasonal", [7, 35])
def test_parts_agree_with_the_authors_program(seasonal, inner, outer) -> None:
    module = pytest.importorskip("statsmodels.tsa.seasonal")
    y = np.asarray(rnet.data("AirPassengers"), dtype=float).ravel()
    by = (Loess(seasonal, 0, 1), Loess(23, 1, 3), Loess(13, 1, 2))
    found = decomposed(y, 12, by, inner, outer)
    asked = module.STL(
        y,
        period=12,
        seasonal=seasonal,
        trend=23,
        low_pass=13,
        seasonal_deg=0,
        seasonal_jump=1,
        trend_jump=3,
        low_pass_jump=2,
        robust=outer > 0,
    ).fit(inner_iter=inner, outer_iter=outer)
    assert np.allclose(found.seasonal, asked.seasonal, rtol=ROUNDING, atol=ROUNDING)
    assert np.allclose(found.trend, asked.trend, rtol=ROUNDING, atol=ROUNDING)
