"""Order and equality of elements: sorting by several keys, distinct values, matching."""

import itertools
from typing import Any

import numpy as np

from rnet.interpreter.coerce import as_strings, coerced, common_kind, is_factor, strings
from rnet.interpreter.values import NA_INTEGER, Array, Value, Vector, character

_MANY = 64
"""From so many elements on NumPy's way is worth its start."""
_SHORT = 2**16


def sort_ranks(vector: Vector) -> tuple[Array, Array]:
    """Return numbers that sort as a vector's elements do, and where it is NA."""
    if vector.kind == "character":
        from rnet.printing.collation import sorted_strings

        known = sorted_strings(set(vector.data) - {None})
        places = dict(zip(known, range(len(known)), strict=True)).get
        found = map(places, vector.data, itertools.repeat(-1))
        ranks = np.fromiter(found, np.float64, len(vector.data))
        missing = ranks < 0
        return np.where(missing, 0.0, ranks), missing
    if vector.kind == "double":
        missing = np.isnan(vector.data)
        return np.where(missing, 0.0, vector.data), missing
    if vector.kind == "complex":
        return vector.data.real, np.isnan(vector.data)
    missing = vector.data == NA_INTEGER
    return np.where(missing, 0, vector.data).astype(np.float64), missing


def ordered_positions(
    keys: list[Vector], *, decreasing: list[bool] | None = None, na_last: bool | None = True
) -> Array:
    """Return the positions, from 0, that sort by the first key, ties by the next; stable.

    `na_last` None drops the elements that have an NA.
    """
    downwards = decreasing or [False] * len(keys)
    columns: list[Array] = []
    dropped = np.zeros(len(keys[0].data), dtype=bool)
    for key, down in zip(keys, downwards, strict=True):
        ranks, missing = sort_ranks(key)
        dropped |= missing
        columns += [missing if na_last is not False else ~missing, -ranks if down else ranks]
    order = np.lexsort(columns[::-1]) if len(columns) > 2 else _by_one(columns)
    return order[~dropped[order]] if na_last is None else order


def _by_one(columns: list[Array]) -> Array:
    missing, ranks = columns
    order = _stable_order(_narrow(ranks))
    flags = missing[order]
    if flags.all() or not flags.any():
        return order
    return np.concatenate([order[~flags], order[flags]])


def _stable_order(ranks: Array) -> Array:
    """Return the stable order; without ties NumPy's quickest sort finds the same."""
    if ranks.dtype == np.float64:
        order = np.argsort(ranks)
        in_turn = ranks[order]
        if (in_turn[1:] != in_turn[:-1]).all():
            return order
    return np.argsort(ranks, kind="stable")


def order_of_codes(codes: Array) -> Array:
    """Return the stable order of whole numbers, such as a factor's codes or a table's cells."""
    if len(codes) >= _MANY and int(codes.min()) >= 0 and int(codes.max()) < _SHORT:
        codes = codes.astype(np.uint16)  # short integers sort in one pass
    return np.argsort(codes, kind="stable")


def _narrow(ranks: Array) -> Array:
    """Return whole ranks that are close together as short integers: these sort in one pass."""
    if len(ranks) < _MANY or ranks.dtype != np.float64:
        return ranks
    low = ranks.min()
    if ranks.max() - low >= _SHORT or not (ranks[:_MANY] == np.floor(ranks[:_MANY])).all():
        return ranks
    short = (ranks - low).astype(np.uint16)
    return short if (short == ranks - low).all() else ranks


def keys_of(vector: Vector) -> list[Any]:
    """Return hashable values that are equal exactly where R finds two elements identical."""
    if vector.kind == "character":
        return list(vector.data)
    if vector.kind in ("raw", "logical", "integer"):
        return vector.data.tolist()  # type: ignore[no-any-return]
    if vector.kind == "double":
        return _number_keys(vector.data)
    if vector.kind == "complex":
        return vector.data.tolist()  # type: ignore[no-any-return]
    return [structure_key(item) for item in vector.data]


def _number_keys(data: Array) -> list[Any]:
    items = data.tolist()
    if np.isnan(data).any():
        from rnet.values import is_na

        gone = is_na(data)
        return [
            ("NA" if gone[i] else "NaN") if item != item else item for i, item in enumerate(items)
        ]
    return items  # type: ignore[no-any-return]


