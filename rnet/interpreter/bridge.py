"""Between R's values and Python's: what rnet's functions take, and what they give back.

| R | Python |
|---|---|
| a number, string or truth value alone | `float`, `int`, `str`, `bool` |
| vector; with names | NumPy array; Series |
| matrix; with dimnames | 2-d array; DataFrame made by `named_matrix` |
| factor, data frame, table | Categorical, DataFrame, `Table` |
| list; with names | list; dict |
| formula, call, function | `Formula`, syntax tree, Python function |
| a result of rnet | the record |
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import numpy as np

from rnet.interpreter.attributes import (
    attribute,
    classes_of,
    compact_row_names,
    dimnames_of,
    inherits,
    is_compact,
    names_of,
    row_count,
)
from rnet.interpreter.coerce import coerced, common_kind, is_factor, strings
from rnet.interpreter.environment import Environment
from rnet.interpreter.origin import origin_of
from rnet.interpreter.values import (
    MISSING,
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
    scalar,
)
from rnet.language.tree import Call, Constant, Function, Node, Symbol
from rnet.values import NA

if TYPE_CHECKING:
    import pandas as pd

LARGEST = 2**31 - 1


def to_python(value: Value, *, single: bool = True) -> Any:
    """Return a value as rnet's functions take it.

    Without `single` a vector of length one is an array too.
    """
    vector = boxed(value)
    match vector:
        case Vector():
            record = origin_of(vector)
            return record if record is not None else _vector_to_python(vector, single=single)
        case Language():
            return _language_to_python(vector)
        case Model():
            return vector.record
        case Closure() | Builtin():
            from rnet.interpreter.functions_across import python_function

            return python_function(vector)
        case Environment():
            return vector
    return None if vector is MISSING else vector


def _vector_to_python(vector: Vector, *, single: bool = True) -> Any:
    if vector.kind in ("list", "expression"):
        return _list_to_python(vector, single=single)
    if is_factor(vector):
        return _factor_to_python(vector)
    if single and vector.attributes is None and len(vector.data) == 1:
        return _single(vector)
    dim = attribute(vector, "dim")
    if inherits(vector, "table") and dim is not None:
        return _table_to_python(vector)
    if inherits(vector, "Date"):
        return _dates_to_python(vector)
    if dim is not None and len(dim.data) > 1:
        return _array_to_python(vector, tuple(dim.data.tolist()))
    data = plain_array(vector)
    names = names_of(vector)
    tsp = attribute(vector, "tsp")
    if tsp is not None:
        return _series_of_times(data, tsp.data.tolist())
    if names is None:
        return data
    import pandas as pd

    kept = object if data.dtype == object else None
    return pd.Series(data, index=_index(names), dtype=kept)


def _single(vector: Vector) -> Any:
    single = scalar(vector)
    if isinstance(single, Vector):  # NA
        return None if vector.kind == "character" else NA
    return single


def whole_numbers(value: Any) -> Any:
    """Return a number without decimals as an int: R's 5 counts where Python wants one."""
    if isinstance(value, float) and value.is_integer() and abs(value) <= LARGEST:
        return int(value)
    if isinstance(value, dict):
        return {name: whole_numbers(item) for name, item in value.items()}
    return value


def _index(names: list[str | None]) -> Any:
    import pandas as pd

    return pd.Index(names, dtype=object)


def plain_array(vector: Vector) -> Any:
    """Return the elements of an atomic vector as an array with missing values as pandas has them."""
    if vector.kind in ("double", "complex", "character"):
        return vector.data
    missing = vector.data == NA_INTEGER
    if vector.kind == "logical":
        if not missing.any():
            return vector.data != 0
        import pandas as pd

        return pd.array(_masked(vector.data, bool), dtype="boolean")
    if not missing.any():
        return vector.data.astype(np.int64)
    import pandas as pd

    return pd.array(_masked(vector.data, int), dtype="Int64")


def _masked(data: Any, kind: Callable[[Any], Any]) -> list[Any]:
    import pandas as pd

    return [pd.NA if item == NA_INTEGER else kind(item) for item in data.tolist()]


