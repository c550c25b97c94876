"""Binding columns and rows: cbind and rbind of vectors, matrices and data frames."""

from typing import Any

import numpy as np

from rnet.conditions import RError, warn
from rnet.interpreter.argument_names import dots_nodes
from rnet.interpreter.attributes import (
    attribute,
    classes_of,
    compact_row_names,
    dim_of,
    dimnames_of,
    is_data_frame,
    names_of,
    row_count,
    row_names_of,
)
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import as_kind, coerced, common_kind, is_factor, strings
from rnet.interpreter.frame import Context
from rnet.interpreter.frames import (
    automatic_names,
    column_length,
    frame_names,
    made_unique,
    make_frame,
    with_columns,
)
from rnet.interpreter.functions.factors import make_factor
from rnet.interpreter.joining import joined
from rnet.interpreter.values import (
    MISSING,
    NA_INTEGER,
    Array,
    Attributes,
    Kind,
    Named,
    Value,
    Vector,
    boxed,
    character,
    integer,
    objects,
)
from rnet.language.deparse import deparse_line
from rnet.language.tree import Constant, Node, Symbol

_FORMALS = frozenset(["deparse.level", "make.row.names", "stringsAsFactors", "factor.exclude"])


@builtin("cbind", "..., deparse.level = 1, stringsAsFactors = FALSE", context=True)
def cbind(context: Context, dots: list[Named], level: Value, as_factors: Value) -> Any:
    """R's `cbind`."""
    return _bound(context, dots, level, columns=True)


@builtin(
    "rbind", "..., deparse.level = 1, make.row.names = TRUE, stringsAsFactors = FALSE", context=True
)
def rbind(context: Context, dots: list[Named], level: Value, make: Value, as_factors: Value) -> Any:
    """R's `rbind`."""
    return _bound(context, dots, level, columns=False)


def _bound(context: Context, dots: list[Named], level: Value, *, columns: bool) -> Any:
    nodes = dots_nodes(context, dots, _FORMALS)
    found = _method(context, dots, columns=columns)
    if found is not None:
        return found[0]
    if any(is_data_frame(value) for _, value in dots):
        if not columns:
            return stacked_frames([(name, value) for name, value in dots if value is not None])
        return _side_by_side(dots, nodes)
    depth = int(as_kind(level, "double").data[0])
    parts = [
        (name or _label(node, depth), _plain(value))
        for (name, value), node in zip(dots, nodes, strict=True)
        if value is not None
    ]
    if not parts:
        return None
    return _matrix(parts, columns=columns)


def _method(context: Context, dots: list[Named], *, columns: bool) -> tuple[Any] | None:
    """Call a method the user has written for the class of an argument."""
    from rnet.interpreter.dispatch import find_method
    from rnet.interpreter.values import Closure

    generic = "cbind" if columns else "rbind"
    for _, value in dots:
        for kind in classes_of(value):
            method = find_method(f"{generic}.{kind}", context.environment)
            if isinstance(method, Closure):
                from rnet.interpreter.calls import call_function

                return (call_function(method, dots, context.environment, context.call),)
    return None


def _label(node: Node | None, depth: int) -> str | None:
    if node is None or depth == 0:
        return None
    if isinstance(node, Symbol) and type(node) is Symbol:
        return node.name
    return deparse_line(node) if depth > 1 and not isinstance(node, Constant) else None


def _plain(value: Value) -> Vector:
    vector = boxed(value)
    if is_factor(vector):
        return Vector(
            "integer", vector.data, {k: v for k, v in vector.attributes.items() if k == "names"}
        )
    if not isinstance(vector, Vector):
        return Vector("list", objects([vector]))
    return vector


def _is_matrix(vector: Vector) -> bool:
    sizes = dim_of(vector)
    return sizes is not None and len(sizes) == 2


