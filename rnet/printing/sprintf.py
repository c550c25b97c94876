"""R's `sprintf`: C's formats, vectorised over all arguments."""

import datetime
import functools
import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from rnet.conditions import RError, warn
from rnet.pandas_loaded import is_categorical
from rnet.printing.characters import character_texts, flat_vector, is_scalar
from rnet.printing.elements import Vector
from rnet.values import LARGEST_INTEGER, is_na

LONGEST = 8192
EPOCH = datetime.date(1970, 1, 1).toordinal()
WORD = 2**32
HEXADECIMAL_PLACES = 13
_CONVERSION = re.compile(
    r"%(?:(?P<which>\d+)\$)?(?P<flags>[-+ #0]*)(?P<width>\*(?:\d+\$)?|\d+)?"
    r"(?:\.(?P<precision>\*|\d*))?(?P<letter>[diosfeEgGxXaA])"
)
_END_OF_CONVERSION = re.compile(r"%[^diosfeEgGxXaA]*[diosfeEgGxXaA]?")
_ADVICE = {
    "logical": "%d or %i for logical objects",
    "integer": "%d, %i, %o, %x or %X for integer objects",
    "double": "%f, %e, %g or %a for numeric objects",
    "character": "%s for character objects",
}
_REAL = "feEgGaA"


def sprintf(fmt: Any, *args: Any) -> Any:
    """Write values into a format, as C's function of this name, elementwise.

    Parameters
    ----------
    fmt : str or sequence of str
        Text with conversions: `%d %i %o %x %X` (whole numbers), `%f %e %E %g %G %a %A`
        (doubles), `%s` (anything, as `as.character` writes it), `%%`. Flags, width and
        precision are C's; `*` takes the width from an argument, `%2$s` names the argument.
    *args : scalar, array_like, Series or Categorical
        Values, recycled to the longest.

    Returns
    -------
    str or object array of str
        A string if the format and all values are scalars; empty if any is empty.

    Raises
    ------
    RError
        R's message for a conversion that does not fit its argument.

    Notes
    -----
    R page: `?sprintf`. NA, NaN and Inf keep the width but no zeros in front. As in R, the width
    of `%s` counts UTF-8 bytes.

    Examples
    --------
    >>> sprintf("%s is %5.1f%%", "accuracy", 81.25), sprintf("%05d", 42)
    ('accuracy is  81.2%', '00042')
    >>> sprintf("%d:%s", [1, 2], ["a", "b"]).tolist()
    ['1:a', '2:b']
    """
    formats = [fmt] if isinstance(fmt, str) else _format_strings(fmt)
    values = [_argument(value) for value in args]
    scalar = isinstance(fmt, str) and all(map(is_scalar, args))
    texts = _texts(formats, values)
    if scalar:
        return texts[0]
    result: npt.NDArray[np.object_] = np.array(texts, dtype=object)
    return result


@dataclass(frozen=True, slots=True)
class _Argument:
    """One argument: its kind of R vector, its elements (None for NA) and their texts."""

    kind: str
    elements: list[Any]
    texts: list[str]


@dataclass(frozen=True, slots=True)
class _Conversion:
    """One `%...` of a format; `which` and `star` count arguments from 0."""

    spelling: str
    letter: str
    flags: str
    width: str
    precision: str | None
    which: int
    star: int | None


Part = str | _Conversion


def _texts(formats: list[str], values: list[_Argument]) -> list[str]:
    lengths = [len(formats), *(len(value.elements) for value in values)]
    if 0 in lengths:
        return []
    longest = max(lengths)
    if any(longest % length for length in lengths):
        raise RError("arguments cannot be recycled to the same length")
    parsed = [_parse(text, len(values)) for text in formats]
    _warn_unused(formats, parsed, len(values))
    for parts in parsed:
        for part in parts:
            if isinstance(part, _Conversion):
                _check(part, values[part.which])
    return [_line(parsed[i % len(parsed)], values, i) for i in range(longest)]


def _refuse_length(length: int) -> None:
    if length > LONGEST:
        raise RError(f"required resulting string length {length} is greater than maximal {LONGEST}")


def _line(parts: Iterable[Part], values: list[_Argument], index: int) -> str:
    text = "".join(
        part if isinstance(part, str) else _converted(part, values, index) for part in parts
    )
    _refuse_length(len(text))
    return text


def _format_strings(fmt: Any) -> list[str]:
    vector = flat_vector(fmt)
    if fmt is None or vector.kind != "character":
        raise RError("'fmt' is not a character vector")
    return ["NA" if text is None else text for text in vector.data]


