"""Raw vectors: bytes, from and to texts, bits and whole numbers."""

import numpy as np

from rnet.conditions import RError
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import as_kind, flag, text, whole
from rnet.interpreter.values import NA_INTEGER, Array, Value, Vector, character

WORD = 32
"""Bits of an integer."""


def raw_vector(values: Array) -> Vector:
    """Return a raw vector from numbers that are bytes."""
    return Vector("raw", np.asarray(values).astype(np.uint8))


@builtin("raw", "length = 0L")
def raw(length: Value) -> Vector:
    """Return so many zero bytes."""
    return raw_vector(np.zeros(whole(length, "length")))


@builtin("charToRaw", "x")
def char_to_raw(x: Value) -> Vector:
    """Return the bytes of a string in UTF-8."""
    if not isinstance(x, Vector) or x.kind != "character" or not len(x.data):
        raise RError("argument must be a character vector of length 1")
    return raw_vector(np.frombuffer(text(x, "x").encode(), dtype=np.uint8))


@builtin("rawToChar", "x, multiple = FALSE")
def raw_to_char(x: Value, multiple: Value) -> Value:
    """Return bytes as a string, or each as a string of its own."""
    data = _bytes(x)
    if flag(multiple, "multiple"):
        return character([chr(item) for item in data.tolist()])
    return data.tobytes().decode("utf-8", "replace")


@builtin("rawToBits", "x")
def raw_to_bits(x: Value) -> Vector:
    """Return the bits of bytes, the lowest first."""
    return raw_vector(np.unpackbits(_bytes(x), bitorder="little"))


@builtin("rawShift", "x, n")
def raw_shift(x: Value, n: Value) -> Vector:
    """Return bytes shifted by so many bits."""
    step = whole(n, "n")
    if not -8 <= step <= 8:
        raise RError("argument 'n' must be a small integer (-8..8)")
    data = _bytes(x).astype(np.int64)
    return raw_vector((data << step if step >= 0 else data >> -step) & 255)


@builtin("intToBits", "x")
def int_to_bits(x: Value) -> Vector:
    """Return the 32 bits of whole numbers, the lowest first."""
    data = as_kind(x, "integer").data.astype("<i4")
    return raw_vector(np.unpackbits(data.view(np.uint8), bitorder="little"))


@builtin("packBits", "x, type = 'raw'")
def pack_bits(x: Value, kind: Value) -> Vector:
    """Return bits put together as bytes or integers."""
    if not isinstance(x, Vector) or x.kind not in ("raw", "logical", "integer"):
        raise RError("argument 'x' must be raw, integer or logical")
    bits = x.data.astype(np.int64)
    if (bits == NA_INTEGER).any():
        raise RError("argument 'x' must not contain NAs")
    size = 8 if text(kind, "type") == "raw" else WORD
    if len(bits) % size:
        raise RError(f"argument 'x' must be a multiple of {size} long")
    packed = np.packbits((bits & 1).astype(np.uint8), bitorder="little")
    return raw_vector(packed) if size < WORD else Vector("integer", packed.view("<i4").copy())


def _bytes(x: Value) -> Array:
    if not isinstance(x, Vector) or x.kind != "raw":
        raise RError("argument 'x' must be raw")
    return x.data
