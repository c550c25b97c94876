"""Minima, roots, integrals and derivatives in R and in rnet, line by line."""

import pytest
from console_pairs import compared


@pytest.mark.parametrize(("expected", "found"), compared("optimise"))
def test_console(expected, found) -> None:
    assert found == expected