def _argument(value: Any) -> _Argument:
    if isinstance(value, str):
        return _Argument("character", [value], [value])
    texts = ["NA" if text is None else text for text in character_texts(value)]
    if is_categorical(value):
        import pandas as pd  # noqa: PLC0415 - loaded: the values are pandas'

        factor = pd.Categorical(value)
        return _Argument("integer", [None if c < 0 else int(c) + 1 for c in factor.codes], texts)
    return _elements(flat_vector(value), texts)


def _elements(vector: Vector, texts: list[str]) -> _Argument:
    if vector.kind == "double":
        pairs = zip(vector.data.tolist(), is_na(vector.data), strict=True)
        return _Argument("double", [None if gone else x for x, gone in pairs], texts)
    if vector.kind == "date":
        days = [None if day is None else float(day.toordinal() - EPOCH) for day in vector.data]
        return _Argument("double", days, texts)
    kind = vector.kind if vector.kind in {"logical", "integer"} else "character"
    return _Argument(kind, list(vector.data), texts)


@functools.lru_cache(maxsize=256)
def _parse(text: str, count: int) -> tuple[Part, ...]:
    """Split a format into plain text and conversions."""
    parts: list[Part] = []
    position = following = 0
    while position < len(text):
        mark = text.find("%", position)
        if mark < 0:
            parts.append(text[position:])
            break
        parts.append(text[position:mark])
        if text.startswith("%%", mark):
            parts.append("%")
            position = mark + 2
            continue
        conversion, following = _conversion(text, mark, following, count)
        parts.append(conversion)
        position = mark + len(conversion.spelling)
    return tuple(parts)


def _conversion(text: str, mark: int, following: int, count: int) -> tuple[_Conversion, int]:
    """Return the conversion that starts at `mark`, and the argument that comes next."""
    match = _CONVERSION.match(text, mark)
    if match is None:
        found = _END_OF_CONVERSION.match(text, mark)
        raise RError(f"unrecognised format specification '{found[0] if found else '%'}'")
    width, precision = match["width"] or "", match["precision"]
    if width.startswith("*") and precision == "*":
        raise RError("at most one asterisk '*' is supported in each conversion specification")
    star = None
    if width.startswith("*") or precision == "*":
        named = width[1:-1]
        star = int(named) - 1 if named else following
        following += not named
    if match["which"]:
        which = int(match["which"]) - 1
    else:
        which = following
        following += 1
    for used in (which, star):
        if used is not None and used >= count:
            named_one = match["which"] and used == which
            raise RError(
                f"reference to non-existent argument {used + 1}"
                if named_one
                else "too few arguments"
            )
    spelled = _Conversion(match[0], match["letter"], match["flags"], width, precision, which, star)
    return spelled, following


def _warn_unused(formats: list[str], parsed: list[tuple[Part, ...]], count: int) -> None:
    used = {
        place
        for parts in parsed
        for part in parts
        if isinstance(part, _Conversion)
        for place in (part.which, part.star)
    }
    unused = count - len(used - {None})
    if unused:
        what = "one argument" if unused == 1 else f"{unused} arguments"
        warn(f"{what} not used by format '{formats[0]}'", stacklevel=5)


def _check(conversion: _Conversion, argument: _Argument) -> None:
    """Refuse a conversion that does not fit the type of its argument."""
    letter, kind = conversion.letter, argument.kind
    if letter == "s" or (kind == "logical" and letter not in "oxX") or kind == "integer":
        return
    if kind == "double" and (letter in _REAL or all(map(_is_whole, argument.elements))):
        return
    plain = "%" + re.sub(r"^\d+\$", "", conversion.spelling[1:])
    raise RError(f"invalid format '{plain}'; use format {_ADVICE[kind]}")


def _is_whole(value: float | None) -> bool:
    return value is None or (
        math.isfinite(value) and value == int(value) and abs(value) <= LARGEST_INTEGER
    )


def _converted(conversion: _Conversion, values: list[_Argument], index: int) -> str:
    if conversion.star is not None:
        conversion = _with_star(conversion, values[conversion.star], index)
    _refuse_length(int(conversion.width or 0))
    if conversion.letter != "s":
        _refuse_length(int(conversion.precision or 0))
    argument = values[conversion.which]
    place = index % len(argument.elements)
    if conversion.letter == "s":
        return _string(conversion, argument.texts[place])
    value = argument.elements[place]
    if value is None or not math.isfinite(value):
        return _special(conversion, value)
    return _WRITERS[conversion.letter](conversion, value)