def _factor_to_python(vector: Vector) -> "pd.Categorical":
    import pandas as pd

    codes = np.where(vector.data == NA_INTEGER, -1, vector.data - 1)
    levels = pd.Index(list(attribute(vector, "levels").data), dtype=object)
    return pd.Categorical.from_codes(codes, levels, ordered=inherits(vector, "ordered"))


def _dates_to_python(vector: Vector) -> Any:
    import pandas as pd

    days = [pd.NaT if np.isnan(d) else pd.Timestamp(int(d) * 86400, unit="s") for d in vector.data]
    return pd.array(pd.DatetimeIndex(days))


def _series_of_times(data: Any, tsp: list[float]) -> Any:
    import pandas as pd

    start, end, frequency = tsp
    times = np.linspace(start, end, len(data))
    index = pd.Index(np.rint(times).astype(np.int64) if frequency == 1 else times, name="time")
    series = pd.Series(data, index=index)
    series.attrs["rnet.tsp"] = (start, end, frequency)
    return series


def _array_to_python(vector: Vector, dim: tuple[int, ...]) -> Any:
    from rnet.values import named_matrix

    data = plain_array(vector)
    cells = np.asarray(data, dtype=None if isinstance(data, np.ndarray) else object)
    cells = cells.reshape(dim, order="F")
    names = dimnames_of(vector)
    if names is None:
        return cells
    if len(dim) != 2:
        from rnet.multivariate.named_array import NamedArray

        return NamedArray(cells, tuple(names))  # type: ignore[arg-type]
    matrix = named_matrix(cells, *names)  # type: ignore[arg-type]
    titles = names_of(attribute(vector, "dimnames"))
    if titles is not None:
        matrix.index.name, matrix.columns.name = titles[0] or None, titles[1] or None
    return matrix


def _table_to_python(vector: Vector) -> Any:
    from rnet.evaluate.contingency_table import Table

    dim = tuple(attribute(vector, "dim").data.tolist())
    names = dimnames_of(vector)
    if names is None or any(along is None for along in names):
        names = [
            along if along is not None else [chr(65 + i) for i in range(size)]
            for along, size in zip(names or [None] * len(dim), dim, strict=True)
        ]
    titles = names_of(attribute(vector, "dimnames"))
    cells = np.asarray(plain_array(vector)).reshape(dim, order="F")
    call = attribute(vector, "call")
    dnn = None if titles is None else [title or "" for title in titles]
    return Table(cells, names, dnn, call.node if isinstance(call, Language) else None)  # type: ignore[arg-type]


def _list_to_python(vector: Vector, *, single: bool) -> Any:
    if inherits(vector, "data.frame"):
        return _frame_to_python(vector)
    items = [to_python(item, single=single) for item in vector.data]
    names = names_of(vector)
    if names is None or len(set(names)) < len(names):
        return items
    return {str(name): item for name, item in zip(names, items, strict=True)}


def _frame_to_python(frame: Vector) -> "pd.DataFrame":
    import pandas as pd

    rows = attribute(frame, "row.names")
    count = row_count(frame)
    index: Any = pd.RangeIndex(count)
    if rows is not None and not is_compact(rows):
        if rows.kind == "integer":
            index = pd.Index(rows.data.astype(np.int64) - 1)
        else:
            index = _index(list(rows.data))
    columns: list[Any] = []
    for item in frame.data:
        columns.append(_column(boxed(item), count, index))
    names = [str(name) for name in names_of(frame) or []]
    if not columns:
        return pd.DataFrame(index=index)
    if any(isinstance(column, pd.DataFrame) for column in columns):
        return _with_matrices(columns, names, index)
    table = dict(enumerate(columns))
    return pd.DataFrame(table, index=index).set_axis(pd.Index(names, dtype=object), axis=1)


