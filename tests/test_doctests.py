"""Every example in a docstring, the README and the vignettes runs and prints what it says.

The chapters on deep learning (`vignettes/deep_*.md`) train for minutes together and some need
PyTorch: they are marked `chapters` and run by `pytest -m chapters`.
"""

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
CHAPTERS = sorted((ROOT / "vignettes").glob("deep_*.md"))
PAGES = [ROOT / "README.md", *sorted(set((ROOT / "vignettes").glob("*.md")) - set(CHAPTERS))]


ON_TORCH = {
    "convnet", "gan", "gru", "lstm", "predictr", "rnn", "trainr", "transfer", "transfer_curve",
}  # fmt: skip


def skip_without_torch(*, trains_with_it: bool) -> None:
    """Skip a test of a module or page that trains with PyTorch, where there is none."""
    if trains_with_it:
        pytest.importorskip("torch").set_num_threads(1)


@pytest.mark.parametrize("name", MODULES)
def test_module_examples(name) -> None:
    folder, _, module = name.rpartition(".")
    skip_without_torch(
        trains_with_it=folder == "rnet.deep" and (module in ON_TORCH or "torch" in module)
    )
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        failed, _ = doctest.testmod(importlib.import_module(name))
    assert failed == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_page_examples(page) -> None:
    failed, _ = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert failed == 0


@pytest.mark.chapters
@pytest.mark.parametrize("page", CHAPTERS, ids=lambda page: page.name)
def test_chapter_examples(page) -> None:
    skip_without_torch(trains_with_it="rnet-stats[deep]" in page.read_text(encoding="utf-8"))
    failed, tried = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert tried > 0
    assert failed == 0


def test_pages_have_examples() -> None:
    assert any(">>> " in page.read_text(encoding="utf-8") for page in PAGES)