def _matrix(parts: list[tuple[str | None, Vector]], *, columns: bool) -> Vector:
    """Return the matrix of vectors and matrices side by side, or one below the other."""
    kind = common_kind([vector.kind for _, vector in parts])
    extent = _common_extent(parts, columns=columns)
    blocks, labels, others = [], [], None
    named = False
    _check_fit(parts, extent, columns=columns)
    for label, vector in parts:
        block, own_labels, own_others = _block(label, vector, kind, extent, columns=columns)
        if block is None:
            continue
        blocks.append(block)
        named = named or any(text is not None for text in own_labels)
        labels += [text or "" for text in own_labels]
        if others is None and own_others is not None and len(own_others) == extent:
            others = own_others
    if not blocks:
        blocks = [np.empty((extent, 0), dtype=coerced(parts[0][1], kind).dtype)]
    cells = np.concatenate(blocks, axis=1)
    own: Attributes = {"dim": integer(list(cells.shape if columns else cells.shape[::-1]))}
    lines = [others, labels if named else None]
    if any(line is not None for line in lines):
        ordered = lines if columns else lines[::-1]
        own["dimnames"] = Vector(
            "list", objects([None if line is None else character(line) for line in ordered])
        )
    data = cells.reshape(-1, order="F") if columns else cells.T.reshape(-1, order="F")
    return Vector(kind, data, own)


def _common_extent(parts: list[tuple[str | None, Vector]], *, columns: bool) -> int:
    sizes = [(dim_of(v) or (0, 0))[0 if columns else 1] for _, v in parts if _is_matrix(v)]
    if sizes:
        if len(set(sizes)) > 1:
            word = "rows" if columns else "columns"
            raise RError(f"number of {word} of matrices must match (see arg {_odd(parts, sizes)})")
        return sizes[0]
    return max(len(vector.data) for _, vector in parts)


def _odd(parts: list[tuple[str | None, Vector]], sizes: list[int]) -> int:
    matrices = [i for i, (_, v) in enumerate(parts) if _is_matrix(v)]
    return next(i + 1 for i, size in zip(matrices, sizes, strict=True) if size != sizes[0])


def _check_fit(parts: list[tuple[str | None, Vector]], extent: int, *, columns: bool) -> None:
    """Warn of the first vector that does not fit; of the others R says nothing."""
    for number, (_, vector) in enumerate(parts, 1):
        length = len(vector.data)
        if length and not _is_matrix(vector) and (extent % length or length > extent):
            word = "rows" if columns else "columns"
            warn(f"number of {word} of result is not a multiple of vector length (arg {number})")
            return


def _block(
    label: str | None, vector: Vector, kind: Kind, extent: int, *, columns: bool
) -> tuple[Array | None, list[str | None], list[str | None] | None]:
    """Return a part as columns of the result, their names, and names along the other side."""
    data = coerced(vector, kind)
    if _is_matrix(vector):
        rows, count = dim_of(vector) or (0, 0)
        lines = dimnames_of(vector) or [None, None]
        cells = data.reshape((rows, count), order="F")
        if not columns:
            cells, lines = cells.T, lines[::-1]
        return cells, list(lines[1] or [None] * cells.shape[1]), lines[0]
    if not len(data) and extent:
        return None, [], None
    cells = np.resize(data, extent).reshape(extent, 1)
    return cells, [label], names_of(vector)


def _side_by_side(dots: list[Named], nodes: list[Node | None]) -> Vector:
    from rnet.interpreter.functions.data_frames import _part, joined_parts

    parts = [
        _part(value, name, "" if node is None else deparse_line(node), factors=False)
        for (name, value), node in zip(dots, nodes, strict=True)
        if value is not None
    ]
    return joined_parts(parts, MISSING, check=False)


def stacked_frames(parts: list[Named]) -> Vector:
    """Return data frames (and lists, vectors) one below the other, columns matched by name."""
    frames = [(n, v) for n, v in parts if not (is_data_frame(v) and not len(v.data))]
    if not frames:
        return parts[0][1] if parts else make_frame([], [], 0)
    first = next(value for _, value in frames if is_data_frame(value))
    names = frame_names(first)
    pieces = [_row_piece(value, names) for _, value in frames]
    columns = [_stacked([piece[i] for piece in pieces]) for i in range(len(names))]
    counts = [_height(value, piece) for (_, value), piece in zip(frames, pieces, strict=True)]
    made = with_columns(first, columns, names)
    own = dict(made.attributes or {})
    own["row.names"] = _stacked_names(frames, counts)
    return Vector("list", made.data, own)


