"""One value written as one conversion of `sprintf` says."""

import math
import re
from collections.abc import Callable, Iterable
from dataclasses import replace

import numpy as np

from rnet.conditions import RError
from rnet.printing.sprintf_format import REAL, Argument, Conversion, Part

LONGEST = 8192
WORD = 2**32
HEXADECIMAL_PLACES = 13


def whole_lines(parts: Iterable[Part], values: list[Argument], count: int) -> list[str] | None:
    """Write all lines with one template of Python's, where every value is an ordinary one.

    Returns None where a conversion or a value wants C's rules: NA and Inf, `*`, `%x`, `%a`,
    precisions of whole numbers, widths of text beyond ASCII.
    """
    line, columns = "", []
    for part in parts:
        if isinstance(part, str):
            line += part.replace("%", "%%")
            continue
        spelled = _for_all(part, values[part.which])
        if spelled is None:
            return None
        line += spelled
        column = values[part.which].texts if part.letter == "s" else values[part.which].elements
        columns.append(column if len(column) == count else list(column) * (count // len(column)))
    if not columns:
        return [line % ()] * count
    lines = [line % one for one in zip(*columns, strict=True)]
    refuse_length(max(map(len, lines)))
    return lines


def _for_all(conversion: Conversion, argument: Argument) -> str | None:
    """Return a conversion as Python writes it, if Python and C agree on every value."""
    letter = "d" if conversion.letter == "i" else conversion.letter
    if conversion.star is not None or letter not in _ALIKE:
        return None
    refuse_length(int(conversion.width or 0))
    if letter == "s":
        cut = conversion.precision is not None
        if cut or (conversion.width and not all(map(str.isascii, argument.texts))):
            return None
        return f"%{'-' if '-' in conversion.flags else ''}{conversion.width}s"
    refuse_length(int(conversion.precision or 0))
    if letter == "d" and conversion.precision is not None:
        return None
    numbers = argument.elements
    if None in numbers or not all(map(math.isfinite, numbers)):
        return None
    return template(conversion, letter)


_ALIKE = "sdfeEgG"


def refuse_length(length: int) -> None:
    """Refuse what R refuses: texts of more than 8192 bytes."""
    if length > LONGEST:
        raise RError(f"required resulting string length {length} is greater than maximal {LONGEST}")


def converted(conversion: Conversion, values: list[Argument], index: int) -> str:
    """Write the value of one line as the conversion says."""
    if conversion.star is not None:
        conversion = _with_star(conversion, values[conversion.star], index)
    refuse_length(int(conversion.width or 0))
    if conversion.letter != "s":
        refuse_length(int(conversion.precision or 0))
    argument = values[conversion.which]
    place = index % len(argument.elements)
    if conversion.letter == "s":
        return _string(conversion, argument.texts[place])
    value = argument.elements[place]
    if value is None or not math.isfinite(value):
        return _special(conversion, value)
    return _WRITERS[conversion.letter](conversion, value)


def _with_star(conversion: Conversion, argument: Argument, index: int) -> Conversion:
    """Put the number an argument gives in the place of `*`."""
    size = argument.elements[index % len(argument.elements)]
    if argument.kind not in {"integer", "double"} or size is None or not math.isfinite(size):
        raise RError("argument for '*' conversion specification must be a number")
    if conversion.precision == "*":
        return replace(conversion, precision=str(int(size)))
    flags = conversion.flags + ("-" if size < 0 else "")
    return replace(conversion, width=str(abs(int(size))), flags=flags)


def _string(conversion: Conversion, text: str) -> str:
    if conversion.precision is not None:
        text = _cut(conversion, text)
    return padded(conversion, text)


def _cut(conversion: Conversion, text: str) -> str:
    """Cut to the precision, which counts bytes; a character cut in two is left out."""
    return text.encode()[: int(conversion.precision or 0)].decode(errors="ignore")


def padded(conversion: Conversion, text: str) -> str:
    """Pad to the width, which counts bytes."""
    blanks = " " * (int(conversion.width or 0) - len(text.encode()))
    return text + blanks if "-" in conversion.flags else blanks + text


def _special(conversion: Conversion, value: float | None) -> str:
    """Write NA, NaN or Inf: signs as asked for, never zeros in front."""
    real = conversion.letter in REAL
    if value is None or math.isnan(value):
        text = "NA" if value is None else "NaN"
        sign = " " if real and " " in conversion.flags and "+" not in conversion.flags else ""
        if not real and conversion.precision is not None:
            text = _cut(conversion, text)
    else:
        text = "Inf"
        flags = conversion.flags
        sign = "-" if value < 0 else "+" if "+" in flags else " " if " " in flags else ""
    return padded(conversion, sign + text)


def template(conversion: Conversion, letter: str) -> str:
    """Return a conversion in Python's own spelling."""
    precision = "" if conversion.precision is None else f".{conversion.precision}"
    return f"%{conversion.flags}{conversion.width}{precision}{letter}"


def _real(conversion: Conversion, value: float) -> str:
    return template(conversion, conversion.letter) % float(value)


def _integer(conversion: Conversion, value: float) -> str:
    if conversion.precision is None:
        return template(conversion, "d") % int(value)
    # With a precision C fills up with blanks, and writes no digit of 0 if none is asked for.
    flags = conversion.flags.replace("0", "")
    if value == 0 and conversion.precision in {"", "0"}:
        return padded(conversion, "+" if "+" in flags else " " if " " in flags else "")
    return template(replace(conversion, flags=flags), "d") % int(value)


def _unsigned(conversion: Conversion, value: float) -> str:
    ignored = "[+ ]" if conversion.precision is None else "[+ 0]"
    unsigned = replace(conversion, flags=re.sub(ignored, "", conversion.flags))
    number = int(value) % WORD
    if number == 0:
        return _unsigned_zero(unsigned)
    if conversion.letter == "o" and "#" in conversion.flags:
        return _octal(unsigned, number)
    return template(unsigned, conversion.letter) % number


def _octal(conversion: Conversion, number: int) -> str:
    """Write an octal number whose first digit is 0, which Python marks with 0o."""
    least = max(len(f"{number:o}") + 1, int(conversion.precision or 0))
    bare = replace(conversion, flags=conversion.flags.replace("#", ""))
    if "0" in bare.flags and "-" not in bare.flags:
        least = max(least, int(conversion.width or 0))
    return template(replace(bare, precision=str(least)), "o") % number


def _unsigned_zero(conversion: Conversion) -> str:
    """Write 0 as C does: never with 0x, without any digit if none is asked for."""
    bare = replace(conversion, flags=conversion.flags.replace("#", ""))
    if conversion.precision not in {"", "0"}:
        return template(bare, "d") % 0
    octal = conversion.letter == "o" and "#" in conversion.flags
    return padded(conversion, "0" if octal else "")


def _hexadecimal(conversion: Conversion, value: float) -> str:
    digits = None if conversion.precision is None else int(conversion.precision or 0)
    text = hexadecimal_text(float(value), digits)
    if "#" in conversion.flags and "." not in text:
        text = text.replace("p", ".p")
    if not text.startswith("-"):
        text = ("+" if "+" in conversion.flags else " " if " " in conversion.flags else "") + text
    if "0" in conversion.flags and "-" not in conversion.flags:
        blanks = int(conversion.width or 0) - len(text)
        text = text.replace("0x", "0x" + "0" * blanks, 1)
    return padded(conversion, text.upper() if conversion.letter == "A" else text)


def hexadecimal_text(value: float, digits: int | None) -> str:
    """Return a double as C's `%a` writes it, with as many digits as needed or as asked.

    Examples
    --------
    >>> hexadecimal_text(0.1, None), hexadecimal_text(0.1, 2)
    ('0x1.999999999999ap-4', '0x1.9ap-4')
    """
    if digits is not None:
        return _rounded_hexadecimal(value, digits)
    head, _, exponent_text = value.hex().partition("p")
    whole, _, fraction = head.partition(".")
    fraction = fraction.rstrip("0")
    return whole + ("." + fraction if fraction else "") + "p" + exponent_text


def _rounded_hexadecimal(value: float, digits: int) -> str:
    """Round to hexadecimal places; what rounds up to 2 stays 2, as in glibc."""
    mantissa, exponent = math.frexp(abs(value))
    places = min(digits, HEXADECIMAL_PLACES)
    whole = int(np.rint(mantissa * 2 * 16.0**places))
    text = f"{whole:0{places + 1}x}"
    fraction = (text[1:] or "").ljust(digits, "0")
    sign = "-" if math.copysign(1.0, value) < 0 else ""
    power = exponent - 1 if value else 0
    return f"{sign}0x{text[0]}{'.' if fraction else ''}{fraction}p{power:+d}"


_WRITERS: dict[str, Callable[[Conversion, float], str]] = {
    **dict.fromkeys("di", _integer),
    **dict.fromkeys("oxX", _unsigned),
    **dict.fromkeys("feEgG", _real),
    **dict.fromkeys("aA", _hexadecimal),
}
