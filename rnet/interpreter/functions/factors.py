"""Factors: making, joining, cutting into; their methods of `[` and assignment."""

from itertools import pairwise
from typing import Any

import numpy as np

from rnet.conditions import RError, warn
from rnet.interpreter.attributes import (
    attribute,
    classes_of,
    is_data_frame,
    with_attribute,
    with_attributes,
)
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import as_kind, flag, is_factor, is_true, strings
from rnet.interpreter.index_code import plain_element, plain_subset
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
    list_of,
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
    texts = strings(vector)
    table = _levels_of(vector, texts) if levels is MISSING else strings(levels)
    out = set() if exclude is None else set(strings(exclude))
    table = [item for item in table if item not in out]
    place: dict[str | None, int] = {}
    for position, item in enumerate(table):
        place.setdefault(item, position + 1)
    if levels is not MISSING and len(place) < len(table):
        twice = next(i for i, item in enumerate(table) if item in table[:i])
        raise RError(f"factor level [{twice + 1}] is duplicated")
    codes = np.array([place.get(item, NA_INTEGER) for item in texts], dtype=np.int32)
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
        return [level for level in attribute(vector, "levels").data if level in used]
    values = Vector(vector.kind, vector.data[distinct(vector)])
    order = ordered_positions([values], na_last=None)
    found = strings(Vector(vector.kind, values.data[order]))
    if "Date" in classes_of(vector):
        found = strings(Vector(vector.kind, values.data[order]))
    return list(dict.fromkeys(found))


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
    return make_factor(codes, [*levels, None])


@builtin("droplevels", "x, ...", generic=True)
def droplevels(x: Value, dots: list[Named]) -> Any:
    """R's `droplevels`."""
    if is_factor(x):
        return factor(x, MISSING, MISSING, _na_text(), MISSING, MISSING)
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


@builtin("[.factor", "x, ..., drop = FALSE")
def subset_factor(x: Vector, dots: list[Named], drop: Value) -> Any:
    """R's `[` for factors."""
    found = plain_subset(with_attributes(x, _without_class(x)), dots)
    kept = {name: attribute(x, name) for name in ("levels", "contrasts", "class")}
    own = {**(boxed(found).attributes or {}), **{k: v for k, v in kept.items() if v is not None}}
    result = Vector("integer", boxed(found).data, own)
    return droplevels(result, []) if is_true(drop) else result


def _without_class(x: Vector) -> Attributes:
    return {k: v for k, v in (x.attributes or {}).items() if k in ("names", "dim", "dimnames")}


@builtin("[[.factor", "x, ...")
def element_factor(x: Vector, dots: list[Named]) -> Any:
    """R's `[[` for factors."""
    found = plain_element(with_attributes(x, _without_class(x)), dots)
    own = {name: attribute(x, name) for name in ("levels", "class")}
    return Vector("integer", boxed(found).data, own)


@builtin("[<-.factor [[<-.factor", "x, ..., value")
def assign_factor(x: Vector, dots: list[Named], value: Value) -> Any:
    """R's `[<-` for factors."""
    from rnet.interpreter.assigning import assign_subset

    levels = list(attribute(x, "levels").data)
    texts = strings(value)
    place = {level: i + 1 for i, level in enumerate(levels)}
    codes = [NA_INTEGER if t is None else place.get(t, NA_INTEGER) for t in texts]
    if any(t is not None and t not in place for t in texts):
        warn("invalid factor level, NA generated")
    plain = with_attributes(x, _without_class(x))
    new = Vector("integer", np.array(codes, dtype=np.int32))
    found = assign_subset(plain, [item for _, item in dots], new)
    own = {name: item for name, item in (x.attributes or {}).items() if name != "names"}
    return Vector("integer", found.data, {**(found.attributes or {}), **own})


@builtin("as.vector.factor", "x, mode = 'any'")
def as_vector_factor(x: Value, mode: Value) -> Any:
    """R's `as.vector` for factors."""
    from rnet.interpreter.functions.types import bare

    word = str(mode.data[0])
    texts = character(strings(x))
    if word in ("any", "character"):
        return texts
    kind: Any = "double" if word == "numeric" else word
    return bare(x if kind in ("integer", "double") else texts, kind)


@builtin("Ops.factor", "generic, e1, e2 = .missing")
def factor_operator(generic: Value, e1: Value, e2: Value) -> Any:
    """R's operators for factors: equality only."""
    name = str(generic.data[0])
    if name not in ("==", "!="):
        warn(f"‘{name}’ not meaningful for factors")
        length = max(len(v.data) for v in (e1, e2) if isinstance(v, Vector))
        return Vector("logical", np.full(length, NA_INTEGER, dtype=np.int32))
    from rnet.interpreter.arithmetic import comparison

    both = is_factor(e1) and is_factor(e2)
    if both and set(attribute(e1, "levels").data) != set(attribute(e2, "levels").data):
        raise RError("level sets of factors are different")
    return comparison(name, _text_of(e1), _text_of(e2))


