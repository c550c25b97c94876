"""Python's objects as R's values: what rnet's functions give. The table stands in `bridge`."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import numpy as np

from rnet.interpreter.attributes import (
    compact_row_names,
)
from rnet.interpreter.coerce import coerced, common_kind
from rnet.interpreter.environment import ABSENT, Environment
from rnet.interpreter.values import (
    NA_INTEGER,
    Attributes,
    Builtin,
    Closure,
    Language,
    Model,
    Value,
    Vector,
    boxed,
    character,
    double,
    integer,
    list_of,
    objects,
)
from rnet.language.tree import Call, Constant, Function, Node, Symbol
from rnet.pandas_loaded import is_categorical, is_extension, pandas_loaded
from rnet.values import NA

if TYPE_CHECKING:
    import pandas as pd

LARGEST = 2**31 - 1


def from_python(found: Any) -> Value:
    """Return what a Python function gave as a value."""
    if found is None or type(found) in (bool, float, str):
        return found
    if isinstance(found, (Vector, Language, Closure, Builtin, Model, Environment)):
        return found
    if isinstance(found, np.ndarray):
        return _from_array(found)
    if isinstance(found, int | np.integer) and not isinstance(found, bool):
        return int(found) if -LARGEST <= found <= LARGEST else float(found)
    if isinstance(found, np.generic):
        return from_python(found.item())
    if isinstance(found, list | tuple | range):
        return _from_list(found)
    if isinstance(found, Mapping):
        return list_of([from_python(item) for item in found.values()], [str(k) for k in found])
    if isinstance(found, Symbol | Constant | Call | Function):
        return _from_node(found)
    return _from_object(found)


def _from_node(node: Node) -> Value:
    from rnet.interpreter.language_values import value_of_node

    return value_of_node(node)


def _from_list(found: Any) -> Value:
    items = list(found)
    if isinstance(found, range):
        return integer(items)
    if items and all(isinstance(item, str) or item is None for item in items) and any(items):
        return character(items)
    if isinstance(found, tuple) and items and all(isinstance(i, int | float) for i in items):
        return from_python(np.array(items))
    return list_of([from_python(item) for item in items])


def _from_object(found: Any) -> Value:
    from rnet.printing.plain_list import PlainList
    from rnet.record import Record

    if isinstance(found, PlainList):
        names = found.names()
        return list_of([from_python(found[name]) for name in names], names)
    if isinstance(found, Record):
        from rnet.interpreter.record_values import from_record

        return from_record(found)
    if pandas_loaded() or isinstance(found, date):
        converted = _from_pandas(found)
        if converted is not ABSENT:
            return converted
    if callable(found):
        from rnet.interpreter.functions_across import r_function

        return r_function(found)
    from rnet.interpreter.record_values import from_record

    return from_record(found)


def _from_pandas(found: Any) -> Value:
    """Return a pandas object, a day or a moment as a value, `ABSENT` for anything else."""
    import pandas as pd

    match found:
        case pd.DataFrame():
            return _from_frame(found)
        case pd.Series():
            return _from_series(found)
        case pd.Categorical():
            return from_categorical(found)
        case pd.Index() | pd.api.extensions.ExtensionArray():
            return _from_array(np.asarray(found) if isinstance(found, pd.Index) else found)
        case datetime() | date():
            days = pd.Timestamp(found).timestamp() / 86400
            return double([days], {"class": character(["Date"])})
    if found is pd.NA or found is pd.NaT:
        return Vector("logical", np.array([NA_INTEGER], dtype=np.int32))
    return ABSENT


def from_categorical(found: "pd.Categorical", names: Any = None) -> Vector:
    """Return a factor."""
    codes = np.asarray(found.codes, dtype=np.int32)
    own: Attributes = {"levels": character([_label(level) for level in found.categories])}
    own["class"] = character(["ordered", "factor"] if found.ordered else ["factor"])
    if names is not None:
        own["names"] = character(names)
    return Vector("integer", np.where(codes < 0, NA_INTEGER, codes + 1).astype(np.int32), own)


def _label(level: Any) -> str:
    if isinstance(level, str):
        return level
    from rnet.printing.numbers import as_character

    if isinstance(level, bool | np.bool_):
        return "TRUE" if level else "FALSE"
    return as_character(float(level)) if isinstance(level, float) else str(level)


def _from_array(found: Any) -> Value:
    """Return an array, NumPy's or pandas', of any number of dimensions."""
    if getattr(found, "ndim", 1) == 0:
        return from_python(found.item())
    vector = elements(found.ravel(order="F") if found.ndim > 1 else found)
    if found.ndim > 1:
        vector.attributes = {"dim": integer(found.shape)}
    return vector


def elements(found: Any) -> Vector:
    """Return a 1-d array, of NumPy or pandas, as a vector without attributes."""
    dtype = found.dtype
    if is_categorical(found):
        return from_categorical(found)
    if (isinstance(dtype, np.dtype) and dtype.kind == "M") or str(dtype).startswith("datetime"):
        return _from_dates(np.asarray(found, dtype="datetime64[s]"))
    if is_extension(found):
        return _from_extension(found)
    match dtype.kind:
        case "b":
            return Vector("logical", found.astype(np.int32))
        case "i" | "u":
            fits = not len(found) or int(np.abs(found).max()) <= LARGEST
            if fits:
                return Vector("integer", found.astype(np.int32))
            return Vector("double", found.astype(np.float64))
        case "f":
            return Vector("double", np.ascontiguousarray(found, dtype=np.float64))
        case "c":
            return Vector("complex", found.astype(np.complex128))
    return _from_objects(list(found))


def _from_dates(found: Any) -> Vector:
    seconds = found.astype(np.int64).astype(np.float64)
    days = np.where(np.isnat(found), NA, seconds / 86400.0)
    return Vector("double", days, {"class": character(["Date"])})


def _from_extension(found: Any) -> Vector:
    import pandas as pd

    missing = np.asarray(pd.isna(found))
    kind = str(found.dtype).lower()
    if kind.startswith(("int", "uint", "bool")):
        data = np.where(missing, NA_INTEGER, found.to_numpy(np.int64, na_value=0)).astype(np.int32)
        return Vector("logical" if kind.startswith("bool") else "integer", data)
    if kind.startswith("float"):
        return Vector("double", np.where(missing, NA, found.to_numpy(np.float64, na_value=0.0)))
    return _from_objects([None if gone else one for gone, one in zip(missing, found, strict=True)])


def _from_objects(items: list[Any]) -> Vector:
    known = [item for item in items if not _is_gone(item)]
    untyped = not known and any(item is not None for item in items)  # missing strings are None
    if not untyped and all(isinstance(item, str) for item in known):
        return character([None if _is_gone(item) else item for item in items])
    if all(isinstance(item, bool | np.bool_) for item in known):
        data = [NA_INTEGER if _is_gone(item) else int(item) for item in items]
        return Vector("logical", np.array(data, dtype=np.int32))
    whole = all(isinstance(item, int | np.integer) for item in known)
    if whole and all(-LARGEST <= int(item) <= LARGEST for item in known):
        return integer([None if _is_gone(item) else int(item) for item in items])
    if all(isinstance(item, int | float | np.number) for item in known):
        return double([NA if _is_gone(item) else float(item) for item in items])
    return Vector("list", objects([boxed(from_python(item)) for item in items]))


def _is_gone(item: Any) -> bool:
    if item is None or not pandas_loaded():
        return item is None
    import pandas as pd

    return item is None or item is pd.NA or item is pd.NaT


def missing_numbers(vector: Vector) -> Vector:
    """Return a pandas column with its plain NaN as NA, unless it tells them apart itself."""
    from rnet.values import is_na

    if vector.kind != "double":
        return vector
    gone = np.isnan(vector.data)
    if not gone.any() or is_na(vector.data).any():
        return vector
    return Vector("double", np.where(gone, NA, vector.data), vector.attributes)


def _from_series(found: "pd.Series[Any]") -> Vector:
    from rnet.values import axis_names

    tsp = found.attrs.get("rnet.tsp")
    plain = type(found.array).__name__ == "NumpyExtensionArray"
    vector = elements(found.to_numpy() if plain else found.array)
    own: Attributes = dict(vector.attributes or {})
    names = axis_names(found.index) if tsp is None and len(found) else None
    if names is not None:
        own["names"] = character(names)
    if tsp is not None:
        own |= {"tsp": double(list(tsp)), "class": character(["ts"])}
    for name in (*found.attrs, *getattr(found, "_metadata", ())):
        if str(name).startswith(("rnet.", "_")) or name == "name":
            continue
        carried = found.attrs[name] if name in found.attrs else getattr(found, name)
        if carried is not None:
            own[name.replace("_", ".")] = boxed(from_python(carried))
    return Vector(vector.kind, vector.data, own)


def _from_frame(found: "pd.DataFrame") -> Vector:
    from rnet.values import axis_names, column_groups, column_names, is_matrix

    if is_matrix(found):
        return _from_matrix(found)
    if "rnet.tsp" in found.attrs:
        return _many_series(found)
    columns = [boxed(_without_names(found.iloc[:, j])) for j in range(found.shape[1])]
    rows = axis_names(found.index)
    row_names: Vector
    if rows is not None:
        row_names = character(rows)
    elif np.array_equal(found.index, np.arange(len(found))):
        row_names = compact_row_names(len(found))
    else:
        row_names = integer(np.asarray(found.index) + 1)
    own: Attributes = {"names": character(column_names(found))}
    own |= {"class": character(["data.frame"]), "row.names": row_names}
    own |= _carried(found.attrs)
    return _with_matrix_columns(Vector("list", objects(columns), own), column_groups(found))


def _many_series(found: "pd.DataFrame") -> Vector:
    """Return series side by side as R's matrix of class `mts`."""
    names = list_of([None, character([str(name) for name in found.columns])])
    own: Attributes = {"dim": integer(found.shape), "dimnames": names}
    own["tsp"] = double(list(found.attrs["rnet.tsp"]))
    own["class"] = character(["mts", "ts", "matrix"])
    return double(found.to_numpy(dtype=np.float64).ravel(order="F"), own)