def _with_star(conversion: _Conversion, argument: _Argument, index: int) -> _Conversion:
    """Put the number an argument gives in the place of `*`."""
    size = argument.elements[index % len(argument.elements)]
    if argument.kind not in {"integer", "double"} or size is None or not math.isfinite(size):
        raise RError("argument for '*' conversion specification must be a number")
    if conversion.precision == "*":
        return replace(conversion, precision=str(int(size)))
    flags = conversion.flags + ("-" if size < 0 else "")
    return replace(conversion, width=str(abs(int(size))), flags=flags)


def _string(conversion: _Conversion, text: str) -> str:
    if conversion.precision is not None:
        text = _cut(conversion, text)
    return _padded(conversion, text)


def _cut(conversion: _Conversion, text: str) -> str:
    """Cut to the precision, which counts bytes; a character cut in two is left out."""
    return text.encode()[: int(conversion.precision or 0)].decode(errors="ignore")


def _padded(conversion: _Conversion, text: str) -> str:
    """Pad to the width, which counts bytes."""
    blanks = " " * (int(conversion.width or 0) - len(text.encode()))
    return text + blanks if "-" in conversion.flags else blanks + text


def _special(conversion: _Conversion, value: float | None) -> str:
    """Write NA, NaN or Inf: signs as asked for, never zeros in front."""
    real = conversion.letter in _REAL
    if value is None or math.isnan(value):
        text = "NA" if value is None else "NaN"
        sign = " " if real and " " in conversion.flags and "+" not in conversion.flags else ""
        if not real and conversion.precision is not None:
            text = _cut(conversion, text)
    else:
        text = "Inf"
        flags = conversion.flags
        sign = "-" if value < 0 else "+" if "+" in flags else " " if " " in flags else ""
    return _padded(conversion, sign + text)


def _template(conversion: _Conversion, letter: str) -> str:
    precision = "" if conversion.precision is None else f".{conversion.precision}"
    return f"%{conversion.flags}{conversion.width}{precision}{letter}"


def _real(conversion: _Conversion, value: float) -> str:
    return _template(conversion, conversion.letter) % float(value)


def _integer(conversion: _Conversion, value: float) -> str:
    if conversion.precision is None:
        return _template(conversion, "d") % int(value)
    # With a precision C fills up with blanks, and writes no digit of 0 if none is asked for.
    flags = conversion.flags.replace("0", "")
    if value == 0 and conversion.precision in {"", "0"}:
        return _padded(conversion, "+" if "+" in flags else " " if " " in flags else "")
    return _template(replace(conversion, flags=flags), "d") % int(value)


def _unsigned(conversion: _Conversion, value: float) -> str:
    ignored = "[+ ]" if conversion.precision is None else "[+ 0]"
    unsigned = replace(conversion, flags=re.sub(ignored, "", conversion.flags))
    number = int(value) % WORD
    if number == 0:
        return _unsigned_zero(unsigned)
    if conversion.letter == "o" and "#" in conversion.flags:
        return _octal(unsigned, number)
    return _template(unsigned, conversion.letter) % number


def _octal(conversion: _Conversion, number: int) -> str:
    """Write an octal number whose first digit is 0, which Python marks with 0o."""
    least = max(len(f"{number:o}") + 1, int(conversion.precision or 0))
    bare = replace(conversion, flags=conversion.flags.replace("#", ""))
    if "0" in bare.flags and "-" not in bare.flags:
        least = max(least, int(conversion.width or 0))
    return _template(replace(bare, precision=str(least)), "o") % number


def _unsigned_zero(conversion: _Conversion) -> str:
    """Write 0 as C does: never with 0x, without any digit if none is asked for."""
    bare = replace(conversion, flags=conversion.flags.replace("#", ""))
    if conversion.precision not in {"", "0"}:
        return _template(bare, "d") % 0
    octal = conversion.letter == "o" and "#" in conversion.flags
    return _padded(conversion, "0" if octal else "")


def _hexadecimal(conversion: _Conversion, value: float) -> str:
    digits = None if conversion.precision is None else int(conversion.precision or 0)
    text = hexadecimal_text(float(value), digits)
    if "#" in conversion.flags and "." not in text:
        text = text.replace("p", ".p")
    if not text.startswith("-"):
        text = ("+" if "+" in conversion.flags else " " if " " in conversion.flags else "") + text
    if "0" in conversion.flags and "-" not in conversion.flags:
        blanks = int(conversion.width or 0) - len(text)
        text = text.replace("0x", "0x" + "0" * blanks, 1)
    return _padded(conversion, text.upper() if conversion.letter == "A" else text)


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


_WRITERS: dict[str, Callable[[_Conversion, float], str]] = {
    **dict.fromkeys("di", _integer),
    **dict.fromkeys("oxX", _unsigned),
    **dict.fromkeys("feEgG", _real),
    **dict.fromkeys("aA", _hexadecimal),
}
