"""Sums and means of doubles as R forms them, and the quick way to them."""

from typing import Any

import numpy as np

from rnet.interpreter.values import Value, Vector
from rnet.sums import corrected_mean, extended_sum
from rnet.values import NA, is_na


def total_of(data: Any) -> float | Vector:
    """Return the sum of doubles; of a NaN and an NA the NA counts."""
    found = extended_sum(data)
    return _unknown(data) if found != found and np.isnan(data).any() else found


def mean_of(data: Any) -> float | Vector:
    """Return the mean of doubles; of a NaN and an NA the NA counts."""
    return _unknown(data) if np.isnan(data).any() else corrected_mean(data)


def _unknown(data: Any) -> Vector:
    return Vector("double", np.array([NA if is_na(data).any() else np.nan]))


def plain_sum(*values: Value) -> float | Vector | int | None:
    """Return the sum of a single bare vector of doubles or truth values, None for others."""
    data = _bare_doubles(values)
    if data is None:
        return _number_of_true(values)
    return total_of(data)


def _number_of_true(values: tuple[Value, ...]) -> int | None:
    if len(values) != 1 or type(values[0]) is not Vector or values[0].kind != "logical":
        return None
    data = values[0].data
    if values[0].attributes is not None or not len(data) or data.min() < 0:
        return None
    return int(np.count_nonzero(data))


def plain_mean(*values: Value) -> float | Vector | None:
    """Return the mean of a single bare vector of doubles, None for anything else."""
    data = _bare_doubles(values)
    return None if data is None else mean_of(data)


def _bare_doubles(values: tuple[Value, ...]) -> Any:
    if len(values) != 1 or type(values[0]) is not Vector:
        return None
    vector = values[0]
    return vector.data if vector.kind == "double" and vector.attributes is None else None
