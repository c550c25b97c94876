"""The values of R's literals: numbers and quoted text.

R's pages: `?NumericConstants`, `?Quotes`.
"""

import re

from rnet.conditions import RError, warn
from rnet.language.tree import Constant

LARGEST_INTEGER = 2**31 - 1
LARGEST_CODE_POINT = 0x10FFFF
LARGEST_BYTE = 0xFF

_HEXADECIMAL = re.compile(
    r"0x(?P<whole>[0-9a-f]*)(?:\.(?P<part>[0-9a-f]*))?(?:p(?P<power>[+-]?[0-9]*))?", re.IGNORECASE
)
_DECIMAL_END = re.compile(r"[0-9.]$")
_ESCAPE = re.compile(
    r"""\\(?:
      (?P<octal>[0-7]{1,3})
    | x(?P<hex>[0-9a-fA-F]{0,2})
    | (?P<letter>[uU])(?P<open>\{)?
      (?P<code>(?<=u)[0-9a-fA-F]{0,4}|(?<=u\{)[0-9a-fA-F]{0,4}|[0-9a-fA-F]{0,8})
      (?P<close>(?(open)\}?))
    | (?P<plain>.)
    )""",
    re.DOTALL | re.VERBOSE,
)
_PLAIN = {
    "n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v",
    "\\": "\\", '"': '"', "'": "'", "`": "`", " ": " ", "\n": "\n",
}  # fmt: skip


def number(text: str) -> Constant | None:
    """Return the constant a numeric literal stands for; None where it stops short (`1e`, `0x`)."""
    digits = text.rstrip("Li")
    value = _hexadecimal(digits) if digits[:2] in ("0x", "0X") else _decimal(digits)
    if value is None:
        return None
    if text.endswith("i"):
        return Constant("complex", complex(0.0, value))
    if text.endswith("L"):
        return _integer(text, value)
    return Constant("double", value)


def _decimal(digits: str) -> float | None:
    return float(digits) if _DECIMAL_END.search(digits) else None


def _hexadecimal(digits: str) -> float | None:
    match = _HEXADECIMAL.fullmatch(digits)
    if match is None:
        return None
    whole, part, power = match["whole"], match["part"], match["power"]
    if not whole + (part or "") or (part is not None and power is None):
        return None
    if power is not None and not power.lstrip("+-"):
        return None
    exponent = max(min(int(power or 0), 5000), -5000) - 4 * len(part or "")
    mantissa = int(whole + (part or ""), 16)
    try:
        return float(mantissa * 2**exponent) if exponent >= 0 else mantissa / 2**-exponent
    except OverflowError:
        return float("inf")


def _integer(text: str, value: float) -> Constant:
    if abs(value) > LARGEST_INTEGER or ("." not in text and value % 1):
        warn(f"non-integer value {text} qualified with L; using numeric value")
    elif value % 1:
        warn(f"integer literal {text} contains decimal; using numeric value")
    else:
        if "." in text:
            warn(f"integer literal {text} contains unnecessary decimal point")
        return Constant("integer", int(value))
    return Constant("double", value)


def quoted_text(source: str, line: int) -> str:
    r"""Return the text of a literal that begins with a quote, its escapes replaced.

    Bytes of `\x` escapes that are no UTF-8 come back as Python's `surrogateescape` writes them.
    """
    if "\\" not in source:
        return source[1:-1]
    reader = _Escapes(source, line)
    text = _ESCAPE.sub(reader.replaced, source[1:-1])
    if reader.bytes_seen and reader.unicode_seen:
        raise RError(
            "mixing Unicode and octal/hex escapes in a string is not allowed",
            f"Line {line}: write all of them as \\u escapes.",
        )
    if reader.unicode_seen:
        pairs = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
        return pairs.encode("utf-8", "surrogatepass").decode("utf-8", "surrogateescape")
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "surrogateescape")


class _Escapes:
    """Replaces the escapes of one literal and remembers of which sorts they were."""

    def __init__(self, source: str, line: int) -> None:
        self.source = source
        self.line = line
        self.bytes_seen = False
        self.unicode_seen = False

    def replaced(self, match: re.Match[str]) -> str:
        if match["letter"]:
            return self._unicode(match)
        if match["octal"] or match["hex"]:
            return self._byte(match)
        if match["hex"] is not None:
            raise self._no_digits(match)
        plain = _PLAIN.get(match["plain"])
        if plain is None:
            raise RError(
                f"'\\{match['plain']}' is an unrecognized escape in character string starting "
                f'"{self.source[: match.end() + 1]}"',
                f"Line {self._line(match)}: write a backslash as \\\\.",
            )
        return plain

    def _byte(self, match: re.Match[str]) -> str:
        self.bytes_seen = True
        code = int(match["octal"], 8) if match["octal"] else int(match["hex"], 16)
        if code > LARGEST_BYTE:
            raise self._error(match, "exceeded maximum allowed octal value \\377")
        self._not_nul(match, code)
        return chr(code) if code < 0x80 else chr(0xDC00 + code)

    def _unicode(self, match: re.Match[str]) -> str:
        self.unicode_seen = True
        letter, digits = match["letter"], match["code"]
        places = "x" * (4 if letter == "u" else 8)
        shape = f"\\{letter}{{{places}}}" if match["open"] else f"\\{letter}{places}"
        if self.source.startswith("`"):
            raise self._error(match, f"\\{letter}{places} sequences not supported inside backticks")
        if not digits:
            raise self._no_digits(match)
        if match["open"] and not match["close"]:
            raise self._error(match, f"invalid {shape} sequence")
        code = int(digits, 16)
        if code > LARGEST_CODE_POINT:
            raise self._error(match, f"invalid {shape} value {code:6x}")
        self._not_nul(match, code)
        return chr(code)

    def _not_nul(self, match: re.Match[str], code: int) -> None:
        if code == 0:
            raise self._error(match, "nul character not allowed")

    def _no_digits(self, match: re.Match[str]) -> RError:
        return RError(
            f"'{match.group()[:2]}' used without hex digits in character string starting "
            f'"{self.source[: match.end() + 1].removesuffix("}")}"',
            f"Line {self._line(match)}: expected hexadecimal digits.",
        )

    def _error(self, match: re.Match[str], words: str) -> RError:
        return RError(f"{words} (line {self._line(match)})", f"In the text {self.source}.")

    def _line(self, match: re.Match[str]) -> int:
        return self.line + self.source.count("\n", 0, match.start() + 1)
