"""R's text of a constant: numbers with 15 significant digits, strings with escapes."""

from rnet.language.tree import Constant

NA_TEXT = {
    "logical": "NA", "integer": "NA_integer_", "double": "NA_real_", "complex": "NA_complex_",
    "character": "NA_character_", "NULL": "NULL",
}  # fmt: skip
DIGITS = 15
_ESCAPES = {
    "\n": "\\n", "\t": "\\t", "\r": "\\r", "\a": "\\a", "\b": "\\b", "\f": "\\f", "\v": "\\v",
    "\\": "\\\\", '"': '\\"', "\0": "\\0",
}  # fmt: skip


def constant_text(constant: Constant) -> str:
    """Return how R writes a constant in source text.

    Examples
    --------
    >>> constant_text(Constant("double", 100000.0)), constant_text(Constant("integer", 100000))
    ('1e+05', '100000L')
    """
    value = constant.value
    if value is None:
        return NA_TEXT[constant.kind]
    if constant.kind == "logical":
        return "TRUE" if value else "FALSE"
    if constant.kind == "integer":
        return f"{value}L"
    if isinstance(value, complex):
        return _complex_text(value)
    if isinstance(value, str):
        return string_text(value)
    return number_text(float(value))


def number_text(value: float) -> str:
    """Return a number with as many significant digits as it needs, at most 15; the shorter of
    fixed and scientific notation, fixed where they are equally long.
    """
    if value != value:
        return "NaN"
    if value in (float("inf"), float("-inf")):
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


def string_text(text: str) -> str:
    """Return a string in double quotes, with R's escapes."""
    return '"' + "".join(_escaped(character) for character in text) + '"'


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    code = ord(character)
    if code < 0x20 or code == 0x7F:
        return f"\\{code:03o}"
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    return character


def _complex_text(value: complex) -> str:
    imaginary = number_text(value.imag)
    sign = "" if imaginary.startswith("-") else "+"
    return f"{number_text(value.real)}{sign}{imaginary}i"
