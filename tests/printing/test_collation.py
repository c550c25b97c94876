"""R's order of strings in an English locale."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rnet
from rnet.printing.collation import sort_key, sorted_strings

# sort(intToUtf8(32:126, multiple = TRUE)) in R 4.2.2 with ICU 72
ASCII = (
    " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789"
    "aAbBcCdDeEfFgGhHiIjJkKlLmMnNoOpPqQrRsStTuUvVwWxXyYzZ"
)
SORTED_BY_R = [
    ["a", "A", "á", "Á", "aa", "aA", "Aa", "AA", "ab", "Ab", "áb", "b"],
    ["resume", "Resume", "resumé", "résume", "résumé"],
    ["co op", "co_op", "co-op", "Co-op", "CO-OP", "coop"],
    ["strase", "strasse", "STRASSE", "straße"],
    ["é", "z", "α", "Ω", "Д", "я", "日本"],
    ["1", "10", "9", "x1", "x10", "x2", "x9"],
    ["-1", "(0,1]", "[0,1)", "+1", "<1", ">3", "0-5yrs", "1-2", "1+", "12+ yrs", "6-11yrs"],
    list("áÁàÀăĂâÂåÅäÄãÃąĄāĀ"),
    list("éÉèÈĕĔêÊěĚëËėĖęĘēĒ"),
    list("óÓòÒŏŎôÔöÖőŐõÕøØōŌ"),
]


def test_ascii_order_is_that_of_r() -> None:
    assert "".join(sorted_strings(map(chr, range(32, 127)))) == ASCII


@pytest.mark.parametrize("expected", SORTED_BY_R, ids=lambda expected: expected[0])
def test_words_sort_as_in_r(expected) -> None:
    assert sorted_strings(reversed(expected)) == expected


@given(st.text(), st.text())
def test_only_equal_strings_have_equal_keys(a, b) -> None:
    assert (sort_key(a) == sort_key(b)) == (a == b)


@given(st.lists(st.text(max_size=5)))
def test_order_does_not_depend_on_the_start(texts) -> None:
    assert sorted_strings(texts) == sorted_strings(sorted(texts))


def test_the_c_locale_sorts_by_code() -> None:
    with rnet.options(collate="C"):
        assert sorted_strings(["b", "B", "a", "A", "_x"]) == ["A", "B", "_x", "a", "b"]
    assert sorted_strings(["b", "B", "a"]) == ["a", "b", "B"]
    with pytest.raises(rnet.RError, match="invalid value for 'collate'"):
        rnet.options(collate="de_DE")
