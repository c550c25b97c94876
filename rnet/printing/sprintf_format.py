"""The format of `sprintf` taken apart: plain text and conversions, and what fits them."""

import functools
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rnet.conditions import RError
from rnet.values import LARGEST_INTEGER

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
REAL = "feEgGaA"


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument: its kind of R vector, its elements (None for NA), their texts for `%s`."""

    kind: str
    elements: list[Any]
    texts: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Conversion:
    """One `%...` of a format; `which` and `star` count arguments from 0."""

    spelling: str
    letter: str
    flags: str
    width: str
    precision: str | None
    which: int
    star: int | None


Part = str | Conversion


@functools.lru_cache(maxsize=256)
def parse(text: str, count: int) -> tuple[Part, ...]:
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


def _conversion(text: str, mark: int, following: int, count: int) -> tuple[Conversion, int]:
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
    spelled = Conversion(match[0], match["letter"], match["flags"], width, precision, which, star)
    return spelled, following


def check(conversion: Conversion, argument: Argument) -> None:
    """Refuse a conversion that does not fit the type of its argument."""
    letter, kind = conversion.letter, argument.kind
    if letter == "s" or (kind == "logical" and letter not in "oxX") or kind == "integer":
        return
    if kind == "double" and (letter in REAL or all(map(_is_whole, argument.elements))):
        return
    plain = "%" + re.sub(r"^\d+\$", "", conversion.spelling[1:])
    raise RError(f"invalid format '{plain}'; use format {_ADVICE[kind]}")


def _is_whole(value: float | None) -> bool:
    return value is None or (
        math.isfinite(value) and value == int(value) and abs(value) <= LARGEST_INTEGER
    )
