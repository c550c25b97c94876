"""Methods of data frames: `[`, `[[`, and those that assign."""

from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.interpreter.assigning import assign_subset
from rnet.interpreter.attributes import (
    attribute,
    dim_of,
    is_compact,
    is_data_frame,
    names_of,
    row_count,
    row_names_of,
    with_attribute,
)
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import as_kind, is_factor, is_true, strings
from rnet.interpreter.frames import (
    column_length,
    frame_names,
    made_unique,
    row_part,
    rows_of,
    with_columns,
)
from rnet.interpreter.functions.frame_matrix import matrix_of_frame
from rnet.interpreter.indexing import element, subset
from rnet.interpreter.subscripts import positions
from rnet.interpreter.values import (
    MISSING,
    Array,
    Named,
    Value,
    Vector,
    boxed,
    character,
    integer,
)


@builtin("[.data.frame", "x, ..., drop = .missing")
def subset_frame(x: Vector, dots: list[Named], drop: Value) -> Any:
    """R's `[` for data frames."""
    if len(dots) < 2:
        return _subset_columns(_without_extras(x), dots[0][1] if dots else MISSING)
    rows, columns = dots[0][1], dots[1][1]
    if rows is not MISSING and _beyond(x, columns):
        return None  # as R, which looks into the rows of one column
    found = x if columns is MISSING else chosen_columns(x, columns)
    if rows is not MISSING:
        where = row_positions(x, rows)
    single = len(found.data) == 1
    if is_true(drop) if drop is not MISSING else single:
        if single:
            column = found.data[0]
            return column if rows is MISSING else row_part(column, where)
        if drop is not MISSING and rows is not MISSING and len(where) == 1:
            one = rows_of(found, where)
            return Vector("list", one.data, {"names": attribute(one, "names")})
    return found if rows is MISSING else rows_of(found, where)


def _without_extras(x: Vector) -> Vector:
    """Return a data frame with the attributes that its columns alone keep."""
    own = {k: v for k, v in (x.attributes or {}).items() if k in ("names", "row.names", "class")}
    return x if len(own) == len(x.attributes or ()) else Vector(x.kind, x.data, own)


def _beyond(x: Vector, columns: Value) -> bool:
    """Whether an index is the number of one column that is not there."""
    number = boxed(columns)
    if not isinstance(number, Vector) or number.kind not in ("integer", "double"):
        return False
    return len(number.data) == 1 and number.data[0] > len(x.data)


def _subset_columns(x: Vector, index: Value) -> Any:
    if index is MISSING:
        return x
    if (isinstance(index, Vector) and attribute(index, "dim") is not None) or is_data_frame(index):
        return subset(matrix_of_frame(x), [_plain_matrix(index)])
    return chosen_columns(x, index)


def _plain_matrix(index: Value) -> Value:
    return matrix_of_frame(index) if is_data_frame(index) else index


def chosen_columns(x: Vector, index: Value) -> Vector:
    """Return some columns of a data frame as a data frame."""
    names = frame_names(x)
    where = positions(index, len(names), character(names).data)
    if len(where) and (where.min() < 0 or where.max() >= len(names)):
        raise RError("undefined columns selected", f"The columns are: {', '.join(names)}.")
    chosen = [names[i] for i in where]
    if len(set(chosen)) < len(chosen):
        chosen = [str(name) for name in made_unique(chosen)]
    return with_columns(x, [x.data[i] for i in where], chosen)


def row_positions(x: Vector, index: Value) -> Array:
    """Return the rows an index means, from 0; -1 for rows that are not there."""
    count = row_count(x)
    if isinstance(index, Vector) and index.kind == "character":
        return _named_rows(row_names_of(x), index.data)
    if is_factor(index):
        return _named_rows(row_names_of(x), character(strings(index)).data)
    vector = boxed(index)
    if isinstance(vector, Vector) and attribute(vector, "dim") is not None:
        vector = Vector(vector.kind, vector.data)
    where = positions(vector, count)
    return np.where(where >= count, -1, where)


def _named_rows(names: list[str], wanted: Array) -> Array:
    place: dict[Any, int] = {}
    for position, name in enumerate(names):
        place.setdefault(name, position)
    found = [place.get(name, -1) for name in wanted]
    for i, (name, position) in enumerate(zip(wanted, found, strict=True)):
        if position < 0 and name:
            near = [p for p, own in enumerate(names) if own.startswith(name)]
            found[i] = near[0] if len(near) == 1 else -1
    return np.array(found, dtype=np.int64)


@builtin("[[.data.frame", "x, ..., exact = TRUE")
def element_frame(x: Vector, dots: list[Named], exact: Value) -> Any:
    """R's `[[` for data frames."""
    indices = [value for _, value in dots]
    bare = Vector("list", x.data, {"names": attribute(x, "names")})
    if len(indices) == 1:
        return element(bare, indices, exact=is_true(exact))
    column = element(bare, [indices[1]])
    if column is None:
        raise RError("subscript out of bounds")
    where = row_positions(x, indices[0])
    if len(where) != 1 or where[0] < 0:
        raise RError("subscript out of bounds")
    found = row_part(boxed(column), where)
    return found.data[0] if found.kind == "list" else found