def _text_of(value: Value) -> Value:
    return character(strings(value)) if is_factor(value) else value


@builtin("Ops.ordered", "generic, e1, e2 = .missing")
def ordered_operator(generic: Value, e1: Value, e2: Value) -> Any:
    """R's comparisons for ordered factors."""
    from rnet.interpreter.arithmetic import comparison

    name = str(generic.data[0])
    if name in ("==", "!="):
        return factor_operator(generic, e1, e2)
    if name not in ("<", ">", "<=", ">="):
        warn(f"'{name}' is not meaningful for ordered factors")
        return Vector("logical", np.full(len(e1.data), NA_INTEGER, dtype=np.int32))
    levels = list(attribute(e1 if "ordered" in classes_of(e1) else e2, "levels").data)
    return comparison(name, _rank(e1, levels), _rank(e2, levels))


def _rank(value: Value, levels: list[Any]) -> Vector:
    codes = [levels.index(t) + 1 if t in levels else NA_INTEGER for t in strings(value)]
    return Vector("integer", np.array(codes, dtype=np.int32))


@builtin("Math.factor Summary.factor", "generic, ...")
def no_numbers(generic: Value, dots: list[Named]) -> Any:
    """Refuse what is meaningless for factors."""
    raise RError(f"‘{generic.data[0]}’ not meaningful for factors")


@builtin("Summary.ordered", "generic, ..., na.rm = FALSE")
def ordered_extremes(generic: Value, dots: list[Named], na_rm: Value) -> Any:
    """R's `max`, `min` and `range` of ordered factors."""
    name = str(generic.data[0])
    if name not in ("max", "min", "range"):
        raise RError(f"'{name}' not defined for ordered factors")
    first = dots[0][1]
    codes = np.concatenate([item.data for _, item in dots])
    missing = codes == NA_INTEGER
    if is_true(na_rm):
        codes = codes[~missing]
    elif missing.any():
        codes = np.array([NA_INTEGER])
    ends = {"max": [codes.max()], "min": [codes.min()], "range": [codes.min(), codes.max()]}
    return make_factor(np.array(ends[name]), list(attribute(first, "levels").data), ordered=True)


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


@builtin(
    "cut",
    "x, breaks, labels = NULL, include.lowest = FALSE, right = TRUE, dig.lab = 3L,"
    " ordered_result = FALSE, ...",
    generic=True,
)
def cut(
    x: Value, breaks: Value, labels: Value, lowest: Value, right: Value, dig_lab: Value,
    ordered_result: Value, dots: list[Named],
) -> Any:  # fmt: skip
    """R's `cut`."""
    if x is None or x.kind not in ("integer", "double", "logical") or is_factor(x):
        raise RError("'x' must be numeric")
    data = as_kind(x, "double").data
    ends = _breaks(data, as_kind(breaks, "double").data)
    is_right, closed = flag(right, "right"), flag(lowest, "include.lowest")
    codes = _intervals(data, ends, right=is_right, closed=closed)
    given = boxed(labels)
    if isinstance(given, Vector) and given.kind == "logical" and given.data[0] == 0:
        return Vector("integer", codes)
    if given is None:
        texts = _interval_labels(ends, int(dig_lab.data[0]), right=is_right, closed=closed)
    else:
        texts = strings(given)
        if len(texts) != len(ends) - 1:
            raise RError("number of intervals and length of 'labels' differ")
    return make_factor(codes, texts, ordered=is_true(ordered_result))


def _breaks(data: Array, breaks: Array) -> Array:
    if len(breaks) != 1:
        ends = np.sort(breaks)
        if (np.diff(ends) == 0).any():
            raise RError("'breaks' are not unique")
        return ends
    count = int(breaks[0])
    if not breaks[0] >= 2:
        raise RError("invalid number of intervals")
    finite = data[np.isfinite(data)]
    low, high = float(finite.min()), float(finite.max())
    width = high - low
    if width == 0:
        width = abs(low)
        return np.linspace(low - width / 1000, high + width / 1000, count + 1)
    ends = low + np.arange(count + 1) * (width / count)
    ends[-1] = high
    ends[0], ends[-1] = low - width / 1000, high + width / 1000
    return ends


def _intervals(data: Array, ends: Array, *, right: bool, closed: bool) -> Array:
    codes = np.searchsorted(ends, data, side="left" if right else "right")
    if closed:
        edge = ends[0] if right else ends[-1]
        codes = np.where(data == edge, 1 if right else len(ends) - 1, codes)
    bad = np.isnan(data) | (codes < 1) | (codes > len(ends) - 1)
    return np.where(bad, NA_INTEGER, codes).astype(np.int32)


