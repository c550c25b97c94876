"""Every case is looked at once an epoch, in the order of R's `sample`."""

import pytest

import rnet
from rnet.deep.shuffle import random_order
from rnet.rng.state import generator


@pytest.mark.parametrize("cases", [1, 2, 7, 100, 1000])
def test_order_is_that_of_sample_and_leaves_the_same_stream(cases) -> None:
    rnet.set_seed(3)
    expected, after = rnet.sample_int(cases) - 1, rnet.runif(1)
    rnet.set_seed(3)
    assert random_order(cases, generator()).tolist() == expected.tolist()
    assert rnet.runif(1) == after
    assert sorted(expected) == list(range(cases))
