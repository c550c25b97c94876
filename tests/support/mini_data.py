"""Matrices, factors and data frames for the small test evaluator."""

import itertools
import math
from typing import Any

import numpy as np
import pandas as pd
from mini_values import (
    KINDS,
    coerced,
    data_of,
    doubles,
    is_list,
    is_matrix_value,
    make,
    plain,
    scalar,
)
from oracles import RArray

import rnet
from rnet.printing.collation import sort_key
from rnet.printing.numbers import as_character
from rnet.values import axis_names, named_matrix


def to_list(pairs: list[tuple[str | None, Any]]) -> Any:
    if not any(tag for tag, _ in pairs):
        return [value for _, value in pairs]
    return {tag or "": value for tag, value in pairs}


def data_frame(pairs: list[tuple[str | None, Any]]) -> pd.DataFrame:
    rows = max((len(value) for _, value in pairs), default=0)
    columns = {
        tag: value[np.arange(rows) % len(value)] if len(value) else value for tag, value in pairs
    }
    return pd.DataFrame(columns)


def bind(pairs: list[tuple[str | None, Any]], by_row: bool) -> Any:
    kinds = [data_of(value)[0] for _, value in pairs]
    kind = max(kinds, key=KINDS.index)
    lines = [make(kind, coerced(value, kind)) for _, value in pairs]
    cells = np.vstack([np.asarray(line, dtype=line.dtype) for line in lines])
    tags = [tag or "" for tag, _ in pairs]
    names = tags if any(tags) else None
    return named_matrix(cells, names, None) if by_row else named_matrix(cells.T, None, names)


def matrix(
    data: Any, nrow: Any = None, ncol: Any = None, byrow: Any = None, dimnames: Any = None
) -> Any:
    items = list(data) if is_list(data) else data_of(data)[1]
    count = len(items)
    rows = None if nrow is None else int(scalar(nrow))
    columns = None if ncol is None else int(scalar(ncol))
    if rows is None:
        rows = count if columns is None else math.ceil(count / columns)
    if columns is None:
        columns = math.ceil(count / rows) if rows else 0
    filled = list(itertools.islice(itertools.cycle(items), rows * columns)) if items else []
    kind = None if is_list(data) else data_of(data)[0]
    return _shaped(kind, filled, (rows, columns), dimnames, by_row=bool(scalar(byrow) or False))


def array(data: Any, dim: Any, dimnames: Any = None) -> Any:
    kind, items = data_of(data)
    shape = tuple(int(size) for size in data_of(dim)[1])
    filled = list(itertools.islice(itertools.cycle(items), math.prod(shape)))
    return _shaped(kind, filled, shape, dimnames)


def _shaped(
    kind: str | None, items: list[Any], shape: tuple[int, ...], dimnames: Any, by_row: bool = False
) -> Any:
    flat = np.empty(len(items), dtype=object)
    flat[:] = items
    if kind is not None and kind != "character" and not any(item is None for item in items):
        flat = np.asarray(make(kind, items))
    cells = flat.reshape(shape, order="C" if by_row else "F")
    if dimnames is None:
        return cells
    names = [None if part is None else data_of(part)[1] for part in items_of(dimnames)]
    if isinstance(dimnames, dict):
        return RArray(cells, names, list(dimnames))
    return named_matrix(cells, *names) if len(shape) == 2 else RArray(cells, names, None)


def factor(x: Any = None, levels: Any = None, labels: Any = None, ordered: Any = None) -> Any:
    values = [] if x is None else data_of(x)[1]
    if levels is None:
        present = {value for value in values if value is not None and value == value}
        strings = all(isinstance(value, str) for value in present)
        known = sorted(present, key=sort_key if strings else None)
    else:
        known = data_of(levels)[1]
    codes = [known.index(value) if value in known else -1 for value in values]
    texts = [as_character(level) for level in known]
    if labels is not None:
        texts = data_of(labels)[1]
    return pd.Categorical.from_codes(codes, texts, ordered=bool(scalar(ordered) or False))


def cut(
    x: Any, breaks: Any, labels: Any = None, include_lowest: Any = None, right: Any = None
) -> Any:
    values, points = doubles(x), doubles(breaks)
    from_right = True if right is None else bool(scalar(right))
    if len(points) == 1:
        low, high = values.min(), values.max()
        points = np.linspace(low, high, int(points[0]) + 1)
        points[[0, -1]] = low - (high - low) / 1000, high + (high - low) / 1000
    texts = [f"{point:.3g}" for point in points]
    lowest = bool(scalar(include_lowest) or False)
    frames = ("(", "]") if from_right else ("[", ")")
    names = [f"{frames[0]}{a},{b}{frames[1]}" for a, b in itertools.pairwise(texts)]
    if lowest and from_right:
        names[0] = "[" + names[0][1:]
    if lowest and not from_right:
        names[-1] = names[-1][:-1] + "]"
    side = "left" if from_right else "right"
    codes = np.searchsorted(points, values, side=side) - 1
    if lowest:
        codes[values == (points[0] if from_right else points[-1])] = (
            0 if from_right else len(names) - 1
        )
    codes = np.where((codes < 0) | (codes >= len(names)), -1, codes)
    return pd.Categorical.from_codes(codes, names if labels is None else data_of(labels)[1])


def interaction(*factors: Any) -> Any:
    parts = [factor(part) for part in factors]
    levels = [
        ".".join(reversed(c)) for c in itertools.product(*(p.categories for p in reversed(parts)))
    ]
    values = [".".join(pieces) for pieces in zip(*(list(p) for p in parts), strict=True)]
    return pd.Categorical(values, levels)


def relevel(x: Any, ref: Any) -> Any:
    first = scalar(ref)
    return x.reorder_categories([first, *(level for level in x.categories if level != first)])


def cells_of(value: Any) -> tuple[np.ndarray, Any, Any]:
    if isinstance(value, pd.DataFrame):
        rows = axis_names(value.index)
        return value.to_numpy(), rows, axis_names(value.columns)
    bare = np.asarray(plain(value) if not is_matrix_value(value) else value)
    return bare, None, None


def as_matrix(x: Any) -> Any:
    columns = [data_of(x.iloc[:, j]) for j in range(x.shape[1])]
    rows = axis_names(x.index)
    if all(kind in ("double", "integer", "logical") for kind, _ in columns):
        return named_matrix(x.to_numpy(), rows, list(x.columns))
    texts = [
        data if kind == "character" else rnet.format(x.iloc[:, j].array).tolist()
        for j, (kind, data) in enumerate(columns)
    ]
    cells = np.array(texts, dtype=object).T
    return named_matrix(cells, rows or [str(i + 1) for i in range(len(x))], list(x.columns))


def correlation(x: Any) -> Any:
    names = list(x.columns)
    centred = x.to_numpy(dtype=float) - x.to_numpy(dtype=float).mean(axis=0)
    products = centred.T @ centred
    norms = np.sqrt(np.diag(products))
    return named_matrix(products / np.outer(norms, norms), names, names)


def crossprod(x: Any) -> Any:
    cells, _, names = cells_of(x)
    return named_matrix(cells.T @ cells, names, names)


def transpose(x: Any) -> Any:
    cells, rows, columns = cells_of(x)
    if cells.ndim == 1:
        return cells.reshape(1, -1)
    return named_matrix(cells.T, columns, rows) if rows or columns else cells.T


def items_of(value: Any) -> list[Any]:
    return list(value.values()) if isinstance(value, dict) else list(value)
