"""The compiled decomposition equals its NumPy twin to the bit, for any matrix."""

import numpy as np
import pytest
from householder_numpy import decompose as decompose_numpy
from householder_numpy import reflect as reflect_numpy
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from rnet.formulas import _householder
from rnet.formulas.householder import decompose

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


@given(st.integers(0, 2**32 - 1), st.integers(2, 12), st.sampled_from([30, 2047, 2060, 4500]))
def test_dependent_columns_move_to_the_right(seed, p, n) -> None:
    rng = np.random.default_rng(seed)
    x = rng.integers(-3, 4, (n, p)).astype(float)
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


@given(st.integers(0, 2**32 - 1), st.integers(1, 5000), st.integers(1, 19))
def test_rows_are_multiplied_and_room_is_used_again(seed, n, p) -> None:
    rng = np.random.default_rng(seed)
    x, factors = rng.normal(size=(n, p)), rng.random(n)
    with np.errstate(all="ignore"):
        twin = decompose_numpy(x * factors[:, None])
    room = np.empty((n, p), order="F")
    found = decompose(x, factors=factors, room=room)
    np.testing.assert_array_equal(found.packed, twin.packed)
    assert found.rank < p or found.packed is room
    assert decompose(x, room=found.packed[:, :1]).packed.shape == x.shape


@given(st.integers(0, 2**32 - 1), st.integers(1, 300), st.integers(1, 12))
def test_rotations_are_those_of_the_twin(seed, n, p) -> None:
    rng = np.random.default_rng(seed)
    qr, y = decompose(rng.normal(size=(n, p))), rng.normal(size=n)
    forwards, backwards = y.copy(), y.copy()
    for j in range(qr.rank):
        reflect_numpy(qr.packed[j:, j], forwards[j:])
    for j in reversed(range(qr.rank)):
        reflect_numpy(qr.packed[j:, j], backwards[j:])
    np.testing.assert_array_equal(qr.transposed_times(y), forwards)
    np.testing.assert_array_equal(qr.times(y), backwards)


@given(st.integers(0, 2**32 - 1), st.sampled_from([1, 3, 30, 512, 515, 1100]), st.integers(0, 12))
def test_what_is_carried_is_rotated_on_the_way(seed, n, p) -> None:
    rng = np.random.default_rng(seed)
    x, y = rng.integers(-2, 3, (n, p)).astype(float), rng.normal(size=n)
    carried = y.copy()
    found = decompose(x, carried=carried)
    np.testing.assert_array_equal(carried, found.transposed_times(y))
    np.testing.assert_array_equal(found.packed, decompose(x).packed)
    with pytest.raises(ValueError, match="what is carried"):
        decompose(x, carried=np.zeros(n + 1))


DOUBLES, PLACES = np.zeros(2), np.zeros(2, np.int64)
WHOLE = np.zeros((3, 2), order="F")


@pytest.mark.parametrize(
    ("x", "factors", "work", "diagonal", "pivot"),
    [
        (WHOLE, None, np.zeros((3, 2)), DOUBLES, PLACES),
        (np.zeros((3, 2)), None, WHOLE, DOUBLES, PLACES),
        (WHOLE, None, np.zeros((3, 3), order="F"), DOUBLES, PLACES),
        (WHOLE, None, WHOLE.copy("F"), np.zeros(1), PLACES),
        (WHOLE, None, WHOLE.copy("F"), DOUBLES, np.zeros(3, np.int64)),
        (WHOLE, DOUBLES, WHOLE.copy("F"), DOUBLES, PLACES),
        (WHOLE.astype(np.float32), None, WHOLE.copy("F"), DOUBLES, PLACES),
        (np.zeros(3), None, WHOLE.copy("F"), DOUBLES, PLACES),
    ],
)
def test_the_border_refuses_what_it_cannot_read(x, factors, work, diagonal, pivot) -> None:
    with pytest.raises((TypeError, ValueError)):
        _householder.decompose(x, factors, work, None, diagonal, pivot, 1e-7)


@pytest.mark.parametrize(("y", "rank"), [(np.zeros(2), 1), (np.zeros(3), 3), (np.zeros(3), -1)])
def test_rotations_refuse_other_sizes(y, rank) -> None:
    with pytest.raises(ValueError, match="y needs an element"):
        _householder.rotate(WHOLE, y, rank, False)
