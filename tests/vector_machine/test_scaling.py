"""Scaling: R's bits, and laws that hold for any numbers."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnet import RWarning
from rnet.vector_machine.scaling import mean_and_deviation, scaling_of, training_scaling

# The first example imports scikit-learn, and machines that test are busy.
UNHURRIED = settings(deadline=None)

NUMBERS = st.floats(-1e6, 1e6, allow_nan=False).map(lambda value: round(value, 6))
COLUMNS = st.lists(NUMBERS, min_size=2, max_size=30)

# Scaled columns have mean 0 and deviation 1 up to the rounding of 30 terms.
ROUNDING = 1e-12


@UNHURRIED
@given(COLUMNS.filter(lambda column: max(column) - min(column) > 1e-3))
def test_scaled_column_has_mean_zero_and_deviation_one(column) -> None:
    matrix = np.array(column)[:, None]
    scaled = scaling_of(matrix, [0]).apply(matrix)[:, 0]
    size = 1 + np.abs(matrix).max() / np.std(matrix)
    assert abs(scaled.mean()) < ROUNDING * size
    assert abs(scaled.std(ddof=1) - 1) < ROUNDING * size


@UNHURRIED
@given(COLUMNS, st.sampled_from([0.25, 2.0, 1024.0]))
def test_powers_of_two_change_nothing(column, factor) -> None:
    values = np.array(column)
    center, deviation = mean_and_deviation(values)
    assert mean_and_deviation(values * factor) == (center * factor, deviation * factor)


def test_columns_not_chosen_stay_as_they_are() -> None:
    matrix = np.array([[1.0, 5.0], [2.0, 7.0], [4.0, 9.0]])
    scaled = scaling_of(matrix, [1]).apply(matrix)
    assert scaled[:, 0].tolist() == [1.0, 2.0, 4.0]
    assert scaled[:, 1].tolist() == [-1.0, 0.0, 1.0]


def test_one_constant_column_and_nothing_is_scaled() -> None:
    matrix = np.array([[1.0, 5.0], [2.0, 5.0]])
    with pytest.warns(RWarning, match="Variable\\(s\\) ‘b’ constant. Cannot scale data."):
        assert training_scaling(matrix, np.array([True, True]), ["a", "b"]) is None
    assert training_scaling(matrix, np.array([True, False]), ["a", "b"]) is not None
