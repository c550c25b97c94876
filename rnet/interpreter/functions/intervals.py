"""Cutting numbers into intervals: cut, findInterval."""

from itertools import pairwise
from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import as_kind, flag, is_factor, is_true, strings
from rnet.interpreter.functions.factors import make_factor
from rnet.interpreter.values import (
    NA_INTEGER,
    Array,
    Named,
    Value,
    Vector,
    boxed,
)


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
