"""Factors: making, joining, cutting into; their methods of `[` and assignment."""

import itertools
from typing import Any

import numpy as np

from rnet.conditions import RError, warn
from rnet.interpreter.attributes import (
    attribute,
    classes_of,
    inherits,
    is_data_frame,
    with_attribute,
)
from rnet.interpreter.builtin import builtin
from rnet.interpreter.calls import call_function, find_function, match_function
from rnet.interpreter.coerce import as_kind, is_factor, is_true, strings
from rnet.interpreter.frame import STATE, Context
from rnet.interpreter.order import distinct, ordered_positions
from rnet.interpreter.values import (
    MISSING,
    NA_INTEGER,
    Array,
    Attributes,
    Named,
    Value,
    Vector,
    boxed,
    character,
    objects,
)


def make_factor(
    codes: Array, levels: list[str | None], *, ordered: bool = False, names: Value = None
) -> Vector:
    """Return a factor from codes counted from 1, `NA_INTEGER` for NA."""
    own: Attributes = {} if names is None else {"names": names}
    own["levels"] = character(levels)
    own["class"] = character(["ordered", "factor"] if ordered else ["factor"])
    return Vector("integer", codes.astype(np.int32), own)


@builtin(
    "factor",
    "x = .missing, levels = .missing, labels = .missing, exclude = NA, ordered = .missing,"
    " nmax = NA",
)
def factor(
    x: Value, levels: Value, labels: Value, exclude: Value, ordered: Value, nmax: Value
) -> Any:
    """R's `factor`."""
    vector = character([]) if x is MISSING or x is None else x
    if not isinstance(vector, Vector) or vector.kind == "list":
        raise RError("'x' must be atomic")
    is_ordered = "ordered" in classes_of(vector) if ordered is MISSING else is_true(ordered)
    texts = _texts(vector)
    table = _levels_of(vector, texts) if levels is MISSING else strings(levels)
    out = set() if exclude is None else set(strings(exclude))
    table = [item for item in table if item not in out]
    place: dict[str | None, int] = {}
    for position, item in enumerate(table):
        place.setdefault(item, position + 1)
    if levels is not MISSING and len(place) < len(table):
        twice = next(i for i, item in enumerate(table) if item in table[:i])
        raise RError(f"factor level [{twice + 1}] is duplicated")
    found = map(place.get, texts, itertools.repeat(NA_INTEGER))
    codes = np.fromiter(found, np.int32, len(texts))
    return _labelled(codes, table, labels, is_ordered, attribute(vector, "names"))


def _labelled(codes: Array, table: list[Any], labels: Value, ordered: bool, names: Any) -> Vector:
    if labels is MISSING:
        return make_factor(codes, table, ordered=ordered, names=names)
    given = strings(labels)
    if len(given) == 1 and len(table) != 1:
        given = [f"{given[0]}{i + 1}" for i in range(len(table))]
    if len(given) != len(table):
        raise RError(f"invalid 'labels'; length {len(given)} should be 1 or {len(table)}")
    unique = list(dict.fromkeys(given))
    if len(unique) < len(given):
        lookup = np.array([NA_INTEGER, *(unique.index(label) + 1 for label in given)])
        codes = lookup[np.where(codes == NA_INTEGER, 0, codes)]
    return make_factor(codes, unique, ordered=ordered, names=names)


def _levels_of(vector: Vector, texts: list[Any]) -> list[Any]:
    """Return the levels a vector has by itself: its distinct values in order."""
    if is_factor(vector):
        used = set(texts)
        own = list(attribute(vector, "levels").data)
        missing = [None] if None in used and None not in own else []
        return [level for level in own if level in used] + missing
    values = Vector(vector.kind, vector.data[distinct(vector)])
    order = ordered_positions([values])
    kept = {k: v for k, v in (vector.attributes or {}).items() if k == "class"}
    return list(dict.fromkeys(_texts(Vector(vector.kind, values.data[order], kept))))


