"""sample keeps what it is given; r2dtable keeps its margins."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rnet

patient = settings(deadline=None)  # the first call loads pandas


@pytest.fixture(autouse=True)
def _seed():
    rnet.set_seed(1, "default", "default", "default")


def test_one_number_stands_for_all_up_to_it():
    wanted = [9, 4, 7, 1, 2, 5, 3, 10, 6, 8]
    for ten in (10, 10.9, np.int64(10), np.array([10]), pd.Series([10]), [10]):
        rnet.set_seed(1)
        assert rnet.sample(ten).tolist() == wanted


def test_names_go_with_their_values():
    named = pd.Series([1.5, 2.5, 3.5], index=["a", "b", "c"])
    drawn = rnet.sample(named, 10, replace=True)
    assert [named[name] for name in drawn.index] == drawn.tolist()


def test_row_numbers_do_not_undo_the_permutation():
    frame = pd.DataFrame({"y": range(50)})
    frame["y"] = rnet.sample(frame["y"])
    assert frame["y"].tolist() != list(range(50))
    assert sorted(frame["y"]) == list(range(50))


def test_a_factor_keeps_its_levels():
    factor = pd.Categorical(["x", "y"], categories=["z", "y", "x"], ordered=True)
    drawn = rnet.sample(factor, 1)
    assert isinstance(drawn, pd.Categorical)
    assert list(drawn.categories) == ["z", "y", "x"]
    assert drawn.ordered


def test_a_list_of_mixed_things_stays_a_list():
    drawn = rnet.sample([1, "a", None])
    assert isinstance(drawn, list)
    assert sorted(map(str, drawn)) == ["1", "None", "a"]


def test_a_data_frame_gives_columns():
    frame = pd.DataFrame({"a": [1, 2], "b": [3, 4], "c": [5, 6]})
    drawn = rnet.sample(frame, 2)
    assert drawn.shape == (2, 2)
    assert all((drawn[name] == frame[name]).all() for name in drawn)


def test_dates_stay_dates():
    days = pd.Series(pd.date_range("2020-01-01", periods=5))
    drawn = rnet.sample(days)
    assert drawn.dtype == days.dtype
    assert sorted(drawn) == list(days)


@patient
@given(st.integers(0, 2**31 - 1), st.integers(1, 300), st.data())
def test_without_replacement_nothing_comes_twice(seed, n, data):
    size = data.draw(st.integers(0, n))
    weights = data.draw(st.none() | st.just(np.linspace(1, 2, n)))
    rnet.set_seed(seed)
    drawn = rnet.sample_int(n, size, prob=weights)
    assert drawn.size == len(set(drawn.tolist())) == size
    assert set(drawn.tolist()) <= set(range(1, n + 1))


@patient
@given(st.integers(1, 400), st.data())
def test_weight_zero_is_never_drawn(n, data):
    positive = data.draw(st.sets(st.integers(1, n), min_size=1))
    weights = np.isin(np.arange(1, n + 1), list(positive)).astype(float)
    drawn = rnet.sample_int(n, 50, True, weights)
    assert set(drawn.tolist()) <= positive


@patient
@given(
    st.lists(st.integers(0, 30), min_size=2, max_size=6),
    st.integers(2, 6),
    st.integers(0, 2**31 - 1),
)
def test_tables_have_their_margins(rows, width, seed):
    rnet.set_seed(seed)
    columns = rnet.rmultinom(1, sum(rows), np.ones(width))[:, 0]
    for table in rnet.r2dtable(3, rows, columns):
        assert table.sum(axis=1).tolist() == rows
        assert table.sum(axis=0).tolist() == columns.tolist()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((1, [3, 2], [2, 2]), "arguments 'r' and 'c' must have the same sums"),
        ((1, 3, 3), "invalid argument 'r'"),
        ((1, [1, 2], 3), "invalid argument 'c'"),
        ((-1, [1, 2], [1, 2]), "invalid argument 'n'"),
        ((1, [-1, 2], [1, 0]), "invalid argument 'r'"),
        ((np.nan, [1, 2], [1, 2]), "invalid argument 'n'"),
    ],
)
def test_tables_that_cannot_be(arguments, message):
    with pytest.raises(rnet.RError) as problem:
        rnet.r2dtable(*arguments)
    assert problem.value.message == message


def test_an_urn_too_large_is_refused_clearly():
    with pytest.raises(rnet.RError, match="not supported"):
        rnet.rhyper(1, 2e9, 2e9, 5)


@pytest.mark.parametrize(
    "samples",
    [(math.inf, [0.5, 10, 1]), (3, math.inf), (1e300, 7), (2, [1e10, 0.9]), (2**30, 2**30)],
)
def test_rank_sum_of_too_many_observations_is_refused(samples):
    rnet.set_seed(1)
    with pytest.raises(rnet.RError, match="could not allocate memory"):
        rnet.rwilcox(5, *samples)
    after = rnet.runif(1)
    rnet.set_seed(1)
    assert after == rnet.runif(1)


@pytest.mark.filterwarnings("ignore:NAs produced")
@pytest.mark.parametrize("samples", [(math.inf, 0), (math.nan, math.inf), (0, 1e300)])
def test_rank_sum_without_observations_needs_no_memory(samples):
    drawn = rnet.rwilcox(2, *samples)
    assert list(map(str, drawn)) in (["0", "0"], ["<NA>", "<NA>"])


def test_seed_is_looked_at_after_the_kinds():
    with pytest.raises(rnet.RError, match="'foo' is not a valid abbreviation of an RNG"):
        rnet.set_seed("a", kind="foo")
