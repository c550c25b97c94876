"""Working with data frames: subset, transform, within, merge, split, stack."""

from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.interpreter.attributes import (
    attribute,
    dim_of,
    is_compact,
    is_data_frame,
    names_of,
    row_count,
    with_attribute,
)
from rnet.interpreter.builtin import builtin, special
from rnet.interpreter.coerce import is_true
from rnet.interpreter.compile import evaluate
from rnet.interpreter.environment import Environment
from rnet.interpreter.frame import STATE, Context
from rnet.interpreter.frames import frame_names, make_frame, row_part, rows_of
from rnet.interpreter.functions.factors import make_factor
from rnet.interpreter.functions.frame_methods import chosen_columns, with_column
from rnet.interpreter.functions.splitting import grouping, positions_by_level, split_vector
from rnet.interpreter.indexing import subset as plain_subset
from rnet.interpreter.joining import joined
from rnet.interpreter.order import keys_of, ordered_positions
from rnet.interpreter.row_pairs import paired_rows
from rnet.interpreter.subscripts import positions
from rnet.interpreter.values import (
    MISSING,
    Array,
    Language,
    Named,
    Value,
    Vector,
    boxed,
    character,
    integer,
    list_of,
)
from rnet.language.tree import Argument, Call, Node
from rnet.memory import make_room


def inside(frame: Value, outer: Environment) -> Environment:
    """Return an environment in which the columns of a data frame are variables."""
    inner = Environment(outer)
    inner.frame = outer.frame
    names = attribute(frame, "names")
    if isinstance(frame, Vector) and names is not None:
        for name, item in zip(names.data, frame.data, strict=True):
            if type(item) is Vector:
                item.shared = True
            inner.variables[str(name)] = item
    return inner


def _matched(arguments: tuple[Argument, ...], names: list[str]) -> dict[str, Node]:
    """Return unevaluated arguments by parameter: by name, then in order."""
    found: dict[str, Node] = {}
    loose = []
    for argument in arguments:
        near = [n for n in names if argument.name and n.startswith(argument.name)]
        if near and argument.value is not None:
            found[near[0]] = argument.value
        else:
            loose.append(argument.value)
    free = [name for name in names if name not in found]
    found |= {n: value for n, value in zip(free, loose, strict=False) if value is not None}
    return found


