"""Strings: case, parts, padding, quotes, names, code points."""

import re
from collections.abc import Callable
from typing import Any

import numpy as np

from rnet.conditions import RError
from rnet.interpreter.arithmetic import LARGEST
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import coerced, doubles, flag, is_factor, strings, text, texts, whole
from rnet.interpreter.functions.format import shape_of
from rnet.interpreter.values import (
    NA_INTEGER,
    Named,
    Value,
    Vector,
    boxed,
    character,
    integer,
    logical,
)

Texts = list[str | None]


def each(value: Value, function: Callable[[Any], str | None]) -> Vector:
    """Return a character vector with every string changed; NA stays, attributes stay."""
    vector = boxed(value)
    texts = isinstance(vector, Vector) and vector.kind == "character"
    own = vector.attributes if texts else shape_of(value)
    found = strings(value)
    if None in found:
        return character([None if t is None else function(t) for t in found], own)
    return character(list(map(function, found)), own)


def _needs_strings(value: Value, name: str) -> Texts:
    vector = boxed(value)
    if not isinstance(vector, Vector) or vector.kind != "character":
        raise RError(f"{name} requires a character vector" if name else "non-character argument")
    return list(vector.data)


@builtin("toupper", "x")
def toupper(x: Value) -> Value:
    """Return strings in capitals; a letter whose capital is two stays."""
    plain = all(map(str.isascii, filter(None, strings(x))))
    return each(x, str.upper if plain else _capitals)


def _capitals(text: str) -> str:
    upper = text.upper()
    if len(upper) == len(text):
        return upper
    return "".join(c if len(c.upper()) > 1 else c.upper() for c in text)


@builtin("tolower", "x")
def tolower(x: Value) -> Value:
    """Return strings in small letters."""
    return each(x, str.lower)


@builtin("casefold", "x, upper = FALSE")
def casefold(x: Value, upper: Value) -> Value:
    """Return strings in small letters or capitals."""
    return each(x, _capitals if flag(upper, "upper") else str.lower)


@builtin("chartr", "old, new, x")
def chartr(old: Value, new: Value, x: Value) -> Value:
    """Return strings with single characters replaced."""
    before, after = _range(text(old, "old")), _range(text(new, "new"))
    if len(before) > len(after):
        raise RError("'old' is longer than 'new'")
    table = {ord(a): b for a, b in reversed(list(zip(before, after, strict=False)))}
    return each(x, lambda item: item.translate(table))


def _range(spec: str) -> str:
    """Return the characters of a specification such as `a-cx`."""
    found = ""
    position = 0
    while position < len(spec):
        if position + 2 < len(spec) and spec[position + 1] == "-":
            found += "".join(map(chr, range(ord(spec[position]), ord(spec[position + 2]) + 1)))
            position += 3
        else:
            found += spec[position]
            position += 1
    return found


@builtin("trimws", "x, which = 'both', whitespace = '[ \\t\\r\\n]'")
def trimws(x: Value, which: Value, whitespace: Value) -> Value:
    """Return strings without white space at their ends."""
    from rnet.interpreter.patterns import pattern_of

    space = pattern_of(text(whitespace, "whitespace")).pattern

    left, right = re.compile(f"^(?:{space})+"), re.compile(f"(?:{space})+\\Z")
    side = text(which, "which")

    def trimmed(item: str) -> str:
        if side in ("both", "left"):
            item = left.sub("", item)
        return right.sub("", item) if side in ("both", "right") else item

    return each(x, trimmed)


@builtin("nchar", "x, type = 'chars', allowNA = FALSE, keepNA = NA")
def nchar(x: Value, kind: Value, allow_na: Value, keep_na: Value) -> Value:
    """Return the lengths of strings."""
    del allow_na
    if is_factor(x):
        raise RError("'nchar()' requires a character vector")
    unit = next((u for u in ("chars", "bytes", "width") if u.startswith(text(kind, "type"))), "")
    if not unit:
        raise RError("invalid 'type' argument")
    keep = unit == "chars" if keep_na.data[0] == NA_INTEGER else bool(keep_na.data[0])
    items = strings(x)
    if unit == "chars" and None not in set(items):
        return integer(np.fromiter(map(len, items), np.int32, len(items)), shape_of(x))  # type: ignore[arg-type]
    from rnet.printing.nchar import text_length

    lengths = [text_length(item, unit, keep) for item in items]
    whole_ones = [None if isinstance(length, float) else length for length in lengths]
    return integer(whole_ones, shape_of(x))


@builtin("nzchar", "x, keepNA = FALSE")
def nzchar(x: Value, keep_na: Value) -> Value:
    """Return whether strings are not empty."""
    del keep_na
    return logical([item is None or item != "" for item in strings(x)], shape_of(x))


def _positions(value: Value) -> list[int]:
    return [int(number) for number in doubles(value)]


