"""Sums and means: the bits of extended precision, and laws that hold for any numbers."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnet import sums

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


@pytest.mark.parametrize("count", [1, sums.PART - 1, sums.PART, sums.PART + 1, 3 * sums.PART + 5])
def test_totals_in_parts_are_those_of_running_sums(count) -> None:
    draws = np.random.default_rng(count)
    values = draws.normal(size=count) * 10.0 ** draws.integers(-9, 9, count)
    long = values.astype(np.longdouble)
    assert sums.running_total(values) == np.add.accumulate(long)[-1]
    assert sums.running_total(values, 0.5) == np.add.accumulate(long - np.longdouble(0.5))[-1]
    others = draws.normal(size=count)
    products = (long - np.longdouble(0.5)) * (others.astype(np.longdouble) - np.longdouble(0.25))
    found = sums.centred_product(values, 0.5, others, 0.25)
    assert found == np.add.accumulate(products)[-1]
