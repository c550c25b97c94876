"""Functions along the dimensions of arrays: apply, outer, sweep."""

from typing import Any

import numpy as np

from rnet.conditions import RError, warn
from rnet.interpreter.attributes import (
    attribute,
    class_names,
    dim_of,
    dimnames_of,
    is_data_frame,
    length_of,
    names_of,
    with_attributes,
)
from rnet.interpreter.builtin import builtin
from rnet.interpreter.calls import call_function, match_function
from rnet.interpreter.coerce import as_kind, coerced, is_true, strings
from rnet.interpreter.frame import Context
from rnet.interpreter.functions.apply import each
from rnet.interpreter.joining import joined
from rnet.interpreter.lazy import call_of
from rnet.interpreter.values import (
    Array,
    Attributes,
    Named,
    Value,
    Vector,
    boxed,
    character,
    integer,
    list_of,
    objects,
    scalar,
)

_SLICE = call_of("FUN(newX[, i], ...)")


def _as_array(x: Value) -> tuple[Vector, tuple[int, ...]]:
    if is_data_frame(x):
        from rnet.interpreter.functions.frame_matrix import matrix_of_frame

        x = matrix_of_frame(x)
    sizes = None if attribute(x, "dim") is None else dim_of(x)
    if not sizes:
        raise RError("dim(X) must have a positive length")
    return x, sizes


def _axes(margin: Value, x: Vector) -> list[int]:
    vector = boxed(margin)
    if vector.kind == "character":
        dimnames = attribute(x, "dimnames")
        titles = None if dimnames is None else attribute(dimnames, "names")
        if titles is None:
            raise RError("'X' must have named dimnames")
        if not set(vector.data) <= set(titles.data):
            raise RError("not all elements of 'MARGIN' are names of dimensions")
        return [list(titles.data).index(name) for name in vector.data]
    axes = [int(number) - 1 for number in as_kind(vector, "double").data]
    if not all(0 <= axis < len(dim_of(x) or ()) for axis in axes):
        raise RError("'MARGIN' does not match dim(X)")
    return axes


@builtin("apply", "X, MARGIN, FUN, ..., simplify = TRUE", context=True)
def apply(
    context: Context, x: Value, margin: Value, fun: Value, dots: list[Named], simplify: Value
) -> Any:
    """R's `apply`."""
    function = match_function(fun, context.environment)
    array, sizes = _as_array(x)
    axes = _axes(margin, array)
    rest = [axis for axis in range(len(sizes)) if axis not in axes]
    slices = _slices(array, sizes, axes, rest)
    results = [boxed(found) for found in each(slices, function, dots, context, node=_SLICE)]
    lines = dimnames_of(array) or [None] * len(sizes)
    titles = _titles(array)
    found = _shaped(results, [sizes[a] for a in axes], [lines[a] for a in axes], is_true(simplify))
    if titles is None:
        return found
    first = results[0] if rest and results else None
    kept = names_of(first) is not None and length_of(first) == sizes[rest[0]]
    return _with_titles(found, titles[rest[0]] if kept else "", [titles[a] for a in axes])


def _titles(x: Vector) -> list[str | None] | None:
    """Return the names of the dimensions, None without any."""
    dimnames = attribute(x, "dimnames")
    titles = None if dimnames is None else attribute(dimnames, "names")
    return None if titles is None else list(titles.data)


def _with_titles(found: Any, first: str | None, titles: list[str | None]) -> Any:
    """Return an array with names of its dimensions; `first` is that of what FUN returns."""
    dimnames = attribute(found, "dimnames")
    if dimnames is None:
        return found
    blank = [first] * (len(dimnames.data) - len(titles))
    named = Vector("list", dimnames.data, {"names": character([*blank, *titles])})
    return Vector(found.kind, found.data, {**found.attributes, "dimnames": named})


