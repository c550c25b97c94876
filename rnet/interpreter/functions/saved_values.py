"""`saveRDS` and `readRDS`: values in R's own file format, as the manual "R Internals" describes it.

Vectors, lists, factors, dates, matrices and data frames; no functions, environments or fits.
"""

import bz2
import gzip
import lzma
import struct
from collections.abc import Callable
from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import coerced, is_true, text, type_name
from rnet.interpreter.functions.printing import invisible
from rnet.interpreter.sandbox import COMPRESSED, absent, located, readable, writable
from rnet.interpreter.values import (
    Language,
    Model,
    Named,
    Value,
    Vector,
    boxed,
    character,
    objects,
)
from rnet.language.tree import Symbol

SYMBOL, PAIRS, STRING, REFERENCE, NULL, REPRESENTED = 1, 2, 9, 255, 254, 238
TYPES = {
    "logical": 10,
    "integer": 13,
    "double": 14,
    "complex": 15,
    "character": 16,
    "list": 19,
    "expression": 20,
}
KINDS = {code: kind for kind, code in TYPES.items()}
STORED = {"logical": ">i4", "integer": ">i4", "double": ">f8", "complex": ">c16"}
IS_OBJECT, HAS_ATTRIBUTES, HAS_TAG = 1 << 8, 1 << 9, 1 << 10
UTF_8, ASCII = 1 << 15, 1 << 18
HEADER = struct.pack(">2s3i", b"X\n", 2, 0x00040202, 0x00020300)
ADVICE = (
    "rnet's saveRDS and readRDS know vectors, lists, factors, dates, matrices and data frames."
    " Of a fit save what you need: saveRDS(coef(fit), file)."
)


class Writer:
    """Writes one value."""

    def __init__(self) -> None:
        self.parts: list[bytes] = [HEADER]
        self.symbols: dict[str, int] = {}

    def number(self, value: int) -> None:
        """Write a whole number."""
        self.parts.append(struct.pack(">i", value))

    def text(self, item: str | None) -> None:
        """Write a string."""
        if item is None:
            self.parts.append(struct.pack(">2i", STRING, -1))
            return
        code = item.encode("utf-8")
        self.number(STRING | (ASCII if item.isascii() else UTF_8))
        self.number(len(code))
        self.parts.append(code)

    def symbol(self, name: str) -> None:
        """Write a name; one that has been written, by its number."""
        known = self.symbols.get(name)
        if known is not None:
            self.number(known << 8 | REFERENCE)
            return
        self.symbols[name] = len(self.symbols) + 1
        self.number(SYMBOL)
        self.text(name)

    def value(self, value: Value) -> None:
        """Write a value with its attributes."""
        vector = boxed(value)
        if vector is None:
            self.number(NULL)
            return
        if not isinstance(vector, Vector) or vector.kind not in TYPES:
            kind = f"a fit of class '{vector.classes[0]}'" if isinstance(vector, Model) else None
            raise RError(f"cannot save {kind or type_name(vector)}", ADVICE)
        own = {name: item for name, item in (vector.attributes or {}).items() if item is not None}
        flags = (IS_OBJECT if "class" in own else 0) | (HAS_ATTRIBUTES if own else 0)
        self.number(TYPES[vector.kind] | flags)
        self.number(len(vector.data))
        self.elements(vector)
        for name, item in own.items():
            self.number(PAIRS | HAS_TAG)
            self.symbol(name)
            self.value(item)
        if own:
            self.number(NULL)

    def elements(self, vector: Vector) -> None:
        """Write the elements of a vector."""
        if vector.kind in STORED:
            self.parts.append(vector.data.astype(STORED[vector.kind]).tobytes())
            return
        write = self.text if vector.kind == "character" else self.value
        for item in vector.data:
            write(item)


