"""The laws of the house: layers, sizes, and what `import rnet` may load."""

import ast
import functools
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

import rnet

SOURCE = Path(__file__).parents[1] / "rnet"
FILES = sorted(SOURCE.rglob("*.py"))

# A folder imports only from folders before it and from the foundations.
LAYERS = [
    "language",
    "printing",
    "rng",
    "distributions",
    "formulas",
    "evaluate",
    "describe",
    "files",
    "signal",
    "bayes",
    "hypothesis",
    "linear",
    "calculus",
    "optimisation",
    "smoothing",
    "nonlinear",
    "neural",
    "vector_machine",
    "multivariate",
    "deep",
    "scikit_learn",
    "interpreter",
]
FOUNDATIONS = {
    "collection", "conditions", "figures", "frames", "generics", "html_text", "match_arg",
    "matched_call", "memory", "pandas_loaded", "parallel", "progress", "record", "settings",
    "special_functions", "sums", "typed_values", "values",
}  # fmt: skip
REACHED_BY_NAME = {"datasets", "registry"}
"""What R code reaches by its R name: the interpreter stands above all of rnet."""
KNOW_NO_MODEL = ["language", "printing", "rng", "formulas"]
MODELS = {"bayes", "linear", "multivariate", "neural", "vector_machine"}
ARRAY_LEVEL = ["*_fit.py", "network.py", "rprop.py", "qnorm.py"]
ARRAY_LEVEL_MAY_IMPORT = {"numpy", "scipy", "collections", "dataclasses", "typing", "math"}
LONGEST_MODULE = 400
LONGEST_BODY = 60
HEAVY = ["sklearn", "statsmodels", "matplotlib", "patsy", "scipy"]


@functools.cache
def imported(path: Path) -> frozenset[str]:
    """Dotted names of all modules a file imports, inside functions too."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(names)


def folders(names: Iterable[str]) -> set[str]:
    return {name.split(".")[1] for name in names if name.startswith("rnet.")}


@pytest.mark.parametrize("folder", KNOW_NO_MODEL)
def test_lower_layers_know_no_model(folder) -> None:
    for path in (SOURCE / folder).rglob("*.py"):
        assert not folders(imported(path)) & MODELS, path


@pytest.mark.parametrize("folder", LAYERS)
def test_imports_point_downwards(folder) -> None:
    allowed = {*LAYERS[: LAYERS.index(folder) + 1], *FOUNDATIONS}
    if folder == "interpreter":
        allowed |= REACHED_BY_NAME
    for path in (SOURCE / folder).rglob("*.py"):
        assert folders(imported(path)) <= allowed, path


@pytest.mark.parametrize("pattern", ARRAY_LEVEL)
def test_array_level_modules_import_arrays_only(pattern) -> None:
    for path in SOURCE.rglob(pattern):
        for name in imported(path):
            outside = not name.startswith("rnet.")
            assert not outside or name.split(".")[0] in ARRAY_LEVEL_MAY_IMPORT, (path, name)
            own = {path.parent.name, "conditions", "sums", "values"}
            assert folders({name}) <= own, (path, name)


@pytest.mark.parametrize(
    ("library", "files"),
    [
        ("sklearn.svm", {"libsvm.py"}),
        ("torch", {"torch_engine.py"}),
        ("statsmodels", set()),
        ("patsy", set()),
        ("joblib", {"parallel.py"}),
        ("rdata", {"read_rds.py"}),
        ("tqdm", {"progress.py"}),
        ("scipy.optimize", {"train_scipy.py", "lbfgsb.py", "bounded.py"}),
        ("sys._getframe", {"frames.py"}),
    ],
)
def test_one_file_talks_to_each_engine(library, files) -> None:
    if library.startswith("sys."):
        users = {p.name for p in FILES if library in p.read_text(encoding="utf-8")}
    else:
        users = {p.name for p in FILES if any(n.startswith(library) for n in imported(p))}
    assert users <= files


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_rooms_are_small(path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST_MODULE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            size = body[-1].end_lineno - body[0].lineno + 1 if body else 0
            assert size <= LONGEST_BODY, f"{path}:{node.lineno} {node.name} has {size} lines"


def test_inner_init_files_hold_a_docstring_only() -> None:
    for path in SOURCE.glob("*/**/__init__.py"):
        if path.parent.name == "deep":  # offers the layers' records, lazily
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert len(tree.body) == 1, path
        assert ast.get_docstring(tree), path


def test_no_folder_bears_the_name_of_an_exported_function() -> None:
    names = {path.parent.name for path in SOURCE.glob("*/__init__.py")}
    assert not names & set(rnet.__all__)


def test_import_loads_nothing_heavy() -> None:
    code = f"import sys, rnet; print([m for m in {HEAVY} if m in sys.modules])"
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "[]"
