"""Densities, bandwidths and the vectors among the data sets, beside recorded R 4.2."""

import numpy as np
import pytest
from console_pairs import compared
from hypothesis import assume, given
from hypothesis import strategies as st

import rnet
from rnet import bw_nrd, bw_nrd0, bw_SJ, data, density, plot
from rnet.smoothing.bandwidth_criteria import pair_distances

# An integral by the trapezoidal rule, of a density whose tails are cut.
AREA = 2e-3

samples = st.lists(st.floats(-1e3, 1e3).map(lambda x: round(x, 3)), min_size=2, max_size=60)


@pytest.mark.parametrize(("recorded", "found"), compared("density"))
def test_console_text(recorded, found) -> None:
    assert found == recorded


@given(samples.filter(lambda x: len(set(x)) > 1))
def test_area_is_one(sample) -> None:
    found = density(sample, cut=6)
    assume(found.bw > np.diff(found.x)[0])  # a hump narrower than the grid is not caught
    assert np.trapezoid(found.y, found.x) == pytest.approx(1, abs=AREA)


@given(samples.filter(lambda x: np.ptp(x) > 1e-3), st.floats(0.01, 100))
def test_bandwidths_follow_the_scale(sample, factor) -> None:
    for rule in (bw_nrd0, bw_nrd):
        assert rule(np.array(sample) * factor) == pytest.approx(rule(sample) * factor)


@given(samples.filter(lambda x: np.ptp(x) > 1e-3))
def test_every_pair_is_counted(sample) -> None:
    n = len(sample)
    assert pair_distances(np.array(sample), 1000).counts.sum() == n * (n - 1) / 2


def test_heights_before_r_4_4() -> None:
    mpg = data("mtcars")["mpg"]
    with rnet.options(r_version="4.3"):
        old = density(mpg).y
    new = density(mpg).y
    assert 1e-4 < np.abs(old - new).max() / new.max() < 2e-3


def test_picture() -> None:
    axes = plot(density(data("faithful")["eruptions"], bw_SJ(data("faithful")["eruptions"]))).axes
    assert axes[0].get_xlabel() == "N = 272   Bandwidth = 0.14"