def _texts(vector: Vector) -> list[str | None]:
    """Return the elements as strings: by a method of `as.character` for dates and the like."""
    if not classes_of(vector) or is_factor(vector):
        return strings(vector)
    return strings(
        call_function(find_function("as.character", STATE.session.globals), [(None, vector)])
    )


@builtin("ordered", "x, ...")
def ordered(x: Value, dots: list[Named]) -> Any:
    """R's `ordered`."""
    given = {name or f"arg{i}": value for i, (name, value) in enumerate(dots)}
    levels = given.get("levels", given.get("arg0", MISSING))
    labels = given.get("labels", given.get("arg1", MISSING))
    return factor(x, levels, labels, _na_text(), boxed(True), MISSING)


@builtin("as.factor", "x")
def as_factor(x: Value) -> Any:
    """R's `as.factor`."""
    if is_factor(x):
        return x
    return factor(x, MISSING, MISSING, None if x is None else _na_text(), MISSING, MISSING)


def _na_text() -> Vector:
    return character([None])


@builtin("as.ordered", "x")
def as_ordered(x: Value) -> Any:
    """R's `as.ordered`."""
    if "ordered" in classes_of(x):
        return x
    if is_factor(x):
        return with_attribute(x, "class", character(["ordered", "factor"]))
    return factor(x, MISSING, MISSING, _na_text(), boxed(True), MISSING)


@builtin("addNA", "x, ifany = FALSE")
def add_na(x: Value, ifany: Value) -> Any:
    """R's `addNA`."""
    made = as_factor(x)
    levels = list(attribute(made, "levels").data)
    missing = made.data == NA_INTEGER
    if None in levels or (is_true(ifany) and not missing.any()):
        return made
    codes = np.where(missing, len(levels) + 1, made.data)
    return make_factor(codes, [*levels, None], ordered=inherits(made, "ordered"))


@builtin("droplevels", "x, ...", generic=True)
def droplevels(x: Value, dots: list[Named]) -> Any:
    """R's `droplevels`."""
    if is_factor(x):
        kept = None if None in attribute(x, "levels").data else _na_text()
        return factor(x, MISSING, MISSING, kept, MISSING, MISSING)
    if is_data_frame(x):
        keep = {
            int(i) - 1 for name, v in dots if name == "except" for i in as_kind(v, "double").data
        }
        columns = [
            droplevels(c, []) if is_factor(c) and i not in keep else c for i, c in enumerate(x.data)
        ]
        return Vector("list", objects(columns), x.attributes)
    return x


def relabelled(x: Vector, value: Value) -> Vector:
    """Return a factor after `levels(x) <- value`; levels given twice are joined."""
    own = dict(x.attributes or {})
    old = list(own["levels"].data)
    given = boxed(value)
    if isinstance(given, Vector) and given.kind == "list":
        names = strings(attribute(given, "names"))
        lookup = {t: n for n, item in zip(names, given.data, strict=True) for t in strings(item)}
        fresh: list[str | None] = [lookup.get(level) for level in old]
        table = list(names)
    else:
        fresh = strings(given)
        if len(fresh) < len(old):
            raise RError("number of levels differs")
        table = list(dict.fromkeys(level for level in fresh if level is not None))
    place = {level: i + 1 for i, level in enumerate(table)}
    codes = np.array([NA_INTEGER, *(place.get(level, NA_INTEGER) for level in fresh)])
    data = codes[np.where(x.data == NA_INTEGER, 0, x.data)].astype(np.int32)
    own["levels"] = character(table)
    return Vector("integer", data, own)


@builtin("levels.default", "x")
def levels_default(x: Value) -> Any:
    """R's default of `levels`."""
    return attribute(x, "levels")


