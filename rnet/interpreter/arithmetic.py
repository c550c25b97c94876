"""Arithmetic, comparison and logic on vectors: recycling, NA, and what attributes results keep."""

from collections.abc import Callable
from typing import Any

import numpy as np

from rnet.conditions import RError, warn
from rnet.interpreter.coerce import as_strings, coerced, common_kind
from rnet.interpreter.values import (
    NA_INTEGER,
    Array,
    Attributes,
    Kind,
    Language,
    Value,
    Vector,
    boxed,
)
from rnet.values import NA, is_na

NUMERIC: tuple[Kind, ...] = ("logical", "integer", "double", "complex")
LARGEST = 2**31 - 1


def arithmetic(operator: str, left: Value, right: Value) -> Any:
    """Return `left operator right` for R's arithmetic operators.

    Raises
    ------
    RError
        `non-numeric argument to binary operator`, `non-conformable arrays`.
    """
    a, b = _operand(left), _operand(right)
    if a is None or b is None or a.kind not in NUMERIC or b.kind not in NUMERIC:
        raise RError("non-numeric argument to binary operator", _advice(a, b))
    kind = _result_kind(operator, a.kind, b.kind)
    attributes = joint_attributes(a, b)
    x, y = recycled(coerced(a, kind), coerced(b, kind))
    if kind == "integer":
        return Vector("integer", _integer_result(operator, x, y), attributes)
    with np.errstate(all="ignore"):
        data = _REAL[operator](x, y)
    if kind == "double":
        data = _missing_first(operator, x, y, data)
    return Vector(kind, data, attributes)


def _advice(a: Vector | None, b: Vector | None) -> str | None:
    texts = [v for v in (a, b) if v is not None and v.kind == "character"]
    return "One side is a string: as.numeric() makes a number of it." if texts else None


def _operand(value: Value) -> Vector | None:
    vector = boxed(value)
    if vector is None:
        return Vector("double", np.empty(0))
    return vector if isinstance(vector, Vector) else None


def _result_kind(operator: str, a: Kind, b: Kind) -> Kind:
    kind = common_kind([a, b, "integer"])
    return "double" if kind == "integer" and operator in ("/", "^") else kind


def recycled(x: Array, y: Array) -> tuple[Array, Array]:
    """Return two arrays at the length of the longer; length 0 wins, a poor fit warns."""
    n, m = len(x), len(y)
    if n == m:
        return x, y
    if n == 0 or m == 0:
        return x[:0], y[:0]
    longer = max(n, m)
    if longer % min(n, m):
        warn("longer object length is not a multiple of shorter object length")
    return (x if n == longer else filled(x, longer)), (y if m == longer else filled(y, longer))


def filled(x: Array, length: int) -> Array:
    """Return an array repeated to a length."""
    if len(x) == 1:
        return np.broadcast_to(x, (length,))
    return x if len(x) == length else np.resize(x, length)


def joint_attributes(a: Vector, b: Vector) -> Attributes | None:
    """Return the attributes of the result of an operator, from both operands, the first ahead.

    Raises
    ------
    RError
        `non-conformable arrays`; `dims ... do not match the length of object`.
    """
    if a.attributes is None and b.attributes is None:
        return None
    own_a, own_b = a.attributes or {}, b.attributes or {}
    n, m = len(a.data), len(b.data)
    _check_dims(own_a, own_b, n, m)
    joint: Attributes = {}
    if m >= n or "dim" in own_b:
        joint.update(own_b)
    if n >= m or "dim" in own_a:
        joint.update(own_a)
    if n != m:
        for own, length, other in ((own_a, n, m), (own_b, m, n)):
            if length >= other:
                joint.update({k: v for k, v in own.items() if k not in joint})
        short = own_a if n < m else own_b
        for name in ("names", "dimnames"):
            if name in joint and joint[name] is short.get(name) and "dim" not in short:
                del joint[name]
    if "dim" in joint and "names" in joint:
        del joint["names"]
    return joint or None


def _check_dims(own_a: Attributes, own_b: Attributes, n: int, m: int) -> None:
    dim_a, dim_b = own_a.get("dim"), own_b.get("dim")
    if dim_a is not None and dim_b is not None:
        if dim_a.data.tolist() != dim_b.data.tolist():
            raise RError(
                "non-conformable arrays",
                f"Their dimensions are {dim_a.data.tolist()} and {dim_b.data.tolist()}.",
            )
    elif dim_a is not None and m > n:
        _refuse_longer(dim_a, m, n)
    elif dim_b is not None and n > m:
        _refuse_longer(dim_b, n, m)


def _refuse_longer(dim: Vector, length: int, cells: int) -> None:
    if cells:
        raise RError(
            f"dims [product {cells}] do not match the length of object [{length}]",
            f"The array has dimensions {dim.data.tolist()}.",
        )


