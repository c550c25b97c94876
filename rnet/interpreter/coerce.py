"""Coercion between R's kinds of vectors, and reading an argument as a plain Python value."""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError, warn
from rnet.interpreter.values import (
    DTYPES,
    KINDS,
    MISSING,
    NA_INTEGER,
    Array,
    Builtin,
    Closure,
    FormalObject,
    Kind,
    Language,
    Model,
    Value,
    Vector,
    boxed,
    objects,
)
from rnet.values import NA, is_na

FIXED = 1e5
"""Whole numbers below this are written with all their digits: 99999, but 1e+05."""


UNEVALUATED = frozenset(
    """if for while repeat break next return function { [ [[ $ @ <- <<- = [<- [[<- $<- @<- && ||
    quote substitute rep missing on.exit UseMethod switch expression call forceAndCall log round
    signif ~""".split()  # noqa: SIM905 - names
)
"""Functions that R calls special: they see their arguments as written."""


def common_kind(kinds: list[Kind]) -> Kind:
    """Return the kind that can hold all of these."""
    return max(kinds, key=KINDS.index, default="logical")


def coerced(vector: Vector, kind: Kind) -> Array:
    """Return the elements of a vector as another kind's array; attributes play no part.

    Warns `NAs introduced by coercion` for strings that are no numbers.
    """
    if vector.kind == kind or {vector.kind, kind} <= {"list", "expression"}:
        return vector.data
    if vector.kind in ("list", "expression"):
        return _from_list(vector, kind)
    if kind in ("list", "expression"):
        return objects(
            [Vector(vector.kind, vector.data[i : i + 1]) for i in range(len(vector.data))]
        )
    if kind == "character":
        return as_strings(vector)
    if vector.kind == "character":
        return _from_strings(vector.data, kind)
    return _between_numbers(vector, kind)


def _between_numbers(vector: Vector, kind: Kind) -> Array:
    if kind == "raw":
        return _bytes(coerced(vector, "integer"))
    data: Array = vector.data.astype(np.int32) if vector.kind == "raw" else vector.data
    if vector.kind in ("raw", "logical", "integer"):
        if kind in ("logical", "integer"):
            if kind == "integer":
                return data
            return np.where(data == NA_INTEGER, NA_INTEGER, data != 0).astype(np.int32)
        numbers = data.astype(DTYPES[kind])
        missing = data == NA_INTEGER
        if missing.any():
            numbers[missing] = NA
        return numbers
    if kind == "complex":
        return data.astype(np.complex128)
    if vector.kind == "complex":
        return _between_numbers(Vector("double", data.real.copy()), kind)
    absent = np.isnan(data)
    if kind == "logical":
        return np.where(absent, NA_INTEGER, data != 0).astype(np.int32)
    return _whole(data, absent)


def _bytes(whole: Array) -> Array:
    outside = (whole < 0) | (whole > 255)
    if outside.any():
        warn("out-of-range values treated as 0 in coercion to raw")
    return np.where(outside, 0, whole).astype(np.uint8)


def _whole(data: npt.NDArray[np.float64], absent: Array) -> Array:
    outside = ~absent & ((data >= 2.0**31) | (data <= -(2.0**31) - 1.0))
    if outside.any():
        warn("NAs introduced by coercion to integer range")
    bad = absent | outside
    whole = np.where(bad, 0.0, data).astype(np.int64)
    return np.where(bad, NA_INTEGER, whole).astype(np.int32)


def _from_strings(data: Array, kind: Kind) -> Array:
    if kind == "logical":
        known = dict.fromkeys(("T", "TRUE", "true", "True"), 1)
        known |= dict.fromkeys(("F", "FALSE", "false", "False"), 0)
        return np.array([known.get(text, NA_INTEGER) for text in data], dtype=np.int32)
    items = data.tolist()
    if kind == "complex" and any(_complex_number(item) is not None for item in items):
        found = [_complex_number(item) for item in items]
        reals = [None if z is not None else item for z, item in zip(found, items, strict=True)]
        plain = _from_strings(objects(reals), "double").astype(np.complex128)
        return np.array([p if z is None else z for z, p in zip(found, plain, strict=True)])
    numbers = _plain_numbers(items)
    if numbers is not None:
        return numbers if kind == "double" else _between_numbers(Vector("double", numbers), kind)
    known_numbers = {text: _number(text) for text in set(items)}
    numbers = np.array([known_numbers[text] for text in items], dtype=np.float64)
    unread = np.flatnonzero(is_na(numbers)).tolist()
    if any(items[i] is not None for i in unread):
        warn("NAs introduced by coercion")
    if kind == "double":
        return numbers
    return _between_numbers(Vector("double", numbers), kind)


