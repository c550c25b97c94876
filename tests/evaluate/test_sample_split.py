"""caTools' sample.split and colAUC, as recorded in tests/oracles/catools."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from recorded_calls import ask, cases

import rnet
from rnet.conditions import RError

CASES = [*cases("catools/split.json"), *cases("catools/groups.json")]


@pytest.mark.parametrize("case", CASES)
def test_answer_is_that_of_catools(case) -> None:
    answer = ask(case)
    assert answer.error == case["error"]
    assert answer.output == case["output"]
    if case["seed"] is not None and case["error"] is None:
        assert rnet.runif(1)[0] == float(case["after"])


@given(st.lists(st.sampled_from("abc"), min_size=6, max_size=40), st.floats(0, 0.99))
@settings(max_examples=60, deadline=None)
def test_every_label_keeps_its_share(labels, ratio) -> None:
    rnet.set_seed(1)
    drawn = rnet.sample_split(labels, ratio)
    values = np.array(labels)
    if len(set(labels)) > 1:
        for label in set(labels):
            size = (values == label).sum()
            assert drawn[values == label].sum() == max(1, round(size * ratio))


def test_bad_input_is_refused() -> None:
    with pytest.raises(RError, match="at least 2 class labels"):
        rnet.colAUC([1.0, 2.0], ["a", "a"])
    with pytest.raises(RError, match="must be the same"):
        rnet.colAUC([1.0, 2.0], ["a", "b", "a"])