def structure_key(value: Any) -> Any:
    """Return a hashable value that tells lists' elements apart."""
    from rnet.interpreter.values import boxed

    vector = boxed(value)
    if not isinstance(vector, Vector):
        return id(vector) if vector is not None else None
    own = tuple(
        (name, structure_key(item)) for name, item in sorted((vector.attributes or {}).items())
    )
    return vector.kind, tuple(keys_of(vector)), own


def distinct(vector: Vector) -> Array:
    """Return the positions of the first of each different element."""
    return np.flatnonzero(~repeated_elements(vector))


def repeated_elements(vector: Vector, *, from_last: bool = False) -> Array:
    """Return where an element was there before."""
    numbers = _countable(vector)
    if numbers is not None:
        where = numbers[::-1] if from_last else numbers
        found: Array = np.arange(len(where)) != _first_places(where, where)
        return found[::-1] if from_last else found
    keys, places = keys_of(vector), range(len(vector.data))
    pairs = (keys, places) if from_last else (reversed(keys), reversed(places))
    # of equal keys the dictionary keeps the place that came last
    kept = dict(zip(*pairs, strict=True))
    result = np.ones(len(keys), dtype=bool)
    result[list(kept.values())] = False
    return result


def _countable(vector: Vector) -> Array | None:
    """Return the numbers of a long vector whose elements are equal where its numbers are."""
    return _plain(vector) if len(vector.data) >= _MANY else None


def _plain(vector: Vector) -> Array | None:
    if vector.kind in ("logical", "integer"):
        return vector.data
    if vector.kind == "double" and not np.isnan(vector.data).any():
        return vector.data
    return None


def _first_places(values: Array, table: Array) -> Array:
    """Return where in a table of numbers each value is first, -1 for nowhere."""
    if table.dtype == np.int32:
        low, high = int(table.min()), int(table.max())
        if high - low <= 4 * (len(table) + len(values)):
            return _looked_up(values, table, low, high)
    order = np.argsort(table, kind="stable")
    ordered = table[order]
    if values is table:
        heads = np.concatenate([[True], ordered[1:] != ordered[:-1]])
        places = np.empty(len(table), dtype=np.int64)
        places[order] = order[heads][np.cumsum(heads) - 1]
        return places
    near = np.minimum(np.searchsorted(ordered, values), len(table) - 1)
    return np.asarray(np.where(ordered[near] == values, order[near], -1))


def _looked_up(values: Array, table: Array, low: int, high: int) -> Array:
    """Return first places by a list of all numbers there could be; the last written stays."""
    place = np.full(high - low + 1, -1, dtype=np.int64)
    place[table[::-1].astype(np.int64) - low] = np.arange(len(table) - 1, -1, -1)
    if values is table:
        return place[table.astype(np.int64) - low]
    inside = (values >= low) & (values <= high)
    return np.asarray(
        np.where(inside, place[np.where(inside, values, low).astype(np.int64) - low], -1)
    )


def matched_positions(values: Value, table: Value) -> Array:
    """Return where in a table each value is first, -1 for nowhere (R's `match`)."""
    a, b = comparable(values), comparable(table)
    kind = common_kind([a.kind, b.kind])
    if kind == "list":
        first, second = (
            keys_of(Vector(kind, coerced(a, kind))),
            keys_of(Vector(kind, coerced(b, kind))),
        )
    elif kind == "character":
        first, second = list(as_strings(a)), list(as_strings(b))
    else:
        kind = "integer" if kind == "logical" else kind
        vectors = [Vector(kind, coerced(v, kind)) for v in (a, b)]
        left, right = _countable(vectors[0]), _plain(vectors[1])
        if left is not None and right is not None and len(right):
            return _first_places(left, right)
        first, second = (keys_of(vector) for vector in vectors)
    # of equal keys the dictionary keeps the place that came last: the first of the table
    place = dict(zip(reversed(second), reversed(range(len(second))), strict=True))
    return np.fromiter(map(place.get, first, itertools.repeat(-1)), np.int64, len(first))


def comparable(value: Value) -> Vector:
    """Return a value for comparing elements: a factor as its labels, NULL as nothing."""
    from rnet.interpreter.values import boxed

    vector = boxed(value)
    if vector is None:
        return Vector("logical", np.empty(0, dtype=np.int32))
    if is_factor(vector):
        return character(strings(vector))
    if isinstance(vector, Vector):
        return vector
    from rnet.interpreter.values import objects

    return Vector("list", objects([vector]))
