"""Rows as padded sequences and back; no PyTorch."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rnet
from rnet.deep.sequences import check_lengths, delayed, places_of, shifted

PANEL = pd.DataFrame({"who": ["b", "a", "b", "a", "b"], "week": [2, 1, 1, 3, 9], "x": range(5)})


def test_rows_are_ordered_by_time_within_each_sequence() -> None:
    places = places_of(PANEL, "who", "week")
    assert places.names == ["b", "a"]
    assert places.lengths.tolist() == [3, 2]
    padded = places.padded(PANEL[["x"]].to_numpy(dtype=float))
    assert padded[:, :, 0].tolist() == [[2, 0, 4], [1, 3, 0]]
    assert places.rows(padded)[:, 0].tolist() == [0, 1, 2, 3, 4]


def test_without_id_all_rows_are_one_sequence() -> None:
    places = places_of(PANEL, None, None)
    assert places.step.tolist() == [0, 1, 2, 3, 4]
    assert places_of(PANEL, None, "x").step.tolist() == [0, 1, 2, 3, 4]


def test_masks() -> None:
    places = places_of(PANEL, "who", "week")
    assert places.mask(0, last_only=False).tolist() == [[True] * 3, [True, True, False]]
    assert places.mask(1, last_only=False).tolist() == [[True, True, False], [True, False, False]]
    assert places.mask(0, last_only=True).tolist() == [[False, False, True], [False, True, False]]


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 99)), min_size=1, unique=True),
    st.integers(0, 3),
)
def test_there_and_back(rows, ahead) -> None:
    frame = pd.DataFrame(rows, columns=["id", "time"])
    places = places_of(frame, "id", "time")
    values = np.arange(len(frame), dtype=float)[:, None]
    padded = places.padded(values)
    assert (places.rows(padded) == values).all()
    assert places.mask(0, last_only=False).sum() == len(frame)
    assert places.mask(ahead, last_only=False).sum() == np.maximum(places.lengths - ahead, 0).sum()
    if ahead < padded.shape[1]:
        again = delayed(shifted(padded, ahead), ahead)
        assert np.isnan(again[:, :ahead]).all()
        assert (again[:, ahead:] == padded[:, ahead:]).all()


@pytest.mark.parametrize(
    ("who", "when", "message"),
    [
        ("where", None, "object 'where' not found"),
        ("who", "when", "object 'when' not found"),
        (None, "twice", "a value of 'twice' occurs twice in one sequence"),
        ("hole", None, "missing values in 'hole'"),
    ],
)
def test_refusals(who, when, message) -> None:
    frame = PANEL.assign(twice=[1, 1, 2, 3, 4], hole=[1, None, 1, 1, 1])
    with pytest.raises(rnet.RError) as caught:
        places_of(frame, who, when)
    assert message in caught.value.message


def test_sequences_too_short_to_look_ahead() -> None:
    with pytest.raises(rnet.RError, match="sequence a has no more than 2 rows"):
        check_lengths(places_of(PANEL, "who", "week"), 2)
