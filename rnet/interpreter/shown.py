"""R values as `rnet.printing` takes them: plain vectors without attributes."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.interpreter.coerce import strings
from rnet.interpreter.values import NA_INTEGER, Array, Value, Vector, boxed, objects
from rnet.printing.elements import Texts, element_texts
from rnet.printing.elements import Vector as Shown
from rnet.printing.strings import quoted
from rnet.values import is_na

_TYPE_NAMES = {"double": "numeric"}


def shown_vector(vector: Vector) -> Shown:
    """Return the elements of an atomic vector as printing takes them."""
    return shown_data(vector, vector.data)


def shown_data(vector: Vector, data: Array) -> Shown:
    """Return elements of a vector's kind as printing takes them."""
    match vector.kind:
        case "double":
            return Shown("double", data)
        case "raw":
            return Shown("character", [f"{v:02x}" for v in data.tolist()])
        case "complex":
            return Shown("character", complex_texts(data))
        case "integer":
            return Shown("integer", [None if v == NA_INTEGER else v for v in data.tolist()])
        case "logical":
            return Shown("logical", [None if v == NA_INTEGER else bool(v) for v in data.tolist()])
        case "list" | "expression":
            return Shown("character", [cell_summary(item) for item in data])
    return Shown("character", data.tolist())


def texts_of(
    vector: Vector,
    digits: int | None = None,
    *,
    quote: bool = False,
    na_text: str | None = None,
) -> Texts:
    """Write the elements of an atomic vector in one layout."""
    return element_texts(shown_vector(vector), digits=digits, quote=quote, na_text=na_text)


def printing_cells(vector: Vector, shape: Sequence[int], digits: int | None = None) -> Any:
    """Return the cells of a matrix or array as printing takes them."""
    if vector.kind == "complex":
        return _complex_cells(vector, shape, digits)
    plain = shown_vector(vector)
    if plain.kind == "double" or (vector.kind == "integer" and None not in plain.data):
        return vector.data.reshape(tuple(shape), order="F")
    cells = np.empty(len(plain), dtype=object)
    cells[:] = plain.data
    return cells.reshape(tuple(shape), order="F")


def _complex_cells(vector: Vector, shape: Sequence[int], digits: int | None) -> Any:
    """Return complex cells as text, each column of a matrix in its own layout."""
    step = max(shape[0], 1)
    columns = [vector.data[i : i + step] for i in range(0, len(vector.data), step)]
    texts = [text or "NA" for column in columns for text in complex_texts(column, digits)]
    return objects(texts).reshape(tuple(shape), order="F")


def complex_texts(data: Array, digits: int | None = None) -> list[str | None]:
    """Return complex numbers as text in one layout; digits count for the larger part of each."""
    from rnet.printing.numbers import format_real
    from rnet.settings import current

    count = current().digits if digits is None else digits
    known = ~is_na(np.ascontiguousarray(data.real))
    size = np.maximum(np.abs(data.real), np.abs(data.imag))
    finite = np.isfinite(size) & (size > 0)
    places = np.zeros(len(data), dtype=int)
    places[finite] = count - 1 - np.floor(np.log10(size[finite])).astype(int)
    texts: list[str | None] = [None] * len(data)
    kept = places[known].tolist()
    rounded = [
        [round(v, p) if np.isfinite(v) else v for v, p in zip(part, kept, strict=True)]
        for part in (data.real[known].tolist(), np.abs(data.imag[known]).tolist())
    ]
    parts = [[t.strip() for t in format_real(part, count)] for part in rounded]
    for at, real, imaginary in zip(np.flatnonzero(known), *parts, strict=True):
        sign = "-" if data[at].imag < 0 else "+"
        texts[at] = f"{real}{sign}{imaginary}i"
    return texts


def cell_summary(value: Value) -> str:
    """Return what R shows of a list's element in a cell: the value if short, else its extent."""
    item = boxed(value)
    if item is None:
        return "NULL"
    if not isinstance(item, Vector):
        return "?"
    own = item.attributes or {}
    if "levels" in own:
        return f"factor,{len(item.data)}"
    if item.kind == "list":
        kind = "data.frame" if "row.names" in own else "list"
        return f"{kind},{len(item.data)}"
    if len(item.data) == 1:
        text = strings(item)[0]
        if text is None:
            return "NA"
        return quoted(text) if item.kind == "character" else text
    return f"{_TYPE_NAMES.get(item.kind, item.kind)},{len(item.data)}"


def python_form(value: Value) -> Any:
    """Return a vector as the array that `rnet.printing`'s functions of values take."""
    vector = boxed(value)
    if vector is None:
        return []
    if not isinstance(vector, Vector):
        raise RError("unsupported type")
    own = vector.attributes or {}
    if "levels" in own:
        import pandas as pd

        codes = np.where(vector.data == NA_INTEGER, -1, vector.data - 1).tolist()
        levels = pd.Index(own["levels"].data, dtype=object)
        return pd.Categorical.from_codes(codes, categories=levels)
    if vector.kind == "list":
        return objects([item for part in vector.data for item in python_form(part)])
    from rnet.interpreter.bridge import plain_array

    return plain_array(vector)
