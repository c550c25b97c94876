"""R's operators on columns: arithmetic, comparison, logic, with recycling."""

import math
import operator
from collections.abc import Callable
from typing import Any, cast

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandas.arrays import BooleanArray

from rnet.conditions import RError, warn
from rnet.formulas.columns import (
    Column,
    Mask,
    Matrix,
    class_of,
    factor_of,
    missing,
    numbers,
    strings,
    take,
)
from rnet.printing.collation import sort_key
from rnet.values import NA

Numbers = npt.NDArray[Any]


def recycled(a: Column, b: Column) -> tuple[Column, Column]:
    """Repeat the shorter of two columns to the length of the longer, warning as R does."""
    if isinstance(a, Matrix) or isinstance(b, Matrix):
        return _beside_matrix(a, b)
    longer, shorter = max(len(a), len(b)), min(len(a), len(b))
    if shorter == 0:
        return take(a, np.arange(0)), take(b, np.arange(0))
    if longer % shorter:
        warn("longer object length is not a multiple of shorter object length")
    return repeated(a, longer), repeated(b, longer)


def _beside_matrix(a: Column, b: Column) -> tuple[Column, Column]:
    """Stretch a vector beside a matrix down its columns; two matrices have one shape."""
    shape = a.values.shape if isinstance(a, Matrix) else numbers(b).shape

    def matching(column: Column) -> Matrix:
        values = numbers(column)
        if values.ndim == 2 and values.shape == shape:
            return Matrix(values, column.column_names if isinstance(column, Matrix) else None)
        if values.ndim == 2 or len(values) > shape[0] * shape[1]:
            raise RError("non-conformable arrays", "Matrices must have the same shape.")
        return Matrix(np.resize(values, shape[0] * shape[1]).reshape(shape, order="F"))

    return matching(a), matching(b)


def repeated(column: Column, length: int) -> Column:
    """Repeat a column's elements in turn up to a length."""
    if len(column) == length:
        return column
    return take(column, np.resize(np.arange(len(column)), length))


def logical(values: Mask, absent: Mask) -> Column:
    """Return a logical column; pandas' BooleanArray only where something is missing.

    A logical matrix becomes one of 0 and 1.
    """
    if np.ndim(values) == 2:
        return Matrix(np.where(absent, NA, np.asarray(values, dtype=np.float64)))
    if not absent.any():
        return np.asarray(values, dtype=np.bool_)
    return BooleanArray(np.asarray(values, dtype=np.bool_), np.asarray(absent, dtype=np.bool_))


def _absent(column: Column) -> Mask:
    return np.isnan(column.values) if isinstance(column, Matrix) else missing(column)


def truth(column: Column) -> tuple[Mask, Mask]:
    """Return a column as logical values and where they are missing."""
    absent = _absent(column)
    if class_of(column) == "character":
        raise RError(
            "operations are possible only for numeric, logical or complex types",
            "Compare text with == first, which gives logical values.",
        )
    return np.where(absent, 0.0, numbers(column)) != 0, absent


def arithmetic(symbol: str, function: Callable[[Numbers, Numbers], Numbers]) -> Callable[..., Any]:
    """Return the R function of an arithmetic operator; with one argument, the unary one."""

    def operation(e1: Column, e2: Column | None = None) -> Column:
        given = [e1] if e2 is None else [e1, e2]
        if any(class_of(e) == "character" for e in given):
            raise RError(
                "invalid argument to unary operator"
                if e2 is None
                else "non-numeric argument to binary operator",
                "A text column takes no arithmetic; convert it with as.numeric().",
            )
        if _has_factor(symbol, *given):
            return unknown(max(len(e) for e in given))
        a, b = recycled(np.zeros(1, dtype=np.int64), e1) if e2 is None else recycled(e1, e2)
        with np.errstate(all="ignore"):
            found = function(_values(a), _values(b))
        return _like(a, b, found)

    return operation


def _has_factor(symbol: str, *given: Column) -> bool:
    """Whether an operand is a factor; warns as R does, whose answer is NA throughout."""
    kinds = {class_of(e) for e in given} & {"factor", "ordered"}
    if "ordered" in kinds:
        warn(f"'{symbol}' is not meaningful for ordered factors", stacklevel=5)
    elif kinds:
        warn(f"‘{symbol}’ not meaningful for factors", stacklevel=5)
    return bool(kinds)


