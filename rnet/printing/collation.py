"""The order of strings: R's `sort` in an English locale.

Levels of character data, names of tables and `sort` depend on it. R follows the locale; rnet
sorts as R does in en_US.UTF-8: punctuation, digits, letters without regard to case or accents; then
accents decide, then case (lower case first). `options(collate="C")` sorts by code (`A B a b`).

The order of punctuation is that of the Unicode collation algorithm (UTS 10, root collation),
which R uses through ICU.
"""

import functools
import re
import unicodedata
from collections.abc import Iterable

from rnet.settings import current

_PUNCTUATION = (
    "\t\n\x0b\x0c\r _-–—,;:!¡?¿.·…‘’‚‹›“”„«»'\"()[]{}§¶@*/\\&#%†‡•`´^¯¨¸˜°©®+±÷×<=>¬|¦~¤¢$£¥€"
)
_PUNCTUATION_RANK = {character: rank for rank, character in enumerate(_PUNCTUATION)}
_IGNORED = "\u00ad"
# letters that Unicode does not decompose, but that sort as an accented letter or as several
_SPELLED = {
    "æ": "ae", "œ": "oe", "ß": "ss", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h",
    "ŧ": "t", "ĸ": "q", "ſ": "s",
}  # fmt: skip
# letters of their own that sort after another one
_AFTER = {"ı": "i\uffff", "ŋ": "n\uffff", "þ": "z\uffff"}
_MARKS = "\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307\u0327\u0328"
_MARK_RANK = {mark: rank for rank, mark in enumerate(_MARKS)}
_SPELLING_RANK = {letter: rank for rank, letter in enumerate("æœßøđðłħŧĸſ")}
_STROKE_RANK, _OTHER_MARK_RANK = len(_MARKS), len(_MARKS) + 1

_ORDERED_BY_CODE = re.compile("[0-9a-z]*|[0-9A-Z]*")
"""Digits and letters of one case: their codes have R's order."""

SortKey = tuple[
    tuple[tuple[int, float | str], ...], tuple[tuple[int, ...], ...], tuple[int, ...], str
]


def sort_key(text: str) -> SortKey:
    """Return a key that sorts strings as R does in an English locale.

    Parameters
    ----------
    text : str
        Any string.

    Returns
    -------
    tuple
        Compared in this order: letters, digits and punctuation; accents; case.

    Notes
    -----
    R page: `?Comparison`. Unicode Technical Standard 10.

    Examples
    --------
    >>> sorted(["b", "B", "a", "A", "_x", "10"], key=sort_key)
    ['_x', '10', 'a', 'A', 'b', 'B']
    """
    if current().collate == "C":
        return (), (), (), text
    units = [unit for character in text.replace(_IGNORED, "") for unit in _units(character)]
    if not units:
        return (), (), (), text
    primary, accents, upper = zip(*units, strict=True)
    return primary, accents, upper, text


@functools.lru_cache(maxsize=4096)
def _units(character: str) -> tuple[tuple[tuple[int, float | str], tuple[int, ...], int], ...]:
    """Return what a character sorts as: letters with their accents and whether upper case."""
    lower = character.lower()
    marks = _marks(lower)
    return tuple((_primary(base), marks, int(character != lower)) for base in _bases(lower))


def sorted_strings(strings: Iterable[str]) -> list[str]:
    """Return strings in R's order (see `sort_key`).

    Examples
    --------
    >>> sorted_strings(["no", "Yes", "No", "yes"])
    ['no', 'No', 'yes', 'Yes']
    """
    texts = list(strings)
    if current().collate == "C" or _ORDERED_BY_CODE.fullmatch("".join(texts)):
        return sorted(texts)
    return sorted(texts, key=sort_key)


def _bases(lower: str) -> str:
    if lower in _SPELLED:
        return _SPELLED[lower]
    if lower in _PUNCTUATION_RANK or lower in _AFTER:
        return lower
    parts = unicodedata.normalize("NFKD", lower)
    return "".join(part for part in parts if not unicodedata.combining(part)) or lower


def _marks(lower: str) -> tuple[int, ...]:
    """Return what sets a letter apart from its base letter; () for a plain letter."""
    if lower in _SPELLED:
        return (_STROKE_RANK, _SPELLING_RANK[lower])
    parts = unicodedata.normalize("NFD", lower)
    return tuple(
        _MARK_RANK.get(part, _OTHER_MARK_RANK + ord(part))
        for part in parts
        if unicodedata.combining(part)
    )


def _primary(base: str) -> tuple[int, float | str]:
    """Punctuation, other symbols, digits, letters: in this order."""
    if base in _PUNCTUATION_RANK:
        return 0, _PUNCTUATION_RANK[base]
    digit = unicodedata.numeric(base, None)
    if digit is not None:
        return 2, digit
    return (3, _AFTER.get(base, base)) if base.isalpha() else (1, base)
