"""as.character, paste, cat, format and formatC of single numbers, by R 4.6."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from oracles import load_jsonl, number

import rnet
from rnet.printing.cat import cat_text
from rnet.printing.strings import escaped_width

WRITERS = {
    "paste": rnet.paste,
    "cat": lambda x: cat_text([x]),
    "format": rnet.format,
    "formatC": rnet.formatC,
    "formatC_digits4": lambda x: rnet.formatC(x, digits=4),
    "format_nsmall2": lambda x: rnet.format(x, nsmall=2),
    "format_digits3": lambda x: rnet.format(x, digits=3),
    "as_character": lambda x: rnet.paste(x, collapse=""),
}


@pytest.mark.parametrize("name", WRITERS)
def test_numbers_are_written_as_in_r(name) -> None:
    write = WRITERS[name]
    cases = load_jsonl("stats/fuzz/aschar.jsonl")
    wrong = [
        (case["x"], write(number(case["x"])), case[name])
        for case in cases
        if write(number(case["x"])) != case[name]
    ]
    assert wrong == []


finite = st.floats(allow_nan=False, allow_infinity=False)


@given(st.floats(-1e300, 1e300))
def test_fifteen_digits_read_back_nearly(x) -> None:
    assert float(rnet.paste(x)) == pytest.approx(x, rel=5.1e-15, abs=0)


@given(finite, st.integers(0, 30), st.integers(0, 12), st.sampled_from("feEgG"))
def test_sprintf_is_c_printf(x, width, digits, letter) -> None:
    fmt = f"%{width}.{digits}{letter}"
    assert rnet.sprintf(fmt, x) == fmt % x


@given(st.integers(-(2**31) + 1, 2**31 - 1), st.sampled_from(["", "+", " ", "0", "-"]))
def test_sprintf_of_integers_is_c_printf(x, flag) -> None:
    assert rnet.sprintf(f"%{flag}12d|", x) == f"%{flag}12d|" % x


@given(finite)
def test_sprintf_hexadecimal_reads_back(x) -> None:
    assert float.fromhex(rnet.sprintf("%a", x)) == x


@given(st.lists(finite, min_size=1, max_size=8))
def test_format_gives_a_common_width(values) -> None:
    assert len(set(map(len, rnet.format(values)))) == 1


@given(st.integers(-(10**12), 10**12))
def test_big_marks_only_group_digits(x) -> None:
    marked = rnet.formatC(float(x), format="f", digits=0, big_mark=",")
    assert marked == f"{x:,}"


# Strings of R hold no NUL.
@given(st.text(st.characters(exclude_characters="\0"), max_size=20), st.integers(0, 30))
def test_strings_are_padded_to_the_width(text, width) -> None:
    padded = rnet.format(text, width=width)
    assert padded.rstrip(" ") == text.rstrip(" ")
    assert escaped_width(padded) == max(width, escaped_width(text))
