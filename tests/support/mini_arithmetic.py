"""R's operators and sequences for the small test evaluator."""

import math
from typing import Any

import numpy as np
import pandas as pd
from mini_values import (
    coerced,
    data_of,
    doubles,
    is_matrix_value,
    make,
    names_of,
    scalar,
    with_names,
)

from rnet.values import NA, axis_names, named_matrix


def arithmetic(function: Any, keeps_integer: bool) -> Any:
    def apply(a: Any, b: Any = None) -> Any:
        if b is None:
            a, b = make("integer", [0]), a
        kinds = {data_of(a)[0], data_of(b)[0]}
        x, y = doubles(a), doubles(b)
        size = max(len(x), len(y)) if len(x) and len(y) else 0
        with np.errstate(all="ignore"):
            result = function(np.resize(x, size), np.resize(y, size))
        if keeps_integer and kinds <= {"integer", "logical"}:
            result = make("integer", [None if v != v else int(v) for v in result.tolist()])
        names = names_of(a) or names_of(b)
        return (
            like(a if is_matrix_value(a) else b, result)
            if names is None
            else with_names(result, names)
        )

    return apply


def like(shape: Any, result: Any) -> Any:
    if not is_matrix_value(shape):
        return result
    cells = shape.to_numpy() if isinstance(shape, pd.DataFrame) else shape
    whole = np.asarray(result).reshape(cells.shape, order="F")
    if isinstance(shape, pd.DataFrame):
        return named_matrix(whole, axis_names(shape.index), axis_names(shape.columns))
    return whole


def comparison(function: Any) -> Any:
    def apply(a: Any, b: Any) -> Any:
        kinds = [data_of(value)[0] for value in (a, b)]
        if "character" in kinds:
            x, y = coerced(a, "character"), coerced(b, "character")
        elif "date" in kinds:
            x, y = data_of(a)[1], data_of(b)[1]
        else:
            x, y = doubles(a).tolist(), doubles(b).tolist()
        size = max(len(x), len(y))
        pairs = zip(
            np.resize(np.array(x, dtype=object), size),
            np.resize(np.array(y, dtype=object), size),
            strict=True,
        )
        result = [
            None if p is None or q is None or p != p or q != q else bool(function(p, q))
            for p, q in pairs
        ]
        names = names_of(a) or names_of(b)
        logical = make("logical", result)
        return logical if names is None else with_names(logical, names)

    return apply


def colon(a: Any, b: Any) -> Any:
    start, end = doubles(a)[0], doubles(b)[0]
    step = 1 if start <= end else -1
    count = math.floor(abs(end - start) + 1e-10) + 1
    values = [start + step * i for i in range(count)]
    return make(
        "integer" if start.is_integer() else "double",
        [int(v) if start.is_integer() else v for v in values],
    )


def seq(start: Any, end: Any, by: Any = None) -> Any:
    if by is None:
        return colon(start, end)
    low, high, step = (doubles(value)[0] for value in (start, end, by))
    values = low + step * np.arange(math.floor((high - low) / step + 1e-10) + 1)
    whole = all(data_of(value)[0] == "integer" for value in (start, by))
    return make("integer", [int(value) for value in values]) if whole else np.minimum(values, high)


def rep(x: Any, times: Any) -> Any:
    kind, data = data_of(x)
    return make(kind, data * int(scalar(times)))


def mathematical(function: Any) -> Any:
    def apply(x: Any) -> Any:
        result = np.array(
            [NA if value != value else float(function(value)) for value in doubles(x).tolist()]
        )
        names = names_of(x)
        return like(x, result) if names is None else with_names(result, names)

    return apply
