"""Nonlinear regressions in R and in rnet, line by line: tests/oracles/console/nls.txt."""

import pytest
from console_pairs import compared


@pytest.mark.parametrize(("expected", "found"), compared("nls"))
def test_console(expected, found) -> None:
    assert found == expected
