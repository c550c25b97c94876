"""caret's random splits, as recorded in tests/oracles/caret/partition.json."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from recorded_calls import ask, cases

import rnet
from rnet.conditions import RError

CASES = cases("caret/partition.json")
# R answers with a fold that does not exist, or with positions of cases without an outcome.
REFUSED = "missing values in 'y'"


def has_missing_class(case) -> bool:
    return None in case["args"]["y"].get("codes", [])


def taken_otherwise(case) -> bool:
    """Whether R stumbles: one case to resample, a data frame of one column."""
    y = case["args"]["y"]
    lone = case["fun"] == "createResample" and len(y.get("values", y.get("codes", [0, 0]))) == 1
    return lone or y["type"] == "frame"


@pytest.mark.parametrize("case", CASES)
def test_split_is_that_of_caret(case) -> None:
    answer = ask(case)
    if has_missing_class(case):
        assert answer.error == REFUSED
        return
    if taken_otherwise(case):
        assert answer.error is None
        return
    assert answer.error == case["error"]
    assert answer.warnings == case["warnings"]
    if case["error"] is None:
        assert answer.output.rstrip("\n") == case["output"].rstrip("\n")
        assert rnet.runif(1)[0] == float(case["after"])


def test_both_spellings_are_one_function() -> None:
    assert rnet.create_data_partition is rnet.createDataPartition
    assert rnet.create_folds is rnet.createFolds


@pytest.mark.parametrize("y", ["case", "age"])
def test_series_and_arrays_are_split_alike(y) -> None:
    column = rnet.data("infert")[y]
    drawn = []
    for values in (column, column.to_numpy(), column.tolist()):
        rnet.set_seed(5)
        drawn.append(rnet.create_data_partition(values, p=0.7)["Resample1"])
    np.testing.assert_array_equal(drawn[0], drawn[1])
    np.testing.assert_array_equal(drawn[0], drawn[2])


@given(st.lists(st.sampled_from("abcd"), min_size=2, max_size=30), st.integers(1, 12))
@settings(max_examples=60, deadline=None)
def test_folds_hold_every_case_once(classes, k) -> None:
    rnet.set_seed(1)
    folds = rnet.createFolds(classes, k)
    assert sorted(np.concatenate(list(folds.values()))) == list(range(1, len(classes) + 1))


@given(
    st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=40),
    st.floats(0.01, 1),
    st.integers(1, 7),
)
@settings(max_examples=60, deadline=None)
def test_partition_draws_each_case_once(values, p, groups) -> None:
    rnet.set_seed(1)
    drawn = rnet.createDataPartition(values, p=p, groups=groups)["Resample1"]
    assert len(set(drawn)) == len(drawn)
    assert len(drawn) >= int(p * len(values))
    assert set(drawn) <= set(range(1, len(values) + 1))


def test_matrix_of_partitions_has_named_columns() -> None:
    rnet.set_seed(1)
    matrix = rnet.createDataPartition(pd.Series([1.0, 2.0, 3.0, 4.0]), times=2, list=False)
    assert list(matrix.columns) == ["Resample1", "Resample2"]


def test_no_fold_is_an_error() -> None:
    with pytest.raises(RError, match="k is the number of folds"):
        rnet.createFolds([1, 2, 3], k=0)
