"""round, signif and zapsmall: R's doubles, bit for bit."""

import math
import struct

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from oracles import load_jsonl, number

import rnet
from rnet.conditions import RError

finite = st.floats(allow_nan=False, allow_infinity=False)
ROUND_CASES = load_jsonl("stats/fuzz/round.jsonl")


def same_bits(a: float, b: float) -> bool:
    return struct.pack("<d", a + 0.0) == struct.pack("<d", b + 0.0)


def test_round_gives_r_bits() -> None:
    for case in ROUND_CASES:
        found = rnet.round(number(case["x"]), number(case["digits"]))
        assert same_bits(found, number(case["round"])), case


def test_signif_gives_r_bits() -> None:
    for case in ROUND_CASES:
        found = rnet.signif(number(case["x"]), number(case["signif_digits"]))
        assert same_bits(found, number(case["signif"])), case


@given(finite, st.integers(-20, 20))
def test_rounding_twice_changes_nothing_more(x, digits) -> None:
    once = rnet.round(x, digits)
    # for digits < 0 R scales with an inexact 1/10^n: round(112885, -5) is not quite 1e5
    assert digits < 0 or rnet.round(once, digits) == once


@given(st.floats(-1e300, 1e300), st.integers(0, 15))
def test_rounding_moves_by_at_most_half_a_unit(x, digits) -> None:
    step = 10.0**-digits
    assert abs(rnet.round(x, digits) - x) <= step / 2 * (1 + 1e-9) + 4 * np.spacing(abs(x))


@given(finite, st.integers(1, 22))
def test_signif_keeps_the_sign(x, digits) -> None:
    assert math.copysign(1.0, rnet.signif(x, digits)) == math.copysign(1.0, x)


@given(st.lists(finite, min_size=1), st.integers(-5, 5))
def test_a_vector_is_rounded_element_by_element(values, digits) -> None:
    whole = rnet.round(np.array(values), digits)
    assert whole.tolist() == [rnet.round(value, digits) for value in values]


def test_kinds_are_kept() -> None:
    series = rnet.round(pd.Series([1.26, 2.0], index=["a", "b"]), 1)
    assert series.index.tolist() == ["a", "b"]
    assert series.tolist() == [1.3, 2.0]
    frame = rnet.round(pd.DataFrame({"a": [1.26]}), 1)
    assert frame["a"].tolist() == [1.3]
    assert isinstance(rnet.round(rnet.table([1, 2]) / 3, 2), rnet.Table)
    assert rnet.round(np.array([[1.26, 2.0]]), 1).shape == (1, 2)


def test_missing_values_stay_missing() -> None:
    found = rnet.round([1.26, rnet.NA, math.nan, math.inf], 1)
    assert rnet.format_r(found) == "[1] 1.3  NA NaN Inf"


@pytest.mark.parametrize("function", [rnet.round, rnet.signif, rnet.zapsmall])
def test_strings_are_refused(function) -> None:
    with pytest.raises(RError) as caught:
        function("a")
    assert caught.value.message == "non-numeric argument to mathematical function"


def test_data_frame_names_the_column_that_is_no_number() -> None:
    with pytest.raises(RError) as caught:
        rnet.round(pd.DataFrame({"a": [1.0], "b": ["x"]}))
    assert caught.value.message == "non-numeric-alike variable(s) in data frame: b"
