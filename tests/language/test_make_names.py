"""Names made valid and distinct, as R 4.2.2 answered."""

import pytest

from rnet.language.make_names import make_names

GIVEN = [
    "x y", "x.y", "Freq", "Freq", "if", "if.", "1", "_a", "a-b", "é", "日本", "..1", "...", "..2x",
    ".1a", "NA", "x", "x", "x.1",
]  # fmt: skip
MADE = [
    "x.y.1", "x.y", "Freq", "Freq.1", "if..1", "if.", "X1", "X_a", "a.b", "é", "日本", "..1", "...",
    "..2x", "X.1a", "NA.", "x", "x.2", "x.1",
]  # fmt: skip


def test_names_are_those_of_r():
    assert make_names(GIVEN) == MADE


@pytest.mark.parametrize("names", [GIVEN, ["a", "a", "a"], ["", ""], []])
def test_made_names_are_distinct_and_stay(names):
    made = make_names(names)
    assert len(set(made)) == len(names)
    assert make_names(made) == made