def _interval_labels(ends: Array, digits: int, *, right: bool, closed: bool) -> list[str | None]:
    from rnet.printing.formatC import formatC

    for count in range(digits, max(12, digits) + 1):
        texts = [str(formatC(float(end), digits=count, width=1)) for end in ends]
        if len(set(texts)) == len(texts):
            break
    left, end = ("(", "]") if right else ("[", ")")
    labels = [f"{left}{a},{b}{end}" for a, b in pairwise(texts)]
    if closed and right:
        labels[0] = "[" + labels[0][1:]
    elif closed:
        labels[-1] = labels[-1][:-1] + "]"
    return [*labels]


@builtin(
    "findInterval",
    "x, vec, rightmost.closed = FALSE, all.inside = FALSE, left.open = FALSE",
)
def find_interval(x: Value, vec: Value, rightmost: Value, inside: Value, left_open: Value) -> Any:
    """R's `findInterval`."""
    data, ends = as_kind(x, "double").data, as_kind(vec, "double").data
    if (np.diff(ends) < 0).any():
        raise RError("'vec' must be sorted non-decreasingly and not contain NAs")
    is_open = is_true(left_open)
    codes = np.searchsorted(ends, data, side="left" if is_open else "right")
    if is_true(rightmost) and len(ends):
        edge = ends[0] if is_open else ends[-1]
        codes = np.where(data == edge, 1 if is_open else len(ends) - 1, codes)
    if is_true(inside):
        codes = codes.clip(1, len(ends) - 1)
    return Vector("integer", np.where(np.isnan(data), NA_INTEGER, codes).astype(np.int32))


@builtin("gl", "n, k, length = .missing, labels = .missing, ordered = FALSE")
def gl(n: Value, k: Value, length: Value, labels: Value, ordered: Value) -> Any:
    """R's `gl`."""
    count, times = int(as_kind(n, "double").data[0]), int(as_kind(k, "double").data[0])
    total = count * times if length is MISSING else int(as_kind(length, "double").data[0])
    codes = np.resize(np.repeat(np.arange(1, count + 1), times), total)
    counted: list[str | None] = [str(i + 1) for i in range(count)]
    texts = counted if labels is MISSING else strings(labels)
    return make_factor(codes, texts, ordered=is_true(ordered))


@builtin("split.default", "x, f, drop = FALSE, sep = '.', ...")
def split_vector(x: Value, f: Value, drop: Value, sep: Value, dots: list[Named]) -> Any:
    """R's `split` of vectors."""
    groups = grouping(f, drop, sep)
    rows = positions_by_level(groups, len(boxed(x).data))
    parts = [plain_part(x, where) for where in rows]
    return list_of(parts, attribute(groups, "levels").data)


def plain_part(x: Value, where: Array) -> Any:
    """Return the elements of a vector at positions counted from 0, its class kept."""
    from rnet.interpreter.indexing import kept_attributes
    from rnet.interpreter.subscripts import taken

    own = x.attributes or {}
    kept = dict(kept_attributes(own, where) or {})
    kinds = own.get("class")
    if kinds is not None:
        kept |= {name: own[name] for name in ("class", "levels", "units") if name in own}
    return Vector(x.kind, taken(x.data, where, x.kind), kept)


def grouping(f: Value, drop: Value, sep: Value = None) -> Vector:
    """Return what one splits by as a factor: a factor, a vector, or a list crossed."""
    value = boxed(f)
    separator = "." if sep is None or sep is MISSING else str(sep.data[0])
    if isinstance(value, Vector) and value.kind == "list":
        return crossed([as_factor(item) for item in value.data], separator, is_true(drop))
    made: Vector = as_factor(value)
    dropped: Vector = droplevels(made, []) if is_true(drop) else made
    return dropped


def positions_by_level(groups: Vector, length: int) -> list[Array]:
    """Return, for each level, the positions of its elements."""
    codes = np.resize(groups.data, length) if len(groups.data) != length else groups.data
    if len(groups.data) and length % len(groups.data):
        warn("data length is not a multiple of split variable")
    order = np.argsort(codes, kind="stable")
    sorted_codes = codes[order]
    count = len(attribute(groups, "levels").data)
    starts = np.searchsorted(sorted_codes, np.arange(1, count + 2))
    return [order[starts[i] : starts[i + 1]] for i in range(count)]


@builtin("unsplit", "value, f, drop = FALSE")
def unsplit(value: Value, f: Value, drop: Value) -> Any:
    """R's `unsplit`."""
    groups = grouping(f, drop)
    rows = positions_by_level(groups, len(groups.data))
    from rnet.interpreter.joining import joined

    first = value.data[0]
    if is_data_frame(first):
        from rnet.interpreter.frames import rows_of
        from rnet.interpreter.functions.binding import stacked_frames

        whole = stacked_frames([(None, item) for item in value.data])
        return rows_of(whole, np.argsort(np.concatenate(rows), kind="stable"))
    data = joined([(None, item) for item in value.data], names=False)
    order = np.argsort(np.concatenate(rows), kind="stable")
    kept = {k: v for k, v in (first.attributes or {}).items() if k in ("levels", "class")}
    return Vector(data.kind, data.data[order], kept)
