"""R's values as Python's: what rnet's functions take. The table stands in `bridge`."""

from collections.abc import Callable
from itertools import repeat
from typing import TYPE_CHECKING, Any

import numpy as np

from rnet.interpreter.attributes import (
    attribute,
    dimnames_of,
    inherits,
    is_compact,
    names_of,
    row_count,
)
from rnet.interpreter.coerce import doubles, is_factor, strings
from rnet.interpreter.environment import Environment
from rnet.interpreter.origin import origin_of
from rnet.interpreter.values import (
    MISSING,
    NA_INTEGER,
    Builtin,
    Closure,
    Language,
    Model,
    Value,
    Vector,
    boxed,
    scalar,
)
from rnet.language.tree import Call, Symbol
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
    if inherits(vector, "dist") and attribute(vector, "Size") is not None:
        from rnet.interpreter.functions.model_printing import dist_again

        return dist_again(vector)
    dim = attribute(vector, "dim")
    if inherits(vector, "table") and dim is not None:
        return _table_to_python(vector)
    if inherits(vector, "ftable") and dim is not None:
        return _flat_table_to_python(vector, tuple(dim.data.tolist()))
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
    if vector.kind in ("complex", "raw"):
        return vector.data[0].item()
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
    """Return the elements of an atomic vector as an array, missing ones as pandas has them."""
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
    named = list(attribute(vector, "levels").data)
    if None in named:  # pandas has no missing category
        codes = np.where(codes == named.index(None), -1, codes - (codes > named.index(None)))
        named.remove(None)
    levels = pd.Index(named, dtype=object)
    factor = pd.Categorical.from_codes(codes, levels, ordered=inherits(vector, "ordered"))
    contrasts = attribute(vector, "contrasts")
    if contrasts is None:
        return factor
    from rnet.formulas.own_contrasts import with_contrasts

    return with_contrasts(factor, to_python(contrasts))


def _flat_table_to_python(vector: Vector, dim: tuple[int, ...]) -> Any:
    from rnet.evaluate.ftable import FlatTable

    rows, columns = (
        tuple(
            (name or "", tuple(strings(labels)))
            for name, labels in zip(names_of(side) or repeat(""), side.data, strict=False)
        )
        for side in (attribute(vector, "row.vars"), attribute(vector, "col.vars"))
    )
    return FlatTable(plain_array(vector).reshape(dim, order="F"), rows, columns)


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


def coordinates(both: Any) -> dict[str, Any]:
    """Return the coordinates of points given as one: two columns, or a series over its times."""
    if isinstance(both, dict):
        return {"x": both["x"], "y": both["y"]}
    if both.ndim == 1:
        times = getattr(both, "index", np.arange(1, len(both) + 1))
        return {"x": np.asarray(times, dtype=np.float64), "y": np.asarray(both)}
    return {"x": both.iloc[:, 0].to_numpy(), "y": both.iloc[:, 1].to_numpy()}


def _array_to_python(vector: Vector, dim: tuple[int, ...]) -> Any:
    from rnet.values import named_matrix

    whole = vector.kind == "integer" and (vector.data == NA_INTEGER).any()
    data = doubles(vector) if whole else plain_array(vector)  # pandas masks no matrix
    cells = np.asarray(data, dtype=None if isinstance(data, np.ndarray) else object)
    cells = cells.reshape(dim, order="F")
    names = dimnames_of(vector)
    if names is None:
        return cells
    if len(dim) != 2:
        from rnet.multivariate.named_array import NamedArray

        titles = names_of(attribute(vector, "dimnames"))
        called = None if titles is None else tuple(titles)
        return NamedArray(cells, tuple(names), called)  # type: ignore[arg-type]
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
    columns = [_column(boxed(item), count, index) for item in frame.data]
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
        from rnet.formulas.formula import formula_from_tree

        return formula_from_tree(node)
    return node
