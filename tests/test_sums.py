"""Sums and means: the bits of extended precision, and laws that hold for any numbers."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnet import _sums, sums

# Machines that test are busy.
UNHURRIED = settings(deadline=None)

NUMBERS = st.floats(-1e6, 1e6, allow_nan=False).map(lambda value: round(value, 6))
COLUMNS = st.lists(NUMBERS, min_size=2, max_size=30).map(np.array)


@UNHURRIED
@given(COLUMNS)
def test_rounded_mean_is_the_nearest_double(values) -> None:
    assert sums.rounded_mean(values) == float(sum(map(Fraction, values.tolist())) / len(values))


@UNHURRIED
@given(COLUMNS)
def test_without_long_doubles_only_their_rounding_is_missing(values) -> None:
    here = sums.extended_sum(values), sums.extended_mean(values)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sums, "X87_MANTISSA", -1)  # as on a platform without them
        elsewhere = sums.extended_sum(values), sums.extended_mean(values)
    # n additions, each off by half a unit of 64 bits at most, and one rounding to a double.
    lost = len(values) * float(np.abs(values).sum()) * 2.0**-64
    for own, other, most in zip(here, elsewhere, (lost, lost / len(values)), strict=True):
        assert abs(own - other) <= most + np.spacing(abs(own))


@UNHURRIED
@given(COLUMNS)
def test_plain_sums_are_those_of_a_loop(values) -> None:
    total = 0.5
    for value in values.tolist():
        total += value
    assert sums.ordered_sum(values, 0.5) == total


def test_a_thousand_terms_are_added_in_order() -> None:
    # In pairs the small terms would meet each other first and count.
    values = np.array([2.0**63, *[0.75] * 1000, -(2.0**63)])
    assert sums.ordered_sum(values) == 0.0
    assert math.fsum(values) == 750.0
    if sums.has_extended_precision():
        assert sums.extended_sum(values) == 1000.0


@pytest.mark.parametrize("special", [np.inf, -np.inf, np.nan])
def test_special_numbers_pass_through(special) -> None:
    values = np.array([1.0, special, 2.0])
    for function in (sums.extended_sum, sums.extended_mean, sums.corrected_mean):
        assert np.array_equal(function(values), special, equal_nan=True)


def test_of_nothing_and_of_one() -> None:
    nothing = np.zeros(0)
    assert sums.extended_sum(nothing) == 0.0
    assert math.isnan(sums.corrected_mean(nothing))
    assert sums.corrected_mean(np.array([0.1])) == 0.1
    assert math.isnan(sums.variance(np.array([0.1])))


def in_order(terms) -> np.longdouble:
    """Add longest doubles one after the other, in NumPy alone: the compiled loops' twin."""
    with np.errstate(over="ignore", invalid="ignore"):
        return np.add.accumulate(np.append(np.longdouble(0), terms))[-1]


ANY_COLUMNS = st.lists(
    st.tuples(st.floats(width=64), st.floats(width=64)), min_size=1, max_size=40
).map(lambda pairs: np.array(pairs).T.copy())


@given(ANY_COLUMNS, st.floats(-1e3, 1e3), st.floats(-1e3, 1e3))
def test_compiled_sums_are_those_of_their_twin(columns, left, right) -> None:
    x, y = columns
    long = x.astype(np.longdouble)
    assert np.array_equal(sums.running_total(x), in_order(long), equal_nan=True)
    assert np.array_equal(sums.running_total(long), in_order(long), equal_nan=True)
    centre = np.longdouble(left) / 3
    with np.errstate(over="ignore", invalid="ignore"):
        products = (long - centre) * (y.astype(np.longdouble) - np.longdouble(right))
        first = in_order(long) / len(x)
        mean = first + in_order(long - first) / len(x) if np.isfinite(first) else first
        mean = float(mean)
    found = sums.centred_product(x, centre, y, right)
    assert np.array_equal(found, in_order(products), equal_nan=True)
    assert np.array_equal(sums.corrected_mean(x), mean, equal_nan=True)
    if len(x) > 1:
        with np.errstate(over="ignore", invalid="ignore"):
            spread = float(in_order((long - mean) ** 2) / (len(x) - 1))
        assert np.array_equal(sums.variance(x), spread, equal_nan=True)


@pytest.mark.parametrize("count", [1, 1000, 100_003])
def test_totals_of_many_are_those_of_their_twin(count) -> None:
    draws = np.random.default_rng(count)
    values = draws.normal(size=count) * 10.0 ** draws.integers(-9, 9, count)
    assert sums.running_total(values) == in_order(values.astype(np.longdouble))


@given(st.integers(0, 9), st.integers(0, 40), st.integers(0, 37), st.integers(0, 2**32 - 1))
def test_products_add_from_first_to_last(n, terms, m, seed) -> None:
    draws = np.random.default_rng(seed)
    a, b = draws.normal(size=(n, terms)), draws.normal(size=(terms, m))
    a[draws.random(a.shape) < 0.05] = np.inf
    expected = np.zeros((n, m))
    with np.errstate(invalid="ignore"):
        for t in range(terms):
            expected += a[:, t, None] * b[t]
    assert np.array_equal(sums.ordered_product(a, b), expected, equal_nan=True)
    columns_first = sums.ordered_product(np.asfortranarray(a), np.asfortranarray(b))
    assert np.array_equal(columns_first, expected, equal_nan=True)


def test_compiled_loops_refuse_what_does_not_fit() -> None:
    none = (0.0, 0.0, 0)
    square, row = np.zeros((2, 2)), np.zeros((1, 3))
    for wrong in (
        lambda: _sums.product(square, row, square),
        lambda: _sums.product(square, square, row),
        lambda: _sums.centred_product(row[0], none, square[0], none),
        lambda: _sums.corrected_mean(np.zeros(0)),
        lambda: _sums.variance(np.zeros(1)),
    ):
        with pytest.raises(ValueError, match=r"fit|differ|values"):
            wrong()


TABLES = st.integers(2, 12).flatmap(
    lambda rows: st.tuples(
        *(
            st.lists(
                st.lists(st.floats(-1e200, 1e200), min_size=rows, max_size=rows),
                min_size=1,
                max_size=6,
            ).map(lambda columns: np.array(columns).T)
            for _ in "xy"
        )
    )
)


@pytest.mark.skipif(not sums.has_extended_precision(), reason="needs 80-bit numbers")
@pytest.mark.parametrize("scaled", [False, True])
@UNHURRIED
@given(TABLES)
def test_moments_are_those_of_numpy_s_long_doubles(scaled, tables) -> None:
    x, y = tables
    for other in (x, y):
        values, constant = sums.complete_moments(x, other, scaled=scaled)
        expected = in_long_doubles(x, other, scaled=scaled)
        np.testing.assert_array_equal(values, expected)
        assert constant == (scaled and bool(np.isnan(expected).any()))


def in_long_doubles(x, y, *, scaled):
    u, v = ([c.astype(np.longdouble) - sums.corrected_mean(c) for c in z.T] for z in (x, y))
    with np.errstate(all="ignore"):
        both = np.array([[np.dot(a, b) for b in v] for a in u]).reshape(len(u), len(v))
        if not scaled:
            return (both / (len(x) - 1)).astype(np.float64)
        own, others = (np.sqrt(np.array([np.dot(a, a) for a in w])) for w in (u, v))
        return np.clip(both / (own[:, None] * others), -1, 1).astype(np.float64)