@special("subset")
def subset(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """R's `subset`."""
    given = _matched(arguments, ["x", "subset", "select", "drop"])
    x = boxed(evaluate(given["x"], context.environment))
    if not is_data_frame(x):
        return _subset_plain(x, given, context)
    where = inside(x, context.environment)
    rows: Value = MISSING
    if "subset" in given:
        test = boxed(evaluate(given["subset"], where))
        if not isinstance(test, Vector) or test.kind != "logical":
            raise RError("'subset' must be logical")
        rows = np.flatnonzero(np.resize(test.data, row_count(x)) == 1)
    if "select" in given:
        x = chosen_columns(x, _selection(x, given["select"], context))
    found = x if rows is MISSING else rows_of(x, rows)
    drop = "drop" in given and is_true(boxed(evaluate(given["drop"], context.environment)))
    return found.data[0] if drop and len(found.data) == 1 else found


def _subset_plain(x: Any, given: dict[str, Node], context: Context) -> Any:
    test = boxed(evaluate(given["subset"], context.environment))
    if not isinstance(test, Vector) or test.kind != "logical":
        raise RError("'subset' must be logical")
    keep = integer(np.flatnonzero(test.data == 1) + 1)
    sizes = dim_of(x)
    if sizes is None or len(sizes) < 2:
        from rnet.interpreter.index_code import apply_subset

        return apply_subset("[", x, [(None, keep)], context.environment, context.call)
    columns: Value = MISSING
    if "select" in given:
        dimnames = attribute(x, "dimnames")
        names = dimnames.data[1].data
        inner = Environment(context.environment)
        inner.variables = {str(n): i + 1 for i, n in enumerate(names)}
        columns = boxed(evaluate(given["select"], inner))
    return plain_subset(x, [keep, columns], drop=False)


def _selection(x: Vector, node: Node, context: Context) -> Value:
    """Evaluate `select` with the columns' names standing for their numbers."""
    inner = Environment(context.environment)
    inner.frame = context.environment.frame
    inner.variables = {name: i + 1 for i, name in enumerate(frame_names(x))}
    return boxed(evaluate(node, inner))


@special("transform")
def transform(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """R's `transform`."""
    first = arguments[0].value
    assert first is not None
    x = boxed(evaluate(first, context.environment))
    if not is_data_frame(x):
        from rnet.interpreter.functions.data_frames import as_data_frame

        x = as_data_frame(context, x, None, boxed(False), [], boxed(False), boxed("Freq"))
    where = inside(x, context.environment)
    made = [(a.name, boxed(evaluate(a.value, where))) for a in arguments[1:] if a.value is not None]
    from rnet.interpreter.functions.dimnames import set_row_names

    known = frame_names(x)
    labels = next((_labels(value, x) for name, value in made if name not in known), None)
    if any(name not in known for name, _ in made):  # as data.frame makes a new one
        x = with_attribute(x, "class", character(["data.frame"]))
    for name, value in made:
        x = with_column(x, name, value)
    return x if labels is None else set_row_names(x, labels)


def _labels(value: Any, x: Vector) -> Vector | None:
    """Return names of a new column as row names for a data frame that has none of its own."""
    names = attribute(value, "names")
    if names is None or value.kind == "list" or len(names.data) != row_count(x):
        return None
    free = is_compact(attribute(x, "row.names")) and len(set(names.data)) == len(names.data)
    return names if free else None


@special("within")
def within(context: Context, arguments: tuple[Argument, ...]) -> Any:
    """R's `within`: new variables come last one first."""
    given = _matched(arguments, ["data", "expr"])
    x = boxed(evaluate(given["data"], context.environment))
    where = inside(x, context.environment)
    evaluate(given["expr"], where)
    STATE.visible = True
    names = frame_names(x)
    fresh = [name for name in where.variables if name not in names]
    for name in [*names, *reversed(fresh)]:
        if name in where.variables:
            value = boxed(where.get(name))
            x = with_column(x, name, value) if is_data_frame(x) else _with_item(x, name, value)
    for name in names:
        if name not in where.variables:
            x = with_column(x, name, None) if is_data_frame(x) else _with_item(x, name, None)
    return x


def _with_item(x: Value, name: str, value: Value) -> Value:
    from rnet.interpreter.assigning import assign_component

    return assign_component(x, name, value)


@builtin("split", "x, f, drop = FALSE, ...", context=True, generic=True)
def split(context: Context, x: Value, f: Value, drop: Value, dots: list[Named]) -> Any:
    """R's `split`."""
    sep = next((value for name, value in dots if name == "sep"), MISSING)
    if not is_data_frame(x):
        return split_vector(x, f, drop, sep, [])
    if isinstance(f, Language):
        names = _formula_names(f)
        f = list_of([x.data[frame_names(x).index(name)] for name in names], names)
    groups = grouping(f, drop, sep)
    rows = positions_by_level(groups, row_count(x))
    return list_of([rows_of(x, where) for where in rows], attribute(groups, "levels").data)


def _formula_names(formula: Language) -> list[str]:
    from rnet.language.tree import Symbol

    names: list[str] = []

    def walk(node: Node | None) -> None:
        if isinstance(node, Symbol):
            names.append(node.name)
        elif isinstance(node, Call):
            for argument in node.arguments:
                walk(argument.value)

    walk(formula.node)
    return names


@builtin(
    "merge",
    "x, y, by = .missing, by.x = .missing, by.y = .missing, all = FALSE, all.x = .missing,"
    " all.y = .missing, sort = TRUE, suffixes = c('.x', '.y'), ...",
)
def merge(
    x: Value, y: Value, by: Value, by_x: Value, by_y: Value, everything: Value,
    all_x: Value, all_y: Value, sort: Value, suffixes: Value, dots: list[Named],
) -> Any:  # fmt: skip
    """R's `merge`."""
    left_names, right_names = frame_names(x), frame_names(y)
    if by is MISSING:
        by = character([name for name in left_names if name in set(right_names)])
    left_by = _columns(left_names, by if by_x is MISSING else by_x)
    right_by = _columns(right_names, by if by_y is MISSING else by_y)
    left_rows, right_rows, left_alone, right_alone = _pairs(x, y, left_by, right_by)
    keep_left = is_true(everything if all_x is MISSING else all_x)
    keep_right = is_true(everything if all_y is MISSING else all_y)
    keys = [row_part(x.data[i], left_rows) for i in left_by]
    if is_true(sort) and keys and len(left_rows):
        order = ordered_positions(keys)
        left_rows, right_rows = left_rows[order], right_rows[order]
    extra_left = left_alone if keep_left else left_alone[:0]
    extra_right = right_alone if keep_right else right_alone[:0]
    left = np.concatenate([left_rows, extra_left, np.full(len(extra_right), -1)]).astype(np.int64)
    right = np.concatenate([right_rows, np.full(len(extra_left), -1), extra_right]).astype(np.int64)
    found = _merged(x, y, left_by, right_by, left, right, [str(s) for s in suffixes.data])
    if is_true(sort) and left_by and (len(extra_left) or len(extra_right)):
        order = ordered_positions(list(found.data[: len(left_by)]))
        found = rows_of(found, order)
    own = dict(found.attributes or {})
    own["row.names"] = make_frame([], [], len(left)).attributes["row.names"]  # type: ignore[index]
    return Vector("list", found.data, own)


def _columns(names: list[str], by: Value) -> list[int]:
    where = positions(by, len(names), character(names).data)
    if len(where) and where.min() < 0:
        raise RError("'by' must specify a uniquely valid column")
    return [int(i) for i in where]


def _pairs(
    x: Vector, y: Vector, left_by: list[int], right_by: list[int]
) -> tuple[Array, Array, Array, Array]:
    """Return the rows of both data frames that belong together, and those alone."""
    if not left_by:
        n, m = row_count(x), row_count(y)
        make_room(n * m, 4)
        none = np.empty(0, dtype=np.int64)
        return np.tile(np.arange(n), m), np.repeat(np.arange(m), n), none, none
    left, right = _joint_keys(x, y, left_by, right_by)
    return paired_rows(left, right)


def _joint_keys(
    x: Vector, y: Vector, left_by: list[int], right_by: list[int]
) -> tuple[list[Any], list[Any]]:
    left, right = [], []
    for i, j in zip(left_by, right_by, strict=True):
        a, b = _comparable(x.data[i]), _comparable(y.data[j])
        both = joined([(None, a), (None, b)], names=False)
        keys = keys_of(both)
        left.append(keys[: len(a.data)])
        right.append(keys[len(a.data) :])
    return list(zip(*left, strict=True)), list(zip(*right, strict=True))


def _comparable(column: Value) -> Vector:
    from rnet.interpreter.order import comparable

    vector = comparable(column)
    return Vector(vector.kind, vector.data)


def _merged(
    x: Vector, y: Vector, left_by: list[int], right_by: list[int], left: Array, right: Array,
    suffixes: list[str],
) -> Vector:  # fmt: skip
    names = [frame_names(x)[i] for i in left_by]
    columns: list[Any] = []
    for i, j in zip(left_by, right_by, strict=True):
        both = joined_columns(x.data[i], y.data[j])
        columns.append(row_part(both, np.where(left >= 0, left, right + row_count(x))))
    rest_left = [i for i in range(len(x.data)) if i not in left_by]
    rest_right = [j for j in range(len(y.data)) if j not in right_by]
    own_left = [frame_names(x)[i] for i in rest_left]
    own_right = [frame_names(y)[j] for j in rest_right]
    shared = set(own_left) & set(own_right)
    names += [name + suffixes[0] if name in shared else name for name in own_left]
    names += [name + suffixes[1] if name in shared else name for name in own_right]
    columns += [row_part(x.data[i], left) for i in rest_left]
    columns += [row_part(y.data[j], right) for j in rest_right]
    return make_frame(columns, names, len(left))


def joined_columns(first: Value, second: Value) -> Any:
    """Return two columns one below the other, as `rbind` joins them."""
    from rnet.interpreter.functions.binding import _stacked

    return _stacked([first, second])


@builtin("stack", "x, ...")
def stack(x: Value, dots: list[Named]) -> Any:
    """R's `stack`."""
    names: list[str | None] = [name or "" for name in names_of(x) or []]
    if x.kind != "list":
        if len(names) < len(x.data):
            raise RError(f"arguments imply differing number of rows: {len(x.data)}, {len(names)}")
        levels = list(dict.fromkeys(names))
        codes = np.array([levels.index(name) + 1 for name in names])
        frame: list[Value] = [Vector(x.kind, x.data), make_factor(codes, levels)]
        return make_frame(frame, ["values", "ind"], len(codes))
    values = joined([(None, Vector(item.kind, item.data)) for item in x.data], names=False)
    codes = np.repeat(np.arange(1, len(names) + 1), [len(item.data) for item in x.data])
    return make_frame([values, make_factor(codes, names)], ["values", "ind"], len(codes))


@builtin("unstack", "x, ...")
def unstack(x: Value, dots: list[Named]) -> Any:
    """R's `unstack`."""
    values, groups = x.data
    parts = split_vector(values, groups, boxed(False), MISSING, [])
    sizes = {len(part.data) for part in parts.data}
    names = list(attribute(parts, "names").data)
    return make_frame(list(parts.data), names, sizes.pop()) if len(sizes) == 1 else parts