def unknown(length: int) -> Column:
    """Return a logical column that is missing throughout."""
    return logical(np.zeros(length, dtype=np.bool_), np.ones(length, dtype=np.bool_))


def _values(column: Column) -> Numbers:
    if isinstance(column, np.ndarray) and column.dtype.kind in "ib":
        return column.astype(np.int64)
    return numbers(column)


def _like(a: Column, b: Column, found: Numbers) -> Column:
    for side in (a, b):
        if isinstance(side, Matrix):
            return Matrix(found.astype(np.float64), side.column_names)
    return found


def _power(x: Numbers, y: Numbers) -> Numbers:
    """Return x^y; a square is a product, as in R, everything else the C library's pow."""
    base, exponent = (v.astype(np.float64) for v in (x, y))
    if (exponent == 2).all():
        return base * base
    flat = [
        u * u if v == 2 else _pow(u, v)
        for u, v in zip(base.ravel().tolist(), exponent.ravel().tolist(), strict=True)
    ]
    return np.array(flat, dtype=np.float64).reshape(base.shape)


def _pow(x: float, y: float) -> float:
    if x == 1.0 or y == 0.0:
        return 1.0
    try:
        return math.pow(x, y)
    except OverflowError:
        return -math.inf if x < 0 and y % 2 == 1 else math.inf
    except ValueError:
        return _pole(x, y)


def _pole(x: float, y: float) -> float:
    if x == 0.0:
        return -math.inf if math.copysign(1.0, x) < 0 and y % 2 == 1 else math.inf
    return math.nan


def _whole(x: Numbers, y: Numbers, function: Callable[[Numbers, Numbers], Numbers]) -> Numbers:
    if x.dtype.kind == "i" and y.dtype.kind == "i" and (y == 0).any():
        x, y = x.astype(np.float64), np.where(y == 0, NA, y)
    return function(x, y)


def _compare(symbol: str) -> Callable[..., Any]:
    compare = cast(
        "Callable[[Any, Any], Any]",
        {
            "==": operator.eq,
            "!=": operator.ne,
            "<": operator.lt,
            ">": operator.gt,
            "<=": operator.le,
            ">=": operator.ge,
        }[symbol],
    )

    def comparison(e1: Column, e2: Column) -> Column:
        orders = symbol not in ("==", "!=")
        kinds = {class_of(e1), class_of(e2)}
        _check_levels(e1, e2)
        if orders and "factor" in kinds and _has_factor(symbol, e1, e2):
            return unknown(max(len(e1), len(e2)))
        a, b = recycled(*_comparable(e1, e2, kinds, orders=orders))
        absent = _absent(a) | _absent(b)
        if "character" in (class_of(a), class_of(b)):
            return logical(_compare_strings(compare, strings(a), strings(b), orders), absent)
        with np.errstate(invalid="ignore"):
            return logical(compare(numbers(a), numbers(b)), absent)

    return comparison


def _check_levels(e1: Column, e2: Column) -> None:
    if isinstance(e1, pd.Categorical) and isinstance(e2, pd.Categorical):
        same = list(e1.categories) == list(e2.categories)
        if not same and (e1.ordered or set(e1.categories) != set(e2.categories)):
            raise RError("level sets of factors are different", "as.character(g) compares text.")


def _comparable(e1: Column, e2: Column, kinds: set[str], *, orders: bool) -> tuple[Column, Column]:
    """Return both sides as codes of the same levels, as text or as numbers."""
    if orders and "ordered" in kinds:
        levels = next(e.categories for e in (e1, e2) if isinstance(e, pd.Categorical) and e.ordered)
        return _positions(e1, levels), _positions(e2, levels)
    if kinds & {"factor", "ordered", "character"}:
        return strings(e1), strings(e2)
    return e1, e2


def _positions(column: Column, levels: "pd.Index[Any]") -> Column:
    codes = levels.get_indexer(pd.Index(strings(column))).astype(np.float64)
    return np.where(codes < 0, NA, codes)