@builtin("substr", "x, start, stop")
def substr(x: Value, start: Value, stop: Value) -> Value:
    """Return parts of strings, by the first and the last position."""
    texts = strings(x)
    first, last = _positions(start), _positions(stop)
    if not first or not last:
        raise RError("invalid substring arguments")
    if len(first) == len(last) == 1:
        part = slice(max(first[0], 1) - 1, max(last[0], 0))
        return character([None if t is None else t[part] for t in texts], shape_of(x))
    parts = [
        None if t is None else t[max(first[i % len(first)], 1) - 1 : max(last[i % len(last)], 0)]
        for i, t in enumerate(texts)
    ]
    return character(parts, shape_of(x))


@builtin("substring", "text, first, last = 1000000L")
def substring(x: Value, first: Value, last: Value) -> Value:
    """Return parts of strings; everything is recycled."""
    texts, starts, stops = strings(x), _positions(first), _positions(last)
    if not texts or not starts or not stops:
        return character([])
    longest = max(len(texts), len(starts), len(stops))
    parts: Texts = []
    for i in range(longest):
        item = texts[i % len(texts)]
        start, stop = starts[i % len(starts)], stops[i % len(stops)]
        parts.append(None if item is None else item[max(start, 1) - 1 : max(stop, 0)])
    return character(parts, shape_of(x) if longest == len(texts) else None)


@builtin("substr<-", "x, start, stop, value")
def set_substr(x: Vector, start: Value, stop: Value, value: Value) -> Value:
    """Return strings with parts replaced, character for character."""
    first, last, new = _positions(start), _positions(stop), strings(value)
    parts: Texts = []
    for i, item in enumerate(strings(x)):
        own = new[i % len(new)]
        if item is None or own is None:
            parts.append(None)
            continue
        begin = max(first[i % len(first)], 1) - 1
        count = min(len(own), last[i % len(last)] - begin, len(item) - begin)
        parts.append(item[:begin] + own[: max(count, 0)] + item[begin + max(count, 0) :])
    return character(parts, x.attributes)


@builtin("strrep", "x, times")
def strrep(x: Value, times: Value) -> Value:
    """Return strings repeated."""
    texts, counts = strings(x), coerced(boxed(times), "integer").tolist()
    if not texts or not counts:
        return character([])
    if any(count < 0 and count != NA_INTEGER for count in counts):
        raise RError("invalid 'times' value")
    longest = max(len(texts), len(counts))
    parts: Texts = []
    for i in range(longest):
        item, count = texts[i % len(texts)], counts[i % len(counts)]
        if item is None or count == NA_INTEGER:
            parts.append(None)
            continue
        if len(item) * count > LARGEST:
            raise RError("R character strings are limited to 2^31-1 bytes")
        parts.append(item * count)
    return character(parts, shape_of(x) if longest == len(texts) else None)


@builtin("startsWith", "x, prefix")
def starts_with(x: Value, prefix: Value) -> Value:
    """Return whether strings begin so."""
    return _pairwise(str.startswith, x, prefix)


@builtin("endsWith", "x, suffix")
def ends_with(x: Value, suffix: Value) -> Value:
    """Return whether strings end so."""
    return _pairwise(str.endswith, x, suffix)


def _pairwise(test: Callable[[str, str], bool], x: Value, y: Value) -> Value:
    texts, others = _needs_strings(x, ""), _needs_strings(y, "")
    if not texts or not others:
        return logical([])
    longest = max(len(texts), len(others))
    found: list[bool | None] = []
    for i in range(longest):
        a, b = texts[i % len(texts)], others[i % len(others)]
        found.append(None if a is None or b is None else test(a, b))
    return logical(found)


@builtin("strtoi", "x, base = 0L")
def strtoi(x: Value, base: Value) -> Value:
    """Return whole numbers spelled in a base."""
    radix = whole(base, "base")
    if radix != 0 and not 2 <= radix <= 36:
        raise RError("invalid 'base' argument")
    return integer([_parsed(item, radix) for item in strings(x)])


def _parsed(item: str | None, radix: int) -> int | None:
    if item is None or item == "":
        return None
    try:
        if radix == 0 and item.lstrip("-+").startswith("0") and item.lstrip("-+") != "0":
            digits = item.lstrip("-+")
            number = int(digits, 16 if digits[:2].lower() == "0x" else 8)
            number = -number if item.startswith("-") else number
        else:
            number = int(item, radix or 10)
    except ValueError:
        return None
    return number if abs(number) <= 2**31 - 1 else None


@builtin("intToUtf8", "x, multiple = FALSE, allow_surrogate_pairs = FALSE")
def int_to_utf8(x: Value, multiple: Value, *_: Value) -> Value:
    """Return the characters of code points."""
    letters = [chr(int(code)) for code in doubles(x)]
    return character(letters) if flag(multiple, "multiple") else "".join(letters)


