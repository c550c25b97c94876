"""Operators on plain vectors of numbers, most of them short, without `arithmetic`'s long way.

Every function answers None where it takes more: methods of classes, recycling, warnings, a NaN
beside an NA, or kinds it does not know.
"""

import operator as python_operator
from collections.abc import Callable
from typing import Any

import numpy as np

from rnet.interpreter.values import NA_INTEGER, Attributes, Value, Vector, scalar

LARGEST = 2**31 - 1
_SHORT = 24
"""Up to so many elements a Python list is quicker than NumPy."""
_NUMBERS = frozenset({float, int})
_NUMERIC = frozenset({"double", "integer"})
_OF_SHAPE = frozenset({"names", "dim", "dimnames"})
_WHOLE = frozenset("+-*")
_ANSWERS = frozenset({"==", "!=", "<", ">", "<=", ">="})
_FUNCTIONS: dict[str, Callable[[Any, Any], Any]] = {
    "+": python_operator.add,
    "-": python_operator.sub,
    "*": python_operator.mul,
    "/": python_operator.truediv,
    "==": python_operator.eq,
    "!=": python_operator.ne,
    "<": python_operator.lt,
    ">": python_operator.gt,
    "<=": python_operator.le,
    ">=": python_operator.ge,
}


def quick_vectors(name: str, a: Value, b: Value) -> Any:
    """Return `a name b` for plain vectors of numbers of one length, or one and a number."""
    function = _FUNCTIONS.get(name)
    if function is None:
        if name != "^" or type(b) not in _NUMBERS or b != 2.0:
            return None
        function, b = python_operator.mul, a
    attributes: Attributes | None = None
    if type(a) is Vector and type(b) is Vector:
        if len(a.data) != len(b.data) or not {a.kind, b.kind} <= _NUMERIC:
            return None
        if a.attributes is not None or b.attributes is not None:
            attributes = _joint(a.attributes, b.attributes)
            if attributes is None:
                return None
        return _given(name, function, a.data, b.data, attributes)
    vector, number = (a, b) if type(a) is Vector else (b, a)
    if type(vector) is not Vector or type(number) not in _NUMBERS or vector.kind not in _NUMERIC:
        return None
    if vector.attributes is not None:
        if not vector.attributes.keys() <= _OF_SHAPE or not len(vector.data):
            return None
        attributes = dict(vector.attributes)
    if vector is a:
        return _given(name, function, a.data, b, attributes)
    return _given(name, function, a, b.data, attributes)


def _joint(own_a: Attributes | None, own_b: Attributes | None) -> Attributes | None:
    """Return what two vectors of one length keep, None where that is not plain."""
    if own_a is None or own_b is None:
        kept = dict(own_a or own_b or {})
        return kept if kept.keys() <= _OF_SHAPE else None
    if own_a.keys() == {"names"} == own_b.keys():
        return dict(own_a)
    if own_a.keys() != {"dim"} or own_b.keys() != {"dim"}:
        return None
    same = own_a["dim"].data.tolist() == own_b["dim"].data.tolist()
    return dict(own_a) if same else None


def _given(
    name: str, function: Callable[[Any, Any], Any], x: Any, y: Any, own: Attributes | None
) -> Any:
    """Return the result for arrays of numbers, or one array and a number."""
    if name in _WHOLE and _is_whole(x) and _is_whole(y):
        found = _of_integers(function, x, y)
    else:
        found = _of_doubles(name, function, _widened(x), _widened(y))
    if found is None:
        return None
    if own is None:
        return scalar(found) if len(found.data) == 1 else found
    found.attributes = own
    return found


def _is_whole(x: Any) -> bool:
    return type(x) is int or (type(x) is not float and x.dtype == np.int32)


def _widened(x: Any) -> Any:
    """Return numbers as doubles, None where an integer is NA or there are many of them."""
    if type(x) is float or type(x) is int:
        return float(x)
    if x.dtype == np.float64:
        return x
    return None if len(x) > _SHORT or NA_INTEGER in x.tolist() else x.astype(np.float64)


def _of_doubles(name: str, function: Callable[[Any, Any], Any], x: Any, y: Any) -> Vector | None:
    if x is None or y is None:
        return None
    if name in _ANSWERS:
        if _unknown(x) or _unknown(y):
            return None
        return Vector("logical", function(x, y).astype(np.int32))
    if type(x) is float or type(y) is float:
        if _unknown(x if type(x) is float else y):
            return None
        return Vector("double", function(x, y))
    data = function(x, y)
    return None if _unknown(data) else Vector("double", data)


def _unknown(x: Any) -> bool:
    """Whether there is a NaN: the sum of squares is one only then."""
    total = x if type(x) is float else x.dot(x)
    return bool(total != total)


def _of_integers(function: Callable[[Any, Any], Any], x: Any, y: Any) -> Vector | None:
    """Return whole numbers of short vectors; None where one would be too large."""
    length = len(y) if type(x) is int else len(x)
    if not 0 < length <= _SHORT:
        return None
    first = [x] * length if type(x) is int else x.tolist()
    second = [y] * length if type(y) is int else y.tolist()
    found = list(map(function, first, second))
    if NA_INTEGER in first or NA_INTEGER in second:
        places = [i for i in range(length) if NA_INTEGER in (first[i], second[i])]
        for place in places:
            found[place] = 0
        if max(found) <= LARGEST and min(found) >= -LARGEST:
            for place in places:
                found[place] = NA_INTEGER
            return Vector("integer", np.array(found, dtype=np.int32))
    elif max(found) <= LARGEST and min(found) >= -LARGEST:
        return Vector("integer", np.array(found, dtype=np.int32))
    return None
