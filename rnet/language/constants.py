"""R's text of constants: numbers with 15 significant digits, strings with escapes."""

import math
import unicodedata

from rnet.language.tree import Constant

DIGITS = 15
NA_TEXT = {
    "logical": "NA", "integer": "NA_integer_", "double": "NA_real_", "complex": "NA_complex_",
    "character": "NA_character_", "NULL": "NULL",
}  # fmt: skip
_ESCAPES = {
    "\n": "\\n", "\t": "\\t", "\r": "\\r", "\a": "\\a", "\b": "\\b", "\f": "\\f", "\v": "\\v",
    "\\": "\\\\", "\0": "\\0",
}  # fmt: skip
# Unassigned code points, controls, line and paragraph separators.
_NOT_PRINTABLE = frozenset(["Cn", "Cc", "Zl", "Zp"])


def constant_text(constant: Constant) -> str:
    """Return how R writes a constant in source text.

    Examples
    --------
    >>> constant_text(Constant("double", 100000.0)), constant_text(Constant("integer", 100000))
    ('1e+05', '100000L')
    """
    match constant.kind, constant.value:
        case kind, None:
            return NA_TEXT[kind]
        case "logical", value:
            return "TRUE" if value else "FALSE"
        case ("integer" | "raw") as kind, value:
            return f"{value}L" if kind == "integer" else f"0x{value:02x}"
        case _, complex() as value:
            return _complex_text(value)
        case _, str() as value:
            return quoted(value, '"')
        case _, value:
            return number_text(value)


def number_text(value: float) -> str:
    """Return a number as R's deparse writes it.

    As many significant digits as it needs, at most 15; fixed notation unless scientific is
    shorter.
    """
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Inf" if value > 0 else "-Inf"
    if value == 0:
        return "0"
    mantissa, exponent = f"{abs(value):.{DIGITS - 1}e}".split("e")
    digits = mantissa.replace(".", "").rstrip("0")
    power = int(exponent)
    point = "." if len(digits) > 1 else ""
    scientific = f"{digits[0]}{point}{digits[1:]}e{'-' if power < 0 else '+'}{abs(power):02d}"
    fixed = f"{abs(value):.{max(0, len(digits) - 1 - power)}f}"
    return ("-" if value < 0 else "") + (fixed if len(fixed) <= len(scientific) else scientific)


def quoted(text: str, quote: str) -> str:
    """Return text between quotes, or back-ticks, with R's escapes."""
    return quote + "".join(_escaped(character, quote) for character in text) + quote


def _escaped(character: str, quote: str) -> str:
    if character == quote:
        return "\\" + quote
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isascii():
        return character if character.isprintable() else f"\\{ord(character):03o}"
    return _escaped_unicode(ord(character))


def _escaped_unicode(code: int) -> str:
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    if unicodedata.category(chr(code)) in _NOT_PRINTABLE:
        return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{{{code:06x}}}"
    return chr(code)


def _complex_text(value: complex) -> str:
    imaginary = number_text(value.imag)
    sign = "" if imaginary.startswith("-") else "+"
    return f"{number_text(value.real)}{sign}{imaginary}i"
