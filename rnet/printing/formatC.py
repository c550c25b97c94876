"""R's `formatC`: every number on its own, as C's printf writes it."""  # noqa: N999 - R's spelling

import math
import re
from dataclasses import dataclass, replace
from typing import Any

from rnet.conditions import RError, warn
from rnet.printing.characters import character_texts, flat_vector, shaped_like
from rnet.printing.elements import Vector
from rnet.printing.marks import checked_marks
from rnet.printing.numbers import format_real
from rnet.printing.strings import escaped_width, pad
from rnet.settings import current
from rnet.values import LARGEST_INTEGER, is_na

FLAGS = "0+- #'I"
FORMATS = ("d", "f", "e", "E", "g", "G", "fg", "s")
MODES = {"double": "double", "real": "double", "integer": "integer", "character": "character"}
DEFAULT_DIGITS, C_DIGITS, MOST_DIGITS = 4, 6, 50
SMALLEST_FIXED_EXPONENT = -4
BAD_FORMAT = '\'format\' must be one of {"f","e","E","g","G", "fg", "s"}'


def formatC(  # noqa: N802 - R's name
    x: Any,
    digits: int | None = None,
    width: int | None = None,
    format: str | None = None,  # noqa: A002 - R's argument name
    flag: str = "",
    mode: str | None = None,
    big_mark: str = "",
    *,
    big_interval: int = 3,
    decimal_mark: str = ".",
    drop0trailing: bool = False,
) -> Any:
    """Format numbers one by one in C's style.

    Parameters
    ----------
    x : number, string, array_like, Series or matrix
        What to format.
    digits : int, optional
        Decimals of formats "f" and "e", significant digits of "g" and "fg". Default 4;
        negative: C's default, 6.
    width : int, optional
        Least width; negative pads on the right. Default `digits + 1` if `digits` is given,
        else no padding.
    format : {"d", "f", "e", "E", "g", "G", "fg", "s"}, optional
        Default "d" for integers, "g" for doubles. "fg": fixed notation with `digits`
        significant digits.
    flag : str
        Of C's flags: "0" pads with zeros, "-" on the right, "+" and " " mark positive numbers,
        "#" keeps trailing zeros.
    mode : {"double", "real", "integer", "character"}, optional
        Default: that of `x`.
    big_mark : str
        Between thousands.
    big_interval : int
        Digits between two big marks.
    decimal_mark : str
        What stands for the decimal point.
    drop0trailing : bool
        Whether trailing zeros of a fraction go.

    Returns
    -------
    str or object array, Series, DataFrame of str
        In the shape of `x`.

    Raises
    ------
    RError
        For a mode, format or flag R does not know.

    Notes
    -----
    R page: `?formatC`. Odd, as in R: tiny numbers and zeros in format "fg" are not padded.
    Format "d" rounds doubles; R 4.2 cut their fraction off.

    Examples
    --------
    >>> formatC(3.14159, digits=3, format="f"), formatC(42, width=8, flag="0")
    ('3.142', '00000042')
    >>> formatC([1.0, 10.0, 100.0], width=5).tolist()
    ['    1', '   10', '  100']
    """
    vector = flat_vector(x)
    kind = _mode(vector, mode, format)
    if not set(flag) <= set(FLAGS):
        raise RError(f"'flag' should contain only characters from [{FLAGS}]")
    if kind == "character":
        return shaped_like(_strings(*_character_texts(x, vector, mode), width, flag), x)
    marks = checked_marks(big_mark, big_interval, decimal_mark, drop0trailing)
    spec = _specification(kind, digits, width, format, flag)
    numbers = _numbers(vector, kind, spec.letter)
    texts = [_number(value, spec) for value in numbers]
    if not marks.change_nothing:
        texts = [marks.apply(text, keep_width=True) for text in texts]
    return shaped_like(texts, x)


@dataclass(frozen=True, slots=True)
class _Specification:
    """A checked printf specification: conversion letter, digits, width, flags."""

    letter: str
    digits: int
    width: int
    flags: str

    def written(self, value: float, letter: str, digits: int | None) -> str:
        """Return C's `printf` of one number."""
        flags = re.sub("[#'I]" if letter == "d" else "['I]", "", self.flags)
        precision = "" if digits is None else f".{digits}"
        return f"%{flags}{self.width}{precision}{letter}" % value


