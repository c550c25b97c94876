"""R's vectors for the small test evaluator: kinds, coercion, names, indexing.

A vector is a NumPy or pandas array, with names a Series; a list is a Python list or dict;
a matrix is a 2-d array, a `named_matrix`, or an `RArray` where the dimensions have names.
"""

import itertools
from typing import Any

import numpy as np
import pandas as pd
from oracles import RArray

from rnet.printing.elements import as_vector, level_names
from rnet.printing.numbers import as_character
from rnet.values import NA, axis_names, is_matrix

KINDS = ["logical", "integer", "double", "character"]


def make(kind: str, data: Any) -> Any:
    """Return a vector of the kind from Python values, None for NA."""
    values = list(data)
    if kind == "double":
        return np.array([NA if value is None else value for value in values], dtype=np.float64)
    if kind == "character":
        array = np.empty(len(values), dtype=object)
        array[:] = values
        return array
    if kind in ("date", "time"):
        return pd.DatetimeIndex(values)
    plain, nullable = {"integer": (np.int64, "Int64"), "logical": (np.bool_, "boolean")}[kind]
    if any(value is None for value in values):
        return pd.array(values, dtype=nullable)
    return np.array(values, dtype=plain)


def is_list(value: Any) -> bool:
    return isinstance(value, list | dict)


def is_matrix_value(value: Any) -> bool:
    return (
        isinstance(value, RArray)
        or (isinstance(value, np.ndarray) and value.ndim >= 2)
        or (isinstance(value, pd.DataFrame) and is_matrix(value))
    )


def plain(value: Any) -> Any:
    """Return a vector without names and dimensions."""
    if isinstance(value, RArray):
        return plain(value.values)
    if isinstance(value, pd.DataFrame):
        return plain(value.to_numpy())
    if isinstance(value, pd.Series):
        return value.array
    if isinstance(value, np.ndarray) and value.ndim != 1:
        return value.ravel(order="F")
    return value


def data_of(value: Any) -> tuple[str, list[Any]]:
    """Return kind and Python values (None for NA, except among doubles)."""
    if isinstance(value, pd.Categorical):
        return "character", level_names(value)
    vector = as_vector(plain(value))
    return vector.kind, list(vector.data)


def coerced(value: Any, kind: str) -> list[Any]:
    """Return the elements as another kind's Python values."""
    own, data = data_of(value)
    if own == kind:
        return data
    if kind == "character":
        return [None if _absent(item) else as_character(item) for item in data]
    if kind == "double":
        return [NA if item is None else float(item) for item in data]
    if kind == "integer":
        return [None if _absent(item) or item != item else int(float(item)) for item in data]
    return [None if _absent(item) or item != item else bool(item) for item in data]


def _absent(item: Any) -> bool:
    return item is None or (isinstance(item, float) and item != item)


def doubles(value: Any) -> np.ndarray:
    return np.array(coerced(value, "double"), dtype=np.float64)


def names_of(value: Any) -> list[str | None] | None:
    if isinstance(value, dict):
        return list(value)
    if isinstance(value, pd.DataFrame):
        return [str(name) for name in value.columns]
    if isinstance(value, pd.Series):
        return axis_names(value.index)
    return None


def with_names(value: Any, names: Any) -> Any:
    """Put names on a vector or list; None takes them away."""
    if isinstance(value, list | dict):
        items = list(value.values()) if isinstance(value, dict) else value
        return items if names is None else dict(zip(names, items, strict=True))
    bare = plain(value)
    if names is None:
        return bare
    index = pd.Index([None if name is None else str(name) for name in names], dtype=object)
    kept = object if isinstance(bare, np.ndarray) and bare.dtype == object else None
    return pd.Series(bare, index=index, dtype=kept)