def _slices(x: Vector, sizes: tuple[int, ...], axes: list[int], rest: list[int]) -> list[Any]:
    """Return what the function sees, one for each cell of the margin, the first fastest."""
    moved = x.data.reshape(sizes, order="F").transpose([*rest, *axes])
    inner = [sizes[axis] for axis in rest]
    count = int(np.prod([sizes[axis] for axis in axes]))
    flat = moved.reshape((int(np.prod(inner)), count), order="F")
    own: Attributes = {}
    lines = dimnames_of(x) or [None] * len(sizes)
    if len(rest) > 1:
        own["dim"] = integer(inner)
        if any(lines[axis] is not None for axis in rest):
            parts = [None if lines[a] is None else character(lines[a]) for a in rest]
            own["dimnames"] = Vector("list", objects(parts))
    elif rest and lines[rest[0]] is not None:
        own["names"] = character(lines[rest[0]])
    return [
        scalar(Vector(x.kind, np.ascontiguousarray(flat[:, i]), own)) for i in range(flat.shape[1])
    ]


def _shaped(results: list[Any], sizes: list[int], lines: list[Any], simplify: bool) -> Any:
    lengths = {length_of(item) for item in results}
    labels = lines[0] if len(lines) == 1 else None
    if not simplify or len(lengths) != 1 or any(not isinstance(r, Vector) for r in results):
        return list_of(results, labels)
    (length,) = lengths
    if results[0].kind == "list":  # what gives lists is not put together
        return list_of(results, labels) if len(sizes) == 1 else _cells(results, sizes, lines)
    bare = [(None, with_attributes(item, None)) for item in results]
    data = joined(bare, names=False)
    if data is None or length == 0:
        return list_of(results, labels)
    if length == 1 and len(sizes) == 1:
        names = labels if labels is not None else None
        own = None if names is None else {"names": character(names)}
        return Vector(data.kind, data.data, own)
    first = [] if length == 1 else [length]
    inner = [] if length == 1 else [names_of(results[0])]
    attributes: Attributes = {"dim": integer([*first, *sizes])}
    parts = [*inner, *lines]
    if any(line is not None for line in parts):
        attributes["dimnames"] = list_of([None if p is None else character(p) for p in parts])
    return Vector(data.kind, data.data, attributes)


def _cells(results: list[Any], sizes: list[int], lines: list[Any]) -> Vector:
    """Return an array of lists."""
    own: Attributes = {"dim": integer(sizes)}
    if any(line is not None for line in lines):
        own["dimnames"] = list_of([None if line is None else character(line) for line in lines])
    return Vector("list", objects(results), own)


@builtin("outer", "X, Y, FUN = '*', ...", context=True)
def outer(context: Context, x: Value, y: Value, fun: Value, dots: list[Named]) -> Any:
    """R's `outer`."""
    function = match_function(fun, context.environment)
    n, m = length_of(x), length_of(y)
    left = _repeated(boxed(x), np.tile(np.arange(n), m))
    right = _repeated(boxed(y), np.repeat(np.arange(m), n))
    if boxed(fun) is fun and getattr(fun, "kind", "") == "character" and fun.data[0] == "*":
        left = _factor(left)  # R multiplies matrices there, which are of doubles
    found = boxed(
        call_function(function, [(None, left), (None, right), *dots], context.environment)
    )
    sizes = [*(dim_of(x) or [n]), *(dim_of(y) or [m])]
    cells = int(np.prod(sizes))
    if not isinstance(found, Vector) or len(found.data) != cells:
        raise RError(
            f"dims [product {cells}] do not match the length of object [{length_of(found)}]",
            "FUN must work on whole vectors: Vectorize(FUN) makes it.",
        )
    own: Attributes = {"dim": integer(sizes)}
    lines = [*_lines_of(x), *_lines_of(y)]
    if any(line is not None for line in lines):
        titles = [*_titles_of(x), *_titles_of(y)]
        shown = None if set(titles) == {None} else [title or "" for title in titles]
        own["dimnames"] = list_of(lines, shown)
    return Vector(found.kind, found.data, own)


