"""P values adjusted as R's p.adjust does."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from oracles import stats_cases

from rnet import RError, p_adjust
from rnet.hypothesis.p_adjust import METHODS

# R 4.2.2: p.adjust(c(.01, NA, .04, .03, .5, .2), m)
RECORDED = {
    "holm": [0.05, None, 0.12, 0.12, 0.5, 0.4],
    "hochberg": [0.05, None, 0.12, 0.12, 0.5, 0.4],
    "hommel": [0.05, None, 0.12, 0.09, 0.5, 0.4],
    "bonferroni": [0.05, None, 0.2, 0.15, 1, 1],
    "BH": [0.05, None, 0.04 * 5 / 3, 0.04 * 5 / 3, 0.5, 0.25],
    "BY": [0.05 * 137 / 60, None, 137 / 900, 137 / 900, 1, 0.25 * 137 / 60],
    "none": [0.01, None, 0.04, 0.03, 0.5, 0.2],
}
ROUNDING = 1e-14


@pytest.mark.parametrize("method", RECORDED)
def test_recorded(method) -> None:
    given_values = [0.01, np.nan, 0.04, 0.03, 0.5, 0.2]
    expected = np.array(RECORDED[method], dtype=float)
    np.testing.assert_allclose(p_adjust(given_values, method), expected, rtol=ROUNDING)


def test_sessions_cover_it() -> None:
    codes = [s["code"] for case in stats_cases("htest") for s in case["steps"]]
    assert sum(code.startswith("p.adjust(") for code in codes) == 5


def test_more_comparisons_than_values() -> None:
    assert p_adjust([0.01, 0.02], "fdr", n=5).tolist() == [0.05, 0.05]
    with pytest.raises(RError, match="n >= lp is not TRUE"):
        p_adjust([0.1, 0.2], n=1)
    with pytest.raises(RError, match="'arg' should be one of “holm”, “hochberg”"):
        p_adjust([0.1], "x")


@given(st.lists(st.floats(0, 1), max_size=12), st.sampled_from(list(METHODS)))
def test_adjusting_only_raises_and_keeps_the_order(values, method) -> None:
    found = p_adjust(values, method)
    assert np.all(found >= np.array(values) * (1 - ROUNDING))
    assert np.all(found <= 1)
    assert np.all(np.diff(found[np.argsort(values, kind="stable")]) >= -ROUNDING)
