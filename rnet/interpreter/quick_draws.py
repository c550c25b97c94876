"""Random numbers drawn one by one in loops, without the long way through rnet's functions."""

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.interpreter.simplify import shared
from rnet.interpreter.values import Value, Vector, scalar

LARGEST = 2**31 - 1
_MOST = 1e6
"""More numbers than these may not fit in memory, which others look after."""
_NUMBERS = frozenset({float, int})
DRAWS: dict[str, tuple[str, ...]] = {
    "runif": ("n", "min", "max"),
    "rnorm": ("n", "mean", "sd"),
    "rexp": ("n", "rate"),
    "sample": ("x", "size", "replace", "prob"),
}
"""Random functions with a quick way, and their parameters."""


def quick_draw(name: str, given: Sequence[tuple[str | None, Value]]) -> Value | None:
    """Return what a random function draws for plain arguments, None where it takes more."""
    formals = DRAWS[name]
    slots: dict[str, Value] = {own: value for own, value in given if own in formals}
    free = [value for own, value in given if own is None]
    left = [formal for formal in formals if formal not in slots]
    if len(slots) + len(free) != len(given) or len(free) > len(left):
        return None
    slots.update(zip(left, map(scalar, free), strict=False))
    return _sampled(**slots) if name == "sample" else _drawn(name, slots)


def _drawn(name: str, slots: dict[str, Value]) -> Value | None:
    if any(type(scalar(value)) not in _NUMBERS for value in slots.values()):
        return None
    numbers = {own: float(scalar(value)) for own, value in slots.items()}
    n = numbers.pop("n", -1.0)
    if not 1 <= n < _MOST or not all(map(math.isfinite, numbers.values())):
        return None
    found = _FUNCTIONS[name](int(n), **numbers)
    return None if found is None else scalar(Vector("double", found))


def _uniform(n: int, min: float = 0.0, max: float = 1.0) -> Any:  # noqa: A002 - R's names
    from rnet.rng.state import generator

    return min + (max - min) * generator().uniform(n) if min < max else None


def _normal(n: int, mean: float = 0.0, sd: float = 1.0) -> Any:
    from rnet.rng.state import generator

    return mean + sd * generator().normal(n) if sd > 0 else None


def _exponential(n: int, rate: float = 1.0) -> Any:
    from rnet.rng.state import generator

    return (1 / rate) * generator().exponential(n) if rate > 0 else None


_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "runif": _uniform,
    "rnorm": _normal,
    "rexp": _exponential,
}


def _sampled(
    x: Value = None, size: Value = None, replace: Value = False, prob: Value = None
) -> Value | None:
    size, replace = scalar(size), scalar(replace)
    if prob is not None or type(replace) is not bool:
        return None
    if size is not None and (type(size) not in _NUMBERS or not 0 <= size < _MOST):
        return None
    x = scalar(x)
    if type(x) in _NUMBERS:
        if not 1 <= x < _MOST:
            return None
        where = _positions(x, size, replace)
        return None if where is None else scalar(Vector("integer", where.astype(np.int32)))
    if type(x) is not Vector or x.attributes is not None or not 1 < len(x.data) < _MOST:
        return None
    where = _positions(len(x.data), size, replace)
    if where is None:
        return None
    if x.kind == "list":
        shared(x.data)
    return scalar(Vector(x.kind, x.data[where.astype(np.intp) - 1]))


def _positions(n: float, size: Any, replace: bool) -> Any:
    """Return places from 1 to n, None for what R refuses: that is said elsewhere."""
    from rnet.rng.sample_int import positions

    try:
        return positions(n, size, replace, None)
    except RError:
        return None