def _factor(x: Vector) -> Vector:
    """Return one side of an outer product: whole numbers as doubles."""
    if x.kind not in ("integer", "logical"):
        return x
    return Vector("double", coerced(x, "double"), x.attributes)


def _lines_of(x: Value) -> list[Any]:
    """Return the names along each dimension of a vector or array."""
    dim = dim_of(x)
    if dim is None:
        return [attribute(x, "names")]
    names = attribute(x, "dimnames")
    return [None] * len(dim) if names is None else list(names.data)


def _titles_of(x: Value) -> list[str | None]:
    """Return what the dimensions of a vector or array are called."""
    sizes = dim_of(x)
    names = None if sizes is None else names_of(attribute(x, "dimnames"))
    return [None] * (1 if sizes is None else len(sizes)) if names is None else list(names)


def _repeated(x: Vector, where: Array) -> Vector:
    own = {k: v for k, v in (x.attributes or {}).items() if k in ("levels", "class")}
    return Vector(x.kind, x.data[where], own)


@builtin("%o%", "X, Y", context=True)
def outer_product(context: Context, x: Value, y: Value) -> Any:
    """R's outer product."""
    return outer(context, x, y, character(["*"]), [])


@builtin("sweep", "x, MARGIN, STATS, FUN = '-', check.margin = TRUE, ...", context=True)
def sweep(
    context: Context, x: Value, margin: Value, stats: Value, fun: Value, check: Value,
    dots: list[Named],
) -> Any:  # fmt: skip
    """R's `sweep`."""
    function = match_function(fun, context.environment)
    sizes = dim_of(x) or ()
    axes = _axes(margin, x)
    values = boxed(stats)
    cells = int(np.prod([sizes[axis] for axis in axes]))
    if is_true(check) and len(values.data) > cells:
        warn("STATS is longer than the extent of 'dim(x)[MARGIN]'")
    elif is_true(check) and cells % max(len(values.data), 1):
        warn("STATS does not recycle exactly across MARGIN")
    moved = [*axes, *(axis for axis in range(len(sizes)) if axis not in axes)]
    filled = np.resize(values.data, int(np.prod(sizes)))
    whole = filled.reshape([sizes[axis] for axis in moved], order="F").transpose(np.argsort(moved))
    other = Vector(values.kind, whole.reshape(-1, order="F"), {"dim": integer(list(sizes))})
    return call_function(function, [(None, x), (None, other), *dots], context.environment)


@builtin("simplify2array", "x, higher = TRUE")
def simplify_to_array(x: Value, higher: Value) -> Any:
    """R's `simplify2array`."""
    from rnet.interpreter.simplify import simplified

    names = attribute(x, "names")
    return simplified(list(x.data), None if names is None else strings(names))


@builtin("rapply", "object, f, classes = 'ANY', deflt = NULL, how = 'unlist', ...", context=True)
def rapply(
    context: Context, x: Value, fun: Value, classes: Value, default: Value, how: Value,
    dots: list[Named],
) -> Any:  # fmt: skip
    """R's `rapply`."""
    from rnet.interpreter.joining import flattened

    function = match_function(fun, context.environment)
    wanted = set(strings(classes))
    manner = str(how.data[0])

    def walk(value: Vector) -> Vector:
        items = []
        for raw in value.data:
            item = boxed(raw)
            if isinstance(item, Vector) and item.kind == "list":
                items.append(walk(item))
            elif "ANY" in wanted or wanted & set(class_names(item)):
                found = call_function(function, [(None, item), *dots], context.environment)
                items.append(boxed(found))
            else:
                items.append(item if manner == "replace" else default)
        names = attribute(value, "names")
        kept = value.attributes if manner == "replace" else names and {"names": names}
        return Vector("list", objects(items), kept)

    result = walk(x)
    return flattened(result) if manner == "unlist" else result