def _row_word(count: int) -> str:
    return f"{count} row" if count == 1 else f"{count} rows"


def fitted_column(value: Any, count: int) -> Any:
    """Return a new column at the number of rows; only that of a list keeps its names.

    Raises
    ------
    RError
        `replacement has 2 rows, data has 3`
    """
    if isinstance(value, Vector) and value.kind != "list" and names_of(value) is not None:
        value = with_attribute(value, "names", None)
    size = column_length(value)
    if size == count:
        return value
    if size == 0 or size > count or count % size:
        raise RError(f"replacement has {_row_word(size)}, data has {count}")
    return row_part(value, np.resize(np.arange(size), count))


@builtin("$<-.data.frame", "x, name, value")
def assign_component_frame(x: Vector, name: Value, value: Value) -> Any:
    """R's `$<-` for data frames."""
    return with_column(x, strings(name)[0], value)


def with_column(x: Vector, name: str | None, value: Value) -> Vector:
    """Return a data frame with a column set, added or, by NULL, taken away."""
    names = frame_names(x)
    columns = list(x.data)
    position = names.index(name) if name in names else None
    if value is None:
        if position is not None:
            del columns[position], names[position]
        return with_columns(x, columns, names)
    count = row_count(x)
    value = without_labels(value)
    if not columns and not count:
        size = column_length(value)
        if size:
            raise RError(f"replacement has {_row_word(size)}, data has 0")
    column = fitted_column(boxed(value), count)
    if position is None:
        return with_columns(x, [*columns, column], [*names, str(name)])
    columns[position] = column
    return with_columns(x, columns, names)


@builtin("[[<-.data.frame", "x, ..., value")
def assign_element_frame(x: Vector, dots: list[Named], value: Value) -> Any:
    """R's `[[<-` for data frames."""
    if len(dots) > 1:
        return assign_frame(x, dots, value)
    index = dots[0][1]
    if index.kind == "character":
        return with_column(x, index.data[0], value)
    names = frame_names(x)
    position = int(as_kind(index, "double").data[0]) - 1
    if position < len(names):
        return _with_column_at(x, position, value)
    return with_column(x, f"V{position + 1}", value)


def _with_column_at(x: Vector, position: int, value: Value) -> Vector:
    names, columns = frame_names(x), list(x.data)
    if value is None:
        del names[position], columns[position]
    else:
        columns[position] = fitted_column(boxed(without_labels(value)), row_count(x))
    return with_columns(x, columns, names)


def without_labels(value: Value) -> Value:
    """Return a new column without names of its elements; only lists keep theirs."""
    own = value.attributes if type(value) is Vector else None
    if own is None or value.kind == "list" or not {"names", "dimnames"} & own.keys():
        return value
    if len(dim_of(value) or ()) > 1:
        return value
    kept = {key: item for key, item in own.items() if key not in ("names", "dimnames")}
    return Vector(value.kind, value.data, kept)


@builtin("[<-.data.frame", "x, ..., value")
def assign_frame(x: Vector, dots: list[Named], value: Value) -> Any:
    """R's `[<-` for data frames."""
    new = boxed(value)
    if len(dots) == 1:
        index = dots[0][1]
        shaped = is_data_frame(index) or attribute(index, "dim") is not None
        if shaped:
            return _assign_by_matrix(x, _plain_matrix(index), new)
        return _assign_columns(x, index, new)
    rows, columns = (dots[0][1], dots[1][1]) if dots else (MISSING, MISSING)
    if rows is MISSING:
        return _assign_columns(x, columns, new)
    x, where = _rows_to_assign(x, rows)
    names = frame_names(x)
    targets, added = _columns_to_assign(names, columns)
    pieces = _pieces(new, len(where), len(targets))
    items, all_names = list(x.data), [*names, *added]
    for target, piece in zip(targets, pieces, strict=True):
        if target >= len(items):
            blank = Vector("logical", np.full(row_count(x), -(2**31), dtype=np.int32))
            items += [blank] * (target + 1 - len(items))
        items[target] = _assigned_rows(items[target], where, piece)
    return with_columns(x, items, all_names)


