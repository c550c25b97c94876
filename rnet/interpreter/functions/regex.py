"""Regular expressions: `sub`, `grepl`, `regmatches`, `strsplit` and the like."""

import re
from typing import Any

from rnet.conditions import RError
from rnet.interpreter.attributes import names_of
from rnet.interpreter.builtin import builtin
from rnet.interpreter.coerce import flag, strings
from rnet.interpreter.functions.format import shape_of
from rnet.interpreter.patterns import pattern_of
from rnet.interpreter.values import (
    NA_INTEGER,
    Value,
    Vector,
    boxed,
    character,
    integer,
    list_of,
    logical,
    objects,
)


def _pattern(pattern: Value, perl: Value, fixed: Value, ignore_case: Value) -> "re.Pattern[str]":
    vector = boxed(pattern)
    texts = strings(vector)
    if not isinstance(vector, Vector) or not texts:
        raise RError("invalid 'pattern' argument")
    if len(texts) > 1:
        from rnet.conditions import warn

        warn("argument 'pattern' has length > 1 and only the first element will be used")
    return pattern_of(
        "NA" if texts[0] is None else texts[0],
        flag(perl, "perl"),
        flag(fixed, "fixed"),
        flag(ignore_case, "ignore.case"),
    )


_OPTIONS = "ignore.case = FALSE, perl = FALSE, fixed = FALSE, useBytes = FALSE"


@builtin("grepl", f"pattern, x, {_OPTIONS}")
def grepl(
    pattern: Value, x: Value, ignore_case: Value, perl: Value, fixed: Value, _: Value
) -> Value:
    """Return whether a pattern occurs in strings."""
    search = _pattern(pattern, perl, fixed, ignore_case).search
    return logical([t is not None and search(t) is not None for t in strings(x)])


@builtin("grep", "pattern, x, ignore.case = FALSE, perl = FALSE, value = FALSE, fixed = FALSE, "
         "useBytes = FALSE, invert = FALSE")  # fmt: skip
def grep(
    pattern: Value, x: Value, ignore_case: Value, perl: Value, value: Value, fixed: Value,
    use_bytes: Value, invert: Value,
) -> Value:  # fmt: skip
    """Return where a pattern occurs, or the strings in which it does."""
    del use_bytes
    search = _pattern(pattern, perl, fixed, ignore_case).search
    texts, wanted = strings(x), not flag(invert, "invert")
    places = [i for i, t in enumerate(texts) if (t is not None and search(t) is not None) is wanted]
    names = names_of(x)
    kept = None if names is None else {"names": character([names[i] for i in places])}
    if flag(value, "value"):
        return character([texts[i] for i in places], kept)
    return integer([i + 1 for i in places], kept)


@builtin("sub", f"pattern, replacement, x, {_OPTIONS}")
def sub(pattern: Value, replacement: Value, x: Value, ignore_case: Value, perl: Value,
        fixed: Value, _: Value) -> Value:  # fmt: skip
    """Replace the first match."""
    return _substituted(pattern, replacement, x, ignore_case, perl, fixed, once=True)


@builtin("gsub", f"pattern, replacement, x, {_OPTIONS}")
def gsub(pattern: Value, replacement: Value, x: Value, ignore_case: Value, perl: Value,
         fixed: Value, _: Value) -> Value:  # fmt: skip
    """Replace every match."""
    return _substituted(pattern, replacement, x, ignore_case, perl, fixed, once=False)


def _substituted(
    pattern: Value,
    replacement: Value,
    x: Value,
    ignore_case: Value,
    perl: Value,
    fixed: Value,
    *,
    once: bool,
) -> Value:
    compiled = _pattern(pattern, perl, fixed, ignore_case)
    given = strings(replacement)
    if not given:
        raise RError("invalid 'replacement' argument")
    new = "NA" if given[0] is None else given[0]
    parts: list[str] | None = None if flag(fixed, "fixed") else _replacement_parts(new)
    case = flag(perl, "perl")
    texts = strings(x)
    changed = {
        t: _replaced(compiled, new, parts, t, once=once, case=case)
        for t in set(texts)
        if t is not None
    }
    return character([None if t is None else changed[t] for t in texts], shape_of(x))


def _replacement_parts(new: str) -> list[str]:
    """Split a replacement into literal text and marks such as back references."""
    return re.findall(r"\\[0-9ULE]|\\.|[^\\]+|\\", new, re.DOTALL)


def _replaced(
    compiled: "re.Pattern[str]",
    new: str,
    parts: list[str] | None,
    item: str,
    *,
    once: bool,
    case: bool,
) -> str:
    result, position, last_end = "", 0, -1
    while position <= len(item):
        match = compiled.search(item, position)
        if match is None:
            break
        if match.end() == match.start() == last_end:
            result += item[position : position + 1]
            position += 1
            last_end = -1
            continue
        result += item[position : match.start()]
        result += new if parts is None else _expanded(match, parts, case=case)
        last_end = position = match.end()
        if once:
            break
        if match.end() == match.start():
            result += item[position : position + 1]
            position += 1
            last_end = -1
    return result + item[position:]


def _expanded(match: "re.Match[str]", parts: list[str], *, case: bool) -> str:
    result, mode = "", ""
    for part in parts:
        if part.startswith("\\") and len(part) > 1:
            letter = part[1]
            if letter in "123456789":
                index = int(letter)
                piece = (match[index] or "") if index <= (match.re.groups) else ""
            elif letter == "0":
                piece = match[0] if case else "0"
            elif case and letter in "ULE":
                mode = letter
                continue
            else:
                piece = letter
        else:
            piece = "" if part == "\\" else part
        result += piece.upper() if mode == "U" else piece.lower() if mode == "L" else piece
    return result