@builtin("utf8ToInt", "x")
def utf8_to_int(x: Value) -> Value:
    """Return the code points of a string."""
    return integer([ord(letter) for letter in text(x, "x")])


@builtin("dQuote", "x, q = TRUE")
def d_quote(x: Value, q: Value) -> Value:
    """Return strings in double quotes, curly ones unless told otherwise."""
    left, right = ("“", "”") if _curly(q) else ('"', '"')
    return each_shown(x, left, right)


@builtin("sQuote", "x, q = TRUE")
def s_quote(x: Value, q: Value) -> Value:
    """Return strings in single quotes, curly ones unless told otherwise."""
    left, right = ("‘", "’") if _curly(q) else ("'", "'")
    return each_shown(x, left, right)


def _curly(q: Value) -> bool:
    vector = boxed(q)
    return not isinstance(vector, Vector) or vector.kind != "logical" or bool(vector.data[0])


def each_shown(x: Value, left: str, right: str) -> Vector:
    """Return strings between two marks; NA reads NA."""
    return character([f"{left}{'NA' if t is None else t}{right}" for t in strings(x)])


@builtin("shQuote", "string, type = 'sh'")
def sh_quote(string: Value, kind: Value) -> Value:
    """Return strings quoted for a shell."""
    if text(kind, "type") == "cmd":
        return character(['"' + t.replace('"', '\\"') + '"' for t in texts(string)])
    return character([_for_shell(t) for t in texts(string)])


def _for_shell(item: str) -> str:
    if "'" not in item:
        return f"'{item}'"
    escaped = item.replace("\\", "\\\\").replace('"', '\\"').replace("$", "\\$").replace("`", "\\`")
    return f'"{escaped}"'


@builtin("encodeString", "x, width = 0L, quote = '', na.encode = TRUE, justify = 'left'")
def encode_string(x: Value, width: Value, quote: Value, na_encode: Value, justify: Value) -> Value:
    """Return strings with escapes, as print shows them."""
    del na_encode
    from rnet.printing.strings import escape, pad

    mark = text(quote, "quote")
    shown = ["NA" if t is None else f"{mark}{escape(t, quote=mark)}{mark}" for t in strings(x)]
    known = width is not None and width.data[0] != NA_INTEGER
    least = whole(width, "width") if known else max(map(len, shown), default=0)
    side: Any = {"l": "left", "r": "right", "c": "centre", "n": None}[text(justify, "justify")[0]]
    if side is not None:
        shown = [pad(item, least, side) for item in shown]
    return character(shown, shape_of(x))


def _bits(name: str, function: Callable[[Any, Any], Any]) -> None:
    @builtin(name, "a, b")
    def run(a: Value, b: Value) -> Value:
        first, second = doubles(a).astype(np.int64), doubles(b).astype(np.int64)
        return integer(function(first, second))


_bits("bitwAnd", np.bitwise_and)
_bits("bitwOr", np.bitwise_or)
_bits("bitwXor", np.bitwise_xor)


@builtin("strtrim", "x, width")
def strtrim(x: Value, width: Value) -> Value:
    """Return strings cut off at so many columns of the screen."""
    from rnet.printing.strings import display_width

    widths = _positions(width)
    texts = strings(x)

    def cut(item: str, columns: int) -> str:
        while display_width(item) > columns:
            item = item[:-1]
        return item

    shown = [None if t is None else cut(t, widths[i % len(widths)]) for i, t in enumerate(texts)]
    return character(shown, shape_of(x))


@builtin("enc2utf8 enc2native iconv", "x, ...")
def same_encoding(x: Value, dots: list[Named]) -> Value:
    """Return strings as they are: all are UTF-8."""
    del dots
    return x


@builtin("Encoding", "x")
def encoding(x: Value) -> Value:
    """Return the marked encodings of strings."""
    return character(["unknown" if (t or "").isascii() else "UTF-8" for t in strings(x)])


@builtin("regmatches<-", "x, m, invert = FALSE, value")
def set_regmatches(x: Value, m: Vector, invert: Value, value: Value) -> Value:
    """Return strings with their matches replaced."""
    del invert
    new = iter(strings(value) if boxed(value).kind != "list" else [])
    lists = [strings(part) for part in value.data] if boxed(value).kind == "list" else None
    found: Texts = []
    for i, item in enumerate(strings(x)):
        own = boxed(m.data[i]) if m.kind == "list" else m
        starts = own.data if m.kind == "list" else own.data[i : i + 1]
        lengths = (own.attributes or {})["match.length"].data
        lengths = lengths if m.kind == "list" else lengths[i : i + 1]
        source = iter(lists[i]) if lists is not None else new
        result, position = "", 0
        for start, length in zip(starts, lengths, strict=True):
            if start > 0:
                result += (item or "")[position : start - 1] + (next(source, "") or "")
                position = start - 1 + length
        found.append(None if item is None else result + item[position:])
    return character(found, shape_of(x))
