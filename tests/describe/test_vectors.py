"""`head`, `tail`, `cut`, `findInterval`, factors, `symnum` and `stem` beside recorded R 4.2."""

import numpy as np
import pandas as pd
import pytest
from console_pairs import compared
from hypothesis import given
from hypothesis import strategies as st

from rnet import RError, cut, droplevels, factor, findInterval, head, interaction, levels, tail
from rnet.printing.stem_text import format_stem

numbers = st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=50)


@pytest.mark.parametrize(("recorded", "found"), [*compared("vectors"), *compared("symbols")])
def test_console_text(recorded, found) -> None:
    assert found == recorded


@given(st.lists(st.integers(), max_size=20), st.integers(-25, 25))
def test_head_and_tail_make_the_whole(values, n) -> None:
    if n > 0:
        assert head(values, n) + tail(values, -n) == values
    assert len(head(values, n)) == len(tail(values, n))


@given(numbers, st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=9, unique=True))
def test_cut_and_findInterval_agree(values, breaks) -> None:
    ends = sorted(breaks)
    inside = pd.Series(cut(values, ends, labels=False), dtype="Int64").fillna(0).to_numpy()
    found = findInterval(values, ends, left_open=True)
    found[found == len(ends)] = 0
    assert inside.tolist() == found.tolist()


@given(numbers.filter(lambda x: max(x) > min(x)), st.sampled_from([0.5, 1, 2]))
def test_every_value_is_a_leaf(values, scale) -> None:
    text = format_stem(np.sort(values), scale, 10_000, 1e-8)
    leaves = [line.partition("|")[2].strip() for line in text.splitlines()[3:]]
    assert sum(map(len, leaves)) == len(values)


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("xy")))
def test_interaction_has_all_combinations(one, other) -> None:
    size = min(len(one), len(other))
    if size:
        found = interaction(one[:size], other[:size])
        assert len(levels(found)) == len(set(one[:size])) * len(set(other[:size]))
        assert list(found) == [f"{a}.{b}" for a, b in zip(one, other, strict=False)]


def test_levels_of_a_data_frame_are_dropped() -> None:
    frame = pd.DataFrame({"g": factor(["a", "b"]), "x": [1, 2]})
    assert levels(droplevels(frame.iloc[:1])["g"]).tolist() == ["a"]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: head([1, 2], "a"), "invalid 'n' - must be numeric, possibly NA."),
        (lambda: head(np.eye(2), [1, 2, 3]), "invalid 'n' - must have length <= length(dim(x))"),
        (lambda: cut([], 3), "'from' must be a finite number"),
        (lambda: cut([1, np.inf], 3), "'to' must be a finite number"),
        (interaction, "No factors specified"),
        (lambda: droplevels([1]), "no applicable method for 'droplevels'"),
    ],
)
def test_refusals(call, message) -> None:
    with pytest.raises(RError) as caught:
        call()
    assert caught.value.message.startswith(message)
    assert caught.value.advice
