"""The registry, the exported names and the page "From R to rnet" say the same."""

from pathlib import Path

import pytest

import rnet
from rnet.print_registry import format_page
from rnet.registry import ENTRIES

PAGE = Path(__file__).parents[1] / "vignettes" / "from_r_to_rnet.md"


def test_registry_lists_exactly_what_is_exported() -> None:
    assert sorted(entry.name for entry in ENTRIES) == sorted(rnet.__all__)


def test_no_r_name_stands_twice() -> None:
    keys = [(entry.package, entry.r_name) for entry in ENTRIES if entry.r_name]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_every_name_loads_and_explains_itself(entry) -> None:
    target = getattr(rnet, entry.name)
    if callable(target):
        assert (target.__doc__ or "").strip()


def test_page_is_generated_from_the_registry() -> None:
    expected = format_page()
    assert PAGE.read_text(encoding="utf-8") == expected, (
        "write it anew: python -m rnet.print_registry > vignettes/from_r_to_rnet.md"
    )