def _with_matrix_columns(frame: Vector, groups: list[list[int]]) -> Vector:
    """Return a data frame whose columns of a group are one matrix, named `y` for `y.a`, `y.b`."""
    if not groups:
        return frame
    names, columns = list((frame.attributes or {})["names"].data), list(frame.data)
    for first, *others in sorted(groups, reverse=True):
        parts = [columns[place] for place in (first, *others)]
        title, own = _common_title([names[place] for place in (first, *others)])
        kind = common_kind([part.kind for part in parts])
        data = np.concatenate([coerced(part, kind) for part in parts])
        shape = integer([len(parts[0].data), len(parts)])
        dimnames = list_of([None, character(own)])
        columns[first] = Vector(kind, data, {"dim": shape, "dimnames": dimnames})
        names[first] = title
        for place in sorted(others, reverse=True):
            del columns[place], names[place]
    return Vector("list", objects(columns), {**(frame.attributes or {}), "names": character(names)})


def _common_title(names: list[str]) -> tuple[str, list[str]]:
    """Return what names have in common up to a dot, and what is left of each."""
    title = names[0]
    while title and not all(name.startswith(f"{title}.") for name in names):
        title = title.rpartition(".")[0]
    return title, [name[len(title) + 1 :] for name in names]


def _without_names(column: "pd.Series[Any]") -> Vector:
    vector = missing_numbers(_from_series(column))
    own = dict(vector.attributes or {})
    own.pop("names", None)
    return Vector(vector.kind, vector.data, own)


def _from_matrix(found: "pd.DataFrame") -> Vector:
    from rnet.values import axis_names

    cells = found.to_numpy()
    vector = missing_numbers(elements(cells.ravel(order="F")))
    own: Attributes = {"dim": integer(cells.shape)}
    names = [axis_names(found.index), axis_names(found.columns)]
    if any(along is not None for along in names):
        parts = [None if along is None else character(along) for along in names]
        titles = [found.index.name, found.columns.name]
        shown = None if titles == [None, None] else ["" if t is None else str(t) for t in titles]
        own["dimnames"] = list_of(parts, shown)
    return Vector(vector.kind, vector.data, {**own, **_carried(found.attrs)})


def _carried(attrs: Mapping[Any, Any]) -> Attributes:
    """Return what a pandas object carries that are R's attributes."""
    return {
        str(name): boxed(from_python(carried))
        for name, carried in attrs.items()
        if not str(name).startswith("rnet.")
    }