def _assign_by_matrix(x: Vector, index: Vector, new: Any) -> Vector:
    rows = row_count(x)
    items = list(x.data)
    if index.kind == "logical":
        where = positions(Vector(index.kind, index.data), len(index.data))
    elif index.kind in ("integer", "double") and dim_of(index) == (len(index.data) // 2, 2):
        cells = index.data.reshape(-1, 2, order="F").astype(int) - 1
        where = cells[:, 1] * rows + cells[:, 0]
    else:
        raise RError("unsupported matrix index in replacement")
    total = len(where)
    for j in range(len(items)):
        mine = (where >= j * rows) & (where < (j + 1) * rows)
        if mine.any():
            picked = np.flatnonzero(mine)
            piece = (
                new if len(new.data) == 1 else Vector(new.kind, np.resize(new.data, total)[picked])
            )
            items[j] = _assigned_rows(items[j], where[mine] - j * rows, piece)
    return with_columns(x, items, frame_names(x))


def _columns_to_assign(names: list[str], columns: Value) -> tuple[list[int], list[str]]:
    """Return the columns to write to; unknown names and numbers behind the end are new."""
    if columns is MISSING:
        return list(range(len(names))), []
    vector = boxed(columns)
    if vector.kind == "character":
        added: list[str] = []
        found = []
        for name in vector.data:
            if name in names:
                found.append(names.index(name))
            else:
                if name not in added:
                    added.append(name)
                found.append(len(names) + added.index(name))
        return found, added
    where = positions(vector, len(names)).tolist()
    last = max(where, default=-1)
    if last > len(names):
        raise RError("new columns would leave holes after existing columns")
    return where, [f"V{i + 1}" for i in range(len(names), last + 1)]


def _assign_columns(x: Vector, index: Value, new: Any) -> Vector:
    names = frame_names(x)
    targets, added = _columns_to_assign(names, index)
    items, all_names = list(x.data), [*names, *added]
    if new is None:
        keep = [i for i in range(len(items)) if i not in set(targets)]
        return with_columns(x, [items[i] for i in keep], [names[i] for i in keep])
    count = row_count(x)
    pieces = _pieces(new, count, len(targets))
    for target, piece in zip(targets, pieces, strict=True):
        column = fitted_column(boxed(piece), count)
        if target >= len(items):
            items.append(column)
        else:
            items[target] = column
    return with_columns(x, items, all_names)


def _pieces(new: Any, rows: int, columns: int) -> list[Any]:
    """Return the values for each column from a list, a matrix or a vector."""
    if isinstance(new, Vector) and new.kind == "list":
        if not len(new.data):
            raise RError("replacement has length zero")
        return [new.data[i % len(new.data)] for i in range(columns)]
    if not isinstance(new, Vector) or not len(new.data):
        raise RError("replacement has length zero")
    if columns == 1 or len(new.data) == 1 or is_factor(new):
        return [new] * columns
    dim = attribute(new, "dim")
    height = rows if dim is None else int(dim.data[0])
    if len(new.data) < rows * columns and len(new.data) <= height:
        return [Vector(new.kind, new.data)] * columns
    data = np.resize(new.data, rows * columns)
    return [Vector(new.kind, data[i * rows : (i + 1) * rows]) for i in range(columns)]


def _assigned_rows(column: Any, where: Array, piece: Any) -> Any:
    if is_factor(column):
        from rnet.interpreter.functions.factor_methods import assign_factor

        return assign_factor(column, [(None, integer(where + 1))], boxed(piece))
    value = boxed(piece)
    if is_factor(value):
        value = character(strings(value))
    if isinstance(value, Vector) and len(value.data) > len(where):
        raise RError(f"replacement has {_row_word(len(value.data))}, data has {len(where)}")
    return assign_subset(column, [integer(where + 1)], value)


def _rows_to_assign(x: Vector, rows: Value) -> tuple[Vector, Array]:
    """Return the data frame with any new rows added, and the rows to write to."""
    count = row_count(x)
    names = row_names_of(x)
    vector = boxed(rows)
    if isinstance(vector, Vector) and vector.kind == "character":
        fresh = [name for name in dict.fromkeys(vector.data) if name not in set(names)]
        place = {name: i for i, name in enumerate([*names, *fresh])}
        where = np.array([place[name] for name in vector.data], dtype=np.int64)
        return (_longer(x, [*names, *fresh]) if fresh else x), where
    where = positions(vector, count)
    if (where < 0).any():
        raise RError("missing values are not allowed in subscripted assignments of data frames")
    end = int(where.max()) + 1 if len(where) else 0
    if end <= count:
        return x, where
    automatic = is_compact(attribute(x, "row.names"))
    longer = _longer(x, [*names, *(str(i + 1) for i in range(count, end))])
    if automatic:
        numbers = integer(np.arange(1, end + 1))  # R no longer takes them for automatic ones
        longer = with_attribute(longer, "row.names", numbers)
    return longer, where


def _longer(x: Vector, names: list[Any]) -> Vector:
    where = np.arange(len(names))
    where[row_count(x) :] = -1
    columns = [row_part(column, where) for column in x.data]
    made = with_columns(x, columns, frame_names(x))
    return with_attribute(made, "row.names", character(made_unique(names)))  # type: ignore[no-any-return]
