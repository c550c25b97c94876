"""Writing single elements in place: into vectors that nobody else holds, where it is easy.

Every function answers whether it did; where it did not, the long way is to be gone.
"""

from typing import Any

import numpy as np

from rnet.interpreter.values import Array, Named, Value, Vector, boxed

_NUMBERS = frozenset({float, int})
_FITTING = {
    "double": _NUMBERS,
    "integer": frozenset({int}),
    "logical": frozenset({bool}),
    "character": frozenset({str}),
    "list": frozenset(),
    "complex": frozenset(),
    "expression": frozenset(),
}
"""Python scalars that an array of a kind takes as they are."""


def write_quickly(holder: Value, given: list[Named], new: Value) -> bool:
    """Write one element; `given` are evaluated subscripts."""
    if type(holder) is not Vector or any(name is not None for name, _ in given):
        return False
    if len(given) == 1:
        return set_element(holder, given[0][1], new)
    return len(given) == 2 and set_cell(holder, given[0][1], given[1][1], new)


def set_element(held: Vector, index: Any, new: Value, whole: bool = False) -> bool:
    """Write `held[index] <- new`, or with `whole` `held[[index]] <- new`, which any list takes."""
    if held.shared or type(index) not in _NUMBERS:
        return False
    if held.attributes is not None and "class" in held.attributes:
        return False
    if type(new) not in _FITTING[held.kind]:
        if not whole or held.kind != "list" or new is None:
            return False
        new = boxed(new)
    data = held.data
    if 1 <= index < len(data) + 1:
        data[int(index) - 1] = new
        return True
    return held.attributes is None and _lengthened(held, index, new)


def set_cell(held: Vector, row: Any, column: Any, new: Value) -> bool:
    """Write `held[row, column] <- new`."""
    own = held.attributes
    if held.shared or own is None or "class" in own or type(new) not in _FITTING[held.kind]:
        return False
    dim = own.get("dim")
    if dim is None or type(row) not in _NUMBERS or type(column) not in _NUMBERS:
        return False
    sizes = dim.data.tolist()
    if len(sizes) != 2 or not (1 <= row < sizes[0] + 1 and 1 <= column < sizes[1] + 1):
        return False
    held.data[(int(column) - 1) * sizes[0] + int(row) - 1] = new
    return True


def set_component(held: Value, name: str, new: Value) -> bool:
    """Write `held$name <- new` for a component that a list without class has."""
    if type(held) is not Vector or held.shared or held.kind != "list" or new is None:
        return False
    own = held.attributes
    if own is None or "class" in own or "names" not in own:
        return False
    names = own["names"].data.tolist()
    if name not in names:
        return False
    held.data[names.index(name)] = boxed(new)
    return True


def _lengthened(holder: Vector, position: float, new: Value) -> bool:
    """Put an element right behind the end, as loops that collect results do."""
    length = len(holder.data)
    if not length + 1 <= position < length + 2:
        return False
    holder.data = with_room(holder.data, length + 1)
    holder.data[length] = new
    return True


def with_room(data: Array, length: int) -> Array:
    """Return an array that nobody else holds at a greater length; what is added is not set.

    It is the beginning of a longer one, so that a loop does not copy it each time.
    """
    whole = data.base
    if type(whole) is not _Room or len(whole) < length:
        whole = _Room(length + length // 8 + 4, data.dtype)
        whole[: len(data)] = data
    return np.ndarray(length, data.dtype, whole)


class _Room(np.ndarray[Any, Any]):
    """An array made by `with_room`, with place behind what is used of it."""