def match_data(starts: list[Any], lengths: list[Any], ascii_only: bool) -> Vector:
    """Return positions of matches with R's attributes."""
    own: dict[str, Any] = {"match.length": integer(lengths)}
    own |= {"index.type": character(["chars"]), "useBytes": logical([ascii_only])}
    return integer(starts, own)


def _all_ascii(x: Value) -> bool:
    return all(item is None or item.isascii() for item in strings(x))


@builtin("regexpr", f"pattern, text, {_OPTIONS}")
def regexpr(
    pattern: Value, x: Value, ignore_case: Value, perl: Value, fixed: Value, _: Value
) -> Value:
    """Return where the first match begins, and how long it is."""
    compiled = _pattern(pattern, perl, fixed, ignore_case)
    starts: list[Any] = []
    lengths: list[Any] = []
    for item in strings(x):
        match = None if item is None else compiled.search(item)
        starts.append(None if item is None else -1 if match is None else match.start() + 1)
        lengths.append(
            None if item is None else -1 if match is None else match.end() - match.start()
        )
    return match_data(starts, lengths, _all_ascii(x))


@builtin("gregexpr", f"pattern, text, {_OPTIONS}")
def gregexpr(
    pattern: Value, x: Value, ignore_case: Value, perl: Value, fixed: Value, _: Value
) -> Value:
    """Return where all matches begin, string by string."""
    compiled = _pattern(pattern, perl, fixed, ignore_case)
    found, ascii_only = [], _all_ascii(x)
    for item in strings(x):
        matches = (
            [] if item is None else [m for m in compiled.finditer(item) if m.end() > m.start()]
        )
        if item is None:
            found.append(match_data([None], [None], ascii_only))
        elif not matches:
            found.append(match_data([-1], [-1], ascii_only))
        else:
            starts = [m.start() + 1 for m in matches]
            found.append(match_data(starts, [m.end() - m.start() for m in matches], ascii_only))
    return list_of(found)


@builtin("regexec", f"pattern, text, {_OPTIONS}")
def regexec(
    pattern: Value, x: Value, ignore_case: Value, perl: Value, fixed: Value, _: Value
) -> Value:
    """Return where the first match and its groups begin."""
    compiled = _pattern(pattern, perl, fixed, ignore_case)
    found, ascii_only = [], _all_ascii(x)
    for item in strings(x):
        match = None if item is None else compiled.search(item)
        if match is None:
            found.append(match_data([-1], [-1], ascii_only))
            continue
        spans = [match.span(i) for i in range(compiled.groups + 1)]
        starts = [max(a, 0) + 1 for a, _ in spans]
        found.append(match_data(starts, [max(b - a, 0) for a, b in spans], ascii_only))
    return list_of(found)


@builtin("regmatches", "x, m, invert = FALSE")
def regmatches(x: Value, m: Vector, invert: Value) -> Value:
    """Return the matched parts of strings."""
    del invert
    texts = strings(x)
    if m.kind == "list":
        parts = [_matched(item, boxed(own)) for item, own in zip(texts, m.data, strict=True)]
        names = names_of(x)
        return list_of([character(part) for part in parts], None if names is None else list(names))
    lengths = (m.attributes or {})["match.length"].data
    names = names_of(x) or [None] * len(texts)
    found = [
        (name, item[start - 1 : start - 1 + length])
        for name, item, start, length in zip(names, texts, m.data, lengths, strict=True)
        if item is not None and start not in (-1, NA_INTEGER)
    ]
    own = {} if names_of(x) is None else {"names": character([name for name, _ in found])}
    return character([part for _, part in found], own)


def _matched(item: str | None, own: Vector) -> list[str]:
    lengths = (own.attributes or {})["match.length"].data
    if item is None:
        return []
    return [
        item[start - 1 : start - 1 + length]
        for start, length in zip(own.data, lengths, strict=True)
        if start not in (-1, NA_INTEGER)
    ]


@builtin("strsplit", "x, split, fixed = FALSE, perl = FALSE, useBytes = FALSE")
def strsplit(x: Value, split: Value, fixed: Value, perl: Value, _: Value) -> Value:
    """Return strings cut at matches."""
    vector = boxed(x)
    if not isinstance(vector, Vector) or vector.kind != "character":
        raise RError("non-character argument")
    at = strings(split) or [""]
    literal, like_perl = flag(fixed, "fixed"), flag(perl, "perl")
    parts = []
    for i, item in enumerate(vector.data):
        separator = at[i % len(at)]
        if item is None:
            parts.append(character([None]))
        elif separator in ("", None):
            parts.append(character(list(item)))
        else:
            parts.append(character(_split(pattern_of(separator, like_perl, literal), item)))
    names = names_of(x)
    own = None if names is None else {"names": character(names)}
    return Vector("list", objects(parts), own)


def _split(compiled: "re.Pattern[str]", item: str) -> list[str]:
    parts = []
    rest = item
    while rest:
        match = compiled.search(rest)
        if match is None:
            parts.append(rest)
            break
        if match.end() == 0:
            parts.append(rest[:1])
            rest = rest[1:]
        else:
            parts.append(rest[: match.start()])
            rest = rest[match.end() :]
    return parts