def _mode(vector: Vector, mode: str | None, style: str | None) -> str:
    """Return R's mode to format in: that of `x` unless told otherwise."""
    if style == "d" and mode is None and vector.kind == "logical":
        return "integer"
    if mode is not None and mode not in MODES:
        raise RError('\'mode\' must be "double" ("real"), "integer" or "character"')
    own = {"double": "double", "integer": "integer", "character": "character"}.get(vector.kind)
    if vector.kind == "list":
        raise RError("default method not implemented for type 'list'")
    if mode == "character" or (own == "character" and mode is None):
        return "character"
    if style == "s":
        warn('coercing argument to "character" for format="s"', stacklevel=4)
        return "character"
    if mode is None and own is None:
        raise RError("unsupported type ", "formatC formats numbers and strings.")
    return MODES[mode] if mode is not None else str(own)


def _specification(
    kind: str, digits: int | None, width: int | None, style: str | None, flag: str
) -> _Specification:
    if style is not None and style not in FORMATS:
        raise RError(BAD_FORMAT)
    letter = style or ("d" if kind == "integer" else "g")
    if digits is not None:
        digits = C_DIGITS if digits < 0 else math.floor(digits)
        if digits > MOST_DIGITS and letter not in {"f", "d"}:
            warn(f"'digits' reduced to {MOST_DIGITS}", stacklevel=5)
            digits = MOST_DIGITS
    if width is None:
        width = 0 if digits is None else digits + 1
    elif width == 0 and digits is not None:
        width = digits
    flags = flag if width >= 0 or "-" in flag else flag + "-"
    shown = DEFAULT_DIGITS if digits is None else digits
    return _Specification(letter, shown, abs(math.floor(width)), flags)


def _numbers(vector: Vector, kind: str, letter: str) -> list[float | None]:
    """Return the numbers to write; whole ones for format "d", None for NA."""
    data = vector.data
    values: list[float | None]
    if vector.kind == "character":
        values = [_coerced(text) for text in data]
        if values.count(None) > list(data).count(None):
            warn("NAs introduced by coercion", stacklevel=4)
    elif vector.kind == "double":
        pairs = zip(data.tolist(), is_na(data), strict=True)
        values = [None if gone else value for value, gone in pairs]
    else:
        values = [None if value is None else int(value) for value in data]
    if kind == "integer":
        return [_truncated(value) for value in values]
    return [_whole(value) for value in values] if letter == "d" else values


def _truncated(value: float | None) -> int | None:
    """Return a double as R's integer: NA where there is none."""
    if value is None or math.isnan(value):
        return None
    if abs(value) < LARGEST_INTEGER + 1:
        return math.trunc(value)
    warn("NAs introduced by coercion to integer range", stacklevel=6)
    return None


def _coerced(text: str | None) -> float | None:
    try:
        return None if text is None else float(text)
    except ValueError:
        return None


def _whole(value: float | None) -> float | None:
    """Return a double as the whole number format "d" shows."""
    if value is None or current().follows("4.3"):
        return value if value is None or not math.isfinite(value) else round(value)
    return _truncated(value)


def _number(value: float | None, spec: _Specification) -> str:
    if value is None or not math.isfinite(value):
        return pad(_special(value), spec.width, "left" if spec.flags == "-" else "right")
    if spec.letter == "fg":
        return _fixed(value, spec)
    if spec.letter == "d":
        return spec.written(int(value), "d", None)
    return spec.written(value, spec.letter, spec.digits)


def _special(value: float | None) -> str:
    if value is None:
        return "NA"
    return "NaN" if math.isnan(value) else "Inf" if value > 0 else "-Inf"


def _fixed(value: float, spec: _Specification) -> str:
    """Write in format "fg": `digits` significant digits, never an exponent."""
    if value == 0:
        return "0"
    exponent = math.floor(math.log10(abs(value)))
    if exponent < SMALLEST_FIXED_EXPONENT:
        decimals = max(spec.digits - 1 - exponent, 0)
        narrow = replace(spec, width=0)
        text = narrow.written(value, "f", decimals)
        return text if "#" in spec.flags else text.rstrip("0")
    text = spec.written(value, "g", spec.digits)
    return spec.written(value, "f", 0) if "e" in text else text


def _character_texts(x: Any, vector: Vector, mode: str | None) -> tuple[list[str | None], bool]:
    """Return the strings to pad, and whether they are strings at heart, which "-" can move."""
    if mode == "character" and vector.kind == "double":
        return list(format_real(vector.data)), False
    return character_texts(x), vector.kind == "character"


def _strings(texts: list[str | None], movable: bool, width: int | None, flag: str) -> list[str]:
    shown = ["NA" if text is None else text for text in texts]
    least = max(map(escaped_width, shown), default=0) if not width else abs(width)
    left = (flag == "-" and movable) or (width or 0) < 0
    return [pad(text, least, "left" if left else "right", escaped_width) for text in shown]
