"""Laws of the hypothesis tests that no recorded session shows."""

import itertools

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from scipy.special import gammaln

import rnet
from rnet import RError
from rnet.hypothesis.exact_tables import exact_tables_p
from rnet.hypothesis.rank_distribution import rank_sum, signed_rank

ROUNDING = 1e-9  # sums of many probabilities, each rounded

SMALL = st.lists(st.integers(0, 4), min_size=3, max_size=7)


@given(SMALL, st.integers(1, 2))
def test_rank_sums_by_enumeration(values, size) -> None:
    ranks = stats.rankdata(values)
    sums = [sum(ranks[list(chosen)]) for chosen in itertools.combinations(range(len(ranks)), size)]
    found = rank_sum(ranks, size)
    for value in sorted(set(sums)):
        at = value - size * (size + 1) / 2
        assert found.lower_tail(at) == pytest.approx(np.mean(np.array(sums) <= value + 1e-9))
        assert found.upper_tail(at) == pytest.approx(np.mean(np.array(sums) >= value - 1e-9))


@given(SMALL)
def test_signed_ranks_by_enumeration(values) -> None:
    ranks = stats.rankdata(values)
    signs = itertools.product([0, 1], repeat=len(ranks))
    sums = np.array([np.dot(chosen, ranks) for chosen in signs])
    found = signed_rank(ranks)
    middle = float(np.median(sums))
    assert found.lower_tail(middle) == pytest.approx(np.mean(sums <= middle + 1e-9))


def all_tables(rows, columns):
    if len(columns) == 1:
        yield (tuple(rows),)
        return
    for column in itertools.product(*(range(r + 1) for r in rows)):
        if sum(column) == columns[0]:
            left = [r - c for r, c in zip(rows, column, strict=True)]
            yield from ((column, *rest) for rest in all_tables(left, columns[1:]))


@settings(deadline=None, max_examples=40)
@given(st.lists(st.lists(st.integers(0, 2), min_size=3, max_size=3), min_size=3, max_size=4))
def test_exact_tables_by_enumeration(cells) -> None:
    table = np.array(cells)
    table = table[table.any(axis=1)][:, table.any(axis=0)]
    if min(table.shape, default=0) < 2:
        return
    tables = np.array(list(all_tables(list(table.sum(axis=1)), list(table.sum(axis=0)))))
    logs = -gammaln(tables + 1.0).sum(axis=(1, 2))
    shares = np.exp(logs - logs.max())
    observed = -gammaln(table + 1.0).sum()
    expected = shares[logs <= observed + 1e-7].sum() / shares.sum()
    assert exact_tables_p(table) == pytest.approx(expected, rel=ROUNDING)


def test_achieved_level_of_newest_r() -> None:
    x, y = [1.1, 2.2, 3.3, 0.4, 5.1, -0.5], [0.5, 2.5, 6.1, 7, 8]
    newest = rnet.wilcox_test(x, y, conf_int=True)
    assert newest.conf_int.level == 1 - 0.03
    with rnet.options(r_version="4.2"):
        older = rnet.wilcox_test(x, y, conf_int=True)
    assert older.conf_int.level == 0.95
    assert tuple(newest.conf_int) == tuple(older.conf_int)


def test_ties_are_exact_since_4_6() -> None:
    assert rnet.wilcox_test([1, 2, 2], [2, 3]).p_value == pytest.approx(0.6)


def test_html_is_a_table() -> None:
    texts = [
        rnet.t_test([1, 2, 4], [3, 5, 9])._repr_html_(),
        rnet.power_t_test(n=20, delta=1)._repr_html_(),
        rnet.pairwise_t_test([1, 2, 4, 3, 5, 9], [1, 1, 1, 2, 2, 2])._repr_html_(),
    ]
    assert all("<table" in text for text in texts)
    assert "<td>0.8689528</td>" in texts[1]


def test_components_of_a_power_calculation() -> None:
    found = rnet.power_t_test(n=20, delta=1)
    assert found["sig.level"] == found.sig_level == 0.05
    assert found["method"] == "Two-sample t test power calculation"
    with pytest.raises(RError, match="subscript out of bounds"):
        found["nothing"]
    with pytest.raises(RError, match="exactly one of"):
        rnet.power_t_test(n=20)


def test_classes_are_kept() -> None:
    frame = pd.DataFrame({"a": [10, 20], "b": [30, 15]})
    assert list(rnet.chisq_test(frame).expected.columns) == ["a", "b"]
    series = pd.Series([20.0, 15, 25], index=["A", "B", "C"])
    assert rnet.chisq_test(series).stdres.index.tolist() == ["A", "B", "C"]