def _height(value: Value, piece: list[Any]) -> int:
    return (
        row_count(value)
        if is_data_frame(value)
        else max((column_length(c) for c in piece), default=0)
    )


def _row_piece(value: Value, names: list[str]) -> list[Any]:
    """Return the columns a part of `rbind` brings, in the order of the first data frame."""
    if is_data_frame(value):
        own = frame_names(value)
        if len(own) != len(names):
            raise RError("numbers of columns of arguments do not match")
        if set(own) != set(names):
            raise RError("names do not match previous names")
        return [value.data[own.index(name)] for name in names]
    if value.kind == "list":
        labels = names_of(value)
        if labels is not None and set(labels) >= set(names):
            return [boxed(value.data[labels.index(name)]) for name in names]
        return [boxed(item) for item in value.data]
    sizes = dim_of(value)
    if sizes is not None and len(sizes) == 2:
        from rnet.interpreter.functions.data_frames import frame_of_matrix

        return list(frame_of_matrix(value).data)
    data = np.resize(np.arange(len(value.data)), len(names))
    return [Vector(value.kind, value.data[i : i + 1]) for i in data]


def _stacked(pieces: list[Any]) -> Any:
    first = pieces[0]
    if any(is_factor(piece) for piece in pieces) and is_factor(first):
        return _stacked_factor(pieces)
    if is_data_frame(first):
        return stacked_frames([(None, piece) for piece in pieces])
    if dim_of(first) is not None and len(dim_of(first) or ()) == 2:
        return _matrix([(None, piece) for piece in pieces], columns=False)
    bare = [(None, character(strings(p)) if is_factor(p) else _nameless(p)) for p in pieces]
    found = joined(bare, names=False)
    kept = {k: v for k, v in (first.attributes or {}).items() if k in ("class", "units", "tzone")}
    return Vector(found.kind, found.data, kept)


def _nameless(value: Any) -> Any:
    return Vector(value.kind, value.data) if isinstance(value, Vector) else value


def _stacked_factor(pieces: list[Any]) -> Vector:
    levels = list(attribute(pieces[0], "levels").data)
    ordered = "ordered" in classes_of(pieces[0])
    known = set(levels)
    texts: list[Any] = []
    for piece in pieces:
        own = attribute(piece, "levels").data if is_factor(piece) else dict.fromkeys(strings(piece))
        for level in own:
            if level is not None and level not in known:
                known.add(level)
                levels.append(level)
        texts += strings(piece)
    place = {level: i + 1 for i, level in enumerate(levels)}
    codes = np.array([place.get(text, NA_INTEGER) for text in texts], dtype=np.int32)
    return make_factor(codes, levels, ordered=ordered)


def _stacked_names(frames: list[Named], counts: list[int]) -> Vector:
    """Return the row names of data frames below each other: counted, or as each has them."""
    labels: list[str | None] = []
    automatic = True
    for (name, value), count in zip(frames, counts, strict=True):
        own = attribute(value, "row.names") if is_data_frame(value) else None
        counted = own is None or automatic_names(own)
        if is_data_frame(value) or value.kind == "list" or dim_of(value) is not None:
            texts: list[str | None] = [*_own_labels(value, count)]
            automatic = automatic and counted and not (name and is_data_frame(value))
            if name:
                texts = [name] if count == 1 else [f"{name}.{text}" for text in texts]
        else:
            texts = [name or str(len(labels) + 1)]
        labels += texts
    if automatic:
        return compact_row_names(sum(counts))
    labels = _unique_rows(labels)
    if all(text is not None and text.isdigit() for text in labels):
        return integer([int(str(text)) for text in labels])
    return character(labels)


def _own_labels(value: Value, count: int) -> list[str]:
    return row_names_of(value) if is_data_frame(value) else [str(i + 1) for i in range(count)]


def _unique_rows(labels: list[str | None]) -> list[str | None]:
    """Return row names made different as `rbind` does: a number right behind the name."""
    return labels if len(set(labels)) == len(labels) else made_unique(labels, "")
