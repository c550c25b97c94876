"""The number formatter against R's text, and laws that hold for every bit pattern."""

import math
import re
import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from oracles import atomic, load_jsonl, number

import rnet
from rnet import settings
from rnet.printing.elements import as_vector, element_texts
from rnet.printing.matrix import format_matrix
from rnet.printing.numbers import (
    as_character,
    as_characters,
    format_real,
    number_text,
    number_texts,
)
from rnet.printing.vectors import format_named_vector, format_vector

CHUNK = 150  # lines a test takes: enough to be quick, few enough to name the failing corner


def chunks(path):
    rows = load_jsonl(path)
    return [
        pytest.param(rows[start : start + CHUNK], id=f"{start}")
        for start in range(0, len(rows), CHUNK)
    ]


@pytest.fixture
def unclamped(monkeypatch):
    """Set options directly: the oracles use penalties that `options` clamps."""

    def put(**changes):
        monkeypatch.setattr(settings, "_current", settings.Settings(**changes))

    return put


def printed(row):
    values = atomic(row["type"], row["x"])
    if row["nrow"]:
        cells = np.asarray(values, dtype=None if isinstance(values, np.ndarray) else object)
        return format_matrix(cells.reshape(row["nrow"], -1, order="F"))
    if row["names"]:
        return format_named_vector(element_texts(as_vector(values)).cells, row["names"])
    return format_vector(values)


@pytest.mark.parametrize("rows", chunks("stats/fuzz/numbers.jsonl"))
def test_print_of_ordinary_numbers(rows, unclamped):
    for row in rows:
        unclamped(digits=row["digits"], scipen=row["scipen"])
        assert printed(row) == row["expected"], row


@pytest.mark.parametrize("rows", chunks("stats/fuzz/numbers_adversarial.jsonl"))
def test_print_of_ties_and_powers_of_ten(rows, unclamped):
    for row in rows:
        unclamped(digits=row["digits"], scipen=row["scipen"])
        assert printed(row) == row["expected"], row


@pytest.mark.parametrize("rows", chunks("stats/fuzz/aschar.jsonl"))
def test_single_numbers(rows):
    for row in rows:
        x = number(row["x"])
        assert as_character(x) == row["as_character"], row
        assert as_characters([x]) == [row["paste"]], row
        assert number_text(x, 7) == row["cat"], row
        assert number_texts([x], 7) == [row["cat"]], row
        assert format_real([x]) == [row["format"]], row
        assert format_real([x], digits=3) == [row["format_digits3"]], row
        assert format_real([x], nsmall=2) == [row["format_nsmall2"]], row


@pytest.mark.parametrize(
    ("values", "digits", "expected"),
    [
        ([9996.0], 3, ["9996"]),
        ([0.1], 17, ["0.10000000000000001"]),
        ([0.1], 16, ["0.1"]),
        ([1.123456789, 12345.67], 7, ["    1.123457", "12345.670000"]),
        ([1.123456789, 123456.7], 7, ["1.123457e+00", "1.234567e+05"]),
        ([rnet.NA, 1.5, -math.inf], 7, ["  NA", " 1.5", "-Inf"]),
        ([-0.0], 7, ["0"]),
        ([1e-320], 7, ["9.999889e-321"]),
        ([], 7, []),
    ],
)
def test_worked_examples(values, digits, expected):
    assert format_real(values, digits) == expected


def bits(pattern):
    return struct.unpack("<d", struct.pack("<Q", pattern))[0]


any_double = st.one_of(st.floats(), st.integers(0, 2**64 - 1).map(bits))


@given(st.lists(any_double, min_size=1, max_size=20), st.integers(1, 22))
def test_every_group_has_one_width(values, digits):
    texts = format_real(values, digits)
    assert len({len(text) for text in texts}) == 1


@given(st.floats(-1e300, 1e300))
def test_fifteen_digits_read_back_within_half_a_unit(x):
    text = number_text(x, 15)
    assert math.isclose(float(text), x, rel_tol=5.1e-15, abs_tol=5e-324)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_seventeen_digits_read_back_exactly(x):
    assert float(number_text(x, 17)) == x


@given(st.integers(-(10**15) + 1, 10**15 - 1), st.integers(0, 14))
def test_as_character_gives_a_short_decimal_back(whole, places):
    x = float(f"{whole}e-{places}")
    text = as_character(x)
    assert float(text) == x
    assert not re.search(r"\.\d*0(e|$)", text)


@given(st.lists(any_double, max_size=20), st.integers(1, 22))
def test_arrays_and_single_numbers_agree(values, digits):
    assert number_texts(values, digits) == [number_text(x, digits) for x in values]


@given(st.floats(allow_nan=False), st.integers(1, 22))
def test_sign_is_one_character_more(x, digits):
    texts = number_text(abs(x), digits), number_text(-abs(x), digits)
    assert texts[1] == ("-" if x else "") + texts[0]
