"""options(): R's checks, restoring, and the emulated version."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rnet import RError, options
from rnet.settings import current


def test_options_returns_the_old_values_and_restores_them() -> None:
    before = current()
    with options(digits=3, width=60) as old:
        assert dict(old) == {"digits": 7, "width": 80}
        assert (current().digits, current().width) == (3, 60)
    assert current() is before


def test_options_without_arguments_lists_everything() -> None:
    assert options()["r_version"] == current().r_version


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"digits": 0}, "invalid 'digits' parameter, allowed 1...22"),
        ({"digits": 23}, "invalid 'digits' parameter, allowed 1...22"),
        ({"width": 5}, "invalid 'width' parameter, allowed 10...10000"),
        ({"digit": 3}, "invalid option 'digit'"),
        ({"r_version": "3.6"}, "invalid option 'r_version': '3.6'"),
        ({"digits": "many"}, "invalid 'digits' parameter, allowed 1...22"),
        ({"contrasts": "contr.sum"}, "invalid value for 'contrasts'"),
    ],
)
def test_bad_options_change_nothing(change, message) -> None:
    before = current()
    with pytest.raises(RError) as caught:
        options(**change)
    assert caught.value.message == message
    assert current() is before


@given(st.integers(1, 22))
def test_every_allowed_number_of_digits_is_taken(digits) -> None:
    with options(digits=digits):
        assert current().digits == digits


def test_versions_compare_by_number() -> None:
    with options(r_version="4.2.2"):
        assert current().follows("4.2")
        assert not current().follows("4.3")