def _complex_number(text: str | None) -> complex | None:
    """Return what a string like `1+2i` spells, None where it has no imaginary part."""
    if text is None or not text.strip().endswith("i"):
        return None
    try:
        return complex(text.strip()[:-1] + "j")
    except ValueError:
        return None


_OF_NUMBERS = frozenset("0123456789+-.eE ")


def _plain_numbers(items: list[Any]) -> npt.NDArray[np.float64] | None:
    """Return strings that are all written in decimals as numbers, None for others."""
    try:
        if not _OF_NUMBERS.issuperset("".join(items)):
            return None
        return np.array([float(item) for item in items], dtype=np.float64)
    except (TypeError, ValueError):
        return None


_SPECIAL = {"na": NA, "nan": np.nan, "inf": np.inf, "infinity": np.inf}


def _number(text: str | None) -> float:
    """Return what R's `as.numeric` makes of a string; NA where it is no number."""
    if text is None:
        return NA
    bare = text.strip()
    sign = -1.0 if bare.startswith("-") else 1.0
    unsigned = bare[1:] if bare[:1] in ("+", "-") else bare
    if unsigned.lower() in _SPECIAL and unsigned not in ("na", "Na", "nA"):
        return sign * _SPECIAL[unsigned.lower()] if unsigned != "NA" else NA
    try:
        if unsigned[:2].lower() == "0x":
            return sign * (float.fromhex(unsigned))
        return float(bare) if "_" not in bare and bare.isascii() else NA
    except ValueError:
        return NA


def _from_list(vector: Vector, kind: Kind) -> Array:
    parts = []
    for item in vector.data:
        element = boxed(item)
        if kind == "character" and not _is_single(element):
            from rnet.interpreter.deparse_value import deparsed_element

            parts.append(np.array([deparsed_element(element)], dtype=object))
            continue
        if not isinstance(element, Vector) or len(element.data) != 1:
            raise RError(f"'list' object cannot be coerced to type '{kind}'")
        parts.append(coerced(element, kind))
    return np.concatenate(parts) if parts else np.empty(0, dtype=DTYPES[kind])


def _is_single(element: Any) -> bool:
    return (
        isinstance(element, Vector)
        and len(element.data) == 1
        and element.kind not in ("list", "expression")
    )


def as_strings(vector: Vector) -> Array:
    """Return the elements as `as.character` writes them: 15 digits, no quotes; None for NA."""
    if vector.kind == "character":
        return vector.data
    if vector.kind == "logical":
        words = {0: "FALSE", NA_INTEGER: None}
        return objects([words.get(item, "TRUE") for item in vector.data.tolist()])
    if vector.kind == "integer":
        return objects([None if v == NA_INTEGER else str(v) for v in vector.data.tolist()])
    if vector.kind == "raw":
        return objects([f"{v:02x}" for v in vector.data.tolist()])
    if vector.kind in ("list", "expression"):
        return _from_list(vector, "character")
    from rnet.printing.numbers import as_character, as_characters

    if vector.kind == "complex":
        missing = is_na(np.ascontiguousarray(vector.data.real))
        texts = [_complex_text(item, as_character) for item in vector.data.tolist()]
        return objects([None if gone else t for t, gone in zip(texts, missing, strict=True)])
    if (np.abs(vector.data) < FIXED).all() and (vector.data == np.rint(vector.data)).all():
        return objects([str(v) for v in vector.data.astype(np.int64).tolist()])
    texts = as_characters(vector.data)
    missing = is_na(vector.data)
    return objects([None if missing[i] else text for i, text in enumerate(texts)])


def _complex_text(number: complex, written: Callable[[float], str]) -> str:
    sign = "-" if number.imag < 0 else "+"
    return f"{written(number.real)}{sign}{written(abs(number.imag))}i"