def _integer_result(operator: str, x: Array, y: Array) -> Array:
    missing = (x == NA_INTEGER) | (y == NA_INTEGER)
    wide_x, wide_y = x.astype(np.int64), y.astype(np.int64)
    if operator in ("%%", "%/%"):
        zero = wide_y == 0
        missing = missing | zero
        wide_y = np.where(zero, 1, wide_y)
    result = _WHOLE[operator](wide_x, wide_y)
    outside = ~missing & (np.abs(result) > LARGEST)
    if outside.any():
        warn("NAs produced by integer overflow")
        missing = missing | outside
    return np.where(missing, NA_INTEGER, result).astype(np.int32)


_WHOLE: dict[str, Callable[[Array, Array], Array]] = {
    "+": np.add,
    "-": np.subtract,
    "*": np.multiply,
    "%%": np.mod,
    "%/%": np.floor_divide,
}


def _power(x: Array, y: Array) -> Array:
    """Return x^y by the C library; R's own cases: 1^NA and NA^0 are 1, x^2 is a product."""
    if np.iscomplexobj(x):
        return np.asarray(np.power(x, y))
    result = np.asarray(np.power(x, y))
    return np.where(y == 2.0, x * x, result)


def _remainder(x: Array, y: Array) -> Array:
    result = np.asarray(np.mod(x, y))
    if not np.isinf(y).any():
        return result
    infinite = np.isinf(y) & np.isfinite(x)
    same = (x >= 0) == (y > 0)
    return np.where(infinite, np.where(same | (x == 0), x, y), result)


def _whole_quotient(x: Array, y: Array) -> Array:
    return np.asarray(np.where(y == 0, np.divide(x, y), np.floor_divide(x, y)))


_REAL: dict[str, Callable[[Array, Array], Array]] = {
    "+": np.add,
    "-": np.subtract,
    "*": np.multiply,
    "/": np.divide,
    "^": _power,
    "%%": _remainder,
    "%/%": _whole_quotient,
}


def _missing_first(operator: str, x: Array, y: Array, data: Array) -> Array:
    """Put NA where an operand is NA: of a NaN and an NA the processor keeps the first."""
    unknown = np.isnan(data)
    if operator == "^" or not unknown.any():
        return data
    first, second = is_na(np.ascontiguousarray(x)), is_na(np.ascontiguousarray(y))
    clear = unknown & (first | (second & ~np.isnan(x)))
    return np.where(clear, NA, data) if clear.any() else data


def negative(value: Value) -> Any:
    """Return `-value`."""
    vector = _operand(value)
    if vector is None or vector.kind not in NUMERIC:
        raise RError("invalid argument to unary operator")
    if vector.kind in ("logical", "integer"):
        data = coerced(vector, "integer")
        return Vector(
            "integer", np.where(data == NA_INTEGER, data, -data).astype(np.int32), vector.attributes
        )
    return Vector(vector.kind, -vector.data, vector.attributes)


def positive(value: Value) -> Any:
    """Return `+value`: a logical becomes integer."""
    vector = _operand(value)
    if vector is None or vector.kind not in NUMERIC:
        raise RError("invalid argument to unary operator")
    if vector.kind == "logical":
        return Vector("integer", vector.data.copy(), vector.attributes)
    return Vector(vector.kind, vector.data.copy(), vector.attributes)


_COMPARE: dict[str, Callable[[Array, Array], Array]] = {
    "==": np.equal,
    "!=": np.not_equal,
    "<": np.less,
    ">": np.greater,
    "<=": np.less_equal,
    ">=": np.greater_equal,
}


def comparison(operator: str, left: Value, right: Value) -> Any:
    """Return `left operator right` for R's comparisons; strings in the order of the locale."""
    a, b = comparable(left), comparable(right)
    attributes = _kept(joint_attributes(a, b))
    kind = common_kind([a.kind, b.kind])
    if kind == "list":
        kind = "character" if _holds_strings(a) or _holds_strings(b) else "double"
    if kind == "character":
        x, y = recycled(_texts(a), _texts(b))
        return Vector("logical", _compare_strings(operator, x, y), attributes)
    x, y = recycled(coerced(a, kind), coerced(b, kind))
    with np.errstate(all="ignore"):
        data = _COMPARE[operator](x, y)
    if kind in ("logical", "integer"):
        missing = (x == NA_INTEGER) | (y == NA_INTEGER)
    else:
        missing = np.isnan(x) | np.isnan(y)
    return Vector("logical", np.where(missing, NA_INTEGER, data).astype(np.int32), attributes)


def _texts(vector: Vector) -> Array:
    return as_strings(vector) if vector.kind != "list" else coerced(vector, "character")


def _holds_strings(vector: Vector) -> bool:
    items = vector.data if vector.kind == "list" else [vector]
    return any(isinstance(boxed(i), Vector) and boxed(i).kind == "character" for i in items)


