"""The values of R's literals: numbers and quoted text (R's pages `?NumericConstants`, `?Quotes`)."""

import re

from rnet.conditions import RError, warn
from rnet.language.tree import Constant

LARGEST_INTEGER = 2**31 - 1

_HEX = re.compile(r"0[xX](?P<whole>[0-9a-fA-F]*)(?:\.(?P<part>[0-9a-fA-F]*))?(?:[pP](?P<power>.*))?")
_DIGITS_END = re.compile(r"[0-9.]$")
_ESCAPE = re.compile(
    r"\\(?:(?P<octal>[0-7]{1,3})|x(?P<hex>[0-9a-fA-F]{0,2})"
    r"|u(?P<short>[0-9a-fA-F]{1,4}|\{[0-9a-fA-F]{1,4}\})?"
    r"|U(?P<long>[0-9a-fA-F]{1,8}|\{[0-9a-fA-F]{1,8}\})?"
    r"|(?P<plain>.))",
    re.DOTALL,
)
_PLAIN = {
    "n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v",
    "\\": "\\", '"': '"', "'": "'", "`": "`", " ": " ", "\n": "\n",
}  # fmt: skip


def number(text: str) -> Constant | None:
    """Return the constant a numeric literal stands for; None where it is incomplete (`1e`, `0x`)."""
    digits = text.rstrip("Li")
    value = _hexadecimal(digits) if digits[:2] in ("0x", "0X") else _decimal(digits)
    if value is None:
        return None
    if text.endswith("i"):
        return Constant("complex", complex(0.0, value))
    if text.endswith("L"):
        return _integer(text, value)
    return Constant("double", value)


def quoted_text(source: str, line: int) -> str:
    """Return the text of a literal in quotes or back-ticks, escapes replaced."""
    inner = source[1:-1]
    if "\\" not in inner:
        return inner
    return _ESCAPE.sub(lambda match: _unescaped(match, source, line), inner)


def _decimal(digits: str) -> float | None:
    return float(digits) if _DIGITS_END.search(digits) else None


def _hexadecimal(digits: str) -> float | None:
    match = _HEX.fullmatch(digits)
    if match is None or not match["whole"]:
        return None
    if match["part"] is not None and match["power"] is None:
        return None
    mantissa = int(match["whole"] + (match["part"] or ""), 16)
    power = int(match["power"] or 0) - 4 * len(match["part"] or "")
    try:
        return float(mantissa * 2**power) if power >= 0 else mantissa / 2**-power
    except OverflowError:
        return float("inf")


def _integer(text: str, value: float) -> Constant:
    if value != int(value):
        warn(f"integer literal {text} contains decimal; using numeric value")
        return Constant("double", value)
    if abs(value) > LARGEST_INTEGER:
        warn(f"non-integer value {text} qualified with L; using numeric value")
        return Constant("double", value)
    return Constant("integer", int(value))


def _unescaped(match: re.Match[str], source: str, line: int) -> str:
    code = match["octal"] and int(match["octal"], 8)
    if match["hex"]:
        code = int(match["hex"], 16)
    for group in ("short", "long"):
        if match[group]:
            code = int(match[group].strip("{}"), 16)
    if code is None:
        plain = _PLAIN.get(match["plain"] or "")
        if plain is None:
            raise RError(_unknown_escape(match, source))
        return plain
    if code == 0:
        raise RError(f"nul character not allowed (line {line})")
    if code > 0x10FFFF:
        raise RError(f"invalid \\u{{xxxx}} sequence (line {line})")
    return chr(code)


def _unknown_escape(match: re.Match[str], source: str) -> str:
    start = source[: match.end() + 1]
    if match["plain"] is None:
        return (
            f"'\\{match.group()[1]}' used without hex digits in character string starting \"{start}\""
        )
    return f"'\\{match['plain']}' is an unrecognized escape in character string starting \"{start}\""
