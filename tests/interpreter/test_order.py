"""Long vectors of numbers are compared by arrays: with the answers of comparing one by one."""

import numpy as np
import pytest

from rnet.interpreter.order import (
    keys_of,
    matched_positions,
    ordered_positions,
    repeated_elements,
    sort_ranks,
)
from rnet.interpreter.values import NA_INTEGER, Vector

KINDS = ["few", "spread", "wide", "missing"]


def numbers(kind, what, count, seed):
    draws = np.random.default_rng(seed)
    ends = {"few": 5, "spread": 10**5, "wide": 2**31 - 1, "missing": 5}[what]
    values = draws.integers(-ends, ends, count)
    gone = draws.random(count) < (0.2 if what == "missing" else 0.0)
    if kind == "integer":
        return Vector(kind, np.where(gone, NA_INTEGER, values).astype(np.int32))
    values = values * (1.0 if what == "few" else 0.1)
    return Vector(kind, np.where(gone, np.nan, np.where(values == 0, -0.0, values)))


@pytest.mark.parametrize("what", KINDS)
@pytest.mark.parametrize("kind", ["integer", "double"])
@pytest.mark.parametrize("from_last", [False, True])
def test_repeated_elements(kind, what, from_last) -> None:
    vector = numbers(kind, what, 300, 1)
    keys = keys_of(vector)[::-1] if from_last else keys_of(vector)
    expected = [key in keys[:place] for place, key in enumerate(keys)]
    found = repeated_elements(vector, from_last=from_last)
    assert found.tolist() == (expected[::-1] if from_last else expected)


@pytest.mark.parametrize("what", KINDS)
@pytest.mark.parametrize("kind", ["integer", "double"])
def test_matched_positions(kind, what) -> None:
    values, table = numbers(kind, what, 300, 1), numbers(kind, what, 100, 2)
    table = Vector(kind, np.concatenate([table.data, values.data[:50]]))
    keys = keys_of(table)
    expected = [keys.index(key) if key in keys else -1 for key in keys_of(values)]
    assert matched_positions(values, table).tolist() == expected


@pytest.mark.parametrize("what", KINDS)
@pytest.mark.parametrize("kind", ["integer", "double"])
@pytest.mark.parametrize("decreasing", [False, True])
@pytest.mark.parametrize("na_last", [True, False, None])
def test_ordered_positions(kind, what, decreasing, na_last) -> None:
    vector = numbers(kind, what, 300, 3)
    ranks, missing = (column.tolist() for column in sort_ranks(vector))
    sign = -1 if decreasing else 1
    places = sorted(range(300), key=lambda place: sign * ranks[place])
    known = [place for place in places if not missing[place]]
    gone = [place for place in range(300) if missing[place]]
    expected = {True: known + gone, False: gone + known, None: known}[na_last]
    found = ordered_positions([vector], decreasing=[decreasing], na_last=na_last)
    assert found.tolist() == expected
