"""Kernel values: the same bits however many there are."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rnet.vector_machine import kernels


@settings(deadline=None)  # SciPy is imported in the first
@given(st.integers(1, 30), st.integers(1, 30), st.integers(1, 40), st.integers(0, 2**32 - 1))
def test_few_distances_are_as_many_are(rows, others, columns, seed) -> None:
    draw = np.random.default_rng(seed)
    u, v = draw.normal(size=(rows, columns)) * 100, draw.normal(size=(others, columns))
    few = kernels.squared_distances(u, v)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kernels, "FEW_DISTANCES", 0)
        assert np.array_equal(kernels.squared_distances(u, v), few)