def _compare_strings(
    compare: Callable[[Any, Any], Any], a: npt.NDArray[Any], b: npt.NDArray[Any], orders: bool
) -> Mask:
    if not orders:
        return np.asarray(compare(a, b), dtype=np.bool_)
    keys = {text: sort_key(text) for text in {*a.tolist(), *b.tolist()} if text is not None}
    pairs = zip(a.tolist(), b.tolist(), strict=True)
    return np.array(
        [u is not None and v is not None and compare(keys[u], keys[v]) for u, v in pairs],
        dtype=np.bool_,
    )


def _both_true(a: Mask, a_absent: Mask, b: Mask, b_absent: Mask) -> Column:
    false = (~a & ~a_absent) | (~b & ~b_absent)
    return logical(a & b & ~false, (a_absent | b_absent) & ~false)


def _either_true(a: Mask, a_absent: Mask, b: Mask, b_absent: Mask) -> Column:
    true = (a & ~a_absent) | (b & ~b_absent)
    return logical(true, (a_absent | b_absent) & ~true)


def _one_true(a: Mask, a_absent: Mask, b: Mask, b_absent: Mask) -> Column:
    return logical(a ^ b, a_absent | b_absent)


def _connective(symbol: str, function: Callable[..., Column]) -> Callable[..., Column]:
    """Return the R function of a logical operator, from one of truths and where they miss."""

    def operation(e1: Column, e2: Column) -> Column:
        if _has_factor(symbol, e1, e2):
            return unknown(max(len(e1), len(e2)))
        (a, a_absent), (b, b_absent) = (truth(e) for e in recycled(e1, e2))
        return function(a, a_absent, b, b_absent)

    return operation


def _not(x: Column) -> Column:
    if _has_factor("!", x):
        return unknown(len(x))
    if class_of(x) == "character":
        raise RError("invalid argument type", "! negates logical values.")
    values, absent = truth(x)
    return logical(~values, absent)


def _in(x: Column, table: Column) -> Column:
    kinds = {class_of(x), class_of(table)}
    if kinds & {"character", "factor", "ordered"}:
        known = set(strings(table).tolist())
        return np.array([text in known for text in strings(x).tolist()], dtype=np.bool_)
    values, known_numbers = numbers(x), numbers(table)
    absent = bool(np.isnan(known_numbers).any())
    return np.isin(values, known_numbers) | (np.isnan(values) & absent)


def _colon(from_: Column, to: Column) -> Column:
    """Return a sequence; of two factors all combinations, the second varying fastest."""
    if isinstance(from_, pd.Categorical) and isinstance(to, pd.Categorical):
        count = len(to.categories)
        levels = [f"{a}:{b}" for a in from_.categories for b in to.categories]
        codes = from_.codes.astype(np.int64) * count + to.codes
        absent = missing(from_) | missing(to)
        return factor_of(np.where(absent, -1, codes), levels, ordered=False)
    if max(len(from_), len(to)) > 1:
        many = max(len(from_), len(to))
        warn(f"numerical expression has {many} elements: only the first used", stacklevel=4)
    start, stop = (float(numbers(end).ravel(order="F")[0]) for end in (from_, to))
    step = 1.0 if stop >= start else -1.0
    found = start + step * np.arange(math.floor(abs(stop - start) + 1e-10) + 1)
    return found.astype(np.int64) if start.is_integer() else found


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "+": arithmetic("+", np.add),
    "-": arithmetic("-", np.subtract),
    "*": arithmetic("*", np.multiply),
    "/": arithmetic("/", np.divide),
    "^": arithmetic("^", _power),
    "**": arithmetic("^", _power),
    "%%": arithmetic("%%", lambda x, y: _whole(x, y, np.mod)),
    "%/%": arithmetic("%/%", lambda x, y: _whole(x, y, np.floor_divide)),
    **{symbol: _compare(symbol) for symbol in ("==", "!=", "<", ">", "<=", ">=")},
    "&": _connective("&", _both_true),
    "&&": _connective("&&", _both_true),
    "|": _connective("|", _either_true),
    "||": _connective("||", _either_true),
    "!": _not,
    "xor": _connective("xor", _one_true),
    "%in%": _in,
    ":": _colon,
}