def comparable(value: Value) -> Vector:
    """Return an operand of a comparison: a vector, or a symbol or call as its text."""
    vector = boxed(value)
    if vector is None:
        return Vector("logical", np.empty(0, dtype=np.int32))
    if isinstance(vector, Language):
        from rnet.language.deparse import deparse_line

        return boxed(deparse_line(vector.node))  # type: ignore[no-any-return]
    if not isinstance(vector, Vector):
        from rnet.interpreter.coerce import type_name

        raise RError(f"comparison of these types is not implemented (type '{type_name(vector)}')")
    return vector


def _kept(attributes: Attributes | None) -> Attributes | None:
    """Return the attributes comparisons and logic keep: those of shape and names."""
    if attributes is None:
        return None
    return {k: v for k, v in attributes.items() if k in ("names", "dim", "dimnames", "tsp")} or None


def _compare_strings(operator: str, x: Array, y: Array) -> Array:
    if operator in ("==", "!="):
        answer = _COMPARE[operator](x, y).astype(np.int32)
        for side in (x, y):
            if None in set(side.tolist()):
                answer[side == None] = NA_INTEGER  # noqa: E711 - each element is compared
        return answer
    from rnet.printing.collation import sort_key

    compare = _COMPARE[operator]
    result = np.empty(len(x), dtype=np.int32)
    keys = {text: sort_key(text) for text in {*x, *y} if text is not None}
    for i, (p, q) in enumerate(zip(x, y, strict=True)):
        if p is None or q is None:
            result[i] = NA_INTEGER
        else:
            first, second = keys[p], keys[q]
            sign = (first > second) - (first < second)
            result[i] = bool(compare(np.array(sign), np.array(0)))
    return result


def logic(operator: str, left: Value, right: Value) -> Any:
    """Return `left & right` or `left | right`, elementwise with NA."""
    if getattr(left, "kind", "") == getattr(right, "kind", "") == "raw":
        length = max(len(left.data), len(right.data))
        x, y = filled(left.data, length), filled(right.data, length)
        return Vector("raw", (x & y) if operator == "&" else (x | y))
    a, b = _logical_operand(left, operator), _logical_operand(right, operator)
    attributes = _kept(joint_attributes(a, b))
    x, y = recycled(coerced(a, "logical"), coerced(b, "logical"))
    if len(x) and x.min() >= 0 and y.min() >= 0:  # nothing is missing
        return Vector("logical", (x & y) if operator == "&" else (x | y), attributes)
    decisive = 0 if operator == "&" else 1
    missing = (x == NA_INTEGER) | (y == NA_INTEGER)
    data = np.where(missing, NA_INTEGER, (x & y) if operator == "&" else (x | y))
    settled = (x == decisive) | (y == decisive)
    return Vector("logical", np.where(settled, decisive, data).astype(np.int32), attributes)


def _logical_operand(value: Value, operator: str) -> Vector:
    vector = boxed(value)
    if vector is None:
        return Vector("logical", np.empty(0, dtype=np.int32))
    if not isinstance(vector, Vector) or vector.kind not in NUMERIC:
        raise RError(
            "operations are possible only for numeric, logical or complex types",
            f"One side of {operator} is something else.",
        )
    return vector


def negation(value: Value) -> Any:
    """Return `!value`."""
    vector = boxed(value)
    if vector is None:
        return Vector("logical", np.empty(0, dtype=np.int32))
    if isinstance(vector, Vector) and vector.kind == "raw":
        return Vector("raw", ~vector.data, vector.attributes)
    if not isinstance(vector, Vector) or vector.kind not in NUMERIC:
        raise RError("invalid argument type")
    data = coerced(vector, "logical")
    answer = np.where(data == NA_INTEGER, NA_INTEGER, 1 - data).astype(np.int32)
    keep = vector.attributes if vector.kind == "logical" else _kept(vector.attributes)
    return Vector("logical", answer, keep)


def colon(left: Value, right: Value) -> Any:
    """Return `left:right`: integer where the start is whole and the ends fit."""
    ends = []
    for value in (left, right):
        vector = boxed(value)
        if not isinstance(vector, Vector) or not len(vector.data):
            raise RError("argument of length 0")
        ends.append(float(coerced(Vector(vector.kind, vector.data[:1]), "double")[0]))
    start, stop = ends
    if np.isnan(start) or np.isnan(stop):
        raise RError("NA/NaN argument")
    count = int(np.floor(abs(stop - start) + 1e-10)) + 1
    step = 1 if start <= stop else -1
    if start == int(start) and abs(start) <= LARGEST and abs(start + step * (count - 1)) <= LARGEST:
        whole = np.arange(count, dtype=np.int64) * step + int(start)
        return Vector("integer", whole.astype(np.int32))
    return Vector("double", start + step * np.arange(count, dtype=np.float64))