@builtin("relevel", "x, ref, ...")
def relevel(x: Value, ref: Value, dots: list[Named]) -> Any:
    """R's `relevel`."""
    if "ordered" in classes_of(x) or not is_factor(x):
        raise RError("'relevel' only for (unordered) factors")
    levels = list(attribute(x, "levels").data)
    if ref.kind == "character":
        if ref.data[0] not in levels:
            raise RError(f"'ref' must be an existing level: '{ref.data[0]}' is not one")
        first = ref.data[0]
    else:
        first = levels[int(as_kind(ref, "integer").data[0]) - 1]
    wanted = [first, *(level for level in levels if level != first)]
    return factor(x, character(wanted), MISSING, _na_text(), MISSING, MISSING)


@builtin("reorder", "x, X, FUN = .missing, ..., order = FALSE, decreasing = FALSE", context=True)
def reorder(
    context: Context, x: Value, by: Value, fun: Value, dots: list[Named], order: Value,
    decreasing: Value,
) -> Any:  # fmt: skip
    """R's `reorder`: levels in the order of a summary of each group."""
    from rnet.interpreter.functions.splitting import plain_part, positions_by_level

    made = as_factor(x)
    levels = list(attribute(made, "levels").data)
    summary = character(["mean"]) if fun is MISSING else fun
    function = match_function(summary, context.environment)
    parts = [plain_part(by, where) for where in positions_by_level(made, len(made.data))]
    found = [boxed(call_function(function, [(None, p), *dots], context.environment)) for p in parts]
    scores = Vector("double", np.array([float(as_kind(v, "double").data[0]) for v in found]))
    where = ordered_positions([scores], decreasing=[is_true(decreasing)])
    again = factor(made, character([levels[i] for i in where]), MISSING, _na_text(), order, MISSING)
    lines = Vector("list", objects([character(levels)]))
    own: Attributes = {"dim": Vector("integer", np.array([len(levels)])), "dimnames": lines}
    return with_attribute(again, "scores", Vector("double", scores.data, own))


@builtin("interaction", "..., drop = FALSE, sep = '.', lex.order = FALSE")
def interaction(dots: list[Named], drop: Value, sep: Value, lex_order: Value) -> Any:
    """R's `interaction`."""
    values = [value for _, value in dots]
    if len(values) == 1 and isinstance(values[0], Vector) and values[0].kind == "list":
        values = list(values[0].data)
    return crossed(
        [as_factor(boxed(v)) for v in values], str(sep.data[0]), is_true(drop), is_true(lex_order)
    )


def crossed(factors: list[Vector], separator: str, drop: bool, lexical: bool = False) -> Vector:
    """Return the factor of all combinations; the first factor varies fastest unless `lexical`."""
    longest = max(len(item.data) for item in factors)
    if any(longest % max(len(item.data), 1) for item in factors):
        warn("longer object length is not a multiple of shorter object length")
    factors = [Vector("integer", np.resize(f.data, longest), f.attributes) for f in factors]
    codes, levels = factors[0].data.astype(np.int64), list(attribute(factors[0], "levels").data)
    missing = factors[0].data == NA_INTEGER
    for other in factors[1:]:
        own = list(attribute(other, "levels").data)
        missing = missing | (other.data == NA_INTEGER)
        if lexical:
            codes = (codes - 1) * len(own) + other.data
            levels = [f"{a}{separator}{b}" for a in levels for b in own]
        else:
            codes = codes + len(levels) * (other.data.astype(np.int64) - 1)
            levels = [f"{a}{separator}{b}" for b in own for a in levels]
    made = make_factor(np.where(missing, NA_INTEGER, codes), levels)
    return droplevels(made, []) if drop else made


@builtin("gl", "n, k, length = .missing, labels = .missing, ordered = FALSE")
def gl(n: Value, k: Value, length: Value, labels: Value, ordered: Value) -> Any:
    """R's `gl`."""
    count, times = int(as_kind(n, "double").data[0]), int(as_kind(k, "double").data[0])
    total = count * times if length is MISSING else int(as_kind(length, "double").data[0])
    codes = np.resize(np.repeat(np.arange(1, count + 1), times), total)
    counted: list[str | None] = [str(i + 1) for i in range(count)]
    texts = counted if labels is MISSING else strings(labels)
    return make_factor(codes, texts, ordered=is_true(ordered))
