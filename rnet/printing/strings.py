"""Strings on R's console: escapes, quotes, and widths in columns of the screen."""

import unicodedata
from collections.abc import Callable
from typing import Literal, TypeAlias

Side: TypeAlias = Literal["left", "right", "centre"]

_ESCAPES = {
    "\\": "\\\\",
    "\n": "\\n",
    "\t": "\\t",
    "\r": "\\r",
    "\a": "\\a",
    "\b": "\\b",
    "\f": "\\f",
    "\v": "\\v",
    "\0": "\\0",
}
_UNPRINTABLE = {"Cc", "Cn", "Cs", "Zl", "Zp"}
_NO_WIDTH = {"Mn", "Me", "Cf"}
_SOFT_HYPHEN = "\xad"
_MEDIAL_JAMO = frozenset(map(chr, range(0x1160, 0x1200)))

MISSING_QUOTED, MISSING_UNQUOTED = "NA", "<NA>"


def display_width(text: str) -> int:
    """Return how many columns a string takes: East Asian wide characters count two.

    Examples
    --------
    >>> display_width("abc"), display_width("日本")
    (3, 4)
    """
    return len(text) if text.isascii() else sum(map(_width, text))


def escape(text: str, quote: str = "") -> str:
    r"""Return a string with R's escapes for the backslash, controls and `quote`.

    Examples
    --------
    >>> print(escape("tab\t", quote='"'))
    tab\t
    """
    if text.isascii() and text.isprintable() and "\\" not in text:
        return text.replace(quote, "\\" + quote) if quote else text
    return "".join("\\" + char if char == quote else _escaped(char) for char in text)


def quoted(text: str) -> str:
    r"""Return a string as `print` shows it, in double quotes.

    Examples
    --------
    >>> print(quoted('say "a"'))
    "say \"a\""
    """
    return f'"{escape(text, quote=chr(34))}"'


def shown(text: str | None, *, quote: bool, na_text: str | None = None) -> str:
    """Return a string or a missing one (None) as a cell: quoted or not."""
    if text is None:
        return na_text if na_text is not None else (MISSING_QUOTED if quote else MISSING_UNQUOTED)
    return quoted(text) if quote else escape(text)


def name_text(name: str | None, na_text: str | None = None) -> str:
    """Return a name as R prints it, escaped but never quoted; a missing one prints `<NA>`."""
    return shown(name, quote=False, na_text=na_text)


def shown_width(text: str) -> int:
    """Return how many columns a string takes written as it is: controls take none."""
    return display_width("".join(c for c in text if unicodedata.category(c) != "Cc"))


def byte_width(text: str) -> int:
    """Return how many UTF-8 bytes a string takes: R pads the name of rows to so many."""
    return len(text.encode("utf-8", "surrogatepass"))


def escaped_width(text: str) -> int:
    r"""Return how many columns a string takes with its escapes, as `format` counts.

    Examples
    --------
    >>> escaped_width("tab\t"), display_width("tab")
    (5, 3)
    """
    return display_width(escape(text))


def pad(
    text: str, width: int, side: Side = "left", measure: Callable[[str], int] = display_width
) -> str:
    """Pad with blanks to a width; `side` is where the text stands."""
    blanks = max(0, width - measure(text))
    if side == "left":
        return text + " " * blanks
    if side == "right":
        return " " * blanks + text
    return " " * (blanks // 2) + text + " " * (blanks - blanks // 2)


def _width(char: str) -> int:
    if char in _MEDIAL_JAMO:
        return 0
    if unicodedata.category(char) in _NO_WIDTH and char != _SOFT_HYPHEN:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if unicodedata.category(char) not in _UNPRINTABLE:
        return char
    code = ord(char)
    if code < 0x80:
        return f"\\{code:03o}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{{{code:06x}}}"
