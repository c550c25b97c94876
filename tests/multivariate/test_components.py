"""Components, clusters and distances of more data sets beside recorded R 4.2."""

import numpy as np
import pytest
from console_pairs import compared

from rnet import data, kmeans, loadings, prcomp, princomp, scale

# The same matrix reached by two ways.
TOLERANCE = 1e-12


@pytest.mark.parametrize(("recorded", "found"), compared("components"))
def test_console_text(recorded, found) -> None:
    assert found == recorded


def test_a_scaled_matrix_has_the_components_of_scaled_variables() -> None:
    cars = data("mtcars")
    found = prcomp(scale(cars)).sdev
    np.testing.assert_allclose(found, prcomp(cars, scale_=True).sdev, rtol=TOLERANCE)


@pytest.mark.parametrize("fix_sign", [True, False])
def test_signs_are_those_of_the_first_variable(fix_sign) -> None:
    first = loadings(princomp(data("swiss"), cor=True, fix_sign=fix_sign)).frame.iloc[0]
    assert (first > 0).all() == fix_sign


def test_sums_of_squares_add_up() -> None:
    found = kmeans(data("iris").iloc[:, :4], data("iris").iloc[[0, 60, 120], :4])
    assert found.tot_withinss + found.betweenss == pytest.approx(found.totss, rel=TOLERANCE)
