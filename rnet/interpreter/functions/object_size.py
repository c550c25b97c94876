"""How much memory R would use for a value: `object.size`."""

from typing import Any

from rnet.conditions import RError
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import text
from rnet.interpreter.environment import Environment
from rnet.interpreter.values import Value, Vector, boxed, character, double

HEADER = 48
NODE = 56
"""Bytes of a vector without elements; of a pair, a symbol or an environment."""
SMALL = (8, 16, 32, 48, 64, 128)
"""What small vectors are given, in bytes; longer ones take whole words."""
WIDTHS = {"logical": 4, "integer": 4, "double": 8, "complex": 16}
BINARY = {"B": 0, "Kb": 1, "KB": 1, "Mb": 2, "MB": 2, "Gb": 3, "GB": 3}
PRINTED = {"b": "B", "kb": "Kb", "mb": "Mb", "gb": "Gb"}


def _room(size: int) -> int:
    if size == 0:
        return HEADER
    fitting = next((room for room in SMALL if size <= room), -(-size // 8) * 8)
    return HEADER + fitting


def bytes_of(value: Any) -> int:
    """Return the bytes of a value as 64-bit R counts them."""
    item = boxed(value)
    if item is None:
        return 0
    if isinstance(item, Environment):
        return NODE
    if not isinstance(item, Vector):
        raise RError(
            "the size of such an object is not known",
            "object.size() counts vectors, lists and data frames here.",
        )
    return _own(item) + sum(2 * NODE + bytes_of(part) for part in (item.attributes or {}).values())


def _own(item: Vector) -> int:
    count = len(item.data)
    if item.kind in WIDTHS:
        return _room(count * WIDTHS[item.kind])
    pointers = _room(count * 8)
    if item.kind == "character":
        texts = {part for part in item.data.tolist() if part is not None}
        return (
            pointers
            + sum(_room(len(part.encode()) + 1) for part in texts)
            + (_room(3) if None in item.data.tolist() else 0)
        )
    return pointers + sum(bytes_of(part) for part in item.data.tolist())


@builtin("object.size", "x")
def object_size(x: Value) -> Vector:
    """Return how many bytes R would use for a value."""
    return double([float(bytes_of(x))], {"class": character(["object_size"])})


@builtin("format.object_size", "x, units = 'b', standard = 'auto', digits = 1L, ...")
def format_object_size(x: Value, units: Value, standard: Value, digits: Value, dots: Any) -> Value:
    """Return a size as text, in bytes or binary units."""
    from rnet.printing.numbers import as_character
    from rnet.printing.rounding import round_r

    assert isinstance(x, Vector)
    size = float(x.data[0])
    unit = text(units, "units")
    if unit == "auto":
        fitting = [name for name in ("Gb", "Mb", "Kb") if size >= 1024 ** BINARY[name]]
        unit = fitting[0] if fitting else "B"
    if unit in ("b", "B"):
        return character([f"{as_character(size)} bytes"])
    if unit not in BINARY:
        raise RError("invalid unit for sizes: 'units' is one of b, Kb, Mb, Gb, auto")
    places = int(attribute_or(digits, 1))
    return character(
        [f"{as_character(float(round_r(size / 1024 ** BINARY[unit], places)))} {unit}"]
    )


def attribute_or(value: Value, default: int) -> int:
    """Return a whole number, or another where none was given."""
    return default if not isinstance(value, Vector) else int(value.data[0])


@builtin("print.object_size", "x, quote = FALSE, units = 'b', standard = 'auto', digits = 1L, ...")
def print_object_size(
    x: Value, quote: Value, units: Value, standard: Value, digits: Value, dots: Any
) -> Value:
    """Print a size."""
    from rnet.interpreter.frame import STATE

    shown = format_object_size(x, units, standard, digits, dots)
    assert isinstance(shown, Vector)
    STATE.session.write(f"{shown.data[0]}\n")
    STATE.visible = False
    return x