def as_kind(value: Value, kind: Kind) -> Vector:
    """Return a value as a bare vector of a kind, without attributes; NULL gives length 0."""
    vector = boxed(value)
    if vector is None:
        return Vector(kind, np.empty(0, dtype=DTYPES[kind]))
    if isinstance(vector, Language) and kind in ("list", "character", "expression"):
        from rnet.interpreter.language_values import language_parts

        vector = language_parts(vector, kind)
    if not isinstance(vector, Vector):
        raise RError(f"cannot coerce type '{type_name(vector)}' to vector of type '{kind}'")
    return Vector(kind, coerced(vector, kind))


def type_name(value: Value) -> str:
    """Return what `typeof` calls a value."""
    from rnet.interpreter.environment import Environment

    vector = boxed(value)
    match vector:
        case None:
            return "NULL"
        case Vector():
            return str(vector.kind)
        case Closure():
            return "closure"
        case Builtin():
            from rnet.language.primitives import PRIMITIVES

            if vector.name in UNEVALUATED:
                return "special"
            return "builtin" if vector.name in PRIMITIVES | {"("} else "closure"
        case Language():
            from rnet.language.tree import Symbol

            return "symbol" if isinstance(vector.node, Symbol) else "language"
        case Model():
            return "list"
        case FormalObject():
            return "S4"
        case Environment():
            kind = (vector.attributes or {}).get("class")
            return "S4" if kind is not None and kind.attributes else "environment"
    return "environment"


def doubles(value: Value) -> npt.NDArray[np.float64]:
    """Return the numbers of a value, NA kept."""
    return as_kind(value, "double").data


def strings(value: Value) -> list[str | None]:
    """Return a value as strings; factors give their labels."""
    vector = boxed(value)
    if isinstance(vector, Vector) and vector.attributes and "levels" in vector.attributes:
        levels = vector.attributes["levels"].data
        if is_factor(vector):
            return [None if c == NA_INTEGER else levels[c - 1] for c in vector.data.tolist()]
    if vector is None:
        return []
    return list(as_kind(vector, "character").data)


def is_factor(value: Value) -> bool:
    """Whether a value has class "factor"."""
    if not isinstance(value, Vector) or value.attributes is None:
        return False
    kinds = value.attributes.get("class")
    return kinds is not None and "factor" in kinds.data.tolist()


def texts(value: Value) -> list[str]:
    """Return a value as strings, a missing one as "NA"."""
    return ["NA" if item is None else item for item in strings(value)]


def text(value: Value, name: str) -> str:
    """Return an argument that must be one string.

    Raises
    ------
    RError
        `invalid 'name' argument`
    """
    vector = boxed(value)
    ok = isinstance(vector, Vector) and vector.kind == "character" and len(vector.data) >= 1
    if not ok or vector.data[0] is None:
        raise RError(f"invalid '{name}' argument", f"'{name}' is one string.")
    return str(vector.data[0])


def flag(value: Value, name: str) -> bool:
    """Return an argument that must be TRUE or FALSE.

    Raises
    ------
    RError
        `invalid 'name' argument`
    """
    word = _first(value, "logical")
    if word is not None and word != NA_INTEGER:
        return bool(word)
    raise RError(f"invalid '{name}' argument", f"'{name}' is TRUE or FALSE.")


def is_true(value: Value) -> bool:
    """Whether a value is exactly TRUE (R's `isTRUE`)."""
    vector = boxed(value)
    return (
        isinstance(vector, Vector)
        and vector.kind == "logical"
        and len(vector.data) == 1
        and bool(vector.data[0] == 1)
    )


def whole(value: Value, name: str) -> int:
    """Return an argument that must be one whole number.

    Raises
    ------
    RError
        `invalid 'name' argument`
    """
    number = _first(value, "double")
    if number is not None and np.isfinite(number):
        return int(number)
    raise RError(f"invalid '{name}' argument", f"'{name}' is a whole number.")


def _first(value: Value, kind: Kind) -> Any:
    """Return the first element as another kind, None of lists, empty vectors and other values."""
    vector = boxed(value)
    if not isinstance(vector, Vector) or not len(vector.data) or vector.kind == "list":
        return None
    return coerced(Vector(vector.kind, vector.data[:1]), kind)[0]


def given(value: Any) -> bool:
    """Whether an argument is neither missing nor NULL."""
    return value is not MISSING and value is not None
