"""Every example in a docstring, the README and the vignettes runs and prints what it says."""

import doctest
import importlib
import pkgutil
import warnings
from pathlib import Path

import matplotlib as mpl
import pytest

import rnet

mpl.use("Agg")
ROOT = Path(__file__).parents[1]
MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(rnet.__path__, "rnet.")
    if not module.name.rpartition(".")[2].startswith("_")
)
PAGES = [ROOT / "README.md", *sorted((ROOT / "vignettes").glob("*.md"))]


@pytest.mark.parametrize("name", MODULES)
def test_module_examples(name) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        failed, _ = doctest.testmod(importlib.import_module(name))
    assert failed == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_page_examples(page) -> None:
    failed, _ = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert failed == 0


def test_pages_have_examples() -> None:
    assert any(">>> " in page.read_text(encoding="utf-8") for page in PAGES)
