"""Objects that R saved, by the parser of the package rdata; nothing in a file is ever run."""

import datetime
from typing import Any, TypeAlias

import numpy as np
import pandas as pd

from rnet.conditions import RError
from rnet.files.source import bytes_of
from rnet.formulas.columns import factor_of
from rnet.values import NA, named_matrix

RObject: TypeAlias = Any  # rdata's, which has no types

EPOCH = datetime.date(1970, 1, 1)
MATRIX = 2


def read_rds(file: Any) -> Any:
    """Read an object that R's `saveRDS` wrote.

    Parameters
    ----------
    file : path

    Returns
    -------
    object
        Vectors as NumPy arrays, named ones as Series, factors, matrices, lists and data frames as
        everywhere in rnet (see `rnet.values`).

    Raises
    ------
    RError
        Without the package rdata; for other files, and for functions and environments.

    Notes
    -----
    R page: `?readRDS`. Networks are read by `load_nn`.

    Examples
    --------
    >>> from rnet import RError, read_rds
    >>> try:
    ...     read_rds("no such file.rds")
    ... except RError as error:
    ...     print(error.message)
    cannot open file 'no such file.rds': No such file or directory
    """
    return value_of(parsed(bytes_of(file), ".rds").object)


def parsed(content: bytes, extension: str) -> RObject:
    """Return what rdata finds in a file's bytes."""
    try:
        from rdata.parser import parse_data  # noqa: PLC0415 - optional
    except ImportError:
        raise RError("reading R's files needs the package rdata", "pip install rdata") from None
    try:
        return parse_data(content, extension=extension)
    except Exception as error:  # rdata has no error of its own
        raise RError("the file is no object saved by R", f"{error}") from error


def kind_of(value: RObject) -> str:
    """Return R's name of an object's type."""
    return str(value.info.type.name)


def pairs_of(value: RObject) -> list[tuple[str, RObject]]:
    """Return the elements of a pairlist with their tags."""
    found = []
    while value is not None and kind_of(value) == "LIST":
        tag = value.tag.referenced_object if kind_of(value.tag) == "REF" else value.tag
        found.append((text_of(tag.value), value.value[0]))
        value = value.value[1]
    return found


def value_of(value: RObject) -> Any:
    """Return an R object as rnet's values."""
    kind, attributes = kind_of(value), dict(pairs_of(value.attributes))
    if kind in ("NIL", "NILVALUE"):
        return None
    if kind == "VEC":
        return _list(value, attributes)
    if kind not in ("REAL", "INT", "LGL", "STR"):
        raise RError(
            f"cannot read an R object of type '{kind}'", "Save vectors, lists or data frames."
        )
    classes = texts_of(attributes["class"]) if "class" in attributes else []
    if "factor" in classes:
        return _factor(value, attributes, ordered="ordered" in classes)
    data = _dates(value) if "Date" in classes else _vector(value)
    if "dim" in attributes:
        return _array(data, attributes)
    if "names" in attributes:
        return pd.Series(data, index=pd.Index(texts_of(attributes["names"]), dtype=object))
    return data


def text_of(value: RObject) -> str:
    """Return a string of R; NA where it is missing."""
    return value.value.decode("utf-8", errors="replace") if value.value is not None else "NA"


def texts_of(value: RObject) -> list[str]:
    """Return a vector of strings, as `text_of`."""
    return [text_of(item) for item in value.value]


def _vector(value: RObject) -> Any:
    """Return numbers, truth values or strings; missing ones as pandas marks them."""
    kind = kind_of(value)
    if kind == "STR":
        texts = [None if item.value is None else text_of(item) for item in value.value]
        return np.array(texts, dtype=object)
    if kind == "REAL":
        return np.asarray(value.value, dtype=np.float64)
    absent = np.ma.getmaskarray(np.ma.asarray(value.value))
    whole = np.ma.getdata(np.ma.asarray(value.value))
    plain = whole.astype(bool) if kind == "LGL" else whole.astype(np.int64)
    if not absent.any():
        return plain
    items = [None if gone else item for gone, item in zip(absent, plain.tolist(), strict=True)]
    return pd.array(items, dtype="boolean" if kind == "LGL" else "Int64")


def _dates(value: RObject) -> Any:
    days = np.asarray(np.ma.filled(np.ma.asarray(value.value, dtype=np.float64), NA))
    stamps = [
        pd.NaT if np.isnan(day) else pd.Timestamp(EPOCH + datetime.timedelta(days=int(day)))
        for day in days
    ]
    return pd.DatetimeIndex(stamps).array


def _factor(value: RObject, attributes: dict[str, RObject], *, ordered: bool) -> pd.Categorical:
    codes = np.ma.filled(np.ma.asarray(value.value), 0).astype(np.int64) - 1
    levels = texts_of(attributes["levels"])
    codes = np.where((codes < 0) | (codes >= len(levels)), -1, codes)
    return factor_of(codes, levels, ordered=ordered)


def _array(data: Any, attributes: dict[str, RObject]) -> Any:
    shape = tuple(int(size) for size in attributes["dim"].value)
    cells = np.asarray(data).reshape(shape, order="F")
    if "dimnames" not in attributes:
        return cells
    names = [
        texts_of(part) if kind_of(part) == "STR" else None for part in attributes["dimnames"].value
    ]
    if len(shape) == MATRIX:
        return named_matrix(cells, *names)
    if len(shape) == 1 and names[0] is not None:
        return pd.Series(cells, index=pd.Index(names[0], dtype=object))
    return cells


def _list(value: RObject, attributes: dict[str, RObject]) -> Any:
    items = [value_of(item) for item in value.value]
    if "names" not in attributes:
        return items
    named = dict(zip(texts_of(attributes["names"]), items, strict=True))
    classes = texts_of(attributes["class"]) if "class" in attributes else []
    if "data.frame" not in classes:
        return named
    frame = pd.DataFrame(named)
    frame.index = _row_index(attributes["row.names"])
    return frame


def _row_index(names: RObject) -> "pd.Index[Any]":
    if kind_of(names) == "STR":
        return pd.Index(texts_of(names), dtype=object)
    numbers = np.ma.asarray(names.value)
    if len(numbers) == 2 and np.ma.getmaskarray(numbers)[0]:  # R's short form of 1 to n
        return pd.RangeIndex(int(abs(numbers[1])))
    counted: pd.Index[Any] = pd.Index(np.ma.getdata(numbers).astype(np.int64) - 1)
    return counted
