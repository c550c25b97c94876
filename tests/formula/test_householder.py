"""The compiled decomposition equals its NumPy twin to the bit, for any matrix."""

import numpy as np
import pytest
from householder_numpy import decompose as decompose_numpy
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from rnet.formula import _householder
from rnet.formula.householder import decompose

ORDINARY = st.floats(-1e6, 1e6, allow_subnormal=False)
EXTREME = st.floats(allow_nan=True, allow_infinity=True)


def assert_same_bits(x: np.ndarray) -> None:
    with np.errstate(all="ignore"):
        twin = decompose_numpy(x)
    found = decompose(x)
    assert found.rank == twin.rank
    np.testing.assert_array_equal(found.pivot, twin.pivot)
    np.testing.assert_array_equal(found.diagonal, twin.diagonal)
    np.testing.assert_array_equal(found.packed, twin.packed)


@given(
    st.tuples(st.integers(0, 12), st.integers(0, 20)).flatmap(
        lambda s: arrays(float, s, elements=ORDINARY)
    )
)
def test_equal_to_the_twin(x) -> None:
    assert_same_bits(x)


@given(
    st.tuples(st.integers(1, 6), st.integers(1, 6)).flatmap(
        lambda s: arrays(float, s, elements=EXTREME)
    )
)
def test_odd_numbers_are_taken_as_by_the_twin(x) -> None:
    assert_same_bits(x)


@given(st.integers(0, 2**32 - 1), st.integers(2, 12))
def test_dependent_columns_move_to_the_right(seed, p) -> None:
    rng = np.random.default_rng(seed)
    x = rng.integers(-3, 4, (30, p)).astype(float)
    copy = int(rng.integers(1, p))
    x[:, copy] = x[:, 0] * 2
    found = decompose(x)
    assert found.rank < p
    assert copy in found.pivot[found.rank :]
    assert_same_bits(x)


def test_the_product_gives_the_matrix_back() -> None:
    x = np.random.default_rng(3).normal(size=(40, 7))
    found = decompose(x)
    for j, column in enumerate(x.T):
        upper = np.zeros(40)
        upper[:7] = found.upper[:, j]
        np.testing.assert_allclose(found.times(upper), column, rtol=0, atol=1e-14)


@pytest.mark.parametrize(
    ("work", "diagonal", "pivot"),
    [
        (np.zeros((3, 2)), np.zeros(2), np.zeros(2, np.int64)),
        (np.zeros((3, 2), order="F"), np.zeros(1), np.zeros(2, np.int64)),
        (np.zeros((3, 2), order="F"), np.zeros(2), np.zeros(3, np.int64)),
        (np.zeros((3, 2), np.float32, order="F"), np.zeros(2), np.zeros(2, np.int64)),
        (np.zeros(3), np.zeros(2), np.zeros(2, np.int64)),
    ],
)
def test_the_border_refuses_what_it_cannot_read(work, diagonal, pivot) -> None:
    with pytest.raises((TypeError, ValueError)):
        _householder.decompose(work, diagonal, pivot, 1e-7)
