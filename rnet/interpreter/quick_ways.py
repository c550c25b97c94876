"""Base functions of simple values, as loops call them thousands of times.

Each takes the arguments of a call without names, numbers and strings not boxed, and answers None
where the function itself has to be asked.
"""

import functools
import re
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from rnet.interpreter.values import Value, Vector, integer, objects, scalar

_NUMBERS = frozenset({float, int})
_OF_SHAPE = frozenset({"names", "dim", "dimnames"})
_EXACT = 1e5
"""Below it a whole number is written without an exponent."""
_LARGEST = 2**31 - 1
_MOST = 1e6


def _text(value: Value) -> str | None:
    """Return a single value as `paste` writes it, None where that takes thought."""
    kind = type(value)
    if kind is str:
        return value  # type: ignore[no-any-return]
    if kind is int and -_EXACT < value < _EXACT:
        return str(value)
    if kind is float and -_EXACT < value < _EXACT and value == int(value):
        return str(int(value))
    return None


def _pasted(separator: str) -> Callable[..., str | None]:
    def paste(*values: Value) -> str | None:
        texts = [_text(value) for value in values]
        return None if None in texts or not texts else separator.join(texts)  # type: ignore[arg-type]

    return paste


def _part(*values: Value) -> str | None:
    if len(values) != 3 or type(values[0]) is not str:
        return None
    text, first, last = values
    if type(first) not in _NUMBERS or type(last) not in _NUMBERS:
        return None
    return text[int(first) - 1 : int(last)] if 1 <= first <= last < _LARGEST else None


def _length_of_text(*values: Value) -> int | None:
    return len(values[0]) if len(values) == 1 and type(values[0]) is str else None


def _as_text(*values: Value) -> str | None:
    return _text(values[0]) if len(values) == 1 else None


def _is_null(*values: Value) -> bool | None:
    return values[0] is None if len(values) == 1 else None


def _is_missing(*values: Value) -> bool | None:
    if len(values) != 1 or type(values[0]) not in (float, int, str, bool):
        return None
    return bool(values[0] != values[0])


def _size(axis: int) -> Callable[..., int | None]:
    def size(*values: Value) -> int | None:
        own = values[0].attributes if len(values) == 1 and type(values[0]) is Vector else None
        if own is None or "dim" not in own or "class" in own:
            return None
        sizes = own["dim"].data.tolist()
        return sizes[axis] if len(sizes) > axis else None

    return size


def _matrix(value: Value) -> Any:
    """Return a matrix of doubles without names as an array, None for anything else."""
    if type(value) is not Vector or value.kind != "double" or value.attributes is None:
        return None
    if value.attributes.keys() != {"dim"} or len(value.attributes["dim"].data) != 2:
        return None
    return value.data.reshape(value.attributes["dim"].data.tolist(), order="F")


def _given(cells: Any) -> Vector:
    return Vector("double", cells.reshape(-1, order="F"), {"dim": integer(cells.shape)})


def _transposed(*values: Value) -> Vector | None:
    cells = _matrix(values[0]) if len(values) == 1 else None
    return None if cells is None else _given(cells.T)


def _product(*values: Value) -> Vector | None:
    if len(values) != 2:
        return None
    left, right = _matrix(values[0]), _matrix(values[1])
    if right is None and left is not None and type(values[1]) is Vector:
        bare = values[1].kind == "double" and values[1].attributes is None
        if bare and len(values[1].data) == left.shape[1]:
            right = values[1].data.reshape(-1, 1)
    if left is None or right is None or left.shape[1] != right.shape[0]:
        return None
    from rnet.sums import ordered_product

    return _given(ordered_product(left, right))


def _elementwise(name: str) -> Callable[..., Vector | None]:
    """Return a function of plain vectors of doubles that leaves NaN to others."""

    def apply(*values: Value) -> Vector | None:
        if len(values) != 1 or type(values[0]) is not Vector or values[0].kind != "double":
            return None
        own, data = values[0].attributes, values[0].data
        if own is not None and not own.keys() <= _OF_SHAPE:
            return None
        from rnet.neural import c_math

        found = np.sqrt(data) if name == "sqrt" else getattr(c_math, name)(data)
        unknown = found.dot(found)
        if unknown != unknown:
            return None
        return Vector("double", found, None if own is None else dict(own))

    return apply


def _counted(*values: Value) -> Any:
    if len(values) != 1 or type(values[0]) not in _NUMBERS or not 0 <= values[0] < _MOST:
        return None
    if values[0] != int(values[0]):
        return None
    return scalar(Vector("integer", np.arange(1, int(values[0]) + 1, dtype=np.int32)))


def _extreme(function: Callable[[Any], Any]) -> Callable[..., float | None]:
    def extreme(*values: Value) -> float | None:
        if len(values) != 1 or type(values[0]) is not Vector or values[0].attributes is not None:
            return None
        data = values[0].data
        if values[0].kind != "double" or not len(data):
            return None
        found = float(function(data))
        return None if found != found else found

    return extreme


_FIELD = re.compile(r"%(?:(%)|([-+ 0]*)(\d{0,2})((?:\.\d{1,2})?)([dsfegi]))")


@functools.lru_cache(maxsize=200)
def _fields(form: str) -> tuple[str, str] | None:
    """Return a format for Python's `%` and the letters of its fields, None for others."""
    if "%" in _FIELD.sub("", form):
        return None
    found = [match.groups() for match in _FIELD.finditer(form)]
    letters = "".join(letter for _, _, _, _, letter in found if letter)
    for _, flags, _, precision, letter in found:
        if (letter == "s" and flags.strip("-")) or (letter in tuple("di") and precision):
            return None
    return form, letters


def _formatted(*values: Value) -> str | None:
    known = _fields(values[0]) if values and type(values[0]) is str else None
    if known is None or len(known[1]) != len(values) - 1:
        return None
    shown: list[Any] = []
    for letter, value in zip(known[1], values[1:], strict=True):
        if letter == "s":
            text = _text(value)
            if text is None or not text.isascii():
                return None
            shown.append(text)
        elif type(value) not in _NUMBERS or not -_LARGEST <= value <= _LARGEST:
            return None
        elif letter in "di":
            if value != int(value):
                return None
            shown.append(int(value))
        elif type(value) is int:
            return None
        else:
            shown.append(value)
    return known[0] % tuple(shown)


def strings(values: tuple[Value, ...]) -> Vector:
    """Return strings as one vector."""
    return Vector("character", objects(list(values)))


WAYS: Mapping[str, Callable[..., Any]] = {
    "paste0": _pasted(""),
    "paste": _pasted(" "),
    "sprintf": _formatted,
    "substr": _part,
    "nchar": _length_of_text,
    "as.character": _as_text,
    "is.null": _is_null,
    "is.na": _is_missing,
    "nrow": _size(0),
    "ncol": _size(1),
    "t": _transposed,
    "%*%": _product,
    "exp": _elementwise("exp"),
    "tanh": _elementwise("tanh"),
    "sqrt": _elementwise("sqrt"),
    "seq_len": _counted,
    "max": _extreme(np.max),
    "min": _extreme(np.min),
}
"""The quick ways by R name; `builtin` gives them to the functions."""