class Reader:
    """Reads one value."""

    def __init__(self, code: bytes) -> None:
        if code[:2] != b"X\n":
            raise RError("unknown input format", "readRDS reads what saveRDS wrote.")
        self.code = code
        self.at = 2
        self.symbols: list[str] = []
        version = self.number()
        self.take(8)
        if version == 3:
            self.take(self.number())

    def take(self, count: int) -> bytes:
        """Return the next bytes."""
        self.at += count
        if self.at > len(self.code):
            raise RError("error reading from connection", "The file ends too early.")
        return self.code[self.at - count : self.at]

    def number(self) -> int:
        """Read a whole number."""
        return int(struct.unpack(">i", self.take(4))[0])

    def value(self, flags: int | None = None) -> Any:
        """Read a value."""
        flags = self.number() if flags is None else flags
        kind = flags & 0xFF
        if kind == NULL:
            return None
        if kind in KINDS:
            found = self.vector(KINDS[kind])
            if flags & HAS_ATTRIBUTES:
                found.attributes = {str(name): item for name, item in self.pairs(self.number())}
            return found
        if kind == STRING:
            return self.text()
        if kind in (SYMBOL, REFERENCE):
            return Language(Symbol(self.symbol(flags)))
        if kind == PAIRS:
            return self.pairs(flags)
        if kind == REPRESENTED:
            return self.represented()
        raise RError(f"cannot read a value of R's internal type {kind}", ADVICE)

    def text(self) -> str | None:
        """Read a string."""
        length = self.number()
        return None if length < 0 else self.take(length).decode("utf-8", "replace")

    def symbol(self, flags: int) -> str:
        """Read a name."""
        if flags & 0xFF == REFERENCE:
            return self.symbols[(flags >> 8) - 1]
        self.number()
        self.symbols.append(self.text() or "")
        return self.symbols[-1]

    def pairs(self, flags: int) -> list[tuple[str | None, Any]]:
        """Read pairs of names and values."""
        found: list[tuple[str | None, Any]] = []
        while flags & 0xFF == PAIRS:
            if flags & HAS_ATTRIBUTES:
                self.value()
            name = self.symbol(self.number()) if flags & HAS_TAG else None
            found.append((name, self.value()))
            flags = self.number()
        if flags & 0xFF != NULL:  # a pair whose second part is no list
            found.append((None, self.value(flags)))
        return found

    def vector(self, kind: Any) -> Vector:
        """Read the elements of a vector."""
        count = self.number()
        if kind in STORED:
            stored = np.dtype(STORED[kind])
            data = np.frombuffer(self.take(count * stored.itemsize), stored)
            return Vector(kind, data.astype(stored.newbyteorder("=")))
        items = [self.value() for _ in range(count)]
        return character(items) if kind == "character" else Vector(kind, objects(items))

    def represented(self) -> Any:
        """Return a vector of which R wrote how it is made: runs of numbers, vectors wrapped."""
        name = self.value()[0][1].node.name
        state = self.value()
        found: Any = None
        if name in ("compact_intseq", "compact_realseq"):
            count, first, step = state.data.tolist()
            kind, dtype = ("integer", np.int32) if "int" in name else ("double", np.float64)
            found = Vector(kind, (first + step * np.arange(int(count))).astype(dtype))  # type: ignore[arg-type]
        elif name.startswith("wrap_"):
            found = state[0][1] if isinstance(state, list) else state.data[0]
        elif name == "deferred_string":
            found = character(list(coerced(state[0][1], "character")))
        else:
            raise RError(f"cannot read R's '{name}'", "Save the vector in R as x[seq_along(x)].")
        own = self.value()
        if own:
            found.attributes = {str(name): item for name, item in own}
        return found


@builtin("saveRDS", 'object, file = "", ascii = FALSE, version = NULL, compress = TRUE, ...')
def save_rds(
    x: Value, file: Value, as_text: Value, version: Value, compress: Value, dots: list[Named]
) -> Any:
    """R's `saveRDS`: write a value to a file that R reads too."""
    del version, dots
    if is_true(as_text):
        raise RError("only ascii = FALSE is there", "readRDS reads it in R and in rnet.")
    writer = Writer()
    writer.value(x)
    packed = isinstance(compress, Vector) and compress.kind == "logical" and not is_true(compress)
    code = b"".join(writer.parts)
    writable(text(file, "file")).write_bytes(code if packed else gzip.compress(code, mtime=0))
    return invisible(None)


_PACKED: dict[bytes, Callable[[bytes], bytes]] = {
    b"\x1f\x8b": gzip.decompress,
    b"BZ": bz2.decompress,
    b"\xfd7": lzma.decompress,
}


def unpacked(code: bytes) -> bytes:
    """Return what a file holds, unpacked if it is packed."""
    unpack = _PACKED.get(code[:2])
    return code if unpack is None else unpack(code)


@builtin("readRDS", "file, refhook = NULL")
def read_rds(file: Value, hook: Value) -> Any:
    """R's `readRDS`: read the value in such a file."""
    del hook
    path = text(file, "file")
    if not located(path).is_file():
        raise absent(path, COMPRESSED)
    code = readable(path).read_bytes()
    return Reader(unpacked(code)).value()
