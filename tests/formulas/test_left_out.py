"""Cases left out for missing values, and put back: laws for any pattern."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rnet.formulas.left_out import LeftOut
from rnet.values import is_na

MASKS = st.lists(st.booleans(), min_size=1, max_size=12).map(np.array)


def names(kept: np.ndarray) -> list[str]:
    return [f"r{i}" for i in range(len(kept))]


@given(MASKS)
def test_kept_and_numbered_cases_are_all_cases(kept) -> None:
    numbered = LeftOut(kept, names(kept), pads=False).numbered()
    found = {} if numbered is None else numbered.to_dict()
    assert found == {f"r{i}": i + 1 for i in range(len(kept)) if not kept[i]}


@given(MASKS)
@pytest.mark.parametrize("kind", [float, bool, "category"])
def test_padding_keeps_every_value_at_its_name(kind, kept) -> None:
    values = pd.Series(np.arange(kept.sum()) % 2, index=np.array(names(kept), dtype=object)[kept])
    padded = LeftOut(kept, names(kept), pads=True).padded(values.astype(kind))
    assert list(padded.index) == names(kept)
    assert padded.isna().tolist() == (~kept).tolist()
    assert padded.dropna().astype(int).equals(values)


@given(MASKS)
def test_numbers_put_back_are_na_and_not_nan(kept) -> None:
    values = pd.Series(np.full(kept.sum(), np.nan))
    padded = LeftOut(kept, names(kept), pads=True).padded(values)
    assert is_na(padded.to_numpy()).tolist() == (~kept).tolist()


@given(MASKS)
def test_without_padding_nothing_changes(kept) -> None:
    values = pd.Series(np.arange(float(kept.sum())))
    assert LeftOut(kept, names(kept), pads=False).padded(values) is values