def combine(pairs: list[tuple[str | None, Any]]) -> Any:
    """R's `c`."""
    pairs = [(tag, value) for tag, value in pairs if value is not None]
    if not pairs:
        return None
    if any(is_list(value) for _, value in pairs):
        return list(itertools.chain.from_iterable(_items(value) for _, value in pairs))
    names = list(itertools.chain.from_iterable(_tagged(tag, value) for tag, value in pairs))
    kinds = [data_of(value)[0] for _, value in pairs]
    kind = kinds[0] if kinds[0] in ("date", "time") else max(kinds, key=KINDS.index)
    data = list(itertools.chain.from_iterable(coerced(value, kind) for _, value in pairs))
    result = make(kind, data)
    return with_names(result, names) if any(names) else result


def _items(value: Any) -> list[Any]:
    return list(value.values()) if isinstance(value, dict) else list(value)


def _tagged(tag: str | None, value: Any) -> list[str | None]:
    own = names_of(value)
    length = len(plain(value))
    if own is not None:
        return own if tag is None else [f"{tag}.{name}" for name in own]
    if tag is None:
        return [""] * length
    return [tag] if length == 1 else [f"{tag}{i + 1}" for i in range(length)]


def scalar(value: Any) -> Any:
    """Return a vector of length one as a Python scalar, everything else as it is."""
    if value is None or is_list(value) or isinstance(value, pd.Categorical | pd.DataFrame):
        return value
    if is_matrix_value(value) or names_of(value) is not None or not _is_vector(value):
        return value
    kind, data = data_of(value)
    if len(data) != 1 or kind in ("date", "time"):
        return value
    if data[0] is None:
        return NA if kind == "logical" else value
    return data[0]


def option(value: Any) -> Any:
    """Return an argument that steers a function: R's whole doubles are Python's ints."""
    single = scalar(value)
    return int(single) if isinstance(single, float) and single.is_integer() else single


def _is_vector(value: Any) -> bool:
    return isinstance(value, np.ndarray | pd.Series | pd.Index | pd.api.extensions.ExtensionArray)


def vector(value: Any) -> Any:
    """Return what a Python function gave as the evaluator's value: scalars become vectors."""
    if isinstance(value, bool | int | float | str | np.generic):
        kind, data = as_vector(value).kind, as_vector(value).data
        return make(kind, data)
    if isinstance(value, list) and all(isinstance(item, str | None) for item in value):
        return make("character", value)
    return value


def positions(index: Any, names: list[str | None] | None, length: int) -> list[int]:
    """Return 0-based positions an R index selects."""
    if index is None:
        return list(range(length))
    kind, data = data_of(index)
    if kind == "character":
        assert names is not None
        return [names.index(name) for name in data]
    if kind == "logical":
        return [i for i in range(length) if data[i % len(data)]]
    whole = [int(item) for item in data]
    if any(item < 0 for item in whole):
        return [i for i in range(length) if -(i + 1) not in whole]
    return [item - 1 for item in whole if item]


def subset(value: Any, index: Any) -> Any:
    """R's `value[index]` for vectors, factors, lists and data frames."""
    if isinstance(value, pd.DataFrame) and not is_matrix(value):
        return value.iloc[:, positions(index, names_of(value), value.shape[1])]
    if isinstance(value, pd.Categorical):
        return value[positions(index, None, len(value))]
    names = names_of(value)
    chosen = positions(index, names, len(value if is_list(value) else plain(value)))
    if is_list(value):
        items = [_items(value)[i] for i in chosen]
        return items if names is None else dict(zip([names[i] for i in chosen], items, strict=True))
    kind, data = data_of(value)
    result = make(kind, [data[i] for i in chosen])
    return result if names is None else with_names(result, [names[i] for i in chosen])


def cell_subset(value: Any, rows: Any, columns: Any) -> Any:
    """R's `value[rows, columns]` for data frames and matrices."""
    frame = value if isinstance(value, pd.DataFrame) else pd.DataFrame(value)
    row_index = positions(rows, axis_names(frame.index), frame.shape[0])
    column_index = positions(columns, names_of(frame), frame.shape[1])
    cells = frame.iloc[row_index, column_index]
    if not is_matrix_value(value):
        return cells.iloc[:, 0].array if len(column_index) == 1 else cells
    if len(column_index) == 1 or len(row_index) == 1:
        return cells.to_numpy().ravel()
    return cells if isinstance(value, pd.DataFrame) else cells.to_numpy()