def _column(item: Any, count: int, index: Any) -> Any:
    import pandas as pd

    if isinstance(item, Vector) and attribute(item, "dim") is not None:
        found = np.asarray(_array_to_python(item, tuple(attribute(item, "dim").data.tolist())))
        return pd.DataFrame(found, index=index)
    if isinstance(item, Vector) and item.kind not in ("list", "expression"):
        if is_factor(item) or inherits(item, "Date"):
            return _vector_to_python(item)
        bare = plain_array(item)
        return pd.array(bare, dtype=object) if item.kind == "character" else bare
    found = to_python(item)
    return pd.Series(found if isinstance(found, list) else [found] * count, index=index)


def _with_matrices(columns: list[Any], names: list[str], index: Any) -> "pd.DataFrame":
    """Return a frame some columns of which are matrices: theirs are named `m.1`, `m.2`."""
    import pandas as pd

    parts: dict[str, Any] = {}
    for name, column in zip(names, columns, strict=True):
        if isinstance(column, pd.DataFrame):
            parts |= {f"{name}.{k + 1}": column.iloc[:, k] for k in range(column.shape[1])}
        else:
            parts[name] = column
    return pd.DataFrame(parts, index=index)


def _language_to_python(language: Language) -> Any:
    record = origin_of(language)
    if record is not None:
        return record
    node = language.node
    if isinstance(node, Call) and node.function == Symbol("~"):
        from rnet.formula.formula import formula_from_tree

        return formula_from_tree(node)
    return node


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
    import pandas as pd

    from rnet.record import Record

    if isinstance(found, Record):
        from rnet.interpreter.record_values import from_record

        return from_record(found)
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
    if callable(found):
        from rnet.interpreter.functions_across import r_function

        return r_function(found)
    from rnet.interpreter.record_values import from_record

    return from_record(found)


def from_categorical(found: "pd.Categorical", names: Any = None) -> Vector:
    """Return a factor."""
    codes = np.asarray(found.codes, dtype=np.int32)
    own: Attributes = {"levels": character([_label(level) for level in found.categories])}
    own["class"] = character(["ordered", "factor"] if found.ordered else ["factor"])
    if names is not None:
        own = {"names": character(names), **own}
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
    import pandas as pd

    dtype = found.dtype
    if isinstance(found, pd.Categorical):
        return from_categorical(found)
    if (isinstance(dtype, np.dtype) and dtype.kind == "M") or str(dtype).startswith("datetime"):
        return _from_dates(np.asarray(found, dtype="datetime64[s]"))
    if isinstance(found, pd.api.extensions.ExtensionArray):
        return _from_extension(found)
    match dtype.kind:
        case "b":
            return Vector("logical", found.astype(np.int32))
        case "i" | "u":
            fits = not len(found) or abs(found).max() <= LARGEST
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
    if all(isinstance(item, str) or _is_gone(item) for item in items):
        return character([None if _is_gone(item) else item for item in items])
    known = [item for item in items if not _is_gone(item)]
    if all(isinstance(item, bool | np.bool_) for item in known):
        data = [NA_INTEGER if _is_gone(item) else int(item) for item in items]
        return Vector("logical", np.array(data, dtype=np.int32))
    if all(isinstance(item, int | float | np.number) for item in known):
        return double([NA if _is_gone(item) else float(item) for item in items])
    return Vector("list", objects([boxed(from_python(item)) for item in items]))


def _is_gone(item: Any) -> bool:
    import pandas as pd

    return item is None or item is pd.NA or item is pd.NaT


def _missing_numbers(vector: Vector) -> Vector:
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
    own: Attributes = {}
    names = axis_names(found.index) if tsp is None else None
    if names is not None:
        own["names"] = character(names)
    own |= vector.attributes or {}
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
    vector = _missing_numbers(_from_series(column))
    own = dict(vector.attributes or {})
    own.pop("names", None)
    return Vector(vector.kind, vector.data, own)


def _from_matrix(found: "pd.DataFrame") -> Vector:
    from rnet.values import axis_names

    cells = found.to_numpy()
    vector = _missing_numbers(elements(cells.ravel(order="F")))
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


__all__ = ["classes_of", "from_python", "strings", "to_python"]
